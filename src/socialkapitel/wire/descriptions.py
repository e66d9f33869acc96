"""A schema's description of a property: from its class's docstring, with its name in Danish."""

from __future__ import annotations

import re
from collections.abc import Mapping
from inspect import getdoc
from typing import Any

from socialkapitel.glossary import label_of
from socialkapitel.messages import Label
from socialkapitel.schemes import FACT_LABELS, Facts

_SECTION = re.compile(r"^Attributes:\n((?: {4}.*\n|\n)*)", re.MULTILINE)
_ENTRY = re.compile(r"^ {4}(\w+)(?: \([^)]*\))?: (.*(?:\n {5,}.*)*)", re.MULTILINE)
_ROLE = re.compile(r":\w+:")

_COMMON = {
    "a": "The first of the two that are compared",
    "actors": "Ids of the actors whom it concerns",
    "answer": "What it answers, in words; null where its outcome says all",
    "assessment": "How the scheme was assessed",
    "authorities": "Who decides, and when",
    "authority_missing": "Whether it is not known who decides",
    "b": "The second of the two that are compared",
    "because": "The reason, in words",
    "below": "The age that is not reached",
    "both": "What both have",
    "calculators": "Names of the calculators that work out the scheme's amounts",
    "caveats": "What to know about the result before it is used",
    "cells": "The numbers by row and column; null is a number that is hidden",
    "code": "Its stable code",
    "columns": "The columns, from left to right",
    "column_totals": "The total of each column; null is a number that is hidden",
    "combines_with": "Ids of the schemes that it can be combined with",
    "concerns": "Names of the figures and fields that it concerns",
    "conditions": "What must be fulfilled",
    "consequence": "What follows",
    "consequences_for_employee": "What follows for the employee",
    "consequences_for_employer": "What follows for the employer",
    "criteria": "Ids of the criteria by which it is judged",
    "criterion": "The id of the criterion",
    "da": "The text in Danish",
    "degree": "How far the scheme goes from ordinary employment",
    "description": "What it is, in words",
    "details": "What else the role sees of the event, by the names of the event's fields",
    "documents": "The documents that are needed",
    "duties": "Ids of the duties that belong to it",
    "en": "The text in English",
    "entries": "Single figures and findings",
    "explanation": "How the result was reached, step by step",
    "expression": "How the value is worked out from the operands, by their names",
    "fact": "The name of the fact that is asked for",
    "findings": "What was judged, one by one",
    "follow_up": "When it is followed up",
    "for_employee": "What follows for the employee",
    "for_employer": "What follows for the employer",
    "form": "What kind of text it is",
    "givens": "The inputs: every fact that decided",
    "hours_by_date": "The hours of each day; empty where only their number is given",
    "involve": "Who is to be involved",
    "least": "The least that fulfils it",
    "limit_day": "The day before which it must be",
    "limits": "How long it lasts",
    "measures": "The state of measures, as pairs of a scheme's id and the state",
    "members": "The answers that fulfil it",
    "most": "The most that fulfils it",
    "municipalities": "The municipalities of the area",
    "naming": "Whether the scheme's name reveals something about health",
    "naming_because": "Why it does or doesn't",
    "net_expansion": "Whether the number of employees must grow",
    "notes": "What to know about the figures",
    "older": "Whether those who are older fulfil it as well",
    "only_a": "What the first has alone",
    "only_b": "What the second has alone",
    "open": "What can't be worked out yet, and why",
    "open_consequences": "What may follow, once more is known",
    "operands": "The numbers from which the value is worked out, by name",
    "organisation": "Whose chapter it is",
    "origin": "Where it comes from: an input, a figure or an earlier step",
    "own_areas": "The consultants' areas that the chapter itself has",
    "own_criteria": "The criteria that the chapter itself has",
    "own_duties": "The duties that the chapter itself has",
    "own_items": "The principles and duties that the chapter itself has",
    "own_services": "The services that the chapter itself has",
    "parent": "The id of the chapter that it builds on",
    "part": "The question that is negated",
    "parts": "What it consists of",
    "place": "Its place in the order, from the least intervention",
    "predicate": "The condition on the facts",
    "proven_by": "Ids of the events that prove it",
    "refunds": "The refunds that could be worked out",
    "reminders": "What to remember",
    "replaced_by": "The id of the scheme that replaced it",
    "rounding": "How the value was rounded",
    "result": "Ids of the steps that are the result",
    "row_totals": "The total of each row; null is a number that is hidden",
    "rows": "The rows, from above",
    "rule": "The name of the rule",
    "running": "Ids of the schemes in progress",
    "schema": "What the document is, and in which version",
    "schemes": "Ids of the schemes that it concerns",
    "setting": "Where the service is given",
    "severity": "Whether the amount may be different, or it is only good to know",
    "sources": "Where it is laid down",
    "stage": "How far the case has come",
    "steps": "The steps, in the order in which they were taken",
    "tables": "The numbers, by row and column",
    "target_groups": "The groups of people that the scheme is for",
    "template": "The English sentence, with the names of its values in braces",
    "title": "What it is about",
    "values": "The values of the sentence, as pairs of name and value",
    "when": "In which case",
    "would_fulfil": "What would fulfil it",
}
"""Descriptions of properties that their classes mention in passing or not at all."""


def described(kind: type[Any], name: str) -> str:
    """The English description of a property of a type's documents, with its Danish name.

    >>> from socialkapitel.money import Pay
    >>> described(Pay, "amount")
    'Amount (in Danish: Beløb).'
    """
    label = _label(kind, name)
    text = _from_docstrings(kind).get(name) or _COMMON.get(name) or (label.en if label else "")
    text = text or name.replace("_", " ")
    text = text[0].upper() + text[1:].rstrip(".")
    return f"{text} (in Danish: {label.da})." if label else f"{text}."


def summary(kind: type) -> str:
    """The first paragraph of a docstring, without markup."""
    return _plain((getdoc(kind) or "").partition("\n\n")[0])


def _label(kind: type, name: str) -> Label | None:
    return FACT_LABELS.get(name) if kind is Facts else label_of(name)


def _from_docstrings(kind: type) -> Mapping[str, str]:
    """What the docstrings of a class, and of those that it is derived from, say of attributes."""
    found: dict[str, str] = {}
    for each in reversed(kind.__mro__[:-1]):
        text = f"{getdoc(each) or ''}\n" if each.__doc__ else ""
        section = _SECTION.search(text)
        if section:
            found |= {name: _plain(words) for name, words in _ENTRY.findall(section[1])}
    return found


def _plain(text: str) -> str:
    """A text without markup, in one line."""
    return _ROLE.sub("", re.sub(r"\s+", " ", text)).replace("`", "").strip()
