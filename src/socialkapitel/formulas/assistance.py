"""Hours of personal assistance, and their refund.

Hours are carried as numerators over ``full_time``, the hundredths of a full-time week, so that
nothing is rounded before it is shown.
"""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Whole, half_up

WEEKS = 13
HUNDRED = 100


def weekly_part(most: Whole, weekly_hours: Whole) -> Whole:
    """The week's hours of assistance: the most, in proportion to the job's hours."""
    return most * weekly_hours


def quarter_part(most: Whole, weekly_hours: Whole) -> Whole:
    """The hours of a quarter's 13 weeks."""
    return weekly_part(most, weekly_hours) * WEEKS


def shown(part: Whole, full_time: Whole) -> Whole:
    """Hours rounded to hundredths, as they are shown."""
    return half_up(part, full_time)


def enough(available_part: Whole, used: Whole, full_time: Whole) -> Whole:
    """Whether the hours used are available."""
    return used * full_time <= available_part


def saved_part(available_part: Whole, used: Whole, full_time: Whole) -> Whole:
    """What is left for later quarters when no more is used than is available."""
    return available_part - used * full_time


def refund(hours: Whole, hourly_rate: Whole) -> Whole:
    """The refund for hundredths of hours, rounded once to the øre."""
    return half_up(hours * hourly_rate, HUNDRED)
