"""All schemes, the least intervention first."""

from __future__ import annotations

from socialkapitel.errors import UnknownName
from socialkapitel.messages import Label, msg
from socialkapitel.schemes import (
    adult_education,
    aids,
    apprentice_rehabilitation,
    disability_pension_job,
    flexjob,
    flexjob_since_2013,
    in_house,
    mentor,
    newly_qualified,
    partial_work,
    personal_assistance,
    rehabilitation,
    section_56,
    special_terms,
    wage_subsidy_unemployed,
    work_placement,
    work_trial,
)
from socialkapitel.schemes.description import Scheme
from socialkapitel.schemes.names import NEUTRAL, NEUTRAL_NAME

_ALL = (
    *in_house.SCHEMES,
    *partial_work.SCHEMES,
    adult_education.SCHEME,
    aids.SCHEME,
    apprentice_rehabilitation.SCHEME,
    disability_pension_job.SCHEME,
    flexjob.SCHEME,
    flexjob_since_2013.SCHEME,
    mentor.SCHEME,
    newly_qualified.SCHEME,
    personal_assistance.SCHEME,
    rehabilitation.SCHEME,
    section_56.SCHEME,
    special_terms.SCHEME,
    wage_subsidy_unemployed.SCHEME,
    work_placement.SCHEME,
    work_trial.SCHEME,
)

SCHEMES: tuple[Scheme, ...] = tuple(sorted(_ALL, key=lambda one: (one.degree, one.id)))
"""Every scheme, by degree of intervention and then by id."""

_BY_ID = {one.id: one for one in SCHEMES}


def scheme(scheme_id: str) -> Scheme:
    """The scheme of that id.

    Raises:
        UnknownName: with the nearest ids.

    >>> scheme("section-56").label.da
    '§ 56-aftale'
    """
    try:
        return _BY_ID[scheme_id]
    except (KeyError, TypeError):
        raise UnknownName(msg("scheme"), scheme_id, _BY_ID) from None


def scheme_name(scheme_id: str) -> Label:
    """The name of a scheme, or the neutral words that replace one in a view of a case.

    Raises:
        UnknownName: with the nearest ids.

    >>> scheme_name("mentor").en, scheme_name("agreement-on-work").da
    ('Mentor', 'en aftale om arbejdet')
    """
    return NEUTRAL_NAME if scheme_id == NEUTRAL else scheme(scheme_id).label


def combinable(one: str, other: str) -> bool:
    """Whether two schemes may be combined, as far as the sources say so.

    Raises:
        UnknownName: for an id that is not a scheme's.

    >>> combinable("flexjob", "aids"), combinable("aids", "flexjob"), combinable("aids", "mentor")
    (True, True, False)
    """
    return other in scheme(one).combines_with or one in scheme(other).combines_with
