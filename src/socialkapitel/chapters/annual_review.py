"""The figures for the yearly discussion in the top MED committee (den årlige drøftelse)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

import attrs

from socialkapitel.calculators.net_expansion import NetExpansion
from socialkapitel.cases.case import Case
from socialkapitel.cases.reports import CountTable, Entry, Report
from socialkapitel.cases.statistics import (
    FORMER_COUNTIES,
    MIN_CELL,
    OCCUPATIONS,
    SECTORS,
    Names,
    case_statistics,
    read_cases,
)
from socialkapitel.chapters.annual_tables import (
    FLEXJOBS,
    WAGE_SUBSIDIES,
    consultants_cases,
    scheme_tables,
    service_table,
)
from socialkapitel.chapters.catalogue import chapter as known_chapter
from socialkapitel.chapters.model import Chapter
from socialkapitel.chapters.outside_cases import (
    ConsultantActivity,
    Workplace,
    activity_entries,
    expansion_table,
    quota_entries,
)
from socialkapitel.errors import WrongType, check_kind
from socialkapitel.messages import Label, msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Period
from socialkapitel.roles import DUTIES, Trigger

_NOTE = Label(
    en="Schemes are those of the cases that ran on the period's last day; who is in two counts in"
    " both.",
    da="Ordninger er dem i sagerne, der løb på periodens sidste dag; den, der er i to, tæller i"
    " begge.",
)

T = TypeVar("T")


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
        """How many flexjobs ran on the last day; None where the number is hidden."""
        return _sum(self.table("schemes-by-area"), FLEXJOBS)

    @property
    def wage_subsidies(self) -> int | None:
        """How many jobs with wage subsidy ran on the last day; None where it is hidden."""
        return _sum(self.table("schemes-by-area"), WAGE_SUBSIDIES)


def annual_review(
    cases: Iterable[Case],
    period: Period,
    *,
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
    their quota of subsidised places; and what the consultants did. Only what the cases tell is
    counted: a job that is in no case is not. Small numbers are hidden as in
    `socialkapitel.case_statistics`. Sources: the framework agreement, and Region Midtjylland's
    chapter, 2.1 and 10.4.

    Args:
        cases: the cases, each once.
        period: the year; what happened after its last day doesn't count.
        chapter: a chapter or its id: its yearly duties are put down as what to discuss.
        workplaces: those whose quota on the last day is to be checked; None for not known.
        net_expansions: what `socialkapitel.net_expansion` found, one for each post; None for not
            known.
        activities: what the consultants did outside cases; None for not known.
        min_cell: the least number above 0 that is shown, from 1 to 1,000; with 1, all are.
        areas: ids and names of the areas.
        sectors: ids and names of the parts of the organisation.
        occupations: ids and names of the groups of staff.
        parameters: other legal figures than the packaged ones.

    Raises:
        WrongType: for anything else than these.
        InvalidInput: for a case that comes twice, or a number or names that are not accepted.
        UnknownName: for an unknown chapter.
        NotInForce: where the chapter, or the rule of the quota, isn't known to hold on the last
            day.

    >>> year = Period(date(2008, 1, 1), date(2008, 12, 31))
    >>> found = annual_review([], year, chapter="region-midtjylland-2008")
    >>> found.flexjobs, found.wage_subsidies, str(found.entry("quota-kept").value)
    (0, 0, 'not known')
    """
    check_kind(period, Period, "period")
    known = read_cases(cases)
    posts = _given(net_expansions, NetExpansion, "net_expansions")
    places = _given(workplaces, Workplace, "workplaces")
    done = _given(activities, ConsultantActivity, "activities")
    engaged = consultants_cases(known, period.end)
    consultants = case_statistics(
        engaged,
        period,
        min_cell=min_cell,
        areas=areas,
        sectors=sectors,
        occupations=occupations,
    )
    schemes = scheme_tables(known, period.end, areas, sectors, min_cell)
    expansion = () if posts is None else (expansion_table(posts, min_cell),)
    return AnnualReview(
        title=Label(en="The yearly discussion", da="Den årlige drøftelse"),
        period=period,
        min_cell=min_cell,
        tables=(*schemes, service_table(engaged, period, min_cell), *expansion),
        entries=(
            *_sums(schemes[0]),
            *quota_entries(places, period.end, parameters),
            *activity_entries(done, period),
            *_agenda(chapter, period.end),
        ),
        notes=(_NOTE,),
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


def _agenda(chapter: Chapter | str | None, day: date) -> tuple[Entry, ...]:
    """What is to be discussed yearly by a chapter that holds on a day."""
    if chapter is None:
        return ()
    found = known_chapter(chapter) if isinstance(chapter, str) else chapter
    check_kind(found, Chapter, "chapter").check(day)
    return tuple(
        Entry(id=duty.id, label=Label(en="To discuss", da="Til drøftelse"), value=duty.text)
        for duty in DUTIES
        if duty.trigger is Trigger.YEARLY and duty.id in found.duties
    )
