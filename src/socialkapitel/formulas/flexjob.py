"""The refund of a flexjob that began before 2013.

Amounts are in whole øre, hours in hundredths. Pay and ceiling are carried as parts over one
denominator, so that nothing is rounded before the refund itself:

* monthly pay in a whole month: ``12 * full_time``;
* hourly pay in a whole month: ``1200 * full_time``, the month having ``norm`` hours in full time;
* hourly pay for paid hours: ``100``;
* monthly pay for paid hours: ``100 * hours_of`` (see `paid_part_of_month`).

Where the paid hours of a month that isn't whole are not given, they are the weekly hours spread
over five days a week.
"""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, half_up, pick, smaller

MONTHS = 12
HUNDREDTHS = 100
_WEEK = 7
_WEEKDAYS = 5


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

    Returns the hours, and the full-time hours that they are a part of.
    """
    fewer = paid_hours * full_time <= weekly_hours * norm
    return pick(fewer, paid_hours, weekly_hours), pick(fewer, norm, full_time)


def hourly_of_year(yearly: Whole, norm: Whole) -> Whole:
    """A yearly ceiling by the hour, rounded to the øre."""
    return half_up(yearly * HUNDREDTHS, MONTHS * norm)


def basis(
    pay: Whole, contributions: Whole, over: Whole, ceiling: Whole, pick: Pick = pick
) -> Whole:
    """The amount of which the share is refunded: pay and contributions, at most the ceiling."""
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
    """What a day's refund of sickness benefit reduces the refund by, times days.

    At most the day's part of it.
    """
    return smaller(benefit * days, gross, pick)


def after_reduction(gross: Whole, days: Whole, taken: Whole, pick: Pick = pick) -> Whole:
    """The refund less the days' reductions, not below 0, rounded once to the øre."""
    return half_up(gross * days - smaller(taken, gross * days, pick), days)


def weekdays_through(number: Whole, pick: Pick = pick) -> Whole:
    """The days from Monday to Friday through a day, by its number; day 1 was a Monday.

    >>> from datetime import date
    >>> weekdays_through(date(2024, 5, 8).toordinal()) - weekdays_through(
    ...     date(2024, 4, 30).toordinal()
    ... )
    6
    """
    weeks = number // _WEEK
    return weeks * _WEEKDAYS + smaller(number - weeks * _WEEK, _WEEKDAYS, pick)


def hours_of_days(weekly_hours: Whole, days: Whole) -> Whole:
    """The hours of so many days from Monday to Friday, rounded to hundredths."""
    return half_up(weekly_hours * days, _WEEKDAYS)


# --- ATP: hours of a month are carried as twelfths of hundredths, as a month has 52/12 weeks

WEEKS = 52


def of_week(weekly_hours: Whole) -> Whole:
    """The hours of a month, by hundredths of hours a week."""
    return weekly_hours * WEEKS


def of_month(paid_hours: Whole) -> Whole:
    """The hours of a month, by hundredths of hours that were paid in it."""
    return paid_hours * MONTHS


def atp_contribution(
    hours: Whole,
    bands: tuple[Whole, Whole, Whole],
    contributions: tuple[Whole, Whole, Whole],
    pick: Pick = pick,
) -> Whole:
    """The month's contribution: full, two thirds, one third, or none below the lowest band.

    Bands begin at so many hundredths of hours a month.
    """
    full, two_thirds, one_third = bands
    in_full, in_two_thirds, in_one_third = contributions
    low = pick(hours >= one_third * MONTHS, in_one_third, 0)
    middle = pick(hours >= two_thirds * MONTHS, in_two_thirds, low)
    return pick(hours >= full * MONTHS, in_full, middle)
