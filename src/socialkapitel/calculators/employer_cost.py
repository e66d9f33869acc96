"""A month's net cost to the employer, and income to the employee (arbejdsgiverens nettoudgift)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from socialkapitel.calculators.arrangements import (
    Arrangement,
    NewFlexjob,
    OldFlexjob,
    OrdinaryWork,
    SickLeave,
    SubsidisedWork,
)
from socialkapitel.calculators.flex_wage_supplement import flex_wage_supplement
from socialkapitel.calculators.flexjob_refund import flexjob_refund
from socialkapitel.calculators.inputs import check_month, figures_or_packaged
from socialkapitel.calculators.sickness import work_out_absence
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.calculators.sickness_month import kroner_of, month_of_sickness
from socialkapitel.calculators.wage_subsidy import wage_subsidy
from socialkapitel.errors import WrongType
from socialkapitel.explanation import (
    Explained,
    Operand,
    OriginKind,
    Severity,
    Worksheet,
    worked_out,
)
from socialkapitel.messages import Message, msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import FIRST_YEAR, Month
from socialkapitel.sources import Rule, Source

# No law says how to add: the word is the same in both languages.
_SUM = Source("sum")
_FIRST = date(FIRST_YEAR, 1, 1)
_WITH_BENEFIT = Rule(
    "employer_cost.refund_with_benefit", msg("Refund and sickness benefit"), _SUM, _FIRST
)
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
    """

    pay: Decimal
    contributions: Decimal
    employer_benefit: Decimal
    refund: Decimal
    supplement: Decimal
    amount: Decimal
    employee_income: Decimal
    paid_by_municipality: Decimal


@attrs.frozen
class _Received:
    """What is paid beside pay and contributions, and what others pay; None for nothing."""

    benefit: Operand | None = None
    refund: Operand | None = None
    supplement: Operand | None = None
    municipality: Operand | None = None


def employer_cost(
    arrangement: Arrangement, month: Month, *, parameters: ParameterSet | None = None
) -> EmployerCost:
    """A month's net cost to the employer under one arrangement (nettoudgift).

    Built from the library's other calculators, whose steps stand in the explanation. Refunds are
    counted in the month that they are for, whenever they are paid.

    * `OrdinaryWork`: pay and contributions.
    * `SickLeave`: less the refund of sickness benefit and the supplement to it; without a right to
      pay, with the benefit that the employer owes in the employer period. Refunds are by week; a
      week that lies in two months is divided by its hours.
    * `OldFlexjob`: less the refund, and less the sickness benefit that was set off against it.
    * `NewFlexjob`: the employer gets nothing; the municipality pays the employee the supplement.
    * `SubsidisedWork`: less the wage subsidy.

    Args:
        arrangement: how the employee works in the month, with pay and contributions.
        month: the month.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for anything that the calculator for the arrangement does not accept.
        NotInForce: for a month for which a rule or a figure is not known.

    >>> import socialkapitel as sk
    >>> work = sk.NewFlexjob(pay="15600", contributions="66.00", full_time_pay="32066.67")
    >>> cost = sk.employer_cost(work, sk.Month(2024, 3))
    >>> cost.amount, cost.employee_income
    (Decimal('15666.00'), Decimal('30872.00'))
    """
    if not isinstance(arrangement, Arrangement):
        raise WrongType(
            "arrangement",
            arrangement,
            msg("an OrdinaryWork, SickLeave, OldFlexjob, NewFlexjob or SubsidisedWork"),
        )
    check_month(month)
    title = msg("Net cost to the employer, {month}", month=month)
    return worked_out(title, figures_or_packaged(parameters), _work_out, arrangement, month)


def _work_out(sheet: Worksheet, arrangement: Arrangement, month: Month) -> EmployerCost:
    paid = {
        "pay": sheet.given("pay", msg("Pay for the month"), arrangement.pay, Unit.DKK),
        "contributions": sheet.given(
            "contributions",
            msg("The employer's contributions"),
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
        case OldFlexjob():
            return _old_flexjob(sheet, arrangement, month)
        case NewFlexjob():
            return _new_flexjob(sheet, arrangement, month)
        case _:
            return _subsidised_work(sheet, arrangement, month)


def _sick_leave(sheet: Worksheet, work: SickLeave, month: Month) -> _Received:
    if work.absence.basis is RefundBasis.FLEXJOB_SINCE_2013:
        sheet.caveat(
            "flex-wage-supplement-left-out",
            msg("The employee's flex wage supplement is not counted in the income"),
            concerns=("employee_income",),
            severity=Severity.NOTE,
        )
    worked = work_out_absence(sheet, work.absence)
    part = month_of_sickness(sheet, worked.weeks, worked.result.paid_to, month)
    return _Received(
        benefit=part.employer_benefit,
        refund=part.refund,
        supplement=part.supplement,
        municipality=part.to_employee,
    )


def _old_flexjob(sheet: Worksheet, work: OldFlexjob, month: Month) -> _Received:
    benefits = dict(work.sickness_benefit)
    result = flexjob_refund(
        work.job,
        month,
        actual_pay=work.pay,
        sickness=benefits or None,
        parameters=sheet.parameters,
    )
    sheet.include(result.explanation, "flexjob")
    if not benefits:
        return _Received(refund=_included("flexjob.flexjob.refund", msg("Refund"), result.gross))
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
    return _Received(
        refund=sheet.calculate(_WITH_BENEFIT, day, " + ".join(parts), parts, value, Unit.DKK)
    )


def _new_flexjob(sheet: Worksheet, work: NewFlexjob, month: Month) -> _Received:
    result = flex_wage_supplement(
        month, pay=work.pay, full_time_pay=work.full_time_pay, parameters=sheet.parameters
    )
    sheet.include(result.explanation, "flexjob")
    step = "flexjob.flex_wage_supplement.supplement"
    return _Received(municipality=_included(step, msg("Flex wage supplement"), result.amount))


def _subsidised_work(sheet: Worksheet, work: SubsidisedWork, month: Month) -> _Received:
    result = wage_subsidy(work.job, month, hours=work.hours, parameters=sheet.parameters)
    sheet.include(result.explanation, "subsidy")
    step = "subsidy.wage_subsidy.amount"
    return _Received(refund=_included(step, msg("Wage subsidy"), result.amount))


def _included(step: str, label: Message, amount: Decimal) -> Operand:
    """What another calculator's result comes to, as the step of it that the sheet has."""
    return Operand(label, amount, Unit.DKK, OriginKind.STEP, step)


def _add_up(
    sheet: Worksheet, paid: dict[str, Operand], received: _Received, month: Month
) -> EmployerCost:
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
            msg("More is refunded than pay and contributions together: check what was given"),
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
        explanation=sheet.explanation(),
    )


def _sum(operands: dict[str, Operand]) -> int:
    return sum(operand.hundredths for operand in operands.values())
