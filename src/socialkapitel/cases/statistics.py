"""The number of cases, with the breakdowns of the yearly figures (statistik).

The rows are fixed before a case is counted, so that they reveal nothing. A value without a row of
its own counts among the others, and what isn't stated counts as not stated.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeAlias, TypeVar
from uuid import UUID

import attrs

from socialkapitel.brief import brief
from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseClosed, CaseOutcome, Cause, Profile, Sex, ToldCause
from socialkapitel.cases.health import Identity
from socialkapitel.cases.reports import CountTable, Report
from socialkapitel.cases.suppression import Counts, Earlier, RawTable, publish
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.messages import Label, Text, msg
from socialkapitel.periods import Period, Quarter, read_period, read_quarter

R = TypeVar("R", bound=Report)
Names: TypeAlias = Mapping[str, Label]

OTHER = "other"
NOT_STATED = "not-stated"
ONGOING = "ongoing"
_NOT_STATED_LABEL = Label(en="Not stated", da="Uoplyst")


def _named(*names: tuple[str, str, str]) -> Names:
    return MappingProxyType({id_: Label(en=en, da=da) for id_, en, da in names})


FORMER_COUNTIES = _named(
    ("aarhus", "Århus", "Århus"),
    ("ringkoebing", "Ringkjøbing", "Ringkjøbing"),
    ("vejle", "Vejle", "Vejle"),
    ("viborg", "Viborg", "Viborg"),
)
"""The four counties that became Region Midtjylland in 2007: the columns of its figures."""

SECTORS = _named(
    ("hospitals", "Hospitals", "Hospitaler"),
    ("social-and-psychiatry", "Social services and psychiatry", "Social og psykiatri"),
    ("administration", "Administration and staff units", "Administration og stabe"),
)
"""The parts of Region Midtjylland by which its figures divide cases."""

OCCUPATIONS = _named(
    ("nurses", "Nurses", "Sygeplejersker"),
    (
        "health-care-assistants",
        "Social and health care assistants",
        "Social- og sundhedsassistenter",
    ),
    ("service-staff", "Service staff", "Servicemedarbejdere"),
    ("doctors", "Doctors", "Læger"),
    ("other-health-staff", "Other health staff", "Andet sundhedsfagligt personale"),
    ("administrative-staff", "Administrative staff", "Administrationsmedarbejdere"),
    ("pedagogues", "Pedagogues", "Pædagoger"),
)
"""The groups of staff by which Region Midtjylland's figures divide cases."""

_BANDS = _named(
    ("through-30", "30 or younger", "Til og med 30 år"),
    ("31-40", "31–40", "31–40 år"),
    ("41-50", "41–50", "41–50 år"),
    ("51-60", "51–60", "51–60 år"),
    ("from-61", "61 or older", "Fra og med 61 år"),
)
_LAST_AGES = (30, 40, 50, 60)


@attrs.frozen
class Counted:
    """A case as the figures of a period count it: without events after the period."""

    opened_on: date
    outcome: CaseOutcome | None
    profile: Profile


@attrs.frozen(kw_only=True)
class Breakdown:
    """One way of dividing cases: its rows, and the row of each case (opdeling).

    ``telling`` says that the rows reveal what colleagues don't see; ``by_total`` that they are not
    divided by area.
    """

    id: str
    label: Text
    rows: Mapping[str, Text]
    row_of: Callable[[Counted], str]
    telling: bool = False
    by_total: bool = False


def read_headings(value: object, field: str) -> Names:
    """Return names of rows or columns.

    Raises:
        WrongType: for anything but a mapping from ids to a `Label`.
        InvalidInput: where it is empty, or uses the ids of the two rows that are added.
    """
    accepted = msg("a mapping from ids to a Label")
    if not isinstance(value, Mapping):
        raise WrongType(field, value, accepted)
    for name, label in value.items():
        if not isinstance(name, str) or not isinstance(label, Label):
            raise WrongType(field, name, accepted)
    if not value or OTHER in value or NOT_STATED in value:
        names = f"{OTHER}, {NOT_STATED}"
        raise InvalidInput(
            field, list(value), msg("at least one id; not {names}, which are added", names=names)
        )
    return MappingProxyType(dict(value))


