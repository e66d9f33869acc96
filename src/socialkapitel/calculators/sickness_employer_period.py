"""Who pays at first: the employer period, and whether the employee is entitled to it."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.calculators.sickness_absence import Employment, RefundBasis, SicknessAbsence
from socialkapitel.explanation import Outcome, Worksheet, counted
from socialkapitel.messages import Message, msg
from socialkapitel.parameters import Unit
from socialkapitel.periods import Period
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST = date(2000, 1, 1)
"""The first day for which the employer period is known, and so the earliest of the rules."""

CHAPTERS = date(2005, 5, 1)
"""The month of the oldest social chapter in which a rule was read."""

ACT = date(2006, 7, 3)
"""Sygedagpengeloven came into force."""

_DAY = timedelta(days=1)


def cited(paragraph: str, before: str = "dagpengeloven") -> Source:
    """A paragraph of sygedagpengeloven, and how it was cited before that act."""
    return Source(f"sygedagpengeloven {paragraph}", former=(FormerCitation(ACT - _DAY, before),))


_PERIOD = Rule("sickness.employer_period", msg("Employer period"), cited("§ 30"), FIRST)
EMPLOYMENT = Rule(
    "sickness.employment",
    msg("The employee is entitled to benefit from the employer"),
    Source("sygedagpengeloven § 30, stk. 2-4", read_in="danskelove.dk/sygedagpengeloven/30"),
    ACT,
)
_NEW_EMPLOYEE = Rule(
    "sickness.new_employee",
    msg("The municipality pays from the first day of absence"),
    Source("sygedagpengeloven §§ 30, 32 og 54", read_in="horesta.dk; statens-adm.dk"),
    ACT,
)
_SECTION_56 = Rule(
    "sickness.section_56",
    msg("The municipality pays from the first day of absence"),
    cited("§ 56", before="dagpengeloven § 28"),
    CHAPTERS,
)
_FLEXJOB = Rule(
    "sickness.flexjob",
    msg("The municipality pays from the first day of absence"),
    Source("L 68 (2010-12-22), bilag 4"),
    CHAPTERS,
)
NO_MINIMUM = Rule(
    "sickness.no_minimum",
    msg("The absence counts whatever its hours (flexjob begun in 2013 or later)"),
    Source("sygedagpengeloven § 7, stk. 2", read_in="lov 1380/2012"),
    date(2013, 1, 1),
)
_FROM_FIRST_DAY = {
    RefundBasis.SECTION_56: (
        _SECTION_56,
        msg("absence under a section 56 agreement has no employer period"),
    ),
    RefundBasis.FLEXJOB: (_FLEXJOB, msg("an employee in a flexjob has no employer period")),
    RefundBasis.FLEXJOB_SINCE_2013: (
        _FLEXJOB,
        msg("an employee in a flexjob has no employer period"),
    ),
}
STARTS = {
    RefundBasis.FLEXJOB_SINCE_2013: (
        NO_MINIMUM,
        msg("for jobs begun before 2013 the basis is a flexjob begun before 2013 (FLEXJOB)"),
    ),
    RefundBasis.NEW_EMPLOYEE: (
        _NEW_EMPLOYEE,
        msg("for earlier absence the basis is refund after the employer period (ORDINARY)"),
    ),
}
"""The rules with which later bases began, and what to use before them."""

COVID_WINDOWS = (
    Period(date(2020, 2, 27), date(2021, 6, 30)),
    Period(date(2021, 11, 23), date(2022, 2, 28)),
)
"""When absence caused by Covid-19 had refund from the first day (§ 53 b); not computed."""


def check_basis(absence: SicknessAbsence) -> None:
    """Refuse a basis for an absence that began before the basis existed.

    Raises:
        NotInForce: naming the first day of the rule.
    """
    if absence.basis in STARTS:
        rule, hint = STARTS[absence.basis]
        rule.check(absence.first_day, hint)


@attrs.frozen
class FirstDays:
    """Who pays at the beginning of a spell.

    Attributes:
        employer_period: the days that the employer pays itself, if any.
        entitled: whether the employee is entitled to benefit from the employer; None where that is
            not asked.
    """

    employer_period: Period | None
    entitled: Outcome | None = None


def judge_first_days(sheet: Worksheet, absence: SicknessAbsence, start: date) -> FirstDays:
    """Judge who pays at the beginning of a spell, from what the refund is based on.

    An employee who is known not to be entitled to benefit from the employer has none; where that is
    not known, the basis decides.

    Raises:
        NotInForce: where the employer period isn't known for the day.
    """
    if absence.basis in _FROM_FIRST_DAY:
        rule, because = _FROM_FIRST_DAY[absence.basis]
        _from_first_day(sheet, rule, start, because)
        return FirstDays(None)
    new = absence.basis is RefundBasis.NEW_EMPLOYEE
    entitled = None
    if absence.employment is not None or not (new or absence.paid_during_sickness):
        entitled = _judge_employment(sheet, absence.employment or Employment(), start)
    if entitled is Outcome.NOT_FULFILLED or (new and entitled is not Outcome.FULFILLED):
        because = msg("the employee is not yet entitled to benefit from the employer")
        _from_first_day(sheet, _NEW_EMPLOYEE, start, because)
        return FirstDays(None, entitled)
    return FirstDays(_employer_period(sheet, start), entitled)


def _from_first_day(sheet: Worksheet, rule: Rule, start: date, because: Message) -> None:
    answer = msg("yes, from {day}", day=start)
    sheet.judge(rule, start, Outcome.FULFILLED, because, key=str(start), answer=answer)


def _employer_period(sheet: Worksheet, start: date) -> Period | None:
    days = whole_figure(sheet.figure("sickness_benefit.employer_period", start))
    period = Period.of_days(start, days) if days else None
    answer, because = msg("none"), msg("no employer period is in force on {day}", day=start)
    if period:
        answer = msg("{period}", period=period)
        because = msg(
            "the employer pays the first {days} itself; the municipality pays from {day}",
            days=counted(days, Unit.CALENDAR_DAYS),
            day=period.end + _DAY,
        )
    sheet.judge(_PERIOD, start, Outcome.FULFILLED, because, key=str(start), answer=answer)
    for window in COVID_WINDOWS:
        if start in window:
            sheet.caveat(
                "covid-period",
                msg(
                    "From {start} through {end} absence caused by Covid-19 had refund from the"
                    " first day (sygedagpengeloven § 53 b); that is not computed here",
                    start=window.start,
                    end=window.end,
                ),
                concerns=("basis",),
            )
    return period


def _judge_employment(sheet: Worksheet, employment: Employment, start: date) -> Outcome:
    """Whether the employee has worked for long enough to be owed benefit by the employer."""
    key = str(start)
    if start < EMPLOYMENT.valid_from:
        return sheet.judge(
            attrs.evolve(EMPLOYMENT, source=cited("§ 30")),
            start,
            Outcome.UNRESOLVED,
            msg("the requirement before {day} is not known", day=EMPLOYMENT.valid_from),
            key=key,
        ).outcome
    days = whole_figure(sheet.figure("sickness_benefit.employment.days", start))
    least = sheet.figure("sickness_benefit.employment.hours", start).value
    worked, at_work = employment.hours_in_8_weeks, employment.at_work_last
    long = None
    if employment.since is not None:
        long = employment.since <= start - timedelta(days=days)
    enough = None if worked is None else worked >= least
    missing: tuple[str, ...] = ()
    if worked is not None and not enough:
        outcome = Outcome.NOT_FULFILLED
        because = msg(
            "the employee was at work for {hours} in the {days} before the absence; the requirement"
            " is at least {least}",
            hours=counted(worked, Unit.HOURS),
            days=counted(days, Unit.DAYS),
            least=least,
        )
    elif long is False and at_work is False:
        outcome = Outcome.NOT_FULFILLED
        because = msg(
            "the employee was employed for less than {days}, and was not at work right before the"
            " absence",
            days=counted(days, Unit.DAYS),
        )
    elif enough and (long or at_work):
        outcome = Outcome.FULFILLED
        because = msg(
            "the employee was employed for {days} without a break, or was at work right before the"
            " absence, and was at work for at least {least} in those days",
            days=counted(days, Unit.DAYS),
            least=counted(least, Unit.HOURS),
        )
    else:
        outcome = Outcome.UNRESOLVED
        because = msg(
            "the requirement is {days} of employment without a break, and {least} at work in them;"
            " whether it is fulfilled is not known",
            days=counted(days, Unit.DAYS),
            least=counted(least, Unit.HOURS),
        )
        known = {
            "since": long,
            "hours_in_8_weeks": enough,
            "at_work_last": long or at_work,
        }
        missing = tuple(f"employment.{name}" for name, fact in known.items() if fact is None)
    return sheet.judge(EMPLOYMENT, start, outcome, because, key=key, missing=missing).outcome
