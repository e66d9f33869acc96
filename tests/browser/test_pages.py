"""The manual opens, in both languages, in windows of both sizes, in light and dark."""

import pytest


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["desktop", "phone"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_front_page_opens_and_needs_no_scrolling_aside(page_of, language, size, scheme):
    page = page_of(f"{language}/index.html", size=size, scheme=scheme)
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert language == page.locator("html").get_attribute("lang")
    assert wide <= 0


def test_a_page_that_asks_another_host_is_noticed_and_gets_nothing(page_of, asked_elsewhere):
    page = page_of("en/index.html")
    asked = "fetch('https://example.org/').then(() => 'found', () => 'blocked')"
    assert "blocked" == page.evaluate(asked)
    assert ["https://example.org/"] == asked_elsewhere
    asked_elsewhere.clear()
