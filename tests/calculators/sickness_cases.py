"""Absences for the tests of sickness refunds, and the cases that their laws go through."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from hypothesis import strategies as st

import socialkapitel as sk

ORDINARY = sk.RefundBasis.ORDINARY
SECTION_56 = sk.RefundBasis.SECTION_56
DAY, WEEK = timedelta(days=1), timedelta(days=7)
BASES = [basis.value for basis in sk.RefundBasis]
MOST_WEEKS = 9
AWAY = (sk.DayState.HOLIDAY, sk.DayState.OFF_DUTY, sk.DayState.UNPAID_LEAVE)


def absence(**changes):
    """Fully absent for six weeks from 3 January 2022, at more than the maximum, in one job."""
    facts = {
        "first_day": date(2022, 1, 3),
        "contract_hours": "37",
        "hours": weeks(2022, 1, 6, "37"),
        "hourly_pay": "185.00",
        "paid_during_sickness": True,
        "basis": ORDINARY,
        "hours_in_other_jobs": {},
    }
    return sk.SicknessAbsence(**{**facts, **changes})


def weeks(year, first, last, hours):
    return {sk.Week(year, number): hours for number in range(first, last + 1)}


def days(*periods, hours="7.4"):
    """So many hours on each weekday of some periods, each a pair of days."""
    return {
        day: hours for first, last in periods for day in sk.Period(first, last) if day.weekday() < 5
    }


def refund(**changes):
    return sk.sickness_refund(absence(**changes))


def codes(result):
    return [caveat.code for caveat in result.caveats]


def caveat(result, code, language="en"):
    """The text of the one caveat of a code."""
    [text] = [found.text for found in result.caveats if found.code == code]
    return sk.translate(text, language)


def findings(result, rule):
    return [step for step in result.explanation.steps if step.rule == rule]


# --- cases of the laws ------------------------------------------------------------------------

hundredths = st.integers(1, 3700).map(lambda whole: Decimal(whole) / 100)
pay = st.one_of(st.integers(1, 1_000_000), st.integers(10_000, 16_000), st.just(13_117)).map(
    lambda oere: Decimal(oere) / 100
)


# Made once: hypothesis checks a strategy anew each time that it is made.
start_in_week = st.integers(0, 4)
contracts = st.sampled_from(["37", "30", "10", "3.5"]).map(Decimal) | hundredths
gaps = st.sampled_from([1, 1, 1, 1, 1, 1, 2])
bases = st.sampled_from(BASES)
sickness_of_a_day = st.sampled_from(["whole", "whole", "whole", "none", "part"])
sickness_of_a_saturday = st.sampled_from(["none"] * 9 + ["part"])
hours_elsewhere = st.sampled_from([0, 2, 5]) | st.integers(0, 40)
days_employed = st.none() | st.integers(0, 120)
hours_worked = st.none() | st.sampled_from([Decimal(0), Decimal("73.99"), Decimal(74)])
at_work_last = st.sampled_from([None, True, False])
shifts = st.sampled_from([Decimal(6), Decimal("7.4"), Decimal(8), Decimal("8.25"), Decimal(12)])
weekdays_in_a_plan = st.lists(st.integers(0, 6), min_size=2, max_size=3, unique=True)
norms = st.sampled_from([Decimal(37), Decimal(30)])
parts_of_a_week = st.sampled_from([1, 1, 1, Decimal("0.5"), Decimal("0.1"), Decimal("1.1"), 0])
parts_of_a_day = st.sampled_from([1, 1, 1, 0, Decimal("0.5"), Decimal("1.25")])


@cache
def some_hours(most):
    ends = st.sampled_from([most, most, min(most, 400), min(most, 399)])
    return st.one_of(st.integers(1, most), ends)


@cache
def some_days(span):
    """Numbers of days from the first."""
    return st.sets(st.integers(0, span), max_size=3)


@st.composite
def cases(draw, earliest=date(2007, 1, 1), latest=date(2026, 7, 6), *, rich=True):
    """Weeks from a weekday on, by the week or by date: full, partial, light and empty ones.

    ``rich`` cases have states of days, other jobs and facts of the employment too.
    """
    monday = earliest + draw(st.integers(0, (latest - earliest).days // 7)) * WEEK
    first_day = monday + draw(start_in_week) * DAY
    contract = draw(contracts)
    starts = [monday]
    for _ in range(draw(st.integers(0, MOST_WEEKS))):
        starts.append(starts[-1] + draw(gaps) * WEEK)
    record = []
    for number, start in enumerate(starts):
        by_date = rich and draw(st.booleans())
        make = _dates if by_date else _whole_week
        record += make(draw, start, int(contract * 100), first_day if not number else None)
    basis = draw(bases)
    if first_day < date(2013, 1, 1) and basis == "flexjob_since_2013":
        basis = "flexjob"
    case = {
        "first_day": first_day,
        "contract": contract,
        "full_time": Decimal(37),
        "pay": draw(pay),
        "paid": True,
        "basis": basis,
        "record": record,
        "states": {"fit": set(), "partly_fit": set(), "on_duty": set()},
        "others": {},
        "employment": (None, None, None),
    }
    return _enriched(draw, case, starts) if rich else case


def _some(draw, most):
    return draw(some_hours(most))


def _whole_week(draw, monday, contract, first_day):
    hours = _some(draw, contract)
    if first_day is None and draw(st.integers(0, 9)) == 0:
        hours = 0
    return [(("week", monday), Decimal(hours) / 100)]


def _dates(draw, monday, contract, first_day):
    """Hours by date, mostly whole days, some none, some on a Saturday."""
    planned = -(-contract // 5)
    entries, left = [], contract
    for number in range(6):
        day = monday + number * DAY
        if first_day and day < first_day:
            continue
        choice = draw(sickness_of_a_day)
        if number == 5:
            choice = draw(sickness_of_a_saturday)
        most = min(left, planned)
        hours = {"whole": most, "none": 0}.get(choice)
        if hours is None or (day == first_day and not hours):
            hours = draw(st.integers(min(1, most), most))
        left -= hours
        entries.append((("day", day), Decimal(hours) / 100))
    return entries


def _enriched(draw, case, starts):
    absent = {start for (kind, start), hours in case["record"] if hours and kind == "day"}
    by_week = {start for (kind, start), hours in case["record"] if hours and kind == "week"}
    last = starts[-1] + 6 * DAY
    for state in ("fit", "partly_fit", "on_duty"):
        drawn = draw(some_days((last - case["first_day"]).days))
        chosen = {case["first_day"] + number * DAY for number in drawn}
        taken = set().union(*case["states"].values())
        if state == "fit":
            chosen = {
                day
                for day in chosen
                if day not in absent and not (day.weekday() < 5 and _monday(day) in by_week)
            }
        case["states"][state] = chosen - taken
    if draw(st.booleans()):
        case["others"] = {start: Decimal(draw(hours_elsewhere)) for start in starts}
    if draw(st.booleans()):
        case["paid"] = draw(st.booleans())
        employed = draw(days_employed)
        since = None if employed is None else case["first_day"] - employed * DAY
        case["employment"] = (since, draw(hours_worked), draw(at_work_last))
    least = int(case["contract"]) + 1
    case["full_time"] = Decimal(draw(st.sampled_from([37, 37, 37, max(34, least)])))
    if case["full_time"] > 37:
        case["full_time"] = Decimal(37)
    return case


def _monday(day):
    return day - day.weekday() * DAY


def absence_of(case, **changes):
    """A case of the laws as the library takes it."""
    since, worked, at_work = case["employment"]
    away = list(case["states"].get("away", ()))
    states = {
        day: sk.DayState(state)
        for state, chosen in case["states"].items()
        for day in chosen
        if state != "away"
    }
    states |= {day: AWAY[number % len(AWAY)] for number, day in enumerate(sorted(away))}
    plan = case.get("schedule")
    facts = {
        "first_day": case["first_day"],
        "contract_hours": case["contract"] if plan is None else None,
        "schedule": plan,
        "pay_changes": tuple(case.get("raises", ())),
        "full_time_hours": case["full_time"],
        "hours": tuple(
            (sk.Week.of(start) if kind == "week" else start, hours)
            for (kind, start), hours in case["record"]
        ),
        "hourly_pay": case["pay"],
        "paid_during_sickness": case["paid"],
        "basis": sk.RefundBasis(case["basis"]),
        "days": states,
        "hours_in_other_jobs": {
            sk.Week.of(monday): hours for monday, hours in case["others"].items()
        },
        "employment": sk.Employment(since=since, hours_in_8_weeks=worked, at_work_last=at_work)
        if case["employment"] != (None, None, None)
        else None,
    }
    return sk.SicknessAbsence(**{**facts, **changes})


def fixed(pattern):
    """Fixed hours by the number of the weekday."""
    names = list(sk.Weekday)
    return sk.Schedule.days({names[number]: hours for number, hours in pattern.items()})


@st.composite
def plans(draw, mondays):
    """A plan for some weeks: fixed days or a rota, the hours by date, and whether it's a rota."""
    if draw(st.booleans()):
        numbers = draw(weekdays_in_a_plan)
        pattern = {number: draw(shifts) for number in numbers}
        hours = {m + n * DAY: h for m in mondays for n, h in pattern.items()}
        return fixed(pattern), hours, False
    hours = {}
    for number, monday in enumerate(mondays):
        most = 6 if draw(st.integers(0, 4)) or not number else 0  # now and then a week off
        for day in draw(st.sets(st.integers(0, 6), min_size=min(most, 1), max_size=most)):
            hours[monday + day * DAY] = draw(shifts)
        hours.setdefault(monday + 6 * DAY, Decimal(0))
    norm = draw(norms)
    return sk.Schedule.rota(hours, norm_hours=norm), hours, True


