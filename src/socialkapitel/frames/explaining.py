"""Why a row of a frame is what it is: the scalar calculator's explanation of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from operator import index
from typing import Any

from socialkapitel.deprecation import deprecated
from socialkapitel.errors import InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.explanation import (
    Explanation,
    figures_or_packaged,
)
from socialkapitel.frames.assistance import ALLOWANCES, REFUNDS
from socialkapitel.frames.calculator import FrameCalculator
from socialkapitel.frames.columns import InputColumn, Kind, check_columns, is_missing
from socialkapitel.frames.engine import InvalidFrame
from socialkapitel.frames.flex_wage_supplement import CALCULATOR as FLEX_WAGE_SUPPLEMENTS
from socialkapitel.frames.flexjob import CALCULATOR as FLEXJOB_REFUNDS
from socialkapitel.frames.hours import CALCULATOR as SUBSIDISED_HOURS
from socialkapitel.frames.places import CALCULATOR as SUBSIDISED_PLACES
from socialkapitel.frames.sickness import CALCULATOR as SINGLE_WEEKS
from socialkapitel.frames.wage_subsidy import CALCULATOR as WAGE_SUBSIDIES
from socialkapitel.messages import msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import read_date

CALCULATORS = {
    calculator.name: calculator
    for calculator in (
        FLEXJOB_REFUNDS,
        SINGLE_WEEKS,
        FLEX_WAGE_SUPPLEMENTS,
        WAGE_SUBSIDIES,
        SUBSIDISED_HOURS,
        SUBSIDISED_PLACES,
        ALLOWANCES,
        REFUNDS,
    )
}
"""The calculators over frames, by their public names."""


def explain(
    row: Any, *, calculator: str | None = None, parameters: ParameterSet | None = None
) -> Explanation:
    """The scalar calculator's explanation of one row (forklaring).

    The row may be a mapping of columns to values, a pandas Series, a Spark ``Row`` or a named
    tuple; columns that the calculator doesn't read are ignored.

    Args:
        row: the row, as given to a calculator or as returned by it.
        calculator: the name of the calculator, such as ``"flexjob_refunds"``. Without it, the
            calculator is the only one whose columns the row has.
        parameters: the legal figures that the frame was worked out with.

    Raises:
        InvalidInput: for a row that is refused, such as one whose status is
            ``invalid-input:share`` or ``missing:share``; and where no calculator is named, for a
            row that has the columns of several, which are then named, or of none.
        NotInForce: for a row whose status is ``not-in-force``, with what is not known and when.
        WrongType: for a row that is not one, a value of another type, or a calculator that is not
            given by its name.
        UnknownName: for a calculator that doesn't exist.
        InvalidFrame: for a row that lacks columns of the calculator that is named.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> workplaces = pl.DataFrame({"ordinary_employees": [75], "on": [date(2021, 3, 1)]})
    >>> row = frames.subsidised_places(workplaces).row(0, named=True)
    >>> frames.explain(row, calculator="subsidised_places").steps[-1].value
    12
    """
    values = _read_row(row)
    chosen = _only_one_for(values) if calculator is None else _named(calculator, values)
    read = {column.name: _read(column, values.get(column.name)) for column in chosen.columns}
    return chosen.scalar(read, figures_or_packaged(parameters)).explanation


def _read_row(row: Any) -> Mapping[str, Any]:
    for method in ("_asdict", "asDict", "to_dict"):  # named tuples, Spark, pandas
        if hasattr(row, method):
            row = getattr(row, method)()
    if not isinstance(row, Mapping):
        raise WrongType("row", row, msg("a mapping of columns to values"))
    return row


def _named(name: str, values: Mapping[str, Any]) -> FrameCalculator:
    """The calculator of that name, whose columns the row must have."""
    if name == "sickness_refunds":
        deprecated(
            'calculator="sickness_refunds"', f'calculator="{SINGLE_WEEKS.name}"', stacklevel=2
        )
        name = SINGLE_WEEKS.name
    if check_kind(name, str, "calculator") not in CALCULATORS:
        raise UnknownName(msg("calculator over frames"), name, CALCULATORS)
    calculator = CALCULATORS[name]
    absent = [
        column for column in calculator.columns if not (column.extra or column.name in values)
    ]
    if absent:
        raise InvalidFrame(list(check_columns({}, absent, ())))
    return calculator


def _only_one_for(values: Mapping[str, Any]) -> FrameCalculator:
    """The only calculator whose columns the row has."""
    fitting = [
        calculator
        for calculator in CALCULATORS.values()
        if all(column.extra or column.name in values for column in calculator.columns)
    ]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(calculator.name for calculator in fitting or CALCULATORS.values())
    wanted = (
        msg("the name of one calculator; the row has the columns of {names}", names=names)
        if fitting
        else msg("the name of the calculator, one of {names}; the row matches none", names=names)
    )
    raise InvalidInput("calculator", None, wanted)


def _read(column: InputColumn, value: Any) -> Any:
    """A value as a Python object; None for one that may be missing and is."""
    if is_missing(value):
        if column.optional:
            return None
        raise InvalidInput(column.name, None, column.accepted)
    if column.kind is Kind.DAY:
        if isinstance(value, str):  # nor does a frame take a column of texts for days
            raise WrongType(column.name, value, column.accepted)
        return read_date(value.date() if isinstance(value, datetime) else value, column.name)
    if column.kind is Kind.TEXT:
        if value not in column.texts:
            raise InvalidInput(column.name, value, column.accepted)
        return value
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise WrongType(column.name, value, column.accepted)
    number = index(value)
    if not column.least <= number <= column.most:
        raise InvalidInput(column.name, number, column.accepted)
    return number
