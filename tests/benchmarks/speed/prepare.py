"""Writes the rows, the legal figures and the exact amounts that the contestants are held against.

Three columns are random, and the month is any day of twenty years; grant, share and ATP class are
the same in all rows. A smaller file holds the first rows of a larger one.
"""

import json
import sys
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from benchmarks.speed import by_hand
from benchmarks.speed.contest import CHUNK

import socialkapitel as sk
from socialkapitel.calculators.atp_classes import LIMITS, RATES
from socialkapitel.money import decimal, oere

ROW_GROUP = 250_000
SEED = 71
GRANTED_ON = date(2006, 9, 1)
CHECKED = 5_000
NAMES = ("flexjob.ceiling_yearly", *LIMITS, *RATES["A"])


def random_columns(count, chunk):
    """Pay, hours, day number and other contributions of a chunk of rows."""
    random = np.random.default_rng([SEED, chunk])
    first, last = ((day - by_hand.EPOCH).days for day in (by_hand.FIRST, by_hand.LAST))
    return [
        random.integers(20_000_00, 60_000_00, count),
        random.integers(8_00, 37_00, count, endpoint=True),
        random.integers(first, last, count, endpoint=True, dtype=np.int32),
        random.integers(0, 3_000_00, count),
    ]


def table(pay, hours, day, other):
    """The rows as `frames.flexjob_refunds` reads them."""
    same = {"granted_on": GRANTED_ON, "share": "2/3", "atp_class": "A"}
    columns = {name: pa.repeat(pa.scalar(value), len(pay)) for name, value in same.items()}
    columns |= {
        "starting_pay_oere": pa.array(pay),
        "weekly_hours_hundredths": pa.array(hours),
        "month": pa.array(day).cast(pa.date32()),
        "other_contributions_oere": pa.array(other),
    }
    return pa.table(columns)


def known_figures():
    return {
        name: [
            [figure.valid_from.isoformat(), oere(figure.value)]
            for figure in sk.PARAMETERS[name].figures
        ]
        for name in NAMES
    }


def check(columns, amounts):
    """Hold the first amounts by hand against the scalar calculator."""
    first = (column[:CHECKED].tolist() for column in columns)
    for pay, hours, day, other, amount in zip(*first, amounts[:CHECKED].tolist(), strict=True):
        job = sk.Flexjob(
            granted_on=GRANTED_ON,
            share="2/3",
            starting_pay=sk.Pay.monthly(decimal(pay)),
            weekly_hours=decimal(hours),
            atp_class="A",
            other_contributions=decimal(other),
        )
        month = sk.Month.of(date.fromordinal(by_hand.EPOCH.toordinal() + day))
        if oere(sk.flexjob_refund(job, month).amount) != amount:
            raise SystemExit(f"{job} in {month}: {amount} øre by hand is not the calculator's")


def prepare(folder, sizes, one_date):
    figures = known_figures()
    Path(folder, "figures.json").write_text(json.dumps(figures), "utf-8")
    known = by_hand.tables(figures)
    same_day = (date.fromisoformat(one_date) - by_hand.EPOCH).days
    exact = {
        name: np.lib.format.open_memmap(
            Path(folder, f"{name}.npy"), mode="w+", dtype=np.int64, shape=(max(sizes),)
        )
        for name in ("exact-dated", "exact-one-date")
    }
    files = {
        size: pq.ParquetWriter(
            Path(folder, f"rows-{size}.parquet"), table(*random_columns(1, 0)).schema
        )
        for size in sizes
    }
    for start in range(0, max(sizes), CHUNK):
        pay, hours, day, other = random_columns(min(CHUNK, max(sizes) - start), start)
        part = slice(start, start + len(pay))
        for name, days in ("exact-dated", day), ("exact-one-date", np.full_like(day, same_day)):
            exact[name][part] = by_hand.compute(known, (pay, hours, days, other))
            if start == 0:
                check((pay, hours, days, other), exact[name][part])
        rows = table(pay, hours, day, other)
        for size, file in files.items():
            if start < size:
                file.write_table(rows.slice(0, size - start), row_group_size=ROW_GROUP)
    for file in files.values():
        file.close()


if __name__ == "__main__":
    task = json.loads(sys.argv[1])
    prepare(task["folder"], task["sizes"], task["one_date"])
