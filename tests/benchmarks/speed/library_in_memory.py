"""Contestant: the library over a polars frame in memory, every column of the result made."""

from benchmarks.speed.contest import contest, rows_file


def set_up(_task):
    import polars  # noqa: F401, ICN001

    from socialkapitel import PARAMETERS, frames

    return frames.flexjob_refunds, PARAMETERS


def load(task):
    import polars as pl

    return pl.read_parquet(rows_file(task))


def compute(model, rows):
    refunds, figures = model
    return refunds(rows, parameters=figures)


def amounts(_model, result):
    if not (result["status"] == "ok").all():
        raise SystemExit("a row is refused that has no fault")
    return result["refund_oere"].to_numpy(), "exact-dated"


if __name__ == "__main__":
    contest(set_up, load, compute, amounts)
