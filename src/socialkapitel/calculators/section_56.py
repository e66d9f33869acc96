"""The terms of a section 56 agreement (§ 56-aftale; § 28 of the older act before 2006-07-03).

What the agreement needs is judged by the scheme's own conditions in `socialkapitel.schemes`: both
give the same outcome from the same facts.
"""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.explanation import (
    Explained,
    Finding,
    Outcome,
    Worksheet,
    counted,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.fields import checked, read_flag_or_none
from socialkapitel.messages import Message, Text, msg
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Period, read_date, term_end
from socialkapitel.schemes.facts import Facts
from socialkapitel.schemes.leaves import Predicate
from socialkapitel.schemes.section_56 import (
    ALREADY_PAID,
    CHANGED,
    EMPLOYMENT,
    EMPLOYMENT_FROM,
    LAST_YEAR,
    LASTING,
    TREATMENT,
)
from socialkapitel.sources import FormerCitation, Rule, Source

_LAW = Source(
    "sygedagpengeloven § 56", former=(FormerCitation(date(2006, 7, 2), "dagpengeloven § 28"),)
)
_FIRST = date(2005, 5, 1)
_DAYS = Rule(
    "section_56.expected_days",
    msg("A lasting or chronic illness means enough absence within a year"),
    _LAW,
    _FIRST,
)
_TREATMENT = Rule(
    "section_56.treatment",
    msg("The treatment was decided before the employee was hired"),
    _LAW,
    _FIRST,
)
_PAID = Rule(
    "section_56.already_paid",
    msg("The employer has already paid for the same illness within 12 months"),
    _LAW,
    _FIRST,
)
_GROUND = Rule("section_56.ground", msg("There is a ground for the agreement"), _LAW, _FIRST)
_EMPLOYMENT = Rule(
    "section_56.employment",
    msg("The employee meets the employment requirement"),
    Source("sygedagpengeloven § 30"),
    EMPLOYMENT_FROM,
)
_CONSENT = Rule("section_56.consent", msg("The parties have agreed"), _LAW, _FIRST)
_ELIGIBLE = Rule("section_56.eligible", msg("The agreement can be made"), _LAW, _FIRST)
_IN_FORCE = Rule("section_56.in_force", msg("The agreement is in force"), _LAW, _FIRST)
_LAST_YEAR = Rule(
    "section_56.last_year",
    msg("The absence of the last year is enough for a renewal"),
    _LAW,
    _FIRST,
)
_CHANGED = Rule(
    "section_56.changed", msg("Conditions have changed materially at expiry"), _LAW, _FIRST
)
_NEED = Rule("section_56.need", msg("There is a need for a renewed agreement"), _LAW, _FIRST)
_RENEWABLE = Rule("section_56.renewable", msg("The agreement can be renewed"), _LAW, _FIRST)

_PARTIES = {
    "employee_agrees": (
        msg("The employee has entered into the agreement"),
        msg("the employee has signed the agreement"),
        msg("the employee does not want the agreement"),
    ),
    "employer_agrees": (
        msg("The employer has entered into the agreement"),
        msg("the employer has signed the agreement"),
        msg("the employer does not want the agreement"),
    ),
    "municipality_approves": (
        msg("The municipality of residence has approved the agreement"),
        msg("the municipality has approved the agreement"),
        msg("the municipality has refused to approve the agreement"),
    ),
}

_OUTCOMES = {
    True: Outcome.FULFILLED,
    False: Outcome.NOT_FULFILLED,
    None: Outcome.UNRESOLVED,
}

_FIELDS = {
    "treatment_decided_when_hired": "treatment_decided_before_hiring",
    "employer_period_paid_within_year": "employer_paid_days",
    "conditions_changed_materially": "conditions_changed",
}
"""Facts of the scheme that have another name in an agreement."""

_MAX_DAYS = 366


def _check_days(_: object, field: attrs.Attribute[int | None], value: object) -> None:
    accepted = msg("a whole number of days from 0 to {most}, or None", most=_MAX_DAYS)
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType(field.name, value, accepted)
    if not 0 <= value <= _MAX_DAYS:
        raise InvalidInput(field.name, value, accepted)


@checked
@attrs.frozen(kw_only=True)
class Section56Agreement:
    """What is known about an agreement; None where a fact is not known.

    An agreement is about days of absence: none can be made for a fixed reduction of hours.

    Attributes:
        starts_on: the first day of the agreement.
        expected_absence_days: days of absence expected within a year because of a lasting or
            chronic illness; 0 where there is none.
        employee_agrees: whether the employee agrees.
        employer_agrees: whether the employer agrees.
        municipality_approves: whether the municipality of residence approves.
        treatment_decided_before_hiring: whether treatment that causes the absence had been
            decided when the employee was hired.
        employer_paid_days: calendar days for which the employer has paid because of the same
            illness, within the 12 months before admission or treatment.
        meets_employment_requirement: whether the employee has been employed here for 8 weeks
            without a break and has worked 74 hours in them.
        absence_days_last_year: absence days under the agreement in its last year.
        conditions_changed: whether the employee's working conditions, or those that the agreement
            is based on, have changed materially at expiry.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    starts_on: date = attrs.field(converter=read_date)
    expected_absence_days: int | None = attrs.field(validator=_check_days)
    employee_agrees: bool | None = attrs.field(converter=read_flag_or_none)
    employer_agrees: bool | None = attrs.field(converter=read_flag_or_none)
    municipality_approves: bool | None = attrs.field(converter=read_flag_or_none)
    treatment_decided_before_hiring: bool | None = attrs.field(
        default=None, converter=read_flag_or_none
    )
    employer_paid_days: int | None = attrs.field(default=None, validator=_check_days)
    meets_employment_requirement: bool | None = attrs.field(
        default=None, converter=read_flag_or_none
    )
    absence_days_last_year: int | None = attrs.field(default=None, validator=_check_days)
    conditions_changed: bool | None = attrs.field(default=None, converter=read_flag_or_none)


@brief
@attrs.frozen(kw_only=True)
class Section56Terms(Explained):
    """Whether an agreement can be made, is in force and can be renewed.

    Attributes:
        eligible: whether there is a ground for the agreement, the employment requirement is met
            and all three parties agree.
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
    agreement: Section56Agreement, on: date | str, *, parameters: ParameterSet | None = None
) -> Section56Terms:
    """Whether an agreement can be made, is in force on a day, and can be renewed.

    It needs one of three grounds: at least ten absence days expected within a year because of a
    lasting or chronic illness; treatment decided before hiring; or 21 calendar days (15 from
    2 April 2007, 14 before) that the employer has already paid for because of the same illness
    within the 12 months before admission or treatment. The employee must meet the employment
    requirement towards the employer (read from 3 July 2006), and employee, employer and the
    municipality of residence must agree.

    It covers one person for two years at a time, and gives refund from the first day of the
    absence that it was made for (`RefundBasis.SECTION_56`). It is not renewed when the last
    year's absence was under ten days, unless conditions have changed materially at expiry. The
    scheme ``"section-56"`` is judged by the same conditions. Law: sygedagpengeloven §§ 30 and 56;
    before 2006-07-03 dagpengeloven § 28.

    Args:
        agreement: what is known about the agreement.
        on: the day that is asked about.
        parameters: another set of legal figures.

    Raises:
        WrongType: for anything but a `Section56Agreement`, a date and a `ParameterSet`.
        NotInForce: for an agreement that begins before the first day for which the conditions are
            known.

    >>> import socialkapitel as sk
    >>> agreement = sk.Section56Agreement(
    ...     starts_on=date(2024, 3, 1),
    ...     expected_absence_days=12,
    ...     employee_agrees=True,
    ...     employer_agrees=True,
    ...     municipality_approves=None,
    ...     meets_employment_requirement=True,
    ... )
    >>> terms = sk.section_56_agreement(agreement, date(2025, 1, 1))
    >>> terms.eligible, terms.expires_on
    (<Outcome.UNRESOLVED: 'unresolved'>, datetime.date(2026, 2, 28))
    >>> terms.missing
    ('municipality_approves', 'absence_days_last_year', 'conditions_changed')
    """
    check_kind(agreement, Section56Agreement, "agreement")
    on = read_date(on, "on")
    return worked_out(
        msg("Section 56 agreement from {day}", day=agreement.starts_on),
        figures_or_packaged(parameters),
        _work,
        agreement,
        on,
    )


