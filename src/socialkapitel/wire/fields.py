"""The fields of a type as they are written: by its own class, or by the shape that stands in."""

from __future__ import annotations

from functools import cache
from typing import Any, get_type_hints

import attrs

from socialkapitel.cases.deadline_rules import Deadline
from socialkapitel.sources import Source
from socialkapitel.wire.sealed import asked_for_by
from socialkapitel.wire.shapes import STAND_INS

_MAY_LACK: dict[type, set[str]] = {
    Source: {"former", "practice", "publications"},
    Deadline: {"period"},
}
"""Fields that are left out where they are empty."""


@attrs.frozen
class Field:
    """A field: its name, its type, whether a document must have it, and what asks for it.

    Only what may be unknown, so has None where nothing is said, may be left out; nothing that is
    left out is ever taken for zero.
    """

    name: str
    kind: Any
    required: bool
    emptied: bool
    private: str


def shape_of(kind: type) -> type[attrs.AttrsInstance]:
    """The attrs class whose fields a type is written by."""
    return STAND_INS[kind].shape if kind in STAND_INS else kind


@cache
def fields_of(kind: Any) -> tuple[Field, ...]:
    """The fields of a type in order."""
    shape = shape_of(kind)
    kinds = get_type_hints(shape)
    may_lack = _MAY_LACK.get(kind, set())
    return tuple(
        Field(
            field.name,
            kinds[field.name],
            field.default is not None and field.name not in may_lack,
            field.name in may_lack,
            asked_for_by(kinds[field.name], field.metadata),
        )
        for field in attrs.fields(shape)
        if field.init
    )