@st.composite
def planned_cases(draw, earliest=date(2007, 1, 1), latest=date(2026, 7, 6)):
    """Absence against a plan, with days away, weeks off, work between, and pay that is raised."""
    monday = earliest + draw(st.integers(0, (latest - earliest).days // 7)) * WEEK
    mondays = [monday + number * WEEK for number in range(draw(st.integers(1, MOST_WEEKS)))]
    schedule, hours, rota = draw(plans(mondays))
    first_day = draw(
        st.sampled_from([day for day, h in hours.items() if h and day < monday + WEEK])
    )
    away = draw(st.sets(st.sampled_from(sorted(hours)), max_size=6))
    if len(mondays) > 2 and draw(st.booleans()):  # a whole week of holiday
        away |= {mondays[1] + number * DAY for number in range(7)}
    away = {day for day in away if day > first_day}
    record = []
    for start in mondays:
        every = [start + number * DAY for number in range(7)]
        planned = {d: hours[d] for d in every if hours.get(d) and d >= first_day and d not in away}
        record += _held_against(draw, start, planned, first_day)
    basis = draw(bases)
    if first_day < date(2013, 1, 1) and basis == "flexjob_since_2013":
        basis = "flexjob"
    raised = first_day + draw(st.integers(0, 40)) * DAY
    return {
        "first_day": first_day,
        "contract": schedule.norm_hours,
        "schedule": schedule,
        "plan": hours,
        "rota": rota,
        "full_time": Decimal(37),
        "pay": draw(pay),
        "raises": [(raised, draw(pay))] if draw(st.booleans()) else [],
        "paid": draw(st.booleans()),
        "basis": basis,
        "record": record,
        "states": {"fit": set(), "partly_fit": set(), "on_duty": set(), "away": away},
        "others": {},
        "employment": (None, None, None),
    }


def _held_against(draw, monday, planned, first_day):
    """A week's absence by the week or by date, where it has planned hours; else 0, or nothing."""
    first = monday <= first_day < monday + WEEK
    if not planned:
        return [] if draw(st.booleans()) else [(("week", monday), Decimal(0))]
    total = sum(planned.values())
    if draw(st.booleans()):
        part = draw(parts_of_a_week)
        if first and not part:
            part = 1
        return [(("week", monday), round(total * part, 2))]
    entries = []
    for day, most in planned.items():
        part = draw(parts_of_a_day)
        if day == first_day and not part:
            part = 1
        entries.append((("day", day), round(most * part, 2)))
    return entries
