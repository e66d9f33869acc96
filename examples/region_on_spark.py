"""A region's flexjobs on Spark: ten million rows, and the same totals as polars to the øre.

Makes employments up, writes them to Parquet files, and works out the refund of each row twice: on
polars, and on Spark with two threads of this machine. Prints the refunds by year and share, and
fails where one of the totals differs.

It needs a full Java 17 or newer, and `pip install "socialkapitel[frames,spark]" polars`. With
`--rows` it takes fewer of them.

    python examples/region_on_spark.py
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

import narwhals.stable.v2 as nw
import polars as pl

import socialkapitel as sk
from socialkapitel import frames

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

ROWS = 10_000_000
ROWS_OF_A_FILE = 500_000
PRIME = 2_147_483_647

T = TypeVar("T")


def employments(numbers: range) -> pl.DataFrame:
    """Employments by number, each in one month; the same on every machine.

    Each has been granted from 1998 through 2012, and the month is at most 14 years later. The share
    of one in a thousand is not known.
    """
    number = pl.int_range(numbers.start, numbers.stop)
    one, two, three = (number * factor % PRIME for factor in (48_271, 69_621, 39_373))
    granted_on = pl.date(1998, 1, 1) + pl.duration(days=one % 5_479)
    months = granted_on.dt.year() * 12 + granted_on.dt.month() - 1 + two % 169
    share = pl.when(two % 3 == 0).then(pl.lit("1/2")).otherwise(pl.lit("2/3"))
    return pl.select(
        granted_on=granted_on,
        share=pl.when(number % 1_000 > 0).then(share),
        starting_pay_oere=1_800_000 + three % 4_200_001,
        weekly_hours_hundredths=100 * (10 + one % 28),
        month=pl.date(months // 12, months % 12 + 1, 1),
        atp_class=pl.when(three % 4 > 0).then(pl.lit("A")),
        other_contributions_oere=three % 100_000,
    )


def write(folder: Path, rows: int) -> None:
    """Write so many employments, some of them to each file."""
    for start in tracked(range(0, rows, ROWS_OF_A_FILE)):
        numbers = range(start + 1, min(start + ROWS_OF_A_FILE, rows) + 1)
        employments(numbers).write_parquet(folder / f"{start:012}.parquet")


def tracked(items: range) -> Iterable[int]:
    """The same items, with a bar where they take over two seconds and tqdm is installed."""
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        return items
    bar: Iterable[int] = tqdm(items, desc="employments", delay=2, leave=False)
    return bar


def start_spark() -> SparkSession:
    """Spark with two threads of this machine, and its own bar for progress."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings: dict[str, Any] = {
        "spark.driver.extraJavaOptions": "-XX:-DontCompileHugeMethods",
        "spark.driver.memory": "2g",
        "spark.log.level": "ERROR",
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": str(sys.stderr.isatty()).lower(),
    }
    return SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()


def totals(jobs: Any) -> pl.DataFrame:
    """The rows and the refunds of each year, share and status, on any engine."""
    refunds = nw.from_native(frames.flexjob_refunds(jobs))
    summed = (
        refunds.with_columns(year=nw.col("month").dt.year().cast(nw.Int64))
        .group_by("year", "share", "status")
        .agg(jobs=nw.len().cast(nw.Int64), refund_oere=nw.col("refund_oere").sum())
    )
    found: pl.DataFrame = summed.collect("polars").to_native()
    return found.sort("year", "share", "status")


def timed(name: str, work: Callable[[], T]) -> T:
    """What comes out of some work; how long it took is printed."""
    start = perf_counter()
    found = work()
    print(f"{name:20} {perf_counter() - start:6.1f} s", flush=True)
    return found


def kroner(oere: int) -> str:
    return sk.format_kroner(Decimal(oere).scaleb(-2), "en")


def print_totals(found: pl.DataFrame) -> None:
    """The refunds by year and share, then how many rows have which status."""
    fine = found.filter(pl.col("status") == "ok")
    print(f"{'year':4} {'share 1/2':>24} {'share 2/3':>24} {'in all':>24}")
    for (year,), of_year in fine.group_by("year", maintain_order=True):
        by_share = dict(of_year.select("share", "refund_oere").rows())
        sums = [by_share.get("1/2", 0), by_share.get("2/3", 0), sum(by_share.values())]
        print(year, *(f"{kroner(one):>24}" for one in sums))
    print(f"\n{'status':24} {'rows':>12}")
    by_status = found.group_by("status").agg(pl.col("jobs").sum())
    for status, jobs in by_status.sort("status").rows():
        print(f"{status:24} {jobs:>12,}")


def main() -> None:
    """Reads the arguments, works the refunds out on both engines, and prints the totals."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rows", type=int, default=ROWS, help=f"how many; {ROWS:,} by default")
    rows = arguments.parse_args().rows

    with TemporaryDirectory() as folder:
        timed("writing the rows", lambda: write(Path(folder), rows))
        expected = timed("polars", lambda: totals(pl.scan_parquet(f"{folder}/*.parquet")))
        spark = timed("starting Spark", start_spark)
        found = timed("Spark", lambda: totals(spark.read.parquet(folder)))
        spark.stop()
    print()
    print_totals(found)
    if not expected.equals(found):
        differing = expected.join(found, on=expected.columns, how="anti", nulls_equal=True)
        raise SystemExit(f"Spark and polars differ; on polars the totals are {differing.rows()}")
    print("\nEvery total is that of polars, to the øre.")


if __name__ == "__main__":
    main()
