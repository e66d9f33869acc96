"""The one way in which the fields of an object are checked and all its faults reported at once.

**A reader** reads a caller's value for one field. It is a named function, so that type checkers
know its types, and there is one for each kind of value, not for each field::

    def read_date(value: date | str, field: str = "") -> date: ...

It returns what the library keeps, or raises `InvalidInput` (`WrongType`, `UnknownName`) about
``field``: empty where it reads the whole value of an object's field, whose name `checked` fills in;
    ``"[2022-W01]"`` where it reads a part of that value. A function that reads one of its own
    arguments gives the argument's name. Readers of dates are in `socialkapitel.periods`, readers of
    numbers in `socialkapitel.money`, those of flags, whole numbers and choices here.

**An object** is an attrs class decorated with `checked`, with a reader as the converter of each
field, and checks across fields in ``__attrs_post_init__``::

    @checked
    @attrs.frozen(kw_only=True)
    class Leave:
        first_day: date = attrs.field(converter=read_date)
        last_day: date = attrs.field(converter=read_date)

        def __attrs_post_init__(self) -> None:
            if self.last_day < self.first_day:
                raise InvalidInput("last_day", self.last_day, msg(...))

Where everything fits, that is all that happens. Where something is refused, `checked` calls every
reader once more, and then ``__attrs_post_init__`` as far as the fields that it compares are right,
and raises the only error, or `InvalidFields` with all of them. Where ``__attrs_post_init__`` checks
several things, it gives their faults to `raise_all`.

**The label of a field** is in `socialkapitel.glossary` under its name, or on the field as
``metadata=named(...)`` where one class uses the name in a sense of its own, or ``called(...)``
where the glossary has that sense under another name. Errors show it, and so
do explanations and tables: a label is written once.

**Nothing leaks.** The error is raised again outside of everything that saw the values: its
traceback has no half-built object, and none of its frames keeps a value. A class derived from
`socialkapitel.sealing.Private` never shows its values in an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from functools import wraps
from inspect import signature
from operator import index
from typing import Any, SupportsIndex, TypeVar, cast

import attrs

from socialkapitel.echo import a_choice, is_slip
from socialkapitel.errors import (
    InvalidInput,
    SocialkapitelError,
    WrongType,
    as_one,
    check_kind,
    singly,
)
from socialkapitel.glossary import GIVENS, choice_label
from socialkapitel.messages import Label, Text, any_of, msg
from socialkapitel.sealing import Private

C = TypeVar("C")
E = TypeVar("E", bound=Enum)

_LABEL, _FIELD = "label", "field"


def named(en: str, da: str, field: str = "") -> dict[str, object]:
    """The label of a field, as its metadata.

    ``field`` is its name in errors, where the object is a single value.
    """
    return {_LABEL: Label(en, da), **({_FIELD: field} if field else {})}


def called(name: str) -> dict[str, object]:
    """The label that the glossary has under another name, as a field's metadata."""
    return {_LABEL: GIVENS[name]}


def _name(field: attrs.Attribute[Any]) -> str:
    """The name of a field in errors."""
    return str(field.metadata.get(_FIELD, field.alias))


def checked(cls: type[C]) -> type[C]:
    """Let an attrs class report all its faults at once, each with its field.

    >>> @checked
    ... @attrs.frozen
    ... class Visit:
    ...     paid: bool = attrs.field(converter=read_flag)
    ...     agreed: bool = attrs.field(converter=read_flag)
    >>> try:
    ...     Visit("yes", None)
    ... except InvalidInput as error:
    ...     [fault.field for fault in error.faults]
    ['paid', 'agreed']
    """
    kind: Any = cls
    init = kind.__init__

    @wraps(init)
    def __init__(self: C, *args: Any, **kwargs: Any) -> None:  # noqa: N807 the class's own
        try:
            init(self, *args, **kwargs)
        except SocialkapitelError as error:
            refused = _refusal(cls, init, error, args, kwargs)
        else:
            return
        refused.refused = cls.__name__
        # Raised here, where no values are left, so that the error has no trace of them.
        del self, args, kwargs
        raise refused

    kind.__init__ = __init__
    return cls


def _refusal(
    cls: type[Any],
    init: Callable[..., None],
    first: SocialkapitelError,
    args: tuple[object, ...],
    kwargs: dict[str, object],
) -> SocialkapitelError:
    """The error with everything that is wrong with the values that a class was given."""
    given = signature(init).bind(None, *args, **kwargs).arguments
    hidden = issubclass(cls, Private)
    probe = object.__new__(cls)
    faults = list(_faults_of_fields(probe, given))
    if not faults:
        faults.append(first)
    elif isinstance(together := _fault_together(probe), SocialkapitelError):
        faults.append(together)
    labels = {_name(field): field.metadata.get(_LABEL) for field in attrs.fields(cls)}
    for fault in (single for each in faults for single in singly(each)):
        name = fault.field.partition(".")[0].partition("[")[0]
        fault.at(name, labels.get(name), hidden=hidden)
    return bare(as_one(faults))


