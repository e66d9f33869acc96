"""Private texts: left out of documents unless they are asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

import attrs

from socialkapitel.cases.events.profile import ToldCause
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText, Sealed
from socialkapitel.cases.rights import Information
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.identity import Cpr
from socialkapitel.messages import msg
from socialkapitel.wire.faults import unfit
from socialkapitel.wire.texts import read_string


@attrs.frozen
class Seal:
    """How a private text is opened to be written, and sealed again; ``name`` asks for it."""

    name: str
    opened: Callable[[Any], str]
    sealed: Callable[[str], object]

    def read(self, value: object) -> object:
        """The sealed text; what is refused is not shown."""
        try:
            return self.sealed(read_string(value))
        except ValueError:
            pass
        raise unfit(msg("a text that is not empty"))


def _opened(text: Sealed) -> str:
    return text.reveal(to=text.readers[0])


SEALS: dict[type, Seal] = {
    HealthNote: Seal("health", _opened, HealthNote),
    AgreedIllness: Seal("health", _opened, AgreedIllness),
    PrivateText: Seal("texts", _opened, PrivateText),
    ToldCause: Seal("health", _opened, ToldCause),
    Identity: Seal("identity", _opened, Identity),
    Cpr: Seal("identity", Cpr.reveal, Cpr),
}
"""The types that are private, each under the name that asks for it."""

_KINDS: dict[object, str] = {
    Information.IDENTITY: "identity",
    Information.HEALTH: "health",
    Information.AGREED_ILLNESS: "health",
    Information.NOTES: "texts",
    Information.GROUNDS: "texts",
}

NAMES = tuple(dict.fromkeys(seal.name for seal in SEALS.values()))


def read_names(include: Iterable[str]) -> frozenset[str]:
    """The kinds of private text that a caller asks for.

    Raises:
        InvalidInput: for a name that is none.
        WrongType: for anything but several names.
    """
    accepted = msg("some of {known}, in a tuple", known=", ".join(NAMES))
    if isinstance(include, str) or not isinstance(include, Iterable):
        raise WrongType("include", include, accepted)
    names = tuple(include)
    if not set(NAMES).issuperset(names):
        raise InvalidInput("include", names, accepted)
    return frozenset(names)


def asked_for_by(kind: Any, metadata: Mapping[Any, Any]) -> str:
    """The name that asks for a field; empty for one that is always written.

    A field of a case tells of what kind its information is; any other is private by its type.
    """
    if name := _KINDS.get(metadata.get("information")):
        return name
    if isinstance(kind, type) and kind in SEALS:
        return SEALS[kind].name
    return next((name for part in get_args(kind) if (name := asked_for_by(part, {}))), "")
