from datetime import date

import narwhals.stable.v2 as nw
import polars as pl

from socialkapitel import PARAMETERS, NotInForce
from socialkapitel.frames.days import DayColumn
from socialkapitel.frames.status import first_fault, invalid, missing, past_figures, unknown_unless


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


def test_figures_that_hold_until_they_are_changed_do_not_end():
    name = "flexjob.ceiling_yearly"
    last, day = PARAMETERS[name].last_day, DayColumn("on", False, True)
    lasting = PARAMETERS.amend(
        name, value="660000", valid_from=date(last.year + 1, 1, 1), source="x", valid_to=None
    )
    assert [] == past_figures(lasting[name], day)
    frame = nw.from_native(pl.DataFrame({"on": [last, date(last.year + 1, 1, 1)]}))
    found = frame.select(status=first_fault(past_figures(PARAMETERS[name], day)))
    assert ["ok", f"{NotInForce.code}:{name}"] == found["status"].to_list()
