"""How many cases there were, divided in the ways of the yearly figures (statistik)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from socialkapitel.cases.breakdowns import (
    FORMER_COUNTIES,
    OCCUPATIONS,
    SECTORS,
    Breakdown,
    Counted,
    Names,
    breakdowns,
    check_names,
    completed,
    place,
)
from socialkapitel.cases.case import Case
from socialkapitel.cases.counting import MIN_CELL, check_min_cell, count, read_cases
from socialkapitel.cases.events import CaseClosed, Profile
from socialkapitel.cases.report import Report
from socialkapitel.cases.suppression import Counts
from socialkapitel.cases.tables import Draft, publish
from socialkapitel.errors import check_kind
from socialkapitel.messages import Label
from socialkapitel.periods import Period

_NOTES = (
    Label(
        en="Counted are cases that were open on a day of the period; somebody with two cases"
        " counts twice.",
        da="Talt er sager, der var åbne på en dag i perioden; den, der har to sager, tæller to"
        " gange.",
    ),
    Label(
        en="Age is what a person reaches in the year in which the period ends.",
        da="Alder er den, en person opnår i det år, hvor perioden slutter.",
    ),
    Label(
        en="The cause is what the persons themselves gave.",
        da="Årsagen er den, personerne selv har givet.",
    ),
)


@attrs.frozen(kw_only=True)
class CaseStatistics(Report):
    """The cases of a period in tables (statistik over sager).

    ``tables`` has ``opened``, ``age``, ``sex``, ``sector``, ``occupation`` and ``outcome`` by area,
    and ``cause`` by all areas. What may not be shown is not in it.
    """


def case_statistics(
    cases: Iterable[Case],
    period: Period,
    *,
    min_cell: int = MIN_CELL,
    areas: Names = FORMER_COUNTIES,
    sectors: Names = SECTORS,
    occupations: Names = OCCUPATIONS,
) -> CaseStatistics:
    """The cases that were open in a period, by area and by who the persons are (sagsstatistik).

    The tables have the shape of annex 2 of Region Midtjylland's chapter: areas as columns, and as
    rows when the case was opened, age, sex, sector, occupation and outcome; the cause, as the
    person told it, is by all areas only. What isn't stated counts as not stated. For the
    consultants' figures, give the cases in which they were engaged.

    A number from 1 to below ``min_cell`` is hidden, and so many others that no hidden number can be
    worked out from those shown: each could be another. Zeros are shown, except where they would
    help to work out a hidden number, and where all people of an area have one and the same cause
    or outcome, which would tell it of each of them. With fewer people than ``min_cell`` in all,
    everything is hidden. Two reports whose periods, cases or rows differ a little may together
    tell more than each alone: publish one of them.

    Args:
        cases: the cases, each once.
        period: the days; what happened after its last day doesn't count.
        min_cell: the least number above 0 that is shown, from 1 to 1,000; with 1, all are.
        areas: ids and names of the columns.
        sectors: ids and names of the parts of the organisation.
        occupations: ids and names of the groups of staff.

    Raises:
        WrongType: for anything but cases, a period, a whole number and mappings to `Label`.
        InvalidInput: for a case that comes twice, or a number or names that are not accepted.

    >>> from datetime import date
    >>> from uuid import UUID
    >>> from socialkapitel.cases import events
    >>> cases = [
    ...     Case.open(
    ...         events.CaseOpened(
    ...             id=UUID(int=number),
    ...             on=date(2007, 2, 1),
    ...             role="nearest-manager",
    ...             purpose=events.Purpose.RETENTION,
    ...             profile=Profile(area="viborg", sex=events.Sex.WOMAN),
    ...         )
    ...     )
    ...     for number in range(1, 8)
    ... ]
    >>> found = case_statistics(cases, Period(date(2007, 1, 1), date(2007, 10, 31)))
    >>> found.table("sex").row("woman")
    (0, 0, 0, 7, 0, 0, 7)
    """
    check_kind(period, Period, "period")
    check_min_cell(min_cell)
    columns = check_names(areas, "areas")
    ways = breakdowns(
        period, check_names(sectors, "sectors"), check_names(occupations, "occupations")
    )
    counted = [_counted(case, period) for case in read_cases(cases) if _open_in(case, period)]
    drafts = [_draft(way, counted, columns) for way in ways]
    return CaseStatistics(
        title=Label(en="Cases", da="Sager"),
        period=period,
        min_cell=min_cell,
        tables=publish(drafts, completed(columns), min_cell),
        notes=_NOTES,
    )


def _draft(way: Breakdown, counted: Sequence[Counted], columns: Names) -> Draft:
    places = ((way.row_of(case), place(case.profile.area, columns)) for case in counted)
    numbers = count(places, way.rows, completed(columns))
    counts = Counts(numbers, by_total=way.by_total, telling=way.telling)
    return Draft(id=way.id, label=way.label, rows=way.rows, counts=counts)


def _closing(case: Case, period: Period) -> CaseClosed | None:
    """What closed a case by the end of a period."""
    last = case.events[-1]
    return last if isinstance(last, CaseClosed) and last.on <= period.end else None


def _open_in(case: Case, period: Period) -> bool:
    closed = _closing(case, period)
    return case.opening.on <= period.end and (closed is None or closed.on >= period.start)


def _counted(case: Case, period: Period) -> Counted:
    closed = _closing(case, period)
    outcome = None if closed is None else closed.outcome
    return Counted(case.opening.on, outcome, case.opening.profile or Profile())
