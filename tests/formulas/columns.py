"""Runs a formula on columns, as a data frame would."""

import narwhals as nw
import polars as pl


def pick(condition, then, otherwise):
    """The choice for columns; whole numbers are as wide as columns."""
    return nw.when(condition).then(wide(then)).otherwise(wide(otherwise))


def wide(value):
    return nw.lit(value, nw.Int64) if isinstance(value, int) else value


def computed(rows, names, formula):
    """A formula's results over rows of whole numbers, worked out by columns of 64-bit integers."""
    schema = dict.fromkeys(names, pl.Int64)
    frame = nw.from_native(pl.DataFrame(rows, schema=schema, orient="row"))
    found = frame.select(result=formula(*(nw.col(name) for name in names)))["result"]
    assert nw.Int64 == found.dtype
    return found.to_list()
