"""One hierarchy of errors. Each is also a fitting built-in, has a stable code, and says what to do.

Catch `SocialkapitelError` for everything the library refuses. ``error.message`` is for people: show
it in either language with `socialkapitel.translate`; it names a field by its label. ``str(error)``
is for logs, in English, with the field's name in code. ``error.as_dict()`` is for other programs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from typing import ClassVar, Self, TypeVar

import attrs

from socialkapitel.ahead import NOTICE, UNCHECKED_FROM
from socialkapitel.echo import (
    ALIKE,
    HIDDEN,
    Hidden,
    a_kind,
    is_slip,
    likeness,
    safe,
    shown,
    told,
    written,
)
from socialkapitel.glossary import label_of
from socialkapitel.messages import (
    Label,
    Message,
    Text,
    any_of,
    in_lines,
    msg,
)

T = TypeVar("T")

_NEAREST = 3


class SocialkapitelError(Exception):
    """The root of all errors of this library.

    ``code`` is stable and may be stored; ``message`` is the translatable text. ``field`` is the
    path to the wrong argument, such as ``"job.weekly_hours"``, empty where there is none.
    ``refused`` is the class of the object that could not be made, such as ``"Flexjob"``, otherwise
    empty.
    """

    code: ClassVar[str] = "socialkapitel"
    field: str = ""
    refused: str = ""
    _label: Label | None = None

    @property
    def label(self) -> Label | None:
        """What people call the field, in both languages; None where the error is about none."""
        return self._label or label_of(self.field)

    def called(self, label: Label | None) -> Self:
        """The same error with a label for its field that the glossary doesn't have."""
        self._label = label
        return self

    def at(self, field: str, label: Label | None = None, *, hidden: bool = False) -> Self:
        """The same error, about a field or about a part of its value.

        Args:
            field: the field, or the part of it, that the error is about.
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
        """The error's arguments, for its ``repr`` and for pickling."""
        return self.args

    @property
    def message(self) -> Message:
        """What is wrong and what to do, as a translatable text."""
        raise AttributeError("every error of the library defines its message")

    def as_dict(self) -> dict[str, object]:
        """The error as plain data for JSON: its code, field, label and message, and its faults.

        Label and message are in both languages, under ``"en"`` and ``"da"``; ``label`` is None
        where the error is about no field. ``faults`` has the same for each fault, where there are
        several. ``dict(error)`` gives the same, so that web frameworks can encode the error.
        """
        from socialkapitel.i18n import in_each_language

        label, faults = self.label, singly(self)
        return {
            "code": self.code,
            "field": self.field,
            "label": in_each_language(label) if label else None,
            "message": in_each_language(self.message),
            **({"faults": [fault.as_dict() for fault in faults]} if len(faults) > 1 else {}),
        }

    def __iter__(self) -> Iterator[tuple[str, object]]:
        return iter(self.as_dict().items())

    def __str__(self) -> str:
        return str(self.message)


class InvalidInput(SocialkapitelError, ValueError):
    """A value that the library does not accept.

    ``field`` names the argument, ``value`` is what was given, ``accepted`` says what is accepted,
    and ``faults`` has the single faults: the error itself, except for `InvalidFields`. Free text is
    not kept, unless it is an accepted text with a typing error: it may be about somebody's health.
    """

    code = "invalid-input"
    value: object

    def __init__(self, field: str, value: object, accepted: Text) -> None:
        value = safe(value)
        super().__init__(field, value, accepted)
        self.field = field
        self.value = value
        self.accepted = accepted

    def showing(self, value: object) -> Self:
        """The same error with the value shown, a text that says nothing about anybody."""
        self.value = value
        Exception.__init__(self, *self._stated())
        return self

    @property
    def faults(self) -> tuple[SocialkapitelError, ...]:
        """The single faults, each an error."""
        return (self,)

    def _hide(self) -> None:
        self.value = HIDDEN

    def _stated(self) -> tuple[object, ...]:
        return self.field, self.value, self.accepted

    @property
    def message(self) -> Message:
        field = _named(self.field, self.label)
        if self.value is None:
            return msg(
                "{field}: no value is given; give {accepted}", field=field, accepted=self.accepted
            )
        return self._refusing(field, told(self.value))

    def _refusing(self, field: Text | str, value: object) -> Message:
        return msg(
            "{field}: {value} is not accepted; give {accepted}",
            field=field,
            value=value,
            accepted=self.accepted,
        )

    def __reduce__(self) -> tuple[object, ...]:
        return _reduced(self, self._stated())

    def __str__(self) -> str:
        return str(self._refusing(self.field, written(self.value)))


