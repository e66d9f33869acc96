"""What importing costs, beside the import of attrs, in interpreters of their own."""

import os
import subprocess
import sys
from statistics import median

from benchmarks.timing import show, times

RUNS = 1 if "BENCH_BLOCKS" in os.environ else 21
TIMED = "from time import perf_counter as now; start = now(); {}; print(now() - start)"
CODES = {
    "import attrs": "import attrs",
    "import socialkapitel": "import socialkapitel",
    "and read the legal figures": "import socialkapitel; socialkapitel.PARAMETERS",
}


def seconds(code):
    done = subprocess.run(
        [sys.executable, "-c", TIMED.format(code)], capture_output=True, check=True, text=True
    )
    return float(done.stdout)


def test_importing_beside_attrs(capsys):
    took = {name: [] for name in CODES}
    for _ in range(RUNS):
        for name, code in CODES.items():
            took[name].append(seconds(code))
    medians = {name: median(runs) for name, runs in took.items()}
    rows = [
        (name, f"{middle * 1e3:.1f} ms", times(middle, medians["import attrs"]))
        for name, middle in medians.items()
    ]
    show(capsys, (f"median of {RUNS} runs", "took", "ratio"), rows)
