"""What the charts show; how they look, people judge."""

import struct
import subprocess
import sys
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise

import altair as alt
import pytest
from whatif.what_if_cases import BASE, JOB, MARCH, NEW_FLEXJOB, WORK, job, leave, paid

import socialkapitel as sk
from socialkapitel import whatif
from socialkapitel.whatif.charts import style
from socialkapitel.whatif.charts.style import COLOURS, DASHES, INK, SHAPES

PAYS = [paid(number) for number in (30000, 45000, 65000)]
SWEEP = whatif.sweep(sk.flexjob_refund, BASE, starting_pay=PAYS)
CURVES = whatif.sweep(sk.flexjob_refund, BASE, starting_pay=PAYS, share=["1/2", "2/3"])
PLANS = {
    "leave": leave(),
    "work": WORK,
    "change": {sk.Month(2024, 1): leave(), sk.Month(2024, 4): NEW_FLEXJOB},
}
TIMELINE = whatif.timeline(PLANS, sk.Month(2024, 1), sk.Month(2024, 12))
HIGHER = sk.PARAMETERS.amend(
    "flexjob.ceiling_yearly", value="600000", valid_from=date(2024, 1, 1), source="a bill"
)
REFORM = whatif.reform(
    sk.flexjob_refund,
    {"low": BASE, "high": {"job": job(starting_pay=paid(60000)), "month": MARCH}},
    parameters=HIGHER,
)
HISTORY = whatif.history("flexjob.ceiling_yearly", parameters=HIGHER)
EVERY = {
    "sweep": SWEEP,
    "curves": CURVES,
    "timeline": TIMELINE,
    "reform": REFORM,
    "history": HISTORY,
}


@cache
def chart_of(name, language="en"):
    """A chart, made once for all the tests that only look at it."""
    return EVERY[name].chart(language)


@cache
def drawn(name, language="en"):
    """What is drawn, as a document that is written once."""
    return chart_of(name, language).to_dict()


@pytest.fixture
def unpainted(monkeypatch):
    """Leaves the picture itself out, where its text is looked at."""
    start = struct.pack(">8s8x2L", b"\x89PNG\r\n\x1a\n", 1400, 800)
    monkeypatch.setattr(style, "png", lambda document: start)


def layers(chart, mark):
    """The layers of a kind of mark; of the uppermost where charts stand below each other."""
    document = chart if isinstance(chart, dict) else chart.to_dict()
    [*_, found] = [document] if "layer" in document else document["vconcat"][:1]
    for layer in found["layer"]:
        if "name" in layer.get("data", {}):
            layer["data"] = {"values": document["datasets"][layer["data"]["name"]]}
    return [layer for layer in found["layer"] if layer["mark"]["type"] == mark]


def values(layer):
    return layer["data"]["values"]


def axis_titles(chart):
    encoding = layers(chart, "line")[0]["encoding"]
    return encoding["x"]["title"], encoding["y"]["title"]


@pytest.mark.parametrize("name", EVERY)
class TestEveryChart:
    def test_it_stays_readable_in_a_dark_theme(self, name):
        document = drawn(name)

        assert "white" == document["background"]
        assert INK == document["config"]["axis"]["labelColor"] == document["title"]["color"]

    def test_it_is_a_chart_of_altair(self, name):
        assert isinstance(chart_of(name), (alt.LayerChart, alt.VConcatChart))

    @pytest.mark.parametrize("language", ["da", "en"])
    def test_its_title_and_numbers_are_in_the_language(self, name, language):
        document = drawn(name, language)
        locale = document["config"]["locale"]

        assert sk.translate(EVERY[name].title, language) == " ".join(document["title"]["text"])
        assert ("," if language == "da" else ".") == locale["number"]["decimal"]
        assert ("maj" if language == "da" else "May") == locale["time"]["months"][4]
        assert ("søndag" if language == "da" else "Sunday") == locale["time"]["days"][0]

    def test_it_is_written_as_a_picture_without_a_network(self, name, tmp_path):
        chart = chart_of(name, "da")
        picture = whatif.save(chart, tmp_path / "chart.png")
        drawing = whatif.save(chart, str(tmp_path / "chart.svg"))

        assert b"\x89PNG\r\n\x1a\n" == picture.read_bytes()[:8]
        assert drawing.read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize("name", EVERY)
def test_another_language_is_refused(name):
    with pytest.raises(sk.UnknownName, match="unknown language: 'fr'"):
        EVERY[name].chart("fr")


