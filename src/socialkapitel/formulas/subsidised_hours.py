"""Weekly hours in a public job with wage subsidy."""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, half_up, pick, smaller, up

WEEKS = 52
MONTHS = 12


def before_tax(support: Whole) -> Whole:
    """Tax-free support as an amount before tax: divided by 0.6, to the øre."""
    return half_up(support * 10, 6)


def hours_by_maximum(benefit: Whole, maximum: Whole, full_time: Whole) -> Whole:
    """Whole hours: full time, times the benefit's share of the highest benefit, rounded up.

    Benefits are in øre, the benefit not above the maximum; full time is in whole hours.
    """
    return up(benefit * full_time, maximum)


def hours_by_pay(
    weekly_benefit: Whole, hourly_pay: Whole, full_time: Whole, pick: Pick = pick
) -> Whole:
    """Hundredths of hours whose pay stays within a week's benefit, at most full time."""
    return smaller(weekly_benefit * 100 // hourly_pay, full_time * 100, pick)


def hours_by_pay_monthly(
    monthly_benefit: Whole, hourly_pay: Whole, full_time: Whole, pick: Pick = pick
) -> Whole:
    """The same for a month's benefit, of which a week has 12/52."""
    hours = monthly_benefit * MONTHS * 100 // (WEEKS * hourly_pay)
    return smaller(hours, full_time * 100, pick)
