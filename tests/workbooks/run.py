"""Works explanations out again in LibreOffice, as they are and with numbers changed.

    python tests/workbooks/run.py [NUMBER]

Each workbook is opened twice: as it was written, and with each of its yellow cells changed to
something within its limits. Every step must come out as the calculator has it that was given those
numbers, to the same øre. Where a number is taken outside its limits, no step may answer.
"""

import random
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path

from openpyxl import load_workbook

import socialkapitel as sk
from socialkapitel.explanation import Step, workbook

INSTALL = (
    "LibreOffice is missing: it works the workbooks out again. Install it with"
    " `apt-get install libreoffice-calc`, `brew install --cask libreoffice`, or from"
    " https://www.libreoffice.org/download; `soffice` must be on PATH"
)
AT_ONCE = 100  # it stops after some 250
HEADS = 5
SAID = {
    "en": ("locked", "unchanged", "changed", "not valid"),
    "da": ("låst", "uændret", "ændret", "ugyldig"),
}
NUMBER, VALUE, BEFORE = 0, 2, 4

# What a workbook finds out is asked for again here; to find it out takes most of the time.
tolerances = workbook.tolerances = lru_cache(maxsize=1)(workbook.tolerances)


# --- one question of each calculator, given other numbers -----------------------------------------


def money(rng, low, high):
    return Decimal(rng.randint(100 * low, 100 * high)) / 100


def hours(rng, low, high):
    return Decimal(rng.randint(10 * low, 10 * high)) / 10


def a_flexjob(rng):
    month = sk.Month(rng.randint(2007, 2026), rng.randint(1, 12))
    base = {
        "share": Fraction(rng.choice(["1/2", "2/3"])),
        "starting_pay": money(rng, 18_000, 52_000),
        "weekly_hours": hours(rng, 10, 37),
        "other_contributions": money(rng, 0, 5_000),
    }
    first, band = date(rng.randint(1999, 2006), 3, 1), rng.choice("AC")

    def ask(now):
        given = {**base, **now}
        job = sk.Flexjob(
            started_on=first,
            share=given["share"],
            starting_pay=sk.Pay.monthly(given["starting_pay"]),
            weekly_hours=given["weekly_hours"],
            atp_class=band,
            other_contributions=given["other_contributions"],
        )
        return sk.flexjob_refund(job, month)

    return ask


def a_flexjob_in_sickness(rng):
    day = date(2012, 11, 5)
    base = {
        "share": Fraction(2, 3),
        "starting_pay": money(rng, 18_000, 40_000),
        "other_contributions": money(rng, 0, 5_000),
        "weekly_hours": Decimal(37),
        f"sickness[{day}]": money(rng, 100, 1_500),
    }

    def ask(now):
        given = {**base, **now}
        job = sk.Flexjob(
            started_on=date(2006, 7, 5),
            share=given["share"],
            starting_pay=sk.Pay.monthly(given["starting_pay"]),
            weekly_hours=given["weekly_hours"],
            atp_class="A",
            other_contributions=given["other_contributions"],
        )
        return sk.flexjob_refund(job, sk.Month(2012, 11), sickness={day: given[f"sickness[{day}]"]})

    return ask


def a_flexjob_by_the_hour(rng):
    base = {"starting_pay": money(rng, 120, 330), "paid_hours": hours(rng, 20, 160)}

    def ask(now):
        given = {**base, **now}
        job = sk.Flexjob(
            started_on=date(2008, 9, 1),
            share=given.get("share", Fraction(1, 2)),
            starting_pay=sk.Pay.hourly(given["starting_pay"]),
            weekly_hours=given.get("weekly_hours", Decimal(30)),
            atp_class="A",
            other_contributions=given.get("other_contributions", Decimal("900.00")),
        )
        return sk.flexjob_refund(job, sk.Month(2024, 3), paid_hours=given["paid_hours"])

    return ask


