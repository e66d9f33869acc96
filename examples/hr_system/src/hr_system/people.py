"""Who asks: everybody has a token, and some have an office, a role in every case."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable
from pathlib import Path

import attrs

from socialkapitel.cases import rights


@attrs.frozen
class Person:
    """Somebody who may ask. ``id`` is this service's name for them, and nobody else's."""

    id: str
    office: str | None = None


class People:
    """Those who may ask, by the SHA-256 of their tokens: the tokens themselves are not kept."""

    def __init__(self, people: Iterable[tuple[str, Person]]) -> None:
        self._by_token = dict(people)
        self.ids = frozenset(person.id for person in self._by_token.values())

    @classmethod
    def load(cls, file: Path) -> People:
        """Read the TOML file.

        Raises:
            sk.UnknownName: for an office that is no role in the library's table of rights.
        """
        entries = tomllib.loads(file.read_text("utf-8"))["people"]
        return cls((entry["token_sha256"], _person(entry)) for entry in entries)

    def by_token(self, token: str) -> Person | None:
        """Whose token it is; None where it is nobody's."""
        return self._by_token.get(hashlib.sha256(token.encode()).hexdigest())


def _person(entry: dict[str, str]) -> Person:
    office = entry.get("office")
    return Person(entry["id"], None if office is None else rights(office).role)
