"""The one converter: strict both ways, made by cattrs for a vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, IntEnum
from functools import cache
from typing import Any

from cattrs import Converter

from socialkapitel.wire.plain import Read
from socialkapitel.wire.reading import Reading
from socialkapitel.wire.vocabulary import Vocabulary
from socialkapitel.wire.writing import Write, Writing

_HANDLED_BY_CATTRS = (str, bool, int, IntEnum, Enum)
"""Types that cattrs takes before it asks for others, and takes leniently: ``"12"`` for 12."""


def strict_converter(vocabulary: Vocabulary, include: frozenset[str]) -> Converter:
    """A converter that takes of every type what it takes in JSON, and nothing else.

    ``include`` names the private texts that are written.
    """
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    reader = cache(Reading(vocabulary, converter).reader)
    writing = Writing(vocabulary, converter, include)

    def structure(kind: Any) -> Callable[[object, object], Any]:
        read: Read = reader(kind)
        return lambda value, _: read(value)

    def unstructure(kind: Any) -> Write:
        return writing.writer(kind)

    converter.register_structure_hook_factory(_every, structure)
    converter.register_unstructure_hook_factory(_every, unstructure)
    for kind in _HANDLED_BY_CATTRS:
        converter.register_structure_hook(kind, lambda value, kind: reader(kind)(value))
    converter.register_unstructure_hook(str, writing.writer(str))
    return converter


def _every(_: Any) -> bool:
    return True
