"""Small nodes that the generated pages are put together from, all in the page's language."""

import attrs
from babel.dates import format_date
from docutils import nodes
from sphinx import addnodes
from words import ALWAYS, BETWEEN, FORMERLY, PLACE, SECTION_WORDS, SINCE, THROUGH

from socialkapitel import Source, translate
from socialkapitel.chapters import KnownDay
from socialkapitel.periods import Dated

LOCALES = {"da": "da_DK", "en": "en_GB"}


def short_date(day, language: str) -> str:
    return format_date(day, "medium", locale=LOCALES[language])


def quiet(node: nodes.Element) -> nodes.Element:
    """Keep a node's text out of the catalogues: it comes from data that has both languages."""
    node["translatable"] = False
    return node


def cell(text: str, name: str = "") -> nodes.paragraph:
    """A cell's paragraph, with a class for its style."""
    return quiet(nodes.paragraph(text=text, classes=[name] if name else []))


def code_name(text: str) -> nodes.paragraph:
    """What something is called in code; readers are shown it when they ask for codes."""
    return quiet(nodes.paragraph("", "", nodes.literal(text=text), classes=["code-name"]))


def raw(html: str) -> nodes.raw:
    """A piece of HTML."""
    return nodes.raw("", html, format="html")


def table(
    heads: list[str],
    rows: list[list[str | nodes.Node | list[nodes.Node]]],
    *,
    widths: list[int],
    classes: list[str],
) -> nodes.table:
    """A table, without heads where there are none; a cell is a text, a node, or a list of nodes.

    Raises:
        ValueError: for a row that has more or fewer cells than there are columns.
    """
    for cells in [*([heads] if heads else []), *rows]:
        if len(cells) != len(widths):
            raise ValueError(f"{len(cells)} cells in {len(widths)} columns: {cells}")
    group = nodes.tgroup(cols=len(widths))
    group += [nodes.colspec(colwidth=width) for width in widths]
    if heads:
        group += nodes.thead("", row(heads))
    group += nodes.tbody("", *(row(cells) for cells in rows))
    return nodes.table("", group, classes=classes)


def row(cells: list[str | nodes.Node | list[nodes.Node]]) -> nodes.row:
    return nodes.row("", *(entry(content) for content in cells))


def entry(content: str | nodes.Node | list[nodes.Node]) -> nodes.entry:
    if isinstance(content, str):
        content = cell(content)
    return nodes.entry("", *(content if isinstance(content, list) else [content]))


def say(text, language: str, **values) -> str:
    """A text in the page's language, with its values filled in."""
    return translate(text, language).format(**values)


def link(target: str, text: str, page: str) -> addnodes.pending_xref:
    """A link to what another generated page shows under a name."""
    return addnodes.pending_xref(
        "",
        nodes.inline(text=text),
        refdomain="std",
        reftype="ref",
        reftarget=target.lower(),
        refexplicit=True,
        refwarn=True,
        refdoc=page,
    )


def doc_link(target: str, text: str, page: str) -> addnodes.pending_xref:
    """A link to a page."""
    return addnodes.pending_xref(
        "",
        nodes.inline(text=text),
        refdomain="std",
        reftype="doc",
        reftarget=f"/{target}",
        refexplicit=True,
        refwarn=True,
        refdoc=page,
    )


def code_link(name: str, page: str, text: str = "") -> addnodes.pending_xref:
    """A link to a public name in the reference, under that name or another text."""
    return addnodes.pending_xref(
        "",
        nodes.literal(text=text or name),
        refdomain="py",
        reftype="obj",
        reftarget=f"socialkapitel.{name}",
        refexplicit=True,
        refwarn=True,
        refdoc=page,
    )


def line(*parts: str | nodes.Node, name: str = "") -> nodes.paragraph:
    """A paragraph of texts and links."""
    whole = [nodes.Text(part) if isinstance(part, str) else part for part in parts]
    return quiet(nodes.paragraph("", "", *whole, classes=[name] if name else []))


def commas(parts: list[nodes.Node], mark: str = ", ") -> list[nodes.Node]:
    """Texts or links with commas, or another mark, between."""
    found: list[nodes.Node] = []
    for part in parts:
        found += [nodes.Text(mark), part] if found else [part]
    return found


def listing(entries: list[list[nodes.Node]], name: str = "") -> nodes.bullet_list:
    """A list; each entry is a list of nodes."""
    return nodes.bullet_list(
        "",
        *(nodes.list_item("", *entry) for entry in entries),
        bullet="*",
        classes=[name] if name else [],
    )


def section(directive, name: str, title: str, *content: nodes.Node) -> nodes.section:
    """A section that can be linked to by its name."""
    made = nodes.section(ids=[nodes.make_id(name)], names=[name])
    made += quiet(nodes.title(title, title))
    made += list(content)
    note_target(directive, name, made["ids"][0], title)
    return made


def note_target(directive, name: str, anchor: str, title: str) -> None:
    """Let a name be linked to."""
    domain = directive.env.domains.standard_domain
    domain.note_hyperlink_target(name.lower(), directive.env.docname, anchor, title)


def law_lines(source: Source, language: str) -> list[nodes.paragraph]:
    """The law, practice called practice, and how it was cited before."""
    former = [
        say(FORMERLY, language, day=short_date(one.until, language), law=one.citation)
        for one in source.former
    ]
    law = attrs.evolve(source, read_in="", publications=()).text
    return [cell(translate(law, language)), *(cell(text, "note") for text in former)]


def source_lines(source: Source, language: str) -> list[nodes.paragraph]:
    """The law, and where it was read."""
    lines = law_lines(source, language)
    return [*lines, cell(source.read_in, "note")] if source.read_in else lines


def span(dated: Dated, language: str) -> str:
    """The days for which something holds; nothing where it always does."""
    first, last = dated.valid_from, dated.valid_to
    if first and last:
        return f"{short_date(first, language)} – {short_date(last, language)}"
    if first:
        return say(SINCE, language, first=short_date(first, language))
    return say(THROUGH, language, last=short_date(last, language)) if last else ""


def span_or_always(dated: Dated, language: str) -> str:
    """The days for which something holds, or "always"."""
    return span(dated, language) or translate(ALWAYS, language)


def known_day(day: KnownDay, language: str) -> str:
    """A day as closely as it is known: the day, its month, its year, or two days around it."""
    first, last = day.earliest, day.latest
    if day.is_exact:
        return short_date(first, language)
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_year and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28:
        return format_date(first, "LLLL y", locale=LOCALES[language])
    return say(
        BETWEEN, language, first=short_date(first, language), last=short_date(last, language)
    )


def place_of(source: Source, document: Source, language: str) -> str:
    """The section of a document that a source names."""
    place = source.citation.removeprefix(f"{document.citation}, ")
    return say(PLACE, language, section=section_name(place, language))


def section_name(text: str, language: str) -> str:
    """The name of a document's section; its common words in the page's language."""
    for word, label in SECTION_WORDS.items():
        text = text.replace(word, translate(label, language))
    return text
