"""Times the library beside other ways of computing the same refunds, and writes what they took.

`nox -s speed` makes the environments and calls this. Each measurement is a process of its own, in
which set-up, reading and computing are timed apart and the peak of the memory is read. The
contestants take turns; of two runs of one the faster counts.
"""

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import psutil

TESTS = str(Path(__file__).parents[2])
SIZES = (1_000_000, 10_000_000, 100_000_000)
RUNS, ALONE = 2, 100_000_000  # runs of each; from this size on one
ONE_DATE = "2024-01-01"
SECONDS = 120  # for one measurement
SHARE = 0.8  # of the memory at hand: no measurement is begun that would take more

OWN = ("socialkapitel", "narwhals", "polars")


class Contestant(NamedTuple):
    """A module of this folder, the environment that it wants, and the packages that it measures."""

    module: str
    environment: str | None
    packages: tuple[str, ...]


CONTESTANTS = {
    "library-streaming": Contestant("library_streaming", None, OWN),
    "library-in-memory": Contestant("library_in_memory", None, OWN),
    "bare-polars": Contestant("bare_polars", None, ("polars",)),
    "by-hand": Contestant("by_hand", "numpy", ("numpy",)),
    "openfisca": Contestant("with_openfisca", "openfisca-core", ("openfisca-core", "numpy")),
    "openfisca-by-month": Contestant(
        "with_openfisca_by_month", "openfisca-core", ("openfisca-core", "numpy")
    ),
    "policyengine": Contestant(
        "with_policyengine", "policyengine-core", ("policyengine-core", "numpy")
    ),
    "ttsim": Contestant("with_ttsim", "ttsim-backend", ("ttsim-backend", "numpy")),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of rows")
    parser.add_argument("--environments", type=Path, required=True, help="folder of the others'")
    parser.add_argument("--report", type=Path, required=True, help="the JSON file to write")
    asked = parser.parse_args()
    before = other_work()
    told = {name: {"versions": {}, "sizes": {}} for name in CONTESTANTS}
    with TemporaryDirectory() as folder:
        task = {"folder": folder, "sizes": asked.sizes, "one_date": ONE_DATE}
        start(sys.executable, "prepare", task)
        for size in sorted(asked.sizes):  # a run that is broken off leaves the smaller ones
            measure(told, folder, size, asked.environments)
            machine_now = {**machine(), "other_work": max(before, other_work())}
            report = {"machine": machine_now, "one_date": ONE_DATE, "contestants": told}
            asked.report.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


def machine():
    return {
        "day": datetime.now(UTC).date().isoformat(),
        "system": platform.system(),
        "processor": platform.machine(),
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "memory": psutil.virtual_memory().total,
    }


def other_work():
    """How busy the machine is with other things, in per cent, while nothing is measured."""
    return psutil.cpu_percent(interval=5)


def measure(told, folder, size, environments):
    """Note what each contestant takes for so many rows, or why it is not run."""
    for turn in range(1 if size >= ALONE else RUNS):
        for name, contestant in CONTESTANTS.items():
            found = told[name]["sizes"]
            if turn == 0 and (reason := too_large(found, size, at_hand())):
                found[size] = {"not_run": reason}
            if "not_run" in (before := found.get(size, {})):
                continue
            done = run(contestant, folder, size, environments)
            told[name]["versions"] |= done.pop("versions", {})
            found[size] = faster(before, done)
            tell(name, size, done)


def run(contestant, folder, rows, environments):
    """One measurement, in the contestant's own environment."""
    python = sys.executable
    if contestant.environment:
        python = environments / contestant.environment / "bin" / "python"
    task = {
        "folder": folder,
        "rows": rows,
        "one_date": ONE_DATE,
        "packages": contestant.packages,
    }
    try:
        done = start(python, contestant.module, task, stdout=subprocess.PIPE, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return {"not_run": {"seconds": SECONDS}}
    except subprocess.CalledProcessError as error:
        if error.returncode != -signal.SIGKILL:
            raise
        return {"not_run": {"killed": True}}
    return json.loads(done.stdout)


def start(python, module, task, **how):
    """Run a module of this folder in a process of its own."""
    command = [python, "-m", f"benchmarks.speed.{module}", json.dumps(task)]
    paths = os.pathsep.join([TESTS, *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": paths}, **how)


def faster(one, other):
    """Of two measurements the one that read and computed faster."""
    if not one or "not_run" in other:
        return other
    return min(one, other, key=lambda run: run["load"] + run["compute"])


def at_hand():
    return int(psutil.virtual_memory().available * SHARE)


def too_large(found, rows, memory):
    """Why so many rows don't fit, judged by the memory that each row of smaller runs took."""
    measured = {size: run["peak"] for size, run in found.items() if "peak" in run}
    if len(measured) < 2:
        return None
    (small, low), (large, high) = sorted(measured.items())[-2:]
    each = max(high - low, 0) / (large - small)
    needs = int(high + each * (rows - large))
    if needs <= memory:
        return None
    return {"bytes_per_row": round(each), "needs": needs, "memory": memory}


def tell(name, rows, run):
    took = "not run" if "not_run" in run else f"{run['load'] + run['compute']:.2f} s"
    sys.stderr.write(f"{name}, {rows:,} rows: {took}\n")


if __name__ == "__main__":
    main()
