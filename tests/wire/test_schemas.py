"""The schemas: sound, closed, and no stricter than the library itself."""

import json
from functools import reduce
from operator import or_
from random import Random

import pytest
from jsonschema import Draft202012Validator
from wire.fuzzing import damaged

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.cases.events import Event
from socialkapitel.wire.tags import VOCABULARY

TYPES = sorted(VOCABULARY.types.items())


def parts_of(schema):
    """Every object within a schema."""
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from parts_of(part)


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_every_type_has_a_sound_schema(tag, kind):
    schema = wire.schema(kind)
    Draft202012Validator.check_schema(schema)
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    documents = schema.get("oneOf", [schema])
    assert f"socialkapitel/{tag}/{VOCABULARY.version(tag)}" in [
        document["properties"]["schema"]["const"] for document in documents
    ]
    assert [] == [document["title"] for document in documents if not document["description"]]


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_nothing_unknown_fits_a_schema(tag, kind):
    parts = list(parts_of(wire.schema(kind)))
    named = [part for part in parts if isinstance(part.get("properties"), dict) and "type" in part]
    assert named
    assert [] == [part for part in named if part["additionalProperties"] is not False]


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_what_is_defined_is_what_is_referred_to(tag, kind):
    schema = wire.schema(kind)
    referred = {part["$ref"] for part in parts_of(schema) if isinstance(part.get("$ref"), str)}
    assert {f"#/$defs/{name}" for name in schema["$defs"]} == referred


def test_a_name_means_the_same_in_every_schema():
    seen = {}
    for _, kind in TYPES:
        for name, definition in wire.schema(kind)["$defs"].items():
            assert seen.setdefault(name, definition) == definition, name


def test_the_schema_of_several_types():
    schema = wire.schema(sk.Arrangement)
    titles = [document["title"] for document in schema["oneOf"]]
    kinds = [
        "OrdinaryWork",
        "SickLeave",
        "FlexjobWork",
        "FlexjobSince2013Work",
        "SubsidisedWork",
    ]
    assert [f"{name}Document" for name in kinds] == titles
    assert {"propertyName": "schema"} == schema["discriminator"]
    assert schema["$id"].endswith(
        ":one-of:ordinary-work+sick-leave+old-flexjob+new-flexjob+subsidised-work"
    )
    assert wire.schema(Event)["$id"].endswith(":one-of:event")
    assert len(VOCABULARY.family(Event)) == len(wire.schema(Event)["oneOf"])


def test_a_schema_as_it_looks():
    schema = wire.schema(sk.Pay)
    assert {
        "title": "Pay",
        "description": "A rate of pay (løn): for a full-time month, or for an hour.",
        "type": "object",
        "properties": {
            "amount": {
                "allOf": [{"$ref": "#/$defs/decimal"}],
                "description": "Amount (in Danish: Beløb).",
            },
            "per": {
                "allOf": [{"$ref": "#/$defs/pay-per"}],
                "description": "Pay per month or hour (in Danish: Løn pr. måned eller time).",
            },
        },
        "required": ["amount", "per"],
        "additionalProperties": False,
    } == schema["$defs"]["pay"]
    assert {
        "title": "PayPer",
        "description": "Whether a rate of pay is by the month or the hour.",
        "type": "string",
        "enum": ["month", "hour"],
    } == schema["$defs"]["pay-per"]
    assert ("PayDocument", "urn:socialkapitel:schema:pay:1") == (schema["title"], schema["$id"])


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_generators_of_clients_understand_a_schema(tag, kind):
    """No list of types, no `items` that forbids, a description of every property."""
    schema = wire.schema(kind)
    for part in parts_of(schema):
        assert not isinstance(part.get("type"), list)
        assert part.get("items") is not False
        assert "$ref" not in part or {"$ref"} == set(part) or isinstance(part["$ref"], dict)
        if "prefixItems" in part:
            assert len(part["prefixItems"]) == part["minItems"] == part["maxItems"]
        if part.get("type") == "object" and "properties" in part:
            told = [each.get("description", "") for each in part["properties"].values()]
            assert all(text and not text[0].islower() and text.endswith(".") for text in told)
    assert schema["$id"].startswith("urn:socialkapitel:schema:")


def test_every_name_and_id_is_of_one_schema_alone():
    whole = wire.schema(reduce(or_, dict(TYPES).values()))
    titles = [each["title"] for each in (*whole["oneOf"], *whole["$defs"].values())]
    assert len(titles) == len(set(titles))
    ids = [wire.schema(kind)["$id"] for _, kind in TYPES]
    assert len(ids) == len(set(ids))


def test_what_stands_in_each_other_s_place_is_told_apart_by_its_tag():
    parts = list(parts_of(wire.schema(sk.Case)))
    [events] = [part for part in parts if "discriminator" in part and "oneOf" in part][:1]
    assert {"propertyName": "type"} == events["discriminator"]


def test_properties_are_described_in_english_and_danish():
    defined = wire.schema(sk.Flexjob)["$defs"]["flexjob"]["properties"]
    assert (
        "The job's first day (in Danish: Første ansættelsesdag)."
        == (defined["started_on"]["description"])
    )
    facts = wire.schema(sk.Facts)["$defs"]["facts"]["properties"]
    assert (
        "(in Danish: Antal år til folkepensionsalderen"
        in (facts["years_to_pension_age"]["description"])
    )
    days = wire.schema(sk.events.ConversationHeld)["$defs"]
    assert ("date", "uuid") == (days["date"]["format"], days["uuid"]["format"])


@pytest.mark.parametrize("kind", [int, sk.SocialkapitelError, sk.Outcome])
def test_what_has_no_schema(kind):
    with pytest.raises(sk.UnknownName):
        wire.schema(kind)


def test_what_the_library_reads_fits_the_schema():
    """So that a document which the schema refuses is refused by the library as well."""
    random = Random(0)
    validators = {}
    read = 0
    for _ in range(3_000):
        text, kind = damaged(random)
        try:
            found = wire.from_json(text, kind)
        except wire.InvalidDocument:
            continue
        if type(found) not in validators:
            validators[type(found)] = Draft202012Validator(wire.schema(type(found)))
        validators[type(found)].validate(json.loads(text))
        read += 1
    assert read > 100