def completed(names: Mapping[str, Text]) -> Mapping[str, Text]:
    """Names with the two that are always added."""
    others = {OTHER: Label(en="Other", da="Andet"), NOT_STATED: _NOT_STATED_LABEL}
    return MappingProxyType({**names, **others})


def place_of(told: Identity | None, names: Container[str]) -> str:
    """The row or column of a stated value: that of the others where it has none.

    >>> [place_of(told, FORMER_COUNTIES) for told in (Identity("viborg"), Identity("fyn"), None)]
    ['viborg', 'other', 'not-stated']
    """
    if told is None:
        return NOT_STATED
    name = told.reveal(to="hr")
    return name if name in names else OTHER


def breakdowns(
    period: Period, sectors: Mapping[str, Text], occupations: Mapping[str, Text]
) -> tuple[Breakdown, ...]:
    """The breakdowns of the cases of a period, in the order of the figures."""
    unstated = {NOT_STATED: _NOT_STATED_LABEL}
    return (
        Breakdown(
            id="opened",
            label=Label(en="Opened", da="Oprettet"),
            rows=_named(
                ("before", "Before the period", "Før perioden"),
                ("within", "Within the period", "I perioden"),
            ),
            row_of=lambda case: "before" if case.opened_on < period.start else "within",
        ),
        Breakdown(
            id="age",
            label=Label(en="Age", da="Alder"),
            rows={**_BANDS, **unstated},
            row_of=lambda case: _band(case.profile.birth_year, period.end.year),
        ),
        Breakdown(
            id="sex",
            label=Label(en="Sex", da="Køn"),
            rows={**{sex.value: sex.label for sex in Sex}, **unstated},
            row_of=lambda case: case.profile.sex.value if case.profile.sex else NOT_STATED,
        ),
        Breakdown(
            id="sector",
            label=Label(en="Sector", da="Sektor"),
            rows=completed(sectors),
            row_of=lambda case: place_of(case.profile.sector, sectors),
        ),
        Breakdown(
            id="occupation",
            label=Label(en="Occupation", da="Faggruppe"),
            rows=completed(occupations),
            row_of=lambda case: place_of(case.profile.occupation, occupations),
        ),
        Breakdown(
            id="cause",
            label=Label(en="Cause, as stated", da="Oplyst årsag"),
            rows={**{cause.value: cause.label for cause in Cause}, **unstated},
            row_of=lambda case: _cause(case.profile.cause),
            telling=True,
            by_total=True,
        ),
        Breakdown(
            id="outcome",
            label=Label(en="How the case ended", da="Afslutning"),
            rows={
                **{outcome.value: outcome.label for outcome in CaseOutcome},
                ONGOING: Label(en="not closed", da="ikke afsluttet"),
            },
            row_of=lambda case: case.outcome.value if case.outcome else ONGOING,
            telling=True,
        ),
    )


def _band(birth_year: int | None, year: int) -> str:
    """The band of the age that somebody reaches in a year."""
    if birth_year is None:
        return NOT_STATED
    age = year - birth_year
    return tuple(_BANDS)[sum(age > last for last in _LAST_AGES)]


def _cause(told: ToldCause | None) -> str:
    return NOT_STATED if told is None else told.reveal(to="social-chapter-consultant")


MIN_CELL = 5
"""The least number above 0 that is shown unless the caller says otherwise."""

_MOST_MIN_CELL = 1000


def check_min_cell(value: object) -> None:
    """Check a least number.

    Raises:
        WrongType: for anything but a whole number.
        InvalidInput: for one that is neither 1 nor from 3 to 1,000. With 2, every hidden number
            would be 1.
    """
    accepted = msg("1, or a whole number from 3 to {most}", most=_MOST_MIN_CELL)
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("min_cell", value, accepted)
    if value != 1 and not 3 <= value <= _MOST_MIN_CELL:
        raise InvalidInput("min_cell", value, accepted)