def an_absence(rng):
    year, weeks = rng.randint(2013, 2025), rng.randint(6, 9)
    first = sk.Week(year, 10).monday
    base = {f"hours[{year}-W{week}]": hours(rng, 5, 36) for week in range(10, 10 + weeks)}
    base |= {"hourly_pay": money(rng, 90, 260), "contract_hours": Decimal(37)}

    def ask(now):
        given = {**base, **now}
        absence = sk.SicknessAbsence(
            first_day=first,
            contract_hours=given.pop("contract_hours"),
            hourly_pay=given.pop("hourly_pay"),
            hours={
                sk.Week.fromisoformat(name[6:-1]): value
                for name, value in given.items()
                if name.startswith("hours[")
            },
            paid_during_sickness=True,
            basis="ORDINARY",
            hours_in_other_jobs={},
        )
        return sk.sickness_refund(absence)

    return ask


def a_month_of_an_absence(rng):
    ask = an_absence(rng)
    month = sk.Month.of(ask({}).spells[0].first_day).next()
    return lambda now: ask(now).month(month)


def a_supplement(rng):
    month = sk.Month(rng.randint(2014, 2025), rng.randint(1, 12))
    base = {"pay": money(rng, 3_000, 20_000), "full_time_pay": money(rng, 26_000, 45_000)}

    def ask(now):
        given = {**base, **now}
        job = sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=given["full_time_pay"])
        return sk.flex_wage_supplement(job, month, pay=given["pay"])

    return ask


def a_year_of_supplements(rng):
    base = {f"{month}.pay": money(rng, 3_000, 20_000) for month in ("2020-01", "2020-02")}

    def ask(now):
        given = {**base, **now}
        job = sk.FlexjobSince2013(
            started_on="2019-11-04", ended_on="2020-02-14", full_time_pay="32066.67"
        )
        pays = {sk.Month.fromisoformat(name[:7]): value for name, value in given.items()
                if name.endswith(".pay")}  # fmt: skip
        before = given.get("2020-01.deciding_pay", Decimal(15000))
        return sk.flex_wage_year(job, 2020, pay=pays, pay_before=before)

    return ask


def a_wage_subsidy(rng):
    group = rng.choice(["DISABILITY_PENSION", "UNEMPLOYED_WITH_BENEFIT", "NEWLY_QUALIFIED"])
    base = {"hourly_pay": money(rng, 90, 240), "hours": hours(rng, 10, 160)}

    def ask(now):
        given = {**base, **now}
        job = sk.SubsidisedJob(target_group=group, hourly_pay=given["hourly_pay"])
        return sk.wage_subsidy(job, sk.Month(2021, 3), hours=given["hours"])

    return ask


def assistance(rng):
    worked, rate = hours(rng, 1, 120), money(rng, 110, 190)
    if rng.random() < 0.5:
        return lambda now: sk.assistance_refund(now.get("hours", worked), on="2023-03-01")
    return lambda now: sk.assistance_refund(
        now.get("hours", worked), hourly_rate=now.get("hourly_rate", rate)
    )


def an_allowance(rng):
    weekly = hours(rng, 1, 37)
    return lambda now: sk.assistance_allowance(now.get("weekly_hours", weekly), "2021-03-01")


def places(rng):
    heads = rng.randint(1, 400)
    return lambda now: sk.subsidised_places(now.get("ordinary_employees", heads), "2019-12-31")


def weekly_hours_of_a_subsidy(rng):
    benefit, pay = money(rng, 1_500, 4_000), money(rng, 100, 190)

    def ask(now):
        return sk.subsidised_hours(
            sk.BenefitKind.FULL_TIME_INSURED,
            "2014-03-03",
            weekly_benefit=now.get("weekly_benefit", benefit),
            hourly_pay=now.get("hourly_pay", pay),
        )

    return ask


def an_expansion(rng):
    base = {f"ordinary_employees[{month}]": rng.randint(18, 22) for month in range(12)}

    def ask(now):
        given = {**base, **now}
        return sk.net_expansion(
            "UNEMPLOYED_WITH_BENEFIT",
            "2021-03-01",
            ordinary_employees=[given[f"ordinary_employees[{month}]"] for month in range(12)],
            employees_after=now.get("employees_after", 30),
            new_post=True,
        )

    return ask


