"""The employer's share of the ATP contribution (arbejdsmarkedets tillægspension)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from socialkapitel.calculators.atp_classes import LIMITS, RATES
from socialkapitel.explanation import Operand, Outcome, Worksheet
from socialkapitel.explanation.worksheet import look_up
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.messages import msg
from socialkapitel.money import decimal, round_half_away
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.sources import Rule, Source

_SOURCE = Source("ATP-loven; BEK 1385/2015 §§ 2-3")
_FIRST = date(1996, 1, 1)
_HOURS = Rule(
    "atp.monthly_hours", msg("Monthly hours that decide the ATP contribution"), _SOURCE, _FIRST
)
_BAND = Rule("atp.band", msg("The month's hours give an ATP contribution"), _SOURCE, _FIRST)
_NONE = Rule(
    "atp.none", msg("No ATP contribution below the lowest number of hours"), _SOURCE, _FIRST
)

_BAND_TEXTS = (
    msg("no contribution"),
    msg("the full contribution"),
    msg("two thirds of the contribution"),
    msg("one third of the contribution"),
)


def atp_for(figures: ParameterSet, atp_class: str, twelfths: int, day: date) -> int:
    """The contribution in øre for a month's hours, in twelfths of hundredths.

    Raises:
        NotInForce: where the class, or its rate, is not known on the day.
    """
    band = _band(figures, twelfths, day)
    return look_up(figures, RATES[atp_class][band - 1], day).hundredths if band else 0


def weekly_atp(figures: ParameterSet, atp_class: str, weekly_hours: int, day: date) -> int:
    """The contribution in øre for a whole month, by hundredths of hours a week.

    Raises:
        NotInForce: where the class, or its rate, is not known on the day.
    """
    return atp_for(figures, atp_class, formulas.of_week(weekly_hours), day)


def paid_atp(figures: ParameterSet, atp_class: str, paid_hours: int, day: date) -> int:
    """The contribution in øre for a month, by hundredths of hours that were paid in it.

    Raises:
        NotInForce: where the class, or its rate, is not known on the day.
    """
    return atp_for(figures, atp_class, formulas.of_month(paid_hours), day)


def _band(figures: ParameterSet, hours: int, day: date) -> int:
    """Which band the hours lie in, counted from the highest; below the lowest it is 0."""
    full, two_thirds, one_third = [look_up(figures, name, day).hundredths for name in LIMITS]
    return int(formulas.atp_contribution(hours, (full, two_thirds, one_third), (1, 2, 3)))


def tell_atp(
    sheet: Worksheet, atp_class: str, weekly_hours: Operand, paid_hours: Operand | None, day: date
) -> Operand:
    """Write down the contribution for hours a week, or for those that were paid in the month."""
    if paid_hours is None:
        twelfths = formulas.of_week(_hundredths(weekly_hours))
        return tell_atp_of(sheet, atp_class, weekly_hours, twelfths, day)
    return tell_atp_of(sheet, atp_class, None, formulas.of_month(_hundredths(paid_hours)), day)


def tell_atp_of(
    sheet: Worksheet, atp_class: str, weekly_hours: Operand | None, twelfths: int, day: date
) -> Operand:
    """Write down the contribution for a month's hours, in twelfths of hundredths.

    They follow from weekly hours, or are given where there are none.
    """
    hours = Fraction(twelfths, 100 * formulas.MONTHS)
    if weekly_hours is not None:
        sheet.calculate(
            _HOURS,
            day,
            "hours * 52 / 12",
            {"hours": weekly_hours},
            Fraction(weekly_hours.value) * formulas.WEEKS / formulas.MONTHS,
            Unit.HOURS_PER_MONTH,
        )
    band = _band(sheet.parameters, twelfths, day)
    for name in LIMITS:
        sheet.figure(name, day)
    sheet.judge(
        _BAND,
        day,
        Outcome.FULFILLED if band else Outcome.NOT_FULFILLED,
        msg("{hours} hours a month give {band}", hours=hours, band=_BAND_TEXTS[band]),
    )
    if not band:
        return sheet.calculate(_NONE, day, "0", {}, decimal(0), Unit.DKK)
    return sheet.of(sheet.figure(RATES[atp_class][band - 1], day))


def _hundredths(hours: Operand) -> int:
    return round_half_away(Fraction(hours.value) * 100)
