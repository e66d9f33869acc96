"""Caveats with an amount under another reading: none compares an amount with itself."""

import re
from datetime import date, timedelta
from decimal import Decimal

from babel.messages.pofile import read_po
from calculators.compared import compared
from calculators.sickness_cases import caveat, refund, weeks
from hypothesis import given
from hypothesis import strategies as st
from texts import CATALOGUE

import socialkapitel as sk
from socialkapitel.calculators.otherwise import otherwise
from socialkapitel.messages import msg
from socialkapitel.money import Kroner
from socialkapitel.testing import inputs

AMOUNT = re.compile(r"DKK -?[\d,]+\.\d\d|-?[\d.]+,\d\d kr\.")
CLAUSE = re.compile(r"; |: |\. (?=[A-ZÆØÅ])")


def check(result):
    """Check what the caveats of a result compare, in both languages."""
    for one in result.caveats:
        pairs = compared(one)
        assert all(other != here for other, here in pairs)
        for language in ("en", "da"):
            text = sk.translate(one.text, language)
            assert ".." not in text
            for clause in CLAUSE.split(text):
                amounts = AMOUNT.findall(clause)
                assert len(set(amounts)) == len(amounts), text
            unchanged = {"en": "that would not change", "da": "det ville ikke ændre"}[language]
            if unchanged in text:
                assert (sk.Severity.NOTE, []) == (one.severity, pairs)
            if pairs:
                assert sk.Severity.MONEY is one.severity


MONDAY = date(2024, 3, 18)  # two weeks before Easter Monday
DAYS = [MONDAY + timedelta(days=number) for number in range(35)]
WEEKS = [*dict.fromkeys(map(sk.Week.of, DAYS))]
ROTA = sk.Schedule.rota({day: "7" for day in DAYS if day.weekday() in {0, 3, 4}}, norm_hours="21")
EVEN = [(sk.Schedule.weekly(hours), [0, 1, 2, 3, 4]) for hours in ("37", "21")]


@st.composite
def absences(draw):
    """Absences around Easter by date or by week, most of them partial, with days of every kind."""
    schedule, planned = draw(st.sampled_from([*EVEN, (ROTA, [0, 3, 4])]))
    by_date = draw(st.booleans())
    keys = [day for day in DAYS if day.weekday() in planned] if by_date else WEEKS
    chosen = sorted(draw(st.sets(st.sampled_from(keys), min_size=1)), key=first_day)
    hours = st.sampled_from(["0", "2", "7", "7.4"] if by_date else ["0", "3", "21"])
    record = {key: draw(hours) for key in chosen} | {chosen[0]: "7"}
    first = first_day(chosen[0])
    kinds = [state for state in sk.DayState if by_date or state is not sk.DayState.FIT]
    later = st.sampled_from([day for day in DAYS if day > first])
    return {
        "first_day": first,
        "hours": record,
        "contract_hours": None,
        "schedule": schedule,
        "days": draw(st.dictionaries(later, st.sampled_from(kinds), max_size=3)),
        "hourly_pay": "185.00",
        "paid_during_sickness": draw(st.booleans()),
        "basis": draw(st.sampled_from(sk.RefundBasis)),
        "employment": draw(st.none() | inputs(sk.Employment, until=None)),
        "hours_in_other_jobs": None,
    }


def first_day(key):
    return key.monday if isinstance(key, sk.Week) else key


def or_refused(ask):
    """What is answered; None where it is refused."""
    try:
        return ask()
    except sk.SocialkapitelError:
        return None


@given(absences())
def test_of_an_absence(facts):
    result = or_refused(lambda: sk.sickness_refund(sk.SicknessAbsence(**facts)))
    if result is not None:
        check(result)
        check(result.month("2024-04"))


@given(st.from_type(sk.SicknessAbsence))
def test_of_absences_of_all_kinds(absence):
    check(sk.sickness_refund(absence))


MONTHS = st.sampled_from([sk.Month(2012, 11), sk.Month(2018, 3), sk.Month(2024, 3)])
BY_DAY = st.dictionaries(st.integers(1, 28), st.sampled_from(["1", "100", "700", "9999"]))


