"""Every page can be used by everybody: axe finds nothing, nothing scrolls aside on a phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import SITE

PAGES = sorted(
    path.relative_to(SITE).as_posix()
    for path in SITE.rglob("*.html")
    if "source" not in path.parts and "pagefind" not in path.parts
    # The reference is in English and the same in both languages.
    if "reference" not in path.parts or "en" in path.relative_to(SITE).parts
)
FIRST = set({path.rpartition("/")[0]: path for path in reversed(PAGES)}.values())
AXE = Axe()
# In the dark the pages of a folder have other colours and are the same otherwise.
COLOURS = {"runOnly": ["color-contrast"]}


def faults(page, options):
    """What axe has against a page, shortly."""
    found = AXE.run(page, options=options).response["violations"]
    return [(one["id"], [node["html"][:200] for node in one["nodes"][:3]]) for one in found]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody_and_fits_a_phone(context_of, path):
    context = context_of()
    page = context.new_page()
    page.goto(path)
    wrong = {}
    for scheme in ("light", "dark") if path in FIRST else ("light",):
        page.emulate_media(color_scheme=scheme)
        if found := faults(page, COLOURS if scheme == "dark" else None):
            wrong[scheme] = found
    page.set_viewport_size({"width": 390, "height": 844})
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert ({}, wide <= 0) == (wrong, True)