def test_the_look_tells_eight_curves_apart_without_colour():
    assert 8 == len(set(COLOURS)) == len(set(SHAPES)) == len(set(map(tuple, DASHES)))


class TestCurve:
    def test_the_points_are_the_results(self):
        points, _ = layers(drawn("sweep"), "point")

        assert [float(amount) for amount in SWEEP["amount"]] == [row["y"] for row in values(points)]
        assert [30000.0, 45000.0, 65000.0] == [row["x"] for row in values(points)]

    def test_the_kink_is_on_the_line_marked_and_told(self):
        chart = drawn("sweep")
        [line] = layers(chart, "line")
        [rule] = layers(chart, "rule")
        [kink] = SWEEP.kinks

        assert (48817.76, float(kink.result.amount)) in [
            (row["x"], row["y"]) for row in values(line)
        ]
        assert [48817.76] == [row["x"] for row in values(rule)]
        assert ["1: from 48,817.76 on: Ceiling for the month"] == chart["title"]["subtitle"]

    def test_the_axes_say_what_and_in_what(self):
        assert ("Lowest agreed pay, full-time month (DKK)", "Refund (DKK)") == axis_titles(
            drawn("sweep")
        )

    def test_another_figure_can_be_drawn(self):
        chart = SWEEP.chart(y="basis")
        points, _ = layers(chart, "point")

        assert "Basis (DKK)" == axis_titles(chart)[1]
        assert [float(basis) for basis in SWEEP["basis"]] == [row["y"] for row in values(points)]

    def test_the_title_is_of_the_figure_that_is_drawn(self):
        given = {"arrangement": NEW_FLEXJOB, "month": MARCH}
        found = whatif.sweep(sk.employer_cost, given, pay=["0", "10000", "30000"])

        title = found.chart("da", y="employee_income").to_dict()["title"]["text"]
        assert ["Hvad nu hvis: Medarbejderens indtægt, marts 2024"] == title
        months = [sk.Month(2024, 1), MARCH]
        found = whatif.sweep(sk.employer_cost, {"arrangement": NEW_FLEXJOB}, month=months)
        title = found.chart(y="employee_income").to_dict()["title"]["text"]
        assert ["What if: The employee's income"] == title

    def test_no_ring_on_a_straight_line(self):
        work = sk.FlexjobSince2013Work(
            job=sk.FlexjobSince2013(started_on="2023-05-01", full_time_pay="33000"),
            pay="15600",
            contributions="66",
        )
        given = {"arrangement": work, "month": sk.Month(2026, 3)}
        found = whatif.sweep(
            sk.employer_cost, given, pay=[str(pay) for pay in range(0, 33001, 3000)]
        )
        bent = [16285.72, 17672.0, 23000.0]

        assert bent == [float(kink.value) for kink in found.kinks][1:]
        [rule] = layers(found.chart(y="employee_income"), "rule")
        assert [0.01, 16285.72] == [row["x"] for row in values(rule)]
        [rule] = layers(found.chart(y="paid_by_municipality"), "rule")
        assert 16285.72 in [row["x"] for row in values(rule)]
        assert [] == layers(found.chart(), "rule")

    def test_a_ring_where_a_figure_begins_to_be_told(self):
        found = whatif.sweep(sk.flexjob_refund, BASE, starting_pay=PAYS)

        assert [] == layers(found.chart(y="set_off"), "rule")

    def test_a_warning_is_told_below_the_title(self):
        given = {"job": JOB, "month": MARCH, "actual_pay": "30000"}
        found = whatif.sweep(sk.flexjob_refund, given, weekly_hours=["18", "37"])

        assert "varied" in " ".join(found.chart().to_dict()["title"]["subtitle"])

    def test_further_axes_are_curves(self):
        points, _ = layers(drawn("curves"), "point")
        colour = points["encoding"]["color"]

        assert {"1/2", "2/3"} == {row["curve"] for row in values(points)}
        assert ["1/2", "2/3"] == colour["scale"]["domain"]
        assert "Share granted" == colour["legend"]["title"]

    def test_kinks_at_one_place_are_one_number(self):
        [numbers] = layers(drawn("curves"), "text")

        assert ["1"] == [row["number"] for row in values(numbers)]

    def test_numbers_of_kinks_near_each_other_are_one_text(self):
        hours = ["20", "37"]
        near = whatif.sweep(sk.flexjob_refund, BASE, starting_pay=PAYS, weekly_hours=hours)
        apart = whatif.sweep(
            sk.flex_wage_supplement,
            {"job": NEW_FLEXJOB.job, "month": MARCH},
            pay=["5000", "20000", "40000"],
        )
        for sweep, told in ((near, ["1, 2"]), (apart, ["1", "2", "3"])):
            [numbers] = layers(sweep.chart(), "text")
            assert told == [row["number"] for row in values(numbers)]
        assert 2 == len(near.chart().to_dict()["title"]["subtitle"])

    def test_a_curve_over_months_or_days_has_no_kinks(self):
        months = [sk.Month(year, 1) for year in (2022, 2023, 2024)]
        days = [date(2006, 3, 1), date(2010, 5, 1)]
        over_months = whatif.sweep(sk.flexjob_refund, {"job": JOB}, month=months).chart("da")
        over_days = whatif.sweep(sk.flexjob_refund, BASE, started_on=days).chart(y="ceiling")

        assert ["2022-01-01", "2023-01-01", "2024-01-01"] == [
            row["x"] for row in values(layers(over_months, "point")[0])
        ]
        assert [None, 49015.75] == [row["y"] for row in values(layers(over_days, "point")[0])]
        assert "temporal" == layers(over_days, "line")[0]["encoding"]["x"]["type"]
        assert [] == layers(over_months, "rule")

    def test_a_field_that_the_explanation_does_not_give_has_no_unit(self):
        def doubled(pay: int, month: sk.Month) -> sk.EmployerCost:
            work = sk.OrdinaryWork(pay=2 * pay, contributions="0")
            return sk.employer_cost(work, month)

        def renamed(wage: int, month: sk.Month) -> sk.EmployerCost:
            return doubled(wage, month)

        found = whatif.sweep(renamed, {"month": MARCH}, wage=[1, 2])

        assert ("wage", "The employer's net cost (DKK)") == axis_titles(found.chart())

    def test_places_and_hours(self):
        base = {"on": date(2024, 1, 1)}
        places = whatif.sweep(sk.subsidised_places, base, ordinary_employees=[1, 5])
        hours = whatif.sweep(sk.assistance_allowance, base, weekly_hours=["10", "37"])

        assert ("Ordinary employees", "Places") == axis_titles(places.chart())
        assert "Hours" == axis_titles(hours.chart())[1]

    def test_a_figure_that_counts_nothing_has_no_unit(self):
        months = [sk.Month(2023, 1), sk.Month(2024, 1)]
        found = whatif.sweep(
            sk.flexjob_refund, {"job": job(started_on=date(2006, 3, 1))}, month=months
        )

        assert "Ceiling" == axis_titles(found.chart(y="ceiling"))[1]

    def test_an_unknown_figure(self):
        with pytest.raises(sk.UnknownName, match="unknown figure of the result: 'amounts'"):
            SWEEP.chart(y="amounts")

    def test_a_first_axis_that_is_no_number(self):
        found = whatif.sweep(sk.flexjob_refund, BASE, atp_class=["A", None])

        with pytest.raises(sk.InvalidInput, match=r"axes: 'atp_class' .* numbers, months or days"):
            found.chart()

    def test_too_many_curves(self):
        hours = [str(number) for number in range(1, 10)]
        found = whatif.sweep(sk.flexjob_refund, BASE, starting_pay=PAYS, weekly_hours=hours)

        with pytest.raises(sk.InvalidInput, match=r"chart: 9 .* at most 8 curves"):
            found.chart()


