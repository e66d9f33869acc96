"""No amount is answered for days after the figures of its scheme, even one that needs none."""

from datetime import date

import pytest

import socialkapitel as sk


def flexjob(**changed):
    """A job without ATP, which no ceiling applies to."""
    terms = {
        "started_on": date(2001, 3, 1),
        "share": "2/3",
        "starting_pay": sk.Pay.monthly("29600"),
        "weekly_hours": "37",
        "atp_class": None,
        "other_contributions": "0",
    }
    return sk.Flexjob(**{**terms, **changed})


def changing(month):
    change = sk.FlexjobChange(from_day=date(month.year, month.month, 15), weekly_hours="30")
    return flexjob(changes=(change,))


def subsidised(group, **granted):
    return sk.SubsidisedJob(target_group=group, hourly_pay="115", granted_rate="60", **granted)


ASKED = {
    "flexjob": lambda month: sk.flexjob_refund(flexjob(), month),
    "flexjob without pay": lambda month: sk.flexjob_refund(flexjob(), month, actual_pay="0"),
    "flexjob that changes": lambda month: sk.flexjob_refund(changing(month), month),
    "rehabilitation": lambda month: sk.wage_subsidy(
        subsidised(sk.TargetGroup.REHABILITATION, granted_on=date(2025, 1, 1)), month, hours="10"
    ),
    "newly qualified": lambda month: sk.wage_subsidy(
        subsidised(sk.TargetGroup.NEWLY_QUALIFIED), month, hours="10"
    ),
}
LAST = sk.Month(sk.PARAMETERS.last_year, 12)


@pytest.mark.parametrize("asked", ASKED)
def test_the_last_month_of_the_figures_is_answered(asked):
    assert ASKED[asked](LAST).amount >= 0


@pytest.mark.parametrize("year", [sk.PARAMETERS.last_year + 1, 2199])
@pytest.mark.parametrize("asked", ASKED)
def test_no_month_after_the_figures_is_answered(asked, year):
    with pytest.raises(sk.NotInForce) as caught:
        ASKED[asked](sk.Month(year, 1))
    assert sk.PARAMETERS.last_year == caught.value.last.year


@pytest.mark.parametrize("asked", ASKED)
def test_figures_of_the_year_after_answer_it(asked):
    after = sk.PARAMETERS.last_year + 1
    figures = sk.PARAMETERS.carried_forward(after)
    month = sk.Month(after, 1)
    if asked.startswith("flexjob"):
        job = changing(month) if "changes" in asked else flexjob()
        pay = "0" if "pay" in asked else None
        assert sk.flexjob_refund(job, month, actual_pay=pay, parameters=figures).amount >= 0
    else:
        job = subsidised(sk.TargetGroup.NEWLY_QUALIFIED)
        assert sk.wage_subsidy(job, month, hours="10", parameters=figures).amount > 0


def test_figures_that_hold_until_they_are_changed_have_no_end():
    figures = sk.PARAMETERS.amend(
        "flexjob.ceiling_yearly",
        value="660000",
        valid_from=date(2027, 1, 1),
        source="invented",
        valid_to=None,
    )
    assert sk.flexjob_refund(flexjob(), sk.Month(2035, 1), parameters=figures).amount > 0
