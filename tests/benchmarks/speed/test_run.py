"""What the comparison makes of its measurements."""

import subprocess
from pathlib import Path

import numpy as np
import pytest
from benchmarks.speed import contest, run


def took(seconds, peak=100):
    return {"load": 0.0, "compute": seconds, "peak": peak}


FOUND = {1_000: took(1, peak=50_000), 2_000: took(1, peak=60_000)}


class TestTooLarge:
    def test_memory_is_judged_by_the_rows_measured(self):
        reason = run.too_large(FOUND, 10_000, memory=139_999)

        assert reason == {"bytes_per_row": 10, "needs": 140_000, "memory": 139_999}

    def test_what_fits_is_run(self):
        assert run.too_large(FOUND, 10_000, memory=140_000) is None

    def test_what_takes_no_more_for_more_rows_fits(self):
        flat = {1_000: took(1, peak=60_000), 2_000: took(1, peak=50_000)}

        assert run.too_large(flat, 10**9, memory=50_000) is None

    def test_a_single_measurement_tells_nothing(self):
        assert run.too_large({1_000: took(1)}, 10**9, memory=1) is None


class TestFaster:
    def test_the_fastest_run_counts(self):
        assert run.faster(took(2), took(1)) == took(1)
        assert run.faster(took(1), took(2)) == took(1)

    def test_the_first_is_taken_as_it_is(self):
        assert run.faster({}, took(1)) == took(1)

    def test_a_run_that_took_too_long_is_told(self):
        late = {"not_run": {"seconds": 9}}

        assert run.faster(took(1), late) == late


class TestRun:
    def ended(self, monkeypatch, error):
        def start(*parts, **how):
            raise error

        monkeypatch.setattr(run, "start", start)
        return run.run(run.CONTESTANTS["by-hand"], "folder", 10, Path("environments"))

    def test_what_takes_too_long_is_broken_off(self, monkeypatch):
        error = subprocess.TimeoutExpired("python", run.SECONDS)

        assert self.ended(monkeypatch, error) == {"not_run": {"seconds": run.SECONDS}}

    def test_what_the_system_kills_is_told(self, monkeypatch):
        error = subprocess.CalledProcessError(-9, "python")

        assert self.ended(monkeypatch, error) == {"not_run": {"killed": True}}

    def test_what_fails_fails_the_run(self, monkeypatch):
        with pytest.raises(subprocess.CalledProcessError):
            self.ended(monkeypatch, subprocess.CalledProcessError(1, "python"))


class TestFaults:
    @pytest.fixture
    def task(self, tmp_path):
        np.save(tmp_path / "exact.npy", np.array([100, 101, 102, 999]))
        return contest.Task(tmp_path, 3, "2024-01-01", ())

    def test_wrong_oere_are_counted(self, task):
        told = contest.faults(task, np.array([100, 104, 101]), "exact")

        assert told == {"wrong": 2, "largest": 3}

    def test_kroner_in_floats_are_rounded_half_up(self, task):
        told = contest.faults(task, np.array([1.0, 1.0149, 1.015]), "exact")

        assert told == {"wrong": 1, "largest": 1}

    def test_a_float_below_its_half_is_wrong(self, task):
        told = contest.faults(task, np.array([1.0, 1.005, 1.02]), "exact")

        assert told == {"wrong": 1, "largest": 1}

    def test_amounts_that_are_missing_are_refused(self, task):
        with pytest.raises(SystemExit, match="2 amounts for 3 rows"):
            contest.faults(task, np.array([100, 101]), "exact")
