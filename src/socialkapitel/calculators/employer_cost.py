"""A month's net cost to the employer, and income to the employee (arbejdsgiverens nettoudgift)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.arrangements import (
    Arrangement,
    FlexjobSince2013Work,
    FlexjobWork,
    OrdinaryWork,
    SickLeave,
    SubsidisedWork,
)
from socialkapitel.calculators.flex_wage_supplement import flex_wage_supplement
from socialkapitel.calculators.flexjob_refund import FlexjobRefund, flexjob_refund
from socialkapitel.calculators.refund_lines import refund_by_day
from socialkapitel.calculators.sickness import WorkedAbsence, work_out_absence
from socialkapitel.calculators.sickness_absence import (
    RefundBasis,
    SicknessAbsence,
    recorded_weeks,
)
from socialkapitel.calculators.sickness_calendar import DayState
from socialkapitel.calculators.sickness_month import kroner_of, month_of_sickness
from socialkapitel.calculators.wage_subsidy import wage_subsidy
from socialkapitel.errors import WrongType
from socialkapitel.explanation import (
    Explained,
    Operand,
    OriginKind,
    Rounding,
    Severity,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.glossary import GIVENS
from socialkapitel.holidays import weekday_holiday
from socialkapitel.messages import Message, msg
from socialkapitel.money import decimal, oere, round_half_away
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import FIRST_YEAR, Month, Period, read_month
from socialkapitel.sources import Rule, Source

# No law says how to add up; "sum" is the same word in both languages.
_SUM = Source("sum")
_FIRST = date(FIRST_YEAR, 1, 1)
_WITH_BENEFIT = Rule(
    "employer_cost.refund_with_benefit", msg("Refund and sickness benefit"), _SUM, _FIRST
)
_FROM_MUNICIPALITY = Rule(
    "employer_cost.from_municipality",
    msg("Paid to the employee by the municipality"),
    _SUM,
    _FIRST,
)
_WORK = Rule("employer_cost.work_done", msg("Value of the work done"), _SUM, _FIRST)
_COST = Rule("employer_cost.cost", msg("The employer's net cost"), _SUM, _FIRST)
_INCOME = Rule("employer_cost.income", msg("The employee's income"), _SUM, _FIRST)


@attrs.frozen(kw_only=True)
class EmployerCost(Explained):
    """What a month costs the employer and gives the employee, in kroner.

    Attributes:
        pay: what the employer pays the employee.
        contributions: the employer's own contributions.
        employer_benefit: the sickness benefit that the employer owes the employee in the employer
            period, where there is no right to pay during the absence.
        refund: what the employer gets back: flexjob refund, wage subsidy, sickness benefit.
        supplement: the supplement to a refund of sickness benefit.
        amount: the employer's net cost: pay, contributions and benefit less refund and supplement.
        employee_income: pay, and the benefit or supplement that the employer and the municipality
            pay the employee.
        paid_by_municipality: what the municipality pays the employee: flex wage supplement, or
            sickness benefit where there is no right to pay during the absence.
        work_done: the value of the work done: the pay and contributions of the hours that were not
            lost to absence. None where those hours are not known: where sickness benefit is given
            only by day, and in documents of versions that did not record it.
    """

    pay: Decimal
    contributions: Decimal
    employer_benefit: Decimal
    refund: Decimal
    supplement: Decimal
    amount: Decimal
    employee_income: Decimal
    paid_by_municipality: Decimal
    work_done: Decimal | None = None

    @property
    def cost_less_work(self) -> Decimal | None:
        """The net cost less the value of the work done; None where that isn't known."""
        return None if self.work_done is None else self.amount - self.work_done

    @property
    def to_employer(self) -> Decimal:
        """What the employer gets, without the supplement to a refund: the refund."""
        return self.refund

    @property
    def to_employee(self) -> Decimal:
        """What the municipality pays the employee."""
        return self.paid_by_municipality


@attrs.frozen
class _Received:
    """What is paid beside pay and contributions, and what others pay; None for nothing.

    ``lost`` are the month's planned hours and those lost to absence with pay, where there are any;
    None where they are not known.
    """

    benefit: Operand | None = None
    refund: Operand | None = None
    supplement: Operand | None = None
    municipality: Operand | None = None
    lost: Mapping[str, Operand] | None = attrs.field(factory=dict)


