"""How the library is built: its floors as a picture, and how far a reader walks."""

import subprocess
import sys
import tomllib
from html import escape
from pathlib import Path

from docutils import nodes
from pieces import raw, table
from source_facts import PACKAGE
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

ROOT = Path(__file__).parents[2]
WIDTH, FLOOR, GAP, PAD = 740, 34, 6, 10


def floors() -> list[list[str]]:
    """The rooms of each floor, the topmost first, as the import contracts have them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    [layers] = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    return [[room.strip() for room in layer.split("|")] for layer in layers]


def files(room: str) -> int:
    """How many modules a room has."""
    folder = PACKAGE / room
    return len(list(folder.rglob("*.py"))) if folder.is_dir() else 1


def picture() -> str:
    """The layers as an SVG element: a row for each layer, its packages side by side."""
    rows = floors()
    height = len(rows) * (FLOOR + GAP) - GAP
    parts = []
    for level, rooms in enumerate(rows):
        width = (WIDTH - GAP * (len(rooms) - 1)) / len(rooms)
        y = level * (FLOOR + GAP)
        for place, room in enumerate(rooms):
            x = place * (width + GAP)
            parts.append(
                f'<rect x="{x:g}" y="{y}" width="{width:g}" height="{FLOOR}" rx="5" class="box" '
                f'stroke="currentColor" stroke-width="1"/>'
                f'<text x="{x + PAD:g}" y="{y + 22}" class="bold">{escape(room)}</text>'
                f'<text x="{x + width - PAD:g}" y="{y + 22}" text-anchor="end" class="quiet">'
                f"{files(room)}</text>"
            )
    return (
        f'<svg viewBox="-1 -1 {WIDTH + 2} {height + 2}" xmlns="http://www.w3.org/2000/svg" '
        f'role="img" font-family="inherit" font-size="13" fill="currentColor">'
        f"<title>The layers of the library, the lowest at the bottom, with the number of modules"
        f"</title>{''.join(parts)}</svg>"
    )


class Floors(SphinxDirective):
    """The layers, from the import contracts."""

    def run(self) -> list[nodes.Node]:
        self.env.note_dependency(str(ROOT / "pyproject.toml"))
        return [raw(f'<div class="picture">{picture()}</div>')]


class Walks(SphinxDirective):
    """The files that four questions pass through, measured while the page is built."""

    def run(self) -> list[nodes.Node]:
        script = ROOT / "tools" / "walks.py"
        done = subprocess.run(  # noqa: S603 our own script
            [sys.executable, script, "--table"], capture_output=True, check=True, text=True
        )
        rows = [line.split("\t") for line in done.stdout.splitlines()]
        heads = ["Question", "Files", "At most", "Calls"]
        return [table(heads, rows, widths=[55, 15, 15, 15], classes=["figures"])]


def setup(app: Sphinx) -> None:
    app.add_directive("floors", Floors)
    app.add_directive("walks", Walks)
