"""The languages in which the library speaks."""

from __future__ import annotations

from socialkapitel.errors import UnknownName
from socialkapitel.messages import msg

LANGUAGES = ("da", "en")
"""The languages that every text exists in."""


def check_language(language: str) -> str:
    """Let a known language through.

    Raises:
        UnknownName: for any other.
    """
    if language not in LANGUAGES:
        raise UnknownName(msg("language"), language, LANGUAGES)
    return language
