"""Both documents, section by section: each is modelled, nothing is left over.

The table is ``tests/where_to_find.toml``.
"""

import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import socialkapitel
from socialkapitel import PARAMETERS
from socialkapitel.actors import ACTORS, SUCCESSORS, actor
from socialkapitel.chapters import CHAPTERS, chapter, consultant_area, duties, services
from socialkapitel.schemes import SCHEMES, scheme

TABLE = tomllib.loads(Path(__file__).parents[1].joinpath("where_to_find.toml").read_text("utf-8"))
ROWS = [
    (document, row["section"], row["says"], row["objects"])
    for document, rows in TABLE.items()
    for row in rows
]
NAMED = {address for *_, objects in ROWS for address in objects}
MIDTJYLLAND = [
    *("1.1", "1.2", "1.3", "1.4", "2.1", "3.1", "3.2", "4.1", "4.2", "5"),
    *("6", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "7.1", "7.2", "7.3", "7.4", "8", "9"),
    *("10.1", "10.2", "10.3", "10.4", "10.5", "10.6", "11", "12"),
    *("annex 1", "annex 2", "annex 3 A", "annex 3 B"),
]
HERLEV = [
    "title page",
    "foreword",
    "Delvis sygemelding",
    "Delvis raskmelding",
    "Aftale om refusion af sygedagpenge",
    "Hjælpemidler",
    "Personlig assistance",
    "Revalidering med løntilskud",
    "Fleksjob",
    "last page",
]
DUTY_IDS = {duty.id for duty in duties()}
SERVICE_IDS = {service.id for service in services()}


def in_chapter(address):
    whole, _, field = address.partition("@")
    chapter_id, _, path = whole.partition("/")
    found = chapter(chapter_id)
    if field:
        return getattr(found, field)
    return [i for i in found.own_items if i.path == path] if path else found


def in_scheme(address):
    whole, _, condition = address.partition("#")
    scheme_id, _, field = whole.partition("@")
    found = scheme(scheme_id)
    if condition:
        return [one for one in found.conditions if one.id == condition]
    return getattr(found, field) if field else found


def dotted(path):
    module, _, name = path.rpartition(".")
    return getattr(import_module(module), name)


FIND = {
    "chapter": in_chapter,
    "scheme": in_scheme,
    "duty": lambda name: name in DUTY_IDS,
    "service": lambda name: name in SERVICE_IDS,
    "actor": actor,
    "area": consultant_area,
    "parameter": lambda name: PARAMETERS[name],
}


def find(address):
    kind, colon, rest = address.partition(":")
    return FIND[kind](rest) if colon else dotted(address)


@pytest.mark.parametrize(
    ("document", "section", "says", "objects"),
    ROWS,
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_section_is_modelled(document, section, says, objects):
    assert objects
    assert len(objects) == len(set(objects))
    assert [] == [address for address in objects if not find(address)]


@pytest.mark.parametrize(
    ("document", "sections"), [("midtjylland", MIDTJYLLAND), ("herlev", HERLEV)]
)
def test_no_section_is_left_out(document, sections):
    assert sections == list(dict.fromkeys(row["section"] for row in TABLE[document]))


def test_every_item_of_the_packaged_chapters_has_its_section():
    items = {
        f"chapter:{one.id}/{item.path}"
        for one in CHAPTERS.values()
        for item in one.own_items
        if one.id != "solhavn-2026"
    }
    assert [] == sorted(items - NAMED)


def test_every_duty_and_service_has_its_section():
    assert [] == sorted({f"duty:{name}" for name in DUTY_IDS} - NAMED)
    assert [] == sorted({f"service:{name}" for name in SERVICE_IDS} - NAMED)


def test_every_scheme_of_the_documents_has_its_section():
    later = {"flexjob-since-2013", "newly-qualified"}
    assert [] == sorted({f"scheme:{one.id}" for one in SCHEMES if one.id not in later} - NAMED)


def test_every_actor_has_its_section_or_something_to_do():
    busy = {name for duty in duties() for name in duty.actors}
    busy |= {authority.actor for one in SCHEMES for authority in one.authorities}
    busy |= {name for one in CHAPTERS.values() for item in one.items for name in item.actors}
    named = {address.removeprefix("actor:") for address in NAMED if address.startswith("actor:")}
    named |= {SUCCESSORS[one] for one in named | busy if one in SUCCESSORS}
    assert [] == sorted({one.id for one in ACTORS} - busy - named)


def test_an_object_that_is_not_there_would_be_noticed():
    assert not find("chapter:herlev-2005/purposes/nothing")
    assert not find("scheme:aids#nothing")
    assert not find("scheme:special-terms@reminders")
    assert not find("duty:herlev.nothing")
    with pytest.raises(AttributeError):
        find("socialkapitel.nothing")
    assert socialkapitel.flexjob_refund is find("socialkapitel.flexjob_refund")
