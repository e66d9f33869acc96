"""Renders an explanation as an HTML fragment for notebooks and HR systems."""

from __future__ import annotations

from html import escape

from socialkapitel.explanation.model import Explanation, Finding, Step
from socialkapitel.explanation.wording import (
    word_expression,
    word_rounding,
    word_source,
    word_value,
)
from socialkapitel.i18n import check_language, translate
from socialkapitel.messages import msg


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
        f"<li>{_text(translate(caveat.text, language))}</li>" for caveat in explanation.caveats
    )
    return (
        f'<div class="socialkapitel-explanation" lang="{language}">'
        f"<p><strong>{_text(translate(explanation.title, language))}</strong></p>"
        + (f"<p>{_text(translate(msg('Given'), language))}</p><ul>{givens}</ul>" if givens else "")
        + f"<table><thead><tr><th></th>{head}</tr></thead><tbody>{rows}</tbody></table>"
        + (f"<p>{_text(translate(msg('Mind'), language))}</p><ul>{caveats}</ul>" if caveats else "")
        + "</div>"
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
