"""Why a row of a frame is what it is: the scalar calculator's explanation of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from operator import index
from typing import Any

from socialkapitel.calculators.inputs import figures_or_packaged
from socialkapitel.errors import InvalidInput, UnknownName, WrongType
from socialkapitel.explanation import Explanation
from socialkapitel.frames.assistance import ALLOWANCES, REFUNDS
from socialkapitel.frames.calculator import FrameCalculator
from socialkapitel.frames.columns import InputColumn, Kind, check_columns, is_missing
from socialkapitel.frames.engine import InvalidFrame
from socialkapitel.frames.flex_wage_supplement import CALCULATOR as FLEX_WAGE_SUPPLEMENTS
from socialkapitel.frames.flexjob import CALCULATOR as FLEXJOB_REFUNDS
from socialkapitel.frames.sickness import CALCULATOR as SICKNESS_REFUNDS
from socialkapitel.frames.subsidised_hours import CALCULATOR as SUBSIDISED_HOURS
from socialkapitel.frames.subsidised_places import CALCULATOR as SUBSIDISED_PLACES
from socialkapitel.frames.wage_subsidy import CALCULATOR as WAGE_SUBSIDIES
from socialkapitel.messages import msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import check_date

CALCULATORS = {
    calculator.name: calculator
    for calculator in (
        FLEXJOB_REFUNDS,
        SICKNESS_REFUNDS,
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
    tuple; other columns than the calculator's are left alone.

    Args:
        row: the row, as it was given to a calculator or as it came out of it.
        calculator: the name of the calculator, such as ``"flexjob_refunds"``; only needed where
            the row has the columns of several.
        parameters: the legal figures that the frame was worked out with.

    Raises:
        InvalidInput: for a row that is refused, such as one whose status is
            ``invalid-input:share`` or ``missing:share``, or one that fits several calculators.
        NotInForce: for a row whose status is ``not-in-force``, with what is not known and when.
        WrongType: for a row that is no row, or a value of another type.
        UnknownName: for a calculator that doesn't exist.
        InvalidFrame: for a row that lacks columns.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> workplaces = pl.DataFrame({"ordinary_employees": [75], "on": [date(2021, 3, 1)]})
    >>> places = frames.subsidised_places(workplaces)
    >>> frames.explain(places.row(0, named=True)).steps[-1].value
    12
    """
    values = _read_row(row)
    chosen = _choose(values, calculator)
    read = {column.name: _read(column, values.get(column.name)) for column in chosen.columns}
    return chosen.scalar(read, figures_or_packaged(parameters)).explanation


def _read_row(row: Any) -> Mapping[str, Any]:
    for method in ("_asdict", "asDict", "to_dict"):  # named tuples, Spark, pandas
        if hasattr(row, method):
            row = getattr(row, method)()
    if not isinstance(row, Mapping):
        raise WrongType("row", row, msg("a mapping of columns to values"))
    return row


def _choose(values: Mapping[str, Any], name: str | None) -> FrameCalculator:
    """The calculator named, or the one whose columns the row has."""
    if name is not None:
        if name not in CALCULATORS:
            raise UnknownName(msg("calculator over frames"), name, CALCULATORS)
        return _checked(values, CALCULATORS[name])
    fitting = [
        calculator
        for calculator in CALCULATORS.values()
        if all(column.name in values for column in calculator.reading(values).columns)
    ]
    if len(fitting) != 1:
        names = [calculator.name for calculator in fitting or CALCULATORS.values()]
        raise InvalidInput(
            "calculator", None, msg("the calculator: one of {names}", names=", ".join(names))
        )
    return fitting[0]


def _checked(values: Mapping[str, Any], calculator: FrameCalculator) -> FrameCalculator:
    columns = calculator.reading(values).columns
    absent = [column for column in columns if column.name not in values]
    if absent:
        raise InvalidFrame(list(check_columns({}, absent, ())))
    return calculator


def _read(column: InputColumn, value: Any) -> Any:
    """A value as Python has it; None for one that is missing and may be."""
    if is_missing(value):
        if column.optional:
            return None
        raise InvalidInput(column.name, None, column.accepted)
    if column.kind is Kind.DAY:
        return check_date(value.date() if isinstance(value, datetime) else value, column.name)
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
