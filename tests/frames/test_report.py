"""The published comparisons cover every engine and calculator."""

import json
from pathlib import Path

from frames.engines import ENGINES

from socialkapitel.frames.explaining import CALCULATORS

REPORTED = Path(__file__).parents[2] / "docs" / "engines.json"
FEWEST = 150_000
"""Rows; numpy has none with a missing whole number, so it has fewer than the 200,000 made."""


def test_every_engine_and_calculator_was_compared_on_enough_rows():
    told = json.loads(REPORTED.read_text("utf-8"))
    assert {engine: set(CALCULATORS) for engine in ENGINES} == {
        engine: set(found["rows"]) for engine, found in told.items()
    }
    fewest = {engine: min(found["rows"].values()) for engine, found in told.items()}
    assert {} == {engine: rows for engine, rows in fewest.items() if rows < FEWEST}
