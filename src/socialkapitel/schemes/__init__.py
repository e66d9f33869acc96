"""What can be done for somebody's work, and whether it is open, given what is known."""

from __future__ import annotations

from socialkapitel.schemes.assess import Assessment, OpenConsequence, assess
from socialkapitel.schemes.catalogue import SCHEMES, combinable, scheme, scheme_name
from socialkapitel.schemes.choices import Benefit, MeasureState, SocialPension, Terms
from socialkapitel.schemes.description import (
    Authority,
    Condition,
    Consequence,
    Degree,
    Involvement,
    Note,
    Scheme,
    SchemeGroup,
)
from socialkapitel.schemes.facts import FACT_LABELS, Facts, fact_label
from socialkapitel.schemes.names import NEUTRAL, NEUTRAL_NAME, SCHEME_NAMES, Naming

__all__ = [
    "FACT_LABELS",
    "NEUTRAL",
    "NEUTRAL_NAME",
    "SCHEMES",
    "SCHEME_NAMES",
    "Assessment",
    "Authority",
    "Benefit",
    "Condition",
    "Consequence",
    "Degree",
    "Facts",
    "Involvement",
    "MeasureState",
    "Naming",
    "Note",
    "OpenConsequence",
    "Scheme",
    "SchemeGroup",
    "SocialPension",
    "Terms",
    "assess",
    "combinable",
    "fact_label",
    "scheme",
    "scheme_name",
]