def employer_cost(
    arrangement: Arrangement, month: Month | str, *, parameters: ParameterSet | None = None
) -> EmployerCost:
    """A month's net cost to the employer under one arrangement (nettoudgift).

    Built from the library's other calculators, whose steps are part of the explanation. Refunds are
    counted in the month that they are for, whenever they are paid.

    * `OrdinaryWork`: pay and contributions.
    * `SickLeave`: less the refund of sickness benefit and the supplement to it; without a right to
      pay, with the benefit that the employer owes in the employer period. Refunds are by week; a
      week in two months is divided in proportion to its hours.
    * `FlexjobWork`: less the refund, and less the sickness benefit that was set off against it.
    * `FlexjobSince2013Work`: the municipality pays the employee the supplement, and the employer
      the refund of sickness benefit, where the employee is absent.
    * `SubsidisedWork`: less the wage subsidy.

    What the employer gets for it is the work: ``work_done`` is the pay and contributions of the
    hours that were not lost to absence, whatever the employee's capacity. So a partial return,
    whose refund is smaller than that of a full absence, can be weighed against the work that it
    gives.

    Args:
        arrangement: how the employee works in the month, with pay and contributions.
        month: the month.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for anything that the calculator for the arrangement does not accept.
        NotInForce: for a month for which a rule or a figure is not known.

    >>> import socialkapitel as sk
    >>> job = sk.FlexjobSince2013(started_on=date(2023, 5, 1), full_time_pay="32066.67")
    >>> work = sk.FlexjobSince2013Work(job=job, pay="15600", contributions="66.00")
    >>> cost = sk.employer_cost(work, sk.Month(2024, 3))
    >>> cost.amount, cost.employee_income
    (Decimal('15666.00'), Decimal('30872.00'))
    """
    if not isinstance(arrangement, Arrangement):
        raise WrongType(
            "arrangement",
            arrangement,
            msg(
                "ordinary work (OrdinaryWork), a sick leave (SickLeave), a flexjob begun"
                " before 2013 (FlexjobWork) or since (FlexjobSince2013Work), or work in a job"
                " with wage subsidy (SubsidisedWork)"
            ),
        )
    month = read_month(month, "month")
    title = msg("Net cost to the employer, {month}", month=month)
    return worked_out(title, figures_or_packaged(parameters), _work_out, arrangement, month)


def _work_out(sheet: Worksheet, arrangement: Arrangement, month: Month) -> EmployerCost:
    paid = {
        "pay": sheet.given("pay", arrangement.pay, Unit.DKK, label=GIVENS["month_pay"]),
        "contributions": sheet.given(
            "contributions",
            arrangement.contributions,
            Unit.DKK,
        ),
    }
    return _add_up(sheet, paid, _received(sheet, arrangement, month), month)


def _received(sheet: Worksheet, arrangement: Arrangement, month: Month) -> _Received:
    match arrangement:
        case OrdinaryWork():
            return _Received()
        case SickLeave():
            return _sick_leave(sheet, arrangement, month)
        case FlexjobWork():
            return _flexjob(sheet, arrangement, month)
        case FlexjobSince2013Work():
            return _flexjob_since_2013(sheet, arrangement, month)
        case _:
            return _subsidised_work(sheet, arrangement, month)


def _sick_leave(sheet: Worksheet, work: SickLeave, month: Month) -> _Received:
    if work.absence.basis is RefundBasis.FLEXJOB_SINCE_2013:
        sheet.caveat(
            "flex-wage-supplement-left-out",
            msg(
                "The employee's flex wage supplement is not counted in the income. Give"
                " the month in a flexjob since 2013 with the absence (FlexjobSince2013Work)"
            ),
            concerns=("employee_income",),
            severity=Severity.NOTE,
        )
    return _absence(sheet, work.absence, month)[0]


def _absence(
    sheet: Worksheet, absence: SicknessAbsence, month: Month
) -> tuple[_Received, WorkedAbsence]:
    """What is paid for an absence in a month, and the absence as it was worked out."""
    worked = work_out_absence(sheet, absence)
    if (day := known_through(absence, month)) is not None:
        sheet.caveat(
            "absence-recorded-through",
            msg(
                "The absence is recorded through {day}. The employee is counted as back at work"
                " after that. Record the later weeks, or 0 hours for the first week back at work",
                day=day,
            ),
            concerns=("hours",),
        )
    part = month_of_sickness(sheet, worked.weeks, worked.result.paid_to, month)
    lost = _lost(sheet, absence, worked, month) if absence.paid_during_sickness else {}
    return (
        _Received(
            benefit=part.employer_benefit,
            refund=part.refund,
            supplement=part.supplement,
            municipality=part.to_employee,
            lost=lost,
        ),
        worked,
    )