class TestTimeline:
    def test_the_sums_start_at_nothing_and_stand_at_the_end_of_each_month(self):
        [line] = layers(drawn("timeline"), "line")
        work = [row for row in values(line) if row["curve"] == "work"]

        assert {"curve": "work", "day": "2024-01-01", "value": 0} == work[0]
        assert {"curve": "work", "day": "2024-02-01", "value": 29850.0} == work[1]
        assert "2025-01-01" == work[-1]["day"]

    def test_the_employer_period_is_shaded_once(self):
        [band] = layers(drawn("timeline", "da"), "rect")

        assert [{"from": "2024-01-08", "to": "2024-02-07", "name": "Arbejdsgiverperiode"}] == (
            values(band)
        )

    def test_an_overtaking_is_ringed_and_told(self):
        chart = drawn("timeline")
        _, rings = layers(chart, "point")

        assert [("leave", "2024-09-01")] == [(row["curve"], row["day"]) for row in values(rings)]
        assert (
            'From August 2024 "leave" has cost more in all than "change"'
            in (chart["title"]["subtitle"])
        )

    def test_below_the_cost_stands_what_it_is_less_the_work_done(self):
        upper, lower = drawn("timeline", "da")["vconcat"]
        titles = [part["layer"][-2]["encoding"]["y"]["title"] for part in (upper, lower)]

        assert "Arbejdsgiverens nettoudgift i alt" in " ".join(titles[0])
        assert "udførte arbejde" in " ".join(titles[1])

    def test_without_absence_there_is_one_chart(self):
        found = whatif.timeline({"work": WORK}, MARCH, MARCH)

        assert not found.loses_work
        assert isinstance(found.chart(), alt.LayerChart)

    def test_a_curve_ends_where_nothing_more_is_known(self):
        plans = {"open": leave(days=None), "work": WORK}
        found = whatif.timeline(plans, sk.Month(2024, 1), sk.Month(2024, 12))
        chart = found.chart("da").to_dict()
        [line] = layers(chart, "line")

        assert "2024-07-01" == max(row["day"] for row in values(line) if row["curve"] == "open")
        assert "Ikke kendt efter 30. juni 2024" in str(chart["title"])

    def test_week_by_week(self):
        weeks = TIMELINE.by_week()
        chart = weeks.chart("da").to_dict()
        [line] = layers(chart, "line")

        assert "Uge for uge, januar 2024 – december 2024" == chart["title"]["text"][0]
        assert 54 == len([row for row in values(line) if row["curve"] == "work"])
        assert isinstance(weeks.chart(measure=whatif.Measure.INCOME), alt.LayerChart)

    def test_income_has_sums_of_its_own(self):
        chart = TIMELINE.chart(measure=whatif.Measure.INCOME).to_dict()
        [line] = layers(chart, "line")

        assert 29660.0 == next(row["value"] for row in values(line) if row["day"] == "2024-02-01")
        assert ["The employee's income in all (DKK)"] == axis_titles(chart)[1]
        assert [] == chart["title"]["subtitle"]

    def test_without_sickness_nothing_is_shaded(self):
        found = whatif.timeline({"work": WORK}, MARCH, MARCH)

        assert [] == layers(found.chart(), "rect")

    def test_a_measure_that_is_none(self):
        with pytest.raises(sk.WrongType, match="measure: 'cost'"):
            TIMELINE.chart(measure="cost")