def read_cases(value: object) -> tuple[Case, ...]:
    """Return cases, each once.

    Raises:
        WrongType: for anything but cases.
        InvalidInput: for a case that occurs twice, perhaps in two versions.
    """
    accepted = msg("cases, each once")
    if not isinstance(value, Iterable):
        raise WrongType("cases", HIDDEN, accepted)
    cases = tuple(value)
    if not all(isinstance(case, Case) for case in cases):
        raise WrongType("cases", HIDDEN, accepted)
    if len({case.opening.id for case in cases}) < len(cases):
        raise InvalidInput("cases", HIDDEN, accepted)
    return cases


def read_reported_days(value: Period | Quarter | str) -> Period:
    """Return a period, or a quarter as its days.

    Raises:
        WrongType: for anything else.
        InvalidInput: for another text.
    """
    if isinstance(value, str) and "/" not in value:
        value = read_quarter(value, "period")
    if isinstance(value, Quarter):
        return Period(value.first_day, value.last_day)
    return read_period(value, "period")


def read_published(value: object, kind: type[R]) -> tuple[R, ...]:
    """Return earlier reports: one, or several.

    Raises:
        WrongType: for anything but reports of that kind.
        InvalidInput: for one with a table that lacks numbers of a row or a column.
    """
    reports = (value,) if isinstance(value, kind) else value
    if not isinstance(reports, Iterable):
        raise WrongType("published", value, msg("a {kind}, or several", kind=kind.__name__))
    known = tuple(check_kind(report, kind, "published") for report in reports)
    for table in (table for report in known for table in report.tables):
        height, width = len(table.rows), len(table.columns)
        lengths = (len(table.cells), len(table.row_totals), len(table.column_totals))
        if lengths != (height, height, width) or any(len(row) != width for row in table.cells):
            accepted = msg("tables with a number for each row and column")
            raise InvalidInput("published", table.id, accepted).showing(table.id)
    return known


def shows(table: CountTable) -> bool:
    """Whether a table shows anything; where its total is hidden, all of it is."""
    return table.total is not None


def memory(published: Iterable[Report]) -> tuple[Text, ...]:
    """A note on each earlier report because of which numbers are hidden."""
    return tuple(
        msg(
            "A number is also hidden where, together with the report on {period}, it would reveal"
            " a few who have come or left.",
            period=report.period,
        )
        for report in published
    )


_NOTES = (
    Label(
        en="Cases open on at least one day of the period are counted; a person with two cases is"
        " counted twice.",
        da="Opgørelsen omfatter sager, der var åbne på mindst én dag i perioden. En person med to"
        " sager tæller to gange.",
    ),
    Label(
        en="Age is the age reached in the year in which the period ends.",
        da="Alderen er den alder, personen opnår i det år, perioden slutter i.",
    ),
    Label(
        en="The cause is as stated by the persons themselves.",
        da="Årsagen er oplyst af personerne selv.",
    ),
)


@brief
@attrs.frozen(kw_only=True)
class CaseStatistics(Report):
    """The cases of a period in tables (statistik over sager).

    ``tables`` has ``opened``, ``age``, ``sex``, ``sector``, ``occupation`` and ``outcome`` by area,
    and ``cause`` by all areas. Numbers that may not be shown are not in them.
    """


