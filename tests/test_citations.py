import re
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from calculators.test_what_is_told import RESULTS

import socialkapitel as sk
from socialkapitel import PARAMETERS
from socialkapitel.citations import (
    FRAMEWORK,
    HERLEV,
    LAB,
    MIDTJYLLAND,
    framework,
    herlev,
    midtjylland,
    sickness_benefit,
)
from socialkapitel.schemes import SCHEMES
from socialkapitel.sources import Source

sys.path.insert(0, str(Path(__file__).parents[1] / "docs" / "_ext"))

from source_facts import rules


def test_a_section_is_cited_with_its_document():
    assert herlev("Fleksjob") == Source(f"{HERLEV}, Fleksjob")
    assert midtjylland("7.2") == Source(f"{MIDTJYLLAND}, 7.2")


def test_an_act_is_cited_with_the_section_that_names_it():
    assert herlev("Fleksjob", LAB) == Source(LAB, f"{HERLEV}, Fleksjob")
    assert midtjylland("Bilag 3", LAB) == Source(LAB, f"{MIDTJYLLAND}, Bilag 3")
    assert framework("2.1") == Source(FRAMEWORK, f"{MIDTJYLLAND}, 2.1")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2006, 7, 2), "dagpengeloven § 28"),
        (date(2006, 7, 3), "sygedagpengeloven § 56"),
    ],
)
def test_the_sickness_benefit_act_had_a_forerunner(day, expected):
    assert sickness_benefit("§ 56", HERLEV, before="§ 28").cite(day) == expected


def test_of_a_forerunner_only_what_is_known_is_cited():
    found = sickness_benefit("§ 53", HERLEV)
    assert Source("sygedagpengeloven § 53", HERLEV) == found.on(date(2006, 7, 3))
    assert Source("dagpengeloven", HERLEV) == found.on(date(2006, 7, 2))
    assert "sygedagpengeloven" == sickness_benefit("").cite(date(2020, 1, 1))


# For which days an act, or a paragraph of it, can be cited.
DATES = [
    (r"sygedagpengeloven", date(2006, 7, 3), None),
    (r"(?<!syge)dagpengeloven", None, date(2006, 7, 2)),
    (r"\bLAB\b|lov om en aktiv beskæftigelsesindsats", date(2003, 7, 1), None),
    (r"LAB § (58|61|66|68|69|72|77|116|118|119|123|133|137|179)\b", date(2020, 1, 1), None),
    (r"LAB § (55|63|71)\b|LAB § 70 [a-z]\b", date(2003, 7, 1), date(2019, 12, 31)),
    (r"BEK om en aktiv beskæftigelsesindsats § (65|88)", date(2020, 1, 1), None),
    (r"^BEK om en aktiv beskæftigelsesindsats § 70$", None, date(2017, 11, 8)),
    (r"BEK 1297/2017", date(2017, 11, 9), date(2019, 12, 31)),
    (r"kompensation til handicappede i erhverv m\.v\. §§? 15", date(2020, 1, 1), None),
    (r"lov 1380/2012", date(2013, 1, 1), None),
    (r"lov 1750/2025", date(2026, 2, 1), None),
]
FIRST, LAST = date(1996, 1, 1), date(2030, 12, 31)
CHANGES = sorted(
    {day for _, *span in DATES for day in span if day}
    | {day + timedelta(days=1) for _, *span in DATES for day in span if day}
)


def cited():
    """Every source that rules, figures, schemes and duties cite, with the days that it is for."""
    for own in rules().values():
        for rule in own:
            yield rule.id, rule.source, rule.valid_from, rule.valid_to
    for parameter in PARAMETERS:
        for figure in parameter.figures:
            yield figure.key, figure.source, figure.valid_from, figure.valid_to
    for scheme in SCHEMES:
        for name, item in parts(scheme):
            first = max(scheme.valid_from or FIRST, item.valid_from or FIRST)
            last = min(scheme.valid_to or LAST, item.valid_to or LAST)
            yield f"{scheme.id}: {name}", item.source, first, last


