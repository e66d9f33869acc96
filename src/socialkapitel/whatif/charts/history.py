"""Draws a legal figure over the years; shapes and colours show how each figure is known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import altair as alt

from socialkapitel.explanation.rendering import EVIDENCE, word_unit
from socialkapitel.i18n import translate
from socialkapitel.sources import Evidence
from socialkapitel.whatif.charts.style import COLOURS, GREY, data, finished

if TYPE_CHECKING:
    from socialkapitel.whatif.history import History

MARKS = {
    Evidence.PUBLISHED: ("circle", COLOURS[0]),
    Evidence.DERIVED: ("triangle-up", COLOURS[1]),
    Evidence.CHAPTER: ("square", COLOURS[2]),
    Evidence.ASSUMED: ("diamond", COLOURS[3]),
}
"""The shape and the colour of a point, by how the figure is known."""


def draw_history(history: History, language: str) -> alt.LayerChart:
    """The chart."""
    return finished(history_layers(history, language), language, history.title)


def history_layers(history: History, language: str, line: str = GREY) -> list[alt.Chart]:
    """The line and the points of the chart, for a page with its own frame around them."""
    parameter = history.parameter
    kinds = [kind for kind in MARKS if any(f.evidence is kind for f in parameter.figures)]
    names = [translate(EVIDENCE[kind], language) for kind in kinds]
    points = [
        {
            "day": figure.valid_from.isoformat(),
            "value": float(figure.value),
            "known": translate(EVIDENCE[figure.evidence], language),
        }
        for figure in parameter.figures
    ]
    highest = max(figure.value for figure in parameter.figures)
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True, labelSeparation=8),
    )
    y = alt.Y(
        "value:Q",
        title=word_unit(parameter.unit, language),
        scale=alt.Scale(zero=True),
        axis=alt.Axis(format=",.0f" if highest >= 8 else ",.1f", tickCount=5),
    )
    legend = alt.Legend(title=None, orient="top", symbolType="circle", symbolSize=80)
    steps = (
        alt.Chart(data([*_corners(history)]))
        .mark_line(interpolate="step-after", strokeWidth=1.5, color=line)
        .encode(x=x, y=y, detail="stretch:N")
    )
    shapes = alt.Scale(domain=names, range=[MARKS[kind][0] for kind in kinds])
    colours = alt.Scale(domain=names, range=[MARKS[kind][1] for kind in kinds])
    dots = (
        alt.Chart(data(points))
        .mark_point(filled=True, size=70, opacity=1)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("known:N", scale=shapes, legend=legend),
            color=alt.Color("known:N", scale=colours, legend=legend),
        )
    )
    return [steps, dots]


def _corners(history: History) -> Iterator[dict[str, Any]]:
    """The corners of the line, numbered by stretch: a gap begins a new one."""
    stretch = 0
    before: date | None = None
    for figure in history.parameter.figures:
        if before is not None and before + timedelta(days=1) < figure.valid_from:
            stretch += 1
        before = figure.valid_to or max(history.until, figure.valid_from)
        for day in (figure.valid_from, before):
            yield {"stretch": stretch, "day": day.isoformat(), "value": float(figure.value)}
