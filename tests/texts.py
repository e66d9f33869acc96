"""Every text that people read, in both languages, with the place where it is written.

Labels are found in the source, chapters and figures in their TOML, messages and the manual in their
catalogues; the ids of a catalogue are the English.
"""

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

import attrs
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

import socialkapitel

ROOT = Path(__file__).parents[1]
SOURCE = Path(socialkapitel.__file__).parent  # as it is installed
CATALOGUE = SOURCE / "locale" / "da" / "LC_MESSAGES" / "socialkapitel.po"
MANUAL = ROOT / "docs" / "locale" / "da" / "LC_MESSAGES"
PAIRS = {"Label", "Coded", "flag", "named", "whole"}
"""What is called with an English text and its Danish, in this order."""


@attrs.frozen
class Said:
    """A text in both languages and where it is written, such as ``schemes/aids.py``."""

    where: str
    en: str
    da: str


@cache
def every_text():
    """All of them."""
    return [*labels(), *data(), *messages(), *manual()]


def labels():
    """The labels of the source."""
    return [
        Said(where(path), *pair)
        for path in sorted(SOURCE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (pair := _pair(node, path))
    ]


def _pair(node, path):
    if isinstance(node, ast.Call):
        by_name = {keyword.arg: keyword.value for keyword in node.keywords}
        if {"en", "da"} <= by_name.keys():
            return _constants(by_name["en"], by_name["da"])
        if getattr(node.func, "id", "") in PAIRS:
            return _constants(*node.args[:2])
        if getattr(node.func, "id", "") == "choice":
            return _constants(*node.args[1:])
    if isinstance(node, ast.Tuple) and path.name == "glossary.py":
        return _constants(*node.elts[:2])
    if isinstance(node, ast.Tuple) and path.name == "statistics.py" and len(node.elts) == 3:
        return _constants(*node.elts[1:])
    return None


def _constants(*nodes):
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return texts if len(texts) == 2 and all(isinstance(text, str) for text in texts) else None


@cache
def data():
    """The labels of the chapters and of the figures."""
    return [
        Said(where(path), *pair)
        for path in sorted(SOURCE.rglob("*.toml"))
        for pair in _tables(tomllib.loads(path.read_text("utf-8")))
    ]


def _tables(item):
    if isinstance(item, dict):
        if isinstance(item.get("da"), str):
            yield item["en"], item["da"]
        for value in item.values():
            yield from _tables(value)
    if isinstance(item, list):
        for value in item:
            yield from _tables(value)


@cache
def messages():
    """The messages of the source, each where it is written first."""
    danish = dict(_catalogue(CATALOGUE))
    said = []
    for path in sorted(SOURCE.rglob("*.py")):
        if "msg" not in path.read_text("utf-8"):
            continue
        for _, english, _, _ in extract_from_file("python", path, keywords={"msg": None}):
            if english in danish:
                said.append(Said(where(path), english, danish.pop(english)))
    return said


def manual():
    """The pages of the manual."""
    return [
        Said(f"docs/{path.relative_to(MANUAL).with_suffix('')}", *pair)
        for path in sorted(MANUAL.rglob("*.po"))
        for pair in _catalogue(path)
    ]


def _catalogue(path):
    with path.open("rb") as file:
        return [
            (message.id, message.string) for message in read_po(file, locale="da") if message.id
        ]


def where(path):
    """A file of the source, as it is called within it."""
    return path.relative_to(SOURCE).as_posix()


MARKUP = re.compile(
    r"\{[\w-]+(?::[\w-]+)?\}`[^`]*`"  # roles, whose words may be code
    r"|`[^`]*`"
    r"|\]\([^)]*\)"
    r"|<?https?://\S+"
    r"|\{\w*\}"
)


def prose(text):
    """A text without code, links' targets and placeholders."""
    return MARKUP.sub("_", text)
