"""Writes an explanation as plain data for JSON, in both languages, under a versioned schema.

Numbers are exact texts: ``"12306.40"``, or ``"494019/37"`` where a value has no end as a decimal.
The schema is packaged beside this module and published in the documentation.
"""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from importlib.resources import files
from typing import Any

from socialkapitel.explanation.model import Explanation, Finding, Operand, Step, Value
from socialkapitel.i18n import LANGUAGES, translate
from socialkapitel.messages import Text
from socialkapitel.sources import Publication, Source

SCHEMA = "socialkapitel.explanation/1"
"""The name and version of the format; a change of meaning gets a new number."""


def explanation_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an explanation's document."""
    file = files("socialkapitel.explanation") / "explanation-1.schema.json"
    schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return schema


def as_document(explanation: Explanation) -> dict[str, object]:
    """The explanation as dicts, lists and texts, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "title": _text(explanation.title),
        "givens": [_operand(given) for given in explanation.givens],
        "steps": [
            _finding(step) if isinstance(step, Finding) else _step(step)
            for step in explanation.steps
        ],
        "caveats": [
            {"code": caveat.code, "text": _text(caveat.text)} for caveat in explanation.caveats
        ],
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "id": step.id,
        "rule": step.rule,
        "label": _text(step.label),
        "outcome": step.outcome.value,
        "value": _number(step.value),
        "unit": step.unit.value,
        "expression": step.expression,
        "operands": {name: _operand(operand) for name, operand in step.operands},
        "rounding": step.rounding.name.lower(),
        "source": _source(step.source),
        "evidence": step.evidence.value if step.evidence else None,
        "on": step.on.isoformat(),
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "label": _text(finding.label),
        "outcome": finding.outcome.value,
        "because": _text(finding.because),
        "missing": list(finding.missing),
        "source": _source(finding.source),
        "on": finding.on.isoformat(),
    }


def _operand(operand: Operand) -> dict[str, object]:
    return {
        "label": _text(operand.label),
        "value": _number(operand.value),
        "unit": operand.unit.value,
        "origin": {"kind": operand.kind.value, "name": operand.origin},
    }


def _source(source: Source) -> dict[str, object]:
    told: dict[str, object] = {"citation": source.citation, "read_in": source.read_in}
    if source.practice:
        told["practice"] = True
    if source.publications:
        told["publications"] = [_publication(entry) for entry in source.publications]
    return told


def _publication(publication: Publication) -> dict[str, object]:
    first, last = publication.valid_from, publication.valid_to
    return {
        "name": publication.name,
        "valid_from": first.isoformat() if first else None,
        "valid_to": last.isoformat() if last else None,
    }


def _text(text: Text) -> dict[str, str]:
    return {language: translate(text, language) for language in LANGUAGES}


def _number(value: Value) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(Fraction(value))