def parts(scheme):
    for field in ("conditions", "for_employer", "for_employee", "authorities", "documents"):
        yield from ((field, item) for item in getattr(scheme, field))
    for field in ("involve", "follow_up", "reminders", "limits"):
        yield from ((field, item) for item in getattr(scheme, field))


def test_every_act_is_cited_for_its_own_days():
    wrong = set()
    for place, source, first, last in cited():
        inside = [day for day in CHANGES if first <= day <= (last or LAST)]
        for day in (max(first, FIRST), *inside, last or LAST):
            citation = source.cite(day)
            for pattern, start, end in DATES:
                known = (start is None or start <= day) and (end is None or day <= end)
                if not known and re.search(pattern, citation):
                    wrong.add((place, str(day), citation))
    assert set() == wrong


def test_no_part_of_a_scheme_holds_outside_the_schemes_dates():
    outside = [
        (scheme.id, name, str(item.label))
        for scheme in SCHEMES
        for name, item in parts(scheme)
        if name != "authorities"
        and (
            (item.valid_to is not None and item.valid_to < (scheme.valid_from or FIRST))
            or (item.valid_from is not None and item.valid_from > (scheme.valid_to or LAST))
        )
    ]
    assert [] == outside


@pytest.mark.parametrize("case", RESULTS)
def test_no_rule_answers_outside_its_dates(case):
    known = {rule.id: rule for own in rules().values() for rule in own}
    for step in RESULTS[case]().explanation.steps:
        rule = known.get(step.rule)
        if rule is not None:
            assert rule.check(step.on) is None, step.id
            assert rule.source.on(step.on) == step.source


def asked_on(day):
    """Calculations of several kinds, as of a day; each may refuse it."""
    month = sk.Month.of(day)
    agreement = sk.Section56Agreement(
        starts_on=day,
        expected_absence_days=12,
        employee_agrees=True,
        employer_agrees=True,
        municipality_approves=True,
    )
    rates = {sk.TargetGroup.REHABILITATION: "90"}
    for group in sk.TargetGroup:
        job = {"target_group": group, "hourly_pay": "150", "granted_rate": rates.get(group)}
        yield lambda job=job: sk.wage_subsidy(
            sk.SubsidisedJob(**job), month, hours=10, refunded={month.first_day: 5}
        )
        yield lambda group=group: sk.net_expansion(
            group,
            day,
            ordinary_employees=[20] * 12,
            employees_after=21,
            new_post=True,
        )
    yield lambda: sk.subsidised_places(60, day)
    yield lambda: sk.subsidised_hours(sk.BenefitKind.FULL_TIME_INSURED, day, monthly_benefit="9000")
    yield lambda: sk.subsidised_hours(
        sk.BenefitKind.FULL_TIME_INSURED, day, weekly_benefit="3000", hourly_pay="120"
    )
    yield lambda: sk.assistance_allowance("30", day)
    yield lambda: sk.assistance_refund("10", on=day)
    yield lambda: sk.section_56_agreement(agreement, day)


BESIDE = sorted(
    {
        change + number * timedelta(days=1)
        for parameter in PARAMETERS
        for figure in parameter.figures
        for change in (figure.valid_from, figure.valid_to)
        if change
        for number in (-1, 0, 1)
    }
)


def test_at_no_change_of_law_a_rule_answers_outside_its_dates():
    known = {rule.id: rule for own in rules().values() for rule in own}
    answered = set()
    for day in BESIDE:
        for ask in asked_on(day):
            try:
                explanation = ask().explanation
            except (sk.NotInForce, sk.InvalidInput):
                continue
            for step in explanation.steps:
                if step.rule in known:
                    known[step.rule].check(step.on)
                    answered.add(step.rule)
    assert {"quota.places", "net_expansion.above_average_heads", "section_56.employment"} < answered
