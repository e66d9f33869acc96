from datetime import date
from decimal import Decimal
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from whatif.what_if_cases import BASE, JOB, MARCH, SUPPLEMENT, absence, job, leave, paid

import socialkapitel as sk
from socialkapitel import whatif

HOURS = ["37", "30", "18.5"]


def test_a_field_of_an_argument_is_varied():
    found = whatif.sweep(sk.flexjob_refund, BASE, weekly_hours=HOURS)

    assert [sk.flexjob_refund(job(weekly_hours=hours), MARCH).amount for hours in HOURS] == list(
        found["amount"]
    )
    assert (Decimal("37.00"), Decimal("30.00"), Decimal("18.50")) == found["weekly_hours"]


def test_an_argument_is_varied():
    found = whatif.sweep(sk.flex_wage_supplement, SUPPLEMENT, pay=["10000", "15600"])

    assert (Decimal("16952.00"), Decimal("15272.00")) == found["amount"]
    assert (Decimal("10000.00"), Decimal("15600.00")) == found["pay"]


def test_several_axes_are_combined_the_last_one_fastest():
    found = whatif.sweep(sk.flexjob_refund, BASE, share=["1/2", "2/3"], weekly_hours=HOURS)

    assert [
        (sk.Share(share), Decimal(hours)) for share, hours in product(["1/2", "2/3"], HOURS)
    ] == list(zip(found["share"], found["weekly_hours"], strict=True))
    assert [
        sk.flexjob_refund(job(share=share, weekly_hours=hours), MARCH).amount
        for share, hours in product(["1/2", "2/3"], HOURS)
    ] == list(found["amount"])


def test_the_results_stand_behind_the_rows():
    found = whatif.sweep(sk.flexjob_refund, BASE, weekly_hours=HOURS)

    assert [result.amount for result in found.results] == list(found["amount"])
    assert found.points[1].result == sk.flexjob_refund(job(weekly_hours="30"), MARCH)
    assert 3 == len(found) == len(list(found))


def test_the_columns_are_the_axes_then_the_figures():
    found = whatif.sweep(sk.flexjob_refund, BASE, weekly_hours=HOURS)

    assert (
        "weekly_hours",
        "pay",
        "atp",
        "other_contributions",
        "ceiling",
        "basis",
        "gross",
        "set_off",
        "amount",
        "period",
        "paid_hours",
    ) == found.names


def test_a_figure_named_like_an_axis_is_told_apart():
    arrangement = sk.OrdinaryWork(pay="1", contributions="2")
    found = whatif.sweep(
        sk.employer_cost, {"arrangement": arrangement, "month": MARCH}, pay=["100", "200"]
    )

    assert ("pay", "result_pay") == found.names[:2]
    assert found["pay"] == found["result_pay"] == (Decimal("100.00"), Decimal("200.00"))


def test_figures_that_only_some_results_have_are_empty_in_the_others():
    found = whatif.sweep(sk.flexjob_refund, BASE, started_on=[date(2006, 3, 1), date(2010, 5, 1)])

    assert (None, Decimal("49015.75")) == found["ceiling"]


def test_values_may_have_names():
    found = whatif.sweep(
        sk.sickness_refund,
        {},
        absence={"full": absence(), "from the first day": absence(basis=sk.RefundBasis.SECTION_56)},
    )

    assert ("full", "from the first day") == found["absence"]
    first, second = found["amount"]
    assert first < second


def test_a_field_further_in_is_found():
    arrangement = sk.FlexjobWork(job=JOB, pay="32066.67", contributions="198")
    found = whatif.sweep(
        sk.employer_cost, {"arrangement": arrangement, "month": MARCH}, weekly_hours=HOURS
    )
    expected = [
        sk.employer_cost(attrs.evolve(arrangement, job=job(weekly_hours=hours)), MARCH).amount
        for hours in HOURS
    ]

    assert expected == list(found["amount"])
    assert ("arrangement", "job", "weekly_hours") == found.path("weekly_hours")
    assert (Decimal("37.00"), Decimal("30.00"), Decimal("18.50")) == found["weekly_hours"]


