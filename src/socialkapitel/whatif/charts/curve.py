"""Draws a sweep: a figure over a field, with the points where another limit begins to bind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import altair as alt

from socialkapitel.errors import InvalidInput, UnknownName
from socialkapitel.explanation.rendering import with_unit
from socialkapitel.i18n import translate
from socialkapitel.messages import Text, msg
from socialkapitel.periods import Month
from socialkapitel.tables import is_number, word_cell
from socialkapitel.whatif.charts.style import GREY, data, finished, look
from socialkapitel.whatif.figures import figure_names, main_name
from socialkapitel.whatif.limits import bends

if TYPE_CHECKING:
    from socialkapitel.whatif.sweep import Sweep


def draw_curve(sweep: Sweep, language: str, y: str | None) -> alt.LayerChart:
    """The chart."""
    first = sweep.results[0]
    name = main_name(first) if y is None else y
    if name not in figure_names(first):
        raise UnknownName(msg("figure of the result"), name, figure_names(first))
    over_time = _is_over_time(sweep)
    bent_at = [] if over_time else bends(sweep, name)
    points = [
        _row(point.shown[0], getattr(point.result, name), point.shown[1:], language)
        for point in sweep.points
    ]
    limits = list(dict.fromkeys((kink.value, kink.limit) for kink in bent_at))
    bent = [
        {
            **_row(kink.value, getattr(kink.result, name), kink.curve, language),
            "number": str(1 + limits.index((kink.value, kink.limit))),
        }
        for kink in bent_at
    ]
    names = list(dict.fromkeys(row["curve"] for row in points))
    labels = [translate(column.label, language) for column in sweep.columns[1 : len(sweep.axes)]]
    style = look(names, " · ".join(labels))
    x = _x_axis(sweep, language, over_time=over_time)
    column = sweep.columns[len(sweep.axes) + figure_names(first).index(name)]
    head = with_unit(column.label, column.unit, language)
    y_axis = alt.Y("y:Q", title=head, axis=alt.Axis(format=",~f"))
    layers = [
        alt.Chart(data([*points, *bent]))
        .mark_line(strokeWidth=2)
        .encode(x=x, y=y_axis, **style.lines),
        alt.Chart(data(points))
        .mark_point(filled=True, size=45, opacity=1)
        .encode(x, y_axis, **style.points),
    ]
    if bent:
        layers += _bends(bent, _numbers(points, bent), x, y_axis)
    title = sweep.title if y is None else _title(sweep, column.label)
    notes = [translate(note, language) for note in sweep.notes]
    return finished(layers, language, title, [*_told(limits, language), *notes])


def _title(sweep: Sweep, label: Text | str) -> Text:
    """What is drawn, and the month if all results are of the same."""
    months = {dict(each.explanation.title.values).get("month") for each in sweep.results}
    month = months.pop()
    if months or month is None:
        return msg("What if: {title}", title=label)
    return msg("What if: {title}, {month}", title=label, month=month)


def _is_over_time(sweep: Sweep) -> bool:
    values = sweep[sweep.axes[0]]
    if all(isinstance(value, (Month, date)) for value in values):
        return True
    if not all(map(is_number, values)):
        accepted = msg("a first axis of numbers, months or days")
        raise InvalidInput("axes", sweep.axes[0], accepted).showing(sweep.axes[0])
    return False


def _row(x: object, y: object, curve: Sequence[object], language: str) -> dict[str, Any]:
    if isinstance(x, Month):
        x = x.first_day
    return {
        "curve": " · ".join(word_cell(value, language) for value in curve),
        "x": x.isoformat() if isinstance(x, date) else float(cast("float", x)),
        "y": None if y is None else float(cast("float", y)),
    }


def _x_axis(sweep: Sweep, language: str, *, over_time: bool) -> alt.X:
    label = sweep.columns[0].label
    if over_time:
        return alt.X(
            "x:T",
            title=translate(label, language),
            scale=alt.Scale(type="utc"),
            axis=alt.Axis(format="%b %Y", labelOverlap=True, labelSeparation=8),
        )
    return alt.X(
        "x:Q",
        title=with_unit(label, sweep.columns[0].unit, language),
        scale=alt.Scale(zero=False, nice=False),
        axis=alt.Axis(format=",~f", labelOverlap=True, tickCount=8),
    )


def _numbers(points: list[dict[str, Any]], bent: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The numbers of the kinks; those too near each other to be read are written as one text."""
    places = [row["x"] for row in points]
    near = (max(places) - min(places)) * _NEAR
    groups: list[tuple[float, list[str]]] = []
    for x, number in sorted({(row["x"], row["number"]) for row in bent}):
        if groups and x - groups[-1][0] <= near:
            groups[-1][1].append(number)
        else:
            groups.append((x, [number]))
    return [{"x": x, "number": ", ".join(sorted(numbers, key=int))} for x, numbers in groups]


_NEAR = 0.04
"""The part of the axis that a number takes, with the space around it."""


def _bends(
    bent: list[dict[str, Any]], numbers: list[dict[str, Any]], x: alt.X, y: alt.Y
) -> list[alt.Chart]:
    """A dashed line at each kink with its number at the top, and a ring."""
    base = alt.Chart(data(bent))
    return [
        base.mark_rule(strokeDash=[3, 3], color=GREY).encode(x=x),
        base.mark_point(size=150, color="black", strokeWidth=1.8, opacity=1).encode(x=x, y=y),
        alt.Chart(data(numbers))
        .mark_text(align="left", dx=4, dy=-6, fontSize=13, fontWeight="bold")
        .encode(x=x, y=alt.value(0), text="number:N"),
    ]


def _told(limits: Sequence[tuple[Decimal, Text]], language: str) -> list[str]:
    """The meaning of the numbers."""
    return [
        translate(
            msg(
                "{number}: from {value} on: {limit}",
                number=number,
                value=word_cell(value, language),
                limit=limit,
            ),
            language,
        )
        for number, (value, limit) in enumerate(limits, start=1)
    ]