def test_a_reform_s_cases_are_drawn_before_and_after():
    [points] = layers(drawn("reform", "da"), "point")

    assert [("low", "Før"), ("low", "Efter"), ("high", "Før"), ("high", "Efter")] == [
        (row["case"], row["when"]) for row in values(points)
    ]
    assert {"circle", "triangle-up"} == set(points["encoding"]["shape"]["scale"]["range"])


def reform_of(number):
    """A reform of many cases, of which the last changes most."""
    cases = [
        {"job": job(starting_pay=paid(40_000 + 500 * place)), "month": MARCH}
        for place in range(number)
    ]
    return whatif.reform(sk.flexjob_refund, cases, parameters=HIGHER)


def test_a_chart_of_many_cases_fits_a_page():
    assert 34 * 3 == reform_of(2).chart().to_dict()["height"]
    assert reform_of(45).chart().to_dict()["height"] < 560


def test_of_very_many_cases_those_are_drawn_that_change_most():
    chart = reform_of(70).chart("da").to_dict()
    [points] = layers(chart, "point")

    assert 60 == len({row["case"] for row in values(points)})
    assert "70" in {row["case"] for row in values(points)}
    assert ["De 60 af 70 sager, der ændres mest"] == chart["title"]["subtitle"]
    assert chart["height"] < 700


