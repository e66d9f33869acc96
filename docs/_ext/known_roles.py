"""Roles that say how far figures are known: no page has to be changed for a new year.

``{last-year}`NAME``` is the last year for which a series is known, ``{last-day}`NAME``` the last
day.
"""

from babel.dates import format_date
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxRole

from socialkapitel import PARAMETERS
from socialkapitel.parameters.turn import last_year

LOCALES = {"da": "da_DK", "en": "en_GB"}


def year(name: str) -> str:
    """The last year for which a series is known.

    Raises:
        ValueError: for a series that holds until it is changed.
    """
    if (found := last_year(PARAMETERS[name])) is None:
        raise ValueError(f"{name} has no last year")
    return str(found)


def day(name: str, language: str) -> str:
    """The last day for which a series is known, in a sentence.

    Raises:
        ValueError: for a series that holds until it is changed.
    """
    if (found := PARAMETERS[name].last_day) is None:
        raise ValueError(f"{name} has no last day")
    return format_date(found, "long", locale=LOCALES[language])


class LastYear(SphinxRole):
    """The last year for which a series is known."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [nodes.Text(year(self.text))], []


class LastDay(SphinxRole):
    """The last day for which a series is known."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        return [nodes.Text(day(self.text, self.config.language))], []


def setup(app: Sphinx) -> None:
    app.add_role("last-year", LastYear())
    app.add_role("last-day", LastDay())