def test_a_way_says_which_field():
    arrangement = sk.FlexjobWork(job=JOB, pay="32066.67", contributions="198")
    base = {"arrangement": arrangement, "month": MARCH}
    near = whatif.sweep(sk.employer_cost, base, year=[2023, 2024])
    way = whatif.sweep(sk.employer_cost, base, **{"month.year": [2023, 2024]})

    assert ("month", "year") == near.path("year") == way.path("month.year")
    assert near["amount"] == way["amount"]


@attrs.frozen
class Pair:
    one: sk.OrdinaryWork
    two: sk.OrdinaryWork


def total(pair: Pair, month: sk.Month) -> sk.EmployerCost:
    return sk.employer_cost(pair.one, month)


def test_of_several_fields_at_one_depth_one_must_be_named():
    base = {"pair": Pair(*2 * [sk.OrdinaryWork(pay="1", contributions="0")]), "month": MARCH}
    message = r"axes: 'pay' is not accepted; give one of pair\.one\.pay, pair\.two\.pay"

    with pytest.raises(sk.InvalidInput, match=message):
        whatif.sweep(total, base, pay=["100"])
    assert (Decimal("100.00"),) == whatif.sweep(total, base, **{"one.pay": ["100"]})["amount"]


def test_months_are_varied_and_the_title_names_none():
    months = [sk.Month(2023, 1), sk.Month(2024, 1)]
    found = whatif.sweep(sk.flexjob_refund, {"job": JOB}, month=months)

    assert tuple(months) == found["month"]
    assert "What if: Refund" == str(found.title)


def test_months_and_days_may_be_texts():
    months = [sk.Month(2023, 1), sk.Month(2024, 1)]
    texts = whatif.sweep(sk.flexjob_refund, {"job": JOB}, month=list(map(str, months)))
    assert whatif.sweep(sk.flexjob_refund, {"job": JOB}, month=months).rows == texts.rows
    assert "2023-01-01" == texts.chart().to_dict()["layer"][0]["data"]["values"][0]["x"]

    days = [date(2021, 3, 1), date(2024, 3, 1)]
    texts = whatif.sweep(sk.subsidised_places, {"ordinary_employees": 20}, on=list(map(str, days)))
    assert tuple(days) == texts["on"]


def test_the_title_is_the_results_own_where_they_share_it():
    found = whatif.sweep(sk.flexjob_refund, BASE, weekly_hours=HOURS)

    assert "What if: Flexjob refund, 2024-03" == str(found.title)


def test_judgements_are_told_side_by_side():
    days = [date(2013, 1, 7), date(2024, 1, 1)]
    agreement = {
        "target_group": sk.TargetGroup.DISABILITY_PENSION,
        "ordinary_employees": 12 * [10],
        "employees_after": "11",
        "new_post": True,
    }
    found = whatif.sweep(sk.net_expansion, agreement, on=days)

    assert tuple(days) == found["on"]
    assert [sk.net_expansion(on=day, **agreement).outcome for day in days] == list(found["outcome"])
    assert "What if" == str(found.title)


@given(st.lists(st.integers(0, 3_206_667), min_size=1, max_size=5))
def test_law_a_sweep_is_the_calculator_at_each_point(oere):
    pays = [Decimal(number).scaleb(-2) for number in oere]
    found = whatif.sweep(sk.flex_wage_supplement, SUPPLEMENT, pay=pays)

    assert [
        sk.flex_wage_supplement(
            sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"), MARCH, pay=pay
        ).amount
        for pay in pays
    ] == list(found["amount"])


def test_a_sweep_changes_nothing_that_it_was_given():
    base = dict(BASE)
    whatif.sweep(sk.flexjob_refund, base, weekly_hours=HOURS)

    assert BASE == base
    assert Decimal("37.00") == JOB.weekly_hours


