"""The refund of a flexjob granted before 2013.

Pay parts are carried as numerators over ``12 * full_time * pay_scale``, so that nothing is rounded
before the refund itself. ``pay_scale`` is 1 for monthly pay, and 100 where the full-time month is
an hourly rate times hundredths of hours.
"""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, half_up, pick, smaller

MONTHS = 12


def over(full_time: Whole, pay_scale: int = 1) -> Whole:
    """The denominator of pay parts."""
    return MONTHS * full_time * pay_scale


def pay_part(full_time_pay: Whole, weekly_hours: Whole) -> Whole:
    """Starting pay for the job's hours."""
    return full_time_pay * weekly_hours * MONTHS


def ceiling_part(ceiling_yearly: Whole, weekly_hours: Whole) -> Whole:
    """A twelfth of the yearly ceiling for the job's hours."""
    return ceiling_yearly * weekly_hours


def refund(
    pay_part: Whole,
    contributions: Whole,
    share: tuple[Whole, Whole],
    over: Whole,
) -> Whole:
    """The share of pay part and contributions, rounded once to the øre."""
    numerator, denominator = share
    return half_up(numerator * (pay_part + contributions * over), denominator * over)


def day_set_off(gross: Whole, weekdays: Whole, benefit: Whole, pick: Pick = pick) -> Whole:
    """What a day's sickness benefit takes off that day's part of the refund, times weekdays."""
    return smaller(benefit * weekdays, gross, pick)


def after_set_off(gross: Whole, weekdays: Whole, set_off: Whole) -> Whole:
    """The refund less the days' set-off, rounded once to the øre."""
    return half_up(gross * weekdays - set_off, weekdays)
