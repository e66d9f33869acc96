"""What partial sick leave and partial return have in common."""

from __future__ import annotations

from datetime import date

from socialkapitel.citations import HERLEV, MIDTJYLLAND, herlev, sickness_benefit
from socialkapitel.messages import Label
from socialkapitel.schemes.choices import Terms
from socialkapitel.schemes.description import Condition, Consequence, Note
from socialkapitel.schemes.leaves import AtLeast, Fact, OneOf
from socialkapitel.schemes.predicates import AnyOf, Not
from socialkapitel.sources import Source

SECTIONS = "Delvis sygemelding; Delvis raskmelding"
SOURCE = sickness_benefit("§ 53", f"{HERLEV}, {SECTIONS}; {MIDTJYLLAND}, Bilag 3")

_FOUR_HOURS = AtLeast(
    "weekly_absence_hours", parameter="sickness_benefit.partial.min_weekly_absence"
)
_PAID = Fact("right_to_pay_during_sickness")

CONDITIONS = (
    Condition(
        id="employed",
        label=Label(en="employed here", da="ansat her"),
        predicate=Fact("employed_here"),
        source=SOURCE,
    ),
    Condition(
        id="partly-fit",
        label=Label(en="can do part of the work", da="kan varetage en del af arbejdet"),
        predicate=Fact("partly_fit_for_work"),
        source=SOURCE,
    ),
    Condition(
        id="temporary",
        label=Label(en="the absence is temporary", da="fraværet er midlertidigt"),
        predicate=Fact("absence_temporary"),
        source=sickness_benefit("", f"{HERLEV}, {SECTIONS}"),
    ),
    Condition(
        id="hours",
        label=Label(
            en="enough hours of absence a week, treatment and transport included",
            da="tilstrækkeligt mange fraværstimer om ugen, behandling og transport medregnet",
        ),
        predicate=_FOUR_HOURS,
        source=sickness_benefit("§ 17", f"{HERLEV}, {SECTIONS}; Cabi"),
        valid_to=date(2012, 12, 31),
    ),
    Condition(
        id="hours-or-new-flexjob",
        label=Label(
            en="enough hours of absence a week, or a flexjob begun in 2013 or later",
            da="tilstrækkeligt mange fraværstimer om ugen, eller ansat i fleksjob fra 1. januar"
            " 2013",
        ),
        predicate=AnyOf(OneOf("terms", Terms.FLEXJOB_SINCE_2013), _FOUR_HOURS),
        source=Source("sygedagpengeloven § 7, stk. 2", "lov 1380/2012"),
        valid_from=date(2013, 1, 1),
    ),
)

FOR_EMPLOYER = (
    Consequence(
        label=Label(
            en="Sickness benefit for the hours of absence is refunded after the employer period"
            " (two weeks in 2005).",
            da="Sygedagpenge for fraværstimerne refunderes efter arbejdsgiverperioden (to uger i"
            " 2005).",
        ),
        source=herlev(SECTIONS),
        when=_PAID,
    ),
    Consequence(
        label=Label(
            en="Pays for the hours worked and has no expenses for the hours of absence after the"
            " employer period (two weeks in 2005).",
            da="Udbetaler løn for de udførte arbejdstimer og har ingen udgifter til fraværstimerne"
            " efter arbejdsgiverperioden (to uger i 2005).",
        ),
        source=herlev(SECTIONS),
        when=Not(_PAID),
    ),
)

FOR_EMPLOYEE = (
    Consequence(
        label=Label(en="Continues to receive full pay.", da="Får fortsat sin fulde løn."),
        source=herlev(SECTIONS),
        when=_PAID,
    ),
    Consequence(
        label=Label(
            en="Receives pay for the hours worked and sickness benefit for the hours of absence.",
            da="Får løn for de udførte arbejdstimer og sygedagpenge for fraværstimerne.",
        ),
        source=herlev(SECTIONS),
        when=Not(_PAID),
    ),
)

DOCUMENTS = (
    Note(
        label=Label(
            en="report to the municipality of residence", da="anmeldelse til bopælskommunen"
        ),
        source=herlev(SECTIONS),
    ),
    Note(
        label=Label(
            en="agreement on hours and tasks, approved by the municipality of residence",
            da="aftale om arbejdstid og opgaver, godkendt af bopælskommunen",
        ),
        source=herlev(SECTIONS),
    ),
)

FOLLOW_UP = (
    Note(
        label=Label(
            en="the municipality follows up as in full-time sick leave",
            da="kommunen følger op som ved en fuldtidssygemelding",
        ),
        source=herlev(SECTIONS),
    ),
)
