"""The schemas: sound, closed, and no stricter than the library itself."""

import json
from functools import cache, reduce
from operator import or_
from random import Random

import pytest
from jsonschema import Draft202012Validator
from wire.fuzzing import damaged

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.cases.events import EVENTS, Event
from socialkapitel.wire.classes import fields_of
from socialkapitel.wire.tags import VOCABULARY
from socialkapitel.wire.values import BY_NAME

TYPES = sorted(VOCABULARY.types.items())


@pytest.fixture(scope="module")
def schema_of():
    """The schema of a type, made once in a run of the tests."""
    return cache(wire.schema)


def parts_of(schema):
    """Every object within a schema."""
    if isinstance(schema, dict):
        yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from parts_of(part)


@cache
def check_schema(text):
    """Once for what many schemas define alike."""
    Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_every_type_has_a_sound_schema(tag, kind, schema_of):
    schema = schema_of(kind)
    for each in (schema | {"$defs": {}}, *schema["$defs"].values()):
        check_schema(json.dumps(each))
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    documents = schema.get("oneOf", [schema])
    assert f"socialkapitel/{tag}/{VOCABULARY.version(tag)}" in [
        document["properties"]["schema"]["const"] for document in documents
    ]
    assert [] == [document["title"] for document in documents if not document["description"]]


KEYWORDS = {
    *("$schema", "$id", "$defs", "$ref", "title", "description", "discriminator"),
    *("type", "enum", "const", "format", "pattern", "minLength", "maxLength"),
    *("properties", "required", "additionalProperties"),
    *("items", "prefixItems", "minItems", "maxItems", "anyOf", "allOf", "oneOf"),
}
"""What a validator doesn't know it ignores: a schema with another word would admit anything."""


def schemas_in(schema):
    """A schema and all schemas within it."""
    yield schema
    inner = [*schema.get("$defs", {}).values(), *schema.get("properties", {}).values()]
    for several in ("prefixItems", "anyOf", "allOf", "oneOf"):
        inner += schema.get(several, [])
    inner += [schema[one] for one in ("items", "additionalProperties") if schema.get(one)]
    for each in inner:
        yield from schemas_in(each)


def test_every_word_of_a_schema_has_a_meaning_and_every_schema_admits_one_kind(schema_of):
    for schema in schemas_in(schema_of(reduce(or_, dict(TYPES).values()))):
        assert schema.keys() <= KEYWORDS
        assert schema.keys() & {"type", "$ref", "anyOf", "allOf"}
        assert "properties" not in schema or "object" == schema["type"]
        assert "items" in schema or "array" != schema.get("type")


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_nothing_unknown_fits_a_schema(tag, kind, schema_of):
    parts = list(parts_of(schema_of(kind)))
    named = [part for part in parts if isinstance(part.get("properties"), dict) and "type" in part]
    assert named
    assert [] == [part for part in named if part["additionalProperties"] is not False]


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_what_is_defined_is_what_is_referred_to(tag, kind, schema_of):
    schema = schema_of(kind)
    referred = {part["$ref"] for part in parts_of(schema) if isinstance(part.get("$ref"), str)}
    assert {f"#/$defs/{name}" for name in schema["$defs"]} == referred


def test_a_name_means_the_same_in_every_schema(schema_of):
    seen = {}
    for _, kind in TYPES:
        for name, definition in schema_of(kind)["$defs"].items():
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
    assert {
        "title": "Text",
        "description": "A text in both languages.",
        "type": "object",
        "properties": {
            "da": {"type": "string", "description": "The text in Danish."},
            "en": {"type": "string", "description": "The text in English."},
        },
        "required": ["da", "en"],
        "additionalProperties": False,
    } == schema["$defs"]["text"]
    del schema["$defs"]
    assert {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:socialkapitel:schema:pay:1",
        "title": "PayDocument",
        "description": "A rate of pay (løn): for a full-time month, or for an hour.",
        "type": "object",
        "properties": {
            "schema": {
                "type": "string",
                "const": "socialkapitel/pay/1",
                "description": "What the document is, and in which version.",
            },
            "data": {
                "allOf": [{"$ref": "#/$defs/pay"}],
                "description": "A rate of pay (løn): for a full-time month, or for an hour.",
            },
            "messages": {
                "type": "object",
                "description": "The messages behind the texts, by JSON Pointer into the data.",
                "additionalProperties": {"$ref": "#/$defs/message"},
            },
        },
        "required": ["schema", "data"],
        "additionalProperties": False,
    } == schema


def test_the_schema_of_a_message():
    message = wire.schema(sk.Pay)["$defs"]["message"]
    pair = message["properties"]["values"]["items"]
    name, value = pair["prefixItems"]
    assert {"type": "string"} == name
    assert {"anyOf": [name, value]} == pair["items"]
    *plain, text, inner = value["anyOf"][:6]
    assert ["string", "integer", "boolean", "null"] == [one["type"] for one in plain]
    assert [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/message"}] == [text, inner]
    assert {
        "type": "object",
        "properties": {
            "date": {"allOf": [{"$ref": "#/$defs/date"}], "description": "A date."},
        },
        "required": ["date"],
        "additionalProperties": False,
    } in value["anyOf"]
    assert set(BY_NAME) == {word for one in value["anyOf"][6:] for word in one["properties"]}
    assert ["template", "values"] == list(message["properties"]) == message["required"]
    assert ("Message", "object") == (message["title"], message["type"])
    assert "An English sentence with named values." == message["description"]


def test_the_schema_of_an_event_as_it_is_seen():
    schema = wire.schema(SeenEvent)["$defs"]["seen-event"]
    head = ["id", "on", "role", "kind", "label"]
    assert [*head, "details"] == list(schema["properties"]) == schema["required"]
    assert ("SeenEvent", "object") == (schema["title"], schema["type"])
    assert schema["description"].startswith("What a role sees of an event (")
    kind, details = schema["properties"]["kind"], schema["properties"]["details"]
    assert [event.kind for event in EVENTS] == kind["enum"]
    assert ("string", "Kind (in Danish: Type).") == (kind["type"], kind["description"])
    assert "What else the role sees of the event" in details["description"]
    assert {"anyOf": [{"$ref": "#/$defs/refund-basis"}], "description": "The event's basis."} == (
        details["properties"]["basis"]
    )
    assert "The event's contract hours." == details["properties"]["contract_hours"]["description"]
    known = {field.name for event in EVENTS for field in fields_of(event)}
    assert sorted(known - {"id", "on", "role"}) == list(details["properties"])
    maybe = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    assert [{"type": "string"}, maybe] == details["properties"]["scheme"]["anyOf"]


@pytest.mark.parametrize(("tag", "kind"), TYPES, ids=dict(TYPES))
def test_generators_of_clients_understand_a_schema(tag, kind, schema_of):
    """No list of types, no `items` that forbids, a description of every property."""
    schema = schema_of(kind)
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


def test_every_name_and_id_is_of_one_schema_alone(schema_of):
    whole = schema_of(reduce(or_, dict(TYPES).values()))
    titles = [each["title"] for each in (*whole["oneOf"], *whole["$defs"].values())]
    assert len(titles) == len(set(titles))
    ids = [schema_of(kind)["$id"] for _, kind in TYPES]
    assert len(ids) == len(set(ids))


def test_what_stands_in_each_other_s_place_is_told_apart_by_its_tag():
    parts = list(parts_of(wire.schema(sk.Case)))
    [events] = [part for part in parts if "discriminator" in part and "oneOf" in part][:1]
    assert ("object", {"propertyName": "type"}) == (events["type"], events["discriminator"])


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
