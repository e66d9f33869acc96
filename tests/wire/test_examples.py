"""A stored document of every type and version: each stays readable, and nothing of it is lost."""

import json

import pytest
from jsonschema import Draft202012Validator
from wire.samples import EVERYTHING
from wire.write_examples import FOLDER

from socialkapitel import wire
from socialkapitel.wire.classes import Class
from socialkapitel.wire.tags import VOCABULARY
from socialkapitel.wire.upgrades import UPGRADES, after

FILES = {file.stem: file for file in sorted(FOLDER.glob("*.json"))}
PRESENT = [f"{tag}-{VOCABULARY.version(tag)}" for tag in VOCABULARY.types]


def known(name):
    """Tag and version of a stored document."""
    tag, _, version = name.rpartition("-")
    return tag, int(version)


def test_every_version_of_every_type_has_an_example():
    expected = {
        f"{tag}-{version}"
        for tag in VOCABULARY.types
        for version in range(1, VOCABULARY.version(tag) + 1)
    }
    assert expected == FILES.keys()


@pytest.mark.parametrize("name", FILES)
def test_an_example_is_read_and_nothing_is_lost(name):
    tag, version = known(name)
    text = FILES[name].read_text("utf-8")
    stored = json.loads(text)
    kind = VOCABULARY.types[tag]

    found = wire.from_json(text, kind)

    assert f"socialkapitel/{tag}/{version}" == stored["schema"]
    assert type(found) is kind
    written = json.loads(wire.to_json(found, include=EVERYTHING))
    assert after(stored["data"], UPGRADES.get(tag, ())[version - 1 :]) == written["data"]


@pytest.mark.parametrize("name", PRESENT)
def test_what_is_written_keeps_the_order_of_the_fields(name):
    text = FILES[name].read_text("utf-8")
    written = wire.to_json(
        wire.from_json(text, VOCABULARY.types[known(name)[0]]), include=EVERYTHING
    )
    assert json.dumps(json.loads(text)["data"]) == json.dumps(json.loads(written)["data"])


def test_what_is_valid_is_read_without_looking_for_faults(monkeypatch):
    monkeypatch.setattr(Class, "_read_carefully", None)
    read = {tag: FILES[f"{tag}-{VOCABULARY.version(tag)}"] for tag in VOCABULARY.types}
    del read["seen-event"], read["case-view"]  # few; they are read with care at once
    for tag, file in read.items():
        kind = VOCABULARY.types[tag]
        assert type(wire.from_json(file.read_text("utf-8"), kind)) is kind


@pytest.mark.parametrize("name", PRESENT)
def test_an_example_of_the_present_version_fits_the_schema(name):
    schema = wire.schema(VOCABULARY.types[known(name)[0]])

    Draft202012Validator(schema).validate(json.loads(FILES[name].read_text("utf-8")))


@pytest.mark.parametrize("name", FILES)
def test_an_example_is_read_as_a_text_that_nobody_worded(name):
    """As it will be when every message has been worded otherwise: it reads the same."""
    tag, version = known(name)
    document = json.loads(FILES[name].read_text("utf-8"))
    document.pop("messages", None)

    found = wire.from_json(json.dumps(document), VOCABULARY.types[tag])

    written = json.loads(wire.to_json(found, include=EVERYTHING))
    assert after(document["data"], UPGRADES.get(tag, ())[version - 1 :]) == written["data"]
