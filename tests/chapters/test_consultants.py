"""The consultants of chapters: their areas, and what they offer."""

from pathlib import Path

import pytest

from socialkapitel import UnknownName
from socialkapitel.cases.events import SERVICES_IN_CASES
from socialkapitel.chapters import Chapter, Setting, chapter, consultant_area, services

OWN = Path(__file__).parents[2] / "examples/own_chapter/src/own_chapter/chapter.toml"
REGION = chapter("region-midtjylland-2008")


def test_nineteen_municipalities_belong_to_one_area_each():
    names = [name for area in REGION.consultant_areas for name in area.municipalities]
    assert len(names) == len(set(names)) == 19


@pytest.mark.parametrize(
    ("municipality", "expected"),
    [("Viborg", "west"), ("Silkeborg", "west"), ("Århus", "east"), ("Hedensted", "east")],
)
def test_a_municipality_belongs_to_its_area(municipality, expected):
    assert consultant_area(municipality).id == expected
    assert consultant_area(municipality, chapter=REGION).id == expected
    assert consultant_area(municipality, chapter=REGION.id).id == expected


@pytest.mark.parametrize("name", ["Herlev", "viborgs", None, []])
def test_a_municipality_without_an_area_is_refused(name):
    with pytest.raises(UnknownName):
        consultant_area(name)


def test_the_areas_are_those_of_anybodys_chapter():
    own = Chapter.load(OWN)
    assert "harbour" == consultant_area("Solhavn", chapter=own).id
    for call in (
        lambda: consultant_area("Solhavn"),
        lambda: consultant_area("Viborg", chapter=own),
        lambda: consultant_area("Viborg", chapter="herlev-2006"),
    ):
        with pytest.raises(UnknownName):
            call()


def test_services_are_offered_in_each_setting():
    counts = {
        setting: sum(service.setting is setting for service in services()) for setting in Setting
    }
    assert counts == {Setting.CASE: 7, Setting.GENERAL: 7, Setting.TEACHING: 2}


@pytest.mark.parametrize("service", services(), ids=lambda service: service.id)
def test_each_service_has_words_and_a_source(service):
    assert service.label.en != service.label.da
    assert "3.2" in service.source.citation


def test_service_ids_are_unique_and_those_in_cases_known():
    assert len({service.id for service in services()}) == len(services())
    in_cases = [service.id for service in services() if service.setting is Setting.CASE]
    assert list(SERVICES_IN_CASES) == in_cases


def test_a_chapter_that_names_no_service_knows_the_librarys():
    assert services() == services(chapter("herlev-2006")) == services(REGION)
    assert ["round-table-meeting", "open-hours"] == [one.id for one in services(Chapter.load(OWN))]
