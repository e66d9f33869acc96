from datetime import date
from decimal import Decimal
from functools import cache
from itertools import accumulate

import pytest
from whatif.what_if_cases import JOB, NEW_FLEXJOB, WORK, absence, leave

import socialkapitel as sk
from socialkapitel import whatif
from socialkapitel.whatif import Measure, Overtaking

JANUARY, DECEMBER = sk.Month(2024, 1), sk.Month(2024, 12)
LEAVE = leave()
THEN_FLEXJOB = {JANUARY: LEAVE, sk.Month(2024, 4): NEW_FLEXJOB}
PLANS = {"leave": LEAVE, "work": WORK, "leave, then flexjob": THEN_FLEXJOB}


@cache
def of_the_year():
    return whatif.timeline(PLANS, JANUARY, DECEMBER)


def column(name, plan, found=None):
    found = of_the_year() if found is None else found
    return [value for value, row in zip(found[name], found["plan"], strict=True) if row == plan]


def test_each_month_is_the_cost_of_its_arrangement():
    months = [JANUARY]
    while months[-1] < DECEMBER:
        months.append(months[-1].next())
    costs = [sk.employer_cost(LEAVE, month) for month in months]

    assert tuple(months) == of_the_year().months
    assert [cost.amount for cost in costs] == column("cost", "leave")
    assert [cost.employee_income for cost in costs] == column("income", "leave")


@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("measure", ["cost", "income"])
def test_the_sums_add_up(plan, measure):
    assert list(accumulate(column(measure, plan))) == column(f"{measure}_in_all", plan)


def test_an_arrangement_holds_from_its_month_until_the_next():
    plain = sk.employer_cost(NEW_FLEXJOB, sk.Month(2024, 4)).amount

    assert column("cost", "leave")[:3] == column("cost", "leave, then flexjob")[:3]
    assert 9 * [plain] == column("cost", "leave, then flexjob")[3:]


def test_the_result_behind_a_row():
    month = sk.Month(2024, 5)

    assert sk.employer_cost(LEAVE, month) == of_the_year().result("leave", month)


def test_an_unknown_plan_or_month_has_no_result():
    with pytest.raises(sk.UnknownName, match=r"unknown plan: 'leaves'; .* leave"):
        of_the_year().result("leaves", JANUARY)
    with pytest.raises(sk.UnknownName, match="unknown month of the timeline: '2025-01'"):
        of_the_year().result("leave", sk.Month(2025, 1))


def plan(*pays):
    """Ordinary work with a pay of its own in each month from January on."""
    return {
        sk.Month(2024, number): sk.OrdinaryWork(pay=pay, contributions="0")
        for number, pay in enumerate(pays, start=1)
    }


def overtakings(one, two, months):
    found = whatif.timeline({"one": one, "two": two}, JANUARY, sk.Month(2024, months))
    return [each for each in found.overtakings if each.measure is Measure.COST]


def test_a_sum_overtakes_in_the_month_in_which_it_is_greater():
    # 10, 20, 30, 40 against 5, 15, 35, 60: greater through March for the first time.
    found = overtakings(plan(10, 10, 10, 10), plan(5, 10, 20, 25), 4)

    assert [Overtaking(Measure.COST, sk.Month(2024, 3), "two", "one")] == found


def test_a_sum_that_draws_level_has_not_overtaken():
    # 10, 20 against 5, 20, then on top of each other.
    assert [] == overtakings(plan(10, 10, 10), plan(5, 15, 10), 3)


def test_a_sum_that_draws_level_and_falls_back_has_not_overtaken():
    assert [] == overtakings(plan(10, 10, 10), plan(5, 15, 5), 3)


def test_a_sum_that_passes_through_level_has_overtaken():
    found = overtakings(plan(10, 10, 10), plan(5, 15, 20), 3)

    assert [Overtaking(Measure.COST, sk.Month(2024, 3), "two", "one")] == found


def test_sums_may_overtake_each_other_again():
    found = overtakings(plan(10, 10, 10, 10), plan(5, 20, 0, 0), 4)

    assert [
        Overtaking(Measure.COST, sk.Month(2024, 2), "two", "one"),
        Overtaking(Measure.COST, sk.Month(2024, 3), "one", "two"),
    ] == found


