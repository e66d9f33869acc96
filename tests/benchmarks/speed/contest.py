"""What every contestant does alike: it sets up, reads the rows, computes, and tells what it took.

Each runs in an interpreter of its own, with only its own packages beside numpy and pyarrow. The
answer is one line of JSON. Amounts are counted after the clock has stopped and the memory's peak
has been read.
"""

import json
import resource
import sys
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

CHUNK = 1_000_000
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


class Task(NamedTuple):
    """What to compute: how many of the rows that `prepare` wrote to a folder.

    ``one_date`` is the day of those who take one day for all rows.
    """

    folder: str
    rows: int
    one_date: str
    packages: list[str]


def contest(set_up, load, compute, amounts):
    """Run a contestant of these four functions.

    ``set_up(task)`` makes the model, ``load(task)`` reads the rows, and ``compute(model, rows)`` is
    the work; without ``load`` it reads them itself. ``amounts(model, result)`` gives the amounts in
    øre or kroner, and the name of the exact ones.
    """
    task = Task(**json.loads(sys.argv[1]))
    model, set_up_took = timed(set_up, task)
    rows, load_took = None, 0.0
    if load:
        rows, load_took = timed(load, task)
    result, compute_took = timed(compute, model, rows)
    told = {
        "set_up": set_up_took,
        "load": load_took,
        "compute": compute_took,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PEAK_UNIT,
        **faults(task, *amounts(model, result)),
        "versions": {name: version(name) for name in task.packages},
    }
    sys.stdout.write(json.dumps(told) + "\n")


def with_pyarrow(set_up):
    """The set-up of those that read the rows with `column`: pyarrow is imported as well."""

    def both(task):
        import pyarrow as pa
        import pyarrow.parquet

        pa.chunked_array([[0]]).cast(pa.int32()).to_numpy()
        return set_up(task)

    return both


def timed(work, *parts):
    start = perf_counter()
    result = work(*parts)
    return result, perf_counter() - start


def faults(task, amounts, exact):
    """How many amounts differ from the exact ones, and by how many øre at most."""
    import numpy as np

    true = np.load(Path(task.folder, f"{exact}.npy"), mmap_mode="r")
    if len(amounts) != task.rows:
        raise SystemExit(f"{len(amounts)} amounts for {task.rows} rows")
    wrong = largest = 0
    for start in range(0, task.rows, CHUNK):
        part = slice(start, min(start + CHUNK, task.rows))
        off = np.abs(in_oere(amounts[part]) - true[part])
        wrong += int(np.count_nonzero(off))
        largest = max(largest, int(off.max()))
    return {"wrong": wrong, "largest": largest}


def in_oere(amounts):
    """Whole øre: ints as they are; kroner in floats rounded half up, in double precision."""
    import numpy as np

    if np.issubdtype(amounts.dtype, np.integer):
        return amounts
    return np.floor(amounts.astype(np.float64) * 100 + 0.5).astype(np.int64)


def rows_file(task):
    return str(Path(task.folder, f"rows-{task.rows}.parquet"))


def column(task, name):
    """A column of the rows as numpy has it; days as day numbers."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    values = pq.ParquetFile(rows_file(task)).read(columns=[name])[name]
    return (values.cast(pa.int32()) if pa.types.is_date(values.type) else values).to_numpy()


def in_kroner(task):
    """Pay and contributions in kroner, and hours, as floats: what those who take floats take."""
    return {
        "starting_pay": column(task, "starting_pay_oere") / 100,
        "weekly_hours": column(task, "weekly_hours_hundredths") / 100,
        "other_contributions": column(task, "other_contributions_oere") / 100,
    }


def figures(task):
    """The dated figures: name to ``[[day, hundredths], ...]``, in the order of days."""
    return json.loads(Path(task.folder, "figures.json").read_text("utf-8"))