def _faults_of_fields(probe: Any, given: Mapping[str, object]) -> Iterator[SocialkapitelError]:
    """What is wrong with single fields; valid values are set on ``probe``."""
    for field in attrs.fields(type(probe)):
        if not field.init:
            continue
        try:
            object.__setattr__(probe, field.name, _value(probe, field, given))
        except SocialkapitelError as error:
            yield error.at(_name(field))


def _value(probe: Any, field: attrs.Attribute[Any], given: Mapping[str, object]) -> object:
    """The value of a field, as its reader reads it."""
    value = given.get(str(field.alias), field.default)
    if field.converter is not None:
        value = cast("Callable[[object], object]", field.converter)(value)
    if field.validator is not None:
        field.validator(probe, field, value)
    return value


def _fault_together(probe: Any) -> Exception | None:
    """What is wrong across fields, as far as the compared fields are valid."""
    try:
        probe.__attrs_post_init__()
    except SocialkapitelError as error:
        return error
    except AttributeError as error:
        if error.obj is not probe:
            raise
    return None


def raise_all(faults: Iterable[SocialkapitelError]) -> None:
    """Raise all faults as one error; where there are none, nothing happens.

    A check that needs a field which was refused itself ends the search: `checked` reports that.
    """
    found: list[SocialkapitelError] = []
    try:
        for fault in faults:
            found.append(fault)  # noqa: PERF402 those before an error are kept
    except AttributeError as error:
        if not found or not attrs.has(type(error.obj)):
            raise
    if found:
        raise as_one(found)


def bare(error: SocialkapitelError) -> SocialkapitelError:
    """An error without traces of where values were looked at."""
    for each in (error, *singly(error)):
        each.__traceback__ = each.__cause__ = each.__context__ = None
        each.__suppress_context__ = False
    return error


def read_text(value: str, field: str = "") -> str:
    """A text."""
    return check_kind(value, str, field)


def read_flag(value: bool, field: str = "") -> bool:  # noqa: FBT001
    """True or False, and nothing that is merely truthy or falsy."""
    return check_kind(value, bool, field)


def read_flag_or_none(value: bool | None, field: str = "") -> bool | None:  # noqa: FBT001
    """True or False, or None where it isn't known."""
    return None if value is None else read_flag(value, field)


def whole(value: object, field: str, least: int, most: int) -> int:
    """A whole number within bounds."""
    accepted = msg("a whole number from {least} to {most}", least=str(least), most=str(most))
    number = as_int(value)
    if number is None:
        raise WrongType(field, value, accepted)
    if not least <= number <= most:
        raise InvalidInput(field, value, accepted)
    return number


def as_int(value: object) -> int | None:
    """A whole number, also numpy's; None for anything else, including True and False.

    >>> as_int(7), as_int(True), as_int("7"), as_int(7.0)
    (7, None, None, None)
    """
    if type(value) is int:  # the question whether another value is one takes 30 times as long
        return value
    if isinstance(value, bool) or not isinstance(value, SupportsIndex):
        return None
    return index(value)


MOST_ENTRIES = 5_000
"""The most weeks or days a record may have: more than a working life in weeks."""


def entries_of(value: object, field: str, accepted: Text) -> tuple[object, ...]:
    """The entries of a mapping or of a tuple of pairs, counted before they are read.

    >>> entries_of({"a": 1}, "hours", msg("a mapping"))
    (('a', 1),)
    """
    if not isinstance(value, (Mapping, tuple)):
        raise WrongType(field, value, accepted)
    if len(value) > MOST_ENTRIES:
        raise InvalidInput(field, len(value), msg("at most {most} entries", most=MOST_ENTRIES))
    return tuple(value.items()) if isinstance(value, Mapping) else value


def member(value: object, kind: type[E], field: str) -> E:
    """The member of an enumeration, given as itself, by its name, its value, or its label.

    >>> from socialkapitel.messages import Label
    >>> class Extent(Enum):
    ...     FULL = "full"
    ...     PARTIAL = "partial"
    >>> member("PARTIAL", Extent, "extent")
    <Extent.PARTIAL: 'partial'>
    """
    if isinstance(value, kind):
        return value
    accepted = msg("one of {members}", members=any_of(map(a_choice, kind)))
    if not isinstance(value, str):
        raise WrongType(field, value, accepted)
    for each in kind:
        if value.casefold() in _words(each):
            return each
    refused = InvalidInput(field, value, accepted)
    known = (word for each in kind for word in _words(each))
    raise refused.showing(value) if is_slip(value, known) else refused


def _words(each: Enum) -> Iterator[str]:
    yield each.name.casefold()
    yield str(each.value).casefold()
    label = choice_label(each)
    if isinstance(label, Label):
        yield from (label.da.casefold(), label.en.casefold())
