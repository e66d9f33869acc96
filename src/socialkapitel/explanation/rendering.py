"""Shows an explanation: as plain text that a payroll clerk can redo on paper, and as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from html import escape

from socialkapitel.explanation.steps import (
    Explanation,
    Finding,
    Operand,
    Rounding,
    Severity,
    Step,
    Value,
    by_severity,
)
from socialkapitel.i18n import check_language, format_kroner, format_number, translate
from socialkapitel.messages import Message, msg
from socialkapitel.parameters import Unit
from socialkapitel.sources import Evidence


def render_text(explanation: Explanation, language: str) -> str:
    """The title, what was given, the numbered steps, and what to mind.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
    """
    check_language(language)
    lines = [translate(explanation.title, language), ""]
    if explanation.givens:
        lines.append(translate(msg("Given"), language))
        for given in explanation.givens:
            value = word_value(given.value, given.unit, language)
            lines.append(f"  {translate(given.label, language)}: {value}")
        lines.append("")
    lines.append(translate(msg("Steps"), language))
    for number, step in enumerate(explanation.steps, start=1):
        lines += _step_lines(number, step, language)
    for severity, caveats in by_severity(explanation.caveats):
        lines += ["", translate(severity.label, language)]
        mark = "!" if severity is Severity.MONEY else "-"
        lines += [f"  {mark} {translate(caveat.text, language)}" for caveat in caveats]
    return "\n".join(lines)


def _step_lines(number: int, step: Step | Finding, language: str) -> list[str]:
    label = translate(step.label, language)
    indent = " " * 5
    if isinstance(step, Finding):
        lines = [
            f"{number:3}. {label}: {translate(step.outcome.label, language)}",
            f"{indent}{translate(step.because, language)}",
        ]
    else:
        value = word_value(step.value, step.unit, language)
        lines = [f"{number:3}. {label}: {value}"]
        if step.expression:
            rounding = word_rounding(step.rounding, language)
            expression = f"{word_expression(step, language)} = {value}"
            lines.append(f"{indent}{expression}{f' ({rounding})' if rounding else ''}")
    return [*lines, f"{indent}{word_source(step, language)}"]


def render_html(explanation: Explanation, language: str) -> str:
    """A heading, the inputs, a table of steps and a list of caveats; everything is escaped.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
    """
    check_language(language)
    givens = "".join(
        f"<li>{_text(translate(given.label, language))}: "
        f"{_text(word_value(given.value, given.unit, language))}</li>"
        for given in explanation.givens
    )
    heads = (msg("Step"), msg("How"), msg("Value"), msg("Source"))
    head = "".join(f"<th>{_text(translate(text, language))}</th>" for text in heads)
    rows = "".join(
        f"<tr><td>{number}</td>{_cells(step, language)}</tr>"
        for number, step in enumerate(explanation.steps, start=1)
    )
    caveats = "".join(
        f"<p>{_text(translate(severity.label, language))}</p><ul>"
        + "".join(f"<li>{_text(translate(caveat.text, language))}</li>" for caveat in found)
        + "</ul>"
        for severity, found in by_severity(explanation.caveats)
    )
    return (
        f'<div class="socialkapitel-explanation" lang="{language}">'
        f"<p><strong>{_text(translate(explanation.title, language))}</strong></p>"
        + (f"<p>{_text(translate(msg('Given'), language))}</p><ul>{givens}</ul>" if givens else "")
        + f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"
        + f"{caveats}</div>"
    )


def _cells(step: Step | Finding, language: str) -> str:
    if isinstance(step, Finding):
        how = translate(step.because, language)
        value = translate(step.outcome.label, language)
    else:
        how = word_expression(step, language)
        if rounding := word_rounding(step.rounding, language):
            how = f"{how} ({rounding})"
        value = word_value(step.value, step.unit, language)
    cells = (translate(step.label, language), how, value, word_source(step, language))
    return "".join(f"<td>{_text(cell)}</td>" for cell in cells)


def _text(text: str) -> str:
    return escape(text, quote=True)


# --- how values, units, evidence and expressions are worded ------------------

_UNITS = {
    Unit.DKK: msg("{number}"),
    Unit.DKK_PER_YEAR: msg("{number} a year"),
    Unit.DKK_PER_MONTH: msg("{number} a month"),
    Unit.DKK_PER_WEEK: msg("{number} a week"),
    Unit.DKK_PER_DAY: msg("{number} a day"),
    Unit.DKK_PER_HOUR: msg("{number} an hour"),
    Unit.PER_CENT: msg("{number} per cent"),
    Unit.SHARE: msg("{number}"),
    Unit.HOURS: msg("{number} hours"),
    Unit.HOURS_PER_WEEK: msg("{number} hours a week"),
    Unit.HOURS_PER_MONTH: msg("{number} hours a month"),
    Unit.CALENDAR_DAYS: msg("{number} calendar days"),
    Unit.DAYS: msg("{number} days"),
    Unit.WEEKS: msg("{number} weeks"),
    Unit.MONTHS: msg("{number} months"),
    Unit.YEARS: msg("{number} years"),
    Unit.PEOPLE: msg("{number} people"),
    Unit.PLACES: msg("{number} places"),
    Unit.EMPLOYEES_PER_PLACE: msg("{number} employees per place"),
}
_ONE = {
    Unit.HOURS: msg("{number} hour"),
    Unit.HOURS_PER_WEEK: msg("{number} hour a week"),
    Unit.HOURS_PER_MONTH: msg("{number} hour a month"),
    Unit.CALENDAR_DAYS: msg("{number} calendar day"),
    Unit.DAYS: msg("{number} day"),
    Unit.WEEKS: msg("{number} week"),
    Unit.MONTHS: msg("{number} month"),
    Unit.YEARS: msg("{number} year"),
    Unit.PEOPLE: msg("{number} person"),
    Unit.PLACES: msg("{number} place"),
    Unit.EMPLOYEES_PER_PLACE: msg("{number} employee per place"),
}
_MONEY = frozenset(unit for unit in Unit if unit.value.startswith("DKK"))

_ROUNDINGS = {
    Rounding.OERE: msg("rounded to the øre"),
    Rounding.HUNDREDTHS: msg("rounded to hundredths"),
    Rounding.KRONE: msg("rounded to whole kroner"),
    Rounding.UP: msg("rounded up"),
    Rounding.DOWN: msg("rounded down"),
    Rounding.CUT: msg("cut to hundredths"),
}

EVIDENCE = {
    Evidence.PUBLISHED: msg("published"),
    Evidence.DERIVED: msg("derived"),
    Evidence.CHAPTER: msg("from a social chapter"),
    Evidence.ASSUMED: msg("assumed by the caller"),
}

_WORDS = {"min": msg("lowest of"), "max": msg("highest of")}
_SIGNS = {"*": "×", "-": "−", ",": ";"}
_NAME = re.compile(r"([a-z_][a-z0-9_]*)")


def word_value(value: Value, unit: Unit, language: str) -> str:
    """A value with its unit: "DKK 162.60 a month"."""
    worded = _ONE[unit] if value == 1 and unit in _ONE else _UNITS[unit]
    number = _number(value, unit, language)
    return translate(Message(worded.template, (("number", number),)), language)


def _number(value: Value, unit: Unit, language: str) -> str:
    if unit is Unit.SHARE:
        return str(Fraction(value))
    if unit in _MONEY:
        return format_kroner(value, language)
    return format_number(value, language)


def word_unit(unit: Unit, language: str) -> str:
    """What a value is counted in, alone: "kr. pr. time"; empty where it is a bare number."""
    alone = translate(Message(_UNITS[unit].template, (("number", ""),)), language).strip()
    kroner = ("kr." if language == "da" else "DKK") if unit in _MONEY else ""
    return f"{kroner} {alone}".strip()


def word_expression(
    step: Step, language: str, word: Callable[[Operand, str], str] | None = None
) -> str:
    """A step's expression with its numbers: "2/3 × (18,297.00 + 162.60)"; or as they are worded."""
    operands, word = dict(step.operands), word or word_operand
    return "".join(
        part
        if place % 2 == 0
        else word(operands[part], language)
        if part in operands
        else f"{translate(_WORDS[part], language)} "
        for place, part in enumerate(_parts(step.expression))
    )


@lru_cache(maxsize=1024)
def _parts(expression: str) -> list[str]:
    """Signs as they are shown, and names, by turns."""
    return _NAME.split("".join(_SIGNS.get(sign, sign) for sign in expression))


def word_operand(operand: Operand, language: str) -> str:
    """The bare number of an operand."""
    if operand.unit is Unit.SHARE:
        return str(Fraction(operand.value))
    return format_number(operand.value, language, decimals=2 if operand.unit in _MONEY else None)


def word_rounding(rounding: Rounding, language: str) -> str:
    """How a step rounds; empty where it doesn't."""
    return translate(_ROUNDINGS[rounding], language) if rounding in _ROUNDINGS else ""


def word_source(step: Step | Finding, language: str) -> str:
    """A step's source, practice called so, and how sure we are of it where figures were used."""
    source = translate(step.source.text, language)
    if isinstance(step, Finding) or step.evidence is None:
        return source
    return f"{source}; {translate(EVIDENCE[step.evidence], language)}"
