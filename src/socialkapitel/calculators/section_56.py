"""The terms of a section 56 agreement (§ 56-aftale; § 28 of the older act before 2006-07-03)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from socialkapitel.calculators.inputs import figures_or_packaged, whole_figure
from socialkapitel.calculators.judgements import judge_all, judge_any, judge_fact, judge_unknown
from socialkapitel.calculators.section_56_facts import Section56Agreement
from socialkapitel.errors import check_kind
from socialkapitel.explanation import Explained, Finding, Outcome, Worksheet
from socialkapitel.messages import msg
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Period, check_date, term_end
from socialkapitel.sources import FormerCitation, Rule, Source

_LAW = Source(
    "sygedagpengeloven § 56", former=(FormerCitation(date(2006, 7, 2), "dagpengeloven § 28"),)
)
_FIRST = date(2005, 5, 1)
_DAYS = Rule("section_56.expected_days", msg("Absence expected within a year"), _LAW, _FIRST)
_TREATMENT = Rule("section_56.treatment", msg("Treatment decided before hiring"), _LAW, _FIRST)
_GROUND = Rule("section_56.ground", msg("Ground for the agreement"), _LAW, _FIRST)
_CONSENT = Rule("section_56.consent", msg("Consent"), _LAW, _FIRST)
_ELIGIBLE = Rule("section_56.eligible", msg("Conditions for the agreement"), _LAW, _FIRST)
_IN_FORCE = Rule("section_56.in_force", msg("Agreement in force"), _LAW, _FIRST)
_LAST_YEAR = Rule("section_56.last_year", msg("Absence in the last year"), _LAW, _FIRST)
_CHANGED = Rule("section_56.changed", msg("Conditions changed at expiry"), _LAW, _FIRST)
_NEED = Rule("section_56.need", msg("Need for a renewed agreement"), _LAW, _FIRST)
_RENEWABLE = Rule("section_56.renewable", msg("Renewal"), _LAW, _FIRST)

_PARTIES = {
    "employee_agrees": msg("the employee"),
    "employer_agrees": msg("the employer"),
    "municipality_approves": msg("the municipality of residence"),
}


@attrs.frozen(kw_only=True)
class Section56Terms(Explained):
    """What an agreement comes to on a day.

    Attributes:
        eligible: whether there is a ground for the agreement and all three parties agree.
        in_force: whether it is in force on the day.
        expires_on: its last day.
        renewable: whether it can be renewed when it expires; `renewal` says why.
        missing: the unknown facts that could change one of the outcomes.
        findings: every judgement with its reason.
    """

    eligible: Outcome
    in_force: Outcome
    expires_on: date
    renewable: Outcome
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def renewal(self) -> Finding:
        """Why the agreement can or can't be renewed."""
        return self.findings[-1]


def section_56_agreement(
    agreement: Section56Agreement, on: date, *, parameters: ParameterSet | None = None
) -> Section56Terms:
    """Whether an agreement can be made, is in force on a day, and can be renewed.

    It needs a ground: at least ten absence days expected within a year, or treatment decided
    before hiring. Employee, employer and the municipality of residence must agree. It covers one
    person for two years at a time, and gives refund from the first day of the absence that it was
    made for (`RefundBasis.SECTION_56`). It is not renewed when the last year's absence was under
    ten days, unless conditions have changed materially at expiry. Law: sygedagpengeloven § 56;
    before 2006-07-03 dagpengeloven § 28.

    A third ground, that the employer has already paid for a number of days of the same absence
    within twelve months, is not judged: sources disagree on the number.

    Args:
        agreement: what is known of the agreement.
        on: the day that is asked about.
        parameters: another set of legal figures.

    Raises:
        WrongType: for anything but a `Section56Agreement`, a date and a `ParameterSet`.
        NotInForce: for an agreement from before the conditions are known.

    >>> import socialkapitel as sk
    >>> agreement = sk.Section56Agreement(
    ...     starts_on=date(2024, 3, 1),
    ...     expected_absence_days=12,
    ...     employee_agrees=True,
    ...     employer_agrees=True,
    ...     municipality_approves=None,
    ... )
    >>> terms = sk.section_56_agreement(agreement, date(2025, 1, 1))
    >>> terms.eligible, terms.expires_on
    (<Outcome.UNRESOLVED: 'unresolved'>, datetime.date(2026, 2, 28))
    >>> terms.missing
    ('municipality_approves', 'absence_days_last_year', 'conditions_changed')
    """
    check_kind(agreement, Section56Agreement, "agreement")
    check_date(on, "on")
    sheet = Worksheet(
        msg("Section 56 agreement from {day}", day=agreement.starts_on),
        figures_or_packaged(parameters),
    )
    _note_inputs(sheet, agreement)
    term = whole_figure(sheet.figure("section_56.term", agreement.starts_on))
    expires_on = term_end(agreement.starts_on, term)
    least = sheet.figure("section_56.min_absence_days", agreement.starts_on).value
    eligible = _judge_eligible(sheet, agreement, least)
    in_force = _judge_in_force(sheet, eligible, Period(agreement.starts_on, expires_on), on)
    renewable = _judge_renewable(sheet, agreement, eligible, expires_on)
    explanation = sheet.explanation()
    asked = (eligible, in_force, renewable)
    return Section56Terms(
        eligible=eligible.outcome,
        in_force=in_force.outcome,
        expires_on=expires_on,
        renewable=renewable.outcome,
        missing=tuple(dict.fromkeys(fact for finding in asked for fact in finding.missing)),
        findings=tuple(step for step in explanation.steps if isinstance(step, Finding)),
        explanation=explanation,
    )


