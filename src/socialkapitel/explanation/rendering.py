"""How the parts of an explanation are worded: values and units, expressions, sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from socialkapitel.explanation.steps import (
    Finding,
    Operand,
    Rounding,
    Step,
    Value,
)
from socialkapitel.i18n import format_kroner, format_number, translate
from socialkapitel.messages import Message, Text, msg
from socialkapitel.money import Kroner, decimal, round_half_away
from socialkapitel.parameters import Unit
from socialkapitel.sources import Evidence, Source

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


def _either(da: str, en: str) -> dict[str, re.Pattern[str]]:
    """Words that a label may have; they are looked for in small letters, which is faster."""
    return {"da": re.compile(da), "en": re.compile(en)}


_WEEKLY = _either(r"ugentlig|pr\. uge|om ugen", r"weekly|\ba week\b|per week")
_MONTHLY = _either(
    r"månedlig|pr\. måned|om måneden|måned\b", r"monthly|\b(a|per|the) month\b|-month\b"
)
_SAID = {
    Unit.DKK_PER_YEAR: (Unit.DKK, _either(r"årlig|pr\. år", r"yearly|\ba year\b")),
    Unit.DKK_PER_MONTH: (Unit.DKK, _MONTHLY),
    Unit.DKK_PER_WEEK: (Unit.DKK, _WEEKLY),
    Unit.DKK_PER_DAY: (Unit.DKK, _either(r"pr\. dag|dagens|den \d", r"per day|\ba day\b")),
    Unit.DKK_PER_HOUR: (Unit.DKK, _either(r"pr\. time|timeløn|timesats", r"\ban hour\b|hourly")),
    Unit.HOURS_PER_WEEK: (Unit.HOURS, _WEEKLY),
    Unit.HOURS_PER_MONTH: (Unit.HOURS, _MONTHLY),
}
"""The words of a label that name the period, and the unit that remains to be shown."""

_NOUNS = {
    Unit.HOURS: _either(r"timer\b", r"\bhours\b"),
    Unit.CALENDAR_DAYS: _either(r"kalenderdage\b", r"\bcalendar days\b"),
    Unit.DAYS: _either(r"dage\b", r"\bdays\b"),
    Unit.WEEKS: _either(r"\buger\b", r"\bweeks\b"),
    Unit.MONTHS: _either(r"\bmåneder\b", r"\bmonths\b"),
    Unit.YEARS: _either(r"\bår\b", r"\byears\b"),
    Unit.PEOPLE: _either(r"ansatte\b|personer\b", r"\bemployees\b|\bpeople\b"),
    Unit.PLACES: _either(r"pladser\b", r"\bplaces\b"),
}
"""The words of a label after which a bare number needs no unit."""

_ROUNDINGS = {
    Rounding.OERE: msg("rounded to the øre"),
    Rounding.HUNDREDTHS: msg("rounded to two decimals"),
    Rounding.KRONE: msg("rounded to whole kroner"),
    Rounding.UP: msg("rounded up"),
    Rounding.DOWN: msg("rounded down"),
    Rounding.CUT: msg("rounded down to two decimals"),
}

EVIDENCE = {
    Evidence.PUBLISHED: msg("published"),
    Evidence.DERIVED: msg("derived"),
    Evidence.CHAPTER: msg("from a social chapter"),
    Evidence.ASSUMED: msg("supplied by the user"),
}

_ADDED = "sum"
"""The source of sums that no law prescribes."""

_WORDS = {"min": msg("lowest of"), "max": msg("highest of")}
_SIGNS = {"*": "×", "-": "−", ",": ";"}
_NAME = re.compile(r"([a-z_][a-z0-9_]*)")


def word_value(
    value: Value, unit: Unit, language: str, *, label: str = "", whole: bool = False
) -> str:
    """A value with its unit: "DKK 162.60 a month".

    What the label already says about the unit is not repeated: "Hourly pay: DKK 185.00". Kroner are
    shown to the øre, and ``whole`` ones, which a rule has rounded to kroner, without it.
    """
    unit = _unsaid(unit, label, language)
    shown = shown_as(value, unit)
    if unit is Unit.SHARE:
        return str(Fraction(value))
    if unit in _MONEY:
        number = format_kroner(shown, language, decimals=0 if whole else 2)
    else:
        number = format_number(shown, language)
    if unit is Unit.DKK or (
        label and unit in _NOUNS and _NOUNS[unit][language].search(label.lower())
    ):
        return number
    worded = _ONE[unit] if value == 1 and unit in _ONE else _UNITS[unit]
    return translate(Message(worded.template, (("number", number),)), language)


def word_unit(unit: Unit, language: str) -> str:
    """The unit alone: "kr. pr. time"; empty where it is a bare number."""
    alone = translate(Message(_UNITS[unit].template, (("number", ""),)), language).strip()
    kroner = ("kr." if language == "da" else "DKK") if unit in _MONEY else ""
    return f"{kroner} {alone}".strip()


def with_unit(label: Text | str, unit: Unit | None, language: str) -> str:
    """A heading, or the title of an axis, and what it is counted in where it doesn't say so.

    >>> with_unit("Refund", Unit.DKK, "en"), with_unit("Timeløn", Unit.DKK_PER_HOUR, "da")
    ('Refund (DKK)', 'Timeløn (kr.)')
    >>> with_unit("Hours with pay", Unit.HOURS, "en")
    'Hours with pay'
    """
    name = translate(label, language)
    if unit is None or (unit in _NOUNS and _NOUNS[unit][language].search(name.lower())):
        return name
    told = word_unit(_unsaid(unit, name, language), language)
    return translate(msg("{label} ({unit})", label=name, unit=told), language) if told else name


def _unsaid(unit: Unit, label: str, language: str) -> Unit:
    """What remains of a unit beside a label that may say "a week" or "ugentlig"."""
    if unit in _SAID:
        left, said = _SAID[unit]
        if said[language].search(label.lower()):
            return left
    return unit


def shown_as(value: Value, unit: Unit) -> Value:
    """A value as it is shown: kroner to the øre, unending decimals to hundredths.

    >>> shown_as(Fraction(1350000, 37), Unit.DKK), shown_as(Fraction(377, 3), Unit.HOURS)
    (Decimal('36486.49'), Decimal('125.67'))
    """
    if _is_shown_exactly(value, unit):
        return value
    return decimal(round_half_away(Fraction(value) * 100))


_PLACES = 10**6
"""The denominator of numbers shown exactly: they have at most six decimals."""


def _ends(value: Value) -> bool:
    return not _PLACES % value.as_integer_ratio()[1]


def _is_shown_exactly(value: Value, unit: Unit) -> bool:
    if not 100 % value.as_integer_ratio()[1]:  # as most are, whatever they are counted in
        return True
    return unit not in _MONEY and (unit is Unit.SHARE or _ends(value))


def counted(value: Value, unit: Unit) -> Message:
    """A number with its unit, for use in a sentence: "1 day", "12 days", "DKK 120.50"."""
    if unit in _MONEY:
        shown = Kroner(decimal(round_half_away(Fraction(value) * 100)))
        return Message(_UNITS[unit].template, (("number", shown),))
    worded = _ONE[unit] if value == 1 and unit in _ONE else _UNITS[unit]
    return Message(worded.template, (("number", value),))


def word_exact(value: Value, unit: Unit, language: str, *, brief: bool = False) -> str:
    """The exact value that is used onwards where the shown one is rounded; otherwise empty."""
    if _is_shown_exactly(value, unit):
        return ""
    if brief:
        return translate(msg("rounded for display"), language)
    exact = Fraction(value)
    if _ends(value):
        told = format_number(exact, language)
    else:
        parts = [format_number(part, language) for part in exact.as_integer_ratio()]
        told = translate(msg("the fraction {fraction}", fraction="/".join(parts)), language)
    return translate(msg("rounded for display; {exact} is used from here on", exact=told), language)


def word_head(step: Step | Finding, language: str, *, whole: bool = False) -> tuple[str, str]:
    """A step's label and value."""
    label = translate(step.label, language)
    if isinstance(step, Finding):
        return label, translate(step.answer or step.outcome.label, language)
    return label, word_value(step.value, step.unit, language, label=label, whole=whole)


