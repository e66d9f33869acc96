"""The chapters that come with the library; others may be installed where the manual is built."""

from functools import cache

from source_facts import PACKAGE

from socialkapitel import Chapter, chapter


@cache
def packaged_chapters() -> tuple[Chapter, ...]:
    files = sorted((PACKAGE / "chapters" / "data").glob("*.toml"))
    return tuple(chapter(file.stem) for file in files)
