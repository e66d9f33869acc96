"""Writes a chart as a picture, without a browser and without a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.messages import msg

if TYPE_CHECKING:
    import altair as alt


def save(chart: alt.TopLevelMixin, path: str | Path) -> Path:
    """Write a chart as PNG or SVG and return the file's path.

    A PNG has twice the chart's size in pixels. Needs the extra ``plots``.

    Args:
        chart: a chart, such as ``sweep(...).chart("da")``.
        path: the file; its name ends in ``.png`` or ``.svg``.

    Raises:
        InvalidInput: for another ending.
        WrongType: for anything but a chart and a path.
        MissingExtra: where vl-convert is not installed.
    """
    if not isinstance(path, (str, Path)):
        raise WrongType("path", path, msg("a path that ends in .png or .svg"))
    file = Path(path)
    if file.suffix not in {".png", ".svg"}:
        raise InvalidInput("path", str(path), msg("a path that ends in .png or .svg"))
    to_dict = getattr(chart, "to_dict", None)
    if to_dict is None:
        raise WrongType("chart", chart, msg("a chart of altair's"))
    from socialkapitel.whatif.charts.style import converter, png

    if file.suffix == ".png":
        file.write_bytes(png(to_dict()))
    else:
        file.write_text(converter().vegalite_to_svg(to_dict()), encoding="utf-8")
    return file
