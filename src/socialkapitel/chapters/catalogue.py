"""All chapters: those that come with the library, and those that other packages add.

A package adds a chapter through the entry-point group ``socialkapitel.chapters``: the entry's name
is the chapter's id, its value an object that is the path of a TOML file, best
``files(__name__) / "chapter.toml"`` of `importlib.resources`. A faulty package affects its own
chapter only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike, fspath
from pathlib import Path
from typing import TypeAlias, TypeVar
from warnings import warn

from socialkapitel.actors import actor as known_actor
from socialkapitel.chapters.content import Chapter, ConsultantArea, Duty, DutyKind, Service
from socialkapitel.chapters.criteria import Criterion, Trigger
from socialkapitel.chapters.loading import Lookups, read_chapter
from socialkapitel.errors import InvalidData, SocialkapitelError, UnknownName, WrongType, check_kind
from socialkapitel.messages import Text, msg
from socialkapitel.nodes import Document

GROUP = "socialkapitel.chapters"
"""The entry-point group in which other packages name their chapters."""

Place: TypeAlias = str | PathLike[str] | Traversable
T = TypeVar("T", Criterion, Duty)
_ENDING = ".toml"
_LONGEST = 200


class Chapters(Mapping[str, Chapter]):
    """The known chapters by id; each is read when first needed.

    >>> from socialkapitel.chapters import CHAPTERS
    >>> CHAPTERS["herlev-2005"].organisation
    'Herlev Kommune'
    """

    def __getitem__(self, chapter_id: str) -> Chapter:
        """The chapter of that id.

        Raises:
            UnknownName: with the nearest ids.
            InvalidData: where another package names it and the package fails, or its file is not a
                valid chapter.
        """
        return chapter(chapter_id)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(_places()))

    def __len__(self) -> int:
        return len(_places())

    def __repr__(self) -> str:
        return f"<Chapters: {', '.join(self)}>"


CHAPTERS = Chapters()
"""The chapters of the library and of installed packages."""


def chapter(chapter_id: str) -> Chapter:
    """The chapter of that id.

    Raises:
        UnknownName: with the nearest ids.
        InvalidData: where another package names it and the package fails, or its file is not a
            valid chapter.

    >>> str(chapter("rammeaftale-2003").label)
    'Framework agreement on the social chapter, 2003'
    """
    if chapter_id not in tuple(_places()):
        raise UnknownName(msg("chapter"), chapter_id, _places())
    return _chapter(chapter_id)


def load_chapter(path: Place) -> Chapter:
    """Read a chapter from a file; see `Chapter.load`."""
    return read_chapter(_document(_place(path)), _LOOKUPS)


def given_chapter(given: Chapter | str, field: str = "chapter") -> Chapter:
    """A chapter that a caller gives, itself or by its id.

    Raises:
        UnknownName: for an unknown id.
        WrongType: for anything but a chapter or an id.
    """
    return chapter(given) if isinstance(given, str) else check_kind(given, Chapter, field)


# --- what chapters describe ----------------------------------------------------------------------


def library() -> tuple[Chapter, ...]:
    """The chapters that come with the library, the oldest first."""
    own = [_chapter(name) for name in _packaged()]
    return tuple(sorted(own, key=lambda one: (one.valid_from.earliest, one.id)))


def duties(
    actor: str | None = None,
    kind: DutyKind | None = None,
    trigger: Trigger | None = None,
    *,
    chapter: Chapter | str | None = None,
) -> tuple[Duty, ...]:
    """The duties of an actor, of a kind, on an occasion: whatever is asked for.

    Args:
        actor: the id of an actor; None for everybody.
        kind: how strictly they bind; None for all.
        trigger: their occasion; None for every occasion.
        chapter: a chapter or its id, for what applies under it, inherited or its own; None for all
            that the library's own chapters describe.

    Raises:
        UnknownName: for an actor that is not in `socialkapitel.actors`, or an unknown chapter.

    >>> [duty.id for duty in duties("local-med", DutyKind.MUST)]
    ['midtjylland.good-environment', 'midtjylland.turn-principles-into-practice']
    >>> [duty.id for duty in duties("applicant", chapter="herlev-2006")]
    ['herlev.tell-before-hiring']
    """
    if actor is not None:
        known_actor(actor)
    if chapter is None:
        found: Iterable[Duty] = (duty for one in library() for duty in one.own_duties)
    else:
        held = given_chapter(chapter)
        found = (held.duty(name) for name in held.duties)
    return tuple(
        duty
        for duty in found
        if (actor is None or actor in duty.actors)
        and (kind is None or duty.kind is kind)
        and (trigger is None or duty.trigger is trigger)
    )


def consultant_area(municipality: str, *, chapter: Chapter | str | None = None) -> ConsultantArea:
    """The area of a chapter's consultants that a municipality belongs to (konsulentområde).

    Args:
        municipality: its name, as the chapter has it.
        chapter: a chapter or its id; None for all of the library's own chapters.

    Raises:
        UnknownName: for a municipality that no consultant covers, or an unknown chapter.

    >>> consultant_area("Viborg").id
    'west'
    """
    within = library() if chapter is None else (given_chapter(chapter),)
    areas = {
        name: area
        for one in within
        for area in one.consultant_areas
        for name in area.municipalities
    }
    try:
        return areas[municipality]
    except (KeyError, TypeError):
        raise UnknownName(msg("municipality"), municipality, areas) from None


def services(chapter: Chapter | None = None) -> tuple[Service, ...]:
    """What a chapter's consultants offer; without any, the services of the library's chapters."""
    own = () if chapter is None else chapter.services
    return own or tuple(service for one in library() for service in one.own_services)


def criteria() -> tuple[Criterion, ...]:
    """The criteria that the library's own chapters describe; other chapters may use them too."""
    return tuple(each for one in library() for each in one.own_criteria)


