"""What the reader of a sickness refund must know: what was not stated, and other readings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Protocol

import attrs

from socialkapitel.calculators.otherwise import Otherwise, otherwise
from socialkapitel.calculators.sickness_absence import (
    Employment,
    RefundBasis,
    SicknessAbsence,
)
from socialkapitel.calculators.sickness_calendar import Course, DayState, DayStates
from socialkapitel.calculators.sickness_spells import Reading
from socialkapitel.explanation import Outcome, Worksheet
from socialkapitel.holidays import weekday_holidays_in
from socialkapitel.messages import Text, all_of, joined, msg
from socialkapitel.money import Kroner, decimal, round_half_away
from socialkapitel.periods import Period, Week

_DAY = timedelta(days=1)
_EIGHT_WEEKS = timedelta(weeks=8)


@attrs.frozen
class Amounts:
    """What the municipality pays for an absence, and what the employer owes in benefit."""

    paid: Decimal
    owed: Decimal


class WorkOut(Protocol):
    """Works the amounts out for a changed absence, or for another reading of the law."""

    def __call__(self, absence: SicknessAbsence, reading: Reading = ..., /) -> Amounts:
        """The amounts."""
        ...


@attrs.frozen
class Told:
    """An absence that has been worked out, and the sheet for its caveats."""

    sheet: Worksheet
    absence: SicknessAbsence
    course: Course
    here: Amounts
    work_out: WorkOut

    def tell(self) -> None:
        """Write the caveats down."""
        self._more_than_planned()
        self._public_holidays()
        self._first_day()
        self._days_at_work()
        self._employment()
        self._other_jobs()

    def _otherwise(self, absence: SicknessAbsence, reading: Reading = Reading.CHOSEN) -> Otherwise:
        """What a changed absence, or another reading of the law, gives."""
        other, here = self.work_out(absence, reading), self.here
        paid = Kroner(other.paid), Kroner(here.paid)
        if absence.paid_during_sickness:
            return otherwise((msg("the refund for the absence"), *paid))
        owed = Kroner(other.owed), Kroner(here.owed)
        return otherwise(
            (msg("the benefit from the municipality"), *paid),
            (msg("the benefit from the employer"), *owed),
        )

    def _more_than_planned(self) -> None:
        weeks = [
            week.recorded.week
            for week in self.course.weeks
            if week.above_plan and not week.whole_week
        ]
        if weeks:
            self.sheet.caveat(
                "hours-above-plan",
                msg(
                    "More hours are recorded than were to be worked on the working days of the"
                    " week ({weeks}); only those that were to be worked count",
                    weeks=in_a_row(weeks),
                ),
                concerns=("hours", "contract_hours"),
            )

        capped = [day for week in self.course.weeks for day, _ in week.capped]
        if capped:
            self.sheet.caveat(
                "hours-above-plan-on-day",
                msg(
                    "More hours of absence are recorded than were planned on {days}; only the"
                    " planned hours count. If more hours were to be worked, correct the plan",
                    days=in_a_row(capped),
                ),
                concerns=("hours",),
            )
        for rota, average in self.absence.plan.off_norm():
            self.sheet.caveat(
                "rota-off-norm",
                msg(
                    "The rota has {average} hours a week on average in {days}, and {norm} hours a"
                    " week are agreed; the hours of the rota count. Check the rota and the norm",
                    average=decimal(round_half_away(average * 100)),
                    days=rota.covers,
                    norm=rota.norm_hours,
                ),
                concerns=("schedule",),
            )

    def _public_holidays(self) -> None:
        absence, course = self.absence, self.course
        days = course.on_holidays
        if days:
            other = self._otherwise(_on_duty(absence, days))
            self.sheet.caveat(
                "hours-on-public-holiday",
                msg(
                    "Hours are recorded on public holidays ({days}), for which no benefit is due."
                    " If the employee was to work on them, say so (DayState.ON_DUTY): {otherwise}",
                    days=in_a_row(days),
                    otherwise=other.text,
                ),
                concerns=("days", "hours"),
                severity=other.severity,
            )
        days = course.shifts_on_holidays
        if days:
            other = self._otherwise(_on_duty(absence, days))
            self.sheet.caveat(
                "shift-on-public-holiday",
                msg(
                    "The rota has shifts on public holidays ({days}), and no benefit is counted for"
                    " them. If the employee was to work on them, say so (DayState.ON_DUTY):"
                    " {otherwise}",
                    days=in_a_row(days),
                    otherwise=other.text,
                ),
                concerns=("days",),
                severity=other.severity,
            )
        if course.on_duty:
            off_duty = tuple(entry for entry in absence.days if entry[1] is not DayState.ON_DUTY)
            other = self._otherwise(attrs.evolve(absence, days=off_duty))
            self.sheet.caveat(
                "on-duty-on-public-holiday",
                msg(
                    "No source was found for benefit on public holidays on which the employee was"
                    " to work ({days}); here it is due. It is also possible that it is not:"
                    " {otherwise}",
                    days=in_a_row(course.on_duty),
                    otherwise=other.text,
                ),
                concerns=("days",),
                severity=other.severity,
            )
        if any(weekday_holidays_in(week) for week in course.below_minimum):
            self.sheet.caveat(
                "minimum-in-week-with-holiday",
                msg(
                    "No source was found for whether fewer hours are enough in a week with public"
                    " holidays; here the minimum is the same"
                ),
                concerns=("sickness_benefit.partial.min_weekly_absence",),
            )

    def _first_day(self) -> None:
        absence, course = self.absence, self.course
        if course.begun_on_holidays:
            self.sheet.caveat(
                "first-day-on-public-holiday",
                msg(
                    "The first day of absence is a public holiday ({days}), and the employer period"
                    " is counted from it. If the employee was not to work then, the first day of"
                    " absence is the next working day",
                    days=in_a_row(course.begun_on_holidays),
                ),
                concerns=("first_day",),
            )
        if course.went_home:
            other = self._otherwise(absence, Reading.FIRST_DAY_AS_RECORDED)
            self.sheet.caveat(
                "went-home-during-the-day",
                msg(
                    "An employee who goes home during the day is absent from the next whole day"
                    " on; no paragraph says so, it is practice. The absence may also be counted"
                    " from the day itself ({days}): {otherwise}",
                    days=in_a_row(course.went_home),
                    otherwise=other.text,
                ),
                concerns=("first_day",),
                severity=other.severity,
            )

    def _days_at_work(self) -> None:
        days = self.course.at_work
        if not days:
            return
        fit = _with(self.absence.days, days, DayState.FIT)
        other = self._otherwise(attrs.evolve(self.absence, days=fit))
        self.sheet.caveat(
            "days-at-work-within-absence",
            msg(
                "No absence is recorded on {days}, between whole days of absence. Here that is"
                " partial leave whose hours fall on other days, and the absence continues. If the"
                " employee was fit and at full work, the absence ended, and the next one has an"
                " employer period of its own: {otherwise}; say which it was (DayState.PARTLY_FIT or"
                " DayState.FIT)",
                days=in_a_row(days),
                otherwise=other.text,
            ),
            concerns=("days", "hours"),
            severity=other.severity,
        )

    def _employment(self) -> None:
        absence, course = self.absence, self.course
        new = absence.basis is RefundBasis.NEW_EMPLOYEE
        if Outcome.UNRESOLVED in course.entitled and not new:
            known = absence.employment or Employment()
            not_entitled = attrs.evolve(known, hours_in_8_weeks=0)
            other = self._otherwise(attrs.evolve(absence, employment=not_entitled))
            self.sheet.caveat(
                "employment-not-known",
                msg(
                    "Whether the employee is entitled to benefit from the employer is not known;"
                    " here the employee is. If not, the municipality pays from the first day of"
                    " absence: {otherwise}",
                    otherwise=other.text,
                ),
                concerns=("employment",),
                severity=other.severity,
            )
        if absence.basis in {RefundBasis.ORDINARY, RefundBasis.NEW_EMPLOYEE} and any(
            spell.employer_period is None for spell in course.spells
        ):
            self.sheet.caveat(
                "municipality-requirement",
                msg(
                    "Benefit from the municipality from the first day of absence also requires 240"
                    " hours at work in the last 6 ended calendar months, and 40 hours in each of 5"
                    " of them, or another ground of sygedagpengeloven § 32; that is not judged here"
                ),
                concerns=("employment",),
            )
        later = [spell.first_day for spell in course.spells[1:]]
        if (
            new
            and absence.employment is None
            and any(day >= absence.first_day + _EIGHT_WEEKS for day in later)
        ):
            entitled = Employment(since=absence.first_day, hours_in_8_weeks=74)
            other = self._otherwise(attrs.evolve(absence, employment=entitled))
            self.sheet.caveat(
                "no-longer-new",
                msg(
                    "A later absence began after 8 weeks of employment. The employee may have been"
                    " entitled to benefit from the employer then: {otherwise}; say what is known"
                    " about the employment",
                    otherwise=other.text,
                ),
                concerns=("employment",),
                severity=other.severity,
            )
        elif later and course.entitled and absence.employment is not None:
            self.sheet.caveat(
                "employment-of-the-first-absence",
                msg(
                    "What is known about the employment belongs to the first day of absence; for"
                    " later absence in the record the same hours at work are assumed"
                ),
                concerns=("employment",),
            )

    def _other_jobs(self) -> None:
        absence, weeks = self.absence, self.course.weeks
        refunded = any(day.hours and not day.by_employer for week in weeks for day in week.days)
        if absence.hours_in_other_jobs is None:
            if refunded or self.course.below_minimum:
                self.sheet.caveat(
                    "other-jobs-not-known",
                    msg(
                        "The weekly maximum and the minimum of hours apply to the absence from all"
                        " jobs together. No other job is counted here; give the hours in other"
                        " jobs, or say that there are none (hours_in_other_jobs)"
                    ),
                    concerns=("hours_in_other_jobs",),
                )
        elif any(week.elsewhere for week in weeks):
            self.sheet.caveat(
                "maximum-shared-by-hours",
                msg(
                    "A source for how the weekly maximum is divided between several employers was"
                    " found for maternity benefit only; here it is divided by the hours, and"
                    " refunds to the other employers are assumed to begin on the same day"
                ),
                concerns=("hours_in_other_jobs",),
            )


def in_a_row(days: Iterable[date | Week]) -> Text | str:
    """Days or weeks in a sentence, the weeks of a year together.

    >>> from socialkapitel import translate
    >>> translate(in_a_row([date(2024, 3, 28), date(2024, 4, 1)]), "en")
    '28 March 2024 and 1 April 2024'
    >>> weeks = [Week(2026, 53), Week(2027, 1), Week(2027, 2)]
    >>> translate(in_a_row(weeks), "en"), translate(in_a_row(weeks), "da")
    ('week 53, 2026; weeks 1 and 2 of 2027', 'uge 53 i 2026; uge 1 og 2 i 2027')
    """
    found = tuple(days)
    weeks = [each for each in found if isinstance(each, Week)]
    if not weeks:
        return all_of(msg("{day}", day=day) for day in found)
    years = groupby(weeks, key=lambda week: week.year)
    return joined(_weeks_of(year, tuple(those)) for year, those in years)


def _weeks_of(year: int, weeks: tuple[Week, ...]) -> Text:
    if len(weeks) == 1:
        return msg("{day}", day=weeks[0])
    numbers = all_of(str(week.week) for week in weeks)
    return msg("weeks {numbers} of {year}", numbers=numbers, year=str(year))


def _on_duty(absence: SicknessAbsence, days: Collection[date]) -> SicknessAbsence:
    """The absence of an employee who was to work on some days."""
    return attrs.evolve(absence, days=_with(absence.days, days, DayState.ON_DUTY))


def _with(states: DayStates, days: Collection[date], state: DayState) -> DayStates:
    """States with another one on some days."""
    kept = [(part, each) for period, each in states for part in _without(period, days)]
    return (*kept, *((Period(day, day), state) for day in days))


def _without(period: Period, days: Collection[date]) -> Iterator[Period]:
    """The parts of a period that lie outside some days, which are in order."""
    start = period.start
    for day in days:
        if day in period:
            if start < day:
                yield Period(start, day - _DAY)
            start = day + _DAY
    if start <= period.end:
        yield Period(start, period.end)
