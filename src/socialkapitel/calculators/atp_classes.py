"""The classes of ATP contributions, and the figures of each."""

from __future__ import annotations

from socialkapitel.errors import InvalidInput
from socialkapitel.messages import msg

ATP_CLASSES = ("A", "B", "C", "D", "E", "F")
"""The contribution classes; the collective agreement says which one applies."""

_BANDS = ("full", "two_thirds", "one_third")
LIMITS = tuple(f"atp.band.{band}_hours" for band in _BANDS)
RATES = {
    atp_class: tuple(f"atp.{atp_class.lower()}.employer_monthly.{band}" for band in _BANDS)
    for atp_class in ATP_CLASSES
}


def check_atp_class(value: str | None) -> str | None:
    """Return a known class, or None for no ATP.

    Raises:
        InvalidInput: for anything else.
    """
    if value is not None and value not in ATP_CLASSES:
        raise InvalidInput(
            "atp_class",
            value,
            msg("one of {classes}, or None for no ATP", classes=", ".join(ATP_CLASSES)),
        )
    return value
