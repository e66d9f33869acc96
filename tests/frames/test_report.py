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
    assert set(ENGINES) == set(told)
    # That of whole persons may be there as well.
    assert all(set(CALCULATORS) <= set(found["rows"]) for found in told.values())
    fewest = {engine: min(found["rows"].values()) for engine, found in told.items()}
    assert {} == {engine: rows for engine, rows in fewest.items() if rows < FEWEST}
