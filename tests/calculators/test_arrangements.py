from datetime import date
from decimal import Decimal

import pytest

import socialkapitel as sk

FLEXJOB = sk.Flexjob(
    granted_on=date(2006, 3, 1),
    share="2/3",
    starting_pay=sk.Pay.monthly("18297.00"),
    weekly_hours="37",
    atp_class="A",
    other_contributions="0",
)
SUBSIDISED = sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="115.00")


def absence(basis=sk.RefundBasis.ORDINARY):
    return sk.SicknessAbsence(
        first_day=date(2022, 1, 3),
        contract_hours="37",
        hours={sk.Week(2022, 1): "37"},
        hourly_pay="185.00",
        paid_during_sickness=True,
        basis=basis,
    )


KINDS = {
    sk.OrdinaryWork: {},
    sk.SickLeave: {"absence": absence()},
    sk.FlexjobWork: {"job": FLEXJOB},
    sk.FlexjobSince2013Work: {
        "job": sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32000")
    },
    sk.SubsidisedWork: {"job": SUBSIDISED, "hours": "160.33"},
}
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


@every_kind
def test_amounts_are_kroner_with_two_decimals(kind):
    arrangement = kind(pay="28000", contributions=Decimal("3000.5"), **KINDS[kind])

    assert ("28000.00", "3000.50") == (str(arrangement.pay), str(arrangement.contributions))


@every_kind
def test_equal_arrangements_are_equal_and_can_be_keys(kind):
    one, other = (kind(pay="28000", contributions="0", **KINDS[kind]) for _ in range(2))

    assert {one} == {other}


@every_kind
@pytest.mark.parametrize("field", ["pay", "contributions"])
@pytest.mark.parametrize("bad", ["-1", "1000000.01", "1.234", "", "NaN", 1.0, True, None])
def test_amounts_not_accepted(kind, field, bad):
    given = {"pay": "28000", "contributions": "0", **KINDS[kind], field: bad}

    with pytest.raises(sk.InvalidInput, match=f"^{field}: .* give ") as caught:
        kind(**given)
    assert field == caught.value.field


@every_kind
@pytest.mark.parametrize("field", ["pay", "contributions"])
def test_what_is_paid_is_said_and_never_assumed(kind, field):
    given = {"pay": "28000", "contributions": "0", **KINDS[kind]}
    del given[field]

    with pytest.raises(TypeError, match=field):
        kind(**given)


@pytest.mark.parametrize(
    "kind", [sk.OrdinaryWork, sk.SickLeave, sk.FlexjobSince2013Work, sk.SubsidisedWork]
)
def test_pay_can_be_nothing(kind):
    assert Decimal("0.00") == kind(pay="0", contributions="0", **KINDS[kind]).pay


def test_an_old_flexjob_may_be_a_month_without_pay():
    assert 0 == sk.FlexjobWork(job=FLEXJOB, pay="0", contributions="0").pay


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (sk.SickLeave, "absence"),
        (sk.FlexjobWork, "job"),
        (sk.SubsidisedWork, "job"),
    ],
)
@pytest.mark.parametrize("bad", [None, "x", FLEXJOB.starting_pay, 5])
def test_objects_of_another_kind_are_refused(kind, field, bad):
    with pytest.raises(sk.WrongType) as caught:
        kind(pay="1", contributions="0", **{**KINDS[kind], field: bad})
    assert field == caught.value.field


def test_an_old_flexjobs_absence_is_pointed_to_its_own_arrangement():
    with pytest.raises(sk.InvalidInput, match=r"its absence .FlexjobWork.") as caught:
        sk.SickLeave(pay="1", contributions="0", absence=absence(sk.RefundBasis.FLEXJOB))
    assert "absence" == caught.value.field


def old_flexjob(benefit):
    return sk.FlexjobWork(job=FLEXJOB, pay="18297", contributions="0", sickness_benefit=benefit)


def test_sickness_benefit_is_kept_in_order_and_out_of_reach():
    benefit = {date(2007, 11, 6): "500", date(2007, 11, 5): "600.5"}

    work = old_flexjob(benefit)
    benefit.clear()

    expected = (
        (date(2007, 11, 5), Decimal("600.50")),
        (date(2007, 11, 6), Decimal("500.00")),
    )
    assert expected == work.sickness_benefit
    assert work == old_flexjob(expected)


@pytest.mark.parametrize("none", [None, {}, ()])
def test_no_sickness_benefit(none):
    assert () == old_flexjob(none).sickness_benefit
    assert sk.FlexjobWork(job=FLEXJOB, pay="18297", contributions="0") == old_flexjob(none)


@pytest.mark.parametrize(
    "bad", ["", 5, [], [(date(2007, 11, 5), "1")], (5,), ((1, 2, 3),), ("ab",)]
)
def test_what_is_no_mapping_of_days_is_refused(bad):
    with pytest.raises(sk.WrongType, match=r"sickness_benefit: .* a mapping of days to kroner"):
        old_flexjob(bad)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({20071105: "1"}, "sickness_benefit"),
        ({date(2007, 11, 5): "-1"}, "sickness_benefit[2007-11-05]"),
        ({date(2007, 11, 5): 1.0}, "sickness_benefit[2007-11-05]"),
        (((date(2007, 11, 5), "1"), (date(2007, 11, 5), "2")), "sickness_benefit"),
    ],
)
def test_benefits_not_accepted(bad, field):
    with pytest.raises(sk.InvalidInput) as caught:
        old_flexjob(bad)
    assert field == caught.value.field


@pytest.mark.parametrize("bad", ["0", "-1", 1.0, None])
def test_full_time_pay_not_accepted(bad):
    with pytest.raises(sk.InvalidInput, match="full_time_pay"):
        sk.FlexjobSince2013Work(
            job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=bad),
            pay="0",
            contributions="0",
        )


@pytest.mark.parametrize("bad", ["-1", "744.01", "1.234", 1.0, None])
def test_hours_not_accepted(bad):
    with pytest.raises(sk.InvalidInput, match="hours"):
        sk.SubsidisedWork(job=SUBSIDISED, hours=bad, pay="0", contributions="0")


def test_hours_of_the_longest_month():
    work = sk.SubsidisedWork(job=SUBSIDISED, hours="744", pay="0", contributions="0")

    assert Decimal("744.00") == work.hours
