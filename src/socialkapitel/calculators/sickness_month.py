"""The part of a sickness refund that belongs to a month: refunds are by week, pay by month."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.refund_lines import RefundLine, refund_by_day
from socialkapitel.calculators.sickness_employer_period import FIRST, cited
from socialkapitel.calculators.sickness_hours import HOURS
from socialkapitel.calculators.sickness_spells import in_week
from socialkapitel.calculators.sickness_weeks import (
    BENEFIT,
    EMPLOYER_BENEFIT,
    PAID_TO,
    REFUND,
    SUPPLEMENT,
    PaidTo,
    SicknessWeek,
    WorkedWeek,
)
from socialkapitel.explanation import (
    Explained,
    Finding,
    Operand,
    OriginKind,
    Rounding,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.messages import Message, Text, msg
from socialkapitel.money import decimal, round_half_away
from socialkapitel.parameters import Unit
from socialkapitel.periods import FIRST_YEAR, Month, Week, read_month
from socialkapitel.sources import Rule, Source

if TYPE_CHECKING:
    from socialkapitel.calculators.sickness import SicknessRefund

_EARLIER = Rule(
    "sickness.earlier_month", msg("The week's part in its first month"), cited("§ 54"), FIRST
)
_LATER = Rule(
    "sickness.later_month", msg("The week's part in its second month"), cited("§ 54"), FIRST
)


def _of_month(weekly: Rule, label: Message) -> Rule:
    # No law says how to add up; "sum" is the same word in both languages.
    return Rule(f"{weekly.id}_of_month", label, Source("sum"), date(FIRST_YEAR, 1, 1))


_REFUND = _of_month(REFUND, msg("Refund that belongs to the month"))
_SUPPLEMENT = _of_month(SUPPLEMENT, msg("Supplement to the refund that belongs to the month"))
_OWED = _of_month(EMPLOYER_BENEFIT, msg("Sickness benefit that the employer owes for the month"))
_BENEFIT = _of_month(BENEFIT, msg("Sickness benefit that belongs to the month"))
_WEEKLY = (HOURS, EMPLOYER_BENEFIT, BENEFIT, REFUND, SUPPLEMENT)


@brief
@attrs.frozen(kw_only=True)
class SicknessMonth(Explained):
    """The part of a sickness refund that belongs to a month (månedens sygedagpengerefusion).

    Refunds are by week, and a week's amounts belong to the month in which its hours lie. Those of a
    week in two months are divided by the hours: the first month's part is rounded to the øre, and
    the second month gets the rest, so that the months of an absence add up to the whole. The
    explanation is of this month alone.

    Attributes:
        month: the month.
        lines: a line for each week of the month with a refund, in order of time; empty where the
            municipality pays the employee.
        refundable_hours: the month's hours for which the municipality pays, rounded to hundredths;
            None in documents of versions that did not record them.
        amount: the employer's refund in kroner; 0 where the municipality pays the employee.
        supplement: the supplement beside the refund.
        benefit: the sickness benefit due after the employer period, whoever gets it; None in
            documents of versions that did not record it, where the benefit is paid to the employee.
        employer_benefit: the benefit that the employer owes the employee in the employer period;
            0 where pay is paid instead.
        paid_to: who gets the benefit after the employer period.
        by_day: the refund of each day of the month that has any; together they are the amount.
        open_weeks: weeks of the month that can't be worked out, and why; nothing is counted for
            them.
    """

    month: Month
    lines: tuple[RefundLine, ...]
    refundable_hours: Decimal | None
    amount: Decimal
    supplement: Decimal
    benefit: Decimal | None
    employer_benefit: Decimal
    paid_to: PaidTo
    by_day: tuple[tuple[date, Decimal], ...]
    open_weeks: tuple[tuple[Week, Text], ...]

    @classmethod
    def of(cls, refund: SicknessRefund, month: Month | str) -> SicknessMonth:
        """The part of a refund that belongs to a month; the same as `SicknessRefund.month`.

        Raises:
            WrongType: for anything but a `Month`.
        """
        month = read_month(month, "month")
        title = msg("Refund of sickness benefit, {month}", month=month)
        return worked_out(title, figures_or_packaged(None), _work_out, refund, month)

    @property
    def to_employer(self) -> Decimal:
        """What the municipality pays the employer, without the supplement: the amount."""
        return self.amount

    @property
    def to_employee(self) -> Decimal | None:
        """What the municipality pays the employee: the benefit, where it isn't refunded."""
        return self.benefit if self.paid_to is PaidTo.EMPLOYEE else decimal(0)


