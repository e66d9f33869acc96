"""The employer's share of the ATP contribution (arbejdsmarkedets tillægspension)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Operand, Outcome, Worksheet
from socialkapitel.formulas.atp import atp_contribution
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
_BAND_TEXTS = {
    "full": msg("the full contribution"),
    "two_thirds": msg("two thirds of the contribution"),
    "one_third": msg("one third of the contribution"),
    "": msg("no contribution"),
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
    weekly = Fraction(hours.value)
    monthly = sheet.calculate(
        _HOURS,
        day,
        "hours * 52 / 12",
        {"hours": hours},
        weekly * 52 / 12,
        Unit.HOURS_PER_MONTH,
    )
    limits = {band: sheet.figure(f"atp.band.{band}_hours", day) for band in _BANDS}
    bands = tuple(oere(limits[band].value) for band in _BANDS)
    place = atp_contribution(oere(Decimal(hours.value)), bands, (1, 2, 3))  # type: ignore[arg-type]
    band = ("", *_BANDS)[place]
    sheet.judge(
        _BAND,
        day,
        Outcome.FULFILLED if band else Outcome.NOT_FULFILLED,
        msg(
            "{hours} hours a month give {band}",
            hours=monthly.value,
            band=_BAND_TEXTS[band],
        ),
    )
    if not band:
        return sheet.calculate(_NONE, day, "0", {}, decimal(0), Unit.DKK)
    found = sheet.figure(f"atp.{atp_class.lower()}.employer_monthly.{band}", day)
    return sheet.of(found)