def known_through(absence: SicknessAbsence, month: Month) -> date | None:
    """The last day that is recorded, where later working days of the month are not known."""
    through = _recorded_through(absence)
    if through is None or month.last_day <= through:
        return None
    unknown = [day for day in Period(month.first_day, month.last_day) if day > through]
    return through if any(absence.plan.planned(day) for day in unknown) else None


def _recorded_through(absence: SicknessAbsence) -> date | None:
    """The last day that a record covers; None where the employee is back by then."""
    last = recorded_weeks(absence.hours)[-1]
    ends = [period.end for period, _ in absence.days]
    if not last.hours or any(
        state is DayState.FIT and last.week.monday <= period.start for period, state in absence.days
    ):
        return None
    return max([last.week.sunday, *ends])


def _lost(
    sheet: Worksheet, absence: SicknessAbsence, worked: WorkedAbsence, month: Month
) -> dict[str, Operand]:
    """The month's planned hours, public holidays left out, and those lost to absence."""
    days = [day for day in Period(month.first_day, month.last_day) if not weekday_holiday(day)]
    planned = sum((absence.plan.planned(day) for day in days), Fraction(0))
    absent = sum(
        (
            hours
            for week in worked.result.weeks
            for day, hours in (*week.employer_period_days, *week.refundable_days)
            if day in month
        ),
        Fraction(0),
    )
    if not absent or not planned:
        return {}
    return {
        "planned": sheet.given("planned_hours", planned, Unit.HOURS),
        "absent": sheet.given("absent_hours", min(absent, planned), Unit.HOURS),
    }


def _flexjob(sheet: Worksheet, work: FlexjobWork, month: Month) -> _Received:
    if work.absence is None:
        benefits = dict(work.sickness_benefit)
        refund = _flexjob_refund(sheet, work, benefits, month)
        return _Received(refund=refund, lost=None if benefits else {})
    received, worked = _absence(sheet, work.absence, month)
    first, last = work.job.first_day, work.job.ended_on
    by_day = {
        day: kroner
        for day, kroner in refund_by_day(worked.result.weeks).items()
        if day in month and first <= day <= (last or day)
    }
    result = _refund_of_month(sheet, work, by_day, month)
    rule = "after_set_off" if by_day else "refund"
    own = _included(f"flexjob.flexjob.{rule}", msg("Flexjob refund"), result.amount)
    if received.refund is None:
        return attrs.evolve(received, refund=own)
    parts = {"refund": own, "sickness": received.refund}
    value = decimal(sum(part.hundredths for part in parts.values()))
    together = sheet.calculate(
        _WITH_BENEFIT, month.first_day, "refund + sickness", parts, value, Unit.DKK
    )
    return attrs.evolve(received, refund=together)


def _refund_of_month(
    sheet: Worksheet, work: FlexjobWork, benefits: dict[date, Decimal], month: Month
) -> FlexjobRefund:
    result = flexjob_refund(
        work.job,
        month,
        actual_pay=work.pay,
        paid_hours=work.paid_hours,
        sickness=benefits or None,
        parameters=sheet.parameters,
    )
    sheet.include(result.explanation, "flexjob")
    return result


def _flexjob_refund(
    sheet: Worksheet, work: FlexjobWork, benefits: dict[date, Decimal], month: Month
) -> Operand:
    """The flexjob's refund, with the benefit of days for which it was given."""
    result = _refund_of_month(sheet, work, benefits, month)
    if not benefits:
        return _included("flexjob.flexjob.refund", msg("Refund"), result.gross)
    after = _included(
        "flexjob.flexjob.after_set_off", msg("Refund after the reduction"), result.amount
    )
    parts = {"refund": after}
    for place, (day, amount) in enumerate(benefits.items(), start=1):
        label = msg("Sickness benefit, {day}", day=day)
        origin = f"flexjob.sickness[{day}]"
        parts[f"day_{place}"] = Operand(label, amount, Unit.DKK, OriginKind.GIVEN, origin)
    value = decimal(oere(result.amount) + sum(map(oere, benefits.values())))
    day = month.first_day
    return sheet.calculate(_WITH_BENEFIT, day, " + ".join(parts), parts, value, Unit.DKK)


