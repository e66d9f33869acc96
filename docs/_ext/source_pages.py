"""Links each name of the reference to its source, published once, beside the English pages."""

import inspect
from functools import reduce
from html import escape
from pathlib import Path

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer
from source_facts import PACKAGE
from sphinx.application import Sphinx

import socialkapitel

FOLDER = "source"
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{name} – source</title>
<link rel="icon" href="../_static/favicon.svg">
<link rel="stylesheet" href="../_static/source.css">
</head>
<body>
<main>
<p><a href="../reference/index.html">API reference</a></p>
<h1>{name}</h1>
{code}
</main>
</body>
</html>
"""


def resolve(domain: str, info: dict[str, str]) -> str | None:
    """Where the source of a documented name is; None for what is no function or class."""
    found = shown_by(info) if domain == "py" and info["module"] else None
    if not found:
        return None
    thing, path = found
    try:
        _, first = inspect.getsourcelines(thing)
    except OSError:
        return None
    return f"../../en/{FOLDER}/{page_name(path)}#L-{first or 1}"


def shown_by(info: dict[str, str]) -> tuple[object, Path] | None:
    """The function or class of a name, and the file of the package that it is in."""
    try:
        names = f"{info['module']}.{info['fullname']}".split(".")[1:]
        found = reduce(getattr, names, socialkapitel)
        found = inspect.unwrap(getattr(found, "fget", None) or found)
        path = Path(inspect.getsourcefile(found) or "")
    except (AttributeError, TypeError):
        return None
    return (found, path) if path.is_relative_to(PACKAGE) else None


def as_info(name: str) -> dict[str, str]:
    """A full name, as Sphinx passes it when it asks for a source."""
    module, _, rest = name.partition(".")
    return {"module": module, "fullname": rest}


def page_name(path: Path) -> str:
    """The file that shows a module, such as ``calculators.flexjob.html``."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts) + ".html"


def write(app: Sphinx, fault: Exception | None) -> None:
    """Write a page for every module that a name leads to, with the English manual."""
    if fault or app.config.language != "en" or app.builder.name != "html":
        return
    folder = Path(app.outdir, FOLDER)
    folder.mkdir(exist_ok=True)
    formatter = HtmlFormatter(linespans="L", wrapcode=True)
    named = app.env.domains.python_domain.objects
    for path in sorted({found[1] for name in named if (found := shown_by(as_info(name)))}):
        name = escape(f"socialkapitel/{path.relative_to(PACKAGE).as_posix()}")
        code = highlight(path.read_text("utf-8"), PythonLexer(), formatter)
        page = PAGE.format(name=name, code=code.replace("<pre>", '<pre tabindex="0">', 1))
        (folder / page_name(path)).write_text(page, "utf-8")


def setup(app: Sphinx) -> None:
    app.setup_extension("sphinx.ext.linkcode")
    app.config.linkcode_resolve = resolve
    app.connect("build-finished", write)
