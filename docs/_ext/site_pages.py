"""What is around the pages: titles, descriptions, accessible HTML, source links, the version.

``{release}`` says on the front page which release the manual is of, ``{versions}`` lists them all.
The search page is made for Pagefind, which indexes the site when it is built.
"""

import re
from datetime import date
from html import escape
from pathlib import Path

from checks import english_only
from docutils import nodes
from pieces import doc_link, line, say, short_date, table
from sphinx import locale
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import ROOMS, SITE

import socialkapitel
from socialkapitel import translate

ROOT = Path(__file__).parents[2]
VERSION = re.compile(r"^## \[(\d[\w.]*)\] - (\d{4}-\d\d-\d\d)$", re.MULTILINE)
CODE = re.compile(r'(?<=<span class="pre">)[^<]+(?=</span>)')
LABELS = {
    "Toggle site navigation sidebar": "menu",
    "Toggle table of contents sidebar": "contents",
    "Toggle Light / Dark / Auto color theme": "colours",
    "Toggle navigation of ": "fold",
}
"""Names that the theme gives to its buttons in English only, and our words for them."""


def versions() -> list[tuple[str, date]]:
    """The versions that were released, the newest first, from the changelog."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    return [(name, date.fromisoformat(day)) for name, day in VERSION.findall(text)]


class Release(SphinxDirective):
    """Which version the manual is of, the last release, and what is new."""

    def run(self) -> list[nodes.Node]:
        language, page = self.config.language, self.env.docname
        (last, day), *_ = versions()
        self.env.note_dependency(str(ROOT / "CHANGELOG.md"))
        told = say(
            SITE["release"],
            language,
            version=socialkapitel.__version__,
            last=last,
            day=short_date(day, language),
        )
        made = line(
            told,
            " ",
            doc_link("what-changed", translate(SITE["amounts"], language), page),
            " · ",
            doc_link("changelog", translate(SITE["changelog"], language), page),
            name="release",
        )
        return [made]


class Versions(SphinxDirective):
    """Every version with its day."""

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        self.env.note_dependency(str(ROOT / "CHANGELOG.md"))
        rows = [[socialkapitel.__version__, translate(SITE["here"], language)]]
        rows += [[name, short_date(day, language)] for name, day in versions()]
        heads = [translate(SITE[name], language) for name in ("version", "released")]
        return [table(heads, rows, widths=[50, 50], classes=["figures"])]


def english_docstrings(app: Sphinx, page: str, _source: list[str]) -> None:
    """Let the reference speak one language: its docstrings are English, so its headings are too."""
    domain = ("general", "sphinx")
    kept = vars(app).setdefault("manual_words", locale.translators.get(domain))
    if english_only(page):
        locale.translators.pop(domain, None)
    elif kept is not None:
        locale.translators[domain] = kept


def own_language_again(app: Sphinx, _doctree: nodes.document) -> None:
    """The page has been read: what follows is in the manual's language."""
    if kept := vars(app).get("manual_words"):
        locale.translators["general", "sphinx"] = kept


def describe(doctree: nodes.document | None) -> str:
    """The first paragraph of a page, cut where a word ends."""
    for paragraph in doctree.findall(nodes.paragraph) if doctree else ():
        text = " ".join(paragraph.astext().split())
        if len(text) > 40:
            return text if len(text) <= 200 else f"{text[:200].rpartition(' ')[0]} …"
    return ""


def page_context(app: Sphinx, page: str, _template: str, context: dict, doctree) -> None:
    """Hand the templates what they need for a page."""
    language = app.config.language
    room, _, rest = page.rpartition("/")
    known = room in ROOMS and rest != "index"
    title = re.sub(r"<[^>]+>", "", str(context.get("title") or "")).strip()
    kind = translate(ROOMS[room], language) if known else ""
    told = title.lower().startswith(kind.lower())
    context["title"] = title if told else f"{title} – {kind}"
    context["manual"] = {
        "kicker": kind,
        "room": f"{room}/index",
        "described": describe(doctree) or translate(SITE["what"], language),
        "kind": "code" if english_only(page) or room == "reference" else "guide",
        "english": english_only(page) and language != "en",
        "says": {name: translate(label, language) for name, label in SITE.items()},
        "version": socialkapitel.__version__,
    }
    whole = context.get("toctree")
    if whole is not None:  # the pages of other rooms are folded away: a third of each page was they
        context["toctree"] = lambda **options: whole(**{**options, "collapse": True})
    context["finish"] = lambda html: finish(html, language)


def finish(html: str, language: str) -> str:
    """The theme's HTML, so that everybody can use it."""
    for english, name in LABELS.items():
        ours = translate(SITE[name], language)
        html = html.replace(f'aria-label="{english}', f'aria-label="{escape(ours)}')
    html = html.replace('role="heading">', 'role="heading" aria-level="2">')
    for part, name in {"sidebar-drawer": "menu", "toc-drawer": "contents"}.items():
        ours = escape(translate(SITE[name], language))
        html = html.replace(f'<aside class="{part}', f'<aside aria-label="{ours}" class="{part}')
    # A name in code breaks after its signs, not within its words.
    html = CODE.sub(lambda found: re.sub(r"(?<=\w)([._/]+)(?=\w)", r"\1<wbr>", found[0]), html)
    # An empty cell is no header of anything.
    return re.sub(r"<th\b([^>]*)>((?:<p[^>]*>)?\s*(?:</p>)?)</th>", r"<td\1>\2</td>", html)


def setup(app: Sphinx) -> None:
    app.add_directive("release", Release)
    app.add_directive("versions", Versions)
    app.connect("source-read", english_docstrings)
    app.connect("doctree-read", own_language_again)
    app.connect("html-page-context", page_context, priority=400)  # before the theme draws the menu
    app.connect("builder-inited", no_index_of_sphinx)


def no_index_of_sphinx(app: Sphinx) -> None:
    """Pagefind searches; the index of Sphinx would be a second one."""
    if hasattr(app.builder, "search"):
        app.builder.search = False
        app.config.html_additional_pages["search"] = "search.html"
