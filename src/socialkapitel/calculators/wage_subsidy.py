"""The wage subsidy to a public employer for hours with pay (løntilskud)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum

import attrs

from socialkapitel.calculators.inputs import check_month, figures_or_packaged, read_hourly_pay
from socialkapitel.errors import InvalidInput, check_kind
from socialkapitel.explanation import Explained, Operand, Rounding, Worksheet
from socialkapitel.formulas import wage_subsidy as formulas
from socialkapitel.messages import msg
from socialkapitel.money import Number, decimal, hourly_rate, hundredths, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
from socialkapitel.sources import FormerCitation, Rule, Source

_FIRST = date(2005, 5, 1)
_FORMER = (FormerCitation(date(2019, 12, 31), "LAB § 63"),)
RATE = Rule(
    "wage_subsidy.rate", msg("Subsidy an hour"), Source("LAB kap. 12", former=_FORMER), _FIRST
)
_AMOUNT = Rule(
    "wage_subsidy.amount",
    msg("Subsidy for the hours with pay"),
    Source("LAB § 88", former=_FORMER),
    _FIRST,
)

CAP = "wage_subsidy.rehabilitation_max"


class TargetGroup(Enum):
    """Whom a public employer gets a wage subsidy for (målgruppe).

    * ``REHABILITATION``: a person in rehabilitation (revalidend).
    * ``DISABILITY_PENSION``: a person on disability pension (førtidspensionist).
    * ``UNEMPLOYED_WITH_BENEFIT``: an unemployed person with benefit (ledig med dagpenge).
    """

    REHABILITATION = "rehabilitation"
    DISABILITY_PENSION = "disability_pension"
    UNEMPLOYED_WITH_BENEFIT = "unemployed_with_benefit"


FIXED_RATES = {
    TargetGroup.DISABILITY_PENSION: "wage_subsidy.disability_pension",
    TargetGroup.UNEMPLOYED_WITH_BENEFIT: "wage_subsidy.unemployed_public",
}


def check_target_group(value: TargetGroup) -> TargetGroup:
    """Let a `TargetGroup` through."""
    return check_kind(value, TargetGroup, "target_group")


def _read_granted_rate(value: Number | None) -> Decimal | None:
    return None if value is None else hourly_rate(value, "granted_rate")


@attrs.frozen(kw_only=True)
class SubsidisedJob:
    """A job with wage subsidy at a public employer (job med løntilskud).

    Attributes:
        target_group: whom the subsidy is for.
        hourly_pay: kroner an hour, above 0; the subsidy is never more.
        granted_rate: kroner an hour that the municipality granted by the person's working
            capacity; only and always for rehabilitation, as the other groups have fixed rates.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    target_group: TargetGroup = attrs.field(converter=check_target_group)
    hourly_pay: Decimal = attrs.field(converter=read_hourly_pay)
    granted_rate: Decimal | None = attrs.field(converter=_read_granted_rate, default=None)

    def __attrs_post_init__(self) -> None:
        if self.target_group is TargetGroup.REHABILITATION and self.granted_rate is None:
            raise InvalidInput(
                "granted_rate", None, msg("the rate that was granted, in kroner an hour")
            )
        if self.target_group in FIXED_RATES and self.granted_rate is not None:
            raise InvalidInput(
                "granted_rate",
                self.granted_rate,
                msg("None: only rehabilitation has a granted rate, the law fixes the others"),
            )


@attrs.frozen(kw_only=True)
class WageSubsidy(Explained):
    """A month's wage subsidy.

    Attributes:
        rate: kroner an hour.
        hours: the month's hours with pay.
        amount: kroner to claim.
    """

    rate: Decimal
    hours: Decimal
    amount: Decimal


def wage_subsidy(
    job: SubsidisedJob,
    month: Month,
    *,
    hours: Number,
    parameters: ParameterSet | None = None,
) -> WageSubsidy:
    """The wage subsidy (løntilskud) to a public employer for a month's hours with pay.

    Hours times rate, rounded once, to the øre. The rate is the one of the month's first day:
    for rehabilitation the granted one, at most the cap; for disability pension and unemployed
    people with benefit a fixed one; never more than the hourly pay. Law: LAB chapter 12 and § 88
    (before 2020: § 63).

    In rehabilitation the subsidy is answered for from May 2005. Where no cap is known on the
    month's first day, the granted rate stands and the caveat ``cap-unknown`` says so. The sources
    disagree on the cap: 100.00 in one chapter's text of 2005, 103.59 in another's from
    1 January 2007; each holds for its own dates.

    Args:
        job: the subsidised job.
        month: the month.
        hours: the hours of the month for which pay was paid, at most all its hours. Hours for
            which the employer gets sickness or maternity benefit refunded don't count: leave
            them out.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for hours below 0, above those of the month, or with more than two decimals.
        NotInForce: for a month for which the group's rate is not known, or, in rehabilitation,
            before May 2005.

    >>> import socialkapitel as sk
    >>> job = sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="115.00")
    >>> sk.wage_subsidy(job, sk.Month(2007, 11), hours="64.5").amount
    Decimal('1413.84')
    """
    check_kind(job, SubsidisedJob, "job")
    day = check_month(month).first_day
    worked = decimal(hundredths(hours, "hours", most=24 * month.last_day.day))
    sheet = Worksheet(msg("Wage subsidy, {month}", month=month), figures_or_packaged(parameters))
    rate, hourly = _hourly(sheet, job, day)
    given = sheet.given("hours", msg("Hours with pay in the month"), worked, Unit.HOURS)
    amount = decimal(formulas.subsidy(oere(worked), rate))
    sheet.calculate(
        _AMOUNT,
        day,
        "hours * rate",
        {"hours": given, "rate": hourly},
        amount,
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    return WageSubsidy(
        rate=decimal(rate), hours=worked, amount=amount, explanation=sheet.explanation()
    )


def _hourly(sheet: Worksheet, job: SubsidisedJob, day: date) -> tuple[int, Operand]:
    """The subsidy an hour in øre: the lowest of pay, granted or fixed rate, and cap."""
    candidates = {
        "pay": sheet.given("hourly_pay", msg("Hourly pay"), job.hourly_pay, Unit.DKK_PER_HOUR)
    }
    limits = []
    if job.granted_rate is None:
        fixed = sheet.figure(FIXED_RATES[job.target_group], day)
        candidates["fixed"] = sheet.of(fixed)
        limits.append(oere(fixed.value))
    else:
        RATE.check(day)
        candidates["granted"] = sheet.given(
            "granted_rate", msg("Rate granted"), job.granted_rate, Unit.DKK_PER_HOUR
        )
        limits.append(oere(job.granted_rate))
        if sheet.parameters[CAP].covers(day):
            cap = sheet.figure(CAP, day)
            candidates["cap"] = sheet.of(cap)
            limits.append(oere(cap.value))
        else:
            sheet.caveat(
                "cap-unknown",
                msg(
                    "No cap on the subsidy in rehabilitation is known for {day}; the granted rate"
                    " was not held against one",
                    day=day,
                ),
            )
    rate: int = formulas.subsidy_rate(oere(job.hourly_pay), *limits)
    expression = f"min({', '.join(candidates)})"
    step = sheet.calculate(RATE, day, expression, candidates, decimal(rate), Unit.DKK_PER_HOUR)
    return rate, step
