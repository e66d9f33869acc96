"""What a week of absence gives: hours, rate, benefit, refund and supplement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import groupby
from typing import cast

import attrs

from socialkapitel.calculators.inputs import divisor
from socialkapitel.calculators.sickness_calendar import CountedDay, JudgedWeek
from socialkapitel.calculators.sickness_employer_period import FIRST, cited
from socialkapitel.calculators.sickness_hours import EMPLOYER_HOURS, HOURS, RATES, WeekHours
from socialkapitel.errors import NotInForce
from socialkapitel.explanation import Operand, Outcome, Rounding
from socialkapitel.formulas import sickness as formulas
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import Figure, Unit, refused_figure
from socialkapitel.periods import Week
from socialkapitel.sources import Rule, Source

_HIGHEST = Rule(
    "sickness.highest_hourly_rate", msg("Highest benefit an hour"), cited("§ 50, stk. 1"), FIRST
)
_RATE = Rule("sickness.hourly_rate", msg("Benefit an hour"), RATES, FIRST)
EMPLOYER_BENEFIT = Rule(
    "sickness.employer_benefit",
    msg("Sickness benefit that the employer owes"),
    cited("§§ 30 og 50, stk. 4"),
    FIRST,
)
BENEFIT = Rule("sickness.benefit", msg("Sickness benefit"), RATES, FIRST)
PAID_TO = Rule("sickness.paid_to", msg("The employer has a right to refund"), cited("§ 54"), FIRST)
REFUND = Rule("sickness.refund", msg("Refund"), cited("§ 54"), FIRST)
SUPPLEMENT = Rule(
    "sickness.supplement",
    msg("Supplement to the refund"),
    Source("sygedagpengeloven §§ 54 a-54 b"),
    date(2020, 1, 6),
)
_SUPPLEMENT_FIGURE = "sickness_benefit.refund_supplement"
_NOTHING = decimal(0)


class PaidTo(Enum):
    """Who gets the sickness benefit after the employer period.

    * ``EMPLOYER``: as a refund, because the employee has pay during the absence.
    * ``EMPLOYEE``: from the municipality.
    """

    EMPLOYER = "employer"
    EMPLOYEE = "employee"


@attrs.frozen(kw_only=True)
class SicknessWeek:
    """A week of absence and what it gives; hours and rate are shown rounded to hundredths.

    Attributes:
        week: the ISO week.
        absence_hours: hours of absence as recorded.
        outcome: `Outcome.FULFILLED` where the absence counts, or continues over a week in which
            nothing was to be worked; `Outcome.NOT_FULFILLED` where there is too little of it;
            `Outcome.UNRESOLVED` where a figure that it needs isn't known.
        employer_period_hours: hours within the employer period.
        refundable_hours: hours after it, for which benefit is due from the municipality.
        hourly_rate: benefit an hour in kroner, the average where the pay changes within the week;
            None where no benefit is worked out.
        employer_benefit: sickness benefit that the employer owes in kroner; 0 where pay is paid.
        amount: the employer's refund in kroner.
        supplement: the supplement to it in whole kroner.
        benefit: the sickness benefit due after the employer period in kroner, whoever gets it.
        employer_period_days: the exact hours of each day of absence within the employer period.
        refundable_days: the exact refundable hours of each day that has any.
    """

    week: Week
    absence_hours: Decimal
    outcome: Outcome
    employer_period_hours: Decimal = _NOTHING
    refundable_hours: Decimal = _NOTHING
    hourly_rate: Decimal | None = None
    employer_benefit: Decimal = _NOTHING
    amount: Decimal = _NOTHING
    supplement: Decimal = _NOTHING
    benefit: Decimal = _NOTHING
    employer_period_days: tuple[tuple[date, Fraction], ...] = attrs.field(default=(), repr=False)
    refundable_days: tuple[tuple[date, Fraction], ...] = attrs.field(default=(), repr=False)


@attrs.frozen
class WorkedWeek:
    """A row of the result with the operands of the totals, by their rules.

    ``unknown`` says why the week can't be worked out.
    """

    row: SicknessWeek
    operands: Mapping[str, Operand]
    unknown: NotInForce | None = None


class Weeks(WeekHours):
    """Works out the weeks of an absence on a sheet, on which the inputs are noted first.

    ``entries`` are those of the record that are worked out; all, if nothing else is said.
    """

    def row(self, judged: JudgedWeek) -> WorkedWeek:
        """A week's row, its steps written on the sheet.

        Where a figure isn't known that the week needs, nothing of it is known.
        """
        recorded, over = judged.recorded, judged.over
        own_days, due_days = judged.days_of(by_employer=True), judged.days_of(by_employer=False)
        own, refunded = _in_all(own_days), _in_all(due_days)
        operands: dict[str, Operand] = {}
        unknown, rate = judged.unknown, None
        try:
            if own and not self._absence.paid_during_sickness:
                rate = self._owe(operands, judged, own_days)
            if refunded:
                rate = self._pay_out(operands, judged, due_days)
        except NotInForce as error:
            unknown = error
        if unknown is not None:
            row = SicknessWeek(
                week=recorded.week,
                absence_hours=decimal(recorded.hours),
                outcome=Outcome.UNRESOLVED,
            )
            return WorkedWeek(row, {}, unknown)
        amounts = cast("dict[str, Decimal]", {kind: each.value for kind, each in operands.items()})
        shown = formulas.shown_hours(refunded, over)
        row = SicknessWeek(
            week=recorded.week,
            absence_hours=decimal(recorded.hours),
            outcome=Outcome.FULFILLED if judged.counts else Outcome.NOT_FULFILLED,
            employer_period_hours=decimal(formulas.shown_hours(own + refunded, over) - shown),
            refundable_hours=decimal(shown),
            hourly_rate=None if rate is None else decimal(rate),
            employer_benefit=amounts.get(EMPLOYER_BENEFIT.id, _NOTHING),
            amount=amounts.get(REFUND.id, _NOTHING),
            supplement=amounts.get(SUPPLEMENT.id, _NOTHING),
            benefit=amounts.get(BENEFIT.id, _NOTHING),
            employer_period_days=judged.hours_by_day(own_days),
            refundable_days=judged.hours_by_day(due_days),
        )
        return WorkedWeek(row, operands)

    def _rate(self, week: Week, since: date | None) -> _WeekRate:
        """What an hour of the week gives at the pay in force since a day."""
        sheet, monday = self._sheet, week.monday
        contribution = sheet.figure("labour_market_contribution", monday)
        if contribution.value > 100:
            raise refused_figure(contribution, msg("a percentage from 0 to 100"))
        maximum = sheet.figure("sickness_benefit.max_weekly", monday)
        highest, full_time = self._highest(maximum, monday)
        paid = self._pay[since]
        of = (since, contribution.key, highest.origin)
        if of not in self._rates:
            pay, share = paid.hundredths, contribution.hundredths
            by_pay = Fraction(pay * (formulas.PER_CENT - share), formulas.PER_CENT * 100)
            rate = formulas.Rate(pay, share, maximum.hundredths, full_time)
            self._rates[of] = min(by_pay, Fraction(highest.value)), rate
        value, rate = self._rates[of]
        hourly = self._step(
            _since(_RATE, since, first=False),
            week,
            "min(pay * (100 - contribution) / 100, maximum)",
            {"pay": paid, "contribution": sheet.of(contribution), "maximum": highest},
            value,
            Unit.DKK_PER_HOUR,
        )
        return _WeekRate(hourly, maximum, rate)

    def _highest(self, maximum: Figure, day: date) -> tuple[Operand, int]:
        """The weekly maximum by the hour, and the hours of a full-time week, in hundredths."""
        sheet, full_time = self._sheet, self._full_time
        if full_time is None:
            norm = sheet.figure("sickness_benefit.norm_hours", day)
            divisor(norm)
            full_time = sheet.of(norm)
        hours, of = full_time.hundredths, (maximum.key, full_time.origin)
        if of not in self._hourly_maxima:
            self._hourly_maxima[of] = sheet.calculate(
                _HIGHEST,
                day,
                "maximum / full_time",
                {"maximum": sheet.of(maximum), "full_time": full_time},
                Fraction(maximum.hundredths, hours),
                Unit.DKK_PER_HOUR,
                key=str(day),
            )
        return self._hourly_maxima[of], hours

    def _at_pay(self, rule: Rule, judged: JudgedWeek, counted: Sequence[CountedDay]) -> _AtPay:
        """Days of a week with the rates that they are paid by, one for each pay."""
        week, absence = judged.recorded.week, self._absence
        days: dict[date | None, Sequence[CountedDay]] = {None: counted}
        if absence.pay_changes:
            grouped = groupby(counted, key=lambda each: absence.pay_on(each.day)[0])
            days = {since: tuple(those) for since, those in grouped}
        several = len(days) > 1
        rates = {since: self._rate(week, since) for since in days}
        named: dict[str, Operand] = {}
        pays: dict[str, Operand] = {}
        terms: list[str] = []
        for place, (since, those) in enumerate(days.items(), start=1):
            mark = f"_{place}" if several else ""
            part = _since(rule, since, first=place == 1) if several else rule
            named[f"hours{mark}"] = self._hours_on(part, judged, [each.day for each in those])
            named[f"rate{mark}"] = rates[since].operand
            pays[f"hours{mark}"], pays[f"pay{mark}"] = named[f"hours{mark}"], self._pay[since]
            terms.append(f"hours{mark} * rate{mark}")
        return _AtPay(
            expression=" + ".join(terms),
            named=named,
            pays=pays,
            parts=tuple([(_in_all(those), rates[since].rate) for since, those in days.items()]),
            maximum=next(iter(rates.values())).maximum,
        )

    def _owe(
        self, operands: dict[str, Operand], judged: JudgedWeek, days: Sequence[CountedDay]
    ) -> int:
        """The benefit that the employer owes in the employer period; the rate an hour."""
        own = self._at_pay(EMPLOYER_HOURS, judged, days)
        owed = formulas.by_rates(own.parts, judged.over)
        operands[EMPLOYER_BENEFIT.id] = self._step(
            EMPLOYER_BENEFIT,
            judged.recorded.week,
            own.expression,
            own.named,
            decimal(owed),
            rounding=Rounding.OERE,
        )
        return own.shown

    def _pay_out(
        self, operands: dict[str, Operand], judged: JudgedWeek, days: Sequence[CountedDay]
    ) -> int:
        """The benefit after the employer period, and the employer's part; the rate an hour."""
        week, over = judged.recorded.week, judged.over
        due_on = self._at_pay(HOURS, judged, days)
        hours = sum(each for each, _ in due_on.parts)
        operands[HOURS.id] = self._all_hours(judged, due_on)
        named, expression = dict(due_on.named), due_on.expression
        due = formulas.by_rates(due_on.parts, over)
        if not judged.rota:
            cap = due_on.maximum.hundredths
            named["maximum"] = self._sheet.of(due_on.maximum)
            others = self._others_on(judged)
            limit = "maximum"
            if others is not None:
                named["others"] = others
                counted = " + ".join(name for name in named if name.startswith("hours"))
                whole = f"({counted})" if len(due_on.parts) > 1 else counted
                limit = f"maximum * {whole} / ({counted} + others)"
                elsewhere = Fraction(others.value) * formulas.HUNDREDTHS * over
                cap = formulas.weekly_cap(hours * elsewhere.denominator, elsewhere.numerator, cap)
            expression = f"min({expression}, {limit})"
            due = min(due, cap)
        benefit = operands[BENEFIT.id] = self._step(
            BENEFIT, week, expression, named, decimal(due), rounding=Rounding.OERE
        )
        if self._absence.paid_during_sickness:
            paid = due_on.expression.replace("rate", "pay")
            refund = formulas.refund_at(due, due_on.parts, over)
            operands[REFUND.id] = self._step(
                REFUND,
                week,
                f"min(benefit, {paid})",
                {"benefit": benefit, **due_on.pays},
                decimal(refund),
                rounding=Rounding.OERE,
            )
            self._add_supplement(operands, week, refund)
        return due_on.shown

    def _all_hours(self, judged: JudgedWeek, due_on: _AtPay) -> Operand:
        """A week's refundable hours, at whatever pay."""
        if len(due_on.parts) == 1:
            return due_on.named["hours"]
        named = {name: each for name, each in due_on.named.items() if name.startswith("hours")}
        total = sum((Fraction(each.value) for each in named.values()), Fraction(0))
        week = judged.recorded.week
        return self._step(HOURS, week, " + ".join(named), named, total, Unit.HOURS)

    def _add_supplement(self, operands: dict[str, Operand], week: Week, refund: int) -> None:
        """The supplement beside the refund; none before it was introduced."""
        sheet = self._sheet
        if week.monday < sheet.parameters[_SUPPLEMENT_FIGURE].first_day:
            return
        percentage = sheet.figure(_SUPPLEMENT_FIGURE, week.monday)
        operands[SUPPLEMENT.id] = self._step(
            SUPPLEMENT,
            week,
            "refund * percentage / 100",
            {"refund": operands[REFUND.id], "percentage": sheet.of(percentage)},
            decimal(formulas.supplement(refund, percentage.hundredths)),
            rounding=Rounding.KRONE,
        )


