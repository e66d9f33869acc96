"""Kroner and hours as people write them, converted to the calculators' whole øre and hundredths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import narwhals.stable.v2 as nw

from socialkapitel.frames.columns import Kind
from socialkapitel.frames.engine import Frame, InvalidFrame, check_engine, like, wrap
from socialkapitel.frames.explaining import CALCULATORS
from socialkapitel.frames.logic import column, either, pick
from socialkapitel.messages import Message, msg

_PANDAS = {nw.Implementation.PANDAS, nw.Implementation.DASK}
_ACCEPTED = (nw.Decimal, nw.String, nw.Categorical, nw.Enum, nw.Object)
_WHOLE = (nw.Int8, nw.Int16, nw.Int32, nw.Int64)
_EXACT = r"^[0-9]{1,10}(?:[.][0-9]{1,2}0*)?$"
# As `socialkapitel.money` reads them: texts that can be read in only one way.
_SIMPLE = r"^[0-9]{1,10}(?:[.][0-9]{1,2})?$"
_DANISH = (
    r"^(?:[0-9]{1,10}|[0-9]{1,3}(?:[.][0-9]{3}){1,3}),[0-9]{1,2}$|^[0-9]{1,3}(?:[.][0-9]{3}){2,3}$"
)
_ENGLISH = r"^[0-9]{1,3}(?:,[0-9]{3}){1,3}[.][0-9]{1,2}$|^[0-9]{1,3}(?:,[0-9]{3}){2,3}$"
_MOST = 10**9
_REFUSED = -1  # not an amount that a calculator accepts


def names() -> Mapping[str, str]:
    """What each column of kroner or hours is called, and the column that it becomes."""
    found: dict[str, str] = {}
    for calculator in CALCULATORS.values():
        for each in calculator.columns:
            for ending in ("_oere", "_hundredths"):
                if each.kind is Kind.WHOLE and each.name.endswith(ending):
                    found[each.name.removesuffix(ending)] = each.name
    return found


def from_kroner(frame: Frame) -> Frame:
    """A frame with kroner and hours converted to the whole øre and hundredths of calculators.

    Columns that are named as a calculator's, without the ending, are replaced: ``starting_pay``
    becomes ``starting_pay_oere``, ``weekly_hours`` becomes ``weekly_hours_hundredths``. They may be
    decimals, whole numbers or texts: ``"18297.00"``, ``"18.297,00"``, ``"18,297.00"``, ``"37"``,
    ``"7,4"``. Nothing is guessed or rounded: a text that can be read in two ways, such as
    ``"18.297"``, more than two decimals, and anything that is not a number, become -1, and
    calculators refuse the row by the status ``invalid-input``. A missing value stays missing.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.

    Raises:
        InvalidFrame: for an unsupported frame, a column of floats, which are not exact, and one
            whose column of øre already exists.

    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> pay = pl.DataFrame({"starting_pay": ["18.297,00", "25000.5", "18.297", None]})
    >>> frames.from_kroner(pay)["starting_pay_oere"].to_list()
    [1829700, 2500050, -1, None]
    """
    given = wrap(frame)
    types = given.collect_schema()
    renamed = {name: names()[name] for name in types if name in names()}
    problems = [*check_engine(frame, given.implementation), *_problems(types, renamed)]
    if problems:
        raise InvalidFrame(problems)
    exact = (nw.Decimal, nw.Object)
    done = given.with_columns(
        **{
            new: _of_whole(name)
            if isinstance(types[name], _WHOLE)
            else _of_text(name, exact=isinstance(types[name], exact))
            for name, new in renamed.items()
        }
    )
    if given.implementation in _PANDAS:
        done = nw.from_native(_with_gaps(done.to_native(), renamed))
    else:
        present = {new: ~nw.col(name).is_null() for name, new in renamed.items()}
        done = done.with_columns(
            **{new: nw.when(given).then(nw.col(new)) for new, given in present.items()}
        )
    columns = [renamed.get(name, name) for name in types]
    return like(frame, done.select(*columns).to_native())


def to_kroner(frame: Frame) -> Frame:
    """A frame with whole øre and hundredths written as kroner and hours.

    Each column of whole numbers whose name ends in ``_oere`` or ``_hundredths`` is replaced by one
    of texts with two decimals, named without the ending: exact, and every engine can turn them into
    its own decimals. `from_kroner` is the inverse.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.

    Raises:
        InvalidFrame: for an unsupported frame, and where a name is already in use.

    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> refunds = pl.DataFrame({"refund_oere": [1829700, 5, None], "status": ["ok", "ok", "ok"]})
    >>> frames.to_kroner(refunds)["refund"].to_list()
    ['18297.00', '0.05', None]
    """
    given = wrap(frame)
    types = given.collect_schema()
    renamed = {
        name: name.removesuffix("_oere").removesuffix("_hundredths")
        for name, dtype in types.items()
        if name.endswith(("_oere", "_hundredths")) and isinstance(dtype, _WHOLE)
    }
    problems = list(check_engine(frame, given.implementation))
    problems += [_there_already(name) for name in renamed.values() if name in types]
    if problems:
        raise InvalidFrame(problems)
    done = given.with_columns(**{new: _text(name, types[name]) for name, new in renamed.items()})
    return like(frame, done.select(*(renamed.get(name, name) for name in types)).to_native())


def _text(name: str, dtype: nw.dtypes.DType) -> Any:
    value = nw.col(name)
    value = value if isinstance(dtype, nw.Int64) else value.cast(nw.Int64)
    amount = pick(value < 0, -value, value)
    whole = amount // 100
    decimals = (amount - whole * 100 + 100).cast(nw.String).str.slice(1, 2)
    sign = pick((value < 0).fill_null(value=False), "-", "")
    return nw.concat_str([sign, whole.cast(nw.String), column("."), decimals])


def _there_already(name: str) -> Message:
    return msg("{column} already exists and would be overwritten; rename or drop it", column=name)


def _problems(types: Mapping[str, Any], renamed: Mapping[str, str]) -> Iterator[Message]:
    for name, new in renamed.items():
        if new in types:
            yield _there_already(new)
        if not isinstance(types[name], (*_ACCEPTED, *_WHOLE)):
            yield msg(
                "{column} is of type {type}; give kroner or hours as decimals, whole numbers or"
                " texts",
                column=name,
                type=str(types[name]),
            )


def _with_gaps(native: Any, renamed: Mapping[str, str]) -> Any:
    """A frame of pandas or dask: missing values need a type that allows them."""
    gaps = {
        new: native[new].astype("Int64").mask(native[name].isna()) for name, new in renamed.items()
    }
    return native.assign(**gaps)


def _of_whole(name: str) -> Any:
    value = pick(nw.col(name).is_null(), 0, nw.col(name)).cast(nw.Int64)
    return pick(value.is_between(0, _MOST), value * 100, _REFUSED)


def _of_text(name: str, *, exact: bool) -> Any:
    """A text of kroner as whole øre; any other text is refused."""
    text = nw.col(name).cast(nw.String).str.strip_chars()
    if exact:
        plain, fits = text, text.str.contains(_EXACT)
    else:
        danish, english = text.str.contains(_DANISH), text.str.contains(_ENGLISH)
        fits = either(danish, english, text.str.contains(_SIMPLE))
        without_points = text.str.replace_all(".", "", literal=True)
        plain = pick(
            danish.fill_null(value=False),
            without_points.str.replace_all(",", ".", literal=True),
            pick(
                english.fill_null(value=False),
                text.str.replace_all(",", "", literal=True),
                text,
            ),
        )
    fits = fits.fill_null(value=False)
    plain = pick(fits, plain, "0")
    before = plain.str.replace_all(r"[.].*$", "").cast(nw.Int64)
    decimals = plain.str.replace_all(r"^[0-9]+[.]?", "")
    after = nw.concat_str([decimals, column("00")]).str.slice(0, 2).cast(nw.Int64)
    return pick(fits, before * 100 + after, _REFUSED)
