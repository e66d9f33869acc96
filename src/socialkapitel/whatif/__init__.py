"""What if: the same calculation over many values, months, arrangements and sets of figures.

Every answer is a small immutable table. It can be printed, shown in a notebook and handed to a
frame library, and most can be drawn.
"""

from socialkapitel.tables import Column, Table
from socialkapitel.whatif.bounds import Bounds, bounds
from socialkapitel.whatif.break_even import BreakEven, Crossing, break_even
from socialkapitel.whatif.compare import Parting, ResultComparison, compare
from socialkapitel.whatif.history import History, history
from socialkapitel.whatif.limits import Kink
from socialkapitel.whatif.ranges import Between
from socialkapitel.whatif.reform import Effect, Reform, reform
from socialkapitel.whatif.saving import save
from socialkapitel.whatif.sweep import Point, Sweep, sweep
from socialkapitel.whatif.timeline import Measure, Overtaking, PlannedMonth, Timeline, timeline
from socialkapitel.whatif.weeks import PlannedWeek, WeekByWeek

__all__ = [
    "Between",
    "Bounds",
    "BreakEven",
    "Column",
    "Crossing",
    "Effect",
    "History",
    "Kink",
    "Measure",
    "Overtaking",
    "Parting",
    "PlannedMonth",
    "PlannedWeek",
    "Point",
    "Reform",
    "ResultComparison",
    "Sweep",
    "Table",
    "Timeline",
    "WeekByWeek",
    "bounds",
    "break_even",
    "compare",
    "history",
    "reform",
    "save",
    "sweep",
    "timeline",
]


def __getattr__(name: str) -> object:
    if name == "Comparison":
        from socialkapitel.deprecation import deprecated

        deprecated("socialkapitel.whatif.Comparison", "socialkapitel.whatif.ResultComparison")
        return ResultComparison
    raise AttributeError(f"module 'socialkapitel.whatif' has no attribute {name!r}")
