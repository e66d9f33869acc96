"""A small chart of a legal figure over the years, as SVG that follows the page's colours."""

from datetime import date, timedelta

import altair as alt
import vl_convert
from words import EVIDENCE, UNITS

from socialkapitel import PARAMETERS, Evidence, Parameter, translate

LOCALES = {"da": "da-DK", "en": "en-GB"}
# Told apart without colour by their shapes; the colours are safe for the colour-blind.
SHAPES = {
    Evidence.PUBLISHED: ("circle", "#0072b2"),
    Evidence.DERIVED: ("triangle-up", "#d55e00"),
    Evidence.CHAPTER: ("square", "#009e73"),
}
# What holds until changed is drawn as far as the latest figure that has an end.
LAST_DAY = max(parameter.last_day for parameter in PARAMETERS if parameter.last_day)


def stretches(parameter: Parameter) -> list[dict[str, object]]:
    """The corners of the line, numbered by stretch: a gap begins a new one."""
    corners = []
    stretch = 0
    before = None
    for figure in parameter.figures:
        if before is not None and before + timedelta(days=1) < figure.valid_from:
            stretch += 1
        before = max(figure.valid_to or LAST_DAY, figure.valid_from)
        corners += [corner(stretch, day, figure.value) for day in (figure.valid_from, before)]
    return corners


def corner(stretch, day: date, value) -> dict[str, object]:
    return {"stretch": stretch, "day": day.isoformat(), "value": float(value)}


def chart(parameter: Parameter, language: str) -> str:
    """The chart as an SVG element."""
    kinds = [kind for kind in SHAPES if any(f.evidence is kind for f in parameter.figures)]
    names = [translate(EVIDENCE[kind], language) for kind in kinds]
    points = [
        {
            "day": figure.valid_from.isoformat(),
            "value": float(figure.value),
            "known": translate(EVIDENCE[figure.evidence], language),
        }
        for figure in parameter.figures
    ]
    highest = max(point["value"] for point in points)
    x = alt.X(
        "day:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%Y", tickCount="year", labelOverlap=True, labelSeparation=8),
    )
    y = alt.Y(
        "value:Q",
        title=translate(UNITS[parameter.unit], language),
        scale=alt.Scale(zero=True),
        axis=alt.Axis(format=",.0f" if highest >= 8 else ",.1f", tickCount=5),
    )
    line = (
        alt.Chart(alt.Data(values=stretches(parameter)))
        .mark_line(interpolate="step-after", strokeWidth=1.5, color="currentColor", opacity=0.6)
        .encode(x=x, y=y, detail="stretch:N")
    )
    legend = alt.Legend(title=None, orient="top", symbolType="circle")
    shapes = alt.Scale(domain=names, range=[SHAPES[kind][0] for kind in kinds])
    colours = alt.Scale(domain=names, range=[SHAPES[kind][1] for kind in kinds])
    dots = (
        alt.Chart(alt.Data(values=points))
        .mark_point(filled=True, size=70, opacity=1)
        .encode(
            x=x,
            y=y,
            shape=alt.Shape("known:N", scale=shapes, legend=legend),
            color=alt.Color("known:N", scale=colours, legend=legend),
        )
    )
    whole = (
        (line + dots)
        .properties(width=560, height=170, background="transparent")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor="currentColor",
            titleColor="currentColor",
            tickColor="currentColor",
            domainColor="currentColor",
            gridColor="currentColor",
            gridOpacity=0.12,
            titleFontWeight="normal",
            labelFontSize=12,
            titleFontSize=12,
        )
        .configure_legend(labelColor="currentColor", labelFontSize=12)
    )
    locale = LOCALES[language]
    return vl_convert.vegalite_to_svg(
        whole.to_dict(), format_locale=locale, time_format_locale=locale
    )
