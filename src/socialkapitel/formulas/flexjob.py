"""The refund of a flexjob that began before 2013.

Amounts are whole øre and hours hundredths. Pay and ceiling are carried as parts over one
denominator, so that nothing is rounded before the refund itself:

* monthly pay in a whole month: ``12 * full_time``;
* hourly pay in a whole month: ``1200 * full_time``, the month having ``norm`` hours in full time;
* hourly pay for paid hours: ``100``;
* monthly pay for paid hours: ``100 * hours_of`` (see `paid_part_of_month`).
"""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, half_up, pick, smaller

MONTHS = 12
HUNDREDTHS = 100


def month_over(full_time: Whole) -> Whole:
    """The denominator of monthly pay in a whole month."""
    return MONTHS * full_time


def month_pay(pay: Whole, weekly_hours: Whole) -> Whole:
    """A full-time month's pay for the job's hours, over `month_over`."""
    return pay * weekly_hours * MONTHS


def month_ceiling(yearly: Whole, weekly_hours: Whole) -> Whole:
    """A twelfth of the yearly ceiling for the job's hours, over `month_over`."""
    return yearly * weekly_hours


def norm_over(full_time: Whole) -> Whole:
    """The denominator of hourly pay in a whole month."""
    return MONTHS * HUNDREDTHS * full_time


def norm_part(hourly: Whole, norm: Whole, weekly_hours: Whole) -> Whole:
    """An hourly pay or ceiling for the job's hours of a whole month, over `norm_over`."""
    return hourly * norm * weekly_hours * MONTHS


def paid_part(hourly: Whole, paid_hours: Whole) -> Whole:
    """An hourly pay or ceiling for paid hours, over 100."""
    return hourly * paid_hours


def paid_part_of_month(
    paid_hours: Whole, norm: Whole, weekly_hours: Whole, full_time: Whole, pick: Pick = pick
) -> tuple[Whole, Whole]:
    """Which part of a full-time month's pay is for paid hours: at most that for the job's hours.

    The hours, and the hours of full time that they are a part of.
    """
    fewer = paid_hours * full_time <= weekly_hours * norm
    return pick(fewer, paid_hours, weekly_hours), pick(fewer, norm, full_time)


def basis(
    pay: Whole, contributions: Whole, over: Whole, ceiling: Whole, pick: Pick = pick
) -> Whole:
    """What the share is taken of: pay and contributions together, at most the ceiling."""
    return smaller(pay + contributions * over, ceiling, pick)


def basis_by_pay(
    pay: Whole, contributions: Whole, over: Whole, ceiling: Whole, pick: Pick = pick
) -> Whole:
    """The same in the other reading of the act: the ceiling limits the pay alone."""
    return smaller(pay, ceiling, pick) + contributions * over


def refund(basis: Whole, share: tuple[Whole, Whole], over: Whole) -> Whole:
    """The share of the basis, rounded once to the øre."""
    numerator, denominator = share
    return half_up(numerator * basis, denominator * over)


def day_reduction(gross: Whole, days: Whole, benefit: Whole, pick: Pick = pick) -> Whole:
    """What a day's refund of sickness benefit takes of the refund, times days.

    At most the part that a day carries.
    """
    return smaller(benefit * days, gross, pick)


def after_reduction(gross: Whole, days: Whole, taken: Whole, pick: Pick = pick) -> Whole:
    """The refund less what the days take, not below 0, rounded once to the øre."""
    return half_up(gross * days - smaller(taken, gross * days, pick), days)
