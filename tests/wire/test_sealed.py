"""What asks for a field: the kind of its information, or its type."""

import attrs
import pytest

from socialkapitel.cases.events import EVENTS, Profile
from socialkapitel.cases.health import HealthNote, Identity, PrivateText
from socialkapitel.cases.rights import COURSE, GROUNDS, HEALTH, IDENTITY, NOTES, PAY
from socialkapitel.wire.classes import fields_of
from socialkapitel.wire.sealed import SEALS, asked_for_by


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
