"""What is loaded when: importing is light, and computing needs neither babel nor cattrs."""

import subprocess
import sys

import pytest

HEAVY = ["babel", "cattrs", "narwhals", "polars", "pandas", "pyarrow", "numpy", "altair", "duckdb"]
IMPORT = "import socialkapitel"
COMPUTE = """
import socialkapitel as sk
from datetime import date
job = sk.Flexjob(granted_on=date(2006, 3, 1), share="2/3", starting_pay=sk.Pay.monthly("18297.00"),
    weekly_hours="37", atp_class="A", other_contributions="0")
assert "12306.40" == str(sk.flexjob_refund(job, sk.Month(2007, 11)).amount)
"""
SHOW = COMPUTE + "str(sk.flexjob_refund(job, sk.Month(2007, 11)).explanation)"


def loaded(code):
    """The modules that a fresh interpreter has loaded after some code."""
    report = f"{code}\nimport sys\nprint(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", report], capture_output=True, check=True, text=True
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("code", "absent"),
    [(IMPORT, [*HEAVY, "dateutil", "attr", "decimal"]), (COMPUTE, [*HEAVY, "dateutil"])],
    ids=["import", "compute"],
)
def test_what_is_not_needed_is_not_loaded(code, absent):
    assert [] == [name for name in loaded(code) if name.split(".")[0] in absent]


def test_importing_loads_no_room_of_the_library():
    assert ["socialkapitel"] == [name for name in loaded(IMPORT) if "socialkapitel" in name]


def test_babel_is_loaded_to_show_a_result():
    found = loaded(SHOW)
    assert "babel" in found
    assert [] == [name for name in found if name.split(".")[0] in {"cattrs", "narwhals", "polars"}]