def _work(sheet: Worksheet, agreement: Section56Agreement, on: date) -> Section56Terms:
    term = whole_figure(sheet.figure("section_56.term", agreement.starts_on))
    expires_on = term_end(agreement.starts_on, term)
    judging = _Judging(sheet, _facts(sheet, agreement))
    eligible = _judge_eligible(judging, agreement)
    in_force = _judge_in_force(judging, eligible, Period(agreement.starts_on, expires_on), on)
    renewable = _judge_renewable(judging, agreement, eligible, expires_on)
    asked = (eligible, in_force, renewable)
    return Section56Terms(
        eligible=eligible.outcome,
        in_force=in_force.outcome,
        expires_on=expires_on,
        renewable=renewable.outcome,
        missing=tuple(dict.fromkeys(fact for finding in asked for fact in finding.missing)),
        findings=tuple(judging.findings),
        explanation=sheet.explanation(_ELIGIBLE, _IN_FORCE, _RENEWABLE),
    )


def _facts(sheet: Worksheet, agreement: Section56Agreement) -> Facts:
    """The agreement as facts for the scheme's conditions, each input noted on the sheet."""
    for name in ("expected_absence_days", "employer_paid_days", "absence_days_last_year"):
        value = getattr(agreement, name)
        if value is not None:
            sheet.given(name, value, Unit.DAYS)
    paid = agreement.employer_paid_days
    required = sheet.figure("section_56.paid_days", agreement.starts_on)
    return Facts(
        employed_here=True,
        fixed_shorter_hours_wanted=False,
        lasting_absence_risk=True,
        expected_absence_days=agreement.expected_absence_days,
        treatment_decided_when_hired=agreement.treatment_decided_before_hiring,
        employer_period_paid_within_year=None if paid is None else paid >= required.value,
        meets_employment_requirement=agreement.meets_employment_requirement,
        absence_days_last_year=agreement.absence_days_last_year,
        conditions_changed_materially=agreement.conditions_changed,
    )


