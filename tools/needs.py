"""Write down which calculators look up which series of figures.

    python tools/needs.py

Every calculator is run over the years, for every class and group, with a set that notes what is
looked up in it; `socialkapitel.parameters` reads the result in ``parameters/data/needs.toml``. A
test does the same and compares the file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import attrs

import socialkapitel as sk
from socialkapitel import parameters
from socialkapitel.cases import deadline_rules, scheme_deadlines, sickness_deadlines
from socialkapitel.parameters.sets import Probe

FILE = Path(parameters.__file__).parent / "data" / "needs.toml"
YEARS = range(2003, 2028)
BASES = tuple(sk.RefundBasis)
GROUPS = tuple(sk.TargetGroup)

Run = Callable[[sk.ParameterSet], object]


@attrs.frozen(eq=False, repr=False)
class Noting(Probe):
    """A set that has a figure for each day, and notes what is looked up in it."""

    asked: dict[str, sk.Parameter] = attrs.field(factory=dict)

    def __getitem__(self, name: str) -> sk.Parameter:
        """The series, noted."""
        if name not in self.asked:
            self.asked[name] = Probe.__getitem__(self, name)
        return self.asked[name]


def needs() -> dict[str, list[str]]:
    """The series that each calculator looks up, by the calculator's name."""
    found: defaultdict[str, Noting] = defaultdict(lambda: Noting(sk.PARAMETERS.parameters))
    for name, run in _runs():
        with suppress(sk.SocialkapitelError):  # a rule that was not in force then
            run(found[name])
    asked = {name: set(noting.asked) for name, noting in found.items()}
    asked["deadlines"] = set(_of_deadlines())
    return {name: sorted(names) for name, names in sorted(asked.items())}


def _of_deadlines() -> Iterator[str]:
    """The series that the rules of deadlines name themselves."""
    for module in (deadline_rules, scheme_deadlines, sickness_deadlines):
        for each in vars(module).values():
            rules = each.values() if isinstance(each, dict) else each
            for rule in rules if isinstance(rules, (tuple, list)) else (each,):
                if isinstance(rule, deadline_rules.DeadlineRule):
                    yield from rule.figures


def _runs() -> Iterator[tuple[str, Run]]:
    for year in YEARS:
        for job, hours in _flexjobs(year):
            month = sk.Month(year, 3)
            yield "flexjob_refund", _with(sk.flexjob_refund, job, month, paid_hours=hours)
            if hours is None:
                yield "flexjob_year", _with(sk.flexjob_year, job, year)
            cost = sk.FlexjobWork(job=job, pay="20000", contributions="0")
            yield "employer_cost", _cost(cost, month)
        yield from _of_sickness(year)
        yield from _of_subsidies(year)
        yield from _others(year)


def _with(calculator: Callable[..., object], *args: object, **given: object) -> Run:
    return lambda figures: calculator(*args, **given, parameters=figures)


def _cost(work: sk.Arrangement, month: sk.Month) -> Run:
    return _with(sk.employer_cost, work, month)


def _flexjobs(year: int) -> Iterator[tuple[sk.Flexjob, str | None]]:
    for letter in (*"ABCDEF", None):
        for weekly, hours, pay in (
            ("37", None, sk.Pay.monthly("20000")),
            ("20", None, sk.Pay.monthly("20000")),
            ("10", None, sk.Pay.hourly("150")),
            ("37", "90", sk.Pay.hourly("150")),
            ("3", "10", sk.Pay.hourly("150")),
        ):
            yield (
                sk.Flexjob(
                    started_on=date(min(year, 2012), 1, 1),
                    share="2/3",
                    starting_pay=pay,
                    weekly_hours=weekly,
                    atp_class=letter,
                    other_contributions="0",
                ),
                hours,
            )


