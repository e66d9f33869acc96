"""The codecs themselves: what looks like what, how it is written, and what is not."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Literal

import pytest

import socialkapitel as sk
from socialkapitel.explanation import Finding, Step, Value
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.schemes import leaves
from socialkapitel.wire.codecs import FLAG, WHOLE, Definitions, Sheet, UnionCodec, Unknown
from socialkapitel.wire.tags import VOCABULARY
from socialkapitel.wire.values import BY_NAME
from socialkapitel.wire.vocabulary import Codecs

CODECS = Codecs(VOCABULARY)


def written(value, kind, include=()):
    return CODECS.codec(kind).write(value, Sheet(frozenset(include)), "")


@pytest.mark.parametrize(
    ("kind", "fitting", "others"),
    [
        (bool, [True, False], [0, 1, None, "true"]),
        (int, [0, -5], [True, "5", None]),
        (str, [], ["a", 1]),
        (Decimal, ["1.5", "-2"], ["1/2", "1e5", "", 1, None, "9" * 101]),
        (sk.Outcome, ["fulfilled"], ["Fulfilled", "", 1]),
        (Text, [{"da": "", "en": ""}], [{"da": ""}, {}, [], "da"]),
        (Step, [{"value": 1}], [{"because": 1}, [], None]),
        (Finding, [{"because": 1}], [{"value": 1}, [], None]),
        (sk.Pay, [], [{"amount": "1", "per": "hour"}]),
    ],
)
def test_what_looks_like_a_kind(kind, fitting, others):
    codec = CODECS.codec(kind)
    assert [True] * len(fitting) == [codec.fits(value) for value in fitting]
    assert [False] * len(others) == [codec.fits(value) for value in others]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, bool, "true"),
        (False, bool | None, "false"),
        (None, int | None, "null"),
        (-(10**99) + 1, int, f"-{'9' * 99}"),
        ('a "text"\n', str, '"a \\"text\\"\\n"'),
        (Decimal("1E+3"), Decimal, '"1000"'),
        (Decimal("1E-7"), Value, '"0.0000001"'),
        (Decimal("-0.00"), Decimal, '"-0.00"'),
        (Decimal("0E-30"), Decimal, f'"0.{"0" * 30}"'),
        (Fraction(-1, 3), Value, '"-1/3"'),
        (5, Value, '"5"'),
        (sk.Share("2/3"), sk.Share, '"2/3"'),
        (sk.MeasureState.TRIED, Enum, '"measure-state.tried"'),
        (sk.Rounding.OERE, sk.Rounding, '"oere"'),
        (Label(en="a", da="b"), Text, '{"da":"b","en":"a"}'),
        ((1, 2), tuple[int, ...], "[1,2]"),
        ((1, None), tuple[int, str | None], "[1,null]"),
    ],
    ids=repr,
)
def test_how_a_value_is_written(value, kind, text):
    assert text == written(value, kind)


@pytest.mark.parametrize(
    ("kind", "schema"),
    [
        (bool, {"type": "boolean"}),
        (int | None, {"anyOf": [{"type": "integer"}, {"type": "null"}]}),
        (str, {"type": "string"}),
        (Literal["a word"], {"type": "string", "const": "a word"}),
        (sk.PrivateText, {"type": "string", "minLength": 1}),
        (sk.Month, {"$ref": "#/$defs/month"}),
        (Text, {"$ref": "#/$defs/text"}),
        (int | Label, {"anyOf": [{"type": "integer"}, {"$ref": "#/$defs/text"}]}),
        (Mapping[str, int], {"type": "object", "additionalProperties": {"type": "integer"}}),
        (tuple[int, ...], {"type": "array", "items": {"type": "integer"}}),
        (
            leaves.Fact | leaves.AtLeast,
            {
                "type": "object",
                "oneOf": [{"$ref": "#/$defs/fact"}, {"$ref": "#/$defs/at-least"}],
                "discriminator": {"propertyName": "type"},
            },
        ),
    ],
    ids=str,
)
def test_how_a_kind_is_described(kind, schema):
    assert schema == CODECS.codec(kind).schema(Definitions())


def test_how_a_list_of_a_fixed_length_is_described():
    number, text = {"type": "integer"}, {"type": "string"}
    pair = {"type": "array", "minItems": 2, "maxItems": 2}
    for kind, places, items in (
        (tuple[int, int], [number, number], number),
        (tuple[int, str], [number, text], {"anyOf": [number, text]}),
    ):
        described = CODECS.codec(kind).schema(Definitions())
        assert {**pair, "prefixItems": places, "items": items} == described
    entries = CODECS.codec(tuple[tuple[int, int], ...]).schema(Definitions())
    assert ("array", 5_000) == (entries["type"], entries["maxItems"])


@pytest.mark.parametrize(
    ("value", "kind", "error"),
    [
        (1, bool, sk.WrongType),
        (True, int, sk.WrongType),
        (10**99, int, sk.InvalidInput),
        (1, str, sk.WrongType),
        (1.5, Decimal, sk.WrongType),
        (Decimal("NaN"), Decimal, sk.InvalidInput),
        (Decimal("-Infinity"), Value, sk.InvalidInput),
        (Decimal("1E+1000000"), Decimal, sk.InvalidInput),
        (Decimal("1E-1000000"), Decimal, sk.InvalidInput),
        (Decimal("1." + "1" * 100), Decimal, sk.InvalidInput),
        (10**500, Value, sk.InvalidInput),
        (Fraction(1, 3**2000), Value, sk.InvalidInput),
        ("fulfilled", sk.Outcome, sk.WrongType),
        (sk.Rounding.OERE, Enum, sk.WrongType),
        ([1], tuple[int, ...], sk.WrongType),
        ([1, 2], tuple[int, int], sk.WrongType),
        ((1,), tuple[int, int], sk.InvalidInput),
    ],
    ids=repr,
)
def test_what_is_not_written(value, kind, error):
    with pytest.raises(error):
        written(value, kind)


@pytest.mark.parametrize(
    ("value", "kind", "accepted"),
    [
        (1, bool, "True for yes or False for no"),
        (True, int, "a whole number"),
        (1, str, "a text"),
        ([1], tuple[int, ...], "a list"),
        ([1, 2], tuple[int, int], "a list"),
    ],
)
def test_a_value_of_another_type_is_told(value, kind, accepted):
    with pytest.raises(sk.WrongType) as caught:
        written(value, kind)
    assert ("value", value) == (caught.value.field, caught.value.value)
    assert accepted == str(caught.value.accepted)


@pytest.mark.parametrize("name", BY_NAME)
def test_the_examples_of_what_is_accepted_are_accepted(name):
    codec = BY_NAME[name]
    examples = re.findall('"([^"]+)"', str(codec.accepted))
    assert examples
    for example in examples:
        assert codec.fits(example)
        assert f'"{example}"' == codec.write(codec.read(example), Sheet(frozenset()), "")


def test_a_kind_has_one_codec():
    assert FLAG is CODECS.codec(bool)
    assert WHOLE is CODECS.codec(int)
    for kind in (sk.Pay, tuple[int, ...], Step | Finding, sk.Outcome):
        assert CODECS.codec(kind) is CODECS.codec(kind)
    assert isinstance(CODECS.codec(int | Message | Label | None), Unknown)
    assert isinstance(CODECS.codec(Step | Finding), UnionCodec)


@pytest.mark.parametrize(
    ("kind", "has_texts"),
    [
        (sk.Pay, False),
        (sk.SicknessWeek, False),
        (sk.Caveat, True),
        (tuple[tuple[str, sk.Caveat | None], ...], True),
        (tuple[tuple[sk.Week, Decimal], ...], False),
    ],
)
def test_where_texts_may_stand(kind, has_texts):
    assert has_texts is CODECS.codec(kind).has_texts


def test_a_text_that_many_have_is_translated_once(monkeypatch):
    told = []
    translate = sk.wire.texts.translate
    monkeypatch.setattr(
        sk.wire.texts, "translate", lambda text, to: told.append(to) or translate(text, to)
    )
    caveat = sk.Caveat("a-code", msg("Refund"))
    assert 3 == written((caveat,) * 3, tuple[sk.Caveat, ...]).count("Refusion")
    assert ["da", "en"] == told
