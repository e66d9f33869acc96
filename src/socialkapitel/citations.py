"""How the library cites the documents and acts on which its model is based."""

from __future__ import annotations

from datetime import date, timedelta

from socialkapitel.sources import FormerCitation, Source

HERLEV = "Herlev Kommune, Hvordan det sociale ansvar kan praktiseres (2005)"
"""Herlev's chapter of May 2005, with the editorial changes of December 2006."""

MIDTJYLLAND = "Region Midtjylland, Det Sociale Kapitel (2008)"
"""The chapter of Region Midtjylland."""

FRAMEWORK = "Rammeaftale om Det Sociale Kapitel (2003)"
"""The framework agreement between the public employers and the unions."""

LAB = "lov om en aktiv beskæftigelsesindsats"
ORDER = "BEK om en aktiv beskæftigelsesindsats"
"""The order to LAB of 2019: it has a new number nearly every year, but the same paragraphs."""

COMPENSATION_ACT = "lov om kompensation til handicappede i erhverv m.v."
SICKNESS_BENEFIT_ACT = "sygedagpengeloven"
HEALTH_INFORMATION_ACT = "lov om brug af helbredsoplysninger"

HERLEV_FROM = date(2005, 5, 1)
"""The month of Herlev's chapter: what it says is known from then on, not before."""

MIDTJYLLAND_FROM = date(2007, 1, 1)
"""The start of the region, whose chapter describes what it could do from its first day."""

MIDTJYLLAND_CHAPTER_FROM = date(2008, 1, 1)
"""The year of the region's chapter, for what was found nowhere else."""

FRAMEWORK_FROM = date(2003, 7, 1)
"""The framework agreement of 2003 came into force."""

REFORM_OF_2026_FROM = date(2026, 2, 1)
"""Lov 1750/2025: no more rehabilitation, and municipalities in place of jobcentres."""

LAB_OF_2019_FROM = date(2020, 1, 1)
"""The act of 2019 on active employment came into force, with other numbers of paragraphs."""

_BEFORE_SICKNESS_BENEFIT_ACT = date(2006, 7, 2)


def herlev(section: str, law: str = "") -> Source:
    """A section of Herlev's chapter, or the act that it names there.

    >>> str(herlev("Fleksjob", LAB))
    'lov om en aktiv beskæftigelsesindsats (Herlev Kommune, Hvordan det sociale ansvar kan
    praktiseres (2005), Fleksjob)'
    """
    return _read(f"{HERLEV}, {section}", law)


def midtjylland(section: str, law: str = "") -> Source:
    """A section of Region Midtjylland's chapter, or the act that it names there.

    >>> str(midtjylland("7.2"))
    'Region Midtjylland, Det Sociale Kapitel (2008), 7.2'
    """
    return _read(f"{MIDTJYLLAND}, {section}", law)


def framework(section: str) -> Source:
    """The framework agreement, as Region Midtjylland's chapter sums it up in a section.

    >>> framework("2.1").citation
    'Rammeaftale om Det Sociale Kapitel (2003)'
    """
    return midtjylland(section, FRAMEWORK)


def sickness_benefit(paragraph: str, read_in: str = "", *, before: str = "") -> Source:
    """A paragraph of the sickness benefit act, which replaced an older act on 3 July 2006.

    ``before`` is the paragraph of the older act, where it is known; without it the older act is
    cited without a paragraph.

    >>> sickness_benefit("§ 56", HERLEV, before="§ 28").cite(date(2005, 6, 1))
    'dagpengeloven § 28'
    >>> sickness_benefit("§ 53").cite(date(2005, 6, 1))
    'dagpengeloven'
    """
    former = FormerCitation(_BEFORE_SICKNESS_BENEFIT_ACT, f"dagpengeloven {before}".rstrip())
    return Source(f"{SICKNESS_BENEFIT_ACT} {paragraph}".rstrip(), read_in, (former,))


def employment_act(paragraph: str, read_in: str = "", *, before: str = "") -> Source:
    """A paragraph of LAB of 2019, and how the same rule was cited through 2019.

    ``before`` is the paragraph of the act of 2003, where it is known; without it the act is cited
    without a paragraph.

    >>> source = employment_act("§ 61", before="§ 44")
    >>> source.cite(date(2019, 12, 31)), source.cite(date(2020, 1, 1))
    ('LAB § 44', 'LAB § 61')
    >>> employment_act("§ 61").cite(date(2019, 12, 31))
    'lov om en aktiv beskæftigelsesindsats'
    """
    return _moved_in_2020(f"LAB {paragraph}", f"LAB {before}" if before else LAB, read_in)


def employment_order(paragraph: str, read_in: str = "", *, before: str = "") -> Source:
    """A paragraph of the order to LAB of 2019; ``before`` is the whole citation through 2019.

    >>> employment_order("§ 88", before="LAB § 63").cite(date(2018, 1, 1))
    'LAB § 63'
    """
    return _moved_in_2020(f"{ORDER} {paragraph}", before or LAB, read_in)


def compensation_act(paragraph: str, read_in: str = "", *, before: str) -> Source:
    """A rule that was moved from LAB to the compensation act in 2020 (lov 551/2019).

    >>> compensation_act("§ 15", before="LAB kap. 12").cite(date(2020, 1, 1))
    'lov om kompensation til handicappede i erhverv m.v. § 15'
    """
    return _moved_in_2020(f"{COMPENSATION_ACT} {paragraph}", before, read_in)


def _moved_in_2020(citation: str, before: str, read_in: str) -> Source:
    last = LAB_OF_2019_FROM - timedelta(days=1)
    return Source(citation, read_in, (FormerCitation(last, before),))


def both_chapters(herlev_section: str, midtjylland_section: str, law: str = "") -> Source:
    """What both chapters say in these sections, or the act that they name there."""
    return _read(f"{HERLEV}, {herlev_section}; {MIDTJYLLAND}, {midtjylland_section}", law)


def _read(place: str, law: str) -> Source:
    return Source(law, place) if law else Source(place)
