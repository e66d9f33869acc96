"""A year of a flexjob since 2013: the supplement of each of its months, and their sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from decimal import Decimal

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.flex_wage_supplement import (
    ATP,
    FIRST,
    SUPPLEMENT,
    FlexWageSupplement,
    flex_wage_supplement,
    read_bonuses,
)
from socialkapitel.calculators.flexjob_since_2013 import Bonus, FlexjobSince2013
from socialkapitel.calculators.inputs import NumbersByMonth, months_held, read_by_month
from socialkapitel.calculators.refund_lines import PaidToEmployee, RefundLine
from socialkapitel.errors import InvalidInput, check_kind
from socialkapitel.explanation import (
    Explained,
    Operand,
    OriginKind,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.fields import raise_all
from socialkapitel.messages import Message, msg
from socialkapitel.money import Number, decimal, hundredths, oere
from socialkapitel.money import amount as read_amount
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
from socialkapitel.sources import Rule

_LAW, _ATP_LAW = SUPPLEMENT.source, ATP.source
_YEAR = Rule("flex_wage_year.supplement", msg("Flex wage supplement for the year"), _LAW, FIRST)
_TOTAL = Rule("flex_wage_year.total", msg("Pay and flex wage supplement for the year"), _LAW, FIRST)
_ATP = Rule("flex_wage_year.atp", msg("ATP contribution of the year's supplement"), _ATP_LAW, FIRST)
_PAID_OUT = Rule(
    "flex_wage_year.paid_out",
    msg("The year's supplement paid out to the employee"),
    _ATP_LAW,
    FIRST,
)


@brief
@attrs.frozen(kw_only=True)
class FlexWageYear(PaidToEmployee, Explained):
    """A year's flex wage supplement, in kroner.

    Attributes:
        months: the supplement of each month in which the job is held.
        amount: the supplements of all of them together, which the municipality grants the employee.
        total: the pay and the supplements of the months together.
        atp: the ATP contributions that the municipality withholds; None where that of a month is
            not known.
        paid_out: what the employee is paid of the supplements; None where ``atp`` is.
    """

    months: tuple[FlexWageSupplement, ...]
    amount: Decimal
    total: Decimal
    atp: Decimal | None = None
    paid_out: Decimal | None = None

    @property
    def lines(self) -> tuple[RefundLine, ...]:
        """The lines of all months, in order of time."""
        return tuple(line for month in self.months for line in month.lines)


@attrs.frozen
class _MonthAsked:
    """A month with what `flex_wage_supplement` is asked of it."""

    month: Month
    pay: Decimal
    deciding_pay: Decimal | None
    payouts: Decimal
    benefit_days: Decimal


def flex_wage_year(
    job: FlexjobSince2013,
    year: int,
    *,
    pay: NumbersByMonth | Number,
    pay_before: Number | None = None,
    payouts: NumbersByMonth | None = None,
    bonuses: Sequence[Bonus] = (),
    benefit_days: NumbersByMonth | None = None,
    parameters: ParameterSet | None = None,
) -> FlexWageYear:
    """The flex wage supplements of a year of a flexjob since 2013 (årets fleksløntilskud).

    Each month is what `flex_wage_supplement` gives: calculated on the pay of the month before,
    with the month's own rates. The year is their sum. Law: LAB § 123 (before 2020: § 70 f).

    Args:
        job: the flexjob, begun in 2013 or later.
        year: the calendar year; months in which the job isn't held are left out.
        pay: what the employer pays in kroner for each month in which the job is held, pension
            contributions and holiday supplement included; or one amount, paid for every month.
        pay_before: what the employer paid for the month before the first of them: for a whole year,
            December of the year before, on which January's supplement is calculated. Where it isn't
            given, the pay is assumed to be the same in both months, with a caveat.
        payouts: what was paid out beside the pay, by the month in which it was paid. It counts in
            the supplement of the month after; what was paid in December, in the year after.
        bonuses: bonuses for several months, as in `flex_wage_supplement`.
        benefit_days: days for which another benefit was paid, in the months that have such days.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a year in which the job isn't held, a month whose pay isn't given, a
            month of another year, or anything that `flex_wage_supplement` does not accept.
        NotInForce: as `flex_wage_supplement`.

    >>> from datetime import date
    >>> import socialkapitel as sk
    >>> job = sk.FlexjobSince2013(started_on=date(2023, 5, 1), full_time_pay="32066.67")
    >>> year = sk.flex_wage_year(job, 2024, pay="15600", pay_before="15600")
    >>> len(year.months), year.amount, year.atp, year.paid_out
    (12, Decimal('183264.00'), Decimal('6000.00'), Decimal('177264.00'))
    """
    check_kind(job, FlexjobSince2013, "job")
    held = months_held(year, job.started_on, job.ended_on)
    SUPPLEMENT.check(
        held[0].first_day,
        msg("for jobs begun before 2013 calculate the year of a flexjob (flexjob_year)"),
    )
    job.check_month(held[0])
    return worked_out(
        msg("Flex wage supplement, {year}", year=str(year)),
        figures_or_packaged(parameters),
        _work,
        job,
        _asked(held, pay, pay_before, payouts, benefit_days),
        read_bonuses(bonuses),
    )


def _asked(
    held: tuple[Month, ...],
    pay: NumbersByMonth | Number,
    pay_before: Number | None,
    payouts: NumbersByMonth | None,
    benefit_days: NumbersByMonth | None,
) -> tuple[_MonthAsked, ...]:
    """Each month with its own pay, and what counts in it of the month before."""
    first, last = held[0], held[-1]
    before = Month.of(first.first_day - timedelta(days=1))
    pays: dict[Month, Decimal | None] = {
        before: None if pay_before is None else read_amount(pay_before, "pay_before")
    }
    own = _pays(held, pay)
    pays |= own
    paid_out = {
        month: read_amount(kroner, f"payouts[{month}]")
        for month, kroner in read_by_month(payouts, "payouts", before, last).items()
    }
    days = {
        month: decimal(hundredths(number, f"benefit_days[{month}]", most=month.last_day.day))
        for month, number in read_by_month(benefit_days, "benefit_days", first, last).items()
    }
    nothing = decimal(0)
    return tuple(
        _MonthAsked(
            month,
            own[month],
            pays[earlier],
            paid_out.get(earlier, nothing),
            days.get(month, nothing),
        )
        for earlier, month in zip((before, *held), held, strict=False)
    )


def _pays(held: tuple[Month, ...], pay: NumbersByMonth | Number) -> dict[Month, Decimal]:
    """The pay of every month; one that isn't given is not assumed to be 0."""
    if not isinstance(pay, Mapping):
        return dict.fromkeys(held, read_amount(pay, "pay"))
    given = read_by_month(pay, "pay", held[0], held[-1])
    faults = [
        InvalidInput(
            f"pay[{month}]", None, msg("the pay for {month}, 0 where none was paid", month=month)
        )
        for month in held
        if given.get(month) is None
    ]
    raise_all(faults)
    return {month: read_amount(given[month], f"pay[{month}]") for month in held}


