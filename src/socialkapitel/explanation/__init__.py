"""Why a result is what it is: steps, findings and caveats, shown in both languages."""

from socialkapitel.explanation.document import explanation_schema
from socialkapitel.explanation.model import (
    Caveat,
    Explained,
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Outcome,
    Record,
    Rounding,
    Step,
    Value,
)
from socialkapitel.explanation.worksheet import Page, Worksheet

__all__ = [
    "Caveat",
    "Explained",
    "Explanation",
    "Finding",
    "Operand",
    "OriginKind",
    "Outcome",
    "Page",
    "Record",
    "Rounding",
    "Step",
    "Value",
    "Worksheet",
    "explanation_schema",
]
