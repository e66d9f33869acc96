"""Refunds for whole persons: what a single row can't tell. Random persons are in test_persons."""

from datetime import date, datetime, timedelta

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from frames.engines import ASKED, ENGINES, collected, each_of
from frames.rows import PLANNED

import socialkapitel as sk
from socialkapitel import frames

MONDAY = date(2022, 3, 7)
FULL = 3700
BROKEN = [FULL] * 6 + [0] + [FULL] * 4

pytestmark = pytest.mark.filterwarnings("ignore:Dask support is moving out:FutureWarning")


def weeks(hours, first_day=None, employee="a", **columns):
    """An employee's weeks; ``first_day`` stands in the first of them, or in those given."""
    days = first_day if isinstance(first_day, list) else [first_day]
    height = len(hours)
    return pl.DataFrame(
        {
            "employee": [employee] * height,
            "week_start": [MONDAY + timedelta(weeks=number) for number in range(height)],
            "first_day": [*days, *[None] * (height - len(days))],
            "absence_hours_hundredths": hours,
            "contract_hours_hundredths": [FULL] * height,
            "hourly_pay_oere": [18500] * height,
            "basis": ["ordinary"] * height,
            **columns,
        },
        schema_overrides={"first_day": pl.Date},
    )


def refund(hours, first_day=MONDAY, **given):
    return sk.sickness_refund(
        sk.SicknessAbsence(
            first_day=first_day,
            contract_hours="37",
            hours=hours,
            hourly_pay="185.00",
            paid_during_sickness=True,
            **{"basis": "ordinary", **given},
        )
    )


def statuses(frame):
    return frames.sickness_absences(frame)["status"].to_list()


@pytest.mark.parametrize("engine", each_of(sorted({*ASKED, "dask"})))
def test_a_week_at_work_ends_the_spell(engine):
    """One first day in all rows: row by row, the weeks after it got 28,475.50 in all.

    The employee has a number, and dask's parts change places first.
    """
    given = weeks(BROKEN, [MONDAY] * 11, employee=7)
    record = {sk.Week.of(MONDAY + n * timedelta(weeks=1)): h / 100 for n, h in enumerate(BROKEN)}
    expected = refund({week: int(hours) for week, hours in record.items()})

    found = collected(frames.sickness_absences(ENGINES[engine](given)), engine).sort("week_start")

    assert [week.amount * 100 for week in expected.weeks] == found["refund_oere"].to_list()
    assert [1] * 6 + [0] + [2] * 4 == found["spell"].to_list()
    days = found["spell_first_day"].cast(pl.Date).unique(maintain_order=True).to_list()
    assert [MONDAY, None, MONDAY + timedelta(weeks=7)] == days


def test_rows_may_stand_in_any_order_and_of_many_employees():
    given = pl.concat([weeks(BROKEN), weeks([FULL] * 8, employee="b")])
    shuffled = given.sample(fraction=1, shuffle=True, seed=1)
    found = frames.sickness_absences(shuffled)
    assert shuffled.equals(found.select(shuffled.columns))
    assert (
        frames.sickness_absences(given)
        .sort("employee", "week_start")
        .equals(found.sort("employee", "week_start"))
    )


def test_names_of_employees_as_categories():
    given = weeks(BROKEN).with_columns(pl.col("employee").cast(pl.Categorical))
    assert ["ok"] * 11 == statuses(given)


WEEKENDS = {
    f"{basis}: {' '.join(by_date)} from day {days}": (basis, days, by_date)
    for basis in ("ordinary", "section_56")
    for days, by_date in [
        *[(5, ["7.4"]), (5, ["2", "5.4"]), (5, ["12", "12"])],
        *[(6, ["5"]), (5, ["3"]), (6, ["3.99"])],
    ]
}


@pytest.fixture(scope="module")
def begun_on_weekends():
    """All of them, each as an employee of one frame."""
    given = [
        weeks(
            [sum(int(float(each) * 100) for each in by_date), *[FULL] * 6],
            MONDAY + days * timedelta(days=1),
            employee,
            basis=[basis] * 7,
        )
        for employee, (basis, days, by_date) in WEEKENDS.items()
    ]
    return frames.sickness_absences(pl.concat(given))


@pytest.mark.parametrize("employee", WEEKENDS)
def test_a_spell_that_begins_on_a_weekend(employee, begun_on_weekends):
    """On the Saturday, as here, or also on the Sunday: the week has the same refund."""
    basis, days, by_date = WEEKENDS[employee]
    first_day = MONDAY + days * timedelta(days=1)
    hours = sum(int(float(each) * 100) for each in by_date)
    found = begun_on_weekends.filter(pl.col("employee") == employee)
    record = {first_day + n * timedelta(days=1): each for n, each in enumerate(by_date)}
    record |= {sk.Week.of(MONDAY + n * timedelta(weeks=1)): "37" for n in range(1, 7)}
    expected = refund(record, first_day, basis=basis)
    assert [week.amount * 100 for week in expected.weeks] == found["refund_oere"].to_list()
    counts = hours >= 400
    assert (first_day if counts else None) == found["spell_first_day"][0]
    assert expected.spells[0].first_day == found["spell_first_day"][1]


