from datetime import date

import pytest

from socialkapitel import PARAMETERS, NotInForce
from socialkapitel.schemes import Benefit, Facts, MeasureState
from socialkapitel.schemes.leaves import AgeBetween, AtLeast, AtMost, Exactly, Fact, OneOf

DAY = date(2008, 9, 1)
OLDER = AgeBetween("born_on", 18, 65, older=(date(1939, 7, 1), 67))


def judge(leaf, facts, day=DAY):
    return leaf.judge(facts, day, PARAMETERS)


@pytest.mark.parametrize(
    ("leaf", "facts", "expected"),
    [
        (Fact("employed_here"), Facts(employed_here=True), True),
        (Fact("employed_here"), Facts(employed_here=False), False),
        (AtLeast("limitation_per_cent", 50), Facts(limitation_per_cent=49), False),
        (AtLeast("limitation_per_cent", 50), Facts(limitation_per_cent=50), True),
        (Exactly("limitation_per_cent", 50), Facts(limitation_per_cent=50), True),
        (Exactly("limitation_per_cent", 50), Facts(limitation_per_cent=51), False),
        (AtMost("years_to_pension_age", 6), Facts(years_to_pension_age=6), True),
        (AtMost("years_to_pension_age", 6), Facts(years_to_pension_age=7), False),
        (AgeBetween("born_on", 25), Facts(born_on=date(1983, 9, 1)), True),
        (AgeBetween("born_on", 25), Facts(born_on=date(1983, 9, 2)), False),
        (AgeBetween("born_on", 18, 65), Facts(born_on=date(1943, 9, 1)), False),
        (AgeBetween("born_on", 18, 65), Facts(born_on=date(1943, 9, 2)), True),
        (OLDER, Facts(born_on=date(1939, 7, 2)), False),
        (OneOf("benefit", Benefit.CASH, Benefit.START), Facts(benefit=Benefit.START), True),
        (OneOf("benefit", Benefit.CASH, Benefit.START), Facts(benefit=Benefit.NONE), False),
        (
            OneOf("measures.aids", MeasureState.TRIED),
            Facts(measures={"aids": MeasureState.OPEN}),
            False,
        ),
    ],
)
def test_a_known_fact_answers(leaf, facts, expected):
    assert judge(leaf, facts) is expected
    assert leaf.unknown(facts, DAY, PARAMETERS) == ()


@pytest.mark.parametrize(
    "leaf",
    [
        Fact("employed_here"),
        AtLeast("limitation_per_cent", 50),
        AtMost("years_to_pension_age", 6),
        OLDER,
        OneOf("benefit", Benefit.CASH),
        OneOf("measures.aids", MeasureState.TRIED),
    ],
)
def test_an_unknown_fact_is_not_no(leaf):
    assert judge(leaf, Facts()) is None
    assert leaf.unknown(Facts(), DAY, PARAMETERS) == leaf.names == (leaf.fact,)
    assert leaf.leaves == (leaf,)


@pytest.mark.parametrize(
    ("born_on", "day", "expected"),
    [
        (date(1988, 2, 29), date(2006, 2, 28), False),
        (date(1988, 2, 29), date(2006, 3, 1), True),
        (date(1988, 2, 29), date(2008, 2, 29), True),
    ],
)
def test_who_is_born_on_a_leap_day_gets_older_on_the_first_of_march(born_on, day, expected):
    assert judge(AgeBetween("born_on", 18, 65), Facts(born_on=born_on), day) is expected


def test_a_limit_of_the_law_is_looked_up_for_the_day():
    leaf = AtLeast("expected_absence_days", parameter="section_56.min_absence_days")
    assert judge(leaf, Facts(expected_absence_days=10)) is True
    assert judge(leaf, Facts(expected_absence_days=9)) is False
    with pytest.raises(NotInForce):
        judge(leaf, Facts(expected_absence_days=10), date(2005, 4, 30))


@pytest.mark.parametrize(
    ("leaf", "facts", "expected"),
    [
        (Fact("employed_here"), Facts(), "Employed here: not known"),
        (Fact("employed_here"), Facts(employed_here=True), "Employed here: yes"),
        (
            AtMost("years_to_pension_age", 6),
            Facts(years_to_pension_age=7),
            "Years left to the state pension age, begun years included: 7 (at most 6)",
        ),
        (
            AgeBetween("born_on", 25),
            Facts(born_on=date(1983, 9, 1)),
            "Day of birth: 1983-09-01 (at least 25 years old)",
        ),
        (
            AgeBetween("born_on", 18, 65),
            Facts(born_on=date(1983, 9, 1)),
            "Day of birth: 1983-09-01 (from 18 to under 65 years)",
        ),
        (
            OneOf("benefit", Benefit.CASH),
            Facts(benefit=Benefit.SICKNESS),
            "Entitled to benefit: sickness benefit",
        ),
    ],
)
def test_a_leaf_shows_the_fact_and_the_limit(leaf, facts, expected):
    assert str(leaf.shown(facts, DAY, PARAMETERS)) == expected


def test_a_number_that_must_be_one_says_which():
    assert "exactly 50" == str(Exactly("limitation_per_cent", 50).limit(DAY, PARAMETERS))
