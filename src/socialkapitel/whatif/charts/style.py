"""The look that all charts share: distinguishable without colour, written in the language's way."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import attrs

from socialkapitel.errors import InvalidInput, MissingExtra
from socialkapitel.i18n import check_language, day_names, month_names, translate
from socialkapitel.messages import Text, msg

WIDTH = 600
HEIGHT = 320
SCALE = 2
INK = "#333333"
GREY = "#595959"
SHADE = "#e8e8e8"

# Okabe and Ito's colours, which colour-blind people can distinguish, the darker ones first.
COLOURS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#000000",
    "#e69f00",
    "#56b4e9",
    "#7f7f7f",
)
SHAPES = (
    "circle",
    "triangle-up",
    "square",
    "diamond",
    "cross",
    "triangle-down",
    "triangle-right",
    "triangle-left",
)
DASHES = ([1, 0], [6, 3], [2, 2], [9, 3, 2, 3], [12, 4], [4, 2], [1, 3], [9, 2, 2, 2, 2, 2])

_NUMBERS: dict[str, dict[str, Any]] = {
    "da": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["", " kr."]},
    "en": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["DKK ", ""]},
}
_TITLE_WIDTH = 75
_SUBTITLE_WIDTH = 100


@attrs.frozen
class Look:
    """What distinguishes several curves: the encodings of their lines and of their points."""

    lines: dict[str, Any]
    points: dict[str, Any]


def look(names: Sequence[str], title: str | None = None) -> Look:
    """Colour, dash and shape for each curve, and a legend where there are several.

    Raises:
        InvalidInput: for more curves than can be distinguished.
    """
    if len(names) > len(COLOURS):
        raise InvalidInput(
            "chart", len(names), msg("at most {most} curves in one chart", most=len(COLOURS))
        )
    if len(names) == 1:
        return Look({"color": alt.value(COLOURS[0])}, {"color": alt.value(COLOURS[0])})

    def scale(values: Sequence[Any]) -> alt.Scale:
        return alt.Scale(domain=list(names), range=list(values[: len(names)]))

    legend = alt.Legend(
        title=title,
        orient="bottom",
        columns=1,
        symbolSize=90,
        symbolStrokeWidth=0,
        labelLimit=560,
        titleLimit=560,
    )
    colour, dash, shape = scale(COLOURS), scale(DASHES), scale(SHAPES)
    return Look(
        {
            "color": alt.Color("curve:N", scale=colour, legend=legend),
            "strokeDash": alt.StrokeDash("curve:N", scale=dash, legend=None),
        },
        {
            "color": alt.Color("curve:N", scale=colour, legend=legend),
            "shape": alt.Shape("curve:N", scale=shape, legend=legend),
        },
    )


class Picture:
    """A chart that is shown in a notebook as a picture, without a network or JavaScript.

    If another altair renderer is enabled, that is used instead. The title and the lines below it
    are the plain text, which VS Code gives to screen readers in place of the picture.
    """

    def _repr_mimebundle_(self, *_: object, **__: object) -> Any:
        chart: Any = self
        document = chart.to_dict()
        if alt.renderers.active != "default":
            renderer: Any = alt.renderers.get()
            return renderer(document)
        picture = png(document)
        width, height = (int.from_bytes(picture[at : at + 4], "big") // SCALE for at in (16, 20))
        size = {"image/png": {"width": width, "height": height}}
        return {"image/png": picture, "text/plain": words(document)}, size

    def __repr__(self) -> str:
        return "<a chart; show it in a notebook, or whatif.save it>"


class LayeredPicture(Picture, alt.LayerChart):
    """A chart of layers on top of each other."""


class StackedPicture(Picture, alt.VConcatChart):
    """Charts one below the other."""


def words(document: dict[str, Any]) -> str:
    """A chart's title and the lines below it, as text; a caller may have given it other ones."""
    title = document.get("title", "")
    if not isinstance(title, dict):
        title = {"text": title}
    parts = (title["text"], title.get("subtitle", []))
    text, below = ([part] if isinstance(part, str) else part for part in parts)
    return "\n".join([" ".join(text), *below])