def test_cost_and_income_overtake_apart():
    found = whatif.timeline(PLANS, JANUARY, DECEMBER).overtakings

    assert (Overtaking(Measure.COST, sk.Month(2024, 8), "leave", "leave, then flexjob"),) == found
    assert 'From 2024-08 "leave" has cost more in all than "leave, then flexjob"' == str(
        found[0].text
    )


def test_overtakings_of_income_say_so():
    found = Overtaking(Measure.INCOME, JANUARY, "one", "two")

    assert 'From 2024-01 "one" has given more in all than "two"' == str(found.text)


def test_overtakings_of_cost_less_work_say_so():
    found = Overtaking(Measure.COST_LESS_WORK, JANUARY, "one", "two")

    assert 'From 2024-01 "one" has cost more in all than "two", less the work done' == str(
        found.text
    )


def test_partial_return_costs_more_than_full_absence_and_less_of_it_is_lost():
    half = leave(hours={sk.Week(2024, n): "37" if n < 14 else "18.5" for n in range(2, 27)})
    found = whatif.timeline({"full": LEAVE, "partial": half}, JANUARY, DECEMBER)
    full, partial = (found.result(name, sk.Month(2024, 5)) for name in ("full", "partial"))

    assert full.amount < partial.amount
    assert partial.cost_less_work < full.cost_less_work
    last = {row.plan: row.in_all(Measure.COST_LESS_WORK) for row in found.planned}
    assert last["partial"] < last["full"]


class TestWhatIsNotRecorded:
    OPEN = leave(days=None)

    def test_months_after_the_last_recorded_week_are_not_known(self):
        found = whatif.timeline({"open": self.OPEN, "work": WORK}, JANUARY, DECEMBER)

        assert 6 * [None] == column("cost", "open", found)[6:]
        assert 6 * [None] == column("cost_in_all", "open", found)[6:]
        assert None not in column("cost", "open", found)[:6]
        assert None not in column("cost_in_all", "work", found)
        told = 'Not known after 2024-06-30: "open", whose absence is recorded through then'
        assert [told] == [str(note) for note in found.notes]
        assert f"! {told.replace('2024-06-30', '30 June 2024')}" in str(found)

    def test_nor_is_a_month_that_is_recorded_in_part(self):
        recorded = {sk.Week(2024, number): "37" for number in range(2, 28)}
        found = whatif.timeline({"open": leave(days=None, hours=recorded)}, JANUARY, DECEMBER)

        assert (None,) * 6 == found["cost"][6:]
        with pytest.raises(sk.InvalidInput, match="recorded through 2024-07-07"):
            found.result("open", sk.Month(2024, 7))

    @pytest.mark.parametrize(
        "changes",
        [
            {"days": {date(2024, 7, 1): sk.DayState.FIT}},
            {
                "days": None,
                "hours": {sk.Week(2024, n): "0" if n > 26 else "37" for n in range(2, 28)},
            },
        ],
        ids=["fit", "a week at work"],
    )
    def test_all_is_known_once_the_employee_is_back(self, changes):
        found = whatif.timeline({"back": leave(**changes)}, JANUARY, DECEMBER)

        assert None not in found["cost"]
        assert () == found.notes

    def test_holiday_after_the_absence_is_known(self):
        holiday = {sk.Period(date(2024, 7, 1), date(2024, 7, 31)): sk.DayState.HOLIDAY}
        found = whatif.timeline({"open": leave(days=holiday)}, JANUARY, DECEMBER)

        assert [True] * 7 + [False] * 5 == [cost is not None for cost in found["cost"]]

    def test_nothing_overtakes_what_is_not_known(self):
        flexjob = {JANUARY: self.OPEN, sk.Month(2024, 4): NEW_FLEXJOB}
        found = whatif.timeline({"open": self.OPEN, "flexjob": flexjob}, JANUARY, DECEMBER)

        assert () == found.overtakings


def test_the_employer_periods():
    period = sk.Period(date(2024, 1, 8), date(2024, 2, 6))

    assert (("leave", period), ("leave, then flexjob", period)) == of_the_year().employer_periods


def test_an_employer_period_outside_the_months_is_left_out():
    found = whatif.timeline({"leave": LEAVE}, sk.Month(2024, 3), DECEMBER)

    assert () == found.employer_periods