def word_how(
    step: Step | Finding, language: str, word: Callable[[Operand, str], str], *, brief: bool = False
) -> tuple[str, str]:
    """How a step's value was found, and how it was rounded; empty where it was looked up.

    A sum of one number that is not rounded is empty, too. ``word`` words a number, ``brief`` leaves
    out the exact value that is used onwards.
    """
    if isinstance(step, Finding):
        return _sentence(translate(step.because, language)), ""
    if not step.operands or (step.expression.isidentifier() and _as_shown(step)):
        return "", ""
    rounding = word_rounding(step.rounding, language)
    exact = word_exact(step.value, step.unit, language, brief=brief)
    return word_expression(step, language, word), "; ".join(filter(None, [rounding, exact]))


def _sentence(reason: str) -> str:
    """A reason as a sentence that can be quoted on its own."""
    stop = "" if reason.endswith((".", ":", "?", ")")) else "."
    return f"{reason[:1].upper()}{reason[1:]}{stop}"


def _as_shown(step: Step) -> bool:
    [(_, operand)] = step.operands
    return step.value == operand.value


def word_expression(step: Step, language: str, word: Callable[[Operand, str], str]) -> str:
    """A step's expression with its numbers as they are worded: "2/3 × (18,297.00 + 162.60)"."""
    operands = dict(step.operands)
    first, *parts = _parts(step.expression)
    told = [first]
    for name, signs in zip(parts[::2], parts[1::2], strict=True):
        if name in operands:
            told += word(operands[name], language), signs
        else:
            told += translate(_WORDS[name], language), " ", signs
    return "".join(told)


