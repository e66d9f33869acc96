"""Judging with facts that may be unknown: missing is never "no", and is named."""

from __future__ import annotations

from datetime import date

from socialkapitel.explanation import Finding, Outcome, Worksheet
from socialkapitel.messages import Message, msg
from socialkapitel.sources import Rule


def judge_fact(
    sheet: Worksheet,
    rule: Rule,
    day: date,
    fact: tuple[str, bool | None],
    if_true: Message,
    if_false: Message,
    key: str = "",
) -> Finding:
    """A fact that may be unknown; ``fact`` is its name and its value."""
    name, value = fact
    if value is None:
        return judge_unknown(sheet, rule, day, name, key)
    if value:
        return sheet.judge(rule, day, Outcome.FULFILLED, if_true, key=key)
    return sheet.judge(rule, day, Outcome.NOT_FULFILLED, if_false, key=key)


def judge_unknown(sheet: Worksheet, rule: Rule, day: date, name: str, key: str = "") -> Finding:
    """A fact that is not known: neither yes nor no."""
    because = msg("that is not known")
    return sheet.judge(rule, day, Outcome.UNRESOLVED, because, key=key, missing=(name,))


def judge_any(sheet: Worksheet, rule: Rule, day: date, findings: tuple[Finding, ...]) -> Finding:
    """Fulfilled by one of the findings."""
    if any(finding.outcome is Outcome.FULFILLED for finding in findings):
        return sheet.judge(rule, day, Outcome.FULFILLED, msg("one of them is enough"))
    return _judge_open(sheet, rule, day, findings, Outcome.NOT_FULFILLED, msg("there is none"))


def judge_all(sheet: Worksheet, rule: Rule, day: date, findings: tuple[Finding, ...]) -> Finding:
    """Fulfilled by all of the findings together."""
    if any(finding.outcome is Outcome.NOT_FULFILLED for finding in findings):
        return sheet.judge(rule, day, Outcome.NOT_FULFILLED, msg("not all of them are fulfilled"))
    return _judge_open(
        sheet, rule, day, findings, Outcome.FULFILLED, msg("all of them are fulfilled")
    )


def _judge_open(
    sheet: Worksheet,
    rule: Rule,
    day: date,
    findings: tuple[Finding, ...],
    otherwise: Outcome,
    because: Message,
) -> Finding:
    """Unresolved where one of the findings is, and otherwise as told."""
    missing = tuple(fact for finding in findings for fact in finding.missing)
    if missing:
        unknown = msg("it depends on facts that are not known")
        return sheet.judge(rule, day, Outcome.UNRESOLVED, unknown, missing=missing)
    return sheet.judge(rule, day, otherwise, because)
