"""The formulas and nothing else: Decimals, and tables of figures prepared beforehand.

This is what one writes for one sum on one day: no checks, no sources, no explanation, figures
looked up by bisection.
"""

from bisect import bisect
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from socialkapitel import PARAMETERS

OERE, KRONE = Decimal("0.01"), Decimal(1)


class Table:
    """The values of a figure by the day from which they hold."""

    def __init__(self, name):
        figures = PARAMETERS[name].figures
        self.starts = [figure.valid_from for figure in figures]
        self.values = [figure.value for figure in figures]

    def on(self, day):
        return self.values[bisect(self.starts, day) - 1]


CEILING = Table("flexjob.ceiling_yearly")
BANDS = ("full", "two_thirds", "one_third")
ATP = {
    letter: [Table(f"atp.{letter.lower()}.employer_monthly.{band}") for band in BANDS]
    for letter in "ABC"
}
FIRST_CEILING = date(2006, 7, 5)

MAX_WEEKLY = Table("sickness_benefit.max_weekly")
SUPPLEMENT = Table("sickness_benefit.refund_supplement")
CONTRIBUTION = Table("labour_market_contribution")


def flexjob(started_on, share, pay, hours, atp_class, other, first_day):
    """The refund for a month: ``share`` is a pair, ``pay`` that of a full-time month."""
    atp = Decimal(0)
    if atp_class:
        full, two_thirds, one_third = ATP[atp_class]
        monthly = hours * 52 / 12
        if monthly >= 117:
            atp = full.on(first_day)
        elif monthly >= 78:
            atp = two_thirds.on(first_day)
        elif monthly >= 39:
            atp = one_third.on(first_day)
    basis = pay * hours / 37 + atp + other
    if started_on >= FIRST_CEILING:
        basis = min(basis, CEILING.on(first_day) / 12 * hours / 37)
    of, parts = share
    return (of * basis / parts).quantize(OERE, ROUND_HALF_UP)


HOLIDAYS = {
    *(date(2022, 4, 14), date(2022, 4, 15), date(2022, 4, 18)),
    *(date(2022, 5, 13), date(2022, 5, 26), date(2022, 6, 6)),
}
"""Public holidays on weekdays in the months that are timed."""


def sickness(first_day, pay, weeks, waiting=30):
    """Refund and supplement for each ``(monday, hours)``, of one long spell."""
    due_from = first_day + timedelta(days=waiting)
    rows = []
    for monday, hours in weeks:
        days = [monday + timedelta(days=number) for number in range(5)]
        working = [day for day in days if day not in HOLIDAYS]
        due_days = sum(day >= due_from for day in working)
        due = min(hours, Decimal(37) * len(working) / 5) * due_days / len(working)
        by_pay = due * pay * (100 - CONTRIBUTION.on(monday)) / 100
        refund = min(by_pay, due * MAX_WEEKLY.on(monday) / 37, MAX_WEEKLY.on(monday), due * pay)
        refund = refund.quantize(OERE, ROUND_HALF_UP)
        added = refund * SUPPLEMENT.on(monday) / 100
        rows.append((refund, added.quantize(KRONE, ROUND_HALF_UP)))
    return rows
