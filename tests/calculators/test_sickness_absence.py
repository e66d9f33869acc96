import pickle
from datetime import UTC, date, datetime
from decimal import Decimal

import attrs
import pytest
from calculators.sickness_cases import absence, weeks
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

import socialkapitel as sk

W1, W2, W3 = sk.Week(2022, 1), sk.Week(2022, 2), sk.Week(2022, 3)
FIT = sk.DayState.FIT


def test_hours_are_kept_in_order_as_exact_pairs():
    made = absence(hours={W1: "37", date(2022, 1, 10): 7, W3: Decimal("12.5")})
    assert (
        (W1, Decimal("37.00")),
        (date(2022, 1, 10), Decimal("7.00")),
        (W3, Decimal("12.50")),
    ) == made.hours
    assert [Decimal("37.00"), Decimal("7.00"), Decimal("12.50")] == [h for _, h in made.hours]


def test_an_absence_is_a_value():
    made = absence()
    assert made == pickle.loads(pickle.dumps(made))
    assert hash(made) == hash(absence())
    assert made == attrs.evolve(made)
    assert Decimal("200.00") == attrs.evolve(made, hourly_pay="200").hourly_pay
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.hours = ()


def test_the_plan_follows_the_agreed_hours():
    made = absence(contract_hours="36", hours={W1: "36"})
    assert sk.Schedule.weekly("36") == made.plan
    assert sk.Schedule.weekly("37") == attrs.evolve(made, contract_hours="37").plan
    fixed = sk.Schedule.days(dict.fromkeys(["monday", "tuesday", "wednesday"], "12"))
    assert fixed is attrs.evolve(made, contract_hours=None, schedule=fixed).plan


def test_the_callers_mapping_may_change_afterwards():
    hours = weeks(2022, 1, 2, "37")
    made = absence(hours=hours)
    hours.clear()
    assert 2 == len(made.hours)