def _work_out(sheet: Worksheet, refund: SicknessRefund, month: Month) -> SicknessMonth:
    here = [row for row in refund.weeks if _touches(row, month)]
    steps = [f"{rule.id}[{row.week}]" for row in here for rule in _WEEKLY]
    sheet.take(refund.explanation, steps, _Concerned(refund, month, {row.week for row in here}))
    part = month_of_sickness(sheet, [_as_worked(row) for row in here], refund.paid_to, month)
    hours = sum((each for row in here for day, each in row.refundable_days if day in month), _NONE)
    paid = refund.paid_to is PaidTo.EMPLOYER
    return SicknessMonth(
        month=month,
        lines=tuple(_lines(here, part, month)),
        refundable_hours=decimal(round_half_away(hours * 100)),
        amount=kroner_of(part.refund),
        supplement=kroner_of(part.supplement),
        benefit=kroner_of(part.refund if paid else part.to_employee),
        employer_benefit=kroner_of(part.employer_benefit),
        paid_to=refund.paid_to,
        by_day=tuple(entry for entry in refund_by_day(here).items() if entry[0] in month),
        open_weeks=tuple(
            (week, because)
            for week, because in refund.open_weeks
            if any(day in month for day in (week.monday, week.sunday))
        ),
        explanation=sheet.explanation(_REFUND, _SUPPLEMENT, _OWED, _BENEFIT),
    )


_NONE = Fraction(0)


def _touches(row: SicknessWeek, month: Month) -> bool:
    """Whether a week has hours in a month that count or, where none count, a weekday."""
    days = [day for day, _ in (*row.employer_period_days, *row.refundable_days)]
    return any(day in month for day in days or row.week.weekdays)


@attrs.frozen
class _Concerned:
    """Says which findings of an absence concern a month of it."""

    refund: SicknessRefund
    month: Month
    weeks: Container[Week]

    def __call__(self, finding: Finding) -> bool:
        """Whether it is about the recipient, a week of the month, or a spell that reaches it."""
        week = Week.of(finding.on)
        if finding.rule == PAID_TO.id or week in self.weeks:
            return True
        return not finding.id.endswith(f"[{week}]") and any(
            finding.on == spell.first_day
            and spell.first_day <= self.month.last_day
            and Week.of(spell.last_day).sunday >= self.month.first_day
            for spell in self.refund.spells
        )


def _as_worked(row: SicknessWeek) -> WorkedWeek:
    """A week of a result, with its amounts as numbers that the result's explanation has."""
    amounts = (row.employer_benefit, row.benefit, row.amount, row.supplement)
    return WorkedWeek(
        row,
        {
            rule.id: Operand(
                in_week(rule, row.week),
                amount,
                Unit.DKK,
                OriginKind.STEP,
                f"{rule.id}[{row.week}]",
            )
            for rule, amount in zip(_WEEKLY[1:], amounts, strict=True)
            if amount
        },
    )


def _lines(
    rows: Sequence[SicknessWeek], part: MonthOfSickness, month: Month
) -> Iterator[RefundLine]:
    """A line for each week that has a refund in the month."""
    for row in rows:
        refund = part.refunds.get(row.week)
        if refund is None:
            continue
        days = [entry for entry in row.refundable_days if entry[0] in month]
        hours = sum((each for _, each in days), _NONE)
        yield RefundLine(
            first_day=days[0][0],
            last_day=days[-1][0],
            hours=decimal(round_half_away(hours * 100)),
            rate=row.hourly_rate,
            amount=kroner_of(refund),
            supplement=kroner_of(part.supplements.get(row.week)),
        )


@attrs.frozen(kw_only=True)
class MonthOfSickness:
    """The part of an absence that belongs to a month, as operands; None for nothing.

    Attributes:
        refund: the employer's refund.
        supplement: the supplement to it.
        employer_benefit: the benefit that the employer owes the employee.
        to_employee: the benefit that the municipality pays the employee.
        refunds: the refund by week.
        supplements: the supplement by week.
    """

    refund: Operand | None = None
    supplement: Operand | None = None
    employer_benefit: Operand | None = None
    to_employee: Operand | None = None
    refunds: Mapping[Week, Operand] = attrs.field(factory=dict)
    supplements: Mapping[Week, Operand] = attrs.field(factory=dict)


def kroner_of(operand: Operand | None) -> Decimal:
    """The kroner of a number that is an amount; 0 for nothing."""
    return decimal(operand.hundredths if operand else 0)