def known_criterion(line: tuple[Chapter, ...], criterion_id: str) -> Criterion:
    """A criterion that one of several chapters describes, or else one of the library's."""
    own = [each for one in line for each in one.own_criteria]
    return _by_id(own, criterion_id) or _named(msg("criterion"), criterion_id, own, criteria())


def known_duty(line: tuple[Chapter, ...], duty_id: str) -> Duty:
    """A duty that one of several chapters describes, or else one of the library's."""
    own = [each for one in line for each in one.own_duties]
    return _by_id(own, duty_id) or _named(msg("duty"), duty_id, own, duties())


def _by_id(found: Iterable[T], name: str) -> T | None:
    return next((each for each in found if each.id == name), None)


def _named(kind: Text, name: str, own: Iterable[T], others: Iterable[T]) -> T:
    found = _by_id(others, name)
    if found is None:
        raise UnknownName(kind, name, {each.id: each for each in (*own, *others)})
    return found


def _own_criterion(line: tuple[Chapter, ...], criterion_id: str) -> Criterion:
    """What the library's chapters may refer to: only their own lines."""
    own = [each for one in line for each in one.own_criteria]
    return _named(msg("criterion"), criterion_id, own, own)


def _own_duty(line: tuple[Chapter, ...], duty_id: str) -> Duty:
    own = [each for one in line for each in one.own_duties]
    return _named(msg("duty"), duty_id, own, own)


_LOOKUPS = Lookups(chapter, known_duty, known_criterion)
_OWN_LOOKUPS = Lookups(chapter, _own_duty, _own_criterion)


# --- where chapters are found --------------------------------------------------------------------


@cache
def _chapter(chapter_id: str) -> Chapter:
    document = _registered(chapter_id)
    _check_line_of(chapter_id)
    read = read_chapter(document, _OWN_LOOKUPS if chapter_id in _packaged() else _LOOKUPS)
    if read.id != chapter_id:
        raise InvalidData(
            document.file,
            "id",
            msg("{id} is registered as {name}", id=read.id, name=chapter_id),
            document.line(("id",)),
        )
    return read


def _check_line_of(chapter_id: str) -> None:
    """Refuse a chapter that inherits, through others, from itself."""
    line = [chapter_id]
    while (parent := str(_registered(line[-1]).root().value.get("inherits"))) in _places():
        if parent in line:
            document = _registered(line[-1])
            raise InvalidData(
                document.file,
                "inherits",
                msg("{id} inherits from itself", id=parent),
                document.line(("inherits",)),
            )
        line.append(parent)


@cache
def _registered(chapter_id: str) -> Document:
    found = _places()[chapter_id]
    if isinstance(found, InvalidData):
        raise found
    return _declared(found) if isinstance(found, EntryPoint) else _document(found)


@cache
def _packaged() -> Mapping[str, Traversable]:
    """Where the library's own chapters are found."""
    return {
        file.name.removesuffix(_ENDING): file
        for file in sorted((files("socialkapitel.chapters") / "data").iterdir(), key=str)
        if file.name.endswith(_ENDING)
    }


@cache
def _places() -> Mapping[str, Traversable | EntryPoint | InvalidData]:
    """Where each chapter is found; packages are not imported before their chapter is needed.

    A package can't replace one of the library's chapters: its entry is ignored, with a warning.
    Where two packages name the same chapter, it is refused when it is needed.
    """
    places: dict[str, Traversable | EntryPoint | InvalidData] = dict(_packaged())
    for entry in entry_points(group=GROUP):
        before = places.get(entry.name)
        if before is None:
            places[entry.name] = entry
            continue
        fault = InvalidData(
            GROUP,
            entry.name,
            msg("{package} names a chapter that exists", package=_package(entry)),
        )
        if entry.name in _packaged():
            warn(f"{fault}; it is left out", RuntimeWarning, stacklevel=3)
        else:
            places[entry.name] = fault
    return places


def _package(entry: EntryPoint) -> str:
    """The package that an entry point belongs to, or else its module."""
    return entry.module if entry.dist is None else entry.dist.name


def _declared(entry: EntryPoint) -> Document:
    """The document that a package names; whatever its module raises is reported as its fault."""
    try:
        return _document(_place(entry.load()))
    except (KeyboardInterrupt, MemoryError):
        raise
    except BaseException as error:
        raise InvalidData(
            GROUP,
            entry.name,
            msg("{package}: {fault}", package=_package(entry), fault=_told(error)),
        ) from error


def _told(error: BaseException) -> Text:
    """The text of an error, if it has one that can be shown."""
    if isinstance(error, SocialkapitelError):
        return error.message
    name = type(error).__name__
    try:
        return msg("{name}: {fault}", name=name, fault=str(error)[:_LONGEST])
    except Exception:  # noqa: BLE001  an error of a foreign package may fail at anything
        return msg("{name}", name=name)


def _place(path: Place) -> Traversable:
    if isinstance(path, (str, PathLike)):
        return Path(fspath(path))
    if not isinstance(path, Traversable):
        raise WrongType("path", path, msg("the path of a TOML file"))
    return path


def _document(place: Traversable) -> Document:
    try:
        return Document(str(place), place.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InvalidData(
            str(place), "file", msg("cannot be read: {fault}", fault=error)
        ) from error
