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
from socialkapitel.calculators.included import in_oere, included_givens, included_steps
from socialkapitel.calculators.inputs import check_month, figures_or_packaged
from socialkapitel.calculators.sickness import sickness_refund
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.calculators.sickness_months import MonthOfSickness
from socialkapitel.calculators.sickness_weeks import BENEFIT, REFUND, SUPPLEMENT
from socialkapitel.calculators.wage_subsidy import wage_subsidy
from socialkapitel.errors import WrongType
from socialkapitel.explanation import Explained, Operand, Worksheet
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import FIRST_YEAR, Month
from socialkapitel.sources import Rule, Source

# No law says how to add: the word is the same in both languages.
_SUM = Source("sum")
_FIRST = date(FIRST_YEAR, 1, 1)
_REFUND = Rule("employer_cost.refund", msg("Refund that belongs to the month"), _SUM, _FIRST)
_WITH_BENEFIT = Rule(
    "employer_cost.refund_with_benefit", msg("Refund and sickness benefit"), _SUM, _FIRST
)
_SUPPLEMENT = Rule(
    "employer_cost.supplement", msg("State supplement that belongs to the month"), _SUM, _FIRST
)
_BENEFIT = Rule(
    "employer_cost.benefit", msg("Sickness benefit that belongs to the month"), _SUM, _FIRST
)
_COST = Rule("employer_cost.cost", msg("The employer's net cost"), _SUM, _FIRST)
_INCOME = Rule("employer_cost.income", msg("The employee's income"), _SUM, _FIRST)


@attrs.frozen(kw_only=True)
class EmployerCost(Explained):
    """What a month costs the employer and gives the employee, in kroner.

    Attributes:
        pay: what the employer pays the employee.
        contributions: the employer's own contributions.
        refund: what the employer gets back: flexjob refund, wage subsidy, sickness benefit.
        supplement: the state's supplement to a refund of sickness benefit.
        amount: the employer's net cost: pay and contributions less refund and supplement.
        employee_income: pay and what the municipality pays the employee.
        paid_by_municipality: what the municipality pays the employee: flex wage supplement, or
            sickness benefit where there is no right to pay during the absence.
    """

    pay: Decimal
    contributions: Decimal
    refund: Decimal
    supplement: Decimal
    amount: Decimal
    employee_income: Decimal
    paid_by_municipality: Decimal


@attrs.frozen
class _Received:
    """What others pay for the month; None where they pay nothing."""

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
    * `SickLeave`: less the refund of sickness benefit and the state's supplement to it. Refunds
      are by week; a week that lies in two months is divided by its refundable hours.
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
    sheet = Worksheet(
        msg("Net cost to the employer, {month}", month=month), figures_or_packaged(parameters)
    )
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
    result = sickness_refund(work.absence, parameters=sheet.parameters)
    sheet.include(result.explanation, "sickness")
    if work.absence.basis is RefundBasis.FLEXJOB_SINCE_2013:
        sheet.caveat(
            "flex-wage-supplement-left-out",
            msg("The employee's flex wage supplement is not counted in the income"),
        )
    part = MonthOfSickness(sheet, result, "sickness", month)
    if work.absence.paid_during_sickness:
        return _Received(
            refund=part.total(_REFUND, REFUND), supplement=part.total(_SUPPLEMENT, SUPPLEMENT)
        )
    return _Received(municipality=part.total(_BENEFIT, BENEFIT))


def _old_flexjob(sheet: Worksheet, work: OldFlexjob, month: Month) -> _Received:
    benefits = dict(work.sickness_benefit)
    result = flexjob_refund(
        work.job,
        month,
        actual_pay=work.pay,
        sickness_benefit=benefits or None,
        parameters=sheet.parameters,
    )
    sheet.include(result.explanation, "flexjob")
    steps = included_steps(result.explanation, "flexjob")
    if not benefits:
        return _Received(refund=steps["flexjob.refund"])
    givens = included_givens(result.explanation, "flexjob")
    parts = {"refund": steps["flexjob.after_set_off"]}
    for place, day in enumerate(benefits, start=1):
        parts[f"day_{place}"] = givens[f"sickness_benefit[{day}]"]
    value = decimal(sum(map(in_oere, parts.values())))
    day = month.first_day
    return _Received(
        refund=sheet.calculate(_WITH_BENEFIT, day, " + ".join(parts), parts, value, Unit.DKK)
    )


def _new_flexjob(sheet: Worksheet, work: NewFlexjob, month: Month) -> _Received:
    result = flex_wage_supplement(
        month, pay=work.pay, full_time_pay=work.full_time_pay, parameters=sheet.parameters
    )
    sheet.include(result.explanation, "flexjob")
    steps = included_steps(result.explanation, "flexjob")
    return _Received(municipality=steps["flex_wage_supplement.supplement"])


def _subsidised_work(sheet: Worksheet, work: SubsidisedWork, month: Month) -> _Received:
    result = wage_subsidy(work.job, month, hours=work.hours, parameters=sheet.parameters)
    sheet.include(result.explanation, "subsidy")
    return _Received(refund=included_steps(result.explanation, "subsidy")["wage_subsidy.amount"])


def _add_up(
    sheet: Worksheet, paid: dict[str, Operand], received: _Received, month: Month
) -> EmployerCost:
    got = {
        name: operand
        for name, operand in (("refund", received.refund), ("supplement", received.supplement))
        if operand is not None
    }
    cost = sum(map(in_oere, paid.values())) - sum(map(in_oere, got.values()))
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
        )
    incomes = {"pay": paid["pay"]}
    if received.municipality is not None:
        incomes["municipality"] = received.municipality
    income = decimal(sum(map(in_oere, incomes.values())))
    sheet.calculate(_INCOME, month.first_day, " + ".join(incomes), incomes, income, Unit.DKK)
    return EmployerCost(
        pay=_amount(paid["pay"]),
        contributions=_amount(paid["contributions"]),
        refund=_amount(received.refund),
        supplement=_amount(received.supplement),
        amount=decimal(cost),
        employee_income=income,
        paid_by_municipality=_amount(received.municipality),
        explanation=sheet.explanation(),
    )


def _amount(operand: Operand | None) -> Decimal:
    return decimal(in_oere(operand) if operand else 0)
