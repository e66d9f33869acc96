"""Two ways in, one result: a month from the events is what the calculators give by hand."""

from datetime import date, timedelta
from decimal import Decimal

import attrs
from case_examples import FLEXJOB, event, opened
from hypothesis import assume, given
from hypothesis import strategies as st

import socialkapitel as sk
from socialkapitel import DayState, Month, Period, RefundBasis, Schedule, SocialkapitelError, Week
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseOutcome

MONDAY = date(2023, 1, 9)
WEEKS = 12
DAY = timedelta(days=1)
LAST = MONDAY + timedelta(weeks=WEEKS) - DAY
AWAY = (DayState.HOLIDAY, DayState.OFF_DUTY, DayState.UNPAID_LEAVE)

hours_of_a_day = st.sampled_from(["0", "4", "7.4", "8", "12"])
plans = st.one_of(
    st.sampled_from(["37", "30", "18.5"]).map(Schedule.weekly),
    st.lists(hours_of_a_day, min_size=7, max_size=7)
    .filter(lambda hours: 0 < sum(map(Decimal, hours)) <= 37)
    .map(lambda hours: Schedule.days(dict(zip(WEEKDAYS, hours, strict=True)))),
    st.lists(hours_of_a_day, min_size=14, max_size=14)
    .filter(lambda hours: any(hour != "0" for hour in hours))
    .map(lambda hours: rota(hours)),  # noqa: PLW0108 it is told below
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def rota(hours):
    """Two weeks again and again, over all weeks of the test."""
    first = MONDAY - timedelta(weeks=2)
    dates = {first + number * DAY: hours[number % 14] for number in range((LAST - first).days + 15)}
    return Schedule.rota(dates, norm_hours="37")


@st.composite
def courses(draw):
    """A sick leave with all that can be told of its days, pay, hours and employment."""
    plan = draw(plans)
    later = draw(st.none() | plans)
    if later is not None:
        plan = plan.changed({MONDAY + draw(st.integers(10, 60)) * DAY: later})
    first = MONDAY + draw(st.integers(0, 6)) * DAY
    assume(plan.planned(first))
    length = draw(st.integers(1, WEEKS * 7 - 8))
    days = [first + number * DAY for number in range(length)]
    states = {}
    for start, state, long in draw(
        st.lists(
            st.tuples(st.integers(1, 70), st.sampled_from(AWAY), st.integers(1, 9)), max_size=2
        )
    ):
        for number in range(start, start + long):
            if first + number * DAY in days:
                states[first + number * DAY] = state
    share = draw(st.sampled_from([Decimal(1), Decimal("0.5"), Decimal("0.25")]))
    hours = {
        day: (share * round(Decimal(float(plan.planned(day))), 2)).quantize(Decimal("0.01"))
        for day in days
        if day not in states and plan.planned(day)
    }
    hours = {day: value for day, value in hours.items() if value}
    assume(hours.get(first))
    raised = draw(st.none() | st.integers(1, 60))
    return {
        "plan": plan,
        "first": first,
        "back": days[-1] + DAY,
        "states": states,
        "hours": hours,
        "pay": draw(st.sampled_from(["120.00", "185.00"])),
        "raised": {} if raised is None else {first + raised * DAY: "190.00"},
        "paid": draw(st.booleans()),
        "basis": draw(st.sampled_from([RefundBasis.ORDINARY, RefundBasis.SECTION_56])),
        "since": draw(st.none() | st.sampled_from([date(2015, 3, 1), first - 20 * DAY])),
        "worked": draw(st.none() | st.sampled_from(["10", "200"])),
        "ended": draw(st.none() | st.integers(3, 40)),
    }


def of_states(states):
    return {Period(day, day): state for day, state in states.items()}


def recorded(course):
    """The course as events."""
    first, back = course["first"], course["back"]
    told = [
        opened("2022-01-03"),
        event(events.AgreementSigned, "2022-01-03"),
        event(
            events.ScheduleAgreed, "2022-01-03", schedule=course["plan"], from_day=date(2022, 1, 3)
        ),
    ]
    if course["since"] is not None:
        told.append(event(events.EmploymentBegun, "2022-01-03", first_day=course["since"]))
    told.append(
        event(
            events.SickLeaveStarted,
            first,
            contract_hours=None,
            hourly_pay=course["pay"],
            paid_during_sickness=course["paid"],
            basis=course["basis"],
            hours_in_8_weeks=course["worked"],
        )
    )
    if course["ended"] is None:
        told.append(event(events.FullReturn, back))
    else:
        end = first + course["ended"] * DAY
        told.append(event(events.EmploymentEnded, LAST, last_day=end))
    told.append(event(events.AbsenceRegistered, LAST, hours=course["hours"]))
    if course["states"]:
        told.append(event(events.DaysRegistered, LAST, days=of_states(course["states"])))
    for day, pay in course["raised"].items():
        told.append(event(events.PayChanged, LAST, hourly_pay=pay, from_day=day))
    return Case.replay(told)


def employment(course):
    """What is told of the employment; None where nothing is."""
    until = None
    if course["ended"] is not None:
        until = course["first"] + course["ended"] * DAY
    facts = {"since": course["since"], "until": until, "hours_in_8_weeks": course["worked"]}
    return sk.Employment(**facts) if any(facts.values()) else None


def absence(course):
    """The course as the calculators take it."""
    return sk.SicknessAbsence(
        first_day=course["first"],
        schedule=course["plan"],
        hours=course["hours"],
        days=of_states(course["states"]),
        hourly_pay=course["pay"],
        pay_changes=course["raised"],
        paid_during_sickness=course["paid"],
        basis=course["basis"],
        employment=employment(course),
    )


def by_hand(course, month):
    """The month as the calculators give it, or why they don't."""
    try:
        return sk.sickness_refund(absence(course)).month(month), ""
    except SocialkapitelError as error:
        return None, str(error.message)


@given(courses())
def test_a_sick_leave_is_what_the_calculator_gives(course):
    case = recorded(course)
    for month in (Month(2023, 1), Month(2023, 2), Month(2023, 3)):
        found = case.refunds(month)
        assert len(found.refunds) + len(found.open) <= 1
        expected, refused = by_hand(course, month)
        if expected is None:
            assert () == found.refunds
            assert all(refused == str(one.because) for one in found.open)
            continue
        for one in found.refunds:
            assert expected == one.result
            assert expected.lines == one.result.lines
        if not (found.refunds or found.open):
            assert (0, 0) == (expected.amount, expected.supplement)


@st.composite
def jobs(draw):
    """An old flexjob in a month: begun or ended in it, with unpaid leave and other terms."""
    month = Month(2009, draw(st.integers(1, 12)))
    days = [month.first_day + number * DAY for number in range(month.last_day.day)]
    begun = draw(st.sampled_from([date(2008, 3, 3), days[4]]))
    ended = draw(st.none() | st.sampled_from(days[10:]))
    changes = draw(
        st.dictionaries(
            st.sampled_from(days[6:]),
            st.sampled_from([{"share": "1/2"}, {"weekly_hours": "20"}, {"share": "2/3"}]),
            max_size=2,
        )
    )
    unpaid = draw(st.lists(st.sampled_from(days), max_size=4, unique=True))
    plan = draw(
        st.none()
        | st.just(Schedule.weekly("37"))
        | st.just(Schedule.days({"monday": "12", "tuesday": "12", "wednesday": "13"}))
    )
    return month, begun, ended, dict(sorted(changes.items())), sorted(unpaid), plan


def hours_with_pay(month, begun, ended, unpaid, plan):
    """The planned hours of the job's days in the month, where it isn't whole."""
    first, last = max(begun, month.first_day), min(ended or month.last_day, month.last_day)
    days = [first + number * DAY for number in range((last - first).days + 1)]
    whole = (first, last) == (month.first_day, month.last_day)
    away = [day for day in unpaid if day in days]
    if not away and (whole or plan is None):
        return None
    plan = plan or Schedule.weekly("37")
    hours = {day: plan.planned(day) for day in days if day not in away}
    return {
        day: Decimal(value.numerator) / value.denominator for day, value in hours.items() if value
    }


@given(jobs())
def test_a_flexjob_is_what_the_calculator_gives(given_job):
    month, begun, ended, changes, unpaid, plan = given_job
    assume(ended is None or ended >= begun)
    changes = {day: terms for day, terms in changes.items() if ended is None or day <= ended}
    told = [
        opened("2008-01-07"),
        event(events.DecisionReceived, begun, 1, share="2/3"),
        event(events.SchemeStarted, begun, 2),
    ]
    job = sk.Flexjob(
        granted_on=begun,
        started_on=begun,
        ended_on=ended,
        share="2/3",
        **attrs.asdict(FLEXJOB, recurse=False),
    )
    terms, share = FLEXJOB, sk.Share("2/3")
    for number, (day, change) in enumerate(changes.items(), start=3):
        if "share" in change:
            told.append(event(events.DecisionReceived, day, number, **change))
            if sk.Share(change["share"]) != share:
                job, share = job.change(day, **change), sk.Share(change["share"])
        else:
            changed = attrs.evolve(terms, **change)
            told.append(event(events.SchemeAdjusted, day, number, terms=changed))
            if changed != terms:
                job, terms = job.change(day, **change), changed
    if ended is not None:
        told.append(event(events.SchemeEnded, ended, 90))
    late = date(2009, 12, 31)
    if plan is not None:
        first = date(2008, 1, 1)
        told.append(event(events.ScheduleAgreed, late, 91, schedule=plan, from_day=first))
    if unpaid:
        days = dict.fromkeys(unpaid, DayState.UNPAID_LEAVE)
        told.append(event(events.DaysRegistered, late, 92, days=days))
    [found] = Case.replay(told).refunds(month).refunds or [None]
    hours = hours_with_pay(month, begun, ended, unpaid, plan)
    assert found.result == sk.flexjob_refund(job, month, paid_hours=hours)


@given(st.integers(1, 50), st.booleans())
def test_a_leave_ends_with_the_employment(days, closed):
    """However the end is told."""
    first, end = MONDAY, MONDAY + days * DAY
    hours = {Week(2023, number): "37" for number in range(2, 2 + WEEKS)}
    hours = {week: value for week, value in hours.items() if week.monday <= end}
    ends = [
        event(events.EmploymentEnded, end, last_day=end),
        event(events.NoticeGiven, end, last_day=end),
        event(events.CaseClosed, end, outcome=CaseOutcome.LEFT),
    ]
    registered = event(events.AbsenceRegistered, end, hours=hours)
    cases = [
        Case.replay(
            [
                opened("2022-01-03"),
                event(events.SickLeaveStarted, first),
                *([registered, one] if one.kind == "case-closed" or closed else [one, registered]),
            ]
        )
        for one in ends
    ]
    for month in (Month(2023, 1), Month(2023, 2), Month(2023, 3), Month(2023, 4)):
        [one, *others] = [
            [refund.result for refund in case.refunds(month).refunds] for case in cases
        ]
        assert () == cases[0].refunds(month).open
        assert all(one == other for other in others)
        assert bool(one) is (month.first_day <= end)
