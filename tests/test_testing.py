"""What tests of others rest on: a strategy for every input, figures that never change, cases."""

import sys
from datetime import date
from decimal import Decimal
from importlib import reload
from inspect import isclass
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import socialkapitel as sk
from socialkapitel import events, testing, whatif

MARCH = sk.Month(2024, 3)


def is_checked(kind):
    """Whether a class checks what callers give it, as every class of input does."""
    return isclass(kind) and hasattr(kind.__init__, "__wrapped__")


PUBLIC = {
    getattr(room, name)
    for room in (sk, events, whatif)
    for name in room.__all__
    if is_checked(getattr(room, name))
}


@pytest.mark.parametrize("kind", sorted(PUBLIC, key=lambda kind: kind.__name__))
def test_every_class_of_input_has_a_strategy(kind):
    assert kind in testing.INPUTS


def test_so_have_days_and_sealed_texts():
    assert {sk.Month, sk.Week, sk.Quarter, sk.Period, sk.HealthNote, sk.PrivateText, sk.Cpr} <= set(
        testing.INPUTS
    )


@pytest.mark.parametrize("kind", testing.INPUTS)
def test_hypothesis_makes_them_by_their_type(kind):
    @settings(max_examples=5)
    @given(st.from_type(kind))
    def check(made):
        assert isinstance(made, kind)

    check()


@given(testing.inputs(sk.Flexjob, share="1/2", weekly_hours=st.sampled_from(["9", "18"])))
def test_fields_can_be_one_s_own(job):
    assert sk.Share("1/2") == job.share
    assert job.weekly_hours in {Decimal(9), Decimal(18)}


@given(st.from_type(sk.Flexjob | sk.SubsidisedJob))
def test_unions_are_made_too(job):
    assert isinstance(job, (sk.Flexjob, sk.SubsidisedJob))


def test_what_is_no_input_is_refused():
    with pytest.raises(sk.UnknownName, match="unknown field: 'shares'; did you mean share"):
        testing.inputs(sk.Flexjob, shares="1/2")
    with pytest.raises(sk.UnknownName, match="unknown kind of input: 'int'"):
        testing.inputs(int, real=1)
    with pytest.raises(sk.WrongType, match="kind"):
        testing.inputs("Flexjob")


class TestFigures:
    JOB = sk.Flexjob(
        started_on=date(2010, 5, 1),
        share="1/2",
        starting_pay=sk.Pay.monthly("60000"),
        weekly_hours="37",
        atp_class=None,
        other_contributions="0",
    )
    ABSENCE = sk.SicknessAbsence(
        first_day=date(2024, 1, 8),
        contract_hours="37",
        hours={sk.Week(2024, number): "37" for number in range(2, 14)},
        hourly_pay="200",
        paid_during_sickness=True,
        basis=sk.RefundBasis.ORDINARY,
    )

    def test_they_are_easy_to_reckon_with(self):
        refund = sk.flexjob_refund(self.JOB, MARCH, parameters=testing.FIGURES)
        absence = sk.sickness_refund(self.ABSENCE, parameters=testing.FIGURES)

        assert Decimal("25000.00") == refund.amount
        assert {Decimal("3700.00")} == {week.amount for week in absence.weeks[5:11]}

    def test_they_say_that_they_are_assumed(self):
        refund = sk.flexjob_refund(self.JOB, MARCH, parameters=testing.FIGURES)

        assert "assumed-figure" in {caveat.code for caveat in refund.caveats}

    def test_they_are_enough_for_what_pay_takes(self):
        new = sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="30000")
        subsidised = sk.SubsidisedJob(target_group="DISABILITY_PENSION", hourly_pay="185")
        work = sk.FlexjobSince2013Work(job=new, pay="10000", contributions="0")
        figures = testing.FIGURES
        results = [
            sk.flex_wage_supplement(new, MARCH, pay="10000", parameters=figures),
            sk.wage_subsidy(subsidised, MARCH, hours="65", parameters=figures),
            sk.assistance_allowance("37", MARCH.first_day, parameters=figures),
            sk.assistance_refund("20", MARCH.first_day, parameters=figures),
            sk.subsidised_places(75, MARCH.first_day, parameters=figures),
            sk.employer_cost(work, MARCH, parameters=figures),
        ]

        assert ["17000.00", "1950.00"] == [str(each.amount) for each in results[:2]]
        for letter in "ABCDEF":
            for hours in ("8", "12", "20", "37"):
                flexjob = sk.Flexjob(
                    started_on=date(2010, 5, 1),
                    share="1/2",
                    starting_pay=sk.Pay.monthly("30000"),
                    weekly_hours=hours,
                    atp_class=letter,
                    other_contributions="0",
                )
                assert sk.flexjob_refund(flexjob, MARCH, parameters=figures).amount

    def test_they_are_of_one_year(self):
        with pytest.raises(sk.NotInForce):
            sk.flexjob_refund(self.JOB, sk.Month(2025, 1), parameters=testing.FIGURES)


class TestCases:
    def test_a_case_from_a_day_and_events(self):
        case = testing.case(
            "2022-01-03",
            testing.event(events.SickLeaveStarted, "2022-01-03"),
            testing.event(events.AbsenceRegistered, date(2022, 1, 10)),
        )

        assert ["case-opened", "sick-leave-started", "absence-registered"] == [
            each.kind for each in case.events
        ]

    def test_the_opening_may_be_an_event(self):
        opening = testing.event(events.CaseOpened, "2022-01-03", 7, role="hr")

        assert (UUID(int=7), "hr") == (opening.id, testing.case(opening).opening.role)

    @pytest.mark.parametrize("kind", sorted(events.EVENTS, key=lambda kind: kind.__name__))
    def test_every_kind_of_event_needs_no_more_than_a_day(self, kind):
        made = testing.event(kind, "2022-01-03")

        assert date(2022, 1, 3) == made.on
        assert made == testing.event(kind, "2022-01-03")


def test_without_hypothesis_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "hypothesis", None)

    with pytest.raises(sk.MissingExtra, match=r"hypothesis is missing; install .*\[testing\]"):
        reload(testing)