def _of_sickness(year: int) -> Iterator[tuple[str, Run]]:
    first = date(year, 2, 1)
    first += (-first.weekday() % 7) * timedelta(days=1)
    weeks = [sk.Week.of(first + timedelta(days=7 * number)) for number in range(7)]
    for basis in BASES:
        for paid in (True, False):
            for hours in ("37", "3"):
                absence = sk.SicknessAbsence(
                    first_day=first,
                    contract_hours="37",
                    hours=dict.fromkeys(weeks, hours),
                    hourly_pay="150",
                    paid_during_sickness=paid,
                    basis=basis,
                    employment=sk.Employment(since=date(year, 1, 10), hours_in_8_weeks="50"),
                )
                yield "sickness_refund", _with(sk.sickness_refund, absence)
                if basis is not sk.RefundBasis.FLEXJOB:
                    work = sk.SickLeave(pay="20000", contributions="0", absence=absence)
                    yield "employer_cost", _cost(work, sk.Month(year, 3))


def _of_subsidies(year: int) -> Iterator[tuple[str, Run]]:
    month = sk.Month(year, 3)
    for group in GROUPS:
        for rate in ("60", None):
            with suppress(sk.SocialkapitelError):  # a rate that the law fixes
                job = sk.SubsidisedJob(target_group=group, hourly_pay="150", granted_rate=rate)
                yield "wage_subsidy", _with(sk.wage_subsidy, job, month, hours="60")
                work = sk.SubsidisedWork(job=job, hours="60", pay="9000", contributions="0")
                yield "employer_cost", _cost(work, month)
        yield (
            "net_expansion",
            _with(
                sk.net_expansion,
                group,
                month.first_day,
                ordinary_employees=[20] * 12,
                employees_after=21,
                new_post=False,
                vacated_on=date(year - 1, 12, 1),
            ),
        )
    benefits = ({"weekly_benefit": "3000"}, {"monthly_benefit": "13000"})
    for kind, benefit, pay in product(sk.BenefitKind, benefits, ("120", None)):
        given = {"hourly_pay": pay, **benefit}
        yield "subsidised_hours", _with(sk.subsidised_hours, kind, month.first_day, **given)
    yield "subsidised_places", _with(sk.subsidised_places, 75, month.first_day)


def _others(year: int) -> Iterator[tuple[str, Run]]:
    month, day = sk.Month(year, 3), date(year, 3, 1)
    job = sk.FlexjobSince2013(started_on=date(2013, 1, 1), full_time_pay="30000")
    yield "flex_wage_supplement", _with(sk.flex_wage_supplement, job, month, pay="18000")
    yield "flex_wage_year", _with(sk.flex_wage_year, job, year, pay="18000")
    work = sk.FlexjobSince2013Work(job=job, pay="18000", contributions="0")
    yield "employer_cost", _cost(work, month)
    yield "assistance_allowance", _with(sk.assistance_allowance, "30", day)
    yield "assistance_refund", _with(sk.assistance_refund, "10", on=day)
    agreement = sk.Section56Agreement(
        starts_on=day,
        employee_agrees=True,
        employer_agrees=True,
        municipality_approves=True,
        meets_employment_requirement=True,
        employer_paid_days=10,
        expected_absence_days=5,
        absence_days_last_year=5,
    )
    yield "section_56_agreement", _with(sk.section_56_agreement, agreement, day)
    known = sk.Facts(weekly_absence_hours=5, expected_absence_days=5, absence_days_last_year=5)
    for scheme in sk.SCHEMES:
        yield "assess", _with(sk.assess, scheme.id, known, on=day)


def text() -> str:
    """The contents of the file."""
    head = "# Which calculators look up which series. Written by tools/needs.py.\n"
    lines = (
        f"\n{name} = [\n" + "".join(f'  "{each}",\n' for each in asked) + "]\n"
        for name, asked in needs().items()
        if asked
    )
    return head + "".join(lines)


if __name__ == "__main__":
    FILE.write_text(text(), "utf-8")
