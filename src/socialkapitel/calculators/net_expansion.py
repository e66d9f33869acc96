"""Whether a job with wage subsidy expands the number of employees (merbeskæftigelse)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import read_employees, read_heads
from socialkapitel.calculators.otherwise import otherwise
from socialkapitel.calculators.subsidised_job import TargetGroup, read_target_group
from socialkapitel.citations import LAB, midtjylland
from socialkapitel.deprecation import with_former
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.explanation import (
    Explained,
    Finding,
    Outcome,
    Worksheet,
    counted,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.fields import read_flag
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import Message, msg
from socialkapitel.money import Number, decimal, round_half_away
from socialkapitel.parameters import ParameterSet, Unit, refused_figure
from socialkapitel.periods import MissingDay, add_months, read_date, read_date_or_none
from socialkapitel.sources import Rule, Source

MONTHS = 12
FULL_TIME_FROM = date(2019, 7, 1)
"""The day from which full-time equivalents of a CVR number count, not heads at a workplace."""

DISPUTED_FROM = date(2019, 1, 1)
"""The year of the first municipal page that requires it for disability pension too."""

_FIRST = date(2007, 1, 1)
_LAW = Source("LAB kap. 12", "danskerhverv.dk; kk.dk", practice=True)
_NOT_REQUIRED = Rule(
    "net_expansion.not_required",
    msg("No net expansion is required"),
    midtjylland("Bilag 3", LAB),
    _FIRST,
)
_AVERAGE = Rule("net_expansion.average", msg("Average of the last 12 months"), _LAW, _FIRST)
_HEADS = Rule(
    "net_expansion.above_average_heads",
    msg("More employees at the workplace than the average of 12 months"),
    _LAW,
    _FIRST,
    date(2019, 6, 30),
)
_FULL_TIME = Rule(
    "net_expansion.above_average_full_time",
    msg("More full-time equivalents under the CVR number than the average of 12 months"),
    _LAW,
    FULL_TIME_FROM,
)
_POST = Rule("net_expansion.post", msg("The post is new or long vacant"), _LAW, _FIRST)
_RESULT = Rule(
    "net_expansion.result",
    msg("The requirement of net expansion is met"),
    Source("LAB kap. 12"),
    _FIRST,
)


@brief
@attrs.frozen(kw_only=True)
class NetExpansion(Explained):
    """Whether the requirement of net expansion is met.

    Attributes:
        outcome: `Outcome.FULFILLED`, `Outcome.NOT_FULFILLED`, or `Outcome.UNRESOLVED` where a
            fact is missing that could change it.
        required: whether the target group has the requirement, as it is read here.
        average: ordinary employees on average of 12 months, shown to hundredths and compared
            exactly; None where not required or a month is unknown.
        findings: each condition and how it came out.
        missing: the facts that could change the outcome, such as ``"ordinary_employees[3]"``
            (counted from 0) or ``"vacated_on"``; empty unless unresolved.
    """

    outcome: Outcome
    required: bool
    average: Decimal | None
    findings: tuple[Finding, ...]
    missing: tuple[str, ...]


def _former(*args: Any, **kwargs: Any) -> Mapping[str, Any] | None:
    """A call as it was before it took the target group first: the day first."""
    if not args or not isinstance(args[0], date):
        return None
    return {"on": args[0], **kwargs}


@with_former(
    _former,
    "net_expansion(on, target_group=..., ...)",
    "net_expansion(target_group, on, ...)",
)
def net_expansion(
    target_group: TargetGroup | str,
    on: date | str,
    *,
    ordinary_employees: Sequence[Number | None],
    employees_after: Number,
    new_post: bool | None,
    vacated_on: date | str | None = None,
    parameters: ParameterSet | None = None,
) -> NetExpansion:
    """Whether a job with wage subsidy is a net expansion of the staff (merbeskæftigelse).

    Two conditions: with the new employee there are more employees than ordinary ones on average
    of the last 12 months, and the post is new or was not vacated within the last 3 months. Law:
    LAB chapter 12, known from 2007-01-01; how it is counted is practice. Through 2019-06-30 heads
    are counted at the workplace, since then full-time equivalents under the CVR number.

    Rehabilitation doesn't have the requirement. For disability pension sources disagree: Region
    Midtjylland's chapter of 2008 doesn't require it, a municipality does (sonderborgkommune.dk,
    2019). Here the chapter is followed through 2018 and the municipality since; the caveat
    ``net-expansion-disputed`` says what the other reading gives.

    The three months count from ``vacated_on`` to the same day of the month; on that day the post
    is open again. Where that month lacks the day, the post opens on the first day of the month
    after, so that three whole months have passed: vacated on 30 November, open on 1 March.

    Args:
        target_group: whom the subsidy is for.
        on: the first day of the job.
        ordinary_employees: the numbers of the last 12 months, oldest first; None where a number
            is unknown. Whole numbers before July 2019, since then up to two decimals.
        employees_after: the number with the new employee, above 0.
        new_post: whether the post has had no holder before; None where unknown.
        vacated_on: the first day without the former holder, not after ``on``; None where unknown
            or where there was none.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for other than 12 months, a number that is not accepted, a day after ``on``,
            or a new post that was vacated.
        NotInForce: for a day before 2007.

    >>> import socialkapitel as sk
    >>> result = sk.net_expansion(
    ...     sk.TargetGroup.UNEMPLOYED_WITH_BENEFIT,
    ...     date(2021, 3, 1),
    ...     ordinary_employees=[20] * 11 + ["20.5"],
    ...     employees_after=21,
    ...     new_post=False,
    ... )
    >>> result.outcome, result.average, result.missing
    (<Outcome.UNRESOLVED: 'unresolved'>, Decimal('20.04'), ('vacated_on',))
    """
    on = read_date(on, "on")
    vacated_on = read_date_or_none(vacated_on, "vacated_on")
    _AVERAGE.check(on)
    target_group = read_target_group(target_group, "target_group")
    read = read_employees if on >= FULL_TIME_FROM else read_heads
    months = [
        None if value is None else read(value, f"ordinary_employees[{place}]")
        for place, value in enumerate(_twelve(ordinary_employees))
    ]
    after = read(employees_after, "employees_after", above_zero=True)
    is_new = None if new_post is None else read_flag(new_post, "new_post")
    _check_vacated(vacated_on, on, new_post=is_new)
    given = _Staff(target_group, months, after, is_new, vacated_on)
    return worked_out(
        msg("Net expansion, {day}", day=on), figures_or_packaged(parameters), _work, on, given
    )


@attrs.frozen
class _Staff:
    """What is known about the staff and the post, read and checked."""

    target_group: TargetGroup
    months: list[Decimal | int | None]
    after: Decimal | int
    new_post: bool | None
    vacated_on: date | None


def _work(sheet: Worksheet, on: date, given: _Staff) -> NetExpansion:
    disputed = given.target_group is TargetGroup.DISABILITY_PENSION
    if given.target_group is TargetGroup.REHABILITATION or (disputed and on < DISPUTED_FROM):
        result = _not_required(sheet, on, given)
    else:
        result = _required(sheet, on, given)
    if not disputed:
        return result
    if result.required:
        outcome = Outcome.FULFILLED
    else:
        aside = Worksheet(msg("Net expansion, {day}", day=on), sheet.parameters)
        outcome = _required(aside, on, given).outcome
    other = otherwise((msg("the outcome"), outcome.label, result.outcome.label))
    sheet.caveat(
        "net-expansion-disputed",
        msg(
            "Sources disagree whether net expansion is required for disability pension: Region"
            " Midtjylland's chapter of 2008 does not require it, sonderborgkommune.dk (2019) does."
            " The other reading is also possible: {otherwise}",
            otherwise=other.text,
        ),
        concerns=("target_group",),
        severity=other.severity,
    )
    return attrs.evolve(result, explanation=sheet.explanation())


def _not_required(sheet: Worksheet, on: date, given: _Staff) -> NetExpansion:
    because = (
        msg("net expansion is not required in rehabilitation")
        if given.target_group is TargetGroup.REHABILITATION
        else msg("the chapter does not require net expansion for disability pension")
    )
    finding = sheet.judge(_NOT_REQUIRED, on, Outcome.FULFILLED, because)
    return NetExpansion(
        outcome=Outcome.FULFILLED,
        required=False,
        average=None,
        findings=(finding,),
        missing=(),
        explanation=sheet.explanation(),
    )


def _required(sheet: Worksheet, on: date, given: _Staff) -> NetExpansion:
    average, above = _above_average(sheet, on, given.months, given.after)
    findings = (above, _open_post(sheet, on, given.vacated_on, new_post=given.new_post))
    outcome, because = _together(findings)
    unresolved = findings if outcome is Outcome.UNRESOLVED else ()
    missing = tuple(fact for finding in unresolved for fact in finding.missing)
    result = sheet.judge(_RESULT, on, outcome, because, missing=missing)
    return NetExpansion(
        outcome=outcome,
        required=True,
        average=average,
        findings=(*findings, result),
        missing=missing,
        explanation=sheet.explanation(),
    )


def _twelve(value: Sequence[Number | None]) -> list[Number | None]:
    accepted = msg("a list of 12 numbers, None where unknown")
    if not isinstance(value, (list, tuple)):
        raise WrongType("ordinary_employees", value, accepted)
    if len(value) != MONTHS:
        raise InvalidInput("ordinary_employees", value, accepted)
    return list(value)


def _check_vacated(vacated_on: date | None, on: date, *, new_post: bool | None) -> None:
    if vacated_on is None:
        return
    if vacated_on > on:
        raise InvalidInput("vacated_on", vacated_on, msg("a day not after {day}", day=on))
    if new_post:
        raise InvalidInput("vacated_on", vacated_on, msg("None: nobody has vacated a new post"))


def _above_average(
    sheet: Worksheet, on: date, months: list[Decimal | int | None], after: Decimal | int
) -> tuple[Decimal | None, Finding]:
    """The average where all months are known, and whether the number after is above it."""
    rule = _FULL_TIME if on >= FULL_TIME_FROM else _HEADS
    known = {
        f"month_{place}": sheet.given(
            f"ordinary_employees[{place - 1}]",
            value,
            Unit.PEOPLE,
            label=msg(
                "{label}, month {place} of 12", label=GIVENS["ordinary_employees"], place=place
            ),
        )
        for place, value in enumerate(months, start=1)
        if value is not None
    }
    sheet.given("employees_after", after, Unit.PEOPLE)
    least = sum((Fraction(operand.value) for operand in known.values()), Fraction(0)) / MONTHS
    exceeds = Fraction(after) > least
    if len(known) == MONTHS:
        sheet.calculate(
            _AVERAGE, on, f"({' + '.join(known)}) / {MONTHS}", known, least, Unit.PEOPLE
        )
        because = (
            msg(
                "the workplace will have {after} employees, more than the average of {average}",
                after=after,
                average=least,
            )
            if exceeds
            else msg(
                "the workplace will have {after} employees, no more than the average of {average}",
                after=after,
                average=least,
            )
        )
        outcome = Outcome.FULFILLED if exceeds else Outcome.NOT_FULFILLED
        return decimal(round_half_away(least * 100)), sheet.judge(rule, on, outcome, because)
    if exceeds:
        missing = tuple(
            f"ordinary_employees[{place}]" for place, value in enumerate(months) if value is None
        )
        because = msg(
            "the number of employees is unknown for {count}",
            count=counted(len(missing), Unit.MONTHS),
        )
        return None, sheet.judge(rule, on, Outcome.UNRESOLVED, because, missing=missing)
    because = msg(
        "the workplace will have {after} employees, no more than the average, which is at least"
        " {least} whatever the unknown months had",
        after=after,
        least=least,
    )
    return None, sheet.judge(rule, on, Outcome.NOT_FULFILLED, because)


def _open_post(
    sheet: Worksheet, on: date, vacated_on: date | None, *, new_post: bool | None
) -> Finding:
    """Whether the post may be filled with wage subsidy."""
    if vacated_on is not None:
        opens = add_months(vacated_on, _vacant_months(sheet, on), missing=MissingDay.FIRST_OF_NEXT)
        return sheet.judge(
            _POST,
            on,
            Outcome.FULFILLED if opens <= on else Outcome.NOT_FULFILLED,
            msg(
                "the post was vacated on {vacated}, so it can be filled from {opens}",
                vacated=vacated_on,
                opens=opens,
            ),
        )
    if new_post:
        return sheet.judge(_POST, on, Outcome.FULFILLED, msg("the post is new"))
    if new_post is None:
        return sheet.judge(
            _POST,
            on,
            Outcome.UNRESOLVED,
            msg("it is not known whether the post is new, or when it was vacated"),
            missing=("new_post", "vacated_on"),
        )
    return sheet.judge(
        _POST,
        on,
        Outcome.UNRESOLVED,
        msg("it is not known when the post was vacated"),
        missing=("vacated_on",),
    )


def _vacant_months(sheet: Worksheet, on: date) -> int:
    figure = sheet.figure("net_expansion.vacant_months", on)
    months = Fraction(figure.value)
    if months.denominator != 1:
        raise refused_figure(figure, msg("a whole number of months"))
    return months.numerator


def _together(findings: tuple[Finding, ...]) -> tuple[Outcome, Message]:
    """Not fulfilled where one condition isn't; otherwise unresolved where one is."""
    outcomes = [finding.outcome for finding in findings]
    if Outcome.NOT_FULFILLED in outcomes:
        return Outcome.NOT_FULFILLED, msg("not all the conditions are fulfilled")
    if Outcome.UNRESOLVED in outcomes:
        return Outcome.UNRESOLVED, msg("the outcome depends on information that is missing")
    return Outcome.FULFILLED, msg("all the conditions are fulfilled")