class _Judging:
    """Writes findings on a sheet, and keeps them in order."""

    def __init__(self, sheet: Worksheet, facts: Facts) -> None:
        self.sheet = sheet
        self.findings: list[Finding] = []
        self._facts = facts

    def note(
        self,
        rule: Rule,
        day: date,
        outcome: Outcome,
        because: Text,
        *,
        key: str = "",
        missing: tuple[str, ...] = (),
    ) -> Finding:
        finding = self.sheet.judge(rule, day, outcome, because, key=key, missing=missing)
        self.findings.append(finding)
        return finding

    def condition(
        self, rule: Rule, day: date, predicate: Predicate, because: Text | None = None
    ) -> Finding:
        """A condition of the scheme, judged by what is known; ``because`` replaces its reason."""
        asked = (self._facts, day, self.sheet.parameters)
        missing = tuple(_FIELDS.get(name, name) for name in predicate.unknown(*asked))
        outcome = _OUTCOMES[predicate.judge(*asked)]
        told = because or predicate.because(*asked)
        return self.note(rule, day, outcome, told, missing=missing)

    def any_of(self, rule: Rule, day: date, findings: tuple[Finding, ...]) -> Finding:
        """Fulfilled by one of the findings."""
        if any(finding.outcome is Outcome.FULFILLED for finding in findings):
            because = msg("at least one of the conditions is fulfilled")
            return self.note(rule, day, Outcome.FULFILLED, because)
        none = msg("not one of the conditions is fulfilled")
        return self._open(rule, day, findings, Outcome.NOT_FULFILLED, none)

    def all_of(self, rule: Rule, day: date, findings: tuple[Finding, ...]) -> Finding:
        """Fulfilled by all of the findings together."""
        if any(finding.outcome is Outcome.NOT_FULFILLED for finding in findings):
            because = msg("not all the conditions are fulfilled")
            return self.note(rule, day, Outcome.NOT_FULFILLED, because)
        all_met = msg("all the conditions are fulfilled")
        return self._open(rule, day, findings, Outcome.FULFILLED, all_met)

    def _open(
        self,
        rule: Rule,
        day: date,
        findings: tuple[Finding, ...],
        otherwise: Outcome,
        because: Message,
    ) -> Finding:
        """Unresolved where one of the findings is, and otherwise as given."""
        missing = tuple(fact for finding in findings for fact in finding.missing)
        if missing:
            unknown = msg("the outcome depends on information that is missing")
            return self.note(rule, day, Outcome.UNRESOLVED, unknown, missing=missing)
        return self.note(rule, day, otherwise, because)


