"""A workplace's refunds: a table by month with totals, then one explanation in full.

Reads a file of employments, one row for each employment and month, and computes each row with the
calculator that its scheme names. A row that cannot be computed is reported with its line and the
reason; the rest is still computed.

    python examples/month_of_refunds.py
    python examples/month_of_refunds.py examples/data/workplace.csv 2007-11
    python examples/month_of_refunds.py examples/data/workplace.csv 2022-02 --language da
    python examples/month_of_refunds.py --explain E05
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import attrs

import socialkapitel as sk

WORKPLACE = Path(__file__).parent / "data" / "workplace.csv"
Row: TypeAlias = dict[str, str]
Result: TypeAlias = sk.Explained | sk.AssistanceBank
REFUNDS = (sk.FlexjobRefund, sk.SicknessRefund, sk.WageSubsidy, sk.AssistanceRefund)


@attrs.frozen
class Computed:
    """A row of the file with its result."""

    number: int
    row: Row
    result: Result

    @property
    def refund(self) -> Decimal | None:
        """What the employer gets back; None for rows that aren't about a refund."""
        return self.result.amount if isinstance(self.result, REFUNDS) else None


@attrs.frozen
class Refused:
    """A row of the file that could not be computed, and why."""

    number: int
    row: Row
    error: sk.SocialkapitelError


def month_of(row: Row) -> sk.Month:
    year, _, month = row["month"].partition("-")
    return sk.Month(int(year), int(month))


def day_of(text: str) -> date:
    return date.fromisoformat(text)


def flexjob_of(row: Row) -> sk.Flexjob:
    if row["hourly_pay"]:
        starting_pay = sk.Pay.hourly(row["hourly_pay"])
    else:
        starting_pay = sk.Pay.monthly(row["full_time_pay"])
    return sk.Flexjob(
        granted_on=day_of(row["granted_on"]),
        share=row["share"],
        starting_pay=starting_pay,
        weekly_hours=row["weekly_hours"],
        atp_class=row["atp_class"] or None,
        other_contributions=row["contributions"],
    )


def absence_of(row: Row) -> sk.SicknessAbsence:
    hours = {}
    for entry in row["absence"].split():
        name, _, number = entry.partition(":")
        year, _, week = name.partition("-W")
        hours[sk.Week(int(year), int(week))] = number
    return sk.SicknessAbsence(
        first_day=day_of(row["first_day"]),
        contract_hours=row["weekly_hours"],
        hours=hours,
        hourly_pay=row["hourly_pay"],
        paid_during_sickness=row["paid_during_sickness"] == "yes",
        basis=sk.RefundBasis[row["basis"]],
    )


def subsidised_job_of(row: Row) -> sk.SubsidisedJob:
    return sk.SubsidisedJob(
        target_group=sk.TargetGroup[row["target_group"]],
        hourly_pay=row["hourly_pay"],
        granted_rate=row["rate"] or None,
    )


def flexjob(row: Row) -> sk.FlexjobRefund:
    return sk.flexjob_refund(flexjob_of(row), month_of(row), actual_pay=row["pay"] or None)


def flex_wage_supplement(row: Row) -> sk.FlexWageSupplement:
    return sk.flex_wage_supplement(
        sk.FlexjobSince2013(started_on="2013-01-01", full_time_pay=row["full_time_pay"]),
        month_of(row),
        pay=row["pay"],
    )


def sickness(row: Row) -> sk.SicknessRefund:
    return sk.sickness_refund(absence_of(row))


def section_56(row: Row) -> sk.Section56Terms:
    agreement = sk.Section56Agreement(
        starts_on=day_of(row["granted_on"]),
        expected_absence_days=int(row["count"]),
        employee_agrees=True,
        employer_agrees=True,
        municipality_approves=True,
        meets_employment_requirement=True,
    )
    return sk.section_56_agreement(agreement, month_of(row).last_day)


def wage_subsidy(row: Row) -> sk.WageSubsidy:
    return sk.wage_subsidy(subsidised_job_of(row), month_of(row), hours=row["hours"])


def subsidised_hours(row: Row) -> sk.SubsidisedHours:
    return sk.subsidised_hours(
        month_of(row).last_day,
        monthly_benefit=row["benefit"],
        hourly_pay=row["hourly_pay"] or None,
    )


def subsidised_places(row: Row) -> sk.SubsidisedPlaces:
    return sk.subsidised_places(int(row["count"]), month_of(row).last_day)


def net_expansion(row: Row) -> sk.NetExpansion:
    return sk.net_expansion(
        month_of(row).last_day,
        target_group=sk.TargetGroup[row["target_group"]],
        ordinary_employees=[row["count"]] * 12,
        employees_after=row["hours"],
        new_post=True,
    )


def assistance_allowance(row: Row) -> sk.AssistanceAllowance:
    return sk.assistance_allowance(row["weekly_hours"], month_of(row).last_day)


def assistance(row: Row) -> sk.AssistanceRefund:
    return sk.assistance_refund(
        row["hours"],
        row["rate"] or None,
        on=None if row["rate"] else month_of(row).first_day,
    )


