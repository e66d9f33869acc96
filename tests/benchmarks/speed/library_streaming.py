"""Contestant: the library over a lazy polars frame, streamed from Parquet, with all guards."""

from benchmarks.speed.contest import contest, rows_file


def set_up(task):
    import polars as pl

    from socialkapitel import PARAMETERS, frames

    refunds = frames.flexjob_refunds(pl.scan_parquet(rows_file(task)), parameters=PARAMETERS)
    return refunds, [(pl.col("status") == "ok").sum().alias("fine"), pl.col("refund_oere").sum()]


def compute(model, _rows):
    refunds, totals = model
    return refunds.select(totals).collect(engine="streaming").row(0)


def amounts(model, result):
    refunds, _ = model
    column = refunds.select("refund_oere").collect(engine="streaming")["refund_oere"]
    if result != (len(column), column.sum()):
        raise SystemExit(f"{result} is not what the rows add up to")
    return column.to_numpy(), "exact-dated"


if __name__ == "__main__":
    contest(set_up, None, compute, amounts)