def _judge_eligible(judging: _Judging, agreement: Section56Agreement) -> Finding:
    day, sheet = agreement.starts_on, judging.sheet
    expected = _counted(sheet, "min_absence_days", day, agreement.expected_absence_days)
    paid = _counted(sheet, "paid_days", day, agreement.employer_paid_days)
    grounds = (
        judging.condition(_DAYS, day, LASTING, expected),
        judging.condition(_TREATMENT, day, TREATMENT),
        judging.condition(_PAID, day, ALREADY_PAID, paid),
    )
    conditions = [judging.any_of(_GROUND, day, grounds)]
    if day >= EMPLOYMENT_FROM:
        conditions.append(judging.condition(_EMPLOYMENT, day, EMPLOYMENT))
    for name, texts in _PARTIES.items():
        conditions.append(_judge_consent(judging, day, name, getattr(agreement, name), texts))
    return judging.all_of(_ELIGIBLE, day, tuple(conditions))


def _counted(sheet: Worksheet, figure: str, day: date, days: int | None) -> Text | None:
    """A number of days, and how many the law requires."""
    least = sheet.figure(f"section_56.{figure}", day).value
    if days is None:
        return None
    return msg(
        "the number stated is {days}; the requirement is at least {least}",
        days=counted(days, Unit.DAYS),
        least=least,
    )


def _judge_consent(
    judging: _Judging,
    day: date,
    name: str,
    answer: bool | None,  # noqa: FBT001
    texts: tuple[Message, Message, Message],
) -> Finding:
    label, agrees, refuses = texts
    unknown = msg("it is not known whether the agreement is entered into and approved")
    because = {True: agrees, False: refuses, None: unknown}[answer]
    missing = (name,) if answer is None else ()
    rule = attrs.evolve(_CONSENT, label=label)
    return judging.note(rule, day, _OUTCOMES[answer], because, key=name, missing=missing)


def _judge_in_force(judging: _Judging, eligible: Finding, term: Period, on: date) -> Finding:
    if on < term.start:
        because = msg("the agreement begins on {day}", day=term.start)
        return judging.note(_IN_FORCE, on, Outcome.NOT_FULFILLED, because)
    if on > term.end:
        because = msg("the agreement expired on {day}", day=term.end)
        return judging.note(_IN_FORCE, on, Outcome.NOT_FULFILLED, because)
    because = msg(
        "{day} lies within the term, {term}, but it is not shown that the agreement can be made",
        day=on,
        term=term,
    )
    if eligible.outcome is Outcome.FULFILLED:
        because = msg(
            "{day} lies within the term, {term}, and the agreement can be made", day=on, term=term
        )
    return judging.note(_IN_FORCE, on, eligible.outcome, because, missing=eligible.missing)


def _judge_renewable(
    judging: _Judging, agreement: Section56Agreement, eligible: Finding, expires_on: date
) -> Finding:
    days = _counted(judging.sheet, "min_absence_days", expires_on, agreement.absence_days_last_year)
    last_year = judging.condition(_LAST_YEAR, expires_on, LAST_YEAR, days)
    changed = judging.condition(_CHANGED, expires_on, CHANGED)
    need = judging.any_of(_NEED, expires_on, (last_year, changed))
    return judging.all_of(_RENEWABLE, expires_on, (eligible, need))
