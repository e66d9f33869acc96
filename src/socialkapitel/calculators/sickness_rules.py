"""How the rules of sickness benefit are cited and named."""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.messages import msg
from socialkapitel.periods import Week
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST = date(2000, 1, 1)
"""The first day for which the employer period is known, and so the earliest of the rules."""

CHAPTERS = date(2005, 5, 1)
"""The month of the oldest social chapter that a rule was read in."""

_LAST_OF_OLD_ACT = date(2006, 7, 2)


def cited(paragraph: str, before: str = "dagpengeloven") -> Source:
    """A paragraph of sygedagpengeloven, and how it was cited before that act."""
    return Source(
        f"sygedagpengeloven {paragraph}", former=(FormerCitation(_LAST_OF_OLD_ACT, before),)
    )


def in_week(rule: Rule, week: Week) -> Rule:
    """The rule as it is applied to a week: the same rule, labelled with the week."""
    return attrs.evolve(rule, label=msg("{label}, {week}", label=rule.label, week=week))
