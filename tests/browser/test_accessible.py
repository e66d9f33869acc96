"""Every page can be used by everybody: axe finds nothing, nothing scrolls aside on a phone."""

import pytest
from browser.conftest import SITE, SIZES, found_by_axe

PAGES = sorted(
    path.relative_to(SITE).as_posix()
    for path in SITE.rglob("*.html")
    if "source" not in path.parts and "pagefind" not in path.parts
    # The reference is in English and the same in both languages.
    if "reference" not in path.parts or "en" in path.relative_to(SITE).parts
)
COLOURS = ["color-contrast", "link-in-text-block"]
ALL_BUT_COLOURS = {"rules": {rule: {"enabled": False} for rule in COLOURS}}
# What leads through the manual is the same beside each page: it is asked about on the front pages.
BESIDE = {"exclude": [".sidebar-drawer"]}
# A page without its words: its tags and what they say of themselves, and the places that scroll. A
# page in Danish has the same as in English, and then axe has the same to say of it.
MARKUP = r"""() => [
    document.documentElement.outerHTML
        .replace(/\s*<(script|style)\b.*?<\/\1>/gs, "")
        .replace(/>[^<]*[^<\s][^<]*</g, ">.<")
        .replace(/ (lang|hreflang)="(da|en)"/g, " $1")
        .replace(/ (src|alt|title|aria-label|placeholder|value|data-[\w-]+)="[^"]*[^"\s][^"]*"/g,
            " $1")
        .replace(/ href="[^"#][^"]*"/g, " href")
        .replace(/(?<!"viewport") content="[^"]+"/g, ""),
    ...[...document.body.querySelectorAll("*")].map((one, place) =>
        (one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight) &&
        getComputedStyle(one).overflow !== "visible" && place + 1).filter(Boolean),
].join()
"""
# Colours are most of axe's work, and they come from few styles: a text looks like another of its
# colour on the same ground, where both are large or both small, and a link also of its line, where
# both differ alike from the text around them. So axe gets one text of each look that is new.
LOOKS = """seen => {
    const found = [], known = new Set(seen), grounds = new Map(), blocks = new Map();
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
        if (!blocks.has(block)) {
            const linked = [...block.querySelectorAll("a[href]")].map(one => one.textContent);
            blocks.set(block, linked.join("").trim().length >= block.textContent.trim().length);
        }
        const differs = ["fontSize", "fontWeight", "fontStyle", "fontFamily"]
            .map(one => style[one] === around[one]);
        return ["link", blocks.get(block), style.textDecorationLine, style.borderBottomStyle,
            around.color, ...differs];
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
def window(new_context):
    """One window for all pages; forms stay empty in it, as their results come a while later."""
    with new_context() as context:
        context.add_init_script("self.Worker = class { postMessage() {} }")
        yield context.new_page()


@pytest.fixture(scope="session")
def seen():
    """The looks of text that were asked about, in the light and in the dark."""
    return {"light": [], "dark": []}


@pytest.fixture(scope="session")
def asked():
    """The markup that axe was asked about."""
    return set()


def unreadable(window, scheme, seen):
    """The texts that can't be told from their ground, of those that look like none before."""
    window.emulate_media(color_scheme=scheme)
    new = window.evaluate(LOOKS, seen[scheme])
    if not new:
        return []
    seen[scheme] += new
    wrong = found_by_axe(window, {"include": ["[data-look]"]}, ONLY_COLOURS)
    window.evaluate("document.querySelectorAll('[data-look]').forEach(x => delete x.dataset.look)")
    return wrong


def built_wrong(window, asked, context=None):
    """What is wrong with a page but for its colours, unless its markup is that of one before."""
    markup = window.evaluate(MARKUP)
    if markup in asked:
        return []
    asked.add(markup)
    return found_by_axe(window, context, ALL_BUT_COLOURS)


WAYS = [("desktop", "dark"), ("desktop", "light"), ("phone", "light")]
"""How a page is looked at; the next one the other way round, so that little is to be drawn anew."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_for_everybody_and_fits_a_phone(window, path, seen, asked):
    wrong, ways = {}, WAYS[:: -1 if PAGES.index(path) % 2 else 1]
    for size, scheme in ways:
        if window.viewport_size != SIZES[size]:
            window.set_viewport_size(SIZES[size])
        if (size, scheme) == ways[0]:
            window.emulate_media(color_scheme=scheme)
            window.goto(path)
        if size == "phone":
            wide = window.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            continue
        wrong[scheme] = unreadable(window, scheme, seen)
        if scheme == "light":
            whole = None if path.endswith("index.html") else BESIDE
            wrong["page"] = built_wrong(window, asked, whole)
    assert ([], True) == ([found for found in wrong.items() if found[1]], wide <= 0)


PLANTED = {
    "aria-allowed-attr": "<p><b role='img' aria-label='b' aria-checked='true'>b</b></p>",
    "aria-valid-attr-value": "<p aria-live='planted'>p</p>",
    "definition-list": "<dl><p>no definition</p></dl>",
    "empty-table-header": "<table><tr><th></th><td>1</td></tr></table>",
    "heading-order": "<h6>deep</h6>",
    "image-alt": "<img src='_static/favicon.svg'>",
    "label": "<input name='planted'>",
    "landmark-no-duplicate-main": "<main>a second</main>",
    "link-name": "<a href='index.html'></a>",
    "list": "<ul><p>no item</p></ul>",
    "role-img-alt": "<b role='img' aria-labelledby='nowhere'>b</b>",
    "scrollable-region-focusable": """<div style='overflow: auto; height: 3em; width: 9em'>
        <p style='height: 9em'>a text that must be scrolled</p></div>""",
    "td-headers-attr": "<table><tr><th>1</th><td headers='nowhere'>1</td></tr></table>",
}


@pytest.mark.parametrize(("rule", "html"), PLANTED.items())
def test_what_is_not_for_everybody_is_found(window, rule, html):
    window.goto("en/index.html")
    asked = set()
    assert not built_wrong(window, asked)
    assert 1 == len(asked)
    add = "added => document.querySelector('h1').insertAdjacentHTML('afterend', added)"
    window.evaluate(add, html)
    assert rule in [name for name, _ in built_wrong(window, asked)]


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
    seen = {"light": []}
    add = "added => document.body.insertAdjacentHTML('beforeend', added)"
    window.evaluate(add, around.format(link))
    assert not unreadable(window, "light", seen)
    window.evaluate(add, around.format(f"a text, and {link}"))
    assert ["link-in-text-block"] == [rule for rule, _ in unreadable(window, "light", seen)]