def test_without_an_employer_period_there_is_none():
    plans = {"leave": leave(basis=sk.RefundBasis.SECTION_56)}

    assert () == whatif.timeline(plans, JANUARY, DECEMBER).employer_periods


def test_an_old_flexjob_and_other_figures():
    reform = sk.PARAMETERS.amend(
        "flexjob.ceiling_yearly", value="120000", valid_from=date(2024, 1, 1), source="a bill"
    )
    plans = {"flexjob": sk.FlexjobWork(job=JOB, pay="32066.67", contributions="0")}
    before, after = (
        whatif.timeline(plans, JANUARY, JANUARY, parameters=each) for each in (None, reform)
    )

    assert before["cost"] < after["cost"]


def test_the_measures_have_names():
    assert [
        "The employer's net cost in all",
        "The employee's income in all",
        "The employer's net cost in all, less the work done",
    ] == [str(measure.label) for measure in Measure]


def test_the_headings_say_what_amounts_are_counted_in():
    heads = of_the_year().grid("da")[0]

    assert ["Plan", "Måned"] == heads[:2]
    assert ["(kr.)"] * 6 == [head.split()[-1] for head in heads[2:]]
    assert heads[2:] == of_the_year().by_week().grid("da")[0][2:]


class TestBadInput:
    def test_months_out_of_order(self):
        with pytest.raises(sk.InvalidInput, match=r"last: 2023-12 .* a month from 2024-01 on"):
            whatif.timeline(PLANS, JANUARY, sk.Month(2023, 12))

    def test_too_many_months(self):
        with pytest.raises(sk.InvalidInput, match=r"last: 2099-01 .* at most 600 months"):
            whatif.timeline(PLANS, JANUARY, sk.Month(2099, 1))

    @pytest.mark.parametrize("months", [(date(2024, 1, 1), DECEMBER), (JANUARY, 12)])
    def test_months_that_are_none(self, months):
        with pytest.raises(sk.WrongType, match=r"give .*Month"):
            whatif.timeline(PLANS, *months)

    def test_plans_that_are_none(self):
        with pytest.raises(sk.WrongType, match=r"plans: .* give a mapping of names"):
            whatif.timeline([WORK], JANUARY, DECEMBER)

    def test_no_plan(self):
        with pytest.raises(sk.InvalidInput, match=r"plans: .* give at least one plan"):
            whatif.timeline({}, JANUARY, DECEMBER)

    def test_a_name_that_is_no_text(self):
        with pytest.raises(sk.WrongType, match="plans: 1 is not accepted; give a text"):
            whatif.timeline({1: WORK}, JANUARY, DECEMBER)

    @pytest.mark.parametrize("each", [absence(), {JANUARY: absence()}], ids=["one", "by month"])
    def test_an_arrangement_that_is_none(self, each):
        with pytest.raises(sk.WrongType, match=r"plans\[leave\]: .* give an arrangement"):
            whatif.timeline({"leave": each}, JANUARY, DECEMBER)

    def test_a_plan_that_begins_late(self):
        plans = {"work": {sk.Month(2024, 2): WORK}}
        message = r"plans\[work\]: 2024-01 .* an arrangement for 2024-01 or from before"

        with pytest.raises(sk.InvalidInput, match=message):
            whatif.timeline(plans, JANUARY, DECEMBER)

    def test_a_month_that_is_none(self):
        with pytest.raises(sk.WrongType, match=r"plans\[work\]: .* give .*Month"):
            whatif.timeline({"work": {1: WORK}}, JANUARY, DECEMBER)

    def test_what_is_refused_says_where(self):
        with pytest.raises(sk.NotInForce) as caught:
            whatif.timeline({"flexjob": NEW_FLEXJOB}, sk.Month(2012, 12), JANUARY)

        assert ["flexjob, 2012-12"] == caught.value.__notes__


def test_the_first_rows_are_the_first_plan_s():
    assert ("leave", JANUARY, Decimal("29850.00")) == of_the_year().rows[0][:3]


def test_the_former_name_of_when_an_overtaking_is():
    with pytest.warns(DeprecationWarning, match=r"Overtaking\.when"):
        assert JANUARY == Overtaking(Measure.COST, JANUARY, "one", "two").month
