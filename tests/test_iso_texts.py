"""Whatever takes a day, week, month, quarter or period takes its ISO text as well.

What takes them is found: functions and methods in the public rooms by their signatures, objects
in the samples of the wire by their values. One that has no call in `CALLS` fails by its name.
"""

import inspect
import re
from datetime import date, datetime
from functools import partial

import attrs
import pytest
from case_examples import event, opened
from wire.samples import FLEX, NEW_JOB, SCHEDULE, SUBSIDISED_JOB, samples

import socialkapitel as sk
from socialkapitel import cases, chapters, events, frames, whatif, wire

TIMES = (date, sk.Month, sk.Week, sk.Quarter, sk.Period)
NAMES = r"\b(date|Month|Week|Quarter|Period|NumbersByDay|NumbersByMonth|Claimed|Plan)\b"

FORMER = {("flexjob_refund", "sickness_benefit")}

DAY = date(2024, 3, 4)
MONTH = sk.Month(2024, 3)
QUARTER = sk.Quarter(2024, 1)
YEAR = sk.Period(date(2008, 1, 1), date(2008, 12, 31))
JOB = sk.FlexjobSince2013(started_on=date(2023, 5, 1), full_time_pay="32066.67")
CASE = sk.Case.replay([opened("2008-01-02")])
ABSENCE = sk.SicknessAbsence(
    first_day=DAY,
    contract_hours="37",
    hours={sk.Week.of(DAY): "37"},
    hourly_pay="185.00",
    pay_changes={date(2024, 3, 5): "190.00"},
    paid_during_sickness=True,
    basis=sk.RefundBasis.SECTION_56,
    hours_in_other_jobs={},
)
REFUND = sk.sickness_refund(ABSENCE)
FLEXJOB = sk.Flexjob(
    started_on=date(2008, 3, 1),
    share="2/3",
    starting_pay=sk.Pay.monthly("18297.00"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)
WORK = sk.OrdinaryWork(pay="32066.67", contributions="0")
BANK = sk.AssistanceBank.open("37", QUARTER)
PERIOD = sk.Period(DAY, date(2024, 3, 10))
REGION = sk.chapter("region-midtjylland-2008")
TOLD = REGION.criterion("colleagues-informed")
LAW = sk.Source("LAB § 133", former=())
RULE = sk.Rule("a", sk.Message("A rule"), LAW, date(2020, 1, 1))
CEILING = sk.PARAMETERS["flexjob.ceiling_yearly"]
PARTNER = next(one for one in sk.ACTORS if one.valid_from is not None)
PLANNED = whatif.timeline({"work": WORK}, MONTH, MONTH)
TEMPLATE = sk.claims_template()


def amended(**given):
    """The figures after a change of one of them."""
    return [*sk.PARAMETERS.amend(CEILING.name, value="650000", source="a letter", **given)]


CALLS = {
    "Actor.in_force": (PARTNER.in_force, {"day": DAY}),
    "AssistanceBank.change_hours": (
        partial(BANK.change_hours, weekly_hours="30"),
        {"from_quarter": QUARTER},
    ),
    "AssistanceBank.open": (partial(sk.AssistanceBank.open, "37"), {"first_quarter": QUARTER}),
    "AssistanceBank.use": (partial(BANK.use, hours="20"), {"quarter": QUARTER}),
    "Case.deadlines": (CASE.deadlines, {"on": DAY}),
    "Case.known_on": (CASE.known_on, {"on": DAY}),
    "Case.open": (partial(sk.Case.open, CASE.opening), {"today": DAY}),
    "Case.record": (
        partial(CASE.record, event(events.ConcernRaised, "2008-01-03", 9)),
        {"today": DAY},
    ),
    "Case.refunds": (CASE.refunds, {"month": MONTH}),
    "Chapter.check": (REGION.check, {"day": date(2009, 1, 1)}),
    "Chapter.in_force": (REGION.in_force, {"day": DAY}),
    "Criterion.judge": (
        partial(TOLD.judge, sk.Facts()),
        {"on": DAY},
    ),
    "Criterion.weigh": (
        partial(TOLD.weigh, sk.Facts(), ()),
        {"on": DAY},
    ),
    "Figure.__contains__": (CEILING.figures[-1].__contains__, {"day": DAY}),
    "Flexjob.change": (partial(FLEXJOB.change, share="1/2"), {"from_day": DAY}),
    "Flexjob.on": (FLEX.on, {"day": DAY}),
    "FlexjobSince2013.check_month": (JOB.check_month, {"month": MONTH}),
    "KnownDay.exactly": (chapters.KnownDay.exactly, {"day": DAY}),
    "Month.__contains__": (MONTH.__contains__, {"day": DAY}),
    "Month.of": (sk.Month.of, {"day": DAY}),
    "Parameter.covers": (CEILING.covers, {"day": DAY}),
    "Parameter.on": (CEILING.on, {"day": DAY}),
    "ParameterSet.amend": (
        amended,
        {"valid_from": date(2026, 7, 1), "valid_to": date(2026, 9, 30)},
    ),
    "ParameterSet.end_of": (
        partial(sk.PARAMETERS.end_of, CEILING.name),
        {"start": date(2026, 7, 1)},
    ),
    "ParameterSet.missing": (sk.PARAMETERS.missing, {"day": date(2030, 1, 1)}),
    "Period.__contains__": (PERIOD.__contains__, {"day": DAY}),
    "Period.of_days": (partial(sk.Period.of_days, days=7), {"start": DAY}),
    "Period.overlaps": (PERIOD.overlaps, {"other": PERIOD}),
    "Quarter.__contains__": (QUARTER.__contains__, {"day": DAY}),
    "Quarter.of": (sk.Quarter.of, {"day": DAY}),
    "Rule.check": (RULE.check, {"day": DAY}),
    "Schedule.changed": (SCHEDULE.changed, {"changes": {DAY: sk.Schedule.weekly("30")}}),
    "Schedule.fifths": (SCHEDULE.fifths, {"day": DAY}),
    "Schedule.hours": (ABSENCE.plan.hours, {"period": PERIOD}),
    "Schedule.in_force": (SCHEDULE.in_force, {"day": DAY}),
    "Schedule.on": (SCHEDULE.on, {"day": DAY}),
    "Schedule.planned": (ABSENCE.plan.planned, {"day": DAY}),
    "Schedule.rota": (
        partial(sk.Schedule.rota, norm_hours="37"),
        {"plan": {DAY: "12", date(2024, 3, 6): "12"}},
    ),
    "Scheme.in_force": (sk.scheme("section-56").in_force, {"day": DAY}),
    "Scheme.check": (sk.scheme("section-56").check, {"day": DAY}),
    "SicknessAbsence.pay_on": (ABSENCE.pay_on, {"day": DAY}),
    "SicknessMonth.of": (
        partial(sk.SicknessMonth.of, sk.sickness_refund(ABSENCE)),
        {"month": MONTH},
    ),
    "SicknessRefund.month": (REFUND.month, {"month": MONTH}),
    "Source.cite": (LAW.cite, {"day": DAY}),
    "Source.on": (LAW.on, {"day": DAY}),
    "Timeline.result": (partial(PLANNED.result, "work"), {"month": MONTH}),
    "Week.__contains__": (sk.Week.of(DAY).__contains__, {"day": DAY}),
    "Week.of": (sk.Week.of, {"day": DAY}),
    "annual_review": (
        partial(sk.annual_review, [CASE], workplaces={}, activities=[]),
        {"period": YEAR},
    ),
    "assess": (partial(sk.assess, "section-56", sk.Facts()), {"on": DAY}),
    "assistance_allowance": (partial(sk.assistance_allowance, "30"), {"on": DAY}),
    "assistance_refund": (sk.assistance_refund, {"hours": {DAY: "4"}, "on": QUARTER}),
    "case_statistics": (partial(sk.case_statistics, [CASE]), {"period": sk.Quarter(2008, 1)}),
    "claims": (
        partial(sk.claims, {"E01": ABSENCE}),
        {"month": MONTH, "claimed": {"E01": (sk.Period(DAY, DAY),)}},
    ),
    "employer_cost": (partial(sk.employer_cost, NEW_JOB), {"month": MONTH}),
    "flex_wage_supplement": (partial(sk.flex_wage_supplement, JOB, pay="15600"), {"month": MONTH}),
    "flex_wage_year": (
        partial(sk.flex_wage_year, JOB, 2024),
        {
            "pay": {sk.Month(2024, number): "15600" for number in range(1, 13)},
            "payouts": {MONTH: "100"},
            "benefit_days": {MONTH: 2},
        },
    ),
    "flexjob_refund": (
        partial(sk.flexjob_refund, FLEXJOB),
        {"month": MONTH, "paid_hours": {DAY: "7.4"}, "sickness": {DAY: "100"}},
    ),
    "flexjob_year": (
        partial(sk.flexjob_year, FLEXJOB, 2024),
        {"actual_pay": {MONTH: "20000"}, "paid_hours": {sk.Month(2024, 4): "44"}},
    ),
    "net_expansion": (
        partial(
            sk.net_expansion,
            sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT,
            ordinary_employees=["10"] * 12,
            employees_after="10",
            new_post=False,
        ),
        {"on": date(2021, 5, 15), "vacated_on": date(2021, 5, 1)},
    ),
    "options": (partial(sk.options, sk.Facts(), chapter=REGION), {"on": date(2009, 1, 1)}),
    "read_claims_template": (partial(sk.read_claims_template, TEMPLATE), {"month": MONTH}),
    "review": (partial(sk.review, CASE, REGION), {"on": DAY}),
    "section_56_agreement": (
        partial(sk.section_56_agreement, samples()["section-56-agreement"]),
        {"on": DAY},
    ),
    "subsidised_hours": (
        partial(sk.subsidised_hours, sk.BenefitKind.FULL_TIME_INSURED, monthly_benefit="15000"),
        {"on": DAY},
    ),
    "subsidised_places": (partial(sk.subsidised_places, "63"), {"on": DAY}),
    "timeline": (
        whatif.timeline,
        {"plans": {"work": {MONTH: WORK}}, "first": MONTH, "last": sk.Month(2024, 4)},
    ),
    "wage_subsidy": (
        partial(sk.wage_subsidy, SUBSIDISED_JOB),
        {"month": MONTH, "hours": {DAY: "7.4"}, "refunded": {DAY: "10"}},
    ),
}


def functions():
    """The functions and methods of the public rooms by their names."""
    found = {}
    for room in (frames, cases, chapters, whatif, wire, sk):
        for name in room.__all__:
            thing = inspect.unwrap(getattr(room, name))
            label = f"frames.{name}" if room is frames else name
            if inspect.isfunction(thing):
                found[label] = thing
            elif inspect.isclass(thing):
                for method in {*dir(thing)} - {*dir(object)}:
                    held = inspect.unwrap(getattr(thing, method))
                    public = method == "__contains__" or not method.startswith("_")
                    if public and (inspect.isfunction(held) or inspect.ismethod(held)):
                        found[f"{label}.{method}"] = held
    return found


def taken():
    """The parameters that take a time, by what takes them."""
    found = {}
    for name, function in functions().items():
        times = {
            parameter.name
            for parameter in inspect.signature(function).parameters.values()
            if re.search(NAMES, str(parameter.annotation)) and (name, parameter.name) not in FORMER
        }
        if times:
            found[name] = times
    return found


def as_text(value):
    """The same with each time as its text."""
    if isinstance(value, TIMES) and not isinstance(value, datetime):
        return str(value)
    if isinstance(value, dict):
        return {as_text(key): as_text(held) for key, held in value.items()}
    return tuple(map(as_text, value)) if type(value) is tuple else value


def test_everything_that_takes_a_time_is_called():
    assert {name: set(given) for name, (_, given) in CALLS.items()} == taken()


@pytest.mark.parametrize("name", CALLS)
def test_a_call_with_texts_gives_the_same(name):
    call, given = CALLS[name]
    texts = as_text(given)
    assert texts != given
    assert call(**given) == call(**texts)


def objects():
    """What callers make and may give times for: classes that check their fields, by tag and field.

    A result is no such class: the library makes it.
    """
    known = {**samples(), **MORE}
    for tag, made in known.items():
        if hasattr(type(made).__init__, "__wrapped__"):
            for field in attrs.fields(type(made)):
                given = getattr(made, field.name)
                if field.init and as_text(given) != given:
                    yield pytest.param(made, field, id=f"{tag}: {field.name}")


MORE = {
    "absence": ABSENCE,
    "days-registered": event(events.DaysRegistered, "2022-01-03"),
    "absence-registered": event(events.AbsenceRegistered, "2022-01-03"),
    "figure": CEILING.figures[0],
    "known-day": REGION.valid_from,
    "paid by date": sk.Paid(job=SUBSIDISED_JOB, hours={DAY: "7.4"}),
    "rota": sk.Schedule.rota({DAY: "12", date(2024, 3, 6): "12"}, norm_hours="37"),
}


@pytest.mark.parametrize(("made", "field"), [*objects()])
def test_an_object_made_of_texts_is_the_same(made, field):
    given = {field.alias: as_text(getattr(made, field.name))}
    assert attrs.evolve(made, **given) == made


def is_by_time(value):
    """Whether something is a mapping from days, weeks or months, or its pairs."""
    pairs = value.items() if isinstance(value, dict) else value
    return isinstance(value, (dict, tuple)) and all(
        isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], TIMES) for pair in pairs
    )


