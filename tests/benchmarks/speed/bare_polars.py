"""Contestant: the formula alone as polars expressions, streamed from Parquet.

No checks, no status; share and ATP class are taken for granted, and their columns are not read.
"""

from datetime import date

from benchmarks.speed.contest import contest, figures, rows_file

BANDS = ("one_third", "two_thirds", "full")
OVER = 12 * 3700  # a month of full time, in hundredths of hours


def on_month(steps):
    """A figure's hundredths by row, by halving."""
    import polars as pl

    if len(steps) == 1:
        return pl.lit(steps[0][1], pl.Int64)
    middle = len(steps) // 2
    later = pl.col("month") >= date.fromisoformat(steps[middle][0])
    return pl.when(later).then(on_month(steps[middle:])).otherwise(on_month(steps[:middle]))


def steps(figure):
    """A figure's changes: what goes on unchanged is left out."""
    return [
        step for place, step in enumerate(figure) if not place or step[1] != figure[place - 1][1]
    ]


def formula(known):
    import polars as pl

    pay, hours, other = (
        pl.col(name)
        for name in ("starting_pay_oere", "weekly_hours_hundredths", "other_contributions_oere")
    )
    on = {name: on_month(steps(figure)) for name, figure in known.items()}
    atp = pl.lit(0, pl.Int64)
    for band in BANDS:
        reached = hours * 52 >= on[f"atp.band.{band}_hours"] * 12
        atp = pl.when(reached).then(on[f"atp.a.employer_monthly.{band}"]).otherwise(atp)
    whole = hours * pay * 12 + (atp + other) * OVER
    basis = pl.min_horizontal(whole, hours * on["flexjob.ceiling_yearly"])
    numerator, denominator = 2 * basis, 3 * OVER
    return ((2 * numerator + denominator) // (2 * denominator)).alias("refund")


def set_up(task):
    import polars as pl

    return pl.scan_parquet(rows_file(task)).select(formula(figures(task)))


def compute(refunds, _rows):
    return refunds.sum().collect(engine="streaming").item()


def amounts(refunds, result):
    column = refunds.collect(engine="streaming")["refund"]
    if result != column.sum():
        raise SystemExit(f"{result} is not what the rows add up to")
    return column.to_numpy(), "exact-dated"


if __name__ == "__main__":
    contest(set_up, None, compute, amounts)