class WrongType(InvalidInput, TypeError):
    """A value of a type that the library never accepts, such as a float for money."""

    code = "wrong-type"

    def __str__(self) -> str:
        return str(self._refusing(self.field, shown(self.value)))


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
        """The single faults, in the order of the fields."""
        return self._faults

    def at(self, field: str, label: Label | None = None, *, hidden: bool = False) -> Self:
        """The same errors, about parts of a field's value."""
        for fault in self._faults:
            fault.at(field, label, hidden=hidden)
        return super().at(field, hidden=hidden)

    def _stated(self) -> tuple[object, ...]:
        return (self._faults,)

    def __str__(self) -> str:
        return "\n".join(map(str, self._faults))

    @property
    def message(self) -> Message:
        return msg(
            "{count} values are not accepted:\n{faults}",
            count=len(self._faults),
            faults=in_lines(fault.message for fault in self._faults),
        )


def as_one(faults: Iterable[SocialkapitelError]) -> SocialkapitelError:
    """One error for several: itself where there is only one."""
    told = [fault for error in faults for fault in singly(error)]
    return told[0] if len(told) == 1 else InvalidFields(told)


def singly(error: SocialkapitelError) -> tuple[SocialkapitelError, ...]:
    """The single errors that an error is made of."""
    return error.faults if isinstance(error, InvalidFields) else (error,)


@attrs.frozen
class NotKnown:
    """A figure that is not known for a day: one of the `NotInForce.missing`.

    ``name`` is the parameter, ``label`` what people call it, ``asked`` the day, ``first`` and
    ``last`` the first and last known day (``last`` is None where it is still in force).
    """

    name: str
    label: Label
    asked: date
    first: date
    last: date | None


class NotInForce(SocialkapitelError, LookupError, ValueError):
    """A rule or figure was needed for a day on which it is not known to be in force.

    ``name`` is the rule or figure, ``asked`` the day, ``first`` and ``last`` the first and last
    known day (``last`` is None where it is still in force), ``hint`` what to do instead. For a
    day from 2027 the message says that new acts are expected.

    ``missing`` has every figure that the calculation lacks, the first of them also under the names
    above; it is empty where a rule is not in force.
    """

    code = "not-in-force"

    def __init__(
        self,
        name: str,
        asked: date,
        first: date,
        last: date | None,
        hint: Text | None = None,
        *,
        label: Text | None = None,
        missing: Iterable[NotKnown] = (),
    ) -> None:
        super().__init__(name, asked, first, last, hint)
        self.name = name
        self.asked = asked
        self.first = first
        self.last = last
        self.hint = hint
        self.missing: tuple[NotKnown, ...] = tuple(missing)
        self._called = label

    @classmethod
    def of(cls, missing: NotKnown, hint: Text | None = None) -> Self:
        """The error for a figure that is not known."""
        name, asked, first, last = missing.name, missing.asked, missing.first, missing.last
        return cls(name, asked, first, last, hint, label=missing.label, missing=[missing])

    @property
    def message(self) -> Message:
        return self._told(_named)

    def __str__(self) -> str:
        return str(self._told(lambda name, _: name))

    def _told(self, named: Callable[[str, Text | None], Text | str]) -> Message:
        if len(self.missing) > 1:
            text = msg(
                "{count} figures are not known:\n{figures}",
                count=len(self.missing),
                figures=in_lines(
                    _one_of_several(each, named(each.name, each.label)) for each in self.missing
                ),
            )
        else:
            text = _not_known(self, named(self.name, self._called))
        hint = self.hint or self._advice
        if hint is not None and len(self.missing) > 1:
            text = msg("{text}\n{hint}", text=text, hint=hint)
        elif hint is not None:
            text = msg("{text}; {hint}", text=text, hint=hint)
        return (
            msg("{text}. {notice}", text=text, notice=NOTICE)
            if self.asked >= UNCHECKED_FROM
            else text
        )

    @property
    def _advice(self) -> Message | None:
        """What to do about figures that have ended."""
        ended = [each for each in self.missing if each.last and each.last < each.asked]
        if not ended:
            return None
        year = max(each.asked.year for each in ended)
        if all(each.last and each.last.year + 1 < each.asked.year for each in ended):
            return msg("enter the figures of {year}", year=str(year))
        return msg(
            "enter the figures of {year}, or carry those of the year before forward",
            year=str(year),
        )

    def as_dict(self) -> dict[str, object]:
        """The error as plain data for JSON, with every figure that is missing."""
        from socialkapitel.i18n import in_each_language

        missing = [
            {
                "name": each.name,
                "label": in_each_language(each.label),
                "asked": each.asked.isoformat(),
                "first": each.first.isoformat(),
                "last": each.last and each.last.isoformat(),
            }
            for each in self.missing
        ]
        return {**super().as_dict(), **({"missing": missing} if missing else {})}


def _not_known(what: NotInForce, name: Text | str) -> Message:
    """The message about one rule or figure."""
    if what.last is None:
        return msg(
            "{name} is not known on {asked}: it applies from {first}",
            name=name,
            asked=what.asked,
            first=what.first,
        )
    return msg(
        "{name} is not known on {asked}: it is known from {first} through {last}",
        name=name,
        asked=what.asked,
        first=what.first,
        last=what.last,
    )


