"""Every page can be used by everybody: axe finds nothing, nothing scrolls aside on a phone."""

import pytest
from browser.conftest import AXE, SITE, SIZES

PAGES = sorted(
    path.relative_to(SITE).as_posix()
    for path in SITE.rglob("*.html")
    if "source" not in path.parts and "pagefind" not in path.parts
    # The reference is in English and the same in both languages.
    if "reference" not in path.parts or "en" in path.relative_to(SITE).parts
)
# What passes is worked out in full otherwise, which takes longer than the rest.
RUN = """([context, options]) =>
    axe.run(context ?? document, { resultTypes: ["violations"], ...options }).then(found =>
        found.violations.map(one =>
            [one.id, one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))
"""
COLOURS = ["color-contrast", "link-in-text-block"]
ALL_BUT_COLOURS = {"rules": {rule: {"enabled": False} for rule in COLOURS}}
# What leads through the manual is the same beside each page: it is asked about on the front pages.
BESIDE = {"exclude": [".sidebar-drawer"]}
# Colours are most of axe's work, and they come from few styles: a text looks like another of its
# colour on the same ground, where both are large or both small, and a link also of its line, where
# both differ alike from the text around them. So axe gets one text of each look that is new.
LOOKS = """seen => {
    const found = [], known = new Set(seen), grounds = new Map();
    const ground = element => {
        if (!element) return "";
        if (!grounds.has(element)) {
            const style = getComputedStyle(element);
            const own = [style.backgroundColor, style.backgroundImage, style.opacity]
                .filter(one => !["rgba(0, 0, 0, 0)", "none", "1"].includes(one)).join();
            const whole = /^rgb\\(/.test(style.backgroundColor);
            grounds.set(element, whole ? own : own + ground(element.parentElement));
        }
        return grounds.get(element);
    };
    const said = element => [...element.childNodes].some(one =>
        one.nodeType === Node.TEXT_NODE && one.data.trim());
    const large = style => parseFloat(style.fontSize) >=
        (parseInt(style.fontWeight) >= 700 ? 18.66 : 24);
    const link = (element, style) => {
        const around = getComputedStyle(element.parentElement);
        let block = element.parentElement;
        while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
        const linked = [...block.querySelectorAll("a[href]")].map(one => one.textContent).join("");
        const alone = linked.trim().length >= block.textContent.trim().length;
        const differs = ["fontSize", "fontWeight", "fontStyle", "fontFamily"]
            .map(one => style[one] === around[one]);
        return ["link", alone, style.textDecorationLine, style.borderBottomStyle, around.color,
            ...differs];
    };
    for (const element of document.body.querySelectorAll("*")) {
        const leads = element.matches("a[href]");
        if (!(leads || said(element)) || !element.checkVisibility()) continue;
        const style = getComputedStyle(element), way = leads ? link(element, style) : [];
        const look = [...way, style.color, large(style), ground(element)].join();
        if (known.has(look)) continue;
        known.add(look);
        element.dataset.look = found.push(look);
    }
    return found;
}
"""
ONLY_COLOURS = {"runOnly": COLOURS}


@pytest.fixture(scope="session")
def seen():
    """The looks of text that were asked about, in the light and in the dark."""
    return {"light": [], "dark": []}


def unreadable(window, scheme, seen):
    """The texts that can't be told from their ground, of those that look like none before."""
    window.emulate_media(color_scheme=scheme)
    new = window.evaluate(LOOKS, seen[scheme])
    seen[scheme] += new
    wrong = new and window.evaluate(RUN, [{"include": ["[data-look]"]}, ONLY_COLOURS])
    window.evaluate("document.querySelectorAll('[data-look]').forEach(x => delete x.dataset.look)")
    return wrong


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody_and_fits_a_phone(window, path, seen):
    window.set_viewport_size(SIZES["desktop"])
    window.goto(path)
    window.add_script_tag(url=AXE)
    wrong = {scheme: unreadable(window, scheme, seen) for scheme in ("dark", "light")}
    whole = None if path.endswith("index.html") else BESIDE
    wrong["page"] = window.evaluate(RUN, [whole, ALL_BUT_COLOURS])
    window.set_viewport_size(SIZES["phone"])
    wide = window.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert ([], True) == ([found for found in wrong.items() if found[1]], wide <= 0)


def test_what_is_not_for_everybody_is_found(window):
    window.goto("en/index.html")
    window.evaluate("document.body.append(new Image(1, 1))")
    window.add_script_tag(url=AXE)
    assert "image-alt" in [name for name, _ in window.evaluate(RUN, [None, ALL_BUT_COLOURS])]


ADDED = {
    "color-contrast": "<p style='color: #777; background: #666'>a <em>pale</em> text</p>",
    "link-in-text-block": """<p style='color: #000; background: #fff'>a text, and a
        <a href='#' style='color: #030; background: #fff; text-decoration: none'>pale</a> link</p>
    """,
}


@pytest.mark.parametrize("wrong", ADDED)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_can_hardly_be_read_or_told_from_text_is_found_once(window, scheme, wrong):
    window.goto("en/index.html")
    window.add_script_tag(url=AXE)
    seen = {scheme: []}
    assert not unreadable(window, scheme, seen)
    window.evaluate("added => document.body.insertAdjacentHTML('beforeend', added)", ADDED[wrong])
    [(rule, found)] = unreadable(window, scheme, seen)
    assert (wrong, True) == (rule, "pale" in found[0])
    assert not unreadable(window, scheme, seen)


def test_a_link_among_texts_is_found_where_one_that_stands_alone_was_seen(window):
    link = "<a href='#' style='color: #030; background: #fff; text-decoration: none'>pale</a>"
    around = "<p style='color: #000; background: #fff'>{}</p>"
    window.goto("en/index.html")
    window.add_script_tag(url=AXE)
    seen = {"light": []}
    add = "added => document.body.insertAdjacentHTML('beforeend', added)"
    window.evaluate(add, around.format(link))
    assert not unreadable(window, "light", seen)
    window.evaluate(add, around.format(f"a text, and {link}"))
    assert ["link-in-text-block"] == [rule for rule, _ in unreadable(window, "light", seen)]