def test_a_weekend_before_the_first_week_has_a_row_of_its_own():
    """The calculator asks for its hours: without them it isn't known whether the spell began."""
    saturday = MONDAY - timedelta(days=2)
    full = {sk.Week.of(MONDAY + n * timedelta(weeks=1)): "37" for n in range(7)}
    with pytest.raises(sk.InvalidInput, match="first hours above 0 are on the first day"):
        refund(full, saturday)
    refused = frames.sickness_absences(weeks([FULL] * 7, saturday))
    assert ["invalid-input:first_day", *["other-row"] * 6] == refused["status"].to_list()
    amounts = []
    for hours in ("3", "7.4"):
        given = weeks([int(float(hours) * 100), *[FULL] * 7], saturday).with_columns(
            pl.col("week_start") - timedelta(weeks=1)
        )
        found = frames.sickness_absences(given)
        assert (
            refund({saturday: hours, **full}, saturday).amount * 100 == found["refund_oere"].sum()
        )
        amounts.append(found["refund_oere"].sum())
    assert [893_000, 1_071_600] == amounts


def test_a_first_day_may_stand_in_all_rows_or_in_the_first_one():
    alike = [weeks(BROKEN), weeks(BROKEN, MONDAY), weeks(BROKEN, [MONDAY] * 11)]
    amounts = [frames.sickness_absences(each)["refund_oere"].to_list() for each in alike]
    assert amounts[0] == amounts[1] == amounts[2]
    without = frames.sickness_absences(alike[0].drop("first_day"))
    assert amounts[0] == without["refund_oere"].to_list()


def test_the_second_of_two_absences_has_an_employer_period_of_its_own():
    again = MONDAY + timedelta(weeks=6, days=2)
    found = frames.sickness_absences(weeks([FULL] * 12, [MONDAY, *[None] * 5, again]))
    assert [1] * 6 + [2] * 6 == found["spell"].to_list()
    assert 0 == found["refund_oere"][6:10].sum()


def test_a_first_day_that_does_not_fit_the_weeks_is_refused():
    days = [
        MONDAY - timedelta(days=3),
        MONDAY - timedelta(days=1),
        MONDAY - timedelta(weeks=2),
        MONDAY + timedelta(weeks=1),
        [None, MONDAY],
        [MONDAY, MONDAY + timedelta(weeks=1)],  # no working day between: the absence goes on
        [MONDAY, MONDAY + timedelta(days=5)],  # the same, from a weekend
        [MONDAY + timedelta(days=1), MONDAY + timedelta(weeks=1, days=2), MONDAY],
    ]
    given = [weeks([FULL] * 6, day, str(number)) for number, day in enumerate(days)]
    found = frames.sickness_absences(pl.concat(given))
    for number, day in enumerate(days):
        theirs = found.filter(pl.col("employee") == str(number))
        assert {"invalid-input:first_day", "other-row"} == set(theirs["status"]), day
        assert (6, 0) == (theirs.height, theirs["refund_oere"].sum())
        assert [None] * 6 == theirs["spell_first_day"].to_list()


def test_a_first_day_without_hours_is_refused():
    assert "invalid-input:absence_hours_hundredths" in statuses(weeks([0, FULL], MONDAY))
    weekend = MONDAY + timedelta(days=5)
    assert "invalid-input:absence_hours_hundredths" in statuses(weeks([2401, FULL], weekend))


def test_one_row_that_is_refused_refuses_the_employee_and_no_one_else():
    spoilt = weeks([FULL, 3701, FULL], employee="b")
    given = pl.concat([weeks([FULL] * 3), spoilt, weeks([FULL] * 3, employee=None)])
    refused = "invalid-input:absence_hours_hundredths"
    expected = ["ok"] * 3 + ["other-row", refused, "other-row"] + ["missing:employee"] * 3
    assert expected == statuses(given)


def test_an_employee_without_a_name_is_no_employee_of_that_name():
    given = pl.concat([weeks([FULL], employee=""), weeks([FULL], employee=None)])
    assert ["ok", "missing:employee"] == statuses(given)


def test_a_week_that_is_there_twice_is_refused():
    again = weeks([FULL])
    found = statuses(pl.concat([weeks([FULL] * 3), again]))
    assert ["invalid-input:week_start", "other-row"] == sorted(set(found))