def _work(
    sheet: Worksheet,
    job: FlexjobSince2013,
    asked: tuple[_MonthAsked, ...],
    bonuses: tuple[Bonus, ...],
) -> FlexWageYear:
    months = []
    for one in asked:
        result = flex_wage_supplement(
            job,
            one.month,
            pay=one.pay,
            deciding_pay=one.deciding_pay,
            payouts=one.payouts,
            bonuses=bonuses,
            benefit_days=one.benefit_days,
            parameters=sheet.parameters,
        )
        months.append(result)
        sheet.include(result.explanation, str(one.month))
    supplement = _sum(
        sheet,
        _YEAR,
        "supplement",
        {
            one.month: (msg("Flex wage supplement, {month}", month=one.month), result.amount)
            for one, result in zip(asked, months, strict=True)
        },
    )
    atp, paid_out = _atp(sheet, asked, months, supplement)
    total = _sum(
        sheet,
        _TOTAL,
        "total",
        {
            one.month: (msg("Pay and supplement, {month}", month=one.month), result.total)
            for one, result in zip(asked, months, strict=True)
        },
    )
    return FlexWageYear(
        months=tuple(months),
        amount=decimal(supplement.hundredths),
        total=decimal(total.hundredths),
        atp=atp,
        paid_out=paid_out,
        explanation=sheet.explanation(_YEAR, _PAID_OUT, _TOTAL),
    )


def _atp(
    sheet: Worksheet,
    asked: tuple[_MonthAsked, ...],
    months: list[FlexWageSupplement],
    supplement: Operand,
) -> tuple[Decimal | None, Decimal | None]:
    """The ATP contributions, and what is paid out; None where that of a month isn't known."""
    known = {
        one.month: (msg("ATP contribution of the supplement, {month}", month=one.month), result.atp)
        for one, result in zip(asked, months, strict=True)
        if result.atp is not None
    }
    if len(known) < len(months):
        return None, None
    contributions = _sum(sheet, _ATP, "atp", known)
    paid_out = decimal(supplement.hundredths - contributions.hundredths)
    sheet.calculate(
        _PAID_OUT,
        asked[0].month.first_day,
        "supplement - atp",
        {"supplement": supplement, "atp": contributions},
        paid_out,
        Unit.DKK,
    )
    return decimal(contributions.hundredths), paid_out


def _sum(
    sheet: Worksheet, rule: Rule, step: str, parts: Mapping[Month, tuple[Message, Decimal]]
) -> Operand:
    """The sum of what a step of each month gave."""
    operands = {
        f"month_{month.month}": Operand(
            label, value, Unit.DKK, OriginKind.STEP, f"{month}.flex_wage_supplement.{step}"
        )
        for month, (label, value) in parts.items()
    }
    value = decimal(sum(oere(value) for _, value in parts.values()))
    day = min(parts).first_day
    return sheet.calculate(rule, day, " + ".join(operands), operands, value, Unit.DKK)
