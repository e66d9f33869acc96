"""Show what a new year's figures change: which series end, which rows and sentences name the year.

    python tools/new_year.py [--write]

Pages and notes are made from the figures. The README can't be: ``--write`` updates its table. The
sentences listed at the end say something about the law of one year; somebody has to read them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from socialkapitel import PARAMETERS
from socialkapitel.parameters.turn import last_year

ROOT = Path(__file__).resolve().parents[1]

README = {
    "flexjob_refund": "flexjob.ceiling_yearly",
    "flexjob_year": "flexjob.ceiling_yearly",
    "flex_wage_supplement": "flex_wage_supplement.max_monthly",
    "flex_wage_year": "flex_wage_supplement.max_monthly",
    "sickness_refund": "sickness_benefit.max_weekly",
    "subsidised_hours": "unemployment_benefit.max_monthly",
}
"""The series whose last year the rows of the README's table name, by the row's calculator."""

_YEAR = re.compile(r"[0-9]{4}(?= \|$)")
_SKIPPED = ("docs/locale/", "docs/what-changed.md", "docs/_build/", "docs/building/")


def readme(text: str) -> str:
    """The README with its table updated from the figures."""
    return "\n".join(map(_row, text.split("\n")))


def _row(line: str) -> str:
    for calculator, name in README.items():
        if f"| `{calculator}` |" in line:
            return _YEAR.sub(str(last_year(PARAMETERS[name])), line)
    return line


def _is_row(line: str) -> bool:
    return any(f"| `{calculator}` |" in line for calculator in README)


def sentences(year: int) -> Iterator[str]:
    """The lines that mention a year, or the one after it, as the limit of what is known."""
    names = rf"{year}|{year + 1}"
    told = re.compile(
        rf"(through|end with|after|from|til og med|efter|fra|–|-) (the end of )?({names})\b"
        rf"|[0-9]–({names})\b|\b(January|januar) {year + 1}\b",
        re.IGNORECASE,
    )
    files = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    for kind in ("py", "toml"):
        files += (ROOT / "src").rglob(f"*.{kind}")
    for file in sorted(files):
        path = file.relative_to(ROOT).as_posix()
        if not path.startswith(_SKIPPED):
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                if told.search(line) and not _is_row(line):
                    yield f"{path}:{number}: {line.strip()}"


def main() -> None:
    """Print everything, and write the README if asked to."""
    year, file = PARAMETERS.last_year, ROOT / "README.md"
    print(PARAMETERS.ending(year))
    text = file.read_text("utf-8")
    if readme(text) != text:
        print("\nREADME.md names other years than the figures; --write brings it up to them")
        if "--write" in sys.argv:
            file.write_text(readme(text), "utf-8")
    print("\nTo be read:")
    for line in sentences(year):
        print(line)


if __name__ == "__main__":
    main()