def png(document: dict[str, Any]) -> bytes:
    """A chart as a PNG, with `SCALE` times its size in pixels.

    Raises:
        MissingExtra: where vl-convert is not installed.
    """
    picture: bytes = converter().vegalite_to_png(document, scale=SCALE)
    return picture


def converter() -> Any:
    """The module that draws charts without a browser."""
    try:
        import vl_convert
    except ImportError:
        raise MissingExtra("plots", "vl-convert-python") from None
    return vl_convert


def finished(
    layers: Sequence[alt.Chart],
    language: str,
    title: Text,
    subtitle: Sequence[str] = (),
    *,
    height: int = HEIGHT,
) -> LayeredPicture:
    """The chart with its title, its size, and the language's numbers and months."""
    frame = _frame(language, title, subtitle)
    return LayeredPicture(layer=list(layers), width=WIDTH, height=height, **frame)


def stacked(
    panels: Sequence[Sequence[alt.Chart]], language: str, title: Text, subtitle: Sequence[str]
) -> StackedPicture:
    """Charts one below the other, with one title and one legend."""
    charts = [layered(layers).properties(width=WIDTH, height=HEIGHT - 80) for layers in panels]
    return StackedPicture(vconcat=charts, **_frame(language, title, subtitle))


def _frame(language: str, title: Text, subtitle: Sequence[str]) -> dict[str, Any]:
    """The title and the look, for a chart's making: altair copies it whole for each thing added."""
    return {
        "title": alt.TitleParams(
            wrap(translate(title, language), _TITLE_WIDTH),
            subtitle=[line for text in subtitle for line in wrap(text, _SUBTITLE_WIDTH)],
            anchor="start",
            offset=12,
            fontSize=15,
            color=INK,
            subtitleFontSize=12,
            subtitleColor=GREY,
            subtitlePadding=6,
        ),
        "background": "white",
        "config": alt.Config(
            locale=locale(language),
            view=alt.ViewConfig(stroke=None),
            axis=alt.AxisConfig(
                labelFontSize=12,
                titleFontSize=12,
                titleFontWeight="normal",
                titleColor=INK,
                labelColor=INK,
                gridColor="#e0e0e0",
                titlePadding=10,
                labelFlush=False,
            ),
            legend=alt.LegendConfig(
                titleFontWeight="normal",
                titleFontSize=12,
                labelFontSize=12,
                titleColor=INK,
                labelColor=INK,
            ),
            text=alt.MarkConfig(color=INK),
        ),
    }


def locale(language: str) -> alt.Locale:
    """How numbers and dates are written on the axes."""
    check_language(language)
    danish = language == "da"
    return alt.Locale(
        number=alt.NumberLocale(**_NUMBERS[language]),
        time=alt.TimeLocale(
            dateTime="%-d. %B %Y %H:%M" if danish else "%-d %B %Y %H:%M",
            date="%d.%m.%Y" if danish else "%d/%m/%Y",
            time="%H:%M",
            periods=["AM", "PM"],
            days=_from_sunday(day_names(language)),
            shortDays=_from_sunday(day_names(language, short=True)),
            months=list(month_names(language)),
            shortMonths=list(month_names(language, short=True)),
        ),
    )


def _from_sunday(days: Sequence[str]) -> list[str]:
    return [days[-1], *days[:-1]]


def layered(layers: Sequence[alt.Chart]) -> alt.LayerChart:
    """Charts on top of each other, the first at the bottom."""
    chart: Any = alt.layer(*layers)
    found: alt.LayerChart = chart
    return found


def data(rows: Sequence[dict[str, Any]]) -> alt.Data:
    """Rows as a chart's data."""
    found: alt.Data = alt.Data(values=list(rows))  # type: ignore[no-untyped-call]
    return found
