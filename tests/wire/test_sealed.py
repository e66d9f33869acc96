"""What asks for a field: the kind of its information, or its type."""

import attrs
import pytest
from jsonschema import Draft202012Validator

from socialkapitel.cases.events import EVENTS, Profile
from socialkapitel.cases.health import HealthNote, Identity, PrivateText
from socialkapitel.cases.rights import COURSE, GROUNDS, HEALTH, IDENTITY, NOTES, PAY
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.wire import InvalidDocument
from socialkapitel.wire.classes import fields_of
from socialkapitel.wire.codecs import Definitions, Sheet
from socialkapitel.wire.sealed import SEALS, asked_for_by, read_names


@pytest.mark.parametrize(
    ("kind", "metadata", "name"),
    [
        (str, {}, ""),
        (str, PAY, ""),
        (str | None, COURSE, ""),
        (str, IDENTITY, "identity"),
        (str, HEALTH, "health"),
        (PrivateText | None, NOTES, "texts"),
        (PrivateText, GROUNDS, "texts"),
        (HealthNote | None, {}, "health"),
        (tuple[tuple[str, Identity], ...], {}, "identity"),
        (PrivateText, COURSE, "texts"),
    ],
)
def test_the_name_that_asks_for_a_field(kind, metadata, name):
    assert name == asked_for_by(kind, metadata)


@pytest.mark.parametrize("kind", [*EVENTS, Profile], ids=lambda kind: kind.__name__)
def test_every_sealed_field_of_an_event_must_be_asked_for(kind):
    sealed = {
        field.name
        for field in attrs.fields(kind)
        if any(seal.__name__ in str(field.type) for seal in SEALS)
    }
    assert sealed <= {field.name for field in fields_of(kind) if field.private}


@pytest.mark.parametrize("seal", SEALS.values(), ids=lambda seal: seal.kind.__name__)
def test_a_sealed_text_is_not_empty(seal):
    for other in ("", 7, None):
        with pytest.raises(InvalidDocument) as caught:
            seal.read(other)
        assert "is not accepted; give a text that is not empty" in str(caught.value)
        assert not Draft202012Validator(seal.schema(Definitions())).is_valid(other)


def test_what_is_no_sealed_text_is_not_written():
    seal, sheet = SEALS[PrivateText], Sheet(frozenset({"texts"}))
    with pytest.raises(WrongType, match=r"^texts: "):
        seal.write("a plain text", sheet, "")
    assert '"a plain text"' == seal.write(PrivateText("a plain text"), sheet, "")


def test_a_number_that_was_asked_for_is_shown_where_it_is_not_known():
    with pytest.raises(InvalidInput, match=r"^include: \(1, 2\) is not accepted"):
        read_names([1, 2])
    with pytest.raises(WrongType, match=r"^include: 7 is not accepted"):
        read_names(7)
