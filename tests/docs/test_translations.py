import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

DOCS = Path(__file__).parents[2] / "docs"
CATALOGUES = DOCS / "locale" / "da" / "LC_MESSAGES"

# A page of a scheme or a chapter is all made from data, which has both languages.
FROM_DATA = re.compile(r"```\{(?:scheme|chapter)\} \S+\n```\n")
# Of the reference, which is docstrings, only the index is translated; nothing of what is for those
# who change the library, nor the changelog.
PAGES = [
    page.relative_to(DOCS).with_suffix("")
    for page in sorted(DOCS.rglob("*.md"))
    if "_build" not in page.parts
    and ("reference" not in page.parts or page.stem == "index")
    and "building" not in page.parts
    and page.stem != "changelog"
    and not FROM_DATA.fullmatch(page.read_text("utf-8"))
]
MARKUP = re.compile(r"\{\w+(?::\w+)?\}`[^`]+`|`[^`]+`|\]\([^)]*\)")
NUMBERS = re.compile(r"\d+")


def read(path):
    with path.open("rb") as file:
        return [message for message in read_po(file, abort_invalid=True) if message.id]


def markup(text):
    return sorted(MARKUP.findall(text))


def test_the_manual_has_pages():
    assert len(PAGES) > 30


@pytest.mark.parametrize("page", PAGES, ids=str)
class TestPage:
    def messages(self, page):
        return read(CATALOGUES / f"{page}.po")

    def test_every_text_is_translated(self, page):
        assert [m.id for m in self.messages(page) if not m.string or m.fuzzy] == []

    def test_code_and_links_are_the_same(self, page):
        differing = [m.id for m in self.messages(page) if markup(m.id) != markup(m.string)]

        assert differing == []

    def test_numbers_are_the_same(self, page):
        def numbers(text):
            return sorted(NUMBERS.findall(MARKUP.sub("", text)))

        differing = [
            (m.id, m.string) for m in self.messages(page) if numbers(m.id) != numbers(m.string)
        ]

        assert differing == []


def test_no_catalogue_is_left_over():
    found = {path.relative_to(CATALOGUES).with_suffix("") for path in CATALOGUES.rglob("*.po")}

    assert found - set(PAGES) == {Path("sphinx")}


def test_the_theme_is_translated():
    assert [m.id for m in read(CATALOGUES / "sphinx.po") if not m.string or m.fuzzy] == []
