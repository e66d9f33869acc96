"""Laws of section 56 agreements: unknown facts, what they could change, and nothing else."""

from datetime import date, timedelta
from itertools import product

import attrs
from calculators.section_56_cases import agreement
from hypothesis import given
from hypothesis import strategies as st
from junk import fits_or_is_refused, junk

import socialkapitel as sk

YES, NO, OPEN = sk.Outcome.FULFILLED, sk.Outcome.NOT_FULFILLED, sk.Outcome.UNRESOLVED
KNOWN = {
    "expected_absence_days": (9, 10),
    "absence_days_last_year": (9, 10),
    "employee_agrees": (False, True),
    "employer_agrees": (False, True),
    "municipality_approves": (False, True),
    "treatment_decided_before_hiring": (False, True),
    "employer_paid_days": (13, 21),
    "meets_employment_requirement": (False, True),
    "conditions_changed": (False, True),
}
partly = st.fixed_dictionaries(
    {name: st.sampled_from([None, *values]) for name, values in KNOWN.items()}
)
starts = st.dates(date(2005, 5, 1), date(2150, 12, 31))
names = st.sampled_from([field.name for field in attrs.fields(sk.Section56Agreement)])
offsets = st.integers(-30, 800)


def outcomes(facts, starts_on, on):
    result = sk.section_56_agreement(agreement(**facts, starts_on=starts_on), on)
    return (result.eligible, result.in_force, result.renewable)


def oracle(facts, starts_on, within):
    """The outcomes where every fact is known, read in sygedagpengeloven §§ 30 and 56."""
    enough = (
        facts["expected_absence_days"] >= 10
        or facts["treatment_decided_before_hiring"]
        or facts["employer_paid_days"] >= 21
    )
    if starts_on >= date(2006, 7, 3):
        enough = enough and facts["meets_employment_requirement"]
    agreed = all(facts[name] for name in KNOWN if name.endswith(("agrees", "approves")))
    again = facts["absence_days_last_year"] >= 10 or facts["conditions_changed"]
    eligible = enough and agreed
    return tuple(
        YES if fact else NO for fact in (eligible, eligible and within, eligible and again)
    )


def completions(facts):
    unknown = [name for name, value in facts.items() if value is None]
    for values in product(*(KNOWN[name] for name in unknown)):
        yield {**facts, **dict(zip(unknown, values, strict=True))}


@given(partly, starts, offsets)
def test_open_where_what_is_unknown_decides(facts, starts_on, days):
    on = starts_on + timedelta(days=days)
    result = sk.section_56_agreement(agreement(**facts, starts_on=starts_on), on)
    within = starts_on <= on <= result.expires_on
    possible = [oracle(complete, starts_on, within) for complete in completions(facts)]
    found = (result.eligible, result.in_force, result.renewable)
    for place, outcome in enumerate(found):
        values = {outcomes[place] for outcomes in possible}
        assert outcome is (values.pop() if len(values) == 1 else OPEN)


@given(partly, starts, offsets)
def test_missing_is_exactly_what_could_change_an_outcome(facts, starts_on, days):
    on = starts_on + timedelta(days=days)
    result = sk.section_56_agreement(agreement(**facts, starts_on=starts_on), on)
    within = starts_on <= on <= result.expires_on
    decisive = set()
    for complete in completions(facts):
        for name, value in facts.items():
            if value is None:
                other = {**complete, name: sum(KNOWN[name]) - complete[name]}
                if oracle(other, starts_on, within) != oracle(complete, starts_on, within):
                    decisive.add(name)
    assert decisive == set(result.missing)
    assert len(result.missing) == len(set(result.missing))


@given(partly, starts)
def test_scheme_and_agreement_judge_the_same(facts, starts_on):
    agreed = dict.fromkeys((name for name in KNOWN if name.endswith(("agrees", "approves"))), True)
    made = agreement(**{**facts, **agreed}, starts_on=starts_on)
    paid = facts["employer_paid_days"]
    known = sk.Facts(
        employed_here=True,
        fixed_shorter_hours_wanted=False,
        renews_section_56=False,
        lasting_absence_risk=True,
        expected_absence_days=facts["expected_absence_days"],
        treatment_decided_when_hired=facts["treatment_decided_before_hiring"],
        employer_period_paid_within_year=None if paid is None else paid >= 21,
        meets_employment_requirement=facts["meets_employment_requirement"],
    )
    judged = sk.assess("section-56", known, on=starts_on)
    assert judged.outcome is sk.section_56_agreement(made, starts_on).eligible


@given(partly, starts)
def test_scheme_and_agreement_renew_the_same(facts, starts_on):
    agreed = dict.fromkeys((name for name in KNOWN if name.endswith(("agrees", "approves"))), True)
    given = {**facts, **agreed, "treatment_decided_before_hiring": True}
    given["meets_employment_requirement"] = True
    terms = sk.section_56_agreement(agreement(**given, starts_on=starts_on), starts_on)
    known = sk.Facts(
        employed_here=True,
        fixed_shorter_hours_wanted=False,
        renews_section_56=True,
        treatment_decided_when_hired=True,
        meets_employment_requirement=True,
        absence_days_last_year=facts["absence_days_last_year"],
        conditions_changed_materially=facts["conditions_changed"],
    )
    assert sk.assess("section-56", known, on=terms.expires_on).outcome is terms.renewable


@given(partly, starts, offsets)
def test_outcomes_are_decided_and_never_calculated(facts, starts_on, days):
    found = outcomes(facts, starts_on, starts_on + timedelta(days=days))
    assert set(found) <= {YES, NO, OPEN}


@given(starts)
def test_the_term_ends_the_day_before_its_second_anniversary(starts_on):
    expires_on = sk.section_56_agreement(agreement(starts_on=starts_on), starts_on).expires_on
    after = expires_on + timedelta(days=1)
    assert starts_on.year + 2 == after.year
    leap = (starts_on.month, starts_on.day) == (2, 29)
    assert ((3, 1) if leap else (starts_on.month, starts_on.day)) == (after.month, after.day)


@given(
    st.dictionaries(st.sampled_from([f.name for f in attrs.fields(sk.Section56Agreement)]), junk)
)
def test_junk_facts_fit_or_are_refused(changes):
    assert fits_or_is_refused(lambda: agreement(**changes), sk.Section56Agreement)


@given(junk, junk, junk)
def test_junk_arguments_are_refused(made, on, parameters):
    for first, day in ((made, on), (agreement(), on), (agreement(), date(2025, 1, 1))):
        assert fits_or_is_refused(
            lambda first=first, day=day: sk.section_56_agreement(first, day, parameters=parameters),
            sk.Section56Terms,
        )


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1900, 1, 1)))
def test_any_day_gives_terms_or_a_reason(starts_on, on):
    assert fits_or_is_refused(
        lambda: sk.section_56_agreement(agreement(starts_on=starts_on), on), sk.Section56Terms
    )