@lru_cache(maxsize=1024)
def _parts(expression: str) -> list[str]:
    """The shown signs and the names, alternating."""
    return _NAME.split("".join(_SIGNS.get(sign, sign) for sign in expression))


def word_operand(operand: Operand, language: str, *, whole: bool = False) -> str:
    """The bare number of an operand, as it is shown."""
    if operand.unit is Unit.SHARE:
        return str(Fraction(operand.value))
    decimals = 2 if operand.unit in _MONEY and not whole else None
    return format_number(shown_as(operand.value, operand.unit), language, decimals=decimals)


def whole_kroner(steps: tuple[Step | Finding, ...]) -> frozenset[str]:
    """The steps that a rule rounds to whole kroner, and sums of such steps only."""
    found: set[str] = set()
    for step in steps:
        if isinstance(step, Step) and (
            step.rounding is Rounding.KRONE
            or (
                step.unit in _MONEY
                and step.operands
                and not {"*", "/"}.intersection(step.expression)
                and all(operand.origin in found for _, operand in step.operands)
            )
        ):
            found.add(step.id)
    return frozenset(found)


def word_rounding(rounding: Rounding, language: str) -> str:
    """How a step rounds; empty where it doesn't."""
    return translate(_ROUNDINGS[rounding], language) if rounding is not Rounding.NONE else ""


def is_added_up(step: Step | Finding) -> bool:
    """Whether no law says how a step's sum is made."""
    return step.source.citation == _ADDED


def word_source(source: Source, evidence: Evidence | None, language: str) -> str:
    """A step's source, marked where it is practice, with the evidence where figures were used."""
    if source.citation == _ADDED:
        return translate(msg("added up"), language)
    told = translate(source.text, language)
    return told if evidence is None else f"{told}; {translate(EVIDENCE[evidence], language)}"
