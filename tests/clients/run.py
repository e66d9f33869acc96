"""Clients that others' tools generate from the JSON Schemas, compiled and tried.

The nox session `clients` runs it, in an environment with the tools: ``python run.py``.
Stored documents go through each client and come back as they were, to be read by the library again.
"""

import json
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from importlib import import_module
from operator import or_
from pathlib import Path
from shutil import copy, which
from tempfile import TemporaryDirectory

import fastjsonschema

from socialkapitel import wire
from socialkapitel.wire.tags import VOCABULARY

HERE = Path(__file__).parent
PRIVATE = ("health", "identity", "texts")
EXAMPLES = HERE.parent / "wire" / "examples"


def run(*command, **given):
    """Run a command; where it fails, what it printed is shown."""
    found = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **given
    )
    if found.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{found.stdout}\n{found.stderr}")
    return found.stdout


def stored():
    """The stored documents of the versions that are written now."""
    documents = [json.loads(file.read_text("utf-8")) for file in sorted(EXAMPLES.glob("*.json"))]
    now = [each for each in documents if each["schema"] in HEADINGS]
    missing = HEADINGS.keys() - {each["schema"] for each in now}
    assert not missing, missing
    return now


HEADINGS = {VOCABULARY.heading(tag): kind for tag, kind in VOCABULARY.types.items()}


def damaged(documents):
    """Each document with one value of another type, with what was changed."""
    for document in documents:
        copied = json.loads(json.dumps(document))
        data = copied["data"]
        if isinstance(data, dict):
            name = next(name for name in data if name != "type")
            data[name] = 1.5
            yield {"what": f"a number in {name}", "document": copied}


def write(folder):
    """The schemas one by one and as one, the documents, and an OpenAPI of them all."""
    schemas = folder / "schemas"
    schemas.mkdir(parents=True)
    for tag, kind in VOCABULARY.types.items():
        (schemas / f"{tag}.json").write_text(json.dumps(wire.schema(kind)), "utf-8")
    whole = wire.schema(reduce(or_, VOCABULARY.types.values()))
    whole |= {"$id": "urn:socialkapitel:schema:all", "title": "Document"}
    documents = stored()
    for name, content in {
        "all": whole,
        "openapi": openapi(whole),
        "documents": documents,
        "damaged": list(damaged(documents)),
    }.items():
        (folder / f"{name}.json").write_text(json.dumps(content), "utf-8")
    return documents


def openapi(whole):
    """A service that takes and gives any document."""
    moved = json.loads(json.dumps(whole).replace("#/$defs/", "#/components/schemas/"))
    # openapi-python-client reads days by dateutil, which takes the week 2022-W01 for its Monday.
    del moved["$defs"]["date"]["format"]
    documents = {document["title"]: document for document in moved["oneOf"]}
    body = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in documents]}
    content = {"content": {"application/json": {"schema": body}}}
    answer = {"200": {"description": "The same document.", **content}}
    echo = {"operationId": "echo", "requestBody": {"required": True, **content}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Documents", "version": "1"},
        "paths": {"/documents": {"post": {**echo, "responses": answer}}},
        "components": {"schemas": {**moved["$defs"], **documents}},
    }


def typescript(folder, documents):
    """json-schema-to-typescript, `tsc --strict`, and every document as a value of its type."""
    for name in ("package.json", "check.mjs"):
        copy(HERE / name, folder)
    run("npm", "install", "--no-audit", "--no-fund", "--silent", cwd=folder)
    options = ("--additionalProperties=false", "--maxItems=30")
    run("npx", "json2ts", "-i", "all.json", "-o", "all.ts", *options, cwd=folder)
    lines = ['import type * as all from "./all.js";']
    for number, document in enumerate(documents):
        title = f"{HEADINGS[document['schema']].__name__}Document"
        lines.append(f"export const d{number}: all.{title} = {json.dumps(document)};")
    (folder / "documents.ts").write_text("\n".join(lines), "utf-8")
    (folder / "wrong.ts").write_text(
        'import type * as all from "./all.js";\n'
        "// @ts-expect-error: an amount is a text\n"
        'export const wrong: all.Pay = { amount: 1.5, per: "month" };\n',
        "utf-8",
    )
    strict = ("--strict", "--noEmit", "--module", "nodenext", "--target", "es2022")
    run("npx", "tsc", *strict, "all.ts", "documents.ts", "wrong.ts", cwd=folder)
    return run("node", "check.mjs", folder, cwd=folder).strip()


def pydantic(folder, documents):
    """datamodel-code-generator: models that mypy passes, read and written again."""
    run(
        *(sys.executable, "-m", "datamodel_code_generator"),
        *("--input", folder / "all.json", "--input-file-type", "jsonschema"),
        *("--output", folder / "client_models.py"),
        *("--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11"),
        *("--use-title-as-name", "--use-annotated", "--collapse-root-models"),
    )
    run(sys.executable, "-m", "mypy", "--strict", "client_models.py", cwd=folder)
    models = import_module("client_models")
    for document in documents:
        model = getattr(models, f"{HEADINGS[document['schema']].__name__}Document")
        read = model.model_validate(document)
        comes_back(document, read.model_dump(mode="json", by_alias=True, exclude_unset=True))
    return f"datamodel-code-generator: {len(documents)} documents"


def openapi_client(folder, documents):
    """openapi-python-client: a client that mypy passes, whose models read and write documents."""
    where = folder / "client_openapi"
    run(
        *("openapi-python-client", "generate", "--path", folder / "openapi.json"),
        *("--output-path", where, "--meta", "none", "--overwrite", "--fail-on-warning"),
    )
    # The models alone: the rest is the tool's own. A class with a property of its own name, as
    # `Claims` has, gets a variable of two types.
    options = ("--follow-imports=silent", "--disable-error-code=assignment")
    models = ("client_openapi/models", "--disable-error-code=return-value")
    run(sys.executable, "-m", "mypy", *options, *models, cwd=folder)
    models = import_module("client_openapi.models")
    for document in documents:
        model = getattr(models, f"{HEADINGS[document['schema']].__name__}Document")
        comes_back(document, model.from_dict(json.loads(json.dumps(document))).to_dict())
    return f"openapi-python-client: {len(documents)} documents"


def comes_back(document, written):
    """What a client writes is what it read, and the library reads it as the same object."""
    assert document == written, document["schema"]
    kind = HEADINGS[document["schema"]]
    first, again = (
        json.loads(wire.to_json(wire.from_json(json.dumps(each), kind), include=PRIVATE))
        for each in (document, written)
    )
    assert first == again, document["schema"]


def draft_07(folder, documents):
    """fastjsonschema knows draft-07: it takes good documents, if not all that is wrong."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for document in documents:
            tag = document["schema"].split("/")[1]
            schema = json.loads((folder / "schemas" / f"{tag}.json").read_text("utf-8"))
            fastjsonschema.compile(schema)(document)
    return f"fastjsonschema: {len(documents)} documents"


def main(folder):
    """Try every client."""
    for tool in ("node", "npm"):
        if which(tool) is None:
            sys.exit(f"{tool} is missing: install Node 20 or newer, with npm")
    documents = write(folder)
    sys.path.insert(0, str(folder))
    with ThreadPoolExecutor(2) as pool:
        tries = [
            pool.submit(each, folder, documents)
            for each in (typescript, pydantic, openapi_client, draft_07)
        ]
        for each in tries:
            print(each.result())  # noqa: T201


if __name__ == "__main__":
    # Outside the project, whose settings mypy and ruff would find above.
    with TemporaryDirectory() as made:
        main(Path(made).resolve())
