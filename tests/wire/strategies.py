"""Any object of any type on the wire, made from the types themselves.

What a class refuses, because its fields don't go together, is given up and tried again; where that
would be most of what is made, the fields are made to fit.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
from hypothesis import reject
from hypothesis import strategies as st
from wire.samples import samples

import socialkapitel as sk
from socialkapitel import chapters, schemes, testing
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.disclosure import SeenEvent
from socialkapitel.cases.reports import Report
from socialkapitel.cases.statistics import CaseStatistics
from socialkapitel.chapters.annual_review import AnnualReview
from socialkapitel.chapters.review import Review
from socialkapitel.explanation import Value
from socialkapitel.messages import Text, msg
from socialkapitel.parameters import packaged_parameters
from socialkapitel.schemes import leaves, predicates
from socialkapitel.wire.tags import VOCABULARY
from socialkapitel.wire.values import ANSWERS
from socialkapitel.wire.vocabulary import known_part, members

texts, citations, days = testing.TEXTS, testing.WORDS, testing.DAYS
hundredths, scheme_ids, actor_ids = testing.HOURS, testing.SCHEME_IDS, testing.ACTOR_IDS
decimals = hundredths | st.decimals(-(10**9), 10**9, places=6) | st.integers().map(Decimal)
fractions = st.fractions(max_denominator=10_000)
months = st.builds(sk.Month, st.integers(1998, 2030), st.integers(1, 12))
weeks = days.map(sk.Week.of)
labels = st.builds(sk.Label, en=texts, da=texts)
values = st.one_of(
    *(texts, st.integers(-(10**20), 10**20), st.booleans(), st.none()),
    *(
        hundredths,
        st.fractions(-(10**9), 10**9, max_denominator=999),
        days,
        months,
        weeks,
        days.map(sk.Quarter.of),
        labels,
    ),
    st.builds(sk.Period.of_days, days, st.integers(1, 400)),
)
flat = st.one_of(
    values.map(lambda value: msg("{limit}", limit=value)),
    months.map(lambda month: msg("Flexjob refund, {month}", month=month)),
    st.sampled_from([msg("Refund"), msg("fulfilled")]),
)
messages = st.recursive(
    flat,
    lambda inner: st.builds(
        lambda first, rest: msg("{first}; {rest}", first=first, rest=rest), inner, inner | labels
    ),
    max_leaves=4,
)


def several(items, least=0):
    return st.lists(items, min_size=least, max_size=3, unique=True).map(tuple)


names = st.from_regex("[a-z0-9]{1,9}", fullmatch=True)

PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    **testing.SCALARS,
    Decimal: decimals,
    Fraction: fractions,
    Value: decimals | fractions | st.integers(),
    sk.Share: st.fractions(0, 1).filter(bool).map(sk.Share),
    sk.Message: messages,
    Text: labels | messages,
    Review: st.just(samples()["review"]),
    SeenEvent: st.sampled_from(list(samples()["case-view"].events)),
    Case: st.integers(1, 4).map(
        lambda number: Case.replay(list(samples()["case"].events)[:number])
    ),
}

FIELDS: dict[type, dict[str, st.SearchStrategy[Any]]] = {
    **testing.FIELDS,
    sk.Step: {
        "operands": st.dictionaries(names, st.deferred(lambda: any_of(sk.Operand)), max_size=2).map(
            lambda found: tuple(found.items())
        )
    },
    sk.Flexjob: {
        "granted_on": st.none() | days.filter(lambda day: day < date(2001, 2, 3)),
        "started_on": st.just(date(2001, 2, 3)),
        "ended_on": st.none() | days.filter(lambda day: day > date(2001, 2, 3)),
        "share": st.sampled_from(["1/2", "2/3"]),
        "weekly_hours": hundredths,
        "atp_class": st.sampled_from([None, "A", "F"]),
        "other_contributions": hundredths,
    },
    sk.SicknessAbsence: {
        "first_day": st.just(date(2022, 1, 3)),
        "contract_hours": st.just(Decimal(37)),
        "schedule": st.none() | st.just(sk.Schedule.weekly(37)),
        "hours": st.builds(
            lambda first, rest: (
                {sk.Week(2022, 1): first}
                | {sk.Week(2022, 2 + number): hours for number, hours in enumerate(rest)}
            ),
            hundredths,
            st.lists(hundredths, max_size=3),
        ),
        "hourly_pay": hundredths,
    },
    sk.AssistanceBank: {
        "first_quarter": st.just(sk.Quarter(2024, 1)),
        "uses": st.lists(st.integers(0, 26_000), max_size=3).map(
            lambda found: tuple(
                sk.AssistanceUse(
                    quarter=sk.Quarter(2024, number), weekly_hours=37, hours=Decimal(used) / 100
                )
                for number, used in enumerate(found, start=1)
            )
        ),
        "parameters": st.none() | st.just(packaged_parameters()),
    },
    schemes.Scheme: {"valid_to": st.none(), "id": scheme_ids},
    Report: {"parts": st.sampled_from([(), (samples()["case-statistics"],)])},
    AnnualReview: {"parts": st.sampled_from([(), (samples()["case-statistics"],)])},
    CaseStatistics: {"parts": st.just(())},
    chapters.KnownDay: {"earliest": st.just(date(1999, 1, 1))},
}


def up_to(most, least=0):
    """Hours with hundredths."""
    return st.integers(100 * least, 100 * most).map(lambda whole: Decimal(whole) / 100)


plans = st.one_of(
    hundredths.map(sk.Schedule.weekly),
    st.dictionaries(st.sampled_from(sk.Weekday), up_to(5, 1), min_size=1).map(sk.Schedule.days),
    st.builds(
        lambda plan, norm: sk.Schedule.rota(plan, norm_hours=norm),
        st.dictionaries(days, up_to(24), min_size=1, max_size=3),
        hundredths,
    ),
)
schedules = st.builds(
    lambda plan, changes: plan.changed(dict(sorted(changes.items()))),
    plans,
    st.dictionaries(days, plans, max_size=2),
)

predicate = st.deferred(lambda: any_of(leaves.Predicate))
MADE = {
    predicates.AllOf: lambda: several(predicate, 1).map(lambda found: predicates.AllOf(*found)),
    predicates.AnyOf: lambda: several(predicate, 1).map(lambda found: predicates.AnyOf(*found)),
    sk.Schedule: lambda: schedules,
    chapters.EventPattern: lambda: testing.WHOLE[chapters.EventPattern],
    chapters.FieldPattern: lambda: testing.WHOLE[chapters.FieldPattern],
    leaves.OneOf: lambda: st.builds(
        lambda fact, found: leaves.OneOf(fact, *found),
        texts,
        several(st.sampled_from(list(ANSWERS.members.values()))),
    ),
}


@cache
def any_of(kind):
    """Any object of a type, or any value of a field's type."""
    if kind in PLAIN:
        return PLAIN[kind]
    if kind in MADE:
        return MADE[kind]()
    if (rest := known_part(kind)) is not None:
        return st.none() | any_of(rest)
    if members(kind):
        return st.one_of(*map(any_of, members(kind)))
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple and args[1:] == (...,):
        return st.lists(any_of(args[0]), max_size=2).map(tuple)
    if origin is tuple:
        return st.tuples(*map(any_of, args))
    assert origin not in {Literal, Mapping}
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    if kind in VOCABULARY.families and kind not in {events.FlexjobTerms, events.SubsidisedTerms}:
        family = VOCABULARY.family(kind).values()
        return st.sampled_from(list(family)).flatmap(one_class)
    return one_class(kind)


@cache
def one_class(kind):
    """Any object of exactly one class."""
    if kind in PLAIN or kind in MADE:
        return any_of(kind)
    kinds = get_type_hints(kind)
    given = {
        **(testing.OF_EVENTS if issubclass(kind, events.Event) else {}),
        **FIELDS.get(kind, {}),
    }
    fields = {
        field.alias: given[field.name]
        if field.name in given
        else st.deferred(lambda of=kinds[field.name]: any_of(of))
        for field in attrs.fields(kind)
        if field.init
    }

    @st.composite
    def build(draw):
        chosen = {name: draw(field) for name, field in fields.items()}
        try:
            return kind(**chosen)
        except sk.SocialkapitelError:
            reject()

    return build()
