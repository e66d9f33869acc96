"""Draws what a reform changes: each case before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from socialkapitel.explanation.rendering import with_unit
from socialkapitel.i18n import translate
from socialkapitel.messages import msg
from socialkapitel.whatif.charts.style import COLOURS, GREY, SHAPES, data, finished
from socialkapitel.whatif.figures import figure_unit, main_label, main_name

if TYPE_CHECKING:
    from socialkapitel.whatif.reform import Reform

_ROW = 34
_LEAST_ROW = 11
_HEIGHT = 520
MOST_CASES = 60
"""The most cases that one chart shows: those that change most."""


def draw_effects(reform: Reform, language: str) -> alt.LayerChart:
    """The chart."""
    before, after = (translate(text, language) for text in (msg("Before"), msg("After")))
    rows = _shown(reform)
    cases = [str(case) for case, *_ in rows]
    points: list[dict[str, Any]] = []
    for case, first, second, _ in rows:
        for when, value in ((before, first), (after, second)):
            points.append({"case": str(case), "when": when, "value": float(str(value))})
    result = reform.effects[0].before
    title = with_unit(main_label(result), figure_unit(result, main_name(result)), language)
    x = alt.X(
        "value:Q",
        title=title,
        scale=alt.Scale(zero=False),
        axis=alt.Axis(format=",~f", tickCount=6),
    )
    row = max(_LEAST_ROW, min(_ROW, _HEIGHT // len(cases)))
    y = alt.Y(
        "case:N", title=None, sort=cases, axis=alt.Axis(labelFontSize=min(12, row), labelLimit=260)
    )

    def scale(values: tuple[str, ...]) -> alt.Scale:
        return alt.Scale(domain=[before, after], range=list(values[:2]))

    legend = alt.Legend(title=None, orient="top", symbolSize=80)
    dots = (
        alt.Chart(data(points))
        .mark_point(size=min(100, 4 * row), strokeWidth=2, opacity=1)
        .encode(
            x=x,
            y=y,
            color=alt.Color("when:N", legend=legend, scale=scale(COLOURS)),
            shape=alt.Shape("when:N", legend=legend, scale=scale(SHAPES)),
        )
    )
    span = alt.Chart(data(points)).mark_line(color=GREY).encode(x=x, y=y, detail="case:N")
    return finished(
        [span, dots],
        language,
        reform.title,
        _left_out(reform, language),
        height=row * len(cases) + row,
    )


def _shown(reform: Reform) -> list[tuple[object, ...]]:
    """The cases that are drawn, in their order: all, or the ones that change most."""
    by_size = sorted(reform.effects, key=lambda effect: -abs(effect.difference))[:MOST_CASES]
    kept = {effect.case for effect in by_size}
    return [row for row in reform.rows if row[0] in kept]


def _left_out(reform: Reform, language: str) -> list[str]:
    if len(reform) <= MOST_CASES:
        return []
    told = msg("The {most} cases of {all} that change most", most=MOST_CASES, all=len(reform))
    return [translate(told, language)]
