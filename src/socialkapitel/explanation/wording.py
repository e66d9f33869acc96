"""How values, units, evidence and expressions are worded, for every way of rendering."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from socialkapitel.explanation.model import Finding, Operand, Rounding, Step, Value
from socialkapitel.i18n import format_kroner, format_number, translate
from socialkapitel.messages import Message, msg
from socialkapitel.parameters import Unit
from socialkapitel.sources import Evidence

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


def word_expression(step: Step, language: str) -> str:
    """A step's expression with its numbers: "2/3 × (18,297.00 + 162.60)"."""
    operands = dict(step.operands)
    return "".join(
        part
        if place % 2 == 0
        else word_operand(operands[part], language)
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
