import json
from pathlib import Path

import pytest
import speed_pages
from speed_pages import AIMS, CONTESTANTS, measured, ratios, sizes

REPORTED = Path(__file__).parents[2] / "docs" / "speed.json"


def run(compute, set_up=0.0, load=0.0, **others):
    return {"set_up": set_up, "load": load, "compute": compute, "peak": 10**9, **others}


def report(**runs):
    names = {name.replace("_", "-"): found for name, found in runs.items()}
    return {"contestants": {name: {"sizes": {"1000": found}} for name, found in names.items()}}


def texts(row):
    cells = [each if isinstance(each, list) else [each] for each in row]
    return [" / ".join(p if isinstance(p, str) else p.astext() for p in each) for each in cells]


class TestRatios:
    def test_set_up_counts_on_both_sides(self):
        told = report(
            library_streaming=run(1.0, set_up=1.0),
            openfisca=run(2.0, set_up=4.0),
            ttsim=run(1.0, set_up=2.0, load=1.0),
        )

        assert ratios(told, "1000")["with_set_up"] == (2.0, 1)

    def test_the_others_are_held_against_reading_and_computing(self):
        told = report(
            library_streaming=run(1.0, set_up=9.0),
            bare_polars=run(0.25, set_up=9.0),
            openfisca=run(20.0, load=5.0, set_up=9.0),
            openfisca_by_month=run(10.0),
        )
        found = ratios(told, "1000")

        assert found["bare"] == (0.25, 1 / 1.3)
        assert found["openfisca"] == (25.0, 20)
        assert found["openfisca_by_month"] == (10.0, 20)
        assert found["bare_and_openfisca"] == (100.0, None)

    def test_who_was_not_run_is_held_against_nothing(self):
        late = {"not_run": {"seconds": 90}}
        told = report(library_streaming=run(1.0), ttsim=late, bare_polars=late)

        assert ratios(told, "1000") == {}
        assert ratios(report(library_streaming=late, ttsim=run(1.0)), "1000") == {}


class TestRow:
    def test_of_a_run(self):
        found = run(1.5, set_up=0.25, load=0.5, wrong=0, largest=0)
        row = speed_pages.result_row("by-hand", found, 10_000_000, "da")

        assert texts(row) == ["numpy i hånden", "0,25", "0,50", "1,50", "5,0", "1,00", "0"]

    def test_of_one_that_reads_while_computing(self):
        row = speed_pages.result_row("bare-polars", run(1, wrong=0, largest=0), 10**6, "en")

        assert texts(row)[2] == "in computing"

    def test_wrong_amounts_are_told_with_their_share(self):
        row = speed_pages.result_row("ttsim", run(1, wrong=12_345, largest=1), 10**6, "en")

        assert texts(row)[-1] == "12,345 / 1.2 %, ≤ 1 øre"

    @pytest.mark.parametrize(
        ("reason", "text"),
        [
            (
                {"bytes_per_row": 212, "needs": 22 * 10**9, "memory": 17_940_000_000},
                "not run: would take about 22.0 GB at 212 bytes a row, and 17.9 GB were available",
            ),
            ({"seconds": 90}, "not run to the end: more than 90 seconds"),
            ({"killed": True}, "not run to the end: the system stopped it for lack of memory"),
        ],
    )
    def test_of_one_that_was_not_run(self, reason, text):
        row = speed_pages.result_row("ttsim", {"not_run": reason}, 10**8, "en")

        assert texts(row) == [f"ttsim, one date / {text}", *[""] * 6]


class TestMachine:
    def written(self, other_work, language):
        told = {
            "day": "2026-11-22",
            "system": "Linux",
            "processor": "x86_64",
            "python": "3.11.7",
            "cores": 2,
            "memory": 25_276_514_304,
            "other_work": other_work,
        }
        found = speed_pages.SpeedMachine.written(None, {"machine": told}, language)
        return [node.astext() for node in found]

    def test_at_rest(self):
        [text] = self.written(1.4, "en")

        assert text == (
            "Measured on 22 November 2026: Linux on x86_64, 2 cores, 25.3 GB of memory,"
            " Python 3.11.7. Other work used 1 % of the machine."
        )

    def test_with_other_work_it_says_that_times_are_too_long(self):
        _, warning = self.written(10, "da")

        assert warning.startswith("Maskinen havde andet arbejde samtidig")


class TestVerdict:
    def test_what_is_aimed_at_is_reached(self):
        assert texts([speed_pages.verdict((0.5, 0.5), "en")]) == ["0.50 × / reached"]

    def test_what_is_less_is_not(self):
        assert texts([speed_pages.verdict((19.99, 20), "da")]) == ["19,99 × / ikke nået"]

    def test_what_was_not_aimed_at_is_neither(self):
        assert texts([speed_pages.verdict((2.5, None), "en")]) == ["2.50 ×"]

    def test_what_was_not_measured_has_none(self):
        assert speed_pages.verdict(None, "en") == "–"


TOLD = json.loads(REPORTED.read_text("utf-8"))


class TestReport:
    def test_every_contestant_has_a_name(self):
        assert list(TOLD["contestants"]) == list(CONTESTANTS)

    def test_it_has_a_million_ten_and_a_hundred_million_rows(self):
        assert sizes(TOLD) == ["1000000", "10000000", "100000000"]

    def test_the_library_and_those_who_count_in_oere_are_never_wrong(self):
        exact = ("library-streaming", "library-in-memory", "bare-polars", "by-hand")
        wrong = {
            (name, size): found[name]["wrong"]
            for size in sizes(TOLD)
            for found in [measured(TOLD, size)]
            for name in exact
            if name in found
        }

        assert len(wrong) >= 8
        assert set(wrong.values()) == {0}

    def test_every_aim_is_judged_on_ten_million_rows(self):
        assert set(ratios(TOLD, "10000000")) == set(AIMS)