def _one_of_several(what: NotKnown, name: Text | str) -> Message:
    """The entry for one figure in a list of missing ones."""
    days = {"name": name, "asked": what.asked, "first": what.first}
    if what.last is None:
        return msg("{name} for {asked}; known from {first}", **days)
    return msg("{name} for {asked}; known from {first} through {last}", last=what.last, **days)


class UnknownName(SocialkapitelError, KeyError, ValueError):
    """A name that the library does not know; ``nearest`` lists similar names.

    ``kind`` says what it was meant to be the name of. Where the known names have labels, those are
    compared as well, so that ``"leder"`` leads to ``"nearest-manager"``.

    A name that was looked up is kept as given; one from a field only where `InvalidInput` keeps it.
    """

    code = "unknown-name"
    name: object

    def __init__(self, kind: Text, name: object, known: Iterable[str]) -> None:
        labels = known if isinstance(known, Mapping) else dict.fromkeys(known)
        self._known = {each: _label_in(label) for each, label in sorted(labels.items())}
        super().__init__(kind, name, self._known)
        self.kind = kind
        self.name = name

    @property
    def value(self) -> object:
        """The name that was given, as ``value``, like `InvalidInput`."""
        return self.name

    @property
    def nearest(self) -> list[str]:
        """The most similar known names, at most three; the first ones where none is similar."""
        return self._alike() or self._first()

    def _first(self) -> list[str]:
        return list(self._known)[:_NEAREST]

    def _alike(self) -> list[str]:
        asked = (self.name if isinstance(self.name, str) else shown(self.name)).casefold()
        rank = likeness(asked)
        ranked = {
            each: rank([each, label.en, label.da] if label else [each])
            for each, label in self._known.items()
        }
        alike = [each for each, rated in ranked.items() if rated >= ALIKE]
        return sorted(alike, key=ranked.__getitem__, reverse=True)[:_NEAREST]

    def at(self, field: str, label: Label | None = None, *, hidden: bool = False) -> Self:
        """The same error about a field, where a text that says something is not kept."""
        says = safe(self.name) is HIDDEN and not is_slip(str(self.name), self._known)
        return super().at(field, label, hidden=hidden or says)

    def _hide(self) -> None:
        self._known = {each: self._known[each] for each in self.nearest}
        self.name = HIDDEN

    def _stated(self) -> tuple[object, ...]:
        return self.kind, self.name, self._known

    def __reduce__(self) -> tuple[object, ...]:
        return _reduced(self, self._stated())

    @property
    def message(self) -> Message:
        asked = {"name": told(self.name), "kind": self.kind}
        if not self._known:
            return msg("unknown {kind}: {name}; there is none", **asked)
        alike = self._alike()
        names = any_of(_named(each, self._known[each]) for each in alike or self._first())
        if self.name is HIDDEN or alike:
            return msg("unknown {kind}: {name}; did you mean {nearest}?", nearest=names, **asked)
        return msg(
            "unknown {kind}: {name}; known are, for example, {nearest}", nearest=names, **asked
        )


def _label_in(found: object) -> Label | None:
    """The label that comes with a known name."""
    label = getattr(found, "label", found)
    return label if isinstance(label, Label) else None


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


class SealedContent(SocialkapitelError, TypeError):
    """Something that may hold private texts was about to be pickled; ``kind`` is its class."""

    code = "sealed-content"

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind

    @property
    def message(self) -> Message:
        return msg(
            "{kind} is not pickled, as it may hold private texts; store the events as JSON",
            kind=self.kind,
        )


class MissingExtra(SocialkapitelError, ImportError):
    """Something needs a package that only an extra of this library installs.

    ``extra`` is the extra's name, ``package`` the missing package.
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


def _reduced(error: InvalidInput | UnknownName, stated: tuple[object, ...]) -> tuple[object, ...]:
    """How an error is pickled; a value that can't be pickled is replaced by its shown text."""
    value = error.value
    kept = value if _can_be_pickled(value) else Hidden(shown(value))
    state = {name: kept if each is value else each for name, each in vars(error).items()}
    return type(error), tuple(kept if each is value else each for each in stated), state


def _can_be_pickled(value: object) -> bool:
    import pickle  # seldom needed

    try:
        pickle.dumps(value)
    except Exception:  # noqa: BLE001 whatever a class of the caller's raises
        return False
    return True


def _named(name: str, label: Text | None) -> Text | str:
    """The label of something, with its name in code in brackets."""
    return msg("{label} ({name})", label=label, name=name) if label else name


def check_kind(value: object, kind: type[T], field: str) -> T:
    """Return an object of one kind, and refuse anything else.

    Raises:
        WrongType: for anything else.

    >>> check_kind("LAB § 133", str, "citation")
    'LAB § 133'
    """
    if isinstance(value, kind):
        return value
    refused = WrongType(field, value, a_kind(kind))
    if isinstance(value, str) and issubclass(kind, Enum):
        raise refused.showing(value) if is_slip(value, kind.__members__) else refused
    raise refused
