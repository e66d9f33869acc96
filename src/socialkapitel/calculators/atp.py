"""The employer's share of the ATP contribution (arbejdsmarkedets tillægspension)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache

import attrs

from socialkapitel.calculators.inputs import note_weekly_hours
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Operand, Outcome, Page
from socialkapitel.explanation.lookup import LookedUp, look_up
from socialkapitel.formulas.atp import MONTHS, WEEKS, atp_contribution
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet, Unit
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


# Without slots, so that it can be written down when its explanation is first asked for.
@attrs.frozen(slots=False)
class AtpContribution:
    """The employer's monthly contribution, and what it was found from.

    ``band`` counts from the highest; below the lowest it is 0, and there is no ``rate``.
    """

    weekly_hours: int
    day: date
    limits: tuple[LookedUp, ...]
    band: int
    rate: LookedUp | None

    @property
    def oere(self) -> int:
        """The contribution in øre."""
        return self.rate.hundredths if self.rate else 0

    def write(self, page: Page) -> Operand:
        """Write down how it was found."""
        part, contribution = self._part
        page.join(part)
        return contribution

    @cached_property
    def _part(self) -> tuple[Page, Operand]:
        return self._write_part()

    def _write_part(self) -> tuple[Page, Operand]:
        day = self.day
        page = Page(msg("ATP"))
        hours = note_weekly_hours(page, decimal(self.weekly_hours))
        monthly = Fraction(self.weekly_hours * WEEKS, 100 * MONTHS)
        page.calculate(
            _HOURS, day, "hours * 52 / 12", {"hours": hours}, monthly, Unit.HOURS_PER_MONTH
        )
        for limit in self.limits:
            page.note(limit)
        page.judge(
            _BAND,
            day,
            Outcome.FULFILLED if self.rate else Outcome.NOT_FULFILLED,
            msg("{hours} hours a month give {band}", hours=monthly, band=_BAND_TEXTS[self.band]),
        )
        contribution = (
            page.note(self.rate)
            if self.rate
            else page.calculate(_NONE, day, "0", {}, decimal(0), Unit.DKK)
        )
        return page, contribution


# In a month's run most jobs share a few contributions: same class, same day, 37 hours.
@lru_cache(maxsize=4096)
def employer_atp(
    parameters: ParameterSet, atp_class: str, weekly_hours: int, day: date
) -> AtpContribution:
    """The employer's monthly contribution for a class and hundredths of weekly hours.

    Raises:
        NotInForce: where the class, or its rate, is not known on the day.
    """
    return _find(parameters, atp_class, weekly_hours, day)


def _find(
    parameters: ParameterSet, atp_class: str, weekly_hours: int, day: date
) -> AtpContribution:
    limits = tuple([look_up(parameters, name, day) for name in LIMITS])
    full, two_thirds, one_third = [limit.hundredths for limit in limits]
    band = atp_contribution(weekly_hours, (full, two_thirds, one_third), (1, 2, 3))
    rate = look_up(parameters, RATES[atp_class][band - 1], day) if band else None
    return AtpContribution(weekly_hours, day, limits, band, rate)
