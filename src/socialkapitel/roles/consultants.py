"""The social-chapter consultants of Region Midtjylland: their areas and what they offer."""

from __future__ import annotations

from enum import Enum

import attrs

from socialkapitel.citations import midtjylland
from socialkapitel.errors import UnknownName
from socialkapitel.messages import Label, msg
from socialkapitel.sources import Source

_SOURCE = midtjylland("3.2")


@attrs.frozen
class ConsultantArea:
    """The municipalities whose workplaces one consultant covers (konsulentområde)."""

    id: str
    municipalities: tuple[str, ...]
    source: Source


class Setting(Enum):
    """Where a service is given: in a single case, in general, or as teaching."""

    CASE = "case"
    GENERAL = "general"
    TEACHING = "teaching"


@attrs.frozen
class Service:
    """Something that the consultants offer (konsulentydelse)."""

    id: str
    label: Label
    setting: Setting
    source: Source


CONSULTANT_AREAS = (
    ConsultantArea(
        "east",
        (
            "Favrskov",
            "Hedensted",
            "Horsens",
            "Norddjurs",
            "Odder",
            "Randers",
            "Samsø",
            "Skanderborg",
            "Syddjurs",
            "Århus",
        ),
        _SOURCE,
    ),
    ConsultantArea(
        "west",
        (
            "Herning",
            "Holstebro",
            "Ikast-Brande",
            "Lemvig",
            "Ringkøbing-Skjern",
            "Silkeborg",
            "Skive",
            "Struer",
            "Viborg",
        ),
        _SOURCE,
    ),
)
"""The two areas, by municipality, as they were in 2008."""

_AREA = {name: area for area in CONSULTANT_AREAS for name in area.municipalities}


def consultant_area(municipality: str) -> ConsultantArea:
    """The area that a municipality of Region Midtjylland belongs to.

    Raises:
        UnknownName: for a municipality that neither consultant covers.

    >>> consultant_area("Viborg").id
    'west'
    """
    try:
        return _AREA[municipality]
    except (KeyError, TypeError):
        raise UnknownName(msg("municipality"), municipality, _AREA) from None


def _service(id_: str, setting: Setting, en: str, da: str) -> Service:
    return Service(id_, Label(en=en, da=da), setting, _SOURCE)


SERVICES = (
    _service(
        "round-table-meeting",
        Setting.CASE,
        "take part in round-table meetings",
        "deltage i rundbordssamtaler",
    ),
    _service(
        "coordination",
        Setting.CASE,
        "coordinate with the municipality and other partners",
        "koordinere med kommunen og andre parter",
    ),
    _service(
        "clarifying-talk",
        Setting.CASE,
        "talk with the person on sick leave to clarify",
        "tale med den sygemeldte for at afklare",
    ),
    _service(
        "examine-trial-and-relocation",
        Setting.CASE,
        "look for a work trial or a relocation",
        "lede efter arbejdsprøvning eller omplacering",
    ),
    _service(
        "smooth-cooperation",
        Setting.CASE,
        "make cooperation with the municipality easier",
        "gøre samarbejdet med kommunen lettere",
    ),
    _service(
        "social-law",
        Setting.CASE,
        "know the social acts and how a municipality handles cases",
        "kende de sociale love og kommunens gange i en sag",
    ),
    _service(
        "notice-period",
        Setting.CASE,
        "talk and follow up also while notice runs",
        "tale og følge op, også mens en opsigelse løber",
    ),
    _service(
        "talks",
        Setting.GENERAL,
        "speak at MED and staff meetings",
        "holde oplæg på MED- og personalemøder",
    ),
    _service(
        "information-on-law",
        Setting.GENERAL,
        "inform on social acts and other topics",
        "informere om sociale love og andre emner",
    ),
    _service(
        "policy-inspiration",
        Setting.GENERAL,
        "inspire policies on absence and retention, and their evaluation",
        "inspirere til politikker om fravær og fastholdelse og evaluering af dem",
    ),
    _service(
        "information-material",
        Setting.GENERAL,
        "supply information material",
        "levere materiale med information",
    ),
    _service(
        "experience",
        Setting.GENERAL,
        "pass on experience",
        "give erfaringer videre",
    ),
    _service(
        "experience-groups",
        Setting.GENERAL,
        "start and run groups that share experience",
        "starte og drive erfa-grupper",
    ),
    _service(
        "information-to-partners",
        Setting.GENERAL,
        "inform unions, municipalities and partners on the chapter and the consultants",
        "informere fagforeninger, kommuner og partnere om kapitlet og konsulenterne",
    ),
    _service(
        "courses",
        Setting.TEACHING,
        "hold courses on absence, retention and absence talks",
        "holde kurser om fravær, fastholdelse og fraværssamtaler",
    ),
    _service(
        "theme-meetings",
        Setting.TEACHING,
        "hold theme meetings",
        "holde temamøder",
    ),
)
"""What the consultants offer."""
