"""A workplace's monthly run: what to claim and by when, what is open, and what was paid otherwise.

Reads a file of employees with Danish headings, a row for each job, absence or help in a month. The
first screen is the ledger; an input that is refused is a line of it.

    python examples/month_of_refunds.py
    python examples/month_of_refunds.py examples/data/workplace.csv 2024-06
    python examples/month_of_refunds.py examples/data/workplace.csv 2024-05 --language da
    python examples/month_of_refunds.py --explain E05
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import socialkapitel as sk

WORKPLACE = Path(__file__).parent / "data" / "workplace.csv"
Row: TypeAlias = dict[str, str]


# --- the job ------------------------------------------------------------------------------------


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", nargs="?", type=Path, default=WORKPLACE)
    arguments.add_argument("month", nargs="?", default="2024-05")
    arguments.add_argument("--language", choices=("da", "en"), default="en")
    arguments.add_argument("--explain", metavar="EMPLOYEE", help="whose amounts to explain")
    chosen = arguments.parse_args()

    rows = read(chosen.file, chosen.month)
    employees, claimed = defaultdict(list), defaultdict(list)
    for row in rows:
        employees[row["medarbejder"]].append(partial(given, row))
        if row["anmodet til"]:
            before = sk.Period(day(row["begyndt"]), day(row["anmodet til"]))
            claimed[row["medarbejder"]].append(before)

    run = sk.claims(employees, sk.Month.fromisoformat(chosen.month), claimed=claimed)
    print(run.render(chosen.language), run.lines.render(chosen.language), sep="\n\n")
    for row in rows:
        if row["udbetalt"]:
            [claim] = run[row["medarbejder"]]
            found = sk.reconcile(claim, paid=row["udbetalt"])
            print(f"\n{claim.reference}: {found.render(chosen.language)}")
    for claim in run[chosen.explain] if chosen.explain else ():
        if claim.explanation:
            print(f"\n{claim.reference}: {claim.explanation.render(chosen.language)}")


# --- reading the file ---------------------------------------------------------------------------


def read(path: Path, month: str) -> list[Row]:
    """The rows of a month."""
    with path.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter=";") if row["måned"] == month]


def given(row: Row) -> Any:
    """What a row tells, as the library takes it."""
    match row["ordning"]:
        case "fleksjob":
            paid = {"hours": row["timer"] or None, "pay": row["udbetalt løn"] or None}
            return sk.Paid(job=flexjob(row), **paid)
        case "løntilskud":
            job = sk.SubsidisedJob(target_group=row["grundlag"], hourly_pay=row["timeløn"])
            return sk.Paid(job=job, hours=row["timer"] or None)
        case "fravær":
            return absence(row)
        case _:
            return sk.Assistance(hours=row["timer"])


def flexjob(row: Row) -> sk.Flexjob:
    by_hour = sk.Pay.hourly(row["timeløn"]) if row["timeløn"] else None
    return sk.Flexjob(
        started_on=row["begyndt"],
        ended_on=row["sluttet"] or None,
        share=row["andel"],
        starting_pay=by_hour or sk.Pay.monthly(row["månedsløn"]),
        weekly_hours=row["ugetimer"],
        atp_class=row["atp"] or None,
        other_contributions=row["bidrag"],
    )


def absence(row: Row) -> sk.SicknessAbsence:
    rota = {day(key): hours for key, hours in pairs(row["tjenesteplan"])}
    days: dict[sk.Period, Any] = {period(key): state for key, state in pairs(row["dage"])}
    return sk.SicknessAbsence(
        first_day=row["begyndt"],
        contract_hours=None if rota else row["ugetimer"],
        schedule=sk.Schedule.rota(rota, norm_hours=row["ugetimer"]) if rota else None,
        hours={sk.Week.fromisoformat(key): hours for key, hours in pairs(row["fravær"])},
        days=days,
        hourly_pay=row["timeløn"],
        paid_during_sickness=row["løn under fravær"] == "ja",
        basis=row["grundlag"],
        hours_in_other_jobs={},
    )


def pairs(text: str) -> list[tuple[str, str]]:
    """The entries of a cell such as ``"2024-W14:29,6 2024-W15:37"``."""
    found = [entry.partition(":") for entry in text.split()]
    return [(key, value) for key, _, value in found]


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(text: str) -> sk.Period:
    """A day, or the days from one through another."""
    first, _, last = text.partition("/")
    return sk.Period(day(first), day(last or first))


if __name__ == "__main__":
    main()
