"""Directives that write the legal figures from the packaged files, in the page's language.

``{parameters} SUBJECT`` shows every parameter of a subject: what it is, its law, a chart and a
table. ``{parameter-overview}`` lists them all with the days for which they are known.

Two roles keep pages from changing with the year: ``{last-year}`NAME``` is the last year for which a
series is known, ``{last-day}`NAME``` the last day.
"""

import attrs
import vl_convert
from babel.dates import format_date
from checks import note_shown
from docutils import nodes
from pieces import LOCALES, cell, code_name, quiet, raw, section, short_date, table
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole
from words import FORMERLY, HEADS, UNDATED, UNKNOWN, UNTIL_CHANGED

from socialkapitel import PARAMETERS, Figure, Parameter, translate, whatif
from socialkapitel.explanation.rendering import EVIDENCE, word_unit
from socialkapitel.i18n import format_number
from socialkapitel.parameters.turn import last_year
from socialkapitel.sources import Publication
from socialkapitel.whatif.charts.history import MARKS as SHAPES
from socialkapitel.whatif.charts.history import history_layers
from socialkapitel.whatif.charts.style import layered, locale

INK = "currentColor"
MARKS = {"circle": "●", "triangle-up": "▲", "square": "■"}


def subject(parameter: Parameter) -> str:
    """The subject to which a parameter belongs; one without a dot is its own."""
    return parameter.name.partition(".")[0]


class Parameters(SphinxDirective):
    """Every parameter of one subject or more."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        wanted = self.arguments[0].split()
        found = [parameter for parameter in PARAMETERS if subject(parameter) in wanted]
        if unknown := set(wanted) - {subject(parameter) for parameter in found}:
            raise self.error(f"no parameters of {', '.join(sorted(unknown))}")
        note_shown(self.env, "parameters", [parameter.name for parameter in found])
        return [self.section(parameter) for parameter in found]

    def section(self, parameter: Parameter) -> nodes.section:
        language = self.config.language
        told = [*filter(None, [parameter.note]), parameter.known]
        text = " ".join(translate(each, language) for each in told)
        drawn = [raw(figure_of(parameter, language))] if len(parameter.figures) > 1 else []
        made = section(
            self,
            parameter.name,
            translate(parameter.label, language),
            head(parameter, language),
            cell(text),
            *drawn,
            figures_table(parameter, language),
        )
        made["classes"].append("parameter")
        return made


def head(parameter: Parameter, language: str) -> nodes.paragraph:
    """Name, unit and law in one line."""
    law = translate(attrs.evolve(parameter.source, read_in="").text, language)
    former = [
        translate(FORMERLY, language).format(
            day=short_date(entry.until, language), law=entry.citation
        )
        for entry in parameter.source.former
    ]
    rest = f"{word_unit(parameter.unit, language)} · {law}"
    if former:
        rest += f" ({'; '.join(former)})"
    return quiet(
        nodes.paragraph(
            "",
            "",
            nodes.literal(text=parameter.name, classes=["code-name"]),
            nodes.Text(rest),
            classes=["figure-head"],
        )
    )


def figure_of(parameter: Parameter, language: str) -> str:
    label = translate(parameter.label, language).replace('"', "&quot;")
    return f'<div class="chart" role="img" aria-label="{label}">{chart(parameter, language)}</div>'


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


def figures_table(parameter: Parameter, language: str) -> nodes.table:
    """One row for each figure, and one for each gap between two."""
    rows = []
    for place, figure in enumerate(parameter.figures):
        rows.append(figure_row(parameter, figure, language))
        following = parameter.figures[place + 1 : place + 2]
        if following and figure.valid_to and (following[0].valid_from - figure.valid_to).days > 1:
            rows.append(["", "", cell(translate(UNKNOWN, language), "gap"), "", ""])
    heads = [
        translate(HEADS[name], language)
        for name in ("from", "through", "value", "known", "source_and_note")
    ]
    return table(heads, rows, widths=[15, 15, 13, 17, 40], classes=["figures"])


def figure_row(parameter: Parameter, figure: Figure, language: str) -> list:
    decimals = max(-f.value.as_tuple().exponent for f in parameter.figures)
    mark, colour = SHAPES[figure.evidence]
    known = (
        f'<span class="mark" style="color:{colour}">{MARKS[mark]}</span> '
        f"{translate(EVIDENCE[figure.evidence], language)}"
    )
    end = figure.valid_to
    source = [cell(shown_publication(one, language)) for one in figure.source.publications]
    if figure.note:
        source.append(cell(translate(figure.note, language), "note"))
    return [
        cell(short_date(figure.valid_from, language), "short"),
        cell(short_date(end, language) if end else translate(UNTIL_CHANGED, language), "short"),
        cell(format_number(figure.value, language, decimals=decimals), "number"),
        raw(f'<p class="short">{known}</p>'),
        source,
    ]


def shown_publication(publication: Publication, language: str) -> str:
    """What a figure was read in, and the days for which that gives its figures."""
    if publication.valid_from is None:
        return f"{publication.name} ({translate(UNDATED, language)})"
    end = publication.valid_to
    days = " – ".join(
        [
            short_date(publication.valid_from, language),
            short_date(end, language) if end else translate(UNTIL_CHANGED, language),
        ]
    )
    return f"{publication.name} ({days})"


class ParameterOverview(SphinxDirective):
    """All parameters, and when they are known."""

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        heads = [translate(HEADS[name], language) for name in ("figure", "known_days")]
        rows = [self.row(parameter, language) for parameter in PARAMETERS]
        return [table(heads, rows, widths=[70, 30], classes=["figures"])]

    def row(self, parameter: Parameter, language: str) -> list:
        link = addnodes.pending_xref(
            "",
            nodes.inline(text=translate(parameter.label, language)),
            refdomain="std",
            reftype="ref",
            reftarget=parameter.name.lower(),
            refexplicit=True,
            refwarn=True,
            refdoc=self.env.docname,
        )
        return [
            [
                quiet(nodes.paragraph("", "", link)),
                code_name(parameter.name),
            ],
            [cell(part, "short") for part in known_days(parameter, language)],
        ]


def known_days(parameter: Parameter, language: str) -> list[str]:
    """The stretches of days without a gap for which a parameter is known."""
    stretches = []
    for figure in parameter.figures:
        if stretches and (figure.valid_from - stretches[-1][1]).days == 1:
            stretches[-1][1] = figure.valid_to
        else:
            stretches.append([figure.valid_from, figure.valid_to])
    until = translate(UNTIL_CHANGED, language)
    return [
        f"{short_date(start, language)} – {short_date(end, language) if end else until}"
        for start, end in stretches
    ]


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
    app.add_directive("parameters", Parameters)
    app.add_directive("parameter-overview", ParameterOverview)
    app.add_role("last-year", LastYear())
    app.add_role("last-day", LastDay())