class TestBadInput:
    def test_a_calculator_that_is_none(self):
        with pytest.raises(sk.WrongType, match=r"calculator: \(not shown\) is not accepted"):
            whatif.sweep("flexjob", BASE, weekly_hours=HOURS)

    def test_a_calculator_that_explains_nothing(self):
        with pytest.raises(sk.WrongType, match=r"calculator: 5 is not accepted; give .*Explained"):
            whatif.sweep(lambda pay: pay, {}, pay=[5])

    def test_a_base_that_is_no_mapping(self):
        with pytest.raises(sk.WrongType, match=r"base: .* is not accepted; give a mapping"):
            whatif.sweep(sk.flexjob_refund, [JOB], weekly_hours=HOURS)

    def test_an_unknown_argument(self):
        with pytest.raises(sk.UnknownName, match=r"unknown argument: 'jobs'; .* job"):
            whatif.sweep(sk.flexjob_refund, {"jobs": JOB}, month=[MARCH])

    def test_an_unknown_field(self):
        with pytest.raises(sk.UnknownName, match=r"unknown field: 'weekly_hour'.* weekly_hours"):
            whatif.sweep(sk.flexjob_refund, BASE, weekly_hour=HOURS)

    def test_no_axis(self):
        with pytest.raises(sk.InvalidInput, match="axes: None is not accepted; give at least one"):
            whatif.sweep(sk.flexjob_refund, BASE)

    def test_an_axis_without_values(self):
        with pytest.raises(sk.InvalidInput, match=r"weekly_hours: .* give at least one value"):
            whatif.sweep(sk.flexjob_refund, BASE, weekly_hours=[])

    @pytest.mark.parametrize("values", ["37", 370])
    def test_an_axis_that_is_no_collection(self, values):
        with pytest.raises(sk.WrongType, match=r"weekly_hours: .* give a collection of values"):
            whatif.sweep(sk.flexjob_refund, BASE, weekly_hours=values)

    def test_too_many_points(self):
        with pytest.raises(sk.InvalidInput, match=r"axes: 200000 .* at most 100000 points"):
            whatif.sweep(
                sk.flexjob_refund, BASE, weekly_hours=range(1000), other_contributions=range(200)
            )

    def test_a_missing_argument(self):
        with pytest.raises(sk.InvalidInput, match="month: None is not accepted; give a value"):
            whatif.sweep(sk.flexjob_refund, {"job": JOB}, weekly_hours=HOURS)

    def test_what_the_calculator_refuses_says_where(self):
        with pytest.raises(sk.InvalidInput, match="weekly_hours: '38' is not accepted") as caught:
            whatif.sweep(sk.flexjob_refund, BASE, share=["1/2"], weekly_hours=["37", "38"])

        assert ["job.share = 1/2", "job.weekly_hours = 38"] == caught.value.__notes__

    def test_what_is_refused_is_called_by_its_name(self):
        days = {"late": date(2013, 1, 1)}
        with pytest.raises(sk.NotInForce) as caught:
            whatif.sweep(sk.flexjob_refund, BASE, started_on=days)

        assert ["job.started_on = late"] == caught.value.__notes__


