"""Draws a timeline: the totals through each month, the employer periods shaded."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from textwrap import wrap
from typing import TYPE_CHECKING, Any, cast

import altair as alt

from socialkapitel.explanation.rendering import with_unit
from socialkapitel.i18n import translate
from socialkapitel.messages import msg
from socialkapitel.parameters import Unit
from socialkapitel.whatif.charts.style import (
    SHADE,
    LayeredPicture,
    StackedPicture,
    data,
    finished,
    look,
    stacked,
)
from socialkapitel.whatif.timeline import Measure

if TYPE_CHECKING:
    from socialkapitel.whatif.timeline import Timeline
    from socialkapitel.whatif.weeks import WeekByWeek

_MANY = 120
_TITLE_WIDTH = 36
_DAY = timedelta(days=1)


def draw_timeline(
    timeline: Timeline | WeekByWeek, measure: Measure, language: str
) -> LayeredPicture | StackedPicture:
    """The chart; where work is lost to absence, also the cost less the work done, below."""
    measures = [measure]
    if measure is Measure.COST and timeline.loses_work:
        measures.append(Measure.COST_LESS_WORK)
    panels = [
        [*_shades(timeline, language), *_curves(timeline, each, language)] for each in measures
    ]
    subtitle = [
        *(found.text for found in timeline.overtakings if found.measure in measures),
        *timeline.notes,
    ]
    told = [translate(text, language) for text in subtitle]
    if len(panels) == 1:
        return finished(panels[0], language, timeline.title, told)
    return stacked(panels, language, timeline.title, told)


def _curves(timeline: Timeline | WeekByWeek, measure: Measure, language: str) -> list[alt.Chart]:
    start = timeline.months[0].first_day
    rows = [_row(plan, start, 0) for plan in timeline.plans]
    rows += [
        _row(row.plan, row.last_day + _DAY, float(value))
        for row in timeline.planned
        if (value := row.in_all(measure)) is not None
    ]
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%b %Y", tickCount="month", labelOverlap=True, labelSeparation=10),
    )
    title = wrap(with_unit(measure.label, Unit.DKK, language), _TITLE_WIDTH)
    y = alt.Y("value:Q", title=title, axis=alt.Axis(format=",.0f"))
    style = look(timeline.plans)
    layers = [
        alt.Chart(data(rows)).mark_line(strokeWidth=2).encode(x=x, y=y, **style.lines),
        alt.Chart(data(rows))
        .mark_point(filled=True, size=45 if len(rows) < _MANY else 15, opacity=1)
        .encode(x=x, y=y, **style.points),
    ]
    if rings := _overtakings(timeline, measure):
        ring = alt.Chart(data(rings)).mark_point(
            size=170, color="black", strokeWidth=1.8, opacity=1
        )
        layers.append(ring.encode(x=x, y=y))
    return layers


def _row(plan: str, day: date, value: float) -> dict[str, Any]:
    return {"curve": plan, "day": day.isoformat(), "value": value}


def _overtakings(timeline: Timeline | WeekByWeek, measure: Measure) -> list[dict[str, Any]]:
    """Where the curves have crossed: at the end of the month, on the curve that is above."""
    return [
        _row(row.plan, row.last_day + _DAY, float(cast("Decimal", row.in_all(measure))))
        for found in timeline.overtakings
        for row in timeline.planned
        if found.measure is measure and (row.plan, row.when) == (found.above, found.when)
    ]


def _shades(timeline: Timeline | WeekByWeek, language: str) -> list[alt.Chart]:
    """A band for each employer period, as far as it is within the months."""
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
