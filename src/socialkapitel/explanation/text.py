"""Renders an explanation as plain text that a payroll clerk can redo on paper."""

from __future__ import annotations

from socialkapitel.explanation.model import Explanation, Finding, Step
from socialkapitel.explanation.wording import (
    word_expression,
    word_rounding,
    word_source,
    word_value,
)
from socialkapitel.i18n import check_language, translate
from socialkapitel.messages import msg


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
    if explanation.caveats:
        lines += ["", translate(msg("Mind"), language)]
        lines += [f"  ! {translate(caveat.text, language)}" for caveat in explanation.caveats]
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
