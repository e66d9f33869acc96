"""Who is to be involved by the framework agreement, as Region Midtjylland's chapter sums it up."""

from __future__ import annotations

from socialkapitel.citations import framework
from socialkapitel.roles.model import DutyKind, Trigger, duty_of

_duty = duty_of("framework", framework)
_TOP = ("top-med",)
_MUST = DutyKind.MUST

DUTIES = (
    _duty(
        "2.1",
        "yearly-discussion",
        _TOP,
        _MUST,
        Trigger.YEARLY,
        "Discuss, at least yearly, how to see employment on special terms, and set guidelines.",
        "Drøfte mindst årligt, hvordan man ser på job på særlige vilkår, og sætte retningslinjer.",
    ),
    _duty(
        "2.1",
        "consequences-for-others",
        _TOP,
        _MUST,
        Trigger.YEARLY,
        "Discuss what it means for the other employees, and see that nobody is pushed out.",
        "Drøfte følgerne for de øvrige ansatte og sikre, at ingen skubbes ud.",
    ),
    _duty(
        "2.1",
        "environment-purpose",
        _TOP,
        _MUST,
        Trigger.YEARLY,
        "Discuss whether the work environment gets better and illness is prevented.",
        "Drøfte, om arbejdsmiljøet bliver bedre, og sygdom forebygges.",
    ),
    _duty(
        "2.1",
        "subsidised-jobs",
        _TOP,
        _MUST,
        Trigger.YEARLY,
        "Discuss number, spread, course and net expansion of jobs with wage subsidy.",
        "Drøfte antal, fordeling, forløb og merbeskæftigelse i job med løntilskud.",
    ),
    _duty(
        "2.1",
        "local-guidelines",
        ("workplace", "nearest-manager", "employee"),
        DutyKind.SHOULD,
        Trigger.ALWAYS,
        "Discuss local guidelines on employing unemployed people and people with reduced ability.",
        "Tale om lokale retningslinjer for ledige og for folk med nedsat arbejdsevne.",
    ),
)
"""The duties of involvement."""