def _note_inputs(sheet: Worksheet, agreement: Section56Agreement) -> None:
    days = {
        "expected_absence_days": msg("Absence days expected within a year"),
        "absence_days_last_year": msg("Absence days in the last year"),
    }
    for name, label in days.items():
        value = getattr(agreement, name)
        if value is not None:
            sheet.given(name, label, value, Unit.DAYS)


def _judge_eligible(sheet: Worksheet, agreement: Section56Agreement, least: Decimal) -> Finding:
    day = agreement.starts_on
    expected = _judge_days(
        sheet, _DAYS, day, ("expected_absence_days", agreement.expected_absence_days), least
    )
    treatment = judge_fact(
        sheet,
        _TREATMENT,
        day,
        ("treatment_decided_before_hiring", agreement.treatment_decided_before_hiring),
        msg("it had been decided"),
        msg("it had not been decided"),
    )
    ground = judge_any(sheet, _GROUND, day, (expected, treatment))
    if ground.outcome is Outcome.NOT_FULFILLED:
        sheet.caveat(
            "other-grounds",
            msg(
                "An agreement can also rest on days of the same absence that the employer has"
                " already paid for; that ground is not judged here"
            ),
        )
    consents = tuple(
        judge_fact(
            sheet,
            attrs.evolve(_CONSENT, label=msg("Consent of {party}", party=party)),
            day,
            (name, getattr(agreement, name)),
            msg("agrees"),
            msg("does not agree"),
            key=name,
        )
        for name, party in _PARTIES.items()
    )
    return judge_all(sheet, _ELIGIBLE, day, (ground, *consents))


def _judge_in_force(sheet: Worksheet, eligible: Finding, term: Period, on: date) -> Finding:
    if on < term.start:
        because = msg("it begins on {day}", day=term.start)
        return sheet.judge(_IN_FORCE, on, Outcome.NOT_FULFILLED, because)
    if on > term.end:
        because = msg("it expired on {day}", day=term.end)
        return sheet.judge(_IN_FORCE, on, Outcome.NOT_FULFILLED, because)
    because = msg("{day} lies within its term, {term}; the conditions decide", day=on, term=term)
    return sheet.judge(_IN_FORCE, on, eligible.outcome, because, missing=eligible.missing)


def _judge_renewable(
    sheet: Worksheet, agreement: Section56Agreement, eligible: Finding, expires_on: date
) -> Finding:
    least = sheet.figure("section_56.min_absence_days", expires_on).value
    last_year = _judge_days(
        sheet,
        _LAST_YEAR,
        expires_on,
        ("absence_days_last_year", agreement.absence_days_last_year),
        least,
    )
    changed = judge_fact(
        sheet,
        _CHANGED,
        expires_on,
        ("conditions_changed", agreement.conditions_changed),
        msg("they have changed materially"),
        msg("they have not changed materially"),
    )
    need = judge_any(sheet, _NEED, expires_on, (last_year, changed))
    return judge_all(sheet, _RENEWABLE, expires_on, (eligible, need))


def _judge_days(
    sheet: Worksheet, rule: Rule, day: date, fact: tuple[str, int | None], least: Decimal
) -> Finding:
    name, days = fact
    if days is None:
        return judge_unknown(sheet, rule, day, name)
    if days >= least:
        because = msg("{days} days, at least {least}", days=days, least=least)
        return sheet.judge(rule, day, Outcome.FULFILLED, because)
    because = msg("{days} days, fewer than {least}", days=days, least=least)
    return sheet.judge(rule, day, Outcome.NOT_FULFILLED, because)
