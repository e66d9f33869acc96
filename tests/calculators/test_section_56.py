import json
from datetime import date
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
    assert "other-grounds" not in codes(result)


@pytest.mark.parametrize(
    ("days", "treatment", "outcome", "missing"),
    [
        (10, None, YES, ()),
        (9, None, OPEN, ("treatment_decided_before_hiring",)),
        (9, True, YES, ()),
        (9, False, NO, ()),
        (0, False, NO, ()),
        (366, False, YES, ()),
        (None, True, YES, ()),
        (None, False, OPEN, ("expected_absence_days",)),
        (None, None, OPEN, ("expected_absence_days", "treatment_decided_before_hiring")),
    ],
)
def test_grounds(days, treatment, outcome, missing):
    result = terms(expected_absence_days=days, treatment_decided_before_hiring=treatment)
    assert outcome is result.eligible
    assert missing == result.missing
    assert (outcome is NO) is ("other-grounds" in codes(result))


@pytest.mark.parametrize("answers", list(product([True, False, None], repeat=3)))
def test_three_parties_must_agree(answers):
    names = ("employee_agrees", "employer_agrees", "municipality_approves")
    result = terms(**dict(zip(names, answers, strict=True)))
    if False in answers:
        assert (NO, ()) == (result.eligible, result.missing)
    else:
        unknown = tuple(n for n, answer in zip(names, answers, strict=True) if answer is None)
        assert (OPEN if unknown else YES, unknown) == (result.eligible, result.missing)
    assert "other-grounds" not in codes(result)


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
        (date(2024, 2, 29), NO, "it begins on 2024-03-01"),
        (date(2024, 3, 1), YES, "2024-03-01 lies within its term, 2024-03-01/2026-02-28"),
        (date(2026, 2, 28), YES, "2026-02-28 lies within its term"),
        (date(2026, 3, 1), NO, "it expired on 2026-02-28"),
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
    assert "9 days, fewer than 10" == str(finding(result, "section_56.last_year").because)
    assert "they have not changed materially" == str(finding(result, "section_56.changed").because)
    assert "there is none" == str(finding(result, "section_56.need").because)
    assert "not all of them are fulfilled" == str(result.renewal.because)


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


def test_nothing_is_said_of_the_illness():
    names = {field.name for field in attrs.fields(sk.Section56Agreement)}
    assert not [name for name in names if "illness" in name or "diagnos" in name]
    text = terms(expected_absence_days=3, treatment_decided_before_hiring=False).explanation
    assert "illness" not in text.render("en").lower()
    assert "lidelse" not in text.render("da").lower()


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


@pytest.mark.parametrize("value", [None, "2025-01-01", 20250101])
def test_only_a_day_is_asked_about(value):
    with pytest.raises(sk.WrongType, match=r"on: .* a datetime\.date"):
        terms(value)


def test_only_an_agreement_and_a_set_are_taken():
    with pytest.raises(sk.WrongType, match=r"agreement: .* a Section56Agreement"):
        sk.section_56_agreement({}, WITHIN)
    with pytest.raises(sk.WrongType, match=r"parameters: .* a ParameterSet"):
        sk.section_56_agreement(agreement(), WITHIN, parameters={})


def test_each_party_is_named():
    text = terms(employee_agrees=True, employer_agrees=False, municipality_approves=None)
    rendered = text.explanation.render("en")
    assert "Consent of the employee: fulfilled\n     agrees" in rendered
    assert "Consent of the employer: not fulfilled\n     does not agree" in rendered
    assert (
        "Consent of the municipality of residence: unresolved\n     that is not known" in rendered
    )


def test_each_partys_refusal_is_told_on_its_own():
    nobody = dict.fromkeys(("employee_agrees", "employer_agrees", "municipality_approves"), False)
    told = [(step.id, step.outcome) for step in terms(**nobody).findings]
    assert [(f"section_56.consent[{name}]", NO) for name in nobody] == [
        step for step in told if step[0].startswith("section_56.consent")
    ]
