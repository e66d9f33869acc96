"""Directives about data frames: what each calculator reads, and what was compared on each engine.

``{frame-columns}`` is made of the calculators. ``{engines}`` and ``{compared}`` are made of
``docs/engines.json``, which the comparison with the scalar calculators writes.
"""

import json
from pathlib import Path

from docutils import nodes
from pieces import cell, code_link, line, listing, quiet, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import HEADS, LAZY, MAY_BE_LEFT_OUT, MAY_BE_MISSING, NO, YES

from socialkapitel import Label, translate
from socialkapitel.frames.columns import InputColumn, Kind
from socialkapitel.frames.explaining import CALCULATORS as OF_ROWS
from socialkapitel.frames.sickness_persons import ALSO, calculator
from socialkapitel.frames.status import STATUS
from socialkapitel.i18n import format_number

ENGINES = Path(__file__).parents[1] / "engines.json"

PERSONS = calculator(ALSO)
CALCULATORS = {**OF_ROWS, PERSONS.name: PERSONS}
"""Those of single rows, and that of whole persons with all that it can add."""

FRAMES = {
    "polars": Label(en="DataFrame", da="DataFrame"),
    "polars lazy": Label(en="LazyFrame", da="LazyFrame"),
    "polars streaming": Label(
        en='LazyFrame, collected with engine="streaming"',
        da='LazyFrame, hentet med engine="streaming"',
    ),
    "pandas numpy": Label(
        en="numpy columns; Int64 where a number is missing",
        da="numpy-kolonner; Int64, hvor et tal mangler",
    ),
    "pandas Int64": Label(en="nullable columns", da="kolonner, der kan have huller"),
    "pandas pyarrow": Label(en="pyarrow columns", da="pyarrow-kolonner"),
    "pyarrow": Label(en="Table", da="Table"),
    "duckdb": Label(en="relation", da="relation"),
    "dask": Label(en="DataFrame of pyarrow columns", da="DataFrame af pyarrow-kolonner"),
    "PySpark": Label(en="DataFrame", da="DataFrame"),
}
"""The kinds of frame that were compared, in the order of the table."""


class FrameColumns(SphinxDirective):
    """What each calculator over frames reads and adds."""

    def run(self) -> list[nodes.Node]:
        language, page = self.config.language, self.env.docname
        rows = [
            [
                line(code_link(f"frames.{calculator.name}", page, calculator.name)),
                listing([[read(column, language)] for column in calculator.columns], "tight"),
                listing([[named(name)] for name in (*calculator.added, STATUS)], "tight"),
            ]
            for calculator in CALCULATORS.values()
        ]
        heads = [translate(HEADS[name], language) for name in ("calculator", "reads", "adds")]
        return [table(heads, rows, widths=[25, 48, 27], classes=["figures", "whole-names"])]


class Engines(SphinxDirective):
    """The engines that were compared: their frames, their version, and whether they are lazy."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(ENGINES))
        return [engine_table(told(), self.config.language)]


class Compared(SphinxDirective):
    """How many rows of each calculator were compared on each engine."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(ENGINES))
        return [compared_table(told(), self.config.language)]


def told() -> dict[str, dict]:
    """What was compared, by engine, in the order of the table.

    Raises:
        KeyError: for an engine of the report that is not in the table, or the reverse.
    """
    found = json.loads(ENGINES.read_text("utf-8"))
    if unplaced := found.keys() - FRAMES.keys():
        raise KeyError(*sorted(unplaced))
    return {engine: found[engine] for engine in FRAMES}


def read(column: InputColumn, language: str) -> nodes.paragraph:
    """A column that is read: its name and type, what is accepted, whether it is needed."""
    parts = [f" {column.kind.value}"]
    if column.kind is Kind.TEXT:
        parts.append(", ".join(column.texts))
    elif column.kind is Kind.WHOLE:
        ends = (format_number(end, language, decimals=0) for end in (column.least, column.most))
        parts.append(" – ".join(ends))
    if column.optional:
        parts.append(translate(MAY_BE_LEFT_OUT if column.extra else MAY_BE_MISSING, language))
    return line(nodes.literal(text=column.name), "; ".join(parts))


def named(name: str) -> nodes.paragraph:
    return quiet(nodes.paragraph("", "", nodes.literal(text=name)))


def engine_table(engines: dict[str, dict], language: str) -> nodes.table:
    """A row for each engine."""
    rows = [
        [
            engine,
            translate(FRAMES[engine], language),
            found["version"],
            translate(YES if found["lazy"] else NO, language),
        ]
        for engine, found in engines.items()
    ]
    heads = [translate(HEADS[name], language) for name in ("engine", "frame", "version")]
    heads.append(translate(LAZY, language))
    return table(heads, rows, widths=[22, 48, 15, 15], classes=["figures"])


def compared_table(engines: dict[str, dict], language: str) -> nodes.table:
    """A row for each calculator, a column for each engine; a dash where nothing was compared."""
    rows = [
        [
            named(calculator),
            *(
                cell(shown(found["rows"].get(calculator), language), "number")
                for found in engines.values()
            ),
        ]
        for calculator in CALCULATORS
        if calculator in OF_ROWS or any(calculator in each["rows"] for each in engines.values())
    ]
    heads = [translate(HEADS["calculator"], language), *engines]
    widths = [20, *[8] * len(engines)]
    return table(heads, rows, widths=widths, classes=["figures", "whole-names", "compared"])


def shown(rows: int | None, language: str) -> str:
    return "–" if rows is None else format_number(rows, language, decimals=0)


def setup(app: Sphinx) -> None:
    app.add_directive("frame-columns", FrameColumns)
    app.add_directive("engines", Engines)
    app.add_directive("compared", Compared)
