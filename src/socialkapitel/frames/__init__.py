"""The calculators over data frames: millions of rows, by the same formulas, to the øre.

They need the extra ``frames``: ``pip install socialkapitel[frames]``. Any frame of polars (eager,
lazy, streaming), pandas, pyarrow, duckdb, dask or PySpark in, the same kind out; lazy stays lazy.
Amounts are in whole øre and hours in hundredths, as Int64. Each row has a ``status``, ``"ok"`` or a
code that says why it was refused (see `socialkapitel.frames.status`), and `explain` gives the
scalar calculator's explanation of any row.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from socialkapitel.errors import MissingExtra

try:
    import narwhals.stable.v2 as _narwhals
except ModuleNotFoundError:
    raise MissingExtra("frames", "narwhals") from None

if TYPE_CHECKING:
    from socialkapitel.frames.assistance import assistance_allowances, assistance_refunds
    from socialkapitel.frames.engine import InvalidFrame
    from socialkapitel.frames.explaining import explain
    from socialkapitel.frames.flex_wage_supplement import flex_wage_supplements
    from socialkapitel.frames.flexjob import flexjob_refunds
    from socialkapitel.frames.hours import subsidised_hours
    from socialkapitel.frames.kroner import from_kroner, to_kroner
    from socialkapitel.frames.places import subsidised_places
    from socialkapitel.frames.sickness import sickness_refunds as sickness_refunds
    from socialkapitel.frames.sickness import sickness_single_weeks
    from socialkapitel.frames.sickness_persons import sickness_absences
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
    "sickness_single_weeks",
    "subsidised_hours",
    "subsidised_places",
    "to_kroner",
    "wage_subsidies",
]


# The names by module; each module is loaded when first used, so a calculator loads no other.
# No module has a function's name: it would replace the function.
_HOMES = {
    "assistance": "assistance_allowances assistance_refunds",
    "engine": "InvalidFrame",
    "explaining": "explain",
    "flex_wage_supplement": "flex_wage_supplements",
    "flexjob": "flexjob_refunds",
    "hours": "subsidised_hours",
    "kroner": "from_kroner to_kroner",
    "places": "subsidised_places",
    "sickness": "sickness_refunds sickness_single_weeks",
    "sickness_persons": "sickness_absences",
    "wage_subsidy": "wage_subsidies",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

del _narwhals


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'socialkapitel.frames' has no attribute {name!r}")
    found: object = getattr(import_module(f"socialkapitel.frames.{_HOME[name]}"), name)
    globals()[name] = found  # so that it is looked up once
    return found


def __dir__() -> list[str]:
    return __all__
