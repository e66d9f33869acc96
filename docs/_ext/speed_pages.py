"""Directives that write the measured speed from ``docs/speed.json``, in the page's language.

``{speed-machine}`` tells where it was measured, ``{speed-results}`` has a table for each number of
rows, ``{speed-aims}`` holds the library against its aims, ``{speed-versions}`` lists packages.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from docutils import nodes
from speed_report import ratios, reading_and_computing, sizes
from speed_words import (
    AIMS,
    BUSY,
    CONTESTANTS,
    HEADS,
    KILLED,
    MACHINE,
    NO_MEMORY,
    NO_TIME,
    NOT_REACHED,
    REACHED,
    ROWS,
    WITHIN,
)
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from tables import cell, quiet, table

from socialkapitel import translate
from socialkapitel.i18n import format_date, format_number

REPORT = Path(__file__).parents[1] / "speed.json"
GB = 10**9
BUSY_FROM = 10  # per cent of the machine, for other work


def number(value: float, decimals: int, language: str) -> str:
    """A measured number with so many decimals."""
    exact = Decimal(f"{value:.{decimals}f}")
    return format_number(exact, language, decimals=decimals)


def why_not(reason: dict, language: str) -> str:
    """Why a contestant was not run on so many rows."""
    if "seconds" in reason:
        return translate(NO_TIME, language).format(seconds=reason["seconds"])
    if "killed" in reason:
        return translate(KILLED, language)
    return translate(NO_MEMORY, language).format(
        needs=number(reason["needs"] / GB, 1, language),
        each=number(reason["bytes_per_row"], 0, language),
        memory=number(reason["memory"] / GB, 1, language),
    )


def result_row(name: str, run: dict, rows: int, language: str) -> list:
    """A contestant's row in the table of so many rows."""
    who = cell(translate(CONTESTANTS[name], language))
    if "not_run" in run:
        return [[who, cell(why_not(run["not_run"], language), "note")], *[""] * 6]
    load = number(run["load"], 2, language) if run["load"] else translate(WITHIN, language)
    figures = [
        number(run["set_up"], 2, language),
        load,
        number(run["compute"], 2, language),
        number(rows / reading_and_computing(run) / 10**6, 1, language),
        number(run["peak"] / GB, 2, language),
    ]
    wrong = [cell(format_number(run["wrong"], language), "number")]
    if run["wrong"]:
        share = number(100 * run["wrong"] / rows, 1, language)
        wrong.append(cell(f"{share} %, ≤ {run['largest']} øre", "gap"))
    return [who, *(cell(figure, "number") for figure in figures), wrong]


class Speed(SphinxDirective):
    """What the directives have in common: the report, and that the page depends on it."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(REPORT))
        return self.written(json.loads(REPORT.read_text("utf-8")), self.config.language)


class SpeedMachine(Speed):
    """Where and when it was measured, and whether the machine was at rest."""

    def written(self, report: dict, language: str) -> list[nodes.Node]:
        told = report["machine"]
        values = {
            **told,
            "day": format_date(date.fromisoformat(told["day"]), language),
            "memory": number(told["memory"] / GB, 1, language),
            "other_work": number(told["other_work"], 0, language),
        }
        found = [quiet(nodes.paragraph(text=translate(MACHINE, language).format(**values)))]
        if told["other_work"] >= BUSY_FROM:
            found.append(nodes.warning("", quiet(nodes.paragraph(text=translate(BUSY, language)))))
        return found


class SpeedResults(Speed):
    """A table of all contestants for each number of rows."""

    def written(self, report: dict, language: str) -> list[nodes.Node]:
        return [self.of_size(report, size, language) for size in sizes(report)]

    def of_size(self, report: dict, size: str, language: str) -> nodes.table:
        heads = ("who", "set_up", "load", "compute", "rate", "peak", "wrong")
        rows = [
            result_row(name, told["sizes"][size], int(size), language)
            for name, told in report["contestants"].items()
        ]
        made = table(
            [translate(HEADS[head], language) for head in heads],
            rows,
            widths=[24, 11, 13, 12, 11, 12, 17],
            classes=["figures"],
        )
        caption = translate(ROWS, language).format(rows=format_number(int(size), language))
        made.insert(0, quiet(nodes.title(caption, caption)))
        return made


class SpeedAims(Speed):
    """The library's speed as a multiple of the others', beside what was aimed at."""

    def written(self, report: dict, language: str) -> list[nodes.Node]:
        every = sizes(report)
        heads = [translate(HEADS["aim"], language)]
        heads += [
            translate(ROWS, language).format(rows=format_number(int(size), language))
            for size in every
        ]
        found = [ratios(report, size) for size in every]
        rows = [
            [
                translate(label, language),
                *(verdict(of_size.get(aim), language) for of_size in found),
            ]
            for aim, label in AIMS.items()
        ]
        widths = [40, *(60 // len(every) for _ in every)]
        return [table(heads, rows, widths=widths, classes=["figures"])]


def verdict(found: tuple[float, float | None] | None, language: str) -> list[nodes.Node] | str:
    """A ratio, and whether it is what was aimed at."""
    if found is None:
        return "–"
    ratio, least = found
    got = cell(f"{number(ratio, 2, language)} ×", "short")
    if least is None:
        return [got]
    text = translate(REACHED if ratio >= least else NOT_REACHED, language)
    return [got, cell(text, "note")]


class SpeedVersions(Speed):
    """Which versions of which packages each contestant ran with."""

    def written(self, report: dict, language: str) -> list[nodes.Node]:
        heads = [translate(HEADS[name], language) for name in ("who", "packages")]
        rows = [
            [
                translate(CONTESTANTS[name], language),
                ", ".join(f"{package} {version}" for package, version in told["versions"].items()),
            ]
            for name, told in report["contestants"].items()
        ]
        return [table(heads, rows, widths=[40, 60], classes=["figures"])]


def setup(app: Sphinx) -> None:
    app.add_directive("speed-machine", SpeedMachine)
    app.add_directive("speed-results", SpeedResults)
    app.add_directive("speed-aims", SpeedAims)
    app.add_directive("speed-versions", SpeedVersions)
