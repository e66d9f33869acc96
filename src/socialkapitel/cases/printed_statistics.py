"""The figures of cases that Region Midtjylland's chapter prints in annex 2, as it prints them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from socialkapitel.cases.reports import CountTable, Heading, Report
from socialkapitel.cases.statistics import FORMER_COUNTIES, OCCUPATIONS, SECTORS, breakdowns
from socialkapitel.citations import midtjylland
from socialkapitel.messages import Label
from socialkapitel.periods import Period

PRINTED_SOURCE = midtjylland("bilag 2")
"""Where the figures are printed."""

_PERIOD = Period(date(2007, 1, 1), date(2007, 10, 31))

# By Århus, Ringkjøbing, Vejle and Viborg; an empty cell on the page means nobody.
_CELLS: Mapping[str, Mapping[str, tuple[int, ...]]] = {
    "opened": {"before": (24, 0, 0, 0), "within": (64, 5, 5, 13)},
    "age": {
        "through-30": (13, 0, 1, 0),
        "31-40": (9, 2, 1, 2),
        "41-50": (31, 2, 3, 5),
        "51-60": (34, 1, 0, 5),
        "from-61": (1, 0, 0, 1),
    },
    "sex": {"woman": (77, 4, 4, 11), "man": (11, 1, 1, 2)},
    "sector": {
        "hospitals": (49, 0, 0, 1),
        "social-and-psychiatry": (36, 3, 5, 10),
        "administration": (3, 2, 0, 2),
    },
    "occupation": {
        "nurses": (25, 0, 0, 0),
        "health-care-assistants": (18, 2, 0, 0),
        "service-staff": (5, 0, 0, 0),
        "doctors": (2, 0, 0, 0),
        "other-health-staff": (12, 0, 1, 1),
        "administrative-staff": (6, 0, 0, 2),
        "pedagogues": (10, 2, 3, 6),
        "other": (10, 1, 1, 4),
    },
}
_CAUSES = {"back-and-joints": 40, "mental": 51, "other": 20}

_NOTES = (
    Label(
        en=f"Source: {PRINTED_SOURCE}. The cases in which one of the two consultants took part.",
        da=f"Kilde: {PRINTED_SOURCE}. De sager, hvor en af de to konsulenter var involveret.",
    ),
    Label(
        en="Reproduced as the document prints the figures: small groups are not hidden, nor are"
        " the causes, which the persons stated themselves. Statistics of one's own cases are"
        " published by other rules.",
        da="Gengivet, som dokumentet har trykt tallene: små grupper er ikke skjult, og det er"
        " årsagerne, som personerne selv har oplyst, heller ikke. Statistik over egne sager"
        " offentliggøres efter andre regler.",
    ),
    Label(
        en="Most cases of retention are handled locally, and those with a consultant are often the"
        " most complicated. The figures therefore do not represent the whole region.",
        da="De fleste fastholdelsessager varetages lokalt, og sager med konsulent er ofte de mest"
        " komplicerede. Tallene er derfor ikke dækkende for hele regionen.",
    ),
    Label(
        en="In the text that was read, two numbers cannot safely be assigned to a column: the 2"
        " care assistants and the 2 administrative staff outside Århus belong to Ringkjøbing and"
        " Viborg, but they may be the other way round.",
        da="I den læste tekst kan to tal ikke henføres sikkert til en kolonne: de 2 social- og"
        " sundhedsassistenter og de 2 administrationsmedarbejdere uden for Århus hører til"
        " Ringkjøbing og Viborg, men de kan være byttet om.",
    ),
)


def _tables() -> tuple[CountTable, ...]:
    ways = {way.id: way for way in breakdowns(_PERIOD, SECTORS, OCCUPATIONS)}
    columns = tuple(Heading(*column) for column in FORMER_COUNTIES.items())
    divided = [
        CountTable(
            id=name,
            label=ways[name].label,
            rows=tuple(Heading(row, ways[name].rows[row]) for row in rows),
            columns=columns,
            cells=tuple(rows.values()),
            row_totals=tuple(map(sum, rows.values())),
            column_totals=tuple(map(sum, zip(*rows.values(), strict=True))),
            total=sum(map(sum, rows.values())),
        )
        for name, rows in _CELLS.items()
    ]
    cause = ways["cause"]
    return (
        *divided,
        CountTable(
            id="cause",
            label=cause.label,
            rows=tuple(Heading(row, cause.rows[row]) for row in _CAUSES),
            columns=(),
            cells=((),) * len(_CAUSES),
            row_totals=tuple(_CAUSES.values()),
            column_totals=(),
            total=sum(_CAUSES.values()),
        ),
    )


PRINTED_STATISTICS = Report(
    title=Label(
        en="Cases with a consultant, as printed in 2008", da="Sager med konsulent, som trykt i 2008"
    ),
    period=_PERIOD,
    min_cell=1,
    tables=_tables(),
    notes=_NOTES,
)
"""Annex 2 of Region Midtjylland's chapter: 111 cases by county (bilag 2, trykte tal).

`socialkapitel.case_statistics` has the same rows, modelled on these tables.

>>> PRINTED_STATISTICS.table("sex").row("woman")
(77, 4, 4, 11, 96)
>>> PRINTED_STATISTICS.table("cause").row("mental")
(51,)
"""
