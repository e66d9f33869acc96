import json
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import product

import attrs
import pytest
from calculators.section_56_cases import START, agreement
from redoing import redo

import socialkapitel as sk

YES, NO, OPEN = sk.Outcome.FULFILLED, sk.Outcome.NOT_FULFILLED, sk.Outcome.UNRESOLVED
WITHIN = date(2025, 1, 1)


def terms(on=WITHIN, **changes):
    return sk.section_56_agreement(agreement(**changes), on)


def finding(result, rule):
    return next(finding for finding in result.findings if finding.rule == rule)


def codes(result):
    return [caveat.code for caveat in result.caveats]


def test_an_agreement_in_force():
    result = terms()
    assert (YES, YES, YES) == (result.eligible, result.in_force, result.renewable)
    assert date(2026, 2, 28) == result.expires_on
    assert () == result.missing


@pytest.mark.parametrize(
    ("days", "treatment", "paid", "outcome", "missing"),
    [
        (10, None, None, YES, ()),
        (9, None, 20, OPEN, ("treatment_decided_before_hiring",)),
        (9, True, None, YES, ()),
        (9, False, 20, NO, ()),
        (9, False, 21, YES, ()),
        (0, False, 0, NO, ()),
        (366, False, 0, YES, ()),
        (None, True, None, YES, ()),
        (None, False, 21, YES, ()),
        (None, False, 0, OPEN, ("expected_absence_days",)),
        (9, False, None, OPEN, ("employer_paid_days",)),
        (
            None,
            None,
            None,
            OPEN,
            ("expected_absence_days", "treatment_decided_before_hiring", "employer_paid_days"),
        ),
    ],
)
def test_one_of_three_grounds_is_enough(days, treatment, paid, outcome, missing):
    result = terms(
        expected_absence_days=days,
        treatment_decided_before_hiring=treatment,
        employer_paid_days=paid,
    )
    assert outcome is result.eligible
    assert missing == result.missing
    assert not [code for code in codes(result) if "ground" in code]


@pytest.mark.parametrize(
    ("starts_on", "enough"),
    [
        (date(2005, 5, 1), 14),
        (date(2007, 4, 1), 14),
        (date(2007, 4, 2), 15),
        (date(2008, 6, 1), 15),
        (date(2008, 6, 2), 21),
        (date(2012, 1, 2), 21),
        (date(2026, 1, 1), 21),
    ],
)
def test_the_days_already_paid_for_stayed_21_when_the_employer_period_became_30(starts_on, enough):
    def judged(days):
        return terms(
            starts_on=starts_on,
            expected_absence_days=0,
            treatment_decided_before_hiring=False,
            employer_paid_days=days,
        ).eligible

    assert (NO, YES) == (judged(enough - 1), judged(enough))


@pytest.mark.parametrize(("answer", "outcome"), [(True, YES), (False, NO), (None, OPEN)])
def test_the_employment_requirement_must_be_met(answer, outcome):
    result = terms(meets_employment_requirement=answer)
    assert outcome is result.eligible
    assert (("meets_employment_requirement",) if outcome is OPEN else ()) == result.missing
    assert outcome is finding(result, "section_56.employment").outcome
    assert "sygedagpengeloven § 30" == str(finding(result, "section_56.employment").source)


def test_the_employment_requirement_is_read_from_july_2006():
    before = terms(starts_on=date(2006, 7, 2), meets_employment_requirement=False)
    after = terms(starts_on=date(2006, 7, 3), meets_employment_requirement=False)
    assert (YES, NO) == (before.eligible, after.eligible)
    assert "section_56.employment" not in {one.rule for one in before.findings}


@pytest.mark.parametrize("answers", list(product([True, False, None], repeat=3)))
def test_three_parties_must_agree(answers):
    names = ("employee_agrees", "employer_agrees", "municipality_approves")
    result = terms(**dict(zip(names, answers, strict=True)))
    if False in answers:
        assert (NO, ()) == (result.eligible, result.missing)
    else:
        unknown = tuple(n for n, answer in zip(names, answers, strict=True) if answer is None)
        assert (OPEN if unknown else YES, unknown) == (result.eligible, result.missing)


def test_a_refusal_makes_every_other_fact_idle():
    result = sk.section_56_agreement(
        sk.Section56Agreement(
            starts_on=START,
            expected_absence_days=None,
            employee_agrees=False,
            employer_agrees=None,
            municipality_approves=None,
        ),
        WITHIN,
    )
    assert (NO, NO, NO, ()) == (
        result.eligible,
        result.in_force,
        result.renewable,
        result.missing,
    )


