"""A month of an old flexjob whose terms change within it: the parts of one refund.

Each part has its own pay, ceiling and share. Where the month's paid hours are known, pay and
ceiling follow those of the part; a whole month for which they are not known is divided by its days
from Monday to Friday. ATP follows the hours of the whole month, and is divided over the parts by
their hours, as other contributions are. Nothing is rounded before the refund of the month.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from socialkapitel.calculators.atp import atp_for, tell_atp_of
from socialkapitel.calculators.flexjob import FIRST_CEILING, FIRST_START, REFUND, law
from socialkapitel.calculators.flexjob_month import (
    FlexjobMonth,
    MonthPart,
    divisor_of,
    hourly_ceiling,
    tell_hourly_ceiling,
)
from socialkapitel.calculators.inputs import from_day
from socialkapitel.explanation import Operand, Rounding, Worksheet
from socialkapitel.explanation.worksheet import look_up
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere, round_half_away
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.sources import Rule

_PRACTICE = law("stk. 3", practice=True)
_AVERAGE = Rule("flexjob.average_hours", msg("Weekly hours on average"), _PRACTICE, FIRST_START)
_MOST = Rule(
    "flexjob.most_hours",
    msg("Hours of a whole month, the most that pay is counted for"),
    law("stk. 3"),
    FIRST_START,
)
_PART_OF_HOURS = Rule(
    "flexjob.part_of_hours", msg("The part's share of the month's hours"), _PRACTICE, FIRST_START
)
_PAY = Rule("flexjob.part_pay", msg("Lowest agreed pay for the part"), _PRACTICE, FIRST_START)
_PAY_IN_ALL = Rule(
    "flexjob.pay_of_parts", msg("Lowest agreed pay for the month"), law("stk. 3"), FIRST_START
)
_LOWEST = Rule(
    "flexjob.part_lowest_pay", msg("Pay that counts for the part"), law("stk. 3"), FIRST_START
)
_COST = Rule(
    "flexjob.part_cost",
    msg("Pay, ATP and other contributions for the part"),
    law("stk. 3"),
    FIRST_START,
)
_CEILING = Rule("flexjob.part_ceiling", msg("Ceiling for the part"), _PRACTICE, FIRST_CEILING)
_BASIS = Rule(
    "flexjob.part_basis",
    msg("Amount of the part on which the refund is calculated"),
    law("stk. 3"),
    FIRST_CEILING,
)


class PartAmounts(NamedTuple):
    """The amounts from which a part's refund is worked out, exactly, in øre."""

    part: MonthPart
    weight: Fraction
    agreed: Fraction
    pay: Fraction
    contributions: Fraction
    ceiling: Fraction | None

    @property
    def cost(self) -> Fraction:
        """Pay and contributions."""
        return self.pay + self.contributions

    @property
    def basis(self) -> Fraction:
        """The amount of which the share is refunded."""
        return self.cost if self.ceiling is None else min(self.cost, self.ceiling)

    @property
    def exact(self) -> Fraction:
        """The part's refund before it is rounded with the others."""
        return self.part.job.share.fraction * self.basis

    @property
    def by_pay(self) -> Fraction:
        """The same if the ceiling limited the pay alone."""
        pay = self.pay if self.ceiling is None else min(self.pay, self.ceiling)
        return self.part.job.share.fraction * (pay + self.contributions)


class MonthAmounts(NamedTuple):
    """A month with changing terms: its parts, and what they come to, in øre."""

    parts: tuple[PartAmounts, ...]
    atp: int
    average: Fraction

    @property
    def gross(self) -> int:
        """The month's refund, rounded once."""
        return round_half_away(sum((part.exact for part in self.parts), Fraction(0)))

    @property
    def gross_by_pay(self) -> int:
        """The month's refund if the ceiling limited the pay alone."""
        return round_half_away(sum((part.by_pay for part in self.parts), Fraction(0)))

    @property
    def agreed(self) -> Fraction:
        """The lowest agreed pay of the month."""
        return sum((part.agreed for part in self.parts), Fraction(0))