class TestInANotebook:
    def test_a_chart_shows_itself_as_a_picture(self):
        for chart in (chart_of("sweep"), chart_of("timeline")):
            shown, sizes = chart._repr_mimebundle_()
            assert b"\x89PNG\r\n\x1a\n" == shown["image/png"][:8]
            assert 600 < sizes["image/png"]["width"] < 900
            assert ["image/png", "text/plain"] == list(shown)
            assert "http" not in repr(chart)

    @pytest.mark.parametrize("name", EVERY)
    @pytest.mark.parametrize("language", ["da", "en"])
    def test_its_text_is_its_title_and_what_stands_below(self, unpainted, name, language):
        shown, _ = chart_of(name, language)._repr_mimebundle_()
        title, *below = shown["text/plain"].splitlines()

        assert sk.translate(EVERY[name].title, language) == title
        assert drawn(name, language)["title"]["subtitle"] == below

    @pytest.mark.parametrize(
        ("title", "text"),
        [
            ("Ours", "Ours"),
            (["Our", "pay"], "Our pay"),
            (alt.Title("Ours", subtitle="in May"), "Ours\nin May"),
            (alt.Title("Ours"), "Ours"),
            (alt.Undefined, ""),
        ],
        ids=str,
    )
    def test_its_text_is_the_title_that_a_caller_gives(self, unpainted, title, text):
        chart = chart_of("history").copy()
        chart.title = title

        assert text == chart._repr_mimebundle_()[0]["text/plain"]
        assert "a chart" in repr(chart)

    def test_another_renderer_of_altair_s_is_kept(self):
        with alt.renderers.enable("mimetype"):
            shown, _ = chart_of("sweep")._repr_mimebundle_()

        assert any(kind.startswith("application/vnd.vegalite") for kind in shown)

    def test_it_is_drawn_in_the_language_that_is_set(self):
        with sk.language("da"):
            titles = [table.chart().to_dict()["title"]["text"] for table in EVERY.values()]

        assert [drawn(name, "da")["title"]["text"] for name in EVERY] == titles


class TestHistory:
    def test_published_and_derived_differ_in_shape_and_colour(self):
        [points] = layers(drawn("history"), "point")
        encoding = points["encoding"]

        assert ["published", "derived", "supplied by the user"] == (
            encoding["shape"]["scale"]["domain"]
        )
        assert ["circle", "triangle-up", "diamond"] == encoding["shape"]["scale"]["range"]
        assert 3 == len(set(encoding["color"]["scale"]["range"]))
        assert ("2006-07-05", 395000.0, "published") == tuple(values(points)[0].values())
        assert "DKK a year" == axis_titles(drawn("history"))[1]

    def test_a_gap_breaks_the_line(self):
        gap = next(
            parameter
            for parameter in sk.PARAMETERS
            if any(
                (after.valid_from - before.valid_to).days > 1
                for before, after in pairwise(parameter.figures)
            )
        )
        [line] = layers(whatif.history(gap.name).chart(), "line")

        assert 0 < values(line)[-1]["stretch"]

    def test_a_figure_that_holds_until_changed_is_drawn_on(self):
        endless = next(parameter for parameter in sk.PARAMETERS if parameter.last_day is None)
        [line] = layers(whatif.history(endless.name).chart(), "line")
        *_, start, end = values(line)

        assert start["day"] < end["day"]
        assert start["value"] == end["value"]

    def test_small_figures_have_decimals(self):
        small = next(
            parameter
            for parameter in sk.PARAMETERS
            if max(figure.value for figure in parameter.figures) < 8
        )
        [points] = layers(whatif.history(small.name).chart(), "point")

        assert ",.1f" == points["encoding"]["y"]["axis"]["format"]


class TestSaving:
    @pytest.mark.parametrize("name", ["chart.pdf", "chart"])
    def test_another_ending_is_refused(self, tmp_path, name):
        with pytest.raises(sk.InvalidInput, match=r"path: .* a path that ends in \.png or \.svg"):
            whatif.save(chart_of("sweep"), tmp_path / name)

    def test_a_path_that_is_none(self):
        with pytest.raises(sk.WrongType, match="path: 5"):
            whatif.save(chart_of("sweep"), 5)

    def test_a_chart_that_is_none(self, tmp_path):
        with pytest.raises(sk.WrongType, match=r"chart: .* a chart of altair's"):
            whatif.save(SWEEP, tmp_path / "chart.png")

    def test_without_vl_convert_the_extra_is_named(self, tmp_path, monkeypatch):
        monkeypatch.setitem(sys.modules, "vl_convert", None)

        with pytest.raises(sk.MissingExtra, match=r"install socialkapitel\[plots\]"):
            whatif.save(chart_of("sweep"), tmp_path / "chart.png")


def test_without_altair_the_extra_is_named(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("socialkapitel.whatif.charts")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "altair", None)

    with pytest.raises(sk.MissingExtra, match=r"altair is missing; install socialkapitel\[plots\]"):
        SWEEP.chart()


def test_asking_what_if_loads_neither_charts_nor_frames():
    code = "from socialkapitel import whatif; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}

    assert set() == loaded & {
        "altair",
        "vl_convert",
        "narwhals",
        "polars",
        "pandas",
        "tqdm",
        "babel",
    }


def test_amounts_stay_exact_until_they_are_drawn():
    assert all(isinstance(amount, Decimal) for amount in SWEEP["amount"])
