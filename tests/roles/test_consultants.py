import pytest

from socialkapitel import UnknownName
from socialkapitel.roles import CONSULTANT_AREAS, SERVICES, Setting, consultant_area


def test_nineteen_municipalities_belong_to_one_area_each():
    names = [name for area in CONSULTANT_AREAS for name in area.municipalities]
    assert len(names) == len(set(names)) == 19


@pytest.mark.parametrize(
    ("municipality", "expected"),
    [("Viborg", "west"), ("Silkeborg", "west"), ("Århus", "east"), ("Hedensted", "east")],
)
def test_a_municipality_belongs_to_its_area(municipality, expected):
    assert consultant_area(municipality).id == expected


@pytest.mark.parametrize("name", ["Herlev", "viborgs", None, []])
def test_a_municipality_without_an_area_is_refused(name):
    with pytest.raises(UnknownName):
        consultant_area(name)


def test_services_are_offered_in_each_setting():
    counts = {
        setting: sum(service.setting is setting for service in SERVICES) for setting in Setting
    }
    assert counts == {Setting.CASE: 7, Setting.GENERAL: 7, Setting.TEACHING: 2}


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.id)
def test_each_service_has_words_and_a_source(service):
    assert service.label.en
    assert service.label.da
    assert "3.2" in service.source.citation


def test_service_ids_are_unique():
    assert len({service.id for service in SERVICES}) == len(SERVICES)
