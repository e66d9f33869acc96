"""What the examples of the manual use: shows things in the language of the page."""

import os

from IPython.display import HTML

LANGUAGE = os.environ["MANUAL_LANGUAGE"]


def show(result):
    """Show a result's explanation as a table."""
    return HTML(result.explanation.html(LANGUAGE))