BAD = [
    ("first_day", "2022-1-3", "2022-1-3", "a date such as 2026-03-15"),
    ("first_day", datetime(2022, 1, 3, 8, tzinfo=UTC), "datetime", "without time of day"),
    ("first_day", None, "None", "without time of day"),
    ("contract_hours", 37.0, "37.0", "floats"),
    ("contract_hours", "0", "0", "above 0, at most 37"),
    ("contract_hours", "38", "38", "at most 37"),
    ("contract_hours", "", "''", "a number such"),
    ("contract_hours", "-5", "-5", "above 0"),
    ("contract_hours", "7.405", "7.405", "two decimals"),
    ("contract_hours", Decimal("NaN"), "NaN", "above 0"),
    ("contract_hours", Decimal("Infinity"), "Infinity", "above 0"),
    ("hourly_pay", 185.0, "185.0", "floats"),
    ("hourly_pay", "0", "0", "above 0"),
    ("hourly_pay", "10000.01", "10000.01", "at most 10000"),
    ("hourly_pay", None, "None", "floats"),
    (
        "pay_changes",
        ((date(2022, 1, 20), "190"), (date(2022, 1, 10), "188")),
        "2022-01-10",
        "it comes after 2022-01-20",
    ),
    ("paid_during_sickness", 1, "1", "True"),
    ("paid_during_sickness", None, "None", "True"),
    ("basis", "usual", "(not shown)", "one of ORDINARY, SECTION_56"),
    ("basis", None, "None", "one of ORDINARY, SECTION_56"),
    ("full_time_hours", "0", "0", "above 0, at most 37"),
    ("full_time_hours", "37.01", "37.01", "at most 37"),
    ("full_time_hours", 34.0, "34.0", "floats"),
    ("employment", True, "True", "an object of the type Employment"),
    ("days", 5, "5", "a mapping of days or periods"),
    ("days", [(date(2022, 1, 4), FIT)], "[(", "a mapping of days or periods"),
    ("days", (date(2022, 1, 4), FIT), "2022, 1, 4", "pairs of a Period or a date"),
    ("days", {date(2022, 1, 4): "ill"}, "(not shown)", "one of FIT, PARTLY_FIT, ON_DUTY"),
    ("days", {4: FIT}, "4", "without time of day"),
    (
        "days",
        {date(2022, 1, 2): FIT},
        "2022-01-02/2022-01-02",
        "days from the first day of absence",
    ),
    ("days", {date(2022, 1, 4): FIT}, "2022-01-04", "give the hours of 2022-W01 by date"),
    ("days", {sk.Period(date(2022, 1, 9), date(2022, 1, 10)): FIT}, "2022-01-09", "2022-W02"),
    (
        "days",
        {
            sk.Period(date(2022, 2, 14), date(2022, 2, 16)): FIT,
            date(2022, 2, 16): sk.DayState.PARTLY_FIT,
        },
        "2022-02-16/2022-02-16",
        "one state for each day",
    ),
    ("hours_in_other_jobs", 5, "5", "a mapping of Week or date"),
    ("hours_in_other_jobs", {W1: "169"}, "169", "from 0 to 168"),
    ("hours_in_other_jobs", {W2: "1", W1: "1"}, "2022-W01", "it comes after 2022-W02"),
    ("hours_in_other_jobs", {W1: "1"}, "2022-W02", "hours for each recorded week"),
    ("hours", {}, "{}", "hours above 0"),
    ("hours", {W1: "0", W2: 0}, "Week", "hours above 0"),
    ("hours", None, "None", "a mapping of Week or date"),
    ("hours", [(W1, "37")], "[(", "a mapping of Week or date"),
    ("hours", (W1, "37"), "Week", "pairs"),
    ("hours", ((W1, "37", 1),), "37", "pairs"),
    ("hours", {202201: "37"}, "202201", "a Week or a datetime.date"),
    ("hours", {202201: "37"}, "202201", "a Week or a datetime.date"),
    ("hours", {sk.Month(2022, 1): "37"}, "Month", "a Week or a datetime.date"),
    ("hours", {datetime(2022, 1, 3, tzinfo=UTC): "7"}, "datetime", "without time of day"),
    ("hours", {W2: "37", W1: "37"}, "2022-W01", "it comes after 2022-W02"),
    ("hours", {date(2022, 1, 4): "7", date(2022, 1, 3): "7"}, "2022-01-03", "in order of time"),
    ("hours", {W2: "7", date(2022, 1, 3): "7"}, "2022-01-03", "in order of time"),
    ("hours", ((W1, "7"), (W1, "7")), "2022-W01", "2022-W01 only once"),
    ("hours", {W1: "7", date(2022, 1, 5): "7"}, "2022-01-05", "either for the week or by date"),
    ("hours", {date(2022, 1, 3): "7", W1: "7"}, "2022-W01", "either for the week or by date"),
    (
        "hours",
        {sk.Week(2021, 52): "7", W1: "37"},
        "2021-W52",
        "from the first day of absence, 2022-01-03",
    ),
    (
        "hours",
        {sk.Week(2021, 52): "0", W1: "37"},
        "2021-W52",
        "from the first day of absence, 2022-01-03",
    ),
    (
        "hours",
        {date(2022, 1, 2): "1", W1: "37"},
        "2022-01-02",
        "from the first day of absence, 2022-01-03",
    ),
    ("hours", {W2: "37"}, "2022-W02", "on the first day of absence, 2022-01-03"),
    ("hours", {W1: "0", W2: "37"}, "2022-W02", "on the first day of absence, 2022-01-03"),
    ("hours", {date(2022, 1, 4): "7"}, "2022-01-04", "on the first day of absence, 2022-01-03"),
    (
        "hours",
        {date(2022, 1, 3): "0", date(2022, 1, 4): "7"},
        "2022-01-04",
        "on the first day of absence",
    ),
    ("hours", {W1: "37.01"}, "37.01", "at most the agreed 37"),
    ("hours", {W1: "168.01"}, "168.01", "from 0 to 168"),
]