def assistance_bank(row: Row) -> sk.AssistanceBank:
    quarter = sk.Quarter(month_of(row).year, (month_of(row).month + 2) // 3)
    bank = sk.AssistanceBank.open(row["weekly_hours"], quarter)
    return bank.use(quarter, row["hours"])


def ordinary_cost(row: Row) -> sk.EmployerCost:
    work = sk.OrdinaryWork(pay=row["pay"], contributions=row["contributions"])
    return sk.employer_cost(work, month_of(row))


def flexjob_cost(row: Row) -> sk.EmployerCost:
    work = sk.FlexjobWork(job=flexjob_of(row), pay=row["pay"], contributions=row["contributions"])
    return sk.employer_cost(work, month_of(row))


SCHEMES: dict[str, Callable[[Row], Result]] = {
    scheme.__name__: scheme
    for scheme in (
        flexjob,
        flex_wage_supplement,
        sickness,
        section_56,
        wage_subsidy,
        subsidised_hours,
        subsidised_places,
        net_expansion,
        assistance_allowance,
        assistance_bank,
        assistance,
        ordinary_cost,
        flexjob_cost,
    )
}

HEADS = {
    "en": ("line", "employment", "month", "scheme", "result", "refund"),
    "da": ("linje", "ansættelse", "måned", "ordning", "resultat", "refusion"),
}
TEXTS = {
    "en": {
        "total": "refunds in all",
        "bad": "Not computed",
        "line": "line",
        "hours": "{} hours",
        "places": "{} places",
        "mind": "! A result with caveats; its explanation says which.",
        "none": "No row for that month and employment could be computed.",
    },
    "da": {
        "total": "refusion i alt",
        "bad": "Ikke beregnet",
        "line": "linje",
        "hours": "{} timer",
        "places": "{} pladser",
        "mind": "! Et resultat med forbehold; forklaringen siger hvilke.",
        "none": "Ingen række for den måned og ansættelse kunne beregnes.",
    },
}


def read(path: Path, month: str | None) -> Iterator[tuple[int, Row]]:
    """The rows of a file with their line numbers, of one month or of all."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            if month in (None, row["month"]):
                yield reader.line_num, row


def compute(number: int, row: Row) -> Computed | Refused:
    try:
        return Computed(number, row, SCHEMES[row["scheme"]](row))
    except sk.SocialkapitelError as error:
        return Refused(number, row, error)


def shown(result: Result, language: str) -> str:
    """A result's main figure."""
    texts = TEXTS[language]
    match result:
        case sk.Section56Terms(in_force=outcome) | sk.NetExpansion(outcome=outcome):
            return sk.translate(outcome.label, language)
        case (
            sk.SubsidisedHours(hours=hours)
            | sk.AssistanceAllowance(hours=hours)
            | sk.AssistanceBank(saved=hours)
        ):
            return texts["hours"].format(sk.format_number(hours, language))
        case sk.SubsidisedPlaces(places=places):
            return texts["places"].format(places)
        case sk.EmployerCost(amount=amount) | sk.FlexWageSupplement(amount=amount):
            return sk.format_kroner(amount, language)
        case sk.FlexjobRefund() | sk.SicknessRefund() | sk.WageSubsidy() | sk.AssistanceRefund():
            return sk.format_kroner(result.amount, language)
        case _:
            raise TypeError(f"no main figure is known for {type(result).__name__}")


def print_table(lines: list[Computed], language: str) -> None:
    """The computed rows in columns, with the refunds of each month and of all."""
    cells = [HEADS[language]]
    totals: defaultdict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        row = line.row
        mark = "!" if line.result.explanation.caveats else " "
        refund = ""
        if line.refund is not None:
            refund = sk.format_kroner(line.refund, language)
            totals[row["month"]] += line.refund
        result = f"{shown(line.result, language)} {mark}"
        cells.append(
            (str(line.number), row["employment"], row["month"], row["scheme"], result, refund)
        )
    widths = [max(len(cell[column]) for cell in cells) for column in range(6)]
    for cell in cells:
        left = [text.ljust(width) for text, width in zip(cell[:4], widths, strict=False)]
        print(*left, cell[4].rjust(widths[4]), cell[5].rjust(widths[5]), sep="  ")
    texts = TEXTS[language]
    print(texts["mind"], end="\n\n")
    for month, total in sorted(totals.items()):
        print(f"{month:20} {sk.format_kroner(total, language):>18}")
    in_all = sum(totals.values(), Decimal(0))
    print(f"{texts['total']:20} {sk.format_kroner(in_all, language):>18}")


def print_refused(lines: list[Refused], language: str) -> None:
    """The rows that could not be computed, each with its line and the reason."""
    texts = TEXTS[language]
    print(f"\n{texts['bad']}:")
    for line in lines:
        reason = sk.translate(line.error.message, language)
        print(f"  {texts['line']} {line.number} ({line.row['employment']}): {reason}")


def main() -> None:
    """Reads the arguments, prints the table, and explains one result in full."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("file", nargs="?", type=Path, default=WORKPLACE)
    arguments.add_argument("month", nargs="?", help="one month, such as 2007-11")
    arguments.add_argument("--language", choices=("da", "en"), default="en")
    arguments.add_argument("--explain", metavar="EMPLOYMENT", help="whose result to explain")
    chosen = arguments.parse_args()

    rows = [compute(number, row) for number, row in read(chosen.file, chosen.month)]
    computed = [row for row in rows if isinstance(row, Computed)]
    refused = [row for row in rows if isinstance(row, Refused)]
    print_table(computed, chosen.language)
    if refused:
        print_refused(refused, chosen.language)
    for line in computed:
        if chosen.explain in (None, line.row["employment"]):
            print(f"\n{line.row['employment']}, {line.row['month']}")
            print(line.result.explanation.render(chosen.language))
            break
    else:
        print(TEXTS[chosen.language]["none"])


if __name__ == "__main__":
    main()
