"""How long things take beside each other, on a machine that others use too.

Both are run by turns in short blocks and the shortest block of each counts, so that both meet the
same machine. What is told is the ratio: it says the same on a fast machine and on a slow one.
The garbage collector waits meanwhile, as in `timeit`: what it costs depends on all that else is in
the process. Nothing here passes or fails by time.
"""

import gc
import os
from time import perf_counter

BLOCKS = int(os.environ.get("BENCH_BLOCKS", "400"))


def fastest(*works, blocks=400):
    """The shortest time in seconds that each piece of work took, run by turns.

    With `BENCH_BLOCKS` in the environment no work runs more often than that: enough to see that the
    benchmarks still run, too little to quote.
    """
    shortest = [float("inf")] * len(works)
    for _ in range(min(blocks, BLOCKS)):
        for place, work in enumerate(works):
            gc.disable()
            start = perf_counter()
            work()
            took = perf_counter() - start
            gc.enable()
            shortest[place] = min(shortest[place], took)
    return shortest


def show(capsys, heads, rows):
    """Print a table past pytest's capture."""
    lines = [heads, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heads))]
    with capsys.disabled():
        print()  # noqa: T201
        for line in lines:
            first, *rest = (cell.rjust(width) for cell, width in zip(line, widths, strict=True))
            print("  ".join([line[0].ljust(len(first)), *rest]))  # noqa: T201


def micro(seconds):
    return f"{seconds * 1e6:.1f} µs"


def times(seconds, bare):
    return f"{seconds / bare:.1f} ×"


def per_second(seconds):
    return f"{1 / seconds:,.0f}/s"