@pytest.mark.parametrize(("field", "value", "shown", "accepted"), BAD)
def test_what_is_not_accepted_is_named(field, value, shown, accepted):
    with pytest.raises(sk.InvalidInput) as caught:
        absence(**{field: value})
    assert field == caught.value.field.partition("[")[0]
    # Programs are shown the value as Python writes it, people as they do.
    assert shown in f"{caught.value} {caught.value.message}"
    assert accepted in str(caught.value)


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (37.0, sk.WrongType),
        (True, sk.WrongType),
        (None, sk.WrongType),
        ("", sk.InvalidInput),
        ("-1", sk.InvalidInput),
        ("1.005", sk.InvalidInput),
        (Decimal("NaN"), sk.InvalidInput),
        (Decimal("-Infinity"), sk.InvalidInput),
    ],
)
@pytest.mark.parametrize("key", [W1, date(2022, 1, 3)])
def test_hours_are_exact_numbers(key, value, kind):
    with pytest.raises(kind) as caught:
        absence(hours={key: value})
    assert f"hours[{key}]" == caught.value.field
    assert repr(value) in str(caught.value)


def test_a_day_has_24_hours():
    assert Decimal("24.00") == absence(hours={date(2022, 1, 3): "24"}).hours[0][1]
    with pytest.raises(sk.InvalidInput, match=r"24\.01.*from 0 to 24"):
        absence(hours={date(2022, 1, 3): "24.01"})


def test_a_week_has_at_most_the_agreed_hours():
    assert absence(contract_hours="30", hours={W1: "30"})
    with pytest.raises(sk.InvalidInput) as caught:
        absence(contract_hours="30", hours={W1: "30", W2: "30.01"})
    assert (
        "hours: '2022-W02: 30.01' is not accepted; give at most the agreed 30.00 hours a week"
        == (str(caught.value))
    )


def test_the_dates_of_a_week_have_together_at_most_the_agreed_hours():
    days = {date(2022, 1, 3): "15", date(2022, 1, 4): "15"}
    assert absence(contract_hours="30", hours=days)
    with pytest.raises(sk.InvalidInput, match=r"2022-W01: 30\.01"):
        absence(contract_hours="30", hours={**days, date(2022, 1, 9): "0.01"})


@pytest.mark.parametrize("first_day", [date(2022, 1, 8), date(2022, 1, 9)])
def test_a_week_that_begins_at_the_weekend_cannot_be_spread(first_day):
    with pytest.raises(sk.InvalidInput, match="hours by date in the first week"):
        absence(first_day=first_day, hours={W1: "7"})
    assert absence(first_day=first_day, hours={first_day: "7", W2: "37"})


def test_a_week_may_begin_on_its_friday():
    assert absence(first_day=date(2022, 1, 7), hours={W1: "7.4"})


def test_names_and_texts_will_do_for_days_and_choices():
    made = absence(first_day="2022-01-03", basis="section_56")
    assert (date(2022, 1, 3), sk.RefundBasis.SECTION_56) == (made.first_day, made.basis)


def test_states_are_kept_in_order_by_period():
    states = {
        date(2022, 2, 15): "PARTLY_FIT",
        sk.Period(date(2022, 2, 12), date(2022, 2, 14)): FIT,
    }
    made = absence(days=states)
    assert (
        (sk.Period(date(2022, 2, 12), date(2022, 2, 14)), FIT),
        (sk.Period(date(2022, 2, 15), date(2022, 2, 15)), sk.DayState.PARTLY_FIT),
    ) == made.days
    assert made == absence(days=made.days)
    assert () == absence().days == absence(days={}).days


def test_a_fit_day_has_no_hours():
    days = {date(2022, 1, 3): "7.4", date(2022, 1, 4): "7.4", date(2022, 1, 5): "0"}
    assert absence(hours=days, days={date(2022, 1, 5): FIT})
    assert absence(hours=days, days={date(2022, 1, 5): FIT, date(2022, 1, 8): FIT})
    with pytest.raises(sk.InvalidInput, match="fit days without hours"):
        absence(hours=days, days={date(2022, 1, 4): FIT})
    assert absence(hours={W1: "37", W2: "0"}, days={date(2022, 1, 10): FIT})