def a_cost(rng):
    base = {"pay": money(rng, 18_000, 45_000), "contributions": money(rng, 0, 5_000)}

    def ask(now):
        given = {**base, **now}
        work = sk.OrdinaryWork(pay=given["pay"], contributions=given["contributions"])
        return sk.employer_cost(work, sk.Month(2024, 3))

    return ask


def a_cost_of_sickness(rng):
    base = {
        "pay": money(rng, 18_000, 45_000),
        "contributions": money(rng, 1, 5_000),
        "hourly_pay": money(rng, 90, 260),
    }

    def ask(now):
        given = {**base, **now}
        absence = sk.SicknessAbsence(
            first_day="2022-03-28",
            contract_hours=given.get("contract_hours", "37"),
            hours={
                sk.Week(2022, week): given.get(f"hours[2022-W{week}]", "37") for week in (13, 14)
            },
            hourly_pay=given["hourly_pay"],
            paid_during_sickness=True,
            basis="SECTION_56",
            hours_in_other_jobs={},
        )
        work = sk.SickLeave(pay=given["pay"], contributions=given["contributions"], absence=absence)
        return sk.employer_cost(work, sk.Month(2022, 4))

    return ask


def a_cost_of_a_flexjob(rng):
    base = {
        "contributions": money(rng, 1, 5_000),
        "flexjob.full_time_pay": money(rng, 26_000, 45_000),
    }
    pay = money(rng, 5_000, 20_000)

    def ask(now):
        given = {**base, **now}
        job = sk.FlexjobSince2013(
            started_on="2013-01-01", full_time_pay=given["flexjob.full_time_pay"]
        )
        work = sk.FlexjobSince2013Work(
            job=job, pay=given.get("pay", pay), contributions=given["contributions"]
        )
        return sk.employer_cost(work, sk.Month(2024, 3))

    return ask


MAKERS = [
    a_cost_of_sickness,
    a_cost_of_a_flexjob,
    a_flexjob,
    an_absence,
    a_supplement,
    a_flexjob_by_the_hour,
    a_month_of_an_absence,
    a_flexjob_in_sickness,
    a_wage_subsidy,
    assistance,
    a_year_of_supplements,
    a_flexjob,
    an_allowance,
    places,
    weekly_hours_of_a_subsidy,
    an_expansion,
    a_cost,
]


# --- as many workbooks, and what LibreOffice makes of them ---------------------------------------


def within(rng, one, shown):
    """A number within the limits of one, of as many decimals."""
    if one.only:
        return rng.choice([one.least, one.most])
    if rng.random() < 0.2:
        return rng.choice([one.least, one.most])
    if isinstance(shown, int):
        return rng.randint(one.least, one.most)
    near = (max(one.least, shown / 2), min(one.most, shown * 2 + 1))
    low, high = (
        int(Decimal(str(float(end))) * 100) for end in rng.choice([near, (one.least, one.most)])
    )
    return Decimal(rng.randint(low, high)) / 100


def change(book, explanation, numbers):
    """Put other numbers in the yellow cells of a workbook, to be worked out by who opens it."""
    rows = {
        given.origin: row for given, row in zip(explanation.givens, numbered(book), strict=False)
    }
    for origin, number in numbers.items():
        cell = book.active.cell(rows[origin], VALUE + 1)
        assert not cell.protection.locked, f"{origin} is open, but its cell is locked"
        cell.value = float(number)


def numbered(book):
    """The numbers of the rows of what was given and of the steps."""
    rows = book.active.iter_rows(min_row=HEADS + 1, max_col=1)
    return [cell.row for [cell] in rows if isinstance(cell.value, (int, float))]


