"""Directives that write the measured speed from ``docs/speed.json``, in the page's language.

``{speed-machine}`` says where it was measured, ``{speed-results}`` has a table for each number of
rows, ``{speed-aims}`` compares the library with its aims, ``{speed-versions}`` lists packages.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from docutils import nodes
from pieces import cell, quiet, table
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from socialkapitel import Label, translate
from socialkapitel.i18n import format_date, format_number

REPORT = Path(__file__).parents[1] / "speed.json"
GB = 10**9
BUSY_FROM = 10  # per cent of the machine, for other work

# --- the words

CONTESTANTS = {
    "library-streaming": Label(en="socialkapitel, streamed", da="socialkapitel, streamet"),
    "library-in-memory": Label(en="socialkapitel, in memory", da="socialkapitel, i hukommelsen"),
    "bare-polars": Label(en="bare polars", da="bart polars"),
    "by-hand": Label(en="numpy by hand", da="numpy i hånden"),
    "openfisca": Label(en="OpenFisca-core, one date", da="OpenFisca-core, én dato"),
    "openfisca-by-month": Label(
        en="OpenFisca-core, month by month", da="OpenFisca-core, måned for måned"
    ),
    "policyengine": Label(en="PolicyEngine-core, one date", da="PolicyEngine-core, én dato"),
    "ttsim": Label(en="ttsim, one date", da="ttsim, én dato"),
}
ROWS = Label(en="{rows} rows", da="{rows} rækker")
HEADS = {
    "who": Label(en="Who", da="Hvem"),
    "set_up": Label(en="Set-up, s", da="Opsætning, s"),
    "load": Label(en="Reading, s", da="Læsning, s"),
    "compute": Label(en="Computing, s", da="Beregning, s"),
    "rate": Label(en="Million rows/s", da="Mio. rækker/s"),
    "peak": Label(en="Peak memory, GB", da="Mest hukommelse, GB"),
    "wrong": Label(en="Wrong amounts", da="Forkerte beløb"),
    "aim": Label(en="Aim", da="Mål"),
    "packages": Label(en="Packages", da="Pakker"),
}
WITHIN = Label(en="in computing", da="i beregningen")
NO_MEMORY = Label(
    en="not run: would take about {needs} GB at {each} bytes a row, and {memory} GB were available",
    da="ikke kørt: ville bruge omkring {needs} GB med {each} byte pr. række; der var {memory} GB",
)
NO_TIME = Label(
    en="not run to the end: more than {seconds} seconds",
    da="ikke kørt til ende: mere end {seconds} sekunder",
)
KILLED = Label(
    en="not run to the end: the system stopped it for lack of memory",
    da="ikke kørt til ende: systemet stoppede den på grund af manglende hukommelse",
)
AIMS = {
    "with_set_up": Label(
        en="with set-up, as fast as the fastest of OpenFisca, PolicyEngine and ttsim with its own",
        da="med opsætning, lige så hurtig som den hurtigste af OpenFisca, PolicyEngine og ttsim"
        " med sin",
    ),
    "openfisca": Label(
        en="20 times as fast as OpenFisca on one date",
        da="20 gange så hurtig som OpenFisca på én dato",
    ),
    "openfisca_by_month": Label(
        en="20 times as fast as OpenFisca month by month",
        da="20 gange så hurtig som OpenFisca måned for måned",
    ),
    "bare": Label(
        en="0.77 times as fast as bare polars, or at most 1.3 times its time",
        da="0,77 gange så hurtig som bart polars, altså højst 1,3 gange dets tid",
    ),
    "bare_and_openfisca": Label(
        en="no aim: bare polars, which checks nothing, compared with OpenFisca on one date",
        da="intet mål: bart polars, som intet kontrollerer, sammenlignet med OpenFisca på én dato",
    ),
}
REACHED = Label(en="reached", da="nået")
NOT_REACHED = Label(en="not reached", da="ikke nået")
MACHINE = Label(
    en="Measured on {day}: {system} on {processor}, {cores} cores, {memory} GB of memory,"
    " Python {python}. Other work used {other_work} % of the machine.",
    da="Målt den {day}: {system} på {processor}, {cores} kerner, {memory} GB hukommelse,"
    " Python {python}. Andet arbejde optog {other_work} % af maskinen.",
)
BUSY = Label(
    en="The machine had other work at the same time: the times are too long, and vary randomly.",
    da="Maskinen havde andet arbejde samtidig: tiderne er for lange og svinger tilfældigt.",
)

# --- what the report says
OURS = "library-streaming"
ONE_DATE = ("openfisca", "policyengine", "ttsim")
TIMES_AS_FAST = {
    "openfisca": ("openfisca", 20),
    "openfisca_by_month": ("openfisca-by-month", 20),
    "bare": ("bare-polars", 1 / 1.3),
}
"""Aims in reading and computing: another contestant, and how many times as fast to be."""


def reading_and_computing(run: dict) -> float:
    return run["load"] + run["compute"]


def with_set_up(run: dict) -> float:
    return run["set_up"] + reading_and_computing(run)


def sizes(report: dict) -> list[str]:
    """The numbers of rows, the fewest first."""
    return sorted(report["contestants"][OURS]["sizes"], key=int)


def measured(report: dict, size: str) -> dict[str, dict]:
    """The contestants that were run on a number of rows."""
    found = {name: told["sizes"][size] for name, told in report["contestants"].items()}
    return {name: run for name, run in found.items() if "not_run" not in run}


def ratios(report: dict, size: str) -> dict[str, tuple[float, float | None]]:
    """How far each aim was reached that can be judged: what was got, and what was aimed at."""
    runs = measured(report, size)
    if OURS not in runs:
        return {}
    ours = runs[OURS]
    found = {}
    if others := [with_set_up(runs[name]) for name in ONE_DATE if name in runs]:
        found["with_set_up"] = (min(others) / with_set_up(ours), 1)
    for aim, (name, least) in TIMES_AS_FAST.items():
        if name in runs:
            times = reading_and_computing(runs[name]) / reading_and_computing(ours)
            found[aim] = (times, least)
    if "bare-polars" in runs and "openfisca" in runs:
        bare, openfisca = runs["bare-polars"], runs["openfisca"]
        times = reading_and_computing(openfisca) / reading_and_computing(bare)
        found["bare_and_openfisca"] = (times, None)
    return found


# --- as tables


def number(value: float, decimals: int, language: str) -> str:
    """A measured number with a given number of decimals."""
    exact = Decimal(f"{value:.{decimals}f}")
    return format_number(exact, language, decimals=decimals)


def why_not(reason: dict, language: str) -> str:
    """Why a contestant was not run on a number of rows."""
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
    """A contestant's row in the table for a number of rows."""
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
