"""What is written is read as the same object, and fits the schema."""

import json
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from wire.samples import EVERYTHING
from wire.strategies import one_class

from socialkapitel import wire
from socialkapitel.wire.sealed import SEALS
from socialkapitel.wire.tags import VOCABULARY

TRIED = max(3, min(settings().max_examples // 12, 100))
"""Fewer of each than of other properties: there are more than a hundred types."""

TYPES = sorted(VOCABULARY.types.items())


@pytest.fixture(scope="module")
def validator():
    """The validator of a type, made once in a run of the tests."""
    return cache(
        lambda kind: Draft202012Validator(wire.schema(kind), format_checker=FormatChecker())
    )


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
@settings(max_examples=TRIED, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_object_is_read_as_it_was_written_and_fits_its_schema(tag, kind, validator, data):
    value = data.draw(one_class(kind))

    text = wire.to_json(value, include=EVERYTHING)
    back = wire.from_json(text, kind)

    assert value == back
    assert type(back) is kind
    assert text == wire.to_json(back, include=EVERYTHING)
    validator(kind).validate(json.loads(text))
    plain = text if kind in SEALS else wire.to_json(value)
    if plain != text:
        validator(kind).validate(json.loads(plain))
