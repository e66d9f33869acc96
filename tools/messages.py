"""Gather the messages of the source into the catalogues, then compile them.

    python tools/messages.py

English is filled in automatically. A message without its Danish stops the command, after it has
been added to the catalogue.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from hatch_build import LOCALE, CatalogueError, compile_all  # noqa: E402

# No dates, versions or line numbers: a catalogue changes only when a message does.
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: socialkapitel\\n"
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extract() -> Catalog:
    """Return every text that the source marks with ``msg(...)``."""
    template = Catalog()
    for _, _, text, comments, _ in extract_from_dir(ROOT / LOCALE.parent, keywords={"msg": None}):
        template.add(text, auto_comments=comments)
    return template


def update(language: str) -> int:
    """Update one language's catalogue from the source; return the number of its messages.

    Translations are kept, and texts that the source no longer has are dropped.
    """
    path = ROOT / LOCALE / language / "LC_MESSAGES" / "socialkapitel.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    catalogue.update(extract(), no_fuzzy_matching=True)
    if language == "en":
        for message in catalogue:
            message.string = message.id
    entries = BytesIO()
    write_po(
        entries,
        catalogue,
        width=0,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    text = HEADER.format(language=language) + entries.getvalue().decode()
    path.write_text(text.rstrip("\n") + "\n", "utf-8")
    return len(catalogue)


def main() -> None:
    """Update both languages and compile them."""
    for language in ("en", "da"):
        print(f"{language}: {update(language)} messages")
    try:
        compile_all(ROOT)
    except CatalogueError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
