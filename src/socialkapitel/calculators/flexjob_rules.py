"""How the rules of flexjobs granted before 2013 are cited, and from when they hold."""

from __future__ import annotations

from datetime import date

from socialkapitel.sources import FormerCitation, Source

FIRST_GRANT = date(1998, 1, 1)
FIRST_CEILING = date(2006, 7, 5)
"""The first grant whose pay has a ceiling; a reform of the amount doesn't move it."""


def cited(paragraph: str) -> Source:
    """A paragraph of LAB on the refund, and how it was cited before."""
    return Source(
        f"LAB {paragraph}",
        former=(
            FormerCitation(date(2003, 6, 30), "lov om aktiv socialpolitik"),
            FormerCitation(date(2019, 12, 31), "LAB § 71"),
        ),
    )


LAW = cited("§ 133")
"""The law of the refund."""
