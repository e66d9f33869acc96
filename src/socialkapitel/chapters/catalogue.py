"""All chapters: those that come with the library, and those that other packages add.

A package adds a chapter through the entry-point group ``socialkapitel.chapters``: the entry's name
is the chapter's id, its value an object that is the path of a TOML file, best
``files(__name__) / "chapter.toml"`` of `importlib.resources`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from os import PathLike, fspath
from pathlib import Path
from typing import TypeAlias

from socialkapitel.chapters.loading import read_chapter
from socialkapitel.chapters.model import Chapter
from socialkapitel.errors import InvalidData, UnknownName, WrongType
from socialkapitel.messages import msg
from socialkapitel.nodes import Document

GROUP = "socialkapitel.chapters"
"""The entry-point group in which other packages name their chapters."""

Place: TypeAlias = str | PathLike[str] | Traversable
_ENDING = ".toml"


class Chapters(Mapping[str, Chapter]):
    """The known chapters by id; each is read when it is first asked for.

    >>> from socialkapitel.chapters import CHAPTERS
    >>> CHAPTERS["herlev-2005"].organisation
    'Herlev Kommune'
    """

    def __getitem__(self, chapter_id: str) -> Chapter:
        """The chapter of that id.

        Raises:
            UnknownName: with the nearest ids.
            InvalidData: where the file that another package names is no sound chapter.
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
        InvalidData: where the file that another package names is no sound chapter.

    >>> str(chapter("rammeaftale-2003").label)
    'Framework agreement on the social chapter, 2003'
    """
    if chapter_id not in tuple(_places()):
        raise UnknownName(msg("chapter"), chapter_id, _places())
    return _chapter(chapter_id)


def load_chapter(path: Place) -> Chapter:
    """Read a chapter from a file; see `Chapter.load`."""
    place = _place(path)
    return read_chapter(_document(place), chapter)


@cache
def _chapter(chapter_id: str) -> Chapter:
    document = _registered(chapter_id)
    _check_line_of(chapter_id)
    read = read_chapter(document, chapter)
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
    return _document(_declared(found) if isinstance(found, EntryPoint) else found)


@cache
def _places() -> Mapping[str, Traversable | EntryPoint]:
    """Where each chapter is found; packages are not imported before their chapter is asked for."""
    places: dict[str, Traversable | EntryPoint] = {
        file.name.removesuffix(_ENDING): file
        for file in (files("socialkapitel.chapters") / "data").iterdir()
        if file.name.endswith(_ENDING)
    }
    for entry in entry_points(group=GROUP):
        if entry.name in places:
            raise InvalidData(
                GROUP, entry.name, msg("{value} names a chapter that exists", value=entry.value)
            )
        places[entry.name] = entry
    return places


def _declared(entry: EntryPoint) -> Traversable:
    try:
        place = entry.load()
    except (ImportError, AttributeError) as error:
        raise InvalidData(GROUP, entry.name, msg("{fault}", fault=error)) from error
    try:
        return _place(place)
    except WrongType as error:
        raise InvalidData(GROUP, entry.name, error.message) from error


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
