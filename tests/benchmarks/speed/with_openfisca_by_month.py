"""Contestant: OpenFisca-core, each row in its month: a simulation for each of the 240 months."""

from datetime import date, timedelta
from functools import partial

from benchmarks.speed import fisca
from benchmarks.speed.by_hand import EPOCH
from benchmarks.speed.contest import column, contest, in_kroner, with_pyarrow


def load(task):
    return column(task, "month"), in_kroner(task)


def compute(model, rows):
    """Rows are put in the order of their months, and the refunds back in that of the rows."""
    import numpy as np

    core, made, _ = model
    days, values = rows
    order = np.argsort(days, kind="stable")
    found = np.empty(len(days), dtype=np.float32)
    for month, part in months(days[order]):
        places = order[part]
        of_month = {name: of_all[places] for name, of_all in values.items()}
        found[places] = fisca.compute((core, made, month), of_month)
    return found


def months(days):
    """Each month of the days, which are in order, and where it stands among them."""
    import numpy as np

    first, last = (EPOCH + timedelta(days=int(day)) for day in (days[0], days[-1]))
    starts = [
        date(number // 12, number % 12 + 1, 1)
        for number in range(12 * first.year + first.month - 1, 12 * last.year + last.month)
    ]
    places = [*np.searchsorted(days, [(start - EPOCH).days for start in starts]), len(days)]
    for start, one, next_one in zip(starts, places, places[1:], strict=False):
        if one < next_one:
            yield f"{start:%Y-%m}", slice(one, next_one)


def amounts(_model, result):
    return result, "exact-dated"


if __name__ == "__main__":
    contest(with_pyarrow(partial(fisca.set_up, "openfisca_core")), load, compute, amounts)
