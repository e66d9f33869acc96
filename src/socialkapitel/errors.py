"""One tree of errors. Each is also the builtin that fits, has a stable code, and says what to do.

Catch `SocialkapitelError` for everything the library refuses. ``str(error)`` is English;
``error.message`` can be shown in Danish with `socialkapitel.translate`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import ClassVar, Self, TypeVar

from socialkapitel.ahead import NOTICE, unchecked
from socialkapitel.glossary import label_of
from socialkapitel.messages import Label, Message, Text, joined, msg

_SHOWN = 60
_VOWELS = "AEIOaeio"

T = TypeVar("T")


class Hidden:
    """Stands in an error for a value that must not be shown."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "(not shown)"


HIDDEN = Hidden()


class SocialkapitelError(Exception):
    """The root of all errors of this library.

    ``code`` is stable and may be stored; ``message`` is the translatable text. ``field`` is the way
    to the argument that is wrong, such as ``"job.weekly_hours"``, empty where it is about none.
    """

    code: ClassVar[str] = "socialkapitel"
    field: str = ""
    _label: Label | None = None

    @property
    def label(self) -> Label | None:
        """What people call the field, in both languages; None where the error is about none."""
        return self._label or label_of(self.field)

    def at(self, field: str, label: Label | None = None, *, hidden: bool = False) -> Self:
        """The same error as one about a field, or about a part of what a field was given.

        Args:
            field: where the value was given that the error is about.
            label: what people call the field, where the glossary doesn't say.
            hidden: whether the value must not be shown.
        """
        inner = self.field
        if not inner or inner.startswith("["):
            self.field = field + inner
        elif inner != field and not inner.startswith((f"{field}[", f"{field}.")):
            self.field = f"{field}.{inner}"
        if "." not in self.field:
            self._label = self._label or label
        if hidden:
            self._hide()
        Exception.__init__(self, *self._stated())
        return self

    def _hide(self) -> None:
        """Forget the value that was refused."""

    def _stated(self) -> tuple[object, ...]:
        """What the error is made of, for its ``repr`` and for pickling."""
        return self.args

    @property
    def message(self) -> Message:
        """What is wrong and what to do, as a translatable text."""
        raise AttributeError("every error of the library defines its message")

    def __str__(self) -> str:
        return str(self.message)


class InvalidInput(SocialkapitelError, ValueError):
    """A value that the library does not accept.

    ``field`` names the argument, ``value`` is what was given, ``accepted`` says what would do, and
    ``faults`` has the single things that are wrong: the error itself, but for `InvalidFields`.
    """

    code = "invalid-input"
    value: object

    def __init__(self, field: str, value: object, accepted: Text) -> None:
        super().__init__(field, value, accepted)
        self.field = field
        self.value = value
        self.accepted = accepted

    @property
    def faults(self) -> tuple[SocialkapitelError, ...]:
        """The single things that are wrong, each an error."""
        return (self,)

    def _hide(self) -> None:
        self.value = HIDDEN

    def _stated(self) -> tuple[object, ...]:
        return self.field, self.value, self.accepted

    @property
    def message(self) -> Message:
        return msg(
            "{field}: {value} is not accepted; give {accepted}",
            field=self.field,
            value=shown(self.value),
            accepted=self.accepted,
        )


class WrongType(InvalidInput, TypeError):
    """A value of a type that the library never takes, such as a float for money."""

    code = "wrong-type"


class InvalidFields(InvalidInput):
    """Several things are wrong with one object; ``faults`` has an error for each of them.

    ``field``, ``value`` and ``accepted`` are those of the first.
    """

    code = "invalid-fields"

    def __init__(self, faults: Iterable[SocialkapitelError]) -> None:
        self._faults = tuple(faults)
        first = self._faults[0]
        accepted = getattr(first, "accepted", first.message)
        super().__init__(first.field, getattr(first, "value", None), accepted)
        Exception.__init__(self, *self._stated())

    @property
    def faults(self) -> tuple[SocialkapitelError, ...]:
        """Every single thing that is wrong, in the order of the fields."""
        return self._faults

    def at(self, field: str, label: Label | None = None, *, hidden: bool = False) -> Self:
        """The same errors as errors about parts of what a field was given."""
        for fault in self._faults:
            fault.at(field, label, hidden=hidden)
        return super().at(field, hidden=hidden)

    def _stated(self) -> tuple[object, ...]:
        return (self._faults,)

    @property
    def message(self) -> Message:
        return msg(
            "{count} values are not accepted: {faults}",
            count=len(self._faults),
            faults=joined(fault.message for fault in self._faults),
        )


def as_one(faults: Iterable[SocialkapitelError]) -> SocialkapitelError:
    """One error for several: itself where there is only one."""
    told = [fault for error in faults for fault in singly(error)]
    return told[0] if len(told) == 1 else InvalidFields(told)


