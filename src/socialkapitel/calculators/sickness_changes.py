"""What may have been different where another refund of sickness benefit was paid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

import attrs

from socialkapitel.calculators.changes import (
    LIKELY,
    RARE,
    Asked,
    Change,
    Reconcilable,
    roundings,
    setting,
    working_out,
)
from socialkapitel.calculators.inputs import FULL_TIME
from socialkapitel.calculators.sickness_absence import (
    HoursRecord,
    RefundBasis,
    SicknessAbsence,
    recorded_weeks,
)
from socialkapitel.calculators.sickness_calendar import HOLIDAYS, DayState
from socialkapitel.calculators.sickness_spells import Reading
from socialkapitel.explanation import Rounding, Step
from socialkapitel.explanation.redo import OtherStep
from socialkapitel.holidays import weekday_holiday, weekday_holidays_in
from socialkapitel.messages import msg
from socialkapitel.money import decimal, round_half_away
from socialkapitel.parameters import Figure, ParameterSet
from socialkapitel.periods import Period, Week

_DAY = timedelta(days=1)
_MOST_DAYS = 3
_EMPLOYER_PERIOD = "sickness_benefit.employer_period"
_TOTALS = {
    "amount": ("sickness.refund_of_month", "sickness.refund_total"),
    "supplement": ("sickness.supplement_of_month", "sickness.supplement_total"),
}


def _changes(asked: Asked) -> Iterator[Change]:
    absence: SicknessAbsence = asked.given["absence"]
    yield from _of_rates(asked, absence)
    yield from _of_the_employer_period(asked, absence)
    yield from _of_public_holidays(absence)
    yield from _of_hours(asked, absence)
    yield from _of_weeks(asked)
    if "month" in asked.given:
        yield from _of_the_month(asked)
    if not absence.paid_during_sickness:
        said = msg("The employee has a right to pay during the absence")
        make = _absence(paid_during_sickness=True)
        yield Change("sickness.right_to_pay", said, "sickness.paid_to", make)
    if any(asked.has(rule) for rule in _TOTALS["supplement"]):
        said = msg("The supplement is left out")
        make = _only_the_refund
        yield Change("sickness.no_supplement", said, "sickness.supplement", make, LIKELY)


SICKNESS = Reconcilable(
    changes=_changes,
    amounts=_TOTALS,
    counted=("amount", "supplement"),
    own_figures=frozenset({_EMPLOYER_PERIOD}),
)
SICKNESS_MONTH = attrs.evolve(SICKNESS, whole="refund")


def _only_the_refund(asked: Asked) -> Asked:
    return asked.counting("amount")


def _absence(**facts: object) -> Callable[[Asked], Asked]:
    """Makes a change of what is known about the absence."""

    def make(asked: Asked) -> Asked:
        return asked.with_given(absence=attrs.evolve(asked.given["absence"], **facts))

    return make


def _of_rates(asked: Asked, absence: SicknessAbsence) -> Iterator[Change]:
    decides = "sickness.highest_hourly_rate"
    if not asked.has(decides):
        return
    said = msg("The highest benefit an hour is rounded to the øre before it is multiplied by hours")
    make = working_out(decides, rounding=Rounding.OERE)
    yield Change("sickness.rounded_maximum", said, decides, make, LIKELY)
    said = msg("The benefit an hour is rounded to the øre before it is multiplied by hours")
    make = working_out("sickness.hourly_rate", rounding=Rounding.OERE)
    yield Change("sickness.rounded_rate", said, "sickness.hourly_rate", make, LIKELY)
    said = msg("The labour-market contribution is not deducted from the hourly pay")
    make = working_out("sickness.hourly_rate", "min(pay, maximum)")
    yield Change("sickness.contribution", said, "sickness.hourly_rate", make)
    said = msg("The highest benefit an hour is not used")
    make = working_out("sickness.hourly_rate", "pay * (100 - contribution) / 100")
    yield Change("sickness.no_hourly_maximum", said, decides, make)
    said = msg("The weekly maximum is not used")
    make = working_out("sickness.benefit", "hours * rate")
    yield Change("sickness.no_weekly_maximum", said, "sickness.benefit", make)
    own = absence.contract_hours
    if absence.full_time_hours is not None:
        said = msg("The weekly maximum is for {hours} hours", hours=FULL_TIME)
        yield Change("sickness.full_time", said, decides, _absence(full_time_hours=None))
    elif own is not None and own < FULL_TIME:
        said = msg("The weekly maximum is for the job's own hours, {hours}", hours=own)
        make = _absence(full_time_hours=own)
        yield Change("sickness.own_hours", said, decides, make, LIKELY)
    if absence.hours_in_other_jobs:
        said = msg("The hours in other jobs are left out")
        make = _absence(hours_in_other_jobs=())
        yield Change("sickness.no_other_jobs", said, "sickness.other_hours", make)


# --- the employer period ------------------------------------------------------------------------


def _of_the_employer_period(asked: Asked, absence: SicknessAbsence) -> Iterator[Change]:
    figures = [step for step in asked.figures if step.rule == _EMPLOYER_PERIOD]
    decides = "sickness.employer_period"
    law = asked.parameters[_EMPLOYER_PERIOD].source.on(absence.first_day)
    if not figures:
        said = msg("There is an employer period first")
        make = _absence(basis=RefundBasis.ORDINARY)
        yield Change("sickness.with_employer_period", said, decides, make, source=law)
    else:
        said = msg("There is refund from the first day of absence, without an employer period")
        make = _absence(basis=RefundBasis.SECTION_56)
        yield Change("sickness.no_employer_period", said, decides, make)
        known = {int(one.value): one for one in asked.parameters[_EMPLOYER_PERIOD].figures}
        for days in sorted(known.keys() - {int(step.value) for step in figures}):
            said = msg("The employer period is {days} calendar days", days=days)
            make = _period_of(known[days])
            yield Change(f"sickness.employer_period[{days}]", said, decides, make, LIKELY)
    for day in _days_beside(absence.first_day):
        said = msg(
            "The absence begins on {day}, not {first_day}", day=day, first_day=absence.first_day
        )
        make = _beginning(day)
        yield Change(f"sickness.first_day[{day}]", said, decides, make, source=law)
    said = msg("The absence is counted from the day on which the employee went home")
    make = setting(reading=Reading.FIRST_DAY_AS_RECORDED)
    yield Change("sickness.went_home", said, "sickness.first_whole_day", make, source=law)


def _period_of(like: Figure) -> Callable[[Asked], Asked]:
    """Makes a change of how long the employer period is, whenever the absence began."""

    def make(asked: Asked) -> Asked:
        parameter = asked.parameters[_EMPLOYER_PERIOD]
        figures = tuple(
            attrs.evolve(like, valid_from=figure.valid_from, valid_to=figure.valid_to)
            for figure in parameter.figures
        )
        return asked.with_parameters(
            ParameterSet(
                attrs.evolve(one, figures=figures) if one is parameter else one
                for one in asked.parameters
            )
        )

    return make


def _days_beside(day: date) -> Iterator[date]:
    """The weekdays around a day, the nearest first."""
    for step in (-_DAY, _DAY):
        beside, found = day, 0
        while found < _MOST_DAYS:
            beside += step
            if beside.weekday() < 5:
                found += 1
                yield beside


def _beginning(day: date) -> Callable[[Asked], Asked]:
    """Makes a change of the first day: days before it are left out, or counted as whole days."""

    def make(asked: Asked) -> Asked:
        absence: SicknessAbsence = asked.given["absence"]
        hours = absence.hours
        if day > absence.first_day:
            hours = tuple(entry for entry in hours if _reaches(entry[0], day))
        else:
            hours = (*_whole_days(absence, day), *hours)
        days = tuple(entry for entry in absence.days if entry[0].start >= day)
        return asked.with_given(
            absence=attrs.evolve(absence, first_day=day, hours=hours, days=days)
        )

    return make


def _reaches(key: Week | date, day: date) -> bool:
    return key.sunday >= day if isinstance(key, Week) else key >= day


def _whole_days(absence: SicknessAbsence, day: date) -> HoursRecord:
    """The weekdays from a day to the first of an absence, where its hours do not include them."""
    first, key = absence.first_day, absence.hours[0][0]
    days = [day + number * _DAY for number in range((first - day).days)]
    held = key if isinstance(key, Week) else None
    planned = {one: absence.plan.planned(one) for one in days if Week.of(one) != held}
    return tuple(
        (one, decimal(round_half_away(hours * 100))) for one, hours in planned.items() if hours
    )


# --- hours and weeks ----------------------------------------------------------------------------


def _of_public_holidays(absence: SicknessAbsence) -> Iterator[Change]:
    weeks = [recorded.week for recorded in recorded_weeks(absence.hours)]
    days = [day for week in weeks for day in weekday_holidays_in(week) if day >= absence.first_day]
    off = [day for day in days if day >= HOLIDAYS.valid_from]
    states = absence.days
    if any(state is DayState.ON_DUTY for _, state in states):
        said = msg("Public holidays are not counted, though the employee was to work then")
        kept = tuple(entry for entry in states if entry[1] is not DayState.ON_DUTY)
        yield Change(
            "sickness.no_holidays", said, HOLIDAYS.id, _absence(days=kept), source=HOLIDAYS.source
        )
    elif off:
        said = msg("Public holidays are counted as other days")
        on_duty = tuple((Period(day, day), DayState.ON_DUTY) for day in off)
        make = _absence(days=(*states, *on_duty))
        yield Change("sickness.holidays", said, HOLIDAYS.id, make, LIKELY, HOLIDAYS.source)
    if len(off) < len(days):
        said = msg("Public holidays are not counted, as from 2 July 2012")
        make = _absence(hours=tuple(map(_without_holidays, absence.hours)))
        yield Change("sickness.holidays_off", said, HOLIDAYS.id, make, LIKELY, HOLIDAYS.source)


def _without_holidays(entry: tuple[Week | date, object]) -> tuple[Week | date, object]:
    key, hours = entry
    if not isinstance(key, Week):
        return (key, decimal(0)) if weekday_holiday(key) else entry
    left = 5 - len(weekday_holidays_in(key))
    return key, decimal(round_half_away(Fraction(str(hours)) * 20 * left))


def _of_hours(asked: Asked, absence: SicknessAbsence) -> Iterator[Change]:
    if asked.has("sickness.planned_hours"):
        said = msg("All recorded hours count, also those that were not to be worked")
        make = working_out("sickness.planned_hours", "hours")
        yield Change("sickness.all_hours", said, "sickness.planned_hours", make)
    keys = [key for key, _ in absence.hours]
    for name, told, hours in roundings(*(each for _, each in absence.hours)):
        make = _absence(hours=tuple(zip(keys, hours, strict=True)))
        yield Change(f"sickness.hours[{name}]", told, "sickness.hours", make, RARE)


def _of_weeks(asked: Asked) -> Iterator[Change]:
    """A week that was left out, paid twice, or paid beside those that are claimed."""
    rule = "sickness.refund"
    for step in asked.steps:
        if step.rule not in _TOTALS["amount"]:
            continue
        counted = _names_counted(asked, step)
        for key in dict.fromkeys(_week_in(operand.origin) for _, operand in step.operands):
            week = Week.fromisoformat(key)
            if counted[key]:
                said = msg("{week} is left out", week=week)
                yield Change(f"sickness.week[{key}]-1", said, rule, _counting(key, 0), LIKELY)
                said = msg("{week} is paid twice", week=week)
                yield Change(f"sickness.week[{key}]+1", said, rule, _counting(key, 2), RARE)
            else:
                said = msg("{week} is paid as well", week=week)
                yield Change(f"sickness.week[{key}]+1", said, rule, _counting(key, 1), LIKELY)


def _counting(key: str, times: int) -> Callable[[Asked], Asked]:
    """Makes a change of how often a week is in the totals."""

    def make(asked: Asked) -> Asked:
        return _counted(asked, lambda week, before: times if week == key else before)

    return make


def counting_weeks(asked: Asked, weeks: Iterable[Week]) -> Asked:
    """A month of which only some weeks are claimed."""
    keys = {str(week) for week in weeks}
    return _counted(asked, lambda week, _: int(week in keys))


def _counted(asked: Asked, times: Callable[[str, int], int]) -> Asked:
    """The same with each week counted in the totals as often as ``times`` says."""
    totals = {rule for rules in _TOTALS.values() for rule in rules}
    others = [one for one in asked.others if one.rule not in totals]
    for step in asked.steps:
        if step.rule in totals:
            before = _names_counted(asked, step)
            weeks = [(name, _week_in(operand.origin)) for name, operand in step.operands]
            names = [name for name, key in weeks for _ in range(times(key, before[key]))]
            others.append(OtherStep(step.rule, " + ".join(names) or "0"))
    return attrs.evolve(asked, others=tuple(others))


def _names_counted(asked: Asked, total: Step) -> Counter[str]:
    """How often each week is in a total."""
    weeks = {name: _week_in(operand.origin) for name, operand in total.operands}
    instead = next((one.expression for one in asked.others if one.rule == total.rule), None)
    names = weeks if instead is None else filter(weeks.get, instead.split(" + "))
    return Counter(weeks[name] for name in names)


def _week_in(origin: str) -> str:
    """The week in the name of a step, such as ``"sickness.refund[2024-W14]"``."""
    return origin[-9:-1]


def _of_the_month(asked: Asked) -> Iterator[Change]:
    """A week in two months that belongs wholly to one of them."""
    decides = "sickness.earlier_month"
    if not asked.has(decides):
        return
    said = msg("A week in two months belongs wholly to the first of them")
    make = working_out(decides, "amount")
    yield Change("sickness.week_in_first_month", said, decides, make, LIKELY)
    said = msg("A week in two months belongs wholly to the second of them")
    yield Change("sickness.week_in_second_month", said, decides, working_out(decides, "0"), LIKELY)