def amounts_of_parts(figures: ParameterSet, asked: FlexjobMonth) -> MonthAmounts:
    """Work out a month in which the terms change.

    Raises:
        NotInForce: where a figure is not known for the month.
    """
    days = [part.weekdays for part in asked.parts]
    weekly = [oere(part.job.weekly_hours) for part in asked.parts]
    planned = [hours * held for hours, held in zip(weekly, days, strict=True)]
    average = Fraction(sum(planned), sum(days)) if sum(days) else Fraction(weekly[0])
    agreed = [_agreed(figures, asked, part, average) for part in asked.parts]
    counted = (
        planned if asked.paid_hours is None else [part.paid_hours or 0 for part in asked.parts]
    )
    weights = [Fraction(hours, sum(counted)) for hours in counted]
    twelfths = (
        int(formulas.of_week(average))
        if asked.paid_hours is None
        else formulas.of_month(asked.paid_hours)
    )
    atp = 0
    if asked.job.atp_class is not None:
        atp = atp_for(figures, asked.job.atp_class, twelfths, asked.day)
    left = Fraction(1)
    if asked.actual_pay is not None and asked.actual_pay < sum(agreed):
        left = asked.actual_pay / sum(agreed, Fraction(0))
    parts = tuple(
        PartAmounts(
            part,
            weight,
            pay,
            pay * left,
            (atp + other_of(asked)) * weight,
            _ceiling(figures, asked, part) if asked.capped else None,
        )
        for part, weight, pay in zip(asked.parts, weights, agreed, strict=True)
    )
    return MonthAmounts(parts, atp, average)


def other_of(asked: FlexjobMonth) -> Fraction:
    """The month's other contributions: as given, or those of its parts by their days."""
    if asked.other_told:
        return Fraction(asked.other)
    days = sum(part.weekdays for part in asked.parts)
    if not days:
        return Fraction(asked.other)
    return sum(
        (
            Fraction(oere(part.job.other_contributions) * part.weekdays, days)
            for part in asked.parts
        ),
        Fraction(0),
    )


def _of_days(asked: FlexjobMonth, part: MonthPart) -> Fraction:
    return Fraction(part.weekdays, asked.weekdays)


def _agreed(
    figures: ParameterSet, asked: FlexjobMonth, part: MonthPart, average: Fraction
) -> Fraction:
    rate, weekly, day = oere(part.job.starting_pay.amount), oere(part.job.weekly_hours), asked.day
    if part.paid_hours is not None and asked.by_hour:
        return Fraction(rate * part.paid_hours, 100)
    full_time = divisor_of(figures, "flexjob.full_time_hours", day)
    norm = divisor_of(figures, "flexjob.monthly_norm_hours", day)
    if part.paid_hours is None:
        month = Fraction(norm, 100) if asked.by_hour else Fraction(1)
        return rate * month * weekly / full_time * _of_days(asked, part)
    return rate * _fitting(asked, part, average, norm, full_time) / norm


def _fitting(
    asked: FlexjobMonth, part: MonthPart, average: Fraction, norm: int, full_time: int
) -> Fraction:
    """The part's hours, as far as the month's are not more than those of a whole month."""
    most, hours = norm * average / full_time, Fraction(part.paid_hours or 0)
    all_hours = asked.paid_hours or 0
    return hours * most / all_hours if all_hours > most else hours


def _ceiling(figures: ParameterSet, asked: FlexjobMonth, part: MonthPart) -> Fraction:
    if part.paid_hours is not None:
        return Fraction(hourly_ceiling(figures, asked.day) * part.paid_hours, 100)
    full_time = divisor_of(figures, "flexjob.full_time_hours", asked.day)
    part_time = Fraction(oere(part.job.weekly_hours), full_time) * _of_days(asked, part)
    yearly = look_up(figures, "flexjob.ceiling_yearly", asked.day).hundredths
    return Fraction(yearly, 12) * part_time


def tell_parts(sheet: Worksheet, asked: FlexjobMonth, found: MonthAmounts) -> Operand:
    """Write down how a month with changing terms was worked out; its refund."""
    return _WrittenParts(sheet, asked, found).refund()