def singly(error: SocialkapitelError) -> tuple[SocialkapitelError, ...]:
    """The single errors that an error is made of."""
    return error.faults if isinstance(error, InvalidFields) else (error,)


class NotInForce(SocialkapitelError, LookupError):
    """A rule or figure was asked for on a day for which it is not known to hold.

    ``name`` is the rule or figure, ``asked`` the day, ``first`` and ``last`` the first and last
    day that are known (``last`` is None where it still holds), ``hint`` what to do instead. For a
    day from 2027 the message says that new acts are expected.
    """

    code = "not-in-force"

    def __init__(
        self,
        name: str,
        asked: date,
        first: date,
        last: date | None,
        hint: Text | None = None,
    ) -> None:
        super().__init__(name, asked, first, last, hint)
        self.name = name
        self.asked = asked
        self.first = first
        self.last = last
        self.hint = hint

    @property
    def message(self) -> Message:
        if self.last is None:
            text = msg(
                "{name} is not known on {asked}: it holds from {first}",
                name=self.name,
                asked=self.asked,
                first=self.first,
            )
        else:
            text = msg(
                "{name} is not known on {asked}: it is known from {first} through {last}",
                name=self.name,
                asked=self.asked,
                first=self.first,
                last=self.last,
            )
        if self.hint is not None:
            text = msg("{text}; {hint}", text=text, hint=self.hint)
        return msg("{text}. {notice}", text=text, notice=NOTICE) if unchecked(self.asked) else text


class UnknownName(SocialkapitelError, KeyError):
    """A name that the library does not know; ``nearest`` lists the names that look like it."""

    code = "unknown-name"
    name: object

    def __init__(self, kind: Text, name: object, known: Iterable[str]) -> None:
        names = sorted(known)
        super().__init__(kind, name, names)
        self.kind = kind
        self.name = name
        asked = name if isinstance(name, str) else shown(name)
        self.nearest: list[str] = get_close_matches(asked, names, n=3, cutoff=0.4) or names[:3]

    @property
    def value(self) -> object:
        """The name that was given, by the name under which `InvalidInput` has its value."""
        return self.name

    def _hide(self) -> None:
        self.name = HIDDEN

    def _stated(self) -> tuple[object, ...]:
        return self.kind, self.name, self.nearest

    @property
    def message(self) -> Message:
        if not self.nearest:
            return msg("{name} is no known {kind}; there is none", **self._values())
        return msg(
            "{name} is no known {kind}; the nearest are {nearest}",
            nearest=", ".join(self.nearest),
            **self._values(),
        )

    def _values(self) -> dict[str, object]:
        return {"name": shown(self.name), "kind": self.kind}


class InvalidData(SocialkapitelError, ValueError):
    """A data file that breaks its format: ``file`` and ``entry`` say where, ``reason`` why.

    ``line`` is the line of the file on which the entry begins, where it is known.
    """

    code = "invalid-data"

    def __init__(self, file: str, entry: str, reason: Text, line: int | None = None) -> None:
        super().__init__(file, entry, reason, line)
        self.file = file
        self.entry = entry
        self.reason = reason
        self.line = line

    @property
    def message(self) -> Message:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return msg("{file}: {entry}: {reason}", file=place, entry=self.entry, reason=self.reason)


class MissingExtra(SocialkapitelError, ImportError):
    """Something needs a package that only an extra of this library installs.

    ``extra`` is the extra's name, ``package`` the package that is missing.
    """

    code = "missing-extra"

    def __init__(self, extra: str, package: str) -> None:
        super().__init__(extra, package)
        self.extra = extra
        self.package = package

    @property
    def message(self) -> Message:
        return msg(
            "{package} is missing; install socialkapitel[{extra}]",
            package=self.package,
            extra=self.extra,
        )


def shown(value: object) -> str:
    """A value as errors show it: its ``repr``, cut where it is long.

    >>> shown("x" * 100)[-6:]
    'xxx...'
    """
    try:
        text = repr(value)
    except ValueError:  # Python refuses to write a whole number of thousands of digits
        text = f"a very large {type(value).__name__}"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def a_kind(kind: type) -> Message:
    """An object of one kind, as errors ask for it.

    >>> str(a_kind(str)), str(a_kind(int))
    ('a str', 'an int')
    """
    name = kind.__name__
    return msg("an {kind}", kind=name) if name[0] in _VOWELS else msg("a {kind}", kind=name)


def check_kind(value: object, kind: type[T], field: str) -> T:
    """Let an object of one kind through.

    Raises:
        WrongType: for anything else.

    >>> check_kind("LAB § 133", str, "citation")
    'LAB § 133'
    """
    if not isinstance(value, kind):
        raise WrongType(field, value, a_kind(kind))
    return value
