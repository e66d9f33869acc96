"""Which of the two languages the caller reads."""

from __future__ import annotations

from fastapi import Request

LANGUAGES = ("da", "en")


def language_of(request: Request) -> str:
    """The language of ``Accept-Language`` that comes first; Danish where neither is asked for."""
    return preferred(request.headers.get("accept-language", ""))


def preferred(header: str) -> str:
    """The language that a header asks for.

    >>> preferred("en-GB,en;q=0.9,da;q=0.8"), preferred("de, da;q=0.5"), preferred("")
    ('en', 'da', 'da')
    """
    asked = [(-_weight(item), item.strip()[:2].lower()) for item in header.split(",")]
    known = [(weight, name) for weight, name in asked if weight and name in LANGUAGES]
    return min(known, key=lambda each: each[0])[1] if known else LANGUAGES[0]


def _weight(item: str) -> float:
    _, _, weight = item.partition(";q=")
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
