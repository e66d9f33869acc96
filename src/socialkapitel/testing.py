"""For the tests of those who build on the library: inputs, a small set of figures, cases.

Importing it teaches `hypothesis` to make every kind of input that the library accepts, so that
``st.from_type(sk.Flexjob)`` gives flexjobs; `inputs` gives them with some fields of your own.
`FIGURES` are legal figures for 2024 that never change and are easy to calculate with. `event` and
`case` build a case in a few words. Needs the extra ``testing``. Everything is made up.

>>> import socialkapitel as sk
>>> from hypothesis import strategies as st
>>> from socialkapitel import testing
>>> isinstance(st.from_type(sk.Flexjob).example(), sk.Flexjob)  # doctest: +SKIP
True
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, cast, get_type_hints
from uuid import UUID

import attrs

from socialkapitel import whatif
from socialkapitel.actors import ACTORS
from socialkapitel.calculators.arrangements import (
    FlexjobSince2013Work,
    FlexjobWork,
    OrdinaryWork,
    SickLeave,
    SubsidisedWork,
)
from socialkapitel.calculators.assistance_bank import AssistanceBank, AssistanceUse
from socialkapitel.calculators.flexjob import Flexjob, FlexjobChange
from socialkapitel.calculators.flexjob_since_2013 import Bonus, FlexjobSince2013
from socialkapitel.calculators.refund_lines import RefundLine
from socialkapitel.calculators.schedule import Schedule
from socialkapitel.calculators.section_56 import Section56Agreement
from socialkapitel.calculators.sickness_absence import Employment, RefundBasis, SicknessAbsence
from socialkapitel.calculators.sickness_calendar import DayState
from socialkapitel.calculators.subsidised_job import SubsidisedJob, TargetGroup
from socialkapitel.cases import events
from socialkapitel.cases.case import Case
from socialkapitel.cases.health import AgreedIllness, HealthNote, Identity, PrivateText
from socialkapitel.chapters.annual_review import ConsultantActivity, Workplace
from socialkapitel.chapters.patterns import EventPattern, FieldPattern
from socialkapitel.errors import MissingExtra, SocialkapitelError, UnknownName, check_kind
from socialkapitel.identity import Cpr, Cvr
from socialkapitel.messages import Label, msg, says_something
from socialkapitel.money import Pay, Share
from socialkapitel.parameters import Figure, Parameter, ParameterSet, packaged_parameters
from socialkapitel.payroll.given import Assistance, Paid
from socialkapitel.payroll.reconciled import PaidAmount
from socialkapitel.periods import Month, Period, Quarter, Week
from socialkapitel.schemes import SCHEME_NAMES, Facts, MeasureState
from socialkapitel.sources import Evidence, FormerCitation, Publication, Source
from socialkapitel.wire.vocabulary import known_part

try:
    from hypothesis import reject
    from hypothesis import strategies as st
except ImportError:
    raise MissingExtra("testing", "hypothesis") from None

T = TypeVar("T")
_Strategy = st.SearchStrategy[Any]

# --- figures that never change ----------------------------------------------

_ATP = {"a": 90, "b": 30, "c": 60, "d": 48, "e": 72, "f": 84}
"""The employer's third of a month's contribution, by class."""

_FIGURES: Mapping[str, str] = {
    **{
        f"atp.{name}.employer_monthly.{part}": str(third * times)
        for name, third in _ATP.items()
        for part, times in (("one_third", 1), ("two_thirds", 2), ("full", 3))
    },
    "atp.band.one_third_hours": "39",
    "atp.band.two_thirds_hours": "78",
    "atp.band.full_hours": "117",
    "flex_wage_supplement.atp_max": "500",
    "flex_wage_supplement.atp_rate": "5",
    "flex_wage_supplement.max_monthly": "20000",
    "flex_wage_supplement.reduction_above": "55",
    "flex_wage_supplement.reduction_below": "30",
    "flex_wage_supplement.threshold_monthly": "16000",
    "flexjob.ceiling_yearly": "600000",
    "flexjob.full_time_hours": "37",
    "labour_market_contribution": "8",
    "personal_assistance.hourly_rate": "130",
    "personal_assistance.max_weekly": "20",
    "quota.first_employees": "50",
    "quota.least_places": "1",
    "quota.per_five": "5",
    "quota.per_ten": "10",
    "sickness_benefit.employer_period": "30",
    "sickness_benefit.employment.days": "56",
    "sickness_benefit.employment.hours": "74",
    "sickness_benefit.max_weekly": "3700",
    "sickness_benefit.norm_hours": "37",
    "sickness_benefit.refund_supplement": "1.5",
    "unemployment_benefit.max_monthly": "20000",
    "wage_subsidy.disability_pension": "30",
    "wage_subsidy.rehabilitation_max": "170",
    "wage_subsidy.unemployed_public": "130",
}
_FIRST, _LAST = date(2024, 1, 1), date(2024, 12, 31)
_SOURCE = Source("socialkapitel.testing")


def _frozen(name: str, value: str) -> Parameter:
    known = packaged_parameters()[name]
    figure = Figure(name, Decimal(value), known.unit, _FIRST, _LAST, _SOURCE, Evidence.ASSUMED)
    return Parameter(name, known.label, known.unit, _SOURCE, (figure,))


FIGURES = ParameterSet([_frozen(name, value) for name, value in sorted(_FIGURES.items())])
"""Legal figures for 2024 that never change and are easy to calculate with: not those of the law.

