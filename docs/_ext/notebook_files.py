"""Pages with cells as notebooks to download: in the page's language, with nothing executed.

Beside ``notebooks/region.html`` lies ``notebooks/region.ipynb``. The page links to it under its
title, with what has to be installed.
"""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
from babel.messages.pofile import read_po
from docutils import nodes
from pieces import raw
from sphinx.application import Sphinx
from words import NOTEBOOK

from socialkapitel import translate

ROOM = "notebooks/"
CELL = re.compile(r"^```\{code-cell\}\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]*)\]\(([\w./-]+)\.md\)")
PREFIX = re.compile(r"#+ |- |\d+\. ")
EXTRAS = {"frames": ("frames.", "to_frame("), "plots": (".chart(",)}
"""What a notebook writes that needs an extra."""


def parts(text: str) -> Iterator[tuple[str, str]]:
    """The cells of a page: pairs of a kind, ``"markdown"`` or ``"code"``, and a text."""
    _, _, body = text.removeprefix("---\n").partition("\n---\n")
    for number, part in enumerate(CELL.split(body)):
        if part.strip():
            yield ("markdown", "code")[number % 2], part.strip()


def code(text: str) -> str:
    """All the code of a page."""
    return "\n".join(part for kind, part in parts(text) if kind == "code")


def packages(text: str) -> list[str]:
    """What has to be installed for the code of a page, as pip takes it."""
    written = code(text)
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(written))
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    extras = [name for name, signs in EXTRAS.items() if any(sign in written for sign in signs)]
    library = f'"socialkapitel[{",".join(extras)}]"' if extras else "socialkapitel"
    return [*sorted(imported - sys.stdlib_module_names - {"socialkapitel"}), library]


def in_language(text: str, say: Callable[[str], str], titles: dict[str, str]) -> str:
    """A text of a page in the page's language, with links that hold in a notebook.

    ``say`` translates a block as the catalogues have it: on a line, without what marks its kind.
    """
    blocks = re.split(r"\n\n|\n(?=- |\d+\. )", text)
    told = []
    for block in blocks:
        mark = found[0] if (found := PREFIX.match(block)) else ""
        words = " ".join(line.strip() for line in block.removeprefix(mark).splitlines())
        told.append(mark + LINK.sub(lambda link: _linked(link, titles), say(words)))
    return "\n\n".join(told)


def _linked(link: re.Match[str], titles: dict[str, str]) -> str:
    """A link to another notebook, or the title of a page."""
    words, target = link.groups()
    if "/" not in target:
        return f"[{words or titles[ROOM + target]}]({target}.ipynb)"
    return words or f"*{titles[target.removeprefix('../')]}*"


def notebook(
    text: str, language: str, say: Callable[[str], str], titles: dict[str, str]
) -> nbformat.NotebookNode:
    """A page as a notebook; where the language isn't English, a first cell sets it."""
    new = nbformat.v4
    cells = [
        new.new_code_cell(part)
        if kind == "code"
        else new.new_markdown_cell(in_language(part, say, titles))
        for kind, part in parts(text)
    ]
    if language != "en":
        sets = f'import socialkapitel as sk\n\nsk.language("{language}")'
        cells.insert(1, new.new_code_cell(sets))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new.new_notebook(cells=cells, metadata={"kernelspec": kernel})


def add_link(app: Sphinx, doctree: nodes.document) -> None:
    """Let a page link to its notebook, and say what that needs."""
    page = app.env.docname
    text = Path(app.env.doc2path(page)).read_text("utf-8") if page.startswith(ROOM) else ""
    if not code(text):
        return
    words = {name: translate(label, app.config.language) for name, label in NOTEBOOK.items()}
    needs = " ".join(["jupyterlab", *packages(text)])
    html = (
        f'<p class="notebook-file" data-pagefind-ignore>'
        f'<a href="{page.removeprefix(ROOM)}.ipynb" download>{words["download"]}</a> '
        f"{words['needs']} <code>pip install {needs}</code>. {words['why']}</p>"
    )
    title = next(iter(doctree.findall(nodes.title)))
    title.parent.insert(1, raw(html))


def catalogue(folder: Path, language: str, page: str) -> Callable[[str], str]:
    """What translates the texts of a page; one that has no translation is an error."""
    if language == "en":
        return str
    path = folder / language / "LC_MESSAGES" / f"{page}.po"
    with path.open(encoding="utf-8") as file:
        known = {message.id: message.string for message in read_po(file)}
    return known.__getitem__


def write_notebooks(app: Sphinx, error: Exception | None) -> None:
    """Write the notebooks beside their pages."""
    if error or app.builder.name != "html":
        return
    language = app.config.language
    folder = Path(app.srcdir, "locale")
    titles = {page: title.astext() for page, title in app.env.titles.items()}
    for page in sorted(app.env.found_docs):
        text = Path(app.env.doc2path(page)).read_text("utf-8") if page.startswith(ROOM) else ""
        if code(text):
            made = notebook(text, language, catalogue(folder, language, page), titles)
            nbformat.write(made, Path(app.outdir, f"{page}.ipynb"))


def setup(app: Sphinx) -> None:
    app.connect("doctree-read", add_link)
    app.connect("build-finished", write_notebooks)