def test_an_absence_has_one_basis():
    found = statuses(weeks([FULL] * 2, basis=["ordinary", "section_56"]))
    assert ["invalid-input:basis"] * 2 == found
    again = MONDAY + timedelta(weeks=1, days=2)
    two = weeks([FULL] * 2, [MONDAY, again], basis=["ordinary", "section_56"])
    assert ["ok"] * 2 == statuses(two)


def test_a_rota_with_a_week_off():
    shifts = {name: [1200, 0, 1200] if place < 3 else [0] * 3 for place, name in enumerate(PLANNED)}
    given = weeks([3600, 0, 3600], plan=["rota"] * 3, basis=["section_56"] * 3, **shifts)
    found = frames.sickness_absences(given, also=["caveats"])
    assert [1, 1, 1] == found["spell"].to_list()
    paid = "rota-off-norm other-jobs-not-known derived-figure"
    assert [paid, "rota-off-norm", paid] == found["caveats"].to_list()
    missing = given.with_columns(pl.lit(None, pl.Int64).alias(PLANNED[2]))
    assert [f"missing:{PLANNED[2]}"] * 3 == statuses(missing)


def test_a_figure_that_is_not_known_refuses_its_weeks_alone():
    given = weeks([FULL] * 8).with_columns(pl.col("week_start") + timedelta(weeks=248))
    found = frames.sickness_absences(given)
    assert date(2026, 12, 7) == found["week_start"][0]
    assert ["ok"] * 4 + ["not-in-force:sickness_benefit.max_weekly"] * 4 == found[
        "status"
    ].to_list()


@pytest.mark.parametrize(
    ("basis", "code"),
    [
        ("flexjob_since_2013", "sickness.no_minimum"),
        ("ordinary", "sickness_benefit.employer_period"),
    ],
)
def test_an_absence_that_began_before_its_rules_is_refused_whole(basis, code):
    given = weeks([FULL] * 3, basis=[basis] * 3)
    given = given.with_columns(pl.col("week_start") - timedelta(weeks=1170))
    assert [f"not-in-force:{code}"] * 3 == statuses(given)


def test_what_is_asked_for():
    given = weeks(BROKEN)
    assert "supplement_oere" not in frames.sickness_absences(given).columns
    found = frames.sickness_absences(given, also=("months", "caveats", "supplement"))
    names = ["refund_in_month_oere", "refund_in_next_month_oere"]
    names += [name.replace("refund", "supplement") for name in names]
    assert [*names, "caveats", "status"] == found.columns[-6:]
    for name in ("refund", "supplement"):
        parts = found[f"{name}_in_month_oere"] + found[f"{name}_in_next_month_oere"]
        assert found[f"{name}_oere"].to_list() == parts.to_list()
    assert (
        "supplement_in_month_oere" not in frames.sickness_absences(given, also=["months"]).columns
    )


def test_what_is_asked_for_must_be_known():
    with pytest.raises(sk.UnknownName, match="supplement"):
        frames.sickness_absences(weeks([FULL]), also=["suplement"])
    with pytest.raises(sk.WrongType):
        frames.sickness_absences(weeks([FULL]), also="months")


def test_moments_and_days_side_by_side():
    first = datetime(2022, 3, 8)
    given = weeks([FULL] * 6).with_columns(pl.lit(first).alias("first_day"))
    found = frames.sickness_absences(given)
    assert pl.Date == found.schema["spell_first_day"]
    assert {date(2022, 3, 8)} == set(found["spell_first_day"])
    moments = weeks([FULL] * 6).with_columns(pl.col("week_start").cast(pl.Datetime("us")))
    assert pl.Datetime("us") == frames.sickness_absences(moments).schema["spell_first_day"]


def test_columns_of_pyarrow_with_names_of_ours():
    given = weeks(BROKEN).with_row_index("_socialkapitel_place")
    found = nw.from_native(frames.sickness_absences(given.to_arrow())).to_polars()
    assert (
        frames.sickness_absences(given)["refund_oere"].to_list() == found["refund_oere"].to_list()
    )


def test_a_frame_of_another_kind_of_employees_is_refused():
    given = weeks([FULL]).with_columns(employee=1.5)
    with pytest.raises(frames.InvalidFrame, match="one for each employee"):
        frames.sickness_absences(given)


def test_the_former_name_warns():
    given = weeks([FULL] * 2, [MONDAY] * 2)
    with pytest.deprecated_call(match="sickness_absences"):
        found = frames.sickness_refunds(given)
    assert found.equals(frames.sickness_single_weeks(given))
    with pytest.deprecated_call(match="sickness_single_weeks"):
        again = frames.explain(given.row(0, named=True), calculator="sickness_refunds")
    now = frames.explain(given.row(0, named=True), calculator="sickness_single_weeks")
    assert now == again