@pytest.mark.parametrize(
    ("on", "outcome", "because"),
    [
        (date(2024, 2, 29), NO, "the agreement begins on 2024-03-01"),
        (date(2024, 3, 1), YES, "2024-03-01 lies within the term, 2024-03-01/2026-02-28"),
        (date(2026, 2, 28), YES, "2026-02-28 lies within the term"),
        (date(2026, 3, 1), NO, "the agreement expired on 2026-02-28"),
    ],
)
def test_in_force_on_its_first_day_through_its_last(on, outcome, because):
    result = terms(on)
    assert outcome is result.in_force
    assert because in str(finding(result, "section_56.in_force").because)
    assert on == finding(result, "section_56.in_force").on


def test_in_force_follows_the_conditions():
    assert NO is terms(employer_agrees=False).in_force
    assert OPEN is terms(employer_agrees=None).in_force
    assert NO is terms(date(2024, 2, 29), employer_agrees=None).in_force


@pytest.mark.parametrize(
    ("starts_on", "expires_on"),
    [
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2022, 3, 1), date(2024, 2, 29)),
        (date(2024, 1, 1), date(2025, 12, 31)),
        (date(2023, 8, 31), date(2025, 8, 30)),
    ],
)
def test_a_term_is_two_years(starts_on, expires_on):
    assert expires_on == terms(starts_on=starts_on).expires_on


@pytest.mark.parametrize(
    ("days", "changed", "outcome", "missing"),
    [
        (10, None, YES, ()),
        (10, False, YES, ()),
        (9, False, NO, ()),
        (9, True, YES, ()),
        (0, None, OPEN, ("conditions_changed",)),
        (None, True, YES, ()),
        (None, False, OPEN, ("absence_days_last_year",)),
        (None, None, OPEN, ("absence_days_last_year", "conditions_changed")),
    ],
)
def test_renewal(days, changed, outcome, missing):
    result = terms(absence_days_last_year=days, conditions_changed=changed)
    assert (outcome, missing) == (result.renewable, result.missing)
    assert result.renewal is result.findings[-1]
    assert ("section_56.renewable", outcome) == (result.renewal.rule, result.renewal.outcome)
    assert result.expires_on == result.renewal.on


def test_the_reason_against_renewal_is_told():
    result = terms(absence_days_last_year=9, conditions_changed=False)
    assert "the number stated is 9 days; the requirement is at least 10" == str(
        finding(result, "section_56.last_year").because
    )
    assert str(finding(result, "section_56.changed").because).endswith(": no")
    assert "not one of the conditions is fulfilled" == str(
        finding(result, "section_56.need").because
    )
    assert "not all the conditions are fulfilled" == str(result.renewal.because)


def test_what_was_no_agreement_is_not_renewed():
    assert NO is terms(municipality_approves=False).renewable
    assert OPEN is terms(municipality_approves=None).renewable


@pytest.mark.parametrize(
    ("starts_on", "citation"),
    [
        (date(2006, 7, 2), "dagpengeloven § 28"),
        (date(2006, 7, 3), "sygedagpengeloven § 56"),
    ],
)
def test_cited_as_it_was_called(starts_on, citation):
    result = terms(starts_on=starts_on)
    assert citation == str(finding(result, "section_56.eligible").source)


def test_known_from_may_2005():
    assert YES is terms(starts_on=date(2005, 5, 1)).eligible
    with pytest.raises(sk.NotInForce, match=r"section_56\.") as caught:
        terms(starts_on=date(2005, 4, 30))
    assert date(2005, 5, 1) == caught.value.first


def test_amended_figures():
    amended = sk.PARAMETERS.amend(
        "section_56.min_absence_days", value="12.5", valid_from=START, source="a proposal"
    ).amend("section_56.term", value="3", valid_from=START, source="a proposal")
    result = sk.section_56_agreement(
        agreement(expected_absence_days=12), WITHIN, parameters=amended
    )
    assert (OPEN, date(2027, 2, 28)) == (result.eligible, result.expires_on)
    paid = sk.PARAMETERS.amend(
        "section_56.paid_days", value="30", valid_from=START, source="a proposal"
    )
    refused = agreement(
        expected_absence_days=0, treatment_decided_before_hiring=False, employer_paid_days=29
    )
    assert NO is sk.section_56_agreement(refused, WITHIN, parameters=paid).eligible
    assert (
        YES
        is sk.section_56_agreement(
            agreement(expected_absence_days=13), WITHIN, parameters=amended
        ).eligible
    )
    half = sk.PARAMETERS.amend(
        "section_56.term", value="1.5", valid_from=START, source="a proposal"
    )
    with pytest.raises(sk.InvalidInput, match=r"section_56\.term.*a whole number"):
        sk.section_56_agreement(agreement(), WITHIN, parameters=half)