Sickness benefit is at most 100 kr. an hour, the ceiling of a flexjob 50,000 kr. a month. They are
enough for refunds, supplements, subsidies and costs of 2024, given as ``parameters=``; each result
says in its caveats that they are assumed.
"""


# --- cases ------------------------------------------------------------------

EVENT_FIELDS: Mapping[type[events.Event], Mapping[str, object]] = MappingProxyType(
    {
        events.CaseOpened: {"purpose": events.Purpose.RETENTION},
        events.SickLeaveStarted: {
            "extent": events.Extent.FULL,
            "contract_hours": "37",
            "hourly_pay": "185.00",
            "paid_during_sickness": True,
            "basis": RefundBasis.ORDINARY,
        },
        events.AbsenceRegistered: {"hours": {Week(2022, 1): "37"}},
        events.RoundTableHeld: {"participants": ("employee", "nearest-manager")},
        events.MeasureConsidered: {"scheme": "adjustment", "state": events.Consideration.TRIED},
        events.RepresentativeInvolved: {"representative": "union-representative"},
        events.ApplicationSent: {"scheme": "flexjob"},
        events.DecisionReceived: {"scheme": "flexjob", "granted": True, "share": "2/3"},
        events.AgreementSigned: {"scheme": "section-56"},
        events.SchemeStarted: {
            "scheme": "flexjob",
            "terms": events.FlexjobTerms(
                starting_pay=Pay.monthly("18297.00"),
                weekly_hours="37",
                atp_class="A",
                other_contributions="0",
            ),
        },
        events.SchemeAdjusted: {"scheme": "flexjob"},
        events.SchemeEnded: {"scheme": "flexjob"},
        events.EmploymentBegun: {"first_day": date(2020, 1, 1)},
        events.EmploymentEnded: {"last_day": date(2199, 12, 31)},
        events.ScheduleAgreed: {"schedule": Schedule.weekly("37")},
        events.PayChanged: {"hourly_pay": "190.00"},
        events.DaysRegistered: {
            "days": {Period(date(2022, 1, 3), date(2022, 1, 4)): DayState.HOLIDAY}
        },
        events.NoticeGiven: {"last_day": date(2199, 12, 31)},
        events.EventCorrected: {
            "corrects": UUID(int=2),
            "replacement": events.ConcernRaised(
                id=UUID(int=2), on=date(2005, 1, 4), role="nearest-manager"
            ),
        },
        events.CaseClosed: {"outcome": events.CaseOutcome.KEPT_SPECIAL},
    }
)
"""The fields that `event` gives each kind of event by default."""


def event(
    kind: type[events.Event], day: date | str, number: int | None = None, **fields: object
) -> Any:
    """An event of a case on a day, brought about by the nearest manager unless a ``role`` is given.

    Required fields that are not given come from `EVENT_FIELDS`. Without a number
    the id follows from the content, so that each run of a test has the same.

    >>> event(events.SickLeaveStarted, "2022-01-03").contract_hours
    Decimal('37.00')
    """
    on = date.fromisoformat(day) if isinstance(day, str) else day
    given = {"on": on, "role": "nearest-manager", **EVENT_FIELDS.get(kind, {}), **fields}
    if number is None:
        content = f"{kind.kind} {sorted((key, str(value)) for key, value in given.items())}"
        number = zlib.crc32(content.encode())
    made: Any = kind
    return made(**{"id": UUID(int=number), **given})


def case(first: events.Event | date | str, *later: events.Event) -> Case:
    """A case of some events, in order; the first is its opening, or the day of one.

    >>> kept = case(
    ...     "2022-01-03",
    ...     event(events.SickLeaveStarted, "2022-01-03"),
    ...     event(events.FullReturn, "2022-02-07"),
    ... )
    >>> kept
    <Case of 3 events: clarifying, absence none>
    """
    opening = first if isinstance(first, events.Event) else event(events.CaseOpened, first)
    return Case.replay([opening, *later])


# --- strategies -------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
"""Any short text."""

WORDS = TEXTS.filter(says_something)
"""Short texts with visible characters."""

DAYS = st.dates(date(1998, 1, 1), date(2030, 12, 31))
"""Days for which the library may know figures."""

KRONER = st.integers(1, 6_000_000).map(lambda oere: Decimal(oere).scaleb(-2))
"""Amounts of kroner above 0, with øre."""

HOURS = st.integers(1, 3_700).map(lambda whole: Decimal(whole).scaleb(-2))
"""Weekly hours above 0, at most 37."""

SCHEME_IDS = st.sampled_from(list(SCHEME_NAMES))
"""The ids of the schemes."""

ACTOR_IDS = st.sampled_from([one.id for one in ACTORS if one.valid_from is one.valid_to is None])
"""The ids of actors that take part at any time."""

_START = date(2001, 2, 3)
_LATER = st.none() | DAYS.filter(lambda day: day > _START)
_ATP_CLASS = st.sampled_from([None, *"ABCDEF"])
_FULL = ("37", "30", "18.5")


def _several(items: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, min_size=least, max_size=3, unique=True).map(tuple)


def _weeks(first: Week, hours: list[Decimal]) -> dict[Week, Decimal]:
    """Hours of absence in consecutive weeks from one on."""
    return {
        Week.of(first.monday + timedelta(weeks=place)): each for place, each in enumerate(hours)
    }


SCALARS: dict[Any, _Strategy] = {
    str: TEXTS,
    bool: st.booleans(),
    int: st.integers(0, 36),
    date: DAYS,
    UUID: st.uuids(),
    Decimal: HOURS,
    Fraction: st.fractions(max_denominator=10_000),
    Month: DAYS.map(Month.of),
    Week: DAYS.map(Week.of),
    Quarter: DAYS.map(Quarter.of),
    Period: st.builds(Period.of_days, DAYS, st.integers(1, 400)),
    Share: st.fractions(0, 1, max_denominator=12).filter(bool).map(Share),
    Pay: st.builds(Pay.monthly, KRONER) | st.builds(Pay.hourly, HOURS.map(lambda pay: 10 * pay)),
    Label: st.builds(Label, en=TEXTS, da=TEXTS),
    HealthNote: WORDS.map(HealthNote),
    AgreedIllness: WORDS.map(AgreedIllness),
    PrivateText: WORDS.map(PrivateText),
    Identity: WORDS.map(Identity),
    events.ToldCause: st.sampled_from(["mental", "other"]).map(events.ToldCause),
    Cvr: st.sampled_from(["13585628", "25313763"]).map(Cvr),
    Cpr: st.sampled_from(["070761-4285", "010188-1111"]).map(Cpr),
    Parameter: st.sampled_from(packaged_parameters().parameters),
    ParameterSet: st.lists(
        st.sampled_from(packaged_parameters().parameters), unique=True, max_size=2
    ).map(ParameterSet),
}
"""Simple values, and how they are made."""

FIELDS: dict[type, dict[str, _Strategy]] = {
    FormerCitation: {"citation": WORDS},
    Publication: {"name": WORDS, "valid_from": st.just(_START), "valid_to": _LATER},
    Source: {
        "citation": WORDS,
        "publications": st.just(()),
        "former": st.dictionaries(DAYS, WORDS, max_size=3).map(
            lambda found: tuple(FormerCitation(*pair) for pair in sorted(found.items()))
        ),
    },
    Figure: {"value": HOURS, "valid_from": st.just(_START), "valid_to": _LATER},
    RefundLine: {
        "first_day": st.just(_START),
        "last_day": DAYS.filter(lambda day: day >= _START),
        "amount": KRONER,
    },
    whatif.Between: {"low": st.just(Decimal(0)), "high": KRONER},
    Flexjob: {
        "granted_on": st.none() | DAYS.filter(lambda day: day < _START),
        "started_on": st.just(_START),
        "ended_on": _LATER,
        "share": st.sampled_from(["1/2", "2/3"]),
        "weekly_hours": HOURS,
        "atp_class": _ATP_CLASS,
        "other_contributions": KRONER,
        "changes": st.just(()),
    },
    FlexjobChange: {"share": st.sampled_from([None, "1/2", "2/3"]), "weekly_hours": HOURS},
    FlexjobSince2013: {
        "started_on": st.dates(date(2013, 1, 1), date(2030, 12, 31)),
        "ended_on": st.none(),
        "full_time_pay": KRONER,
    },
    Bonus: {
        "amount": KRONER,
        "first_month": st.just(Month(2023, 1)),
        "last_month": st.sampled_from([Month(2023, 1), Month(2023, 6)]),
    },
    SicknessAbsence: {
        "first_day": st.just(date(2022, 1, 3)),
        "contract_hours": st.just(Decimal(37)),
        "schedule": st.none(),
        "hours": st.lists(HOURS, min_size=1, max_size=9).map(
            lambda hours: _weeks(Week(2022, 1), hours)
        ),
        "hourly_pay": HOURS.map(lambda each: 10 * each),
        "days": st.none(),
        "hours_in_other_jobs": st.none(),
        "pay_changes": st.none(),
        "full_time_hours": st.none(),
        "employment": st.none(),
    },
    Employment: {
        "since": st.none() | DAYS.filter(lambda day: day < _START),
        "until": _LATER,
        "hours_in_8_weeks": st.none() | HOURS,
    },
    FlexjobWork: {
        "sickness_benefit": st.dictionaries(
            st.integers(0, 4).map(lambda number: date(2012, 11, 5) + timedelta(number)), HOURS
        ).map(lambda found: dict(sorted(found.items()))),
        "absence": st.none(),
        "paid_hours": st.none() | HOURS,
    },
    SickLeave: {
        "absence": st.deferred(
            lambda: inputs(
                SicknessAbsence,
                basis=st.sampled_from([RefundBasis.ORDINARY, RefundBasis.SECTION_56]),
            )
        )
    },
    FlexjobSince2013Work: {"absence": st.none()},
    SubsidisedJob: {
        "target_group": st.just(TargetGroup.REHABILITATION),
        "granted_rate": HOURS,
    },
    AssistanceUse: {"quarter": SCALARS[Quarter]},
    AssistanceBank: {
        "first_quarter": st.just(Quarter(2024, 1)),
        "uses": st.lists(st.integers(0, 26_000), max_size=3).map(
            lambda found: tuple(
                AssistanceUse(
                    quarter=Quarter(2024, number), weekly_hours=37, hours=Decimal(used) / 100
                )
                for number, used in enumerate(found, start=1)
            )
        ),
        "parameters": st.none(),
    },
    Paid: {
        "job": st.deferred(lambda: inputs(Flexjob)),
        "hours": st.none() | HOURS,
        "pay": st.none() | KRONER,
        "other_contributions": st.none() | KRONER,
    },
    PaidAmount: {"scheme": SCHEME_IDS, "amount": KRONER},
    Facts: {"measures": st.dictionaries(SCHEME_IDS, st.sampled_from(MeasureState), max_size=2)},
    ConsultantActivity: {"service": st.sampled_from(["courses", "talks"])},
    Workplace: {"subsidised": st.none() | st.integers(0, 40)},
    events.Profile: {
        "area": st.from_regex("[a-z0-9]{1,9}", fullmatch=True),
        "sector": st.from_regex("[a-z0-9]{1,9}", fullmatch=True),
        "occupation": st.from_regex("[a-z0-9]{1,9}", fullmatch=True),
        "birth_year": st.integers(1930, 2000),
    },
    events.AbsenceRegistered: {
        "hours": st.dictionaries(SCALARS[Week], HOURS, min_size=1, max_size=3)
    },
    events.DaysRegistered: {
        "days": st.sampled_from(DayState).map(lambda state: {Period.of_days(_START, 3): state})
    },
    events.ConsultantEngaged: {
        "services": _several(st.sampled_from(list(events.SERVICES_IN_CASES)))
    },
    events.SchemeStarted: {"terms": st.none()},
    events.SchemeAdjusted: {"terms": st.none()},
    events.DecisionReceived: {"granted": st.just(value=True)},
    events.RepresentativeInvolved: {"representative": st.sampled_from(events.REPRESENTATIVES)},
    events.FlexjobTerms: {"atp_class": _ATP_CLASS},
}
"""Fields with special values, or values that must fit together, and how they are made."""

OF_EVENTS: dict[str, _Strategy] = {
    "id": st.uuids(),
    "role": ACTOR_IDS,
    "scheme": SCHEME_IDS,
    "authority": ACTOR_IDS,
    "consultant": ACTOR_IDS,
    "parties": _several(ACTOR_IDS, 2),
    "participants": _several(ACTOR_IDS, 2),
    "informed_by": _several(ACTOR_IDS, 1),
    "on": st.just(date(2012, 1, 2)),
    "valid_to": st.none() | st.just(date(2013, 1, 2)),
    "last_day": st.just(date(2013, 1, 2)),
}
"""Fields that several kinds of events have, and how they are made."""

_FIELD_PATTERNS = st.builds(
    FieldPattern,
    st.sampled_from(["role", "participants"]),
    st.lists(_several(ACTOR_IDS, 1), max_size=2).map(tuple),
)
_EVENTS = sorted(events.EVENTS, key=lambda kind: kind.__name__)
WHOLE: dict[Any, _Strategy] = {
    FieldPattern: _FIELD_PATTERNS,
    EventPattern: st.builds(
        EventPattern,
        st.just("round-table-held"),
        st.lists(_FIELD_PATTERNS, max_size=2).map(tuple),
    ),
    Schedule: st.one_of(
        st.sampled_from(_FULL).map(Schedule.weekly),
        st.just(Schedule.days({"monday": "12", "tuesday": "12.5"})),
        st.just(Schedule.rota({date(2022, 1, 3): "12", date(2022, 1, 9): "8"}, norm_hours="20")),
    ),
    Case: st.sampled_from(
        [case("2022-01-03"), case("2022-01-03", event(events.ConcernRaised, "2022-01-04"))]
    ),
    events.Event: st.deferred(
        lambda: st.sampled_from(sorted(events.EVENTS, key=str)).flatmap(inputs)
    ),
}
"""Inputs that are not made field by field."""

_KNOWN = {**SCALARS, **WHOLE}


def inputs(kind: type[T], /, **fields: Any) -> st.SearchStrategy[T]:
    """Inputs of a kind, all accepted by the library; refused ones are made again.

    Args:
        kind: one of `INPUTS`.
        fields: your own strategies or values for some of its fields.

    Raises:
        UnknownName: for a class that is not an input of the library, or a field that it doesn't
            have.

    >>> half = inputs(Flexjob, share="1/2")
    """
    check_kind(kind, type, "kind")
    wanted: Any = kind
    if not fields:
        return cast("st.SearchStrategy[T]", _of(wanted))
    known = _fields(wanted)
    for name in fields:
        if name not in known:
            raise UnknownName(msg("field"), name, known)
    own = {
        name: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for name, value in fields.items()
    }
    return _built(kind, {**known, **own})


@cache
def _fields(kind: type) -> dict[str, _Strategy]:
    """How the fields of a class are made, by argument name."""
    if not attrs.has(kind):
        raise UnknownName(msg("kind of input"), kind.__name__, [each.__name__ for each in INPUTS])
    kinds = get_type_hints(kind)
    given = {**(OF_EVENTS if issubclass(kind, events.Event) else {}), **FIELDS.get(kind, {})}
    found: dict[str, _Strategy] = {}
    for field in attrs.fields(kind):
        if field.init:
            own = given.get(field.name)
            found[str(field.alias)] = _of(kinds[field.name]) if own is None else own
    return found


def _built(kind: type[T], fields: Mapping[str, _Strategy]) -> st.SearchStrategy[T]:
    @st.composite
    def build(draw: st.DrawFn) -> T:
        chosen = {name: draw(field) for name, field in fields.items()}
        try:
            return kind(**chosen)
        except SocialkapitelError:
            reject()

    return build()


@cache
def _of(kind: Any) -> _Strategy:
    """How values of a type are made."""
    if kind in _KNOWN:
        return _KNOWN[kind]
    if (rest := known_part(kind)) is not None:
        return st.none() | _of(rest)
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return _built(kind, _fields(kind))


INPUTS: tuple[type, ...] = (
    *(Month, Week, Quarter, Period, Share, Pay, Label, Cvr, Cpr),
    *(HealthNote, AgreedIllness, PrivateText, Identity),
    *(Source, Figure, Parameter, ParameterSet, FieldPattern, EventPattern),
    *(Flexjob, FlexjobChange, FlexjobSince2013, Bonus, SubsidisedJob, Section56Agreement),
    *(Schedule, Employment, SicknessAbsence, RefundLine, AssistanceUse, AssistanceBank),
    *(OrdinaryWork, SickLeave, FlexjobWork, FlexjobSince2013Work, SubsidisedWork),
    *(Paid, PaidAmount, Assistance, Facts, Workplace, ConsultantActivity, whatif.Between),
    *(events.Profile, events.FlexjobTerms, events.SubsidisedTerms, events.Event),
    *_EVENTS,
    Case,
)
"""Every class of input that the library accepts; each has its strategy."""

for _kind in INPUTS:
    st.register_type_strategy(_kind, cast("Any", inputs(_kind)))
