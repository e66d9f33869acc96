"""Sealed texts: what is private in a case, shown to nobody by accident.

A sealed text holds its words in a closure. ``repr``, ``str``, formatting, copying, attrs and JSON
encoders see only that there is something; pickling is refused. Only `reveal` gives the words, and
it asks who reads. The caller must know that readers are who they say they are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from socialkapitel.actors import actor
from socialkapitel.cases.errors import NotEntitled
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, SocialkapitelError, UnknownName, WrongType
from socialkapitel.messages import msg, says_something
from socialkapitel.sealing import Enclosed

A = TypeVar("A")
R = TypeVar("R")


def masked(read: Callable[[A], R], value: A) -> R:
    """Read a value; an error says what is accepted, and does not show the value."""
    refused: SocialkapitelError
    try:
        return read(value)
    except InvalidInput as error:
        refused = type(error)(error.field, HIDDEN, error.accepted)
    except UnknownName as error:
        refused = UnknownName(error.kind, HIDDEN, error.nearest)
    raise refused  # raised here, so that it carries no trace of the error that shows the value


def _is_text(value: object) -> bool:
    return isinstance(value, str) and says_something(value)


class Sealed(Enclosed):
    """A text that only those in ``readers`` may read. Two with the same words are equal.

    Raises:
        WrongType: for anything but a text that isn't empty; the error does not show it.
    """

    __slots__ = ()
    readers: ClassVar[tuple[str, ...]]

    def __init__(self, text: str) -> None:
        if not _is_text(text):
            del text  # a traceback that shows local variables would show it
            raise WrongType("text", HIDDEN, msg("a text that is not empty"))
        super().__init__(text)

    def reveal(self, to: str) -> str:
        """The text itself, for a reader named by an id of `socialkapitel.actors`.

        Raises:
            NotEntitled: where the reader is not one of ``readers``.
            UnknownName: where there is no such actor.
        """
        role = masked(actor, to).id
        if role not in self.readers:
            raise NotEntitled(role, type(self).__name__, self.readers)
        return self._open()


class HealthNote(Sealed):
    """What is said about the nature of an illness (helbredsoplysning).

    For the employee, whose it is; the doctor, who certifies what the employee can do; and the
    municipality of residence, which, as an authority, obtains medical information itself. The
    employer learns what the illness means for the work, not what it is: managers, representatives
    and consultants may not read it, and colleagues must not be told either. Law: lov om brug af
    helbredsoplysninger; Herlev's chapter on partial sick leave.

    >>> note = HealthNote("what the doctor wrote")
    >>> note
    HealthNote(sealed)
    >>> note.reveal(to="employee")
    'what the doctor wrote'
    >>> note.reveal(to="nearest-manager")
    Traceback (most recent call last):
    socialkapitel.cases.errors.NotEntitled: HealthNote is not for nearest-manager; only for
    employee, doctor, municipality-of-residence
    """

    __slots__ = ()
    readers: ClassVar[tuple[str, ...]] = ("employee", "doctor", "municipality-of-residence")


class AgreedIllness(Sealed):
    """The illness that a written section 56 agreement names (lidelsen i en § 56-aftale).

    The agreement is written between employee and employer, and sent to the municipality of
    residence, which approves it: these three have it in writing, and nobody else. Law:
    sygedagpengeloven § 56.

    >>> AgreedIllness("as the agreement has it").reveal(to="hr")
    'as the agreement has it'
    >>> AgreedIllness("as the agreement has it").reveal(to="colleagues")
    Traceback (most recent call last):
    socialkapitel.cases.errors.NotEntitled: AgreedIllness is not for colleagues; only for
    employee, nearest-manager, hr, municipality-of-residence
    """

    __slots__ = ()
    readers: ClassVar[tuple[str, ...]] = (
        "employee",
        "nearest-manager",
        "hr",
        "municipality-of-residence",
    )


class PrivateText(Sealed):
    """Free text of a case: a reason, the terms of a decision, a remark (fritekst).

    People write more than they should, so free text is sealed as well. For those who may take part
    in the case; `socialkapitel.disclose` decides what each of them sees.

    >>> PrivateText("tried for six weeks").reveal(to="hr")
    'tried for six weeks'
    """

    __slots__ = ()
    readers: ClassVar[tuple[str, ...]] = (
        "employee",
        "nearest-manager",
        "hr",
        "personnel-consultant",
        "social-chapter-consultant",
        "union-representative",
        "municipality-of-residence",
    )


class Identity(Sealed):
    """Who somebody is, as the caller's system knows them: initials, a number, a name (identitet).

    A `socialkapitel.identity.Cpr` goes in as ``Identity(cpr.reveal())``. For the same readers as
    `PrivateText`.

    >>> Identity("employee 4711")
    Identity(sealed)
    """

    __slots__ = ()
    readers: ClassVar[tuple[str, ...]] = PrivateText.readers
