"""Private texts: left out of documents unless asked for by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

import attrs

from socialkapitel.cases.events.profile import ToldCause
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText, Sealed
from socialkapitel.cases.rights import Information
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.identity import Cpr
from socialkapitel.messages import msg
from socialkapitel.wire.codecs import Codec, Definitions, Schema, Sheet, quoted
from socialkapitel.wire.faults import unfit
from socialkapitel.wire.values import STRING


@attrs.frozen(eq=False)
class Seal(Codec):
    """How a private text is written and sealed again when read; callers ask for it by ``name``."""

    name: str
    kind: type
    opened: Callable[[Any], str]

    def read(self, value: object, _: object = None, /) -> object:
        """The sealed text; what is refused is not shown."""
        try:
            return self.kind(STRING.read(value))
        except ValueError:
            pass
        raise unfit(msg("a text that is not empty"))

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The text, where it was asked for."""
        if self.name not in sheet.include:
            accepted = msg('"{name}" among them', name=self.name)
            raise InvalidInput("include", sorted(sheet.include), accepted)
        return quoted(self.opened(check_kind(value, self.kind, self.name)))

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """A text that is not empty."""
        return {"type": "string", "minLength": 1}


def _opened(text: Sealed) -> str:
    return text.reveal(to=text.readers[0])


SEALS: dict[type, Seal] = {
    seal.kind: seal
    for seal in (
        Seal("health", HealthNote, _opened),
        Seal("health", AgreedIllness, _opened),
        Seal("texts", PrivateText, _opened),
        Seal("health", ToldCause, _opened),
        Seal("identity", Identity, _opened),
        Seal("identity", Cpr, Cpr.reveal),
    )
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
        InvalidInput: for an unknown name.
        WrongType: for anything but several names.
    """
    if include == ():
        return frozenset()
    accepted: Any = msg("some of {known}, in a tuple", known=", ".join(NAMES))
    if isinstance(include, str) or not isinstance(include, Iterable):
        raise WrongType("include", include, accepted)
    names = tuple(include)
    if not set(NAMES).issuperset(names):
        raise InvalidInput("include", names, accepted)
    return frozenset(names)


def asked_for_by(kind: Any, metadata: Mapping[Any, Any]) -> str:
    """The name that asks for a field; empty for one that is always written.

    A field of a case declares its kind of information; any other field is private by its type.
    """
    if name := _KINDS.get(metadata.get("information")):
        return name
    if isinstance(kind, type) and kind in SEALS:
        return SEALS[kind].name
    return next((name for part in get_args(kind) if (name := asked_for_by(part, {}))), "")
