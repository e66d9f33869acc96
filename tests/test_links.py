"""What the pages for contributors name is there: files, headings, and the paths in their texts."""

import re
from pathlib import Path

import pytest

import socialkapitel as sk

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *ROOT.glob(".github/**/*.md"),
        *ROOT.glob("docs/building/*.md"),
        *ROOT.glob("examples/**/README.md"),
    ]
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"`((?:\.?[A-Za-z_][\w-]*/)+[\w.-]*)`")
"""A path as a text quotes it: ``src/socialkapitel/locale/da``."""
OF_A_NEW_YEAR = {
    "src/socialkapitel/parameters/data/years",
    "src/socialkapitel/parameters/data/years/2027.toml",
    "parameters/data/years",
    "parameters/data/years/2027.toml",
}
"""What somebody who adds a year's figures will put there."""
PACKAGE = Path(sk.__file__).parent
PLACES = (ROOT, PACKAGE, PACKAGE / "cases", ROOT / "tests")
"""Where the paths of texts begin; the package may be installed elsewhere than beside the tests."""


def named(page, pattern):
    return pattern.findall(page.read_text("utf-8"))


def anchors(page):
    """The headings of a page as links name them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", head.lower()).strip().replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    for link in named(page, LINK):
        if not link.startswith(("http://", "https://", "mailto:")):
            path, _, anchor = link.partition("#")
            target = (page.parent / path) if path else page
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_path_in_a_text_is_there(page):
    for path in set(named(page, PATH)) - OF_A_NEW_YEAR:
        inside = path.removeprefix("src/socialkapitel/")
        assert any((place / inside).exists() for place in (*PLACES, page.parent)), path


def test_there_is_something_to_look_at():
    names = {page.name for page in PAGES}
    assert {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "index.md"} <= names
    assert {"wrong-figure.md", "new-years-rates.md", "new-chapter.md"} <= names
    assert sum(len(named(page, LINK)) for page in PAGES) > 10
    assert sum(len(named(page, PATH)) for page in PAGES) > 10


def test_the_sessions_leave_out_files_that_are_there():
    """A path that isn't there would be left out without a word."""
    paths = re.findall(r'"((?:\w+/)*test_\w+\.py)"', (ROOT / "noxfile.py").read_text("utf-8"))
    assert len(paths) > 10
    assert all((ROOT / "tests" / path.removeprefix("tests/")).exists() for path in paths)
