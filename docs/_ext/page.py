"""What the examples of the manual use: shows things in the language of the page."""

import os
from html import escape

import vl_convert
from IPython.display import HTML

from socialkapitel import translate

LANGUAGE = os.environ["MANUAL_LANGUAGE"]


def show(result):
    """Show a result's explanation, or a what-if, as a table."""
    return HTML((result if hasattr(result, "html") else result.explanation).html(LANGUAGE))


def draw(what_if, **options):
    """Show a what-if as a chart."""
    chart = what_if.chart(LANGUAGE, **options)
    label = escape(translate(what_if.title, LANGUAGE))
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    return HTML(f'<div class="chart" role="img" aria-label="{label}">{svg}</div>')


def say(*texts):
    """Show texts of the library, one a line."""
    print(*(translate(text, LANGUAGE) for text in texts), sep="\n")
