"""What differs from one installation to the next: read from the environment, once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import attrs


@attrs.frozen(kw_only=True)
class Settings:
    """Where the data are, who may ask, and by which chapter cases are reviewed.

    Attributes:
        people: the TOML file of those who may ask; ``HR_PEOPLE``.
        chapter: the id of the employer's chapter; ``HR_CHAPTER``.
    """

    people: Path
    chapter: str = "region-midtjylland-2008"


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this installation.

    Raises:
        SystemExit: where it isn't said who may ask.
    """
    if "HR_PEOPLE" not in environment:
        raise SystemExit("Set HR_PEOPLE to the file of those who may ask, such as people.toml.")
    people = Path(environment["HR_PEOPLE"])
    if "HR_CHAPTER" in environment:
        return Settings(people=people, chapter=environment["HR_CHAPTER"])
    return Settings(people=people)


def database_url(environment: Mapping[str, str] = os.environ) -> str:
    """The database, ``HR_DATABASE_URL``: PostgreSQL's URL, or else SQLite in a file here."""
    return environment.get("HR_DATABASE_URL", "sqlite:///hr_system.db")