@given(
    inputs(
        sk.Flexjob,
        started_on=st.sampled_from([date(2005, 3, 1), date(2008, 3, 1), date(2012, 11, 12)]),
        granted_on=st.none(),
        ended_on=st.none(),
        starting_pay=st.sampled_from(["18000", "45000", "60000"]).map(sk.Pay.monthly),
        other_contributions=st.sampled_from(["0", "6000"]),
    ),
    MONTHS,
    BY_DAY,
    st.none() | st.sampled_from(["0", "80", "160.33", "200"]),
    st.none() | st.sampled_from(["0", "30000"]),
)
def test_of_a_flexjob(job, month, taken, paid, pay):
    sick = {month.first_day + timedelta(days=day - 1): kroner for day, kroner in taken.items()}
    results = (
        or_refused(
            lambda: sk.flexjob_refund(job, month, sickness=sick, paid_hours=paid, actual_pay=pay)
        ),
        or_refused(lambda: sk.flexjob_year(job, month.year, actual_pay=pay and {month: pay})),
    )
    for result in filter(None, results):
        check(result)


@given(inputs(sk.SubsidisedJob, started_on=st.none()), MONTHS, BY_DAY, BY_DAY)
def test_of_a_subsidy(job, month, worked, taken):
    hours = {month.first_day + timedelta(days=day - 1): "7.4" for day in worked}
    refunded = {month.first_day + timedelta(days=day - 1): one for day, one in taken.items()}
    result = or_refused(lambda: sk.wage_subsidy(job, month, hours=hours, refunded=refunded))
    if result is not None:
        check(result)


@given(
    st.from_type(sk.SickLeave | sk.FlexjobWork | sk.FlexjobSince2013Work | sk.SubsidisedWork),
    MONTHS | st.just(sk.Month(2022, 2)),
)
def test_of_a_month_s_cost(arrangement, month):
    result = or_refused(lambda: sk.employer_cost(arrangement, month))
    if result is not None:
        check(result)


@given(st.sampled_from([None, True, False]), st.integers(9, 11), st.sampled_from([2018, 2019]))
def test_of_a_net_expansion(new_post, after, year):
    check(
        sk.net_expansion(
            sk.TargetGroup.DISABILITY_PENSION,
            date(year, 3, 1),
            ordinary_employees=[10] * 12,
            employees_after=after,
            new_post=new_post,
        )
    )


def test_no_other_message_compares_amounts():
    with CATALOGUE.open("rb") as file:
        messages = [message.id for message in read_po(file, locale="da") if message.id]
    pattern = re.compile(r"would (then )?be \{|instead of \{|would be left")
    comparing = [text for text in messages if pattern.search(text)]
    assert [
        "{because}; the deadline would be {day}",
        "{what} would then be {other} instead of {here}",
    ] == comparing


# --- what does not change is said to be the same --------------------------------------------------

EASTER = {"first_day": date(2024, 3, 25), "hours": weeks(2024, 13, 14, "37")}
ON_DUTY = {date(2024, 3, 28): sk.DayState.ON_DUTY}


def test_a_holiday_in_the_employer_period_changes_no_refund():
    result = refund(**EASTER, days=ON_DUTY)
    text = caveat(result, "on-duty-on-public-holiday")
    assert text.endswith(
        "possible that it is not: that would not change the refund for the absence"
    )
    danish = caveat(result, "on-duty-on-public-holiday", "da")
    assert danish.endswith("at de ikke skal betales: det ville ikke ændre refusionen for fraværet")
    [severity] = [one.severity for one in result.caveats if one.code == "on-duty-on-public-holiday"]
    assert sk.Severity.NOTE is severity


def test_without_pay_it_changes_what_the_employer_owes():
    facts = {
        **EASTER,
        "days": ON_DUTY,
        "paid_during_sickness": False,
        "employment": sk.Employment(since=date(2023, 1, 1), hours_in_8_weeks=296),
    }
    result = refund(**facts)
    off = refund(**{**facts, "days": {}})
    text = caveat(result, "on-duty-on-public-holiday")
    owed = [sk.format_kroner(one.employer_benefit, "en") for one in (off, result)]
    assert text.endswith(f"the benefit from the employer would then be {' instead of '.join(owed)}")
    assert "municipality" not in text.rpartition("possible")[2]


def test_the_ceiling_of_the_pay_alone_is_the_same_where_there_is_nothing_else():
    job = sk.Flexjob(
        started_on=date(2008, 3, 1),
        share="2/3",
        starting_pay=sk.Pay.monthly("60000"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    result = sk.flexjob_refund(job, sk.Month(2024, 3))
    text = caveat(result, "ceiling-pay-alone")
    assert text.endswith("It may also limit the pay alone: that would not change the refund")


def test_several_things_that_stay_are_named():
    zero = Kroner(Decimal("0.00"))
    other = otherwise((msg("one"), zero, zero), (msg("another"), zero, zero))
    assert "that would not change one or another" == str(other.text)
    one = otherwise((msg("one"), zero, zero), (msg("another"), Kroner(Decimal(1)), zero))
    assert "another would then be DKK 1 instead of DKK 0.00" == str(one.text)
