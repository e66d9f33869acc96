"""What schemas say of types and their properties: from docstrings, and nothing is left unsaid."""

from functools import reduce
from operator import or_

import pytest

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.wire import classes, texts
from socialkapitel.wire.descriptions import _COMMON, _from_docstrings, _label, described, summary
from socialkapitel.wire.tags import VOCABULARY


class Tour:
    """A tour of a :class:`Guide` with
    `guests`.

    It may be long.

    Attributes:
        guests (tuple): how many come,
            `None` where   nobody
            has counted.
        stops: the stops.

        walks_slowly: whether it does...
    """


class Long(Tour):
    """A long tour.

    Attributes:
        stops: all the stops
            of :attr:`Tour.stops`.

    Raises:
        nights: no attribute.
    """


class Longer(Long):
    __doc__ = None


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        (Tour, "guests", "How many come, None where nobody has counted."),
        (Tour, "stops", "The stops."),
        (Tour, "walks_slowly", "Whether it does."),
        (Long, "guests", "How many come, None where nobody has counted."),
        (Long, "stops", "All the stops of Tour.stops."),
        (Longer, "stops", "All the stops of Tour.stops."),
        (Long, "nights", "Nights."),
        (Tour, "far_away", "Far away."),
        (Tour, "cells", "The numbers by row and column; null is a number that is hidden."),
        (Tour, "starting_pay", "Lowest agreed pay (in Danish: Mindste overenskomstmæssige løn)."),
        (sk.Facts, "terms", "Terms of the job (in Danish: Jobbets vilkår)."),
        (sk.Flexjob, "started_on", "The job's first day (in Danish: Første ansættelsesdag)."),
    ],
)
def test_what_is_said_of_a_property(kind, name, text):
    assert text == described(kind, name)


def test_what_is_said_of_a_type():
    assert "A tour of a Guide with guests." == summary(Tour)
    assert "A long tour." == summary(Long)
    assert "" == summary(type("Bare", (), {}))


def descriptions_in(node):
    """All descriptions anywhere in a schema."""
    if isinstance(node, dict):
        if isinstance(node.get("description"), str):
            yield node["description"]
        for each in node.values():
            yield from descriptions_in(each)
    elif isinstance(node, list):
        for each in node:
            yield from descriptions_in(each)


EVERYTHING = reduce(or_, VOCABULARY.types.values())


def test_no_description_is_left_over():
    found = "\n".join(descriptions_in(wire.schema(EVERYTHING)))
    assert [] == [name for name, text in _COMMON.items() if text not in found]


def test_every_property_is_described(monkeypatch):
    asked = set()
    for module in (classes, texts):
        monkeypatch.setattr(module, "described", lambda *about: asked.add(about) or "")
    wire.schema(EVERYTHING)
    unlabelled = {(k, n) for k, n in asked if n not in _from_docstrings(k) and not _label(k, n)}
    assert {name for _, name in unlabelled} <= _COMMON.keys()
