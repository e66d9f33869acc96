"""Builds table nodes whose texts are ready in the page's language, not for the catalogues."""

from docutils import nodes


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
    """A table, without heads where there are none; a cell is a text, a node, or a list of nodes."""
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