class _WrittenParts:
    """Writes a month's parts down, one after the other."""

    def __init__(self, sheet: Worksheet, asked: FlexjobMonth, found: MonthAmounts) -> None:
        self._sheet, self._asked, self._found = sheet, asked, found
        self._day = asked.day
        self._held = {
            str(one.part.first_day): sheet.given(
                f"held[{one.part.first_day}]",
                one.part.weekdays,
                Unit.DAYS,
                label=msg("Days from Monday to Friday from {day}", day=one.part.first_day),
            )
            for one in found.parts
        }
        self._weekly = {
            str(one.part.first_day): sheet.given(
                f"weekly_hours[{one.part.first_day}]",
                one.part.job.weekly_hours,
                Unit.HOURS_PER_WEEK,
                label=from_day("weekly_hours", one.part.first_day),
            )
            for one in found.parts
        }
        self._paid = {
            str(one.part.first_day): sheet.given(
                f"paid_hours[{one.part.first_day}]",
                decimal(one.part.paid_hours),
                Unit.HOURS,
                label=from_day("paid_hours", one.part.first_day),
            )
            for one in found.parts
            if one.part.paid_hours is not None
        }

    def _figure(self, name: str) -> Operand:
        return self._sheet.of(self._sheet.figure(name, self._day))

    def refund(self) -> Operand:
        """The month's refund."""
        sheet, asked, found = self._sheet, self._asked, self._found
        average = self._average()
        agreed = [self._pay(one, average) for one in found.parts]
        in_all = None
        actual = None
        if asked.actual_pay is not None:
            actual = sheet.given("actual_pay", decimal(asked.actual_pay), Unit.DKK)
            named = {f"part_{place}": pay for place, pay in enumerate(agreed, start=1)}
            in_all = sheet.calculate(
                _PAY_IN_ALL, self._day, " + ".join(named), named, found.agreed / 100, Unit.DKK
            )
        contributions = self._contributions(average)
        bases: dict[str, Operand] = {}
        expression = []
        for place, (one, pay) in enumerate(zip(found.parts, agreed, strict=True), start=1):
            basis = self._basis(one, self._lowest(one, pay, in_all, actual), contributions)
            share = sheet.given(
                f"share[{one.part.first_day}]",
                one.part.job.share.fraction,
                Unit.SHARE,
                label=from_day("share", one.part.first_day),
            )
            bases |= {f"share_{place}": share, f"basis_{place}": basis}
            expression.append(f"share_{place} * basis_{place}")
        return sheet.calculate(
            REFUND,
            self._day,
            " + ".join(expression),
            bases,
            decimal(found.gross),
            Unit.DKK,
            rounding=Rounding.OERE,
        )

    def _average(self) -> Operand:
        names: dict[str, Operand] = {}
        parts = []
        for place, key in enumerate(self._held, start=1):
            names |= {f"hours_{place}": self._weekly[key], f"held_{place}": self._held[key]}
            parts.append(f"hours_{place} * held_{place}")
        held = " + ".join(f"held_{place}" for place in range(1, len(parts) + 1))
        expression = f"({' + '.join(parts)}) / ({held})"
        if not any(one.part.weekdays for one in self._found.parts):
            names, expression = {"hours_1": names["hours_1"]}, "hours_1"
        return self._sheet.calculate(
            _AVERAGE,
            self._day,
            expression,
            names,
            self._found.average / 100,
            Unit.HOURS_PER_WEEK,
        )

    def _pay(self, one: PartAmounts, average: Operand) -> Operand:
        sheet, asked, key = self._sheet, self._asked, str(one.part.first_day)
        by_hour = asked.by_hour
        operands = {
            "pay": sheet.given(
                f"starting_pay[{key}]",
                one.part.job.starting_pay.amount,
                Unit.DKK_PER_HOUR if by_hour else Unit.DKK,
                label=from_day("starting_pay", one.part.first_day),
            )
        }
        if one.part.paid_hours is None:
            expression = "pay * hours / full_time * held / days"
            if by_hour:
                expression = "pay * month * hours / full_time * held / days"
                operands["month"] = self._figure("flexjob.monthly_norm_hours")
            operands |= {
                "hours": self._weekly[key],
                "full_time": self._figure("flexjob.full_time_hours"),
                "held": self._held[key],
                "days": self._days(),
            }
        elif by_hour:
            expression = "pay * paid"
            operands["paid"] = self._paid[key]
        else:
            expression = "pay * paid / month"
            operands |= {
                "paid": self._paid[key],
                "month": self._figure("flexjob.monthly_norm_hours"),
            }
            most = self._most(average)
            if most is not None:
                expression = "pay * paid * most / all_paid / month"
                operands |= {"most": most, "all_paid": self._all_paid()}
        return sheet.calculate(
            _PAY, self._day, expression, operands, one.agreed / 100, Unit.DKK, key=key
        )

    def _days(self) -> Operand:
        return self._sheet.given("weekdays", self._asked.weekdays, Unit.DAYS)

    def _all_paid(self) -> Operand:
        hours = decimal(self._asked.paid_hours or 0)
        return self._sheet.given("paid_hours", hours, Unit.HOURS)

    def _most(self, average: Operand) -> Operand | None:
        """The hours of a whole month, where more were paid."""
        figures = self._sheet.parameters
        norm = divisor_of(figures, "flexjob.monthly_norm_hours", self._day)
        full_time = divisor_of(figures, "flexjob.full_time_hours", self._day)
        most = norm * self._found.average / full_time
        if (self._asked.paid_hours or 0) <= most:
            return None
        operands = {
            "month": self._figure("flexjob.monthly_norm_hours"),
            "hours": average,
            "full_time": self._figure("flexjob.full_time_hours"),
        }
        return self._sheet.calculate(
            _MOST, self._day, "month * hours / full_time", operands, most / 100, Unit.HOURS
        )

    def _contributions(self, average: Operand) -> dict[str, Operand]:
        sheet, asked = self._sheet, self._asked
        if asked.job.atp_class is None:
            atp = sheet.given("atp", decimal(0), Unit.DKK)
        elif asked.paid_hours is None:
            atp = tell_atp_of(
                sheet, asked.job.atp_class, average, int(self._found.average * 52), self._day
            )
        else:
            self._all_paid()
            atp = tell_atp_of(sheet, asked.job.atp_class, None, asked.paid_hours * 12, self._day)
        other = sheet.given("other_contributions", other_of(asked) / 100, Unit.DKK)
        return {"atp": atp, "other": other}

    def _lowest(
        self, one: PartAmounts, pay: Operand, in_all: Operand | None, actual: Operand | None
    ) -> Operand:
        if in_all is None or actual is None:
            return pay
        return self._sheet.calculate(
            _LOWEST,
            self._day,
            "pay * min(all, actual) / all",
            {"pay": pay, "all": in_all, "actual": actual},
            one.pay / 100,
            Unit.DKK,
            key=str(one.part.first_day),
        )

    def _basis(self, one: PartAmounts, pay: Operand, contributions: dict[str, Operand]) -> Operand:
        sheet, key = self._sheet, str(one.part.first_day)
        part = self._weight(one)
        cost = sheet.calculate(
            _COST,
            self._day,
            "pay + (atp + other) * part",
            {"pay": pay, **contributions, "part": part},
            one.cost / 100,
            Unit.DKK,
            key=key,
        )
        if one.ceiling is None:
            return cost
        if one.part.paid_hours is None:
            expression = "ceiling / 12 * hours / full_time * held / days"
            operands = {
                "ceiling": self._figure("flexjob.ceiling_yearly"),
                "hours": self._weekly[key],
                "full_time": self._figure("flexjob.full_time_hours"),
                "held": self._held[key],
                "days": self._days(),
            }
        else:
            expression = "ceiling * paid"
            operands = {"ceiling": tell_hourly_ceiling(sheet, self._day), "paid": self._paid[key]}
        ceiling = sheet.calculate(
            _CEILING, self._day, expression, operands, one.ceiling / 100, Unit.DKK, key=key
        )
        return sheet.calculate(
            _BASIS,
            self._day,
            "min(cost, ceiling)",
            {"cost": cost, "ceiling": ceiling},
            one.basis / 100,
            Unit.DKK,
            key=key,
        )

    def _weight(self, one: PartAmounts) -> Operand:
        names: dict[str, Operand] = {}
        key, parts = str(one.part.first_day), []
        for place, each in enumerate(self._held, start=1):
            if self._paid:
                names[f"paid_{place}"] = self._paid[each]
                parts.append(f"paid_{place}")
            else:
                names |= {f"hours_{place}": self._weekly[each], f"held_{place}": self._held[each]}
                parts.append(f"hours_{place} * held_{place}")
        own = parts[list(self._held).index(key)]
        return self._sheet.calculate(
            _PART_OF_HOURS,
            self._day,
            f"{own} / ({' + '.join(parts)})",
            names,
            one.weight,
            Unit.SHARE,
            key=key,
        )