def twice(value):
    """A mapping with another time after its first one, and then the first one's text."""
    (first, held), *_ = pairs = [*(value.items() if isinstance(value, dict) else value)]
    if isinstance(first, sk.Period):
        return (*pairs, (str(first), held))
    later = date.fromordinal(first.toordinal() + 1) if isinstance(first, date) else first.next()
    return dict([*pairs, (later, held), (str(first), held)])


def mappings():
    """What takes a mapping from days, weeks or months, and one with a key that is there twice."""
    for name, (call, given) in CALLS.items():
        for argument, value in given.items():
            if is_by_time(value):
                taking = partial(call, **{**given, argument: twice(value)})
                yield pytest.param(taking, id=f"{name}: {argument}")
    plans = {"work": twice({MONTH: WORK})}
    yield pytest.param(partial(whatif.timeline, plans, MONTH, MONTH), id="timeline: plans")
    for parameters in objects():
        made, field = parameters.values
        value = getattr(made, field.name)
        if value and is_by_time(value):
            taking = partial(attrs.evolve, made, **{field.alias: twice(value)})
            yield pytest.param(taking, id=parameters.id)


ONCE = {"{key} only once", "one state for each day", "each week and each date once"}


@pytest.mark.parametrize("taking", [*mappings()])
def test_a_time_given_twice_is_told_as_such(taking):
    """Not as one that is out of order, which it may be as well."""
    with pytest.raises(sk.InvalidInput) as caught:
        taking()
    [fault] = caught.value.faults
    assert fault.accepted.template in ONCE


