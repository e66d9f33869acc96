"""The codes of a row's ``status``.

* ``ok``: the row's amounts are those of the scalar calculator.
* ``missing:COLUMN``: the column has no value, and the row needs one.
* ``invalid-input:COLUMN``: its value is not accepted, by itself or together with the row's other
  values.
* ``not-in-force:NAME``: a rule or figure, called by its name, is not known for the row's days.
* ``other-row``: another row of the same employee is refused, and the row depends on it.

The codes are those of the errors that the scalar calculator raises, and stable. A row has the code
of its first fault: columns one by one in the order in which they are documented, then their
combinations, then rules and figures. `socialkapitel.frames.explain` raises the error itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from socialkapitel.errors import InvalidInput, NotInForce
from socialkapitel.frames.days import DAY, Days, FigureByRow, in_force
from socialkapitel.frames.logic import Mask, either, negated, pick
from socialkapitel.parameters import Parameter
from socialkapitel.sources import Rule

STATUS = "status"
OK = "ok"
MISSING = "missing"
NOT_IN_FORCE = NotInForce.code
OTHER_ROW = "other-row"


@attrs.frozen
class RowFault:
    """A condition under which a row is refused, and the code that says why."""

    condition: Mask
    code: str


def missing(name: str, condition: Mask) -> RowFault:
    """A column without the value that the row needs."""
    return RowFault(condition, f"{MISSING}:{name}")


def invalid(name: str, condition: Mask) -> RowFault:
    """A column whose value is not accepted."""
    return RowFault(condition, f"{InvalidInput.code}:{name}")


def unknown_unless(condition: Mask, name: str) -> RowFault:
    """A rule or figure that is not known for the row, by its name."""
    return RowFault(negated(condition), f"{NOT_IN_FORCE}:{name}")


def unknown_figures(*figures: FigureByRow, spared: Mask = False) -> list[RowFault]:
    """Figures that are not known for the row, unless the row is exempt."""
    return [unknown_unless(either(spared, figure.known), figure.name) for figure in figures]


def past_figures(
    parameter: Parameter,
    days: Days,
    spared: Mask = False,  # noqa: FBT002
) -> list[RowFault]:
    """Figures no longer known on the row's day, unless the row is exempt."""
    if parameter.last_day is None:
        return []
    past = days.since(parameter.last_day + DAY)
    return [unknown_unless(either(spared, negated(past)), parameter.name)]


def not_in_force(rule: Rule, days: Days, spared: Mask = False) -> RowFault:  # noqa: FBT002
    """A rule that is not in force on the row's day, unless the row is exempt."""
    return unknown_unless(either(spared, in_force(rule, days)), rule.id)


def first_fault(faults: Iterable[RowFault], otherwise: Any = OK) -> Any:
    """The code of each row's first fault, as a column; the text alone where no row can have one."""
    status = otherwise
    for fault in reversed(tuple(faults)):
        status = pick(fault.condition, fault.code, status)
    return status
