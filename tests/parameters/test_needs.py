"""Which calculators look up which series is written down as they do it, and nothing is left out."""

import pytest
from public_calculators import RESULTS

from socialkapitel import PARAMETERS
from socialkapitel.parameters.sets import packaged_rules
from tools import needs

LOOKED_UP_BY_NONE = {
    # What is printed beside the figures that are reckoned with, and held against them.
    *(f"atp.{letter}.total_monthly" for letter in "abcdef"),
    "sickness_benefit.max_hourly",
    "rate_adjustment",
    # Rules of deadlines find these by themselves, where nothing was recorded that needs them.
    "sickness_benefit.follow_up_waived",
    "work_placement.weeks_further",
}


@pytest.mark.no_cover
def test_the_file_says_what_the_calculators_look_up():
    assert needs.text() == needs.FILE.read_text("utf-8"), "run: python tools/needs.py"


@pytest.mark.no_cover
def test_every_calculator_is_run():
    assert RESULTS.keys() <= {name for name, _ in needs._runs()}


def test_every_series_is_needed_by_something():
    known = packaged_rules().needs
    assert LOOKED_UP_BY_NONE == {p.name for p in PARAMETERS if p.name not in known}
    assert ("employer_cost", "flexjob_refund", "flexjob_year") == known["flexjob.ceiling_yearly"]
