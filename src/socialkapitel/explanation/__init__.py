"""Why a result is what it is: steps, findings and caveats, shown in both languages."""

from socialkapitel.explanation.model import (
    Caveat,
    Explained,
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Outcome,
    Rounding,
    Severity,
    Step,
    Value,
    law_ahead,
)
from socialkapitel.explanation.worksheet import Worksheet, worked_out

__all__ = [
    "Caveat",
    "Explained",
    "Explanation",
    "Finding",
    "Operand",
    "OriginKind",
    "Outcome",
    "Rounding",
    "Severity",
    "Step",
    "Value",
    "Worksheet",
    "law_ahead",
    "worked_out",
]
