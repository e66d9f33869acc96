import narwhals.stable.v2 as nw
import polars as pl

from socialkapitel import NotInForce
from socialkapitel.frames.status import first_fault, invalid, missing, unknown_unless


def test_the_first_fault_is_told():
    frame = nw.from_native(pl.DataFrame({"a": [1, 2, 3, 4]}))
    faults = [
        missing("a", nw.col("a") == 1),
        invalid("b", nw.col("a") <= 2),
        unknown_unless(nw.col("a") != 3, "a.rule"),
    ]
    found = frame.select(status=first_fault(faults))["status"].to_list()
    assert ["missing:a", "invalid-input:b", f"{NotInForce.code}:a.rule", "ok"] == found


def test_faults_that_no_row_can_have_leave_a_plain_text():
    assert "ok" == first_fault([missing("a", False), unknown_unless(True, "a.rule")])
