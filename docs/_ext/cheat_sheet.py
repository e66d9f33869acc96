"""The cheat sheet as a PDF of one page: ``{cheat-sheet-pdf}`` links to it.

The page of the manual is turned into Typst, which sets it in columns; nothing is written twice.
"""

from pathlib import Path

import typst
from docutils import nodes
from pieces import quiet, say
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import SITE

PAGE = "cheat-sheet"
SETTING = """
#set page("a4", flipped: true, margin: 9mm, columns: 2)
#set columns(gutter: 7mm)
#set document(title: "{title}")
#set text(font: "Libertinus Serif", size: 10.6pt, lang: "{language}")
#show raw: set text(font: "DejaVu Sans Mono", size: 7.8pt)
#show heading: set block(above: 11pt, below: 5pt)
#show heading.where(level: 1): set text(size: 18pt)
#show heading.where(level: 2): set text(size: 12pt)
#set par(leading: 0.5em)
#set table(
  columns: (36%, 64%),
  inset: (x: 2pt, y: 3pt),
  stroke: (_, _) => (bottom: 0.3pt + gray),
)
"""


class CheatSheetPdf(SphinxDirective):
    """A link to the PDF that is made from the page."""

    def run(self) -> list[nodes.Node]:
        text = say(SITE["pdf"], self.config.language)
        to = nodes.reference("", text, refuri=f"{PAGE}.pdf")
        return [quiet(nodes.paragraph("", "", to, classes=["pdf"]))]


def markup(node: nodes.Node) -> str:
    """A page's node as Typst; what has no meaning on paper is left out."""
    match node:
        case nodes.Text():
            return escaped(node.astext())
        case nodes.literal():
            return f"#raw({quoted(node.astext())})"
        case nodes.section() if not isinstance(node.parent, nodes.document):
            return f"#block(breakable: false)[{inside(node)}]\n"
        case nodes.title():
            depth = 1 if isinstance(node.parent.parent, nodes.document) else 2
            return f"\n{'=' * depth} {inside(node)}\n"
        case nodes.table():
            return f"\n#table({', '.join(map(cell, node.findall(nodes.entry)))})\n"
        case nodes.paragraph() if "pdf" in node["classes"]:
            return ""
        case nodes.paragraph():
            return f"{inside(node)}\n\n"
    return inside(node)


def cell(entry: nodes.entry) -> str:
    text = inside(entry).strip()
    head = isinstance(entry.parent.parent, nodes.thead)
    return f"[*{text}*]" if head and text else f"[{text}]"


def inside(node: nodes.Node) -> str:
    return "".join(map(markup, node.children))


def escaped(text: str) -> str:
    """A text of which no sign means something to Typst."""
    return "".join(f"\\{sign}" if sign in "\\#*_$@<>[]`~" else sign for sign in text)


def quoted(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'


def sheet(doctree: nodes.document, language: str) -> bytes:
    """The PDF of the page."""
    setting = SETTING.format(title=f"socialkapitel – {PAGE}", language=language)
    return typst.compile((setting + markup(doctree)).encode())


def publish(app: Sphinx, fault: Exception | None) -> None:
    """Write the PDF beside the page that it is made from."""
    if fault is None and app.builder.name == "html":
        doctree = app.env.get_and_resolve_doctree(PAGE, app.builder)
        Path(app.outdir, f"{PAGE}.pdf").write_bytes(sheet(doctree, app.config.language))


def setup(app: Sphinx) -> None:
    app.add_directive("cheat-sheet-pdf", CheatSheetPdf)
    app.connect("build-finished", publish)
