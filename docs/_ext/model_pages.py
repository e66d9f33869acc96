"""Brings the pages on schemes, chapters and roles to the manual, and sees that none is missing."""

from chapter_pages import ChapterComparison, ChapterOverview, ChapterPage, ChapterSchemes
from checks import logger, shown_on_pages
from role_pages import Actors, Consultants, Principles
from scheme_pages import SchemeOverview, SchemePage, SchemePicture
from source_facts import packaged_chapters
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from where_to_find import FactsTable, Terms, WhereToFind

from socialkapitel import ACTORS, SCHEMES
from socialkapitel.chapters import duties

DIRECTIVES = {
    "actors": Actors,
    "chapter": ChapterPage,
    "chapter-comparison": ChapterComparison,
    "chapter-overview": ChapterOverview,
    "chapter-schemes": ChapterSchemes,
    "consultants": Consultants,
    "facts": FactsTable,
    "principles": Principles,
    "scheme": SchemePage,
    "scheme-overview": SchemeOverview,
    "scheme-picture": SchemePicture,
    "terms": Terms,
    "where-to-find": WhereToFind,
}


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


def setup(app: Sphinx) -> None:
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)
    app.connect("env-check-consistency", check_model)
