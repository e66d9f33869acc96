"""Draws a timeline: what has come together by each month, the employer periods shaded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import altair as alt

from socialkapitel.i18n import translate
from socialkapitel.messages import msg
from socialkapitel.parameters import Unit
from socialkapitel.whatif.charts.style import SHADE, data, finished, look, with_unit

if TYPE_CHECKING:
    from socialkapitel.whatif.timeline import Measure, Timeline

_DAY = timedelta(days=1)


def draw_timeline(timeline: Timeline, measure: Measure, language: str) -> alt.LayerChart:
    """The chart."""
    start = timeline.months[0].first_day
    rows = [_row(plan, start, 0) for plan in timeline.plans]
    rows += [
        _row(row.plan, row.month.last_day + _DAY, float(row.in_all(measure)))
        for row in timeline.planned
    ]
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True, labelSeparation=10),
    )
    title = with_unit(measure.label, Unit.DKK, language)
    y = alt.Y("value:Q", title=title, axis=alt.Axis(format=",.0f"))
    style = look(timeline.plans)
    layers = [
        alt.Chart(data(rows)).mark_line(strokeWidth=2).encode(x=x, y=y, **style.lines),
        alt.Chart(data(rows))
        .mark_point(filled=True, size=45, opacity=1)
        .encode(x=x, y=y, **style.points),
    ]
    if rings := _overtakings(timeline, measure):
        ring = alt.Chart(data(rings)).mark_point(
            size=170, color="black", strokeWidth=1.8, opacity=1
        )
        layers.append(ring.encode(x=x, y=y))
    return finished(
        [*_shades(timeline, language), *layers],
        language,
        timeline.title,
        [
            translate(found.text, language)
            for found in timeline.overtakings
            if found.measure is measure
        ],
    )


def _row(plan: str, day: date, value: float) -> dict[str, Any]:
    return {"curve": plan, "day": day.isoformat(), "value": value}


def _overtakings(timeline: Timeline, measure: Measure) -> list[dict[str, Any]]:
    """Where the curves have crossed: at the end of the month, on the curve that is above."""
    return [
        _row(row.plan, row.month.last_day + _DAY, float(row.in_all(measure)))
        for found in timeline.overtakings
        for row in timeline.planned
        if found.measure is measure and (row.plan, row.month) == (found.above, found.month)
    ]


def _shades(timeline: Timeline, language: str) -> list[alt.Chart]:
    """A band for each employer period, as far as it lies in the months."""
    first, last = timeline.months[0].first_day, timeline.months[-1].last_day
    bands = [
        {
            "from": max(period.start, first).isoformat(),
            "to": (min(period.end, last) + _DAY).isoformat(),
            "name": translate(msg("Employer period"), language),
        }
        for period in dict.fromkeys(period for _, period in timeline.employer_periods)
    ]
    if not bands:
        return []
    base = alt.Chart(data(bands)).encode(x="from:T")
    return [
        base.mark_rect(color=SHADE).encode(x2="to:T"),
        base.mark_text(align="left", baseline="top", dx=4, dy=4, fontSize=11).encode(
            y=alt.value(0), text="name:N"
        ),
    ]
