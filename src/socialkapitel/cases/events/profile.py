"""What is known about the person of a case for the yearly figures, and only for them."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import attrs

from socialkapitel.cases.events.base import may_be
from socialkapitel.cases.health import Identity, Sealed, masked
from socialkapitel.cases.rights import HEALTH, IDENTITY
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import checked
from socialkapitel.messages import Label, Labelled, msg
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR
from socialkapitel.sealing import Unpicklable

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME = 60


class Sex(Labelled):
    """Woman or man, as in the civil register (køn)."""

    WOMAN = "woman", Label("Women", "Kvinder")
    MAN = "man", Label("Men", "Mænd")


class Cause(Labelled):
    """The cause stated by the person, as coarse as the figures need it (årsag).

    * ``BACK_AND_JOINTS``: back, muscles and joints (ryg og bevægeapparat).
    * ``MENTAL``: mental strain of any kind (psykisk belastning).
    * ``OTHER``: anything else (andet).
    """

    BACK_AND_JOINTS = "back-and-joints", Label("Back, muscles and joints", "Ryg og bevægeapparat")
    MENTAL = "mental", Label("Mental strain", "Psykisk belastning")
    OTHER = "other", Label("Other", "Andet")


class ToldCause(Sealed):
    """The cause that a person told a consultant for the figures, sealed (oplyst årsag).

    It is health information: for the employee, and for the consultant who was told it and counts
    it. `socialkapitel.case_statistics` counts it in that role, with small numbers hidden.

    Raises:
        InvalidInput: for a text that is not the value of a `Cause`; the error does not show it.

    >>> ToldCause("mental")
    ToldCause(sealed)
    """

    __slots__ = ()
    readers: ClassVar[tuple[str, ...]] = ("employee", "social-chapter-consultant")

    def __init__(self, text: str) -> None:
        super().__init__(text)
        if text not in [cause.value for cause in Cause]:
            del text  # a traceback that shows local variables would show it
            names = ", ".join(cause.value for cause in Cause)
            raise InvalidInput("cause", HIDDEN, msg("one of {names}", names=names))


def _read_cause(value: Cause | ToldCause | None) -> ToldCause | None:
    if value is None or isinstance(value, ToldCause):
        return value
    return ToldCause(masked(lambda given: check_kind(given, Cause, "cause"), value).value)


def _read_area(value: str | Identity | None) -> Identity | None:
    return _named(value, "area")


def _read_sector(value: str | Identity | None) -> Identity | None:
    return _named(value, "sector")


def _read_occupation(value: str | Identity | None) -> Identity | None:
    return _named(value, "occupation")


def _named(value: object, field: str) -> Identity | None:
    """An id, sealed; what is refused is not shown, nor left for a traceback to show."""
    accepted = msg("an id in small letters, digits and hyphens, such as an id of the figures' rows")
    if value is None:
        return None
    name = value.reveal(to="hr") if isinstance(value, Identity) else value
    is_text, fits = isinstance(name, str), _is_name(name)
    del value
    if not is_text:
        del name
        raise WrongType(field, HIDDEN, accepted)
    if not fits:
        del name
        raise InvalidInput(field, HIDDEN, accepted)
    return Identity(str(name))


def _is_name(text: object) -> bool:
    return isinstance(text, str) and len(text) <= _LONGEST_NAME and bool(_NAME.fullmatch(text))


def _a_year(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    accepted = msg("a year from {first} to {last}", first=str(FIRST_YEAR), last=str(LAST_YEAR))
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType(field.name, HIDDEN, accepted)
    if not FIRST_YEAR <= value <= LAST_YEAR:
        raise InvalidInput(field.name, HIDDEN, accepted)


@checked
@attrs.frozen(kw_only=True, repr=False, eq=False)
class Profile(Unpicklable):
    """What the yearly figures classify the person of a case by (profil). None is "not stated".

    Attributes:
        area: the id of the former county or other area, such as ``"viborg"``.
        birth_year: the year of birth.
        sex: woman or man.
        sector: the id of the part of the organisation, such as ``"hospitals"``.
        occupation: the id of the group of staff, such as ``"nurses"``.
        cause: a `Cause`, kept as `ToldCause`: sealed.

    The ids that figures know are `socialkapitel.cases.statistics.FORMER_COUNTIES`, ``SECTORS`` and
    ``OCCUPATIONS``, or the caller's own; any other id is counted among the others. The ids are kept
    as `Identity`: sealed, for a wrong text may get there. A profile does not show its contents, and
    cannot be pickled.

    Raises:
        InvalidInput: naming the field, for a value not accepted, which is never shown.

    >>> Profile(area="viborg", birth_year=1957, sex=Sex.WOMAN, cause=Cause.OTHER)
    Profile(not shown)
    """

    area: Identity | None = attrs.field(default=None, converter=_read_area, metadata=IDENTITY)
    birth_year: int | None = attrs.field(
        default=None, validator=_a_year, repr=False, eq=False, metadata=IDENTITY
    )
    sex: Sex | None = attrs.field(
        default=None, validator=may_be(Sex), repr=False, eq=False, metadata=IDENTITY
    )
    sector: Identity | None = attrs.field(default=None, converter=_read_sector, metadata=IDENTITY)
    occupation: Identity | None = attrs.field(
        default=None, converter=_read_occupation, metadata=IDENTITY
    )
    cause: ToldCause | None = attrs.field(default=None, converter=_read_cause, metadata=HEALTH)

    def __repr__(self) -> str:
        return "Profile(not shown)"

    # Not by attrs, because a comparison field by field would show what differs.
    def __eq__(self, other: object) -> bool:
        return _stated(self) == _stated(other) if isinstance(other, Profile) else NotImplemented

    def __hash__(self) -> int:
        return hash(_stated(self))


def _stated(profile: Profile) -> tuple[object, ...]:
    return tuple(getattr(profile, field.name) for field in attrs.fields(Profile))
