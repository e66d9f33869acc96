"""The employer's share of the ATP contribution (arbejdsmarkedets tillægspension)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from socialkapitel.errors import InvalidInput, check_kind
from socialkapitel.explanation import Operand, Outcome, Worksheet
from socialkapitel.formulas.atp import MONTHS, WEEKS, atp_contribution
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.sources import Rule, Source

ATP_CLASSES = ("A", "B", "C", "D", "E", "F")
"""The contribution classes; which one applies stands in the collective agreement."""

_SOURCE = Source("ATP-loven; BEK 1385/2015 §§ 2-3")
_FIRST = date(1996, 1, 1)
_HOURS = Rule("atp.monthly_hours", msg("Monthly hours for the ATP band"), _SOURCE, _FIRST)
_BAND = Rule("atp.band", msg("ATP band"), _SOURCE, _FIRST)
_NONE = Rule("atp.none", msg("No ATP contribution below the lowest band"), _SOURCE, _FIRST)

_BANDS = ("full", "two_thirds", "one_third")
_BAND_TEXTS = (
    msg("no contribution"),
    msg("the full contribution"),
    msg("two thirds of the contribution"),
    msg("one third of the contribution"),
)
LIMITS = tuple(f"atp.band.{band}_hours" for band in _BANDS)
RATES = {
    atp_class: tuple(f"atp.{atp_class.lower()}.employer_monthly.{band}" for band in _BANDS)
    for atp_class in ATP_CLASSES
}


def check_atp_class(value: str | None) -> str | None:
    """Let a known class, or None for no ATP, through.

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


def employer_atp(sheet: Worksheet, atp_class: str, hours: Operand, day: date) -> Operand:
    """The employer's monthly contribution for a class and a number of weekly hours.

    Raises:
        NotInForce: where the class, or its rate, is not known on the day.
    """
    weekly = oere(check_kind(hours.value, Decimal, "hours"))
    monthly = Fraction(weekly * WEEKS, 100 * MONTHS)
    sheet.calculate(_HOURS, day, "hours * 52 / 12", {"hours": hours}, monthly, Unit.HOURS_PER_MONTH)
    full, two_thirds, one_third = (oere(sheet.figure(name, day).value) for name in LIMITS)
    place = atp_contribution(weekly, (full, two_thirds, one_third), (1, 2, 3))
    sheet.judge(
        _BAND,
        day,
        Outcome.FULFILLED if place else Outcome.NOT_FULFILLED,
        msg("{hours} hours a month give {band}", hours=monthly, band=_BAND_TEXTS[place]),
    )
    if not place:
        return sheet.calculate(_NONE, day, "0", {}, decimal(0), Unit.DKK)
    return sheet.of(sheet.figure(RATES[atp_class][place - 1], day))
