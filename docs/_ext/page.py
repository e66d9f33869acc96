"""What the examples of the manual use: shows things in the language of the page."""

import os
from html import escape

import vl_convert
from IPython.core.interactiveshell import InteractiveShell
from IPython.display import HTML

import socialkapitel as sk

LANGUAGE = os.environ["MANUAL_LANGUAGE"]


def at_home(shell: InteractiveShell):
    """Let everything show itself in the language of the page, and charts as drawings."""
    shell.events.register("pre_run_cell", lambda _: sk.language(LANGUAGE) and None)
    pictures = shell.display_formatter.formatters["text/html"]
    pictures.for_type_by_name("socialkapitel.whatif.charts.style", "Picture", drawing)


def drawing(chart):
    """A chart as a drawing, with a text for those who cannot see it."""
    document = chart.to_dict()
    label = escape(" ".join(document["title"]["text"]))
    svg = vl_convert.vegalite_to_svg(document)
    return f'<div class="paper" role="img" aria-label="{label}">{svg}</div>'


def show(result):
    """Show a result's explanation, or a table, in the language of the page."""
    return HTML((result if hasattr(result, "html") else result.explanation).html(LANGUAGE))


def say(*texts):
    """Show texts of the library, one a line."""
    print(*(sk.translate(text, LANGUAGE) for text in texts), sep="\n")