def _flexjob_since_2013(sheet: Worksheet, work: FlexjobSince2013Work, month: Month) -> _Received:
    received = _Received()
    if work.absence is not None:
        received, _ = _absence(sheet, work.absence, month)
    result = flex_wage_supplement(
        work.job,
        month,
        pay=work.pay,
        deciding_pay=work.deciding_pay,
        parameters=sheet.parameters,
    )
    sheet.include(result.explanation, "flexjob")
    step = "flexjob.flex_wage_supplement.supplement"
    supplement = _included(step, msg("Flex wage supplement"), result.amount)
    if received.municipality is None:
        return attrs.evolve(received, municipality=supplement)
    parts = {"supplement": supplement, "benefit": received.municipality}
    value = decimal(sum(part.hundredths for part in parts.values()))
    together = sheet.calculate(
        _FROM_MUNICIPALITY, month.first_day, "supplement + benefit", parts, value, Unit.DKK
    )
    return attrs.evolve(received, municipality=together)


def _subsidised_work(sheet: Worksheet, work: SubsidisedWork, month: Month) -> _Received:
    result = wage_subsidy(work.job, month, hours=work.hours, parameters=sheet.parameters)
    sheet.include(result.explanation, "subsidy")
    step = "subsidy.wage_subsidy.amount"
    return _Received(refund=_included(step, msg("Wage subsidy"), result.amount))


def _included(step: str, label: Message, amount: Decimal) -> Operand:
    """The amount of another calculator's result, as its step on the sheet."""
    return Operand(label, amount, Unit.DKK, OriginKind.STEP, step)


def _add_up(
    sheet: Worksheet, paid: dict[str, Operand], received: _Received, month: Month
) -> EmployerCost:
    work = _work_done(sheet, paid, received, month)
    incomes = {"pay": paid["pay"]}
    if received.benefit is not None:
        paid["benefit"] = incomes["benefit"] = received.benefit
    if received.municipality is not None:
        incomes["municipality"] = received.municipality
    got = {
        name: operand
        for name, operand in (("refund", received.refund), ("supplement", received.supplement))
        if operand is not None
    }
    cost = _sum(paid) - _sum(got)
    sheet.calculate(
        _COST,
        month.first_day,
        " - ".join([" + ".join(paid), *got]),
        {**paid, **got},
        decimal(cost),
        Unit.DKK,
    )
    if cost < 0:
        sheet.caveat(
            "refund-above-cost",
            msg("The refund is more than pay and contributions together: check the inputs"),
            concerns=("refund", "supplement"),
        )
    income = decimal(_sum(incomes))
    sheet.calculate(_INCOME, month.first_day, " + ".join(incomes), incomes, income, Unit.DKK)
    return EmployerCost(
        pay=kroner_of(paid["pay"]),
        contributions=kroner_of(paid["contributions"]),
        employer_benefit=kroner_of(received.benefit),
        refund=kroner_of(received.refund),
        supplement=kroner_of(received.supplement),
        amount=decimal(cost),
        employee_income=income,
        paid_by_municipality=kroner_of(received.municipality),
        work_done=work,
        explanation=sheet.explanation(_COST, _INCOME),
    )


def _work_done(
    sheet: Worksheet, paid: dict[str, Operand], received: _Received, month: Month
) -> Decimal | None:
    """The pay and contributions of hours that were not lost to absence, where they are known."""
    if received.lost is None:
        return None
    whole, expression = _sum(paid), "pay + contributions"
    value = Fraction(whole)
    if received.lost:
        expression = "(pay + contributions) * (planned - absent) / planned"
        planned, absent = (Fraction(received.lost[name].value) for name in ("planned", "absent"))
        value = whole * (planned - absent) / planned
    rounded = decimal(round_half_away(value))
    sheet.calculate(
        _WORK,
        month.first_day,
        expression,
        {**paid, **received.lost},
        rounded,
        Unit.DKK,
        rounding=Rounding.OERE if received.lost else Rounding.NONE,
    )
    return rounded


def _sum(operands: dict[str, Operand]) -> int:
    return sum(operand.hundredths for operand in operands.values())
