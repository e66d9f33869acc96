"""Who pays at first: the employer period, and whether the employee is entitled to it."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.calculators.sickness_absence import Employment, RefundBasis, SicknessAbsence
from socialkapitel.explanation import Outcome, Worksheet
from socialkapitel.messages import msg
from socialkapitel.periods import Period
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST = date(2000, 1, 1)
"""The first day for which the employer period is known, and so the earliest of the rules."""

CHAPTERS = date(2005, 5, 1)
"""The month of the oldest social chapter that a rule was read in."""

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
    msg("Refund from the first day of absence"),
    Source("sygedagpengeloven §§ 30, 32 og 54", read_in="horesta.dk; statens-adm.dk"),
    ACT,
)
_SECTION_56 = Rule(
    "sickness.section_56",
    msg("Refund from the first day of absence"),
    cited("§ 56", before="dagpengeloven § 28"),
    CHAPTERS,
)
_FLEXJOB = Rule(
    "sickness.flexjob",
    msg("Refund from the first day of absence"),
    Source("L 68 (2010-12-22), bilag 4"),
    CHAPTERS,
)
NO_MINIMUM = Rule(
    "sickness.no_minimum",
    msg("Absence that counts, flexjob granted since 2013"),
    Source("sygedagpengeloven § 7, stk. 2", read_in="lov 1380/2012"),
    date(2013, 1, 1),
)
_FROM_FIRST_DAY = {
    RefundBasis.SECTION_56: (_SECTION_56, msg("a section 56 agreement: no employer period")),
    RefundBasis.FLEXJOB: (_FLEXJOB, msg("a flexjob: no employer period")),
    RefundBasis.FLEXJOB_SINCE_2013: (_FLEXJOB, msg("a flexjob: no employer period")),
}
STARTS = {
    RefundBasis.FLEXJOB_SINCE_2013: (NO_MINIMUM, msg("for jobs granted before 2013 use FLEXJOB")),
    RefundBasis.NEW_EMPLOYEE: (_NEW_EMPLOYEE, msg("for absence before it use ORDINARY")),
}
"""The rules that begin bases which have not always been there, and what to use before."""

COVID_WINDOWS = (
    Period(date(2020, 2, 27), date(2021, 6, 30)),
    Period(date(2021, 11, 23), date(2022, 2, 28)),
)
"""When absence caused by Covid-19 had refund from the first day (§ 53 b); not computed."""


def check_basis(absence: SicknessAbsence) -> None:
    """Refuse a basis for an absence that began before there was one.

    Raises:
        NotInForce: with the first day of the rule.
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
    """Judge who pays at the beginning of a spell, from what the refund rests on.

    An employee who is known not to be entitled to benefit from the employer has none; where that is
    not known, the basis decides.

    Raises:
        NotInForce: where the employer period isn't known for the day.
    """
    if absence.basis in _FROM_FIRST_DAY:
        rule, because = _FROM_FIRST_DAY[absence.basis]
        sheet.judge(rule, start, Outcome.FULFILLED, because, key=str(start))
        return FirstDays(None)
    new = absence.basis is RefundBasis.NEW_EMPLOYEE
    entitled = None
    if absence.employment is not None or not (new or absence.paid_during_sickness):
        entitled = _judge_employment(sheet, absence.employment or Employment(), start)
    if entitled is Outcome.NOT_FULFILLED or (new and entitled is not Outcome.FULFILLED):
        because = msg("the employee is not yet entitled to benefit from the employer")
        sheet.judge(_NEW_EMPLOYEE, start, Outcome.FULFILLED, because, key=str(start))
        return FirstDays(None, entitled)
    return FirstDays(_employer_period(sheet, start), entitled)


def _employer_period(sheet: Worksheet, start: date) -> Period | None:
    days = whole_figure(sheet.figure("sickness_benefit.employer_period", start))
    period = Period.of_days(start, days) if days else None
    because = msg("no employer period")
    if period:
        because = msg(
            "{days} calendar days: {period}; the municipality pays from {day}",
            days=days,
            period=period,
            day=period.end + _DAY,
        )
    sheet.judge(_PERIOD, start, Outcome.FULFILLED, because, key=str(start))
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
    if enough is False:
        outcome = Outcome.NOT_FULFILLED
        because = msg(
            "{hours} hours at work in the {days} days before; the requirement is {least}",
            hours=worked,
            days=days,
            least=least,
        )
    elif long is False and at_work is False:
        outcome = Outcome.NOT_FULFILLED
        because = msg(
            "employed for less than {days} days, and not at work right before the absence",
            days=days,
        )
    elif enough and (long or at_work):
        outcome = Outcome.FULFILLED
        because = msg(
            "employed for {days} days without a break, or at work right before the absence, and"
            " at work for at least {least} hours in those days",
            days=days,
            least=least,
        )
    else:
        outcome = Outcome.UNRESOLVED
        because = msg(
            "the requirement is {days} days of employment without a break, and {least} hours at"
            " work in them; whether it is fulfilled is not known",
            days=days,
            least=least,
        )
        known = {
            "since": long,
            "hours_in_8_weeks": enough,
            "at_work_last": long or at_work,
        }
        missing = tuple(f"employment.{name}" for name, fact in known.items() if fact is None)
    return sheet.judge(EMPLOYMENT, start, outcome, because, key=key, missing=missing).outcome