def case_statistics(
    cases: Iterable[Case],
    period: Period | Quarter | str,
    *,
    published: CaseStatistics | Iterable[CaseStatistics] = (),
    min_cell: int = MIN_CELL,
    areas: Names = FORMER_COUNTIES,
    sectors: Names = SECTORS,
    occupations: Names = OCCUPATIONS,
) -> CaseStatistics:
    """The cases that were open in a period, by area and by who the persons are (sagsstatistik).

    The tables have the shape of annex 2 of Region Midtjylland's chapter: areas as columns, and as
    rows when the case was opened, age, sex, sector, occupation and outcome; the cause, as stated by
    the person, is for all areas together. What isn't stated counts as not stated. For the
    consultants' figures, give the cases in which they were engaged.

    Numbers from 1 to below ``min_cell`` are hidden, together with as many others, zeros among them,
    as it takes that no such number can be worked out, even by somebody who knows how the hidden
    numbers are chosen: at least two values fit all that is shown. Where all people of an area have
    the same cause or outcome, that is hidden, too, as it would reveal it of each of them. With
    fewer people than ``min_cell`` in all, everything is hidden.

    Several reports together reveal more than each alone. Give every report of the same people that
    others have or will keep as ``published``, for whatever period: then a number is also hidden
    where fewer than ``min_cell`` cases have entered or left it since one of them, or since several
    of them together. What the reader knows from elsewhere is not taken into account.

    Args:
        cases: the cases, each once; those counted in ``published`` too, as long as they are kept.
        period: the days, or a quarter; what happened after its last day doesn't count.
        published: the earlier reports; read back from `socialkapitel.wire` if they were stored.
        min_cell: the least number above 0 that is shown, from 3 to 1,000; with 1, all are.
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
    days = read_reported_days(period)
    earlier = read_published(published, CaseStatistics)
    check_min_cell(min_cell)
    columns = read_headings(areas, "areas")
    ways = breakdowns(
        days, read_headings(sectors, "sectors"), read_headings(occupations, "occupations")
    )
    known = read_cases(cases)
    counted = _counted(known, days)
    before = [_EarlierReport.of(report, known) for report in earlier if shows(report.table("sex"))]
    return CaseStatistics(
        title=Label(en="Cases", da="Sager"),
        period=days,
        min_cell=min_cell,
        tables=publish(
            [_raw(way, counted, columns, before) for way in ways], completed(columns), min_cell
        ),
        notes=(*_NOTES, *memory(earlier)),
    )


@attrs.frozen
class _EarlierReport:
    """An earlier report, and the cases that it counted, each as counted then."""

    report: CaseStatistics
    counted: Mapping[UUID, Counted]
    ways: Mapping[str, Breakdown]

    @classmethod
    def of(cls, report: CaseStatistics, cases: Iterable[Case]) -> _EarlierReport:
        ways = breakdowns(report.period, _rows(report, "sector"), _rows(report, "occupation"))
        return cls(report, _counted(cases, report.period), {way.id: way for way in ways})

    def earlier(self, name: str) -> Earlier:
        """The place of each case in one of the tables."""
        areas = [column.id for column in self.report.table("sex").columns]
        return Earlier(_places(self.ways[name], self.counted, areas), self.report.table(name))


def _rows(report: Report, name: str) -> Mapping[str, Text]:
    return {row.id: row.label for row in report.table(name).rows}


def _raw(
    way: Breakdown,
    counted: Mapping[UUID, Counted],
    columns: Names,
    before: Iterable[_EarlierReport],
) -> RawTable:
    counts = Counts.of_places(
        _places(way, counted, columns),
        way.rows,
        completed(columns),
        [one.earlier(way.id) for one in before],
        by_total=way.by_total,
        telling=way.telling,
    )
    return RawTable(id=way.id, label=way.label, rows=way.rows, counts=counts)


def _places(
    way: Breakdown, counted: Mapping[UUID, Counted], areas: Container[str]
) -> dict[UUID, tuple[str, str]]:
    return {
        id_: (way.row_of(case), place_of(case.profile.area, areas)) for id_, case in counted.items()
    }


def _closing(case: Case, period: Period) -> CaseClosed | None:
    """What closed a case by the end of a period."""
    last = case.effective_events[-1]
    return last if isinstance(last, CaseClosed) and last.on <= period.end else None


def _counted(cases: Iterable[Case], period: Period) -> dict[UUID, Counted]:
    """The cases that were open on a day of a period, as of its last day."""
    found = {}
    for case in cases:
        opening, closed = case.opening, _closing(case, period)
        if opening.on <= period.end and (closed is None or closed.on >= period.start):
            outcome = None if closed is None else closed.outcome
            found[opening.id] = Counted(opening.on, outcome, opening.profile or Profile())
    return found
