"""The calculators over data frames: millions of rows, by the same formulas, to the øre.

They need the extra ``frames``: ``pip install socialkapitel[frames]``. Any frame of polars (eager,
lazy, streaming), pandas, pyarrow, duckdb, dask or PySpark in, the same kind out; lazy stays lazy.
Amounts are whole øre and hours hundredths, as Int64. Each row has a ``status``, ``"ok"`` or a code
that says why it was refused (see `socialkapitel.frames.status`), and `explain` gives the scalar
calculator's explanation of any row.
"""

from socialkapitel.errors import MissingExtra

try:
    import narwhals.stable.v2 as _narwhals
except ModuleNotFoundError:
    raise MissingExtra("frames", "narwhals") from None

from socialkapitel.frames.assistance import assistance_allowances, assistance_refunds
from socialkapitel.frames.engine import InvalidFrame
from socialkapitel.frames.explain import explain
from socialkapitel.frames.flex_wage_supplement import flex_wage_supplements
from socialkapitel.frames.flexjob import flexjob_refunds
from socialkapitel.frames.kroner import from_kroner, to_kroner
from socialkapitel.frames.sickness import sickness_refunds, sickness_single_weeks
from socialkapitel.frames.sickness_persons import sickness_absences
from socialkapitel.frames.subsidised_hours import subsidised_hours
from socialkapitel.frames.subsidised_places import subsidised_places
from socialkapitel.frames.wage_subsidy import wage_subsidies

__all__ = [
    "InvalidFrame",
    "assistance_allowances",
    "assistance_refunds",
    "explain",
    "flex_wage_supplements",
    "flexjob_refunds",
    "from_kroner",
    "sickness_absences",
    "sickness_refunds",
    "sickness_single_weeks",
    "subsidised_hours",
    "subsidised_places",
    "to_kroner",
    "wage_subsidies",
]

del _narwhals
