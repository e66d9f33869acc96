"""Why a result is what it is: steps, findings and caveats, shown in both languages."""

from socialkapitel.explanation.rendering import counted
from socialkapitel.explanation.steps import (
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
from socialkapitel.explanation.worksheet import (
    Worksheet,
    figures_or_packaged,
    worked_out,
)

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
    "counted",
    "figures_or_packaged",
    "law_ahead",
    "worked_out",
]