class TestKinks:
    def kinks(self, calculator, base, **axes):
        found = whatif.sweep(calculator, base, **axes).kinks
        return [(kink.value, str(kink.limit)) for kink in found]

    def test_the_ceiling_is_found_to_the_oere(self):
        pays = [paid("30000"), paid("65000")]

        # 588,189 / 12 − 198.00 = 48,817.75: the first øre above it meets the ceiling.
        assert [(Decimal("48817.76"), "Ceiling for the month")] == self.kinks(
            sk.flexjob_refund, BASE, starting_pay=pays
        )

    def test_one_limit_in_two_steps_is_one_kink_and_another_follows(self):
        # The threshold of 2024 is 16,323; from 17,853.16 pay and supplement reach full-time pay.
        # From 22,066.67 the supplement is 10,000 or less, and its ATP 500 no more.
        assert [
            (Decimal("16323.00"), "Monthly pay above which the supplement falls faster"),
            (
                Decimal("17853.16"),
                "Pay for a full-time month, with pension − Pay for 2024-03, with pension",
            ),
            (Decimal("22066.67"), "ATP contribution of the supplement"),
        ] == self.kinks(sk.flex_wage_supplement, SUPPLEMENT, pay=["1000", "32000"])

    def test_a_second_kink_between_the_same_points_has_its_result(self):
        found = whatif.sweep(sk.flex_wage_supplement, SUPPLEMENT, pay=["1000", "32000"]).kinks

        assert [
            sk.flex_wage_supplement(
                sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="32066.67"),
                MARCH,
                pay=kink.value,
            )
            for kink in found
        ][1] == found[1].result

    def test_a_supplement_that_is_used_up(self):
        job = sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="90000")
        base = {"job": job, "month": MARCH}
        *_, last = self.kinks(sk.flex_wage_supplement, base, pay=["20000", "60000"])

        assert "Flex wage supplement: 0" == last[1]

    def test_people_are_whole(self):
        base = {"on": date(2024, 1, 1)}
        found = self.kinks(sk.subsidised_places, base, ordinary_employees=[1, 100])

        assert [Decimal(6), Decimal(51)] == [value for value, _ in found]

    def test_order_does_not_matter_and_curves_are_apart(self):
        pays = [paid("65000"), paid("30000")]
        found = whatif.sweep(sk.flexjob_refund, BASE, starting_pay=pays, share=["1/2", "2/3"]).kinks

        assert [(sk.Share("1/2"),), (sk.Share("2/3"),)] == [kink.curve for kink in found]
        assert {Decimal("48817.76")} == {kink.value for kink in found}

    def test_where_no_limit_changes_there_is_none(self):
        assert [] == self.kinks(sk.flexjob_refund, BASE, weekly_hours=["10", "20"])

    def test_where_a_limit_no_longer_applies_there_is_none_to_name(self):
        base = {"arrangement": leave(), "month": MARCH}

        assert [] == self.kinks(sk.employer_cost, base, pay=["20000", "30000"])

    def test_a_limit_that_is_left_behind_is_none(self):
        def limited(pay: Decimal) -> sk.EmployerCost:
            work = {
                "new": sk.FlexjobSince2013Work(
                    job=sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay="90000"),
                    pay=pay,
                    contributions="0",
                ),
                "ordinary": sk.OrdinaryWork(pay=pay, contributions="0"),
            }
            return sk.employer_cost(work["new" if pay < 5000 else "ordinary"], MARCH)

        assert [] == self.kinks(limited, {}, pay=[Decimal(1000), Decimal(9000)])

    def test_a_week_s_highest_amount(self):
        [(value, limit), *_] = self.kinks(
            sk.sickness_refund, {"absence": absence()}, hourly_pay=["100", "300"]
        )
        [before, at] = whatif.sweep(
            sk.sickness_refund, {"absence": absence()}, hourly_pay=[value - Decimal("0.01"), value]
        )["amount"]
        after = sk.sickness_refund(absence(hourly_pay="300")).amount

        assert before < at == after
        assert "Highest benefit an hour" == limit

    @pytest.mark.parametrize(
        ("name", "values"),
        [("month", [MARCH]), ("share", ["1/2"]), ("atp_class", ["A", None])],
    )
    def test_only_numbers_have_kinks(self, name, values):
        with pytest.raises(sk.InvalidInput, match=f"axes: '{name}' .* a first axis of numbers"):
            _ = whatif.sweep(
                sk.flexjob_refund, {"job": JOB, "month": MARCH}, **{name: values}
            ).kinks


class TestWarnings:
    GIVEN = {"job": JOB, "month": MARCH}  # noqa: RUF012

    def test_hours_that_are_varied_while_the_pay_of_a_month_stays(self):
        found = whatif.sweep(
            sk.flexjob_refund, {**self.GIVEN, "actual_pay": "30000"}, weekly_hours=["18", "37"]
        )

        [note] = found.notes
        assert "is varied, while" in str(note)
        assert "30.000,00 kr." in sk.translate(note, "da")
        assert f"! {sk.translate(note, 'en')}" in str(found)
        assert "is varied, while" in found.html()

    def test_also_within_an_arrangement(self):
        work = sk.FlexjobWork(job=JOB, pay="32066.67", contributions="0")
        given = {"arrangement": work, "month": MARCH}
        found = whatif.sweep(sk.employer_cost, given, weekly_hours=["18", "37"])

        assert ["32,066.67" in sk.translate(note, "en") for note in found.notes] == [True]

    def test_nothing_where_pay_is_varied_too_or_follows_the_hours(self):
        both = whatif.sweep(
            sk.flexjob_refund, self.GIVEN, weekly_hours=["18", "37"], actual_pay=["15000", "30000"]
        )
        alone = whatif.sweep(sk.flexjob_refund, self.GIVEN, weekly_hours=["18", "37"])
        other = whatif.sweep(
            sk.flexjob_refund, {**self.GIVEN, "actual_pay": "30000"}, share=["1/2", "2/3"]
        )

        assert () == both.notes == alone.notes == other.notes
