import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from schema_pages import by_room, file_name, room, write_schemas

import socialkapitel as sk
from socialkapitel import events, wire
from socialkapitel.wire.tags import VOCABULARY

EXAMPLES = sorted((Path(__file__).parents[1] / "wire" / "examples").glob("*.json"))


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    folder = tmp_path_factory.mktemp("manual") / "schemas"
    write_schemas(folder)
    return folder


def test_every_type_has_its_file_and_no_other_is_there(published):
    names = {path.name for path in published.iterdir()}
    assert names == {file_name(tag) for tag in VOCABULARY.types}
    assert "pay-1.schema.json" in names


@pytest.mark.parametrize("tag", VOCABULARY.types)
def test_a_file_is_the_library_s_own_schema(published, tag):
    schema = json.loads((published / file_name(tag)).read_text("utf-8"))
    assert schema == wire.schema(VOCABULARY.types[tag])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_stored_documents_fit_the_file_of_their_type(published, example):
    document = json.loads(example.read_text("utf-8"))
    _, tag, version = document["schema"].split("/")
    if int(version) == VOCABULARY.version(tag):
        schema = json.loads((published / file_name(tag)).read_text("utf-8"))
        Draft202012Validator(schema).validate(document)
        fault = {**document, "schema": f"socialkapitel/{tag}/0"}
        assert not Draft202012Validator(schema).is_valid(fault)


def test_there_is_a_stored_document_of_every_type():
    assert {path.stem.rpartition("-")[0] for path in EXAMPLES} == set(VOCABULARY.types)


def test_every_type_is_listed_once():
    listed = [tag for types in by_room().values() for tag in types]
    assert sorted(listed) == sorted(VOCABULARY.types)
    assert [name for name, types in by_room().items() if not types] == []


def test_a_type_is_listed_where_it_is_at_home():
    rooms = [room(kind) for kind in (events.CaseOpened, sk.Case, sk.Month, sk.Actor)]
    assert rooms == ["cases.events", "cases", "", "actors"]
