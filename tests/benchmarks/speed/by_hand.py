"""Contestant: numpy with 64-bit integers, written by hand for just these rows.

No checks, no status; the figures are laid out by day beforehand.
"""

from datetime import date

from benchmarks.speed.contest import column, contest, figures, with_pyarrow

FIRST, LAST = date(2007, 1, 1), date(2026, 12, 31)
EPOCH = date(1970, 1, 1)
BANDS = ("full", "two_thirds", "one_third")
OVER = 12 * 3700  # a month of full time, in hundredths of hours


def by_day(steps):
    """A figure's hundredths for each day of the rows' years."""
    import numpy as np

    days = np.arange((LAST - FIRST).days + 1) + FIRST.toordinal()
    starts = [date.fromisoformat(day).toordinal() for day, _ in steps]
    values = np.array([value for _, value in steps], dtype=np.int64)
    return values[np.searchsorted(starts, days, side="right") - 1]


def set_up(task):
    return tables(figures(task))


def tables(known):
    return {name: by_day(steps) for name, steps in known.items()}


def load(task):
    names = "starting_pay_oere", "weekly_hours_hundredths", "month", "other_contributions_oere"
    return [column(task, name) for name in names]


def compute(known, rows):
    """Refunds in øre: two thirds of pay, ATP of class A and other parts, up to the ceiling."""
    import numpy as np

    pay, hours, day, other = rows
    day = day - (FIRST - EPOCH).days
    monthly = hours * 52
    full, two_thirds, one_third = (
        monthly >= known[f"atp.band.{band}_hours"][day] * 12 for band in BANDS
    )
    rates = (known[f"atp.a.employer_monthly.{band}"][day] for band in BANDS)
    atp = np.select([full, two_thirds, one_third], list(rates), 0)
    whole = hours * pay * 12 + (atp + other) * OVER
    basis = np.minimum(whole, hours * known["flexjob.ceiling_yearly"][day])
    numerator, denominator = 2 * basis, 3 * OVER
    return (2 * numerator + denominator) // (2 * denominator)


def amounts(_model, result):
    return result, "exact-dated"


if __name__ == "__main__":
    contest(with_pyarrow(set_up), load, compute, amounts)
