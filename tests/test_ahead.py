"""From 2027 new acts are expected: whoever asks for a day from then on is told so, once."""

from datetime import date
from decimal import Decimal

import pytest

import socialkapitel as sk
from socialkapitel.ahead import NOTICE

LAST, FIRST = date(2026, 12, 31), date(2027, 1, 1)
CODE = "law-unchecked"
EN, DA = sk.translate(NOTICE, "en"), sk.translate(NOTICE, "da")


def codes(result):
    return [caveat.code for caveat in result.caveats]


def flexjob_refund(month):
    """The refund of an old flexjob, with the figures of 2026 put in for 2027 by the caller."""
    figures = sk.PARAMETERS
    for name in ("atp.a.employer_monthly.full", "flexjob.ceiling_yearly"):
        value = figures[name].on(LAST).value
        figures = figures.amend(
            name, value=value, valid_from=FIRST, valid_to=None, source="as in 2026"
        )
    job = sk.Flexjob(
        granted_on=date(2008, 1, 7),
        share="2/3",
        starting_pay=sk.Pay.monthly("30000"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    return sk.flexjob_refund(job, month, parameters=figures)


RESULTS = {
    "flexjob refund": lambda day: flexjob_refund(sk.Month(day.year, day.month)),
    "assistance": lambda day: sk.assistance_allowance("30", day),
    "places": lambda day: sk.subsidised_places(60, day),
    "assessment": lambda day: sk.assess("aids", sk.Facts(), on=day),
    "option": lambda day: sk.options(sk.Facts(), on=day)[0].assessment,
}


@pytest.mark.parametrize("result", RESULTS.values(), ids=RESULTS)
def test_a_result_says_that_the_law_of_2027_was_not_checked(result):
    assert CODE not in codes(result(LAST))
    for day in (FIRST, date(2031, 6, 1)):
        assert 1 == codes(result(day)).count(CODE)
        assert NOTICE in [caveat.text for caveat in result(day).caveats]


def test_every_option_says_so():
    found = sk.options(sk.Facts(), on=FIRST)
    assert found
    assert all(CODE in codes(option.assessment) for option in found)
    assert not any(CODE in codes(one.assessment) for one in sk.options(sk.Facts(), on=LAST))


def test_a_result_put_together_says_it_once():
    """Pay, refund and ATP of 2027 are one result: each part would say it."""
    document = flexjob_refund(sk.Month(2027, 3)).explanation.document()
    assert 1 == [caveat["code"] for caveat in document["caveats"]].count(CODE)


@pytest.mark.parametrize(
    "name", ["sickness_benefit.max_weekly", "flexjob.ceiling_yearly", "atp.a.total_monthly"]
)
def test_a_figure_that_ended_with_2026_says_so(name):
    with pytest.raises(sk.NotInForce) as caught:
        sk.PARAMETERS[name].on(date(2027, 2, 1))
    assert str(caught.value).endswith(f". {NOTICE}")
    assert sk.translate(caught.value.message, "en").endswith(f". {EN}")
    assert sk.translate(caught.value.message, "da").endswith(f". {DA}")


def test_a_figure_asked_for_before_2027_does_not():
    with pytest.raises(sk.NotInForce) as caught:
        sk.PARAMETERS["personal_assistance.hourly_rate"].on(LAST)
    assert str(NOTICE) not in str(caught.value)


def test_a_rule_that_ended_says_it_beside_its_hint():
    rule = sk.Rule("a.rule", NOTICE, sk.Source("an act"), date(2000, 1, 1), LAST)
    with pytest.raises(sk.NotInForce) as caught:
        rule.check(FIRST, "ask again")
    expected = "a.rule is not known on 2027-01-01: it is known from 2000-01-01 through 2026-12-31"
    assert f"{expected}; ask again. {NOTICE}" == str(caught.value)


def test_a_week_that_begins_in_2026_is_of_2026():
    """The benefit of the year holds through 3 January 2027: its law is that of the Monday."""
    assert Decimal(5085) == sk.PARAMETERS["sickness_benefit.max_weekly"].on(date(2027, 1, 3)).value


def test_the_notice_names_the_day_in_both_languages():
    assert "From 1 January 2027" in EN
    assert "Fra den 1. januar 2027" in DA
