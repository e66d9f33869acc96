"""The figures for the yearly discussion in the top MED committee (den årlige drøftelse)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import read_heads
from socialkapitel.calculators.net_expansion import NetExpansion
from socialkapitel.calculators.subsidised_places import subsidised_places
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import SERVICES_IN_CASES, ConsultantEngaged, Profile
from socialkapitel.cases.jobs import runs
from socialkapitel.cases.reports import CountTable, Entry, Report
from socialkapitel.cases.statistics import (
    FORMER_COUNTIES,
    MIN_CELL,
    OCCUPATIONS,
    SECTORS,
    CaseStatistics,
    Names,
    case_statistics,
    completed,
    memory,
    place_of,
    read_cases,
    read_published,
    read_reported_days,
    shows,
)
from socialkapitel.cases.suppression import Counts, Earlier, Places, RawTable, publish
from socialkapitel.chapters.catalogue import duties, given_chapter, services
from socialkapitel.chapters.content import Chapter, Service, Setting
from socialkapitel.chapters.criteria import Trigger
from socialkapitel.errors import InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.explanation import Outcome
from socialkapitel.fields import checked
from socialkapitel.messages import Label, Text, msg
from socialkapitel.money import Number
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Period, Quarter, read_date
from socialkapitel.schemes import SCHEME_NAMES

T = TypeVar("T")

NOT_KNOWN = Label(en="number not stated", da="antal ikke oplyst")
"""Shown where the caller gave nothing to count: never zero."""

FLEXJOBS = ("flexjob", "flexjob-since-2013")
"""The schemes that are flexjobs."""

WAGE_SUBSIDIES = (
    "wage-subsidy-unemployed",
    "rehabilitation",
    "disability-pension-job",
    "newly-qualified",
)
"""The schemes in which the employer gets a wage subsidy."""

_SCHEMES = (
    *FLEXJOBS,
    *WAGE_SUBSIDIES,
    "apprentice-rehabilitation",
    "special-terms",
    "work-placement",
)
_BY_AREA = Label(en="Schemes by area", da="Ordninger efter område")
_BY_SECTOR = Label(en="Schemes by sector", da="Ordninger efter sektor")
_CONSULTANT = "social-chapter-consultant"
_NAME = re.compile(r"[a-z0-9]+([-.][a-z0-9]+)*")

_EXPANSION = Label(
    en="Jobs with wage subsidy by net expansion", da="Job med løntilskud efter merbeskæftigelse"
)
_NOT_REQUIRED = "not_required"
_EXPANSIONS: dict[str, Text] = {
    Outcome.FULFILLED.value: Label(en="Net expansion", da="Merbeskæftigelse"),
    Outcome.NOT_FULFILLED.value: Label(en="No net expansion", da="Ikke merbeskæftigelse"),
    Outcome.UNRESOLVED.value: Label(en="Unresolved", da="Uafklaret"),
    _NOT_REQUIRED: Label(en="Net expansion is not required", da="Merbeskæftigelse er ikke et krav"),
}
_NOTE = Label(
    en="Schemes in progress on the last day of the period. A person in two schemes is counted in"
    " both.",
    da="Ordninger, der var i gang på periodens sidste dag. En person i to ordninger tæller med i"
    " begge.",
)


def _read_heads_or_none(value: Number | None, field: str = "") -> int | None:
    return None if value is None else read_heads(value, field)


@checked
@attrs.frozen(kw_only=True)
class Workplace:
    """A workplace whose quota of subsidised places is to be checked (arbejdsplads).

    Attributes:
        ordinary_employees: employees without subsidy, from 0 to 1,000,000.
        subsidised: how many have a place with wage subsidy or in work placement, flexjobs not
            counted; None where it isn't known.

    Raises:
        InvalidInput: for a number that is not accepted.

    >>> Workplace(ordinary_employees=75, subsidised=None)
    Workplace(ordinary_employees=75, subsidised=None)
    """

    ordinary_employees: int = attrs.field(converter=read_heads)
    subsidised: int | None = attrs.field(converter=_read_heads_or_none)


def _a_name(_: object, field: attrs.Attribute[Any], value: Any) -> None:
    accepted = msg("the id of a service, in small letters, digits and hyphens")
    if not isinstance(value, str):
        raise WrongType(field.name, value, accepted)
    if not _NAME.fullmatch(value):
        raise InvalidInput(field.name, value, accepted)


@checked
@attrs.frozen(kw_only=True)
class ConsultantActivity:
    """Something that the consultants did outside single cases, such as a course (aktivitet).

    Attributes:
        service: the id of a service that a chapter's consultants offer in general, or as teaching.
        on: the day, or the first of several.

    Raises:
        InvalidInput: for what is not an id, or not a day.

    >>> ConsultantActivity(service="courses", on=date(2007, 9, 4)).service
    'courses'
    """

    service: str = attrs.field(validator=_a_name)
    on: date = attrs.field(converter=read_date)


@brief
@attrs.frozen(kw_only=True)
class AnnualReview(Report):
    """A year's figures for the top MED committee (årlig opgørelse).

    ``tables`` has ``schemes-by-area`` and ``schemes-by-sector``, ``services`` (what consultants
    were engaged for) and, where posts were given, ``net-expansion``. ``entries`` has the sums, the
    quota, what else the consultants did, and what to discuss. ``parts`` has the statistics of the
    consultants' cases.
    """

    @property
    def flexjobs(self) -> int | None:
        """Flexjobs in progress on the last day; None where the number is hidden."""
        return _sum(self.table("schemes-by-area"), FLEXJOBS)

    @property
    def wage_subsidies(self) -> int | None:
        """Jobs with wage subsidy in progress on the last day; None where the number is hidden."""
        return _sum(self.table("schemes-by-area"), WAGE_SUBSIDIES)


def annual_review(
    cases: Iterable[Case],
    period: Period | Quarter | str,
    *,
    published: AnnualReview | Iterable[AnnualReview] = (),
    chapter: Chapter | str | None = None,
    workplaces: Iterable[Workplace] | None = None,
    net_expansions: Iterable[NetExpansion] | None = None,
    activities: Iterable[ConsultantActivity] | None = None,
    min_cell: int = MIN_CELL,
    areas: Names = FORMER_COUNTIES,
    sectors: Names = SECTORS,
    occupations: Names = OCCUPATIONS,
    parameters: ParameterSet | None = None,
) -> AnnualReview:
    """What the top MED committee needs for its yearly discussion (årlig drøftelse).

    Flexjobs, jobs with wage subsidy and other special terms on the last day of the period, by area
    and by sector; whether posts with wage subsidy expand the staff; whether workplaces keep within
    their quota of subsidised places; and what the consultants did. Only what the cases show is
    counted: a job that is in no case is not. Small numbers are hidden as in
    `socialkapitel.case_statistics`. Sources: the framework agreement, and Region Midtjylland's
    chapter, 2.1 and 10.4.

    Args:
        cases: the cases, each once; those counted in ``published`` too, as long as they are kept.
        period: the year, or other days, or a quarter; what happened after its last day doesn't
            count.
        published: the earlier reviews that others have or will keep: small changes since one of
            them are hidden too. Posts have no names, so for ``net_expansions`` only changes of the
            numbers are compared.
        chapter: a chapter or its id: its yearly duties become the points to discuss, and the
            consultants' work is counted by its services; None for the services that the library's
            chapters know.
        workplaces: those whose quota on the last day is to be checked; None for not known.
        net_expansions: what `socialkapitel.net_expansion` found, one for each post; None for not
            known.
        activities: what the consultants did outside cases; None for not known.
        min_cell: the least number above 0 that is shown, from 3 to 1,000; with 1, all are.
        areas: ids and names of the areas.
        sectors: ids and names of the parts of the organisation.
        occupations: ids and names of the groups of staff.
        parameters: other legal figures than the packaged ones.

    Raises:
        WrongType: for anything other than these.
        InvalidInput: for a case that occurs twice, or a number or names that are not accepted.
        UnknownName: for an unknown chapter, or an activity that its consultants don't offer.
        NotInForce: where the chapter, or the rule of the quota, isn't known to be in force on the
            last day.

    >>> year = Period(date(2008, 1, 1), date(2008, 12, 31))
    >>> found = annual_review([], year, chapter="region-midtjylland-2008")
    >>> found.flexjobs, found.wage_subsidies, str(found.entry("quota-kept").value)
    (0, 0, 'number not stated')
    """
    days = read_reported_days(period)
    known = read_cases(cases)
    earlier = read_published(published, AnnualReview)
    posts = _given(net_expansions, NetExpansion, "net_expansions")
    places = _given(workplaces, Workplace, "workplaces")
    done = _given(activities, ConsultantActivity, "activities")
    held = None if chapter is None else given_chapter(chapter)
    if held is not None:
        held.check(days.end)
    offered = services(held)
    consultants = case_statistics(
        consultants_cases(known, days.end),
        days,
        published=[
            part for one in earlier for part in one.parts if isinstance(part, CaseStatistics)
        ],
        min_cell=min_cell,
        areas=areas,
        sectors=sectors,
        occupations=occupations,
    )
    schemes = scheme_tables(known, days.end, areas, sectors, min_cell, earlier)
    expansion = () if posts is None else (expansion_table(posts, min_cell, earlier),)
    return AnnualReview(
        title=Label(en="The yearly discussion", da="Den årlige drøftelse"),
        period=days,
        min_cell=min_cell,
        tables=(*schemes, service_table(known, offered, days, min_cell, earlier), *expansion),
        entries=(
            *_sums(schemes[0]),
            *quota_entries(places, days.end, parameters),
            *activity_entries(done, offered, days),
            *_agenda(held),
        ),
        notes=(_NOTE, *memory(earlier)),
        parts=(
            attrs.evolve(consultants, title=Label(en="Consultants' cases", da="Konsulentsager")),
        ),
    )


def _given(value: Iterable[T] | None, kind: type[T], field: str) -> tuple[T, ...] | None:
    if value is None:
        return None
    if not isinstance(value, Iterable):
        raise WrongType(field, value, msg("a list of {kind}, or None", kind=kind.__name__))
    return tuple(check_kind(item, kind, field) for item in value)


def _sums(table: CountTable) -> tuple[Entry, ...]:
    """Sums of the numbers that are shown: where one is hidden, so is the sum."""
    return (
        Entry(
            id="flexjobs", label=Label(en="Flexjobs", da="Fleksjob"), value=_sum(table, FLEXJOBS)
        ),
        Entry(
            id="wage-subsidies",
            label=Label(en="Jobs with wage subsidy", da="Job med løntilskud"),
            value=_sum(table, WAGE_SUBSIDIES),
        ),
    )


def _sum(table: CountTable, schemes: Iterable[str]) -> int | None:
    numbers = [table.row(scheme)[-1] for scheme in schemes]
    shown = [number for number in numbers if number is not None]
    return sum(shown) if len(shown) == len(numbers) else None


def _agenda(chapter: Chapter | None) -> tuple[Entry, ...]:
    """What a chapter wants discussed every year."""
    yearly = () if chapter is None else duties(trigger=Trigger.YEARLY, chapter=chapter)
    return tuple(
        Entry(id=duty.id, label=Label(en="To discuss", da="Til drøftelse"), value=duty.text)
        for duty in yearly
    )


# --- tables ---------------------------------------------------------------------------------------


def scheme_tables(
    cases: Sequence[Case],
    day: date,
    areas: Names,
    sectors: Names,
    min_cell: int,
    earlier: Iterable[Report] = (),
) -> tuple[CountTable, ...]:
    """The schemes on special terms in progress on a day, by area and by sector.

    Both tables have the same sums, so they are hidden together.
    """
    drafts = [
        RawTable(
            id=name,
            label=label,
            rows=completed(rows),
            counts=Counts.of_places(
                _running(cases, day, side, rows),
                completed(rows),
                _SCHEMES,
                [
                    Earlier(
                        _running(cases, one.period.end, side, [each.id for each in table.columns]),
                        table.transposed,
                    )
                    for one, table in _shown(earlier, name)
                ],
            ),
        )
        for name, label, side, rows in (
            ("schemes-by-area", _BY_AREA, "area", areas),
            ("schemes-by-sector", _BY_SECTOR, "sector", sectors),
        )
    ]
    columns = {scheme: SCHEME_NAMES[scheme] for scheme in _SCHEMES}
    return tuple(table.transposed for table in publish(drafts, columns, min_cell))


def _shown(reviews: Iterable[Report], name: str) -> list[tuple[Report, CountTable]]:
    """The reviews with a table of that name in which anything is shown."""
    return [
        (one, table) for one in reviews for table in one.tables if table.id == name and shows(table)
    ]


def _running(cases: Iterable[Case], day: date, side: str, names: Container[str]) -> Places:
    """The area or the sector of each scheme in progress on a day."""
    return {
        (case.opening.id, scheme): (
            place_of(getattr(case.opening.profile or Profile(), side), names),
            scheme,
        )
        for case in cases
        for scheme in _on(case, day)
    }


def consultants_cases(cases: Sequence[Case], day: date) -> list[Case]:
    """The cases in which a social-chapter consultant was engaged by a day."""
    return [case for case in cases if _engagements(case, day)]


def service_table(
    cases: Sequence[Case],
    offered: Iterable[Service],
    period: Period,
    min_cell: int,
    earlier: Iterable[Report] = (),
) -> CountTable:
    """How many cases consultants were engaged in for each service, in a period.

    Every service that a case can have has a row, in the words of the chapter that offers it.
    """
    own = {one.id: one.label for one in offered if one.setting is Setting.CASE}
    rows = SERVICES_IN_CASES | own
    label = Label(en="What consultants were engaged for", da="Hvad konsulenterne blev inddraget i")
    before = [
        Earlier(_engaged_for(cases, one.period), table)
        for one, table in _shown(earlier, "services")
    ]
    return _numbers("services", label, rows, _engaged_for(cases, period), before, min_cell)


def _numbers(
    id_: str,
    label: Label,
    rows: Mapping[str, Text],
    now: Places,
    before: Sequence[Earlier],
    min_cell: int,
) -> CountTable:
    """A table that is not divided by area."""
    counts = Counts.of_places(now, rows, [""], before, by_total=True)
    return publish([RawTable(id=id_, label=label, rows=rows, counts=counts)], {}, min_cell)[0]


def _engaged_for(cases: Iterable[Case], period: Period) -> Places:
    """Each service for which consultants were engaged in a case, in a period."""
    return {
        (case.opening.id, service): (service, "")
        for case in cases
        for engaged in _engagements(case, period.end)
        if engaged.on >= period.start
        for service in engaged.services
    }


def _on(case: Case, day: date) -> set[str]:
    """The counted schemes in progress on a day, as far as known by then."""
    known = case.known_on(day)
    return {
        run.scheme
        for run in runs(known)
        if run.scheme in _SCHEMES and (run.last_day is None or run.last_day >= day)
    }


def _engagements(case: Case, day: date) -> list[ConsultantEngaged]:
    return [
        event
        for event in case.known_on(day)
        if isinstance(event, ConsultantEngaged) and event.consultant == _CONSULTANT
    ]


# --- what is known from outside the cases ---------------------------------------------------------


def quota_entries(
    workplaces: Iterable[Workplace] | None, day: date, parameters: ParameterSet | None
) -> tuple[Entry, ...]:
    """The number of places, and of workplaces within their quota.

    Raises:
        NotInForce: for a day on which the rule isn't known to be in force.
    """
    counts: Counter[str] = Counter()
    places = 0
    for workplace in workplaces or ():
        room = subsidised_places(workplace.ordinary_employees, day, parameters=parameters).places
        places += room
        if workplace.subsidised is None:
            counts["quota-unknown"] += 1
        else:
            counts["quota-kept" if workplace.subsidised <= room else "quota-exceeded"] += 1
    labels = {
        "quota-places": Label(
            en="Subsidised places within the quota", da="Pladser efter rimelighedskravet"
        ),
        "quota-kept": Label(
            en="Workplaces within their quota",
            da="Arbejdspladser, der overholder rimelighedskravet",
        ),
        "quota-exceeded": Label(
            en="Workplaces beyond their quota",
            da="Arbejdspladser, der ikke overholder rimelighedskravet",
        ),
        "quota-unknown": Label(
            en="Workplaces whose number of places in use is not known",
            da="Arbejdspladser, hvor antallet af pladser i brug ikke er oplyst",
        ),
    }
    counts["quota-places"] = places
    return tuple(
        Entry(id=name, label=label, value=NOT_KNOWN if workplaces is None else counts[name])
        for name, label in labels.items()
    )


def activity_entries(
    activities: Iterable[ConsultantActivity] | None, offered: Iterable[Service], period: Period
) -> tuple[Entry, ...]:
    """How often the consultants did each thing in a period.

    Raises:
        UnknownName: for something that the consultants don't offer outside cases.
    """
    known = {one.id: one.label for one in offered if one.setting is not Setting.CASE}
    for one in activities or ():
        if one.service not in known:
            raise UnknownName(msg("activity"), one.service, known)
    counts = Counter(one.service for one in activities or () if one.on in period)
    return tuple(
        Entry(id=name, label=label, value=NOT_KNOWN if activities is None else counts[name])
        for name, label in known.items()
    )


def expansion_table(
    found: Iterable[NetExpansion], min_cell: int, earlier: Iterable[Report] = ()
) -> CountTable:
    """How many posts with wage subsidy expand the staff."""
    counts = Counter(one.outcome.value if one.required else _NOT_REQUIRED for one in found)
    before = [
        Earlier(_posts(dict(zip(_EXPANSIONS, table.row_totals, strict=True))), table)
        for _, table in _shown(earlier, "net-expansion")
    ]
    return _numbers("net-expansion", _EXPANSION, _EXPANSIONS, _posts(counts), before, min_cell)


def _posts(numbers: Mapping[str, int | None]) -> Places:
    """The posts, identified by number, as it isn't known who has them."""
    return {
        (outcome, post): (outcome, "")
        for outcome, number in numbers.items()
        for post in range(number or 0)
    }
