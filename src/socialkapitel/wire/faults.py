"""What is wrong with a document: every fault, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from socialkapitel.echo import shown
from socialkapitel.errors import InvalidFields, InvalidInput, SocialkapitelError, UnknownName
from socialkapitel.messages import Message, Text, joined, msg
from socialkapitel.parameters import packaged_parameters

MOST_FAULTS = 1_000
"""Once so many are found, the rest of a list is not read."""

ANY = "[*]"
"""The step to a part whose key may be private."""

_FIGURE = msg("parameter")
_SHOWN = 10
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,59}")


@attrs.frozen
class Fault:
    """One thing that is wrong: ``path`` is a JSON path such as ``$.data.hours[0]``."""

    path: str
    reason: Text

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class InvalidDocument(SocialkapitelError, ValueError):
    """A JSON document that the library does not accept; ``faults`` lists all that is wrong.

    The message gives the first ten faults. After a thousand, the search ends.
    """

    code = "invalid-document"

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(self.faults)

    @property
    def message(self) -> Message:
        """What is wrong, with the first faults."""
        told = [
            msg("{path}: {reason}", path=fault.path, reason=fault.reason)
            for fault in self.faults[:_SHOWN]
        ]
        more = len(self.faults) - len(told)
        if more:
            told.append(msg("and {more} more", more=more))
        return msg("the document is not accepted: {faults}", faults=joined(told))

    def as_dict(self) -> dict[str, object]:
        """The error as plain data for JSON, with each fault's path and its reason.

        As in the message, the document's contents are not shown.
        """
        from socialkapitel.i18n import in_each_language

        faults = [
            {"path": fault.path, "reason": in_each_language(fault.reason)} for fault in self.faults
        ]
        return {**super().as_dict(), "faults": faults}


def refused(reason: Text) -> InvalidDocument:
    """The error for a value at the place where it is read."""
    return InvalidDocument((Fault("", reason),))


def unfit(accepted: Text) -> InvalidDocument:
    """The error for a value of the wrong type or form. It is not shown: it may be private."""
    return refused(msg("is not accepted; give {accepted}", accepted=accepted))


def below(key: str | int, faults: Iterable[Fault]) -> Iterable[Fault]:
    """Faults of a part, as faults of its container, which has it under ``key``."""
    step = path_step(key)
    return (Fault(step + fault.path, fault.reason) for fault in faults)


def path_step(key: str | int) -> str:
    """A step of a JSON path.

    >>> path_step(3), path_step("hours"), path_step("no name"), path_step(ANY)
    ('[3]', '.hours', "['no name']", '[*]')
    """
    if key == ANY:
        return ANY
    if isinstance(key, int):
        return f"[{key}]"
    return f".{key}" if _NAME.fullmatch(key) else f"[{shown(key)}]"


def unknown_keys(count: int, known: Iterable[str]) -> Fault:
    """The fault of an object with unknown keys.

    They are counted, not shown: somebody may have put a diagnosis there, or a CPR number.
    """
    reason = msg(
        "unknown keys: {count}, not shown as they may be private; known are {known}",
        count=count,
        known=", ".join(known),
    )
    return Fault("", reason)


def faults_of(error: Exception, fields: Iterable[str] = ()) -> tuple[Fault, ...]:
    """The faults in an error; one that names one of the ``fields`` gets its path.

    Values and names that are refused are not shown: they may be private. Any error that is not the
    library's, nor a recursion error, is raised again.
    """
    if isinstance(error, InvalidDocument):
        return error.faults
    if isinstance(error, InvalidFields):
        return tuple(fault for each in error.faults for fault in faults_of(each, fields))
    if isinstance(error, RecursionError):
        return (Fault("", msg("is nested too deeply")),)
    if not isinstance(error, SocialkapitelError):
        raise error
    if isinstance(error, UnknownName):
        return (Fault("", _unknown(error)),)
    if not isinstance(error, InvalidInput):
        return (Fault("", error.message),)
    field = error.field.partition("[")[0]
    if field in fields:
        return tuple(below(field, unfit(error.accepted).faults))
    reason = msg(
        "{field}: is not accepted; give {accepted}", field=error.field, accepted=error.accepted
    )
    return (Fault("", reason),)


def _unknown(error: UnknownName) -> Message:
    """What is no known name; names of legal figures that a document brings are not shown either."""
    nearest = error.nearest
    if error.kind == _FIGURE:
        nearest = [name for name in nearest if name in packaged_parameters()]
    if not nearest:
        return msg("no known {kind}", kind=error.kind)
    return msg("no known {kind}; try {nearest}", kind=error.kind, nearest=", ".join(nearest))