def recalculate(folder):
    """Let LibreOffice work all workbooks of a folder out, some of them at a time."""
    files = sorted(folder.glob("*.xlsx"))
    batches = [files[first : first + AT_ONCE] for first in range(0, len(files), AT_ONCE)]
    with ThreadPoolExecutor(2) as pool:
        printed = list(pool.map(convert, batches, range(len(batches))))
    missing = [file.name for file in files if not (folder / "done" / file.name).exists()]
    if missing:
        said = "\n".join(line for text in printed for line in text.splitlines()[-3:])
        sys.exit(f"LibreOffice worked {len(missing)} workbooks out not: {missing[:5]}\n{said}")


def convert(files, number):
    """Let one LibreOffice, with a home of its own, work some workbooks out.

    It crashes now and then, which says nothing of the workbooks: another one does what it left.
    """
    printed = ""
    for turn in range(2):
        folder = files[0].parent
        left = [file for file in files if not (folder / "done" / file.name).exists()]
        if left:
            home = f"-env:UserInstallation=file://{folder}/home{number}-{turn}"
            command = ["soffice", home, "--headless", "--convert-to", "xlsx"]
            command += ["--outdir", folder / "done", *left]
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            printed += done.stdout + done.stderr
    return printed


def faults(path, expected, check):
    """Where the steps of a workbook are not those that a calculator gives."""
    sheet = load_workbook(path, data_only=True).active
    if sheet.cell(3, VALUE + 1).value != check:
        yield f"the check says {sheet.cell(3, VALUE + 1).value}, not {check}"
    rows = numbered(sheet.parent)[len(expected.givens) :]
    for row, step in zip(rows, expected.steps, strict=True):
        shown = sheet.cell(row, VALUE + 1).value
        if check in {"not valid", "ugyldig"}:
            if (isinstance(step, sk.Finding) or step.expression) and shown != "#N/A":
                yield f"{step.id}: {shown} is shown"
        elif isinstance(step, Step) and not same(shown, step.value):
            yield f"{step.id}: {shown} is shown, {float(step.value)} is right"


def same(shown, value):
    """Whether a number is right: to the last hundredth, where it was rounded to hundredths."""
    if not isinstance(shown, (int, float)):
        return False
    if isinstance(value, Decimal):
        return Decimal(repr(round(shown, 9))) == value
    return abs(Fraction(shown) - Fraction(value)) <= Fraction(1, 10**8) * (1 + abs(Fraction(value)))


def main(count):
    if shutil.which("soffice") is None:
        sys.exit(INSTALL)
    rng = random.Random(1)
    cases, opened = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, make in enumerate(islice(cycle(MAKERS), count)):
            ask = make(rng)
            explanation = ask({}).explanation
            language = ("da", "en")[number % 2]
            locked, unchanged, other, invalid = SAID[language]
            written, free = explanation.to_xlsx(language), tolerances(explanation)
            givens = {given.origin: given.value for given in explanation.givens}
            now = {origin: within(rng, one, givens[origin]) for origin, one in free.items()}
            opened += len(now)
            variants = {"same": ({}, explanation), "changed": (now, ask(now).explanation)}
            if number % 10 == 0 and now:
                variants["outside"] = ({**now, next(iter(now)): -1}, explanation)
            book = load_workbook(BytesIO(written))
            for kind, (numbers, expected) in variants.items():
                check = invalid if kind == "outside" else other
                if not free:
                    check = locked
                elif numbers in ({}, {origin: givens[origin] for origin in now}):
                    check = unchanged
                path = folder / f"{number:04}-{kind}.xlsx"
                change(book, explanation, numbers)
                book.save(path)
                cases.append((path.name, make.__name__, numbers, expected, check))
        recalculate(folder)
        wrong = [
            f"{name} ({kind}, {numbers}): {fault}"
            for name, kind, numbers, expected, check in cases
            for fault in faults(folder / "done" / name, expected, check)
        ]
    if wrong:
        sys.exit("\n".join(wrong[:30]))
    print(f"{count} workbooks, {opened} open cells: every step is right")  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 250)
