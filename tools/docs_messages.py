"""Gather the texts of the manual into its Danish catalogues, through sphinx-intl.

    python tools/docs_messages.py

A changed text needs its Danish in ``docs/locale/da/LC_MESSAGES``; the build of the Danish manual
names every text whose Danish is missing or fuzzy.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"
TEMPLATES = DOCS / "_build" / "gettext"
LOCALE = DOCS / "locale"
REFERENCE, BUILDING = "reference", "building"  # in English, but for the index of the former
CHANGELOG = "changelog"  # in English, too
THEME = "sphinx.po"  # the words of the theme, written by hand

# No dates and versions: a catalogue changes only when a text does.
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: socialkapitel\\n"
"Language: da\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""


def run(module: str, *arguments: str | Path) -> None:
    """Run a module of this Python, and stop where it fails."""
    subprocess.run([sys.executable, "-m", module, *map(str, arguments)], check=True)  # noqa: S603


def tidy(path: Path) -> None:
    """Give a catalogue the plain header; the text before the first empty line is the old one."""
    _, _, entries = path.read_text("utf-8").partition("\n\n")
    path.write_text(f"{HEADER}\n{entries.rstrip()}\n", "utf-8")


def main() -> None:
    """Extract the texts, update the catalogues, and drop texts that no longer exist."""
    shutil.rmtree(TEMPLATES, ignore_errors=True)
    # Nothing is executed: the output of the examples is not translated.
    quiet = ("-D", "nb_execution_mode=off", "-D", "suppress_warnings=myst-nb.lexer")
    run("sphinx", "-q", "-b", "gettext", *quiet, DOCS, TEMPLATES)
    for template in TEMPLATES.rglob("*.pot"):
        room = template.parent.name
        english_only = (
            room == BUILDING
            or template.stem == CHANGELOG
            or (room == REFERENCE and template.stem != "index")
        )
        if english_only or template.read_text("utf-8").count("\nmsgid ") == 1:
            template.unlink()  # the latter is a page made entirely from data
    arguments = ("-p", TEMPLATES, "-d", LOCALE, "-l", "da", "-w", "0", "--no-obsolete")
    run("sphinx_intl", "update", *arguments)
    for path in (LOCALE / "da" / "LC_MESSAGES").rglob("*.po"):
        page = path.relative_to(LOCALE / "da" / "LC_MESSAGES").with_suffix(".pot")
        if (TEMPLATES / page).exists():
            tidy(path)
        elif path.name != THEME:
            path.unlink()


if __name__ == "__main__":
    main()
