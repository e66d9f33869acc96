"""What the fields of inputs and results are called in tables and charts."""

from __future__ import annotations

from enum import Enum

from socialkapitel.calculators.sickness import PaidTo
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.calculators.wage_subsidy import TargetGroup
from socialkapitel.messages import Message, Text, msg
from socialkapitel.parameters import Unit

_FIELDS = {
    "absence": msg("Absence"),
    "arrangement": msg("Arrangement"),
    "atp": msg("ATP"),
    "atp_class": msg("ATP class"),
    "average": msg("Average"),
    "basis": msg("Basis"),
    "benefit": msg("Sickness benefit"),
    "ceiling": msg("Ceiling"),
    "contributions": msg("The employer's contributions"),
    "eligible": msg("Eligible"),
    "employee_income": msg("The employee's income"),
    "employer_period": msg("Employer period"),
    "expires_on": msg("Expires on"),
    "first_day": msg("First day"),
    "granted_on": msg("Granted on"),
    "gross": msg("Refund before the reduction"),
    "hourly_pay": msg("Hourly pay"),
    "hours": msg("Hours"),
    "in_force": msg("In force"),
    "job": msg("Job"),
    "maximum": msg("Maximum"),
    "month": msg("Month"),
    "on": msg("Day"),
    "other_contributions": msg("Other employer contributions"),
    "outcome": msg("Outcome"),
    "paid_by_municipality": msg("From the municipality"),
    "paid_during_sickness": msg("Pay during sickness"),
    "paid_out": msg("Supplement paid out to the employee"),
    "paid_to": msg("Paid to"),
    "pay": msg("Pay"),
    "places": msg("Places"),
    "quarter_hours": msg("Hours in the quarter"),
    "rate": msg("Rate"),
    "reduction": msg("Reduction"),
    "refund": msg("Refund"),
    "refundable_hours": msg("Hours with refund"),
    "renewable": msg("Renewable"),
    "required": msg("Required"),
    "set_off": msg("Reduction by the refund of sickness benefit"),
    "share": msg("Share"),
    "starting_pay": msg("Lowest agreed pay"),
    "started_on": msg("First day of the job"),
    "supplement": msg("State supplement"),
    "target_group": msg("Target group"),
    "total": msg("Pay and supplement"),
    "weekly_hours": msg("Weekly hours"),
}

_AMOUNTS = {
    "AssistanceRefund": msg("Refund"),
    "EmployerCost": msg("The employer's net cost"),
    "FlexWageSupplement": msg("Flex wage supplement"),
    "FlexjobRefund": msg("Refund"),
    "SicknessRefund": msg("Refund"),
    "WageSubsidy": msg("Wage subsidy"),
}

CHOICES: dict[Enum, Message] = {
    PaidTo.EMPLOYER: msg("the employer"),
    PaidTo.EMPLOYEE: msg("the employee"),
    RefundBasis.ORDINARY: msg("after the employer period"),
    RefundBasis.SECTION_56: msg("section 56 agreement"),
    RefundBasis.FLEXJOB: msg("flexjob begun before 2013"),
    RefundBasis.FLEXJOB_SINCE_2013: msg("flexjob begun in 2013 or later"),
    TargetGroup.REHABILITATION: msg("rehabilitation"),
    TargetGroup.DISABILITY_PENSION: msg("disability pension"),
    TargetGroup.UNEMPLOYED_WITH_BENEFIT: msg("unemployed with benefit"),
    TargetGroup.NEWLY_QUALIFIED: msg("newly qualified with a disability"),
}
"""What the members of enumerations are called."""

UNITS = {
    Unit.DKK: msg("kroner"),
    Unit.DKK_PER_YEAR: msg("kroner a year"),
    Unit.DKK_PER_MONTH: msg("kroner a month"),
    Unit.DKK_PER_WEEK: msg("kroner a week"),
    Unit.DKK_PER_DAY: msg("kroner a day"),
    Unit.DKK_PER_HOUR: msg("kroner an hour"),
    Unit.PER_CENT: msg("per cent"),
    Unit.SHARE: msg("share"),
    Unit.HOURS: msg("hours"),
    Unit.HOURS_PER_WEEK: msg("hours a week"),
    Unit.HOURS_PER_MONTH: msg("hours a month"),
    Unit.CALENDAR_DAYS: msg("calendar days"),
    Unit.DAYS: msg("days"),
    Unit.WEEKS: msg("weeks"),
    Unit.MONTHS: msg("months"),
    Unit.YEARS: msg("years"),
    Unit.PEOPLE: msg("people"),
    Unit.PLACES: msg("places"),
    Unit.EMPLOYEES_PER_PLACE: msg("employees per place"),
}
"""What an axis is counted in."""


def field_label(name: str, kind: type | None = None) -> Text | str:
    """What a field is called; its own name where it has no other.

    ``kind`` is the class of the result that the field belongs to.
    """
    if name == "amount":
        return _AMOUNTS.get(kind.__name__ if kind else "", msg("Amount"))
    return _FIELDS.get(name, name)