def test_what_is_given_twice_is_named():
    with pytest.raises(sk.InvalidInput, match=r"sickness: .*; give 2024-03-04 only once"):
        sk.flexjob_refund(FLEXJOB, MONTH, sickness={DAY: "100", "2024-03-04": "200"})
    hours = {sk.Week(2024, 10): "7", sk.Week(2024, 11): "7", "2024-W10": "7"}
    with pytest.raises(sk.InvalidInput) as caught:
        attrs.evolve(ABSENCE, hours=hours)
    told = sk.translate(caught.value.message, "da")
    assert told == "Timer (hours): uge 10 i 2024 accepteres ikke; angiv uge 10 i 2024 kun én gang"


def test_a_week_given_in_both_ways_is_told_before_the_order():
    hours = {sk.Week(2024, 10): "7", sk.Week(2024, 11): "7", DAY: "7"}
    with pytest.raises(sk.InvalidInput, match="either for the week or by date"):
        attrs.evolve(ABSENCE, hours=hours)


@pytest.mark.parametrize("text", ["2008", "2008-01", "2008-01-01", "2008-W01", "2008-Q5"])
def test_another_text_is_no_quarter(text):
    with pytest.raises(sk.InvalidInput, match=r"period: .* a text such as 2026-Q1"):
        sk.case_statistics([CASE], text)


@pytest.mark.parametrize("text", ["2024-03-04", "2024-03", "2024-W10", ""])
def test_another_text_is_no_period(text):
    with pytest.raises(sk.InvalidInput, match=r"period: .* such as 2026-03-01/2026-03-15"):
        SCHEDULE.hours(text)