def test_nothing_asks_what_the_illness_is():
    names = {field.name for field in attrs.fields(sk.Section56Agreement)}
    assert not [name for name in names if "illness" in name or "diagnos" in name]


@pytest.mark.parametrize(
    "changes", [{}, {"expected_absence_days": None}, {"employer_agrees": False}]
)
def test_the_explanation_can_be_redone_and_read(changes):
    result = terms(**changes)
    document = json.loads(json.dumps(result.explanation.document()))
    redo(document)
    judged = [step for step in document["steps"] if "because" in step]
    assert [finding.id for finding in result.findings] == [step["id"] for step in judged]
    assert "Section 56 agreement" in result.explanation.render("en")
    assert "§ 56" in result.explanation.render("da")


@pytest.mark.parametrize("value", [None, "1.1.2025", 20250101])
def test_only_a_day_is_asked_about(value):
    with pytest.raises(sk.InvalidInput, match=r"on: .* a date "):
        terms(value)
    assert terms(date(2025, 1, 1)) == terms("2025-01-01")


def test_only_an_agreement_and_a_set_are_taken():
    with pytest.raises(sk.WrongType, match=r"agreement: .* .*Section56Agreement"):
        sk.section_56_agreement({}, WITHIN)
    with pytest.raises(sk.WrongType, match=r"parameters: .* .*ParameterSet"):
        sk.section_56_agreement(agreement(), WITHIN, parameters={})


def test_each_party_is_named():
    text = terms(employee_agrees=True, employer_agrees=False, municipality_approves=None)
    rendered = text.explanation.render("en")
    assert (
        "The employee has entered into the agreement: yes\n"
        "     The employee has signed the agreement." in rendered
    )
    assert (
        "The employer has entered into the agreement: no\n"
        "     The employer does not want the agreement." in rendered
    )
    assert (
        "The municipality of residence has approved the agreement: unresolved\n"
        "     It is not known whether the agreement is entered into and approved." in rendered
    )
    danish = terms(municipality_approves=False).explanation.render("da")
    assert "Bopælskommunen har godkendt aftalen: nej" in danish


def test_each_partys_refusal_is_told_on_its_own():
    nobody = dict.fromkeys(("employee_agrees", "employer_agrees", "municipality_approves"), False)
    told = [(step.id, step.outcome) for step in terms(**nobody).findings]
    assert [(f"section_56.consent[{name}]", NO) for name in nobody] == [
        step for step in told if step[0].startswith("section_56.consent")
    ]


DAYS = ["expected_absence_days", "employer_paid_days", "absence_days_last_year"]
FLAGS = [
    "employee_agrees",
    "employer_agrees",
    "municipality_approves",
    "treatment_decided_before_hiring",
    "meets_employment_requirement",
    "conditions_changed",
]


@pytest.mark.parametrize("field", DAYS)
@pytest.mark.parametrize("value", [-1, 367, 10**30])
def test_days_of_a_year(field, value):
    assert agreement(**{field: 0}) != agreement(**{field: 366})
    with pytest.raises(sk.InvalidInput, match=rf"{field}: {value} .* from 0 to 366"):
        agreement(**{field: value})


@pytest.mark.parametrize("field", DAYS)
@pytest.mark.parametrize("value", [True, 10.0, "10", Decimal(10)])
def test_days_are_whole_numbers(field, value):
    with pytest.raises(sk.WrongType, match=rf"{field}: .* a whole number of days"):
        agreement(**{field: value})


@pytest.mark.parametrize("field", FLAGS)
@pytest.mark.parametrize("value", [0, 1, "yes", ""])
def test_facts_are_true_false_or_unknown(field, value):
    for fit in (True, False, None):
        assert fit is getattr(agreement(**{field: fit}), field)
    with pytest.raises(sk.WrongType, match=rf"{field}: .* True for yes"):
        agreement(**{field: value})


@pytest.mark.parametrize("value", [None, 20240301, datetime(2024, 3, 1, tzinfo=UTC)])
def test_it_starts_on_a_day(value):
    with pytest.raises(sk.WrongType, match="starts_on"):
        agreement(starts_on=value)


def test_facts_that_come_later_are_unknown_unless_given():
    made = sk.Section56Agreement(
        starts_on=date(2024, 3, 1),
        expected_absence_days=12,
        employee_agrees=True,
        employer_agrees=True,
        municipality_approves=True,
    )
    assert (None, None, None, None, None) == (
        made.treatment_decided_before_hiring,
        made.employer_paid_days,
        made.meets_employment_requirement,
        made.absence_days_last_year,
        made.conditions_changed,
    )


def test_it_is_a_value():
    assert hash(agreement()) == hash(agreement())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        agreement().employee_agrees = False
