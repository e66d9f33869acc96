"""A small chart of a legal figure over the years, as SVG that follows the page's colours."""

import vl_convert

from socialkapitel import Parameter, whatif
from socialkapitel.whatif.charts.history import MARKS as SHAPES
from socialkapitel.whatif.charts.history import history_layers
from socialkapitel.whatif.charts.style import layered, locale

__all__ = ["SHAPES", "chart"]

INK = "currentColor"


def chart(parameter: Parameter, language: str) -> str:
    """The chart as an SVG element."""
    history = whatif.history(parameter.name)
    whole = (
        layered(history_layers(history, language, line=INK))
        .properties(width=560, height=170, background="transparent")
        .configure(locale=locale(language))
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=INK,
            titleColor=INK,
            tickColor=INK,
            domainColor=INK,
            gridColor=INK,
            gridOpacity=0.12,
            titleFontWeight="normal",
            labelFontSize=12,
            titleFontSize=12,
        )
        .configure_legend(labelColor=INK, labelFontSize=12)
    )
    return vl_convert.vegalite_to_svg(whole.to_dict())
