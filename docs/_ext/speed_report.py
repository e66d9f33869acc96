"""What the report on speed says: sizes, times, and the ratios that were aimed at."""

OURS = "library-streaming"
ONE_DATE = ("openfisca", "policyengine", "ttsim")
TIMES_AS_FAST = {
    "openfisca": ("openfisca", 20),
    "openfisca_by_month": ("openfisca-by-month", 20),
    "bare": ("bare-polars", 0.5),
}
"""Aims in reading and computing: another contestant, and how many times as fast to be."""


def reading_and_computing(run: dict) -> float:
    return run["load"] + run["compute"]


def with_set_up(run: dict) -> float:
    return run["set_up"] + reading_and_computing(run)


def sizes(report: dict) -> list[str]:
    """The numbers of rows, the fewest first."""
    return sorted(report["contestants"][OURS]["sizes"], key=int)


def measured(report: dict, size: str) -> dict[str, dict]:
    """The contestants that were run on so many rows."""
    found = {name: told["sizes"][size] for name, told in report["contestants"].items()}
    return {name: run for name, run in found.items() if "not_run" not in run}


def ratios(report: dict, size: str) -> dict[str, tuple[float, float | None]]:
    """How far each aim was reached that can be judged: what was got, and what was aimed at."""
    runs = measured(report, size)
    if OURS not in runs:
        return {}
    ours = runs[OURS]
    found = {}
    if others := [with_set_up(runs[name]) for name in ONE_DATE if name in runs]:
        found["with_set_up"] = (min(others) / with_set_up(ours), 1)
    for aim, (name, least) in TIMES_AS_FAST.items():
        if name in runs:
            times = reading_and_computing(runs[name]) / reading_and_computing(ours)
            found[aim] = (times, least)
    if "bare-polars" in runs and "openfisca" in runs:
        bare, openfisca = runs["bare-polars"], runs["openfisca"]
        times = reading_and_computing(openfisca) / reading_and_computing(bare)
        found["bare_and_openfisca"] = (times, None)
    return found
