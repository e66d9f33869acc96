"""Reads TOML strictly: every fault names the file, the line and the key.

A text is at most 250,000 characters long, and a key has at most twenty parts: both are checked
before anything is parsed, so that no text keeps the reader busy.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Container
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias, TypeVar

import attrs

from socialkapitel.echo import shown
from socialkapitel.errors import InvalidData, InvalidInput
from socialkapitel.messages import Label, Text, msg, says_something
from socialkapitel.money import amount
from socialkapitel.periods import read_date

Key: TypeAlias = str | int
E = TypeVar("E", bound=Enum)

MAX_CHARACTERS = 250_000
"""The longest text that is read, in characters."""

MAX_PARTS = 20
"""How many parts a dotted key may have: ``a.b.c`` has three."""

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
_LONG_KEY = rf"""(?<![\w"'-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{MAX_PARTS}}}"""

_TOKEN = re.compile(
    r"""
    (?P<skipped> \"{3} (?:\\.|[^\\])*? \"{3,5} | '{3} .*? '{3,5}
               | "(?:\\.|[^"\\\n])*" | '[^'\n]*' | \#[^\n]* )
    | (?P<opening>[\[{]) | (?P<closing>[\]}]) | (?P<newline>\n)
    """,
    re.VERBOSE | re.DOTALL,
)
"""The tokens that show where a statement ends: brackets and line ends outside texts."""

_IDENTIFIER = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")


@attrs.frozen
class Document:
    """A TOML text and the name of its file."""

    file: str
    text: str

    def root(self) -> Node:
        """The whole document, parsed.

        Raises:
            InvalidData: where the text is not TOML, with the line of the fault; where it is longer
                than `MAX_CHARACTERS`, or a key has more than `MAX_PARTS` parts.
        """
        if len(self.text) > MAX_CHARACTERS:
            reason = msg("is longer than {most} characters", most=MAX_CHARACTERS)
            raise InvalidData(self.file, "file", reason)
        for number, line in enumerate(self.text.split("\n"), 1):
            # Few lines have so many dots: to search them all would take as long as to read them.
            if line.count(".") >= MAX_PARTS and re.search(_LONG_KEY, line):
                reason = msg("a key has more than {most} parts with dots between", most=MAX_PARTS)
                raise InvalidData(self.file, "TOML", reason, number)
        try:
            return Node(self, tomllib.loads(self.text))
        except (ValueError, RecursionError) as error:
            found = re.search(r"\(at line (\d+)", str(error))
            number = int(found[1]) if found else self.text.count("\n") + 1
            raise InvalidData(self.file, "TOML", msg("{fault}", fault=error), number) from error

    def line(self, path: tuple[Key, ...]) -> int | None:
        """The line on which the value under a path begins, or the nearest table around it.

        The text up to the end of each statement is itself TOML: parsing shows after which statement
        the value is there.
        """
        whole = tomllib.loads(self.text)
        while not _within(whole, path):
            path = path[:-1]
        ends = _statement_ends(self.text)
        place = bisect_left(
            ends, x=True, key=lambda end: _within(tomllib.loads(self.text[:end]), path)
        )
        return self.text.count("\n", 0, ends[place - 1] if place else 0) + 1


def _statement_ends(text: str) -> list[int]:
    """Where each statement of a TOML text ends, line end included; the last ends with the text."""
    ends: list[int] = []
    depth = 0
    for token in _TOKEN.finditer(text):
        if token["newline"] and not depth:
            ends.append(token.end())
        depth += bool(token["opening"]) - bool(token["closing"])
    return [*ends, len(text)]


def _within(value: Any, path: tuple[Key, ...]) -> bool:
    for key in path:
        if key not in _keys(value):
            return False
        value = value[key]
    return True


def _keys(value: object) -> Container[Key]:
    if isinstance(value, list):
        return range(len(value))
    return value.keys() if isinstance(value, dict) else ()


@attrs.frozen
class Node:
    """A value in a document: its key, its container, and its name in errors."""

    document: Document
    value: Any
    around: Node | None = None
    key: Key = ""
    called: str = ""

    @property
    def path(self) -> tuple[Key, ...]:
        """The keys that lead to the value."""
        return () if self.around is None else (*self.around.path, self.key)

    @property
    def entry(self) -> str:
        """The path as errors show it, with names instead of places for named items."""
        if self.around is None:
            return ""
        if isinstance(self.key, int):
            return f"{self.around.entry}[{self.called or self.key}]"
        return f"{self.around.entry}.{self.key}".removeprefix(".")

    def fault(self, reason: Text) -> InvalidData:
        """The error for a fault of this value."""
        line = self.document.line(self.path)
        return InvalidData(self.document.file, self.entry or "file", reason, line)

    def below(self, key: Key) -> Node:
        """The value under a key of this table, or at a place in this list."""
        return Node(self.document, self.value[key], self, key)

    def named_by(self, key: str) -> Node:
        """This item of a list, named in errors by the value of a key, if it has one."""
        if not isinstance(self.value, dict) or key not in self.value:
            return self
        return Node(self.document, self.value, self.around, self.key, str(self.value[key]))

    def table(self, required: set[str], optional: set[str]) -> dict[str, Node]:
        """The values of a table that has all required keys and no unknown one."""
        if not isinstance(self.value, dict):
            raise self.fault(msg("is not a table"))
        known = required | optional
        for key in self.value:
            if key not in known:
                names = ", ".join(sorted(known))
                raise self.below(key).fault(
                    msg("is an unknown key; known are {known}", known=names)
                )
        if missing := required - self.value.keys():
            raise self.fault(msg("lacks {keys}", keys=", ".join(sorted(missing))))
        return {key: self.below(key) for key in self.value}

    def list(self) -> tuple[Node, ...]:
        """The values of a list that is not empty."""
        if not isinstance(self.value, list) or not self.value:
            raise self.fault(msg("is not a list, or is empty"))
        return tuple(self.below(place) for place in range(len(self.value)))

    def string(self) -> str:
        """A text that is not empty."""
        if not isinstance(self.value, str) or not says_something(self.value):
            raise self.fault(msg("is not a text, or is empty"))
        return self.value.strip()

    def identifier(self) -> str:
        """A name of small letters and digits with hyphens between words."""
        if not _IDENTIFIER.fullmatch(self.string()):
            raise self.fault(
                msg("{value} is not a name such as yearly-discussion", value=shown(self.value))
            )
        return self.string()

    def identifiers(self) -> tuple[str, ...]:
        """A list of names, none of them twice."""
        names: dict[str, None] = {}
        for node in self.list():
            if node.identifier() in names:
                raise node.fault(msg("occurs twice"))
            names[node.identifier()] = None
        return tuple(names)

    def label(self) -> Label:
        """A text in English and Danish."""
        texts = self.table({"en", "da"}, set())
        return Label(en=texts["en"].string(), da=texts["da"].string())

    def day(self) -> date:
        """A date without time of day."""
        if isinstance(self.value, datetime) or not isinstance(self.value, date):
            raise self.fault(
                msg("{value} is not a date such as 2005-05-18", value=shown(self.value))
            )
        try:
            return read_date(self.value, "day")
        except InvalidInput as error:
            raise self.fault(error.message) from error

    def kroner(self) -> Decimal:
        """An amount of kroner, written as a text."""
        try:
            return amount(self.string(), "amount")
        except InvalidInput as error:
            raise self.fault(error.message) from error

    def count(self) -> int:
        """A whole number above zero."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or self.value < 1:
            raise self.fault(
                msg("{value} is not a whole number above zero", value=shown(self.value))
            )
        return self.value

    def whole(self, most: int) -> int:
        """A whole number from 0."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self.fault(msg("{value} is not a whole number", value=shown(self.value)))
        if not 0 <= self.value <= most:
            raise self.fault(msg("{value} is not from 0 to {most}", value=self.value, most=most))
        return self.value

    def flag(self) -> bool:
        """``true`` or ``false``."""
        if not isinstance(self.value, bool):
            raise self.fault(msg("is neither true nor false"))
        return self.value

    def member(self, kind: type[E]) -> E:
        """The member of an enumeration that has this value."""
        for known in kind:
            if known.value == self.value:
                return known
        raise self.fault(
            msg(
                "{value} is none of {known}",
                value=shown(self.value),
                known=", ".join(str(known.value) for known in kind),
            )
        )
