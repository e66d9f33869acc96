"""Every page can be used by everybody: axe finds nothing, nothing scrolls aside on a phone."""

from pathlib import Path

import axe_playwright_python
import pytest
from browser.conftest import SITE, SIZES

PAGES = sorted(
    path.relative_to(SITE).as_posix()
    for path in SITE.rglob("*.html")
    if "source" not in path.parts and "pagefind" not in path.parts
    # The reference is in English and the same in both languages.
    if "reference" not in path.parts or "en" in path.relative_to(SITE).parts
)
FIRST = set({path.rpartition("/")[0]: path for path in reversed(PAGES)}.values())
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
# What passes is worked out in full otherwise, which takes longer than the rest.
RUN = """options => axe.run(document, { resultTypes: ["violations"], ...options }).then(found =>
    found.violations.map(one =>
        [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))
"""
# In the dark the pages of a folder have other colours and are the same otherwise.
COLOURS = {"runOnly": ["color-contrast"]}


@pytest.fixture(scope="session")
def window(shared):
    """One window for all pages."""
    return shared.new_page()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody_and_fits_a_phone(window, path):
    window.emulate_media(color_scheme="light")
    window.set_viewport_size(SIZES["desktop"])
    window.goto(path)
    window.evaluate(AXE)
    wrong = {"light": window.evaluate(RUN, {})}
    if path in FIRST:
        window.emulate_media(color_scheme="dark")
        wrong["dark"] = window.evaluate(RUN, COLOURS)
    window.set_viewport_size(SIZES["phone"])
    wide = window.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert ([], True) == ([found for found in wrong.items() if found[1]], wide <= 0)


def test_what_is_not_for_everybody_is_found(window):
    window.goto("en/index.html")
    window.evaluate("document.body.append(new Image(1, 1))")
    window.evaluate(AXE)
    assert "image-alt" in [name for name, _ in window.evaluate(RUN, {})]