def test_hours_are_at_most_full_time():
    assert absence(contract_hours="34", full_time_hours="34", hours={W1: "34"})
    with pytest.raises(sk.InvalidInput, match=r"contract_hours: .*at most the full-time hours, 34"):
        absence(contract_hours="34.01", full_time_hours="34", hours={W1: "34"})


def test_other_jobs_are_said_for_each_week_or_are_none():
    others = {W1: "10", date(2022, 1, 11): "0", W3: 168}
    made = absence(hours=weeks(2022, 1, 3, "37"), hours_in_other_jobs=others)
    assert (W3, Decimal("168.00")) == made.hours_in_other_jobs[-1]
    assert () == absence(hours_in_other_jobs={}).hours_in_other_jobs
    assert None is absence(hours_in_other_jobs=None).hours_in_other_jobs


def employed(**facts):
    return sk.Employment(**facts)


@pytest.mark.parametrize(
    ("facts", "field", "accepted"),
    [
        ({"since": "January"}, "since", "a date such as"),
        ({"until": 5}, "until", "without time of day"),
        ({"hours_in_8_weeks": "1344.01"}, "hours_in_8_weeks", "from 0 to 1344"),
        ({"hours_in_8_weeks": -1}, "hours_in_8_weeks", "from 0 to 1344"),
        ({"at_work_last": 1}, "at_work_last", "True for yes"),
        ({"since": date(2022, 1, 2), "until": date(2022, 1, 1)}, "until", "on or after 2022-01-02"),
    ],
)
def test_employment_that_is_not_accepted(facts, field, accepted):
    with pytest.raises(sk.InvalidInput, match=accepted) as caught:
        employed(**facts)
    assert field == caught.value.field


def test_absence_lies_within_the_employment():
    assert absence(employment=employed(since=date(2022, 1, 3), until=date(2022, 2, 11)))
    with pytest.raises(sk.InvalidInput, match=r"first_day: .*from 2022-01-04 on"):
        absence(employment=employed(since=date(2022, 1, 4)))
    with pytest.raises(sk.InvalidInput, match=r"2022-W06.*last day of the employment, 2022-02-06"):
        absence(employment=employed(until=date(2022, 2, 6)))
    by_date = {date(2022, 1, 3): "7", date(2022, 1, 4): "7", date(2022, 1, 5): "0"}
    assert absence(hours=by_date, employment=employed(until=date(2022, 1, 4)))
    assert absence(hours={W1: "37", W2: "0"}, employment=employed(until=date(2022, 1, 7)))
    with pytest.raises(sk.InvalidInput, match="last day of the employment"):
        absence(hours=by_date, employment=employed(until=date(2022, 1, 3)))


def test_everything_that_is_wrong_is_told_at_once():
    with pytest.raises(sk.InvalidFields) as caught:
        absence(contract_hours=37.0, hourly_pay=None, basis="usual")
    assert ["contract_hours", "hourly_pay", "basis"] == [f.field for f in caught.value.faults]
    with pytest.raises(sk.InvalidFields) as caught:
        absence(contract_hours="30", days={date(2021, 1, 1): FIT}, hours_in_other_jobs={W1: "1"})
    assert {"hours", "days", "hours_in_other_jobs"} == {f.field for f in caught.value.faults}


FIELDS = [field.name for field in attrs.fields(sk.SicknessAbsence) if field.init]


@given(st.dictionaries(st.sampled_from(FIELDS), junk))
def test_junk_fits_or_is_refused(changes):
    assert fits_or_is_refused(lambda: absence(**changes), sk.SicknessAbsence)


keys = st.one_of(
    junk.filter(lambda value: getattr(value, "__hash__", None)),
    st.dates(date(2021, 12, 20), date(2022, 2, 1)),
    st.builds(sk.Week, st.just(2022), st.integers(1, 6)),
)


@given(st.lists(st.tuples(keys, st.one_of(junk, st.integers(0, 40))), max_size=6))
def test_a_junk_record_fits_or_is_refused(entries):
    assert fits_or_is_refused(lambda: absence(hours=tuple(entries)), sk.SicknessAbsence)
