"""What fails the build: a public name, a parameter, a rule or a translation that is missing.

Each fault is a warning, and the manual is built with warnings as errors.
"""

from pathlib import Path

from babel.messages.pofile import read_po
from docutils import nodes
from source_facts import packaged_chapters, rules
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform
from sphinx.util.logging import getLogger
from sphinx.util.nodes import extract_messages

import socialkapitel
from socialkapitel import ACTORS, SCHEMES, events, frames, whatif, wire
from socialkapitel.chapters import duties

logger = getLogger(__name__)

REFERENCE, BUILDING, CHANGELOG = "reference/", "building/", "changelog"
"""The pages that are not translated: docstrings, except for their index, and what is for those who
change the library.
"""


PUBLIC = {
    "socialkapitel": socialkapitel.__all__,
    "socialkapitel.events": events.__all__,
    "socialkapitel.frames": frames.__all__,
    "socialkapitel.whatif": whatif.__all__,
    "socialkapitel.wire": wire.__all__,
}
"""The public names, by the module that users find them in."""


def note_shown(env: BuildEnvironment, kind: str, names: list[str]) -> None:
    """Remember what the page that is being read shows."""
    pages = vars(env).setdefault("manual_shown", {})
    pages.setdefault(env.docname, {}).setdefault(kind, []).extend(names)


def shown_on_pages(env: BuildEnvironment, kind: str) -> set[str]:
    """What all pages show."""
    pages = vars(env).get("manual_shown", {})
    return {name for page in pages.values() for name in page.get(kind, [])}


def check_reference(_app: Sphinx, env: BuildEnvironment) -> None:
    """Every public name is in the API reference."""
    documented = env.domains.python_domain.objects
    for module, names in PUBLIC.items():
        for name in names:
            if (path := f"{module}.{name}") not in documented:
                logger.warning("public name missing from the reference: %s", path, type="manual")


def check_parameters(_app: Sphinx, env: BuildEnvironment) -> None:
    """Every packaged parameter is on a page."""
    shown = shown_on_pages(env, "parameters")
    for name in socialkapitel.PARAMETERS.names:
        if name not in shown:
            logger.warning("parameter on no page: %s", name, type="manual")


def check_rules(_app: Sphinx, env: BuildEnvironment) -> None:
    """Every calculator module with rules has them on a page."""
    shown = shown_on_pages(env, "rules")
    for name in rules():
        if name not in shown:
            logger.warning("rules of a calculator on no page: %s", name, type="manual")


def check_model(_app: Sphinx, env: BuildEnvironment) -> None:
    """Every scheme, chapter, actor and duty of the library is on a page."""
    wanted = {
        "schemes": SCHEMES,
        "chapters": packaged_chapters(),
        "actors": ACTORS,
        "duties": duties(),
    }
    for kind, things in wanted.items():
        shown = shown_on_pages(env, kind)
        for thing in things:
            if thing.id not in shown:
                logger.warning("on no page of %s: %s", kind, thing.id, type="manual")


class CheckTranslation(SphinxTransform):
    """Every text of a guide page has a translation, and none is left over."""

    default_priority = 19  # before Sphinx puts the translations in

    def apply(self) -> None:
        page = self.env.docname
        if self.config.language == "en" or english_only(page):
            return
        said = {message for node, message in extract_messages(self.document) if is_text(node)}
        translated = catalogue(Path(self.app.srcdir), self.config.language, page)
        for message in sorted(said - translated):
            logger.warning("not translated: %r", message, location=page, type="manual")
        for message in sorted(translated - said):
            logger.warning("translated, but not on the page: %r", message, location=page)


def english_only(page: str) -> bool:
    """Whether a page is in English in both languages."""
    docstrings = page.startswith(REFERENCE) and page != f"{REFERENCE}index"
    return docstrings or page.startswith(BUILDING) or page in {CHANGELOG, "genindex", "py-modindex"}


def is_text(node: nodes.Element) -> bool:
    """Whether a node is text of the page, and not of the metadata at its top."""
    return not isinstance(node.parent, (nodes.field, nodes.field_body))


def catalogue(docs: Path, language: str, page: str) -> set[str]:
    """The messages of a page that have a translation fit to be shown."""
    path = docs / "locale" / language / "LC_MESSAGES" / f"{page}.po"
    if not path.exists():
        return set()
    with path.open("rb") as file:
        messages = read_po(file, locale=language, abort_invalid=True)
    return {str(message.id) for message in messages if message.string and not message.fuzzy} - {""}


def purge(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget what a page showed before it is read again."""
    vars(env).get("manual_shown", {}).pop(docname, None)


def merge(_app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment) -> None:
    """Take over what pages show that were read in another process."""
    pages = vars(other).get("manual_shown", {})
    vars(env).setdefault("manual_shown", {}).update(
        {page: shown for page, shown in pages.items() if page in docnames}
    )


def setup(app: Sphinx) -> None:
    app.connect("env-purge-doc", purge)
    app.connect("env-merge-info", merge)
    app.connect("env-check-consistency", check_reference)
    app.connect("env-check-consistency", check_parameters)
    app.connect("env-check-consistency", check_rules)
    app.connect("env-check-consistency", check_model)
    app.add_transform(CheckTranslation)