def month_of_sickness(
    sheet: Worksheet, weeks: Sequence[WorkedWeek], paid_to: PaidTo, month: Month
) -> MonthOfSickness:
    """What belongs to a month of weeks whose amounts are on the sheet.

    A week's amount belongs to the month in which its hours lie. Where they lie in two months it is
    divided by the hours: the first month's part is rounded to the øre, and the second month gets
    the rest, so that both together are the week's amount.

    Raises:
        NotInForce: where a week of the month can't be worked out.
    """
    for week in weeks:
        if week.unknown is not None and _touches(week.row, month):
            raise week.unknown
    if paid_to is PaidTo.EMPLOYER:
        refunds = _parts(sheet, REFUND, weeks, month)
        refund = _total(sheet, _REFUND, refunds, month)
        supplements = _parts(sheet, SUPPLEMENT, weeks, month)
        supplement = _total(sheet, _SUPPLEMENT, supplements, month)
        return MonthOfSickness(
            refund=refund, supplement=supplement, refunds=refunds, supplements=supplements
        )
    owed = _total(sheet, _OWED, _parts(sheet, EMPLOYER_BENEFIT, weeks, month), month)
    due = _total(sheet, _BENEFIT, _parts(sheet, BENEFIT, weeks, month), month)
    return MonthOfSickness(employer_benefit=owed, to_employee=due)


def _parts(
    sheet: Worksheet, weekly: Rule, weeks: Sequence[WorkedWeek], month: Month
) -> dict[Week, Operand]:
    """The month's part of each week's amount under a rule."""
    found: dict[Week, Operand] = {}
    for worked in weeks:
        whole, week = worked.operands.get(weekly.id), worked.row.week
        days = worked.row.refundable_days
        if weekly is EMPLOYER_BENEFIT:
            days = worked.row.employer_period_days
        if whole is not None and any(day in month for day, _ in days):
            found[week] = _Divided(sheet, weekly, week, whole, days).part(month)
    return found


def _total(
    sheet: Worksheet, rule: Rule, parts: Mapping[Week, Operand], month: Month
) -> Operand | None:
    """The month's part of the weeks' amounts under a rule."""
    if not parts:
        return None
    named = {f"week_{week.week}": part for week, part in parts.items()}
    value = decimal(sum(part.hundredths for part in parts.values()))
    return sheet.calculate(rule, month.first_day, " + ".join(named), named, value, Unit.DKK)


@attrs.frozen
class _Divided:
    """A week's amount, which may belong to two months."""

    sheet: Worksheet
    weekly: Rule
    week: Week
    whole: Operand
    days: Sequence[tuple[date, Fraction]]

    def part(self, month: Month) -> Operand:
        """The part that belongs to one of them."""
        first_day, last_day = self.days[0][0], self.days[-1][0]
        first = Month.of(first_day)
        if last_day in first:
            return self.whole
        earlier = self._earlier(first)
        if first == month:
            return earlier
        return self.sheet.calculate(
            _LATER,
            last_day,
            "amount - earlier",
            {"amount": self.whole, "earlier": earlier},
            decimal(self.whole.hundredths - earlier.hundredths),
            Unit.DKK,
            key=f"{self.weekly.id}, {self.week}",
        )

    def _earlier(self, first: Month) -> Operand:
        sheet, week = self.sheet, self.week
        hours = sum((each for _, each in self.days), Fraction(0))
        before = sum((each for day, each in self.days if day in first), Fraction(0))
        whose = "employer_" if self.weekly is EMPLOYER_BENEFIT else ""
        sheet.caveat(
            "week-in-two-months",
            msg(
                "No source was found for how a week's refund is divided between two months; here"
                " it is divided by the hours"
            ),
            concerns=("hours",),
        )
        return sheet.calculate(
            _EARLIER,
            self.days[0][0],
            "amount * before / hours",
            {
                "amount": self.whole,
                "before": sheet.given(
                    f"{whose}hours_before[{week}]",
                    before,
                    Unit.HOURS,
                    label=msg("Hours of {week} in {month}", week=week, month=first),
                ),
                "hours": sheet.given(
                    f"{whose}hours_in_all[{week}]",
                    hours,
                    Unit.HOURS,
                    label=msg("Hours of {week} in all", week=week),
                ),
            },
            decimal(round_half_away(self.whole.hundredths * before / hours)),
            Unit.DKK,
            rounding=Rounding.OERE,
            key=f"{self.weekly.id}, {week}",
        )