@attrs.frozen
class _WeekRate:
    """A week's benefit an hour at one pay, and what the formulas calculate it from."""

    operand: Operand
    maximum: Figure
    rate: formulas.Rate


@attrs.frozen
class _AtPay:
    """Hours of a week at the rates that they are paid by.

    Attributes:
        expression: the hours times their rates, by the names in ``named``.
        named: hours and rates.
        pays: hours and pay.
        parts: hours, in hundredths over the week's ``over``, and rates.
        maximum: the weekly maximum.
    """

    expression: str
    named: Mapping[str, Operand]
    pays: Mapping[str, Operand]
    parts: tuple[tuple[int, formulas.Rate], ...]
    maximum: Figure

    @property
    def shown(self) -> int:
        """The average rate an hour, rounded to the øre for display."""
        return formulas.shown_rate_at(self.parts)


def _in_all(days: Iterable[CountedDay]) -> int:
    """The hours of several days, in hundredths over the week's ``over``."""
    return sum([day.hours for day in days])


def _since(rule: Rule, since: date | None, *, first: bool) -> Rule:
    """A rule as applied to hours at the pay in force since a day, or at a week's first pay."""
    if since is None:
        label = msg("{label}, first pay", label=rule.label)
        return attrs.evolve(rule, id=f"{rule.id}_first", label=label) if first else rule
    label = msg("{label}, pay from {day}", label=rule.label, day=since)
    return attrs.evolve(rule, id=f"{rule.id}_from_{since}", label=label)
