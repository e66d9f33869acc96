from datetime import date

import pytest

from socialkapitel.citations import (
    FRAMEWORK,
    HERLEV,
    LAB,
    MIDTJYLLAND,
    framework,
    herlev,
    midtjylland,
    sickness_benefit,
)
from socialkapitel.sources import Source


def test_a_section_is_cited_with_its_document():
    assert herlev("Fleksjob") == Source(f"{HERLEV}, Fleksjob")
    assert midtjylland("7.2") == Source(f"{MIDTJYLLAND}, 7.2")


def test_an_act_is_cited_with_the_section_that_names_it():
    assert herlev("Fleksjob", LAB) == Source(LAB, f"{HERLEV}, Fleksjob")
    assert midtjylland("Bilag 3", LAB) == Source(LAB, f"{MIDTJYLLAND}, Bilag 3")
    assert framework("2.1") == Source(FRAMEWORK, f"{MIDTJYLLAND}, 2.1")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2006, 7, 2), "dagpengeloven § 28"),
        (date(2006, 7, 3), "sygedagpengeloven § 56"),
    ],
)
def test_the_sickness_benefit_act_had_a_forerunner(day, expected):
    assert sickness_benefit("§ 56", HERLEV, before="§ 28").cite(day) == expected


def test_a_forerunner_that_is_not_known_is_not_guessed():
    assert sickness_benefit("§ 53", HERLEV) == Source("sygedagpengeloven § 53", HERLEV)
