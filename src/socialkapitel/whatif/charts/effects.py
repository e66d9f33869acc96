"""Draws what a reform changes: each case before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt

from socialkapitel.i18n import translate
from socialkapitel.messages import msg
from socialkapitel.whatif.charts.style import COLOURS, GREY, SHAPES, data, finished, with_unit
from socialkapitel.whatif.figures import figure_unit, main_label, main_name

if TYPE_CHECKING:
    from socialkapitel.whatif.reform import Reform

_ROW = 34


def draw_effects(reform: Reform, language: str) -> alt.LayerChart:
    """The chart."""
    before, after = (translate(text, language) for text in (msg("Before"), msg("After")))
    cases = [str(effect.case) for effect in reform.effects]
    points: list[dict[str, Any]] = []
    for case, first, second, _ in reform.rows:
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
    y = alt.Y("case:N", title=None, sort=cases)

    def scale(values: tuple[str, ...]) -> alt.Scale:
        return alt.Scale(domain=[before, after], range=list(values[:2]))

    legend = alt.Legend(title=None, orient="top", symbolSize=80)
    dots = (
        alt.Chart(data(points))
        .mark_point(size=100, strokeWidth=2, opacity=1)
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
        height=_ROW * len(cases) + _ROW,
    )
