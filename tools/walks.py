"""How far a reader walks: the files that one question passes through, and the calls it takes.

    python tools/walks.py

Each journey is walked once to load and warm what it needs, then once more under a profiler that
notes every function called in the package. The page on how the library is built shows the table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType
from uuid import UUID

import polars as pl

import socialkapitel as sk
from socialkapitel import frames, wire

PACKAGE = Path(sk.__file__).parent
AIMS = {
    "A flexjob's refund with its Danish text": 15,
    "Refunds of a polars frame": 12,
    "A review of a case of three events": 15,
    "A case as JSON": 8,
}


def walk(journey: Callable[[], object]) -> tuple[list[str], int]:
    """The package's files that a journey passes through when warm, and its calls in them."""
    files: dict[str, None] = {}
    calls = 0

    def note(frame: FrameType, event: str, _: object) -> None:
        nonlocal calls
        if event != "call":
            return
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(PACKAGE):
            files[path.relative_to(PACKAGE).as_posix()] = None
            calls += 1

    journey()
    sys.setprofile(note)
    try:
        journey()
    finally:
        sys.setprofile(None)
    return list(files), calls


def journeys() -> dict[str, Callable[[], object]]:
    """The four journeys, by question."""
    job = sk.Flexjob(
        granted_on=date(2008, 3, 1),
        share="2/3",
        starting_pay=sk.Pay.monthly("18297.00"),
        weekly_hours="37",
        atp_class="A",
        other_contributions="0",
    )
    rows = pl.DataFrame(
        {
            "granted_on": [date(2008, 3, 1)],
            "month": [date(2015, 11, 1)],
            "share": ["2/3"],
            "starting_pay_oere": [1829700],
            "weekly_hours_hundredths": [3700],
            "atp_class": ["A"],
            "other_contributions_oere": [0],
        }
    )
    case = example_case()
    return {
        "A flexjob's refund with its Danish text": lambda: sk.flexjob_refund(
            job, sk.Month(2015, 11)
        ).explanation.render("da"),
        "Refunds of a polars frame": lambda: frames.flexjob_refunds(rows),
        "A review of a case of three events": lambda: sk.review(
            case, "region-midtjylland-2008", on=date(2010, 6, 1)
        ),
        "A case as JSON": lambda: wire.to_json(case),
    }


def example_case() -> sk.Case:
    """A concern, and a meeting at which nobody from the union was."""
    from socialkapitel.cases import events

    first, second, third = (UUID(int=number) for number in (1, 2, 3))
    role = "nearest-manager"
    return sk.Case.replay(
        [
            events.CaseOpened(
                id=first, on=date(2010, 1, 4), role=role, purpose=events.Purpose.RETENTION
            ),
            events.ConcernRaised(id=second, on=date(2010, 1, 5), role=role),
            events.RoundTableHeld(
                id=third,
                on=date(2010, 1, 11),
                role=role,
                participants=("employee", "nearest-manager", "hr"),
            ),
        ]
    )


def main() -> None:
    """Print the files of each walk, or with ``--table`` a line for each with its numbers."""
    table = sys.argv[1:] == ["--table"]
    for name, journey in journeys().items():
        files, calls = walk(journey)
        if table:
            print(name, len(files), AIMS[name], f"{calls:,}", sep="\t")
        else:
            print(
                f"{name}: {len(files)} files (at most {AIMS[name]}), {calls:,} calls",
                *files,
                sep="\n    ",
            )


if __name__ == "__main__":
    main()
