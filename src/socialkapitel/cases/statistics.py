"""How many cases there were, divided in the ways of the yearly figures (statistik).

The rows are fixed before a case is counted, so that which rows there are tells nothing. What a
case has that is no row counts among the others, and what isn't stated counts as not stated.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

import attrs

from socialkapitel.cases.case import Case
from socialkapitel.cases.events import CaseClosed, CaseOutcome, Cause, Profile, Sex, ToldCause
from socialkapitel.cases.health import Identity
from socialkapitel.cases.reports import Report
from socialkapitel.cases.suppression import Counts, RawTable, publish
from socialkapitel.errors import HIDDEN, InvalidInput, WrongType, check_kind
from socialkapitel.messages import Label, Text, msg
from socialkapitel.periods import Period

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
    ("health-care-assistants", "Social and health care assistants", "SOSU-assistenter"),
    ("service-staff", "Service staff", "Servicemedarbejdere"),
    ("doctors", "Doctors", "Læger"),
    ("other-health-staff", "Other health staff", "Andre i sundhedsfag"),
    ("administrative-staff", "Administrative staff", "Administrative medarbejdere"),
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
    """What figures of a period see of a case: no event after the period counts."""

    opened_on: date
    outcome: CaseOutcome | None
    profile: Profile


@attrs.frozen(kw_only=True)
class Breakdown:
    """One way of dividing cases: its rows, and the row of each case (opdeling).

    ``telling`` says that the rows tell what colleagues don't see; ``by_total`` that they are not
    divided by area.
    """

    id: str
    label: Text
    rows: Mapping[str, Text]
    row_of: Callable[[Counted], str]
    telling: bool = False
    by_total: bool = False


def check_names(value: object, field: str) -> Names:
    """Let names of rows or columns through.

    Raises:
        WrongType: for anything but a mapping from ids to a `Label`.
        InvalidInput: where it is empty, or uses the ids of those that are not named.
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


def completed(names: Names) -> Names:
    """Names with the two that are always there."""
    others = {OTHER: Label(en="Other", da="Andet"), NOT_STATED: _NOT_STATED_LABEL}
    return MappingProxyType({**names, **others})


def place(told: Identity | None, names: Names) -> str:
    """The row or column of what is told: among the others where it isn't one of them.

    >>> [place(told, FORMER_COUNTIES) for told in (Identity("viborg"), Identity("fyn"), None)]
    ['viborg', 'other', 'not-stated']
    """
    if told is None:
        return NOT_STATED
    name = told.reveal(to="hr")
    return name if name in names else OTHER


def breakdowns(period: Period, sectors: Names, occupations: Names) -> tuple[Breakdown, ...]:
    """By what cases of a period are divided, in the order of the figures."""
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
            row_of=lambda case: place(case.profile.sector, sectors),
        ),
        Breakdown(
            id="occupation",
            label=Label(en="Occupation", da="Faggruppe"),
            rows=completed(occupations),
            row_of=lambda case: place(case.profile.occupation, occupations),
        ),
        Breakdown(
            id="cause",
            label=Label(en="Cause, as told", da="Oplyst årsag"),
            rows={**{cause.value: cause.label for cause in Cause}, **unstated},
            row_of=lambda case: _cause(case.profile.cause),
            telling=True,
            by_total=True,
        ),
        Breakdown(
            id="outcome",
            label=Label(en="Outcome", da="Udfald"),
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
    """Let a least number through.

    Raises:
        WrongType: for anything but a whole number.
        InvalidInput: for one that is not from 1 to 1,000.
    """
    accepted = msg("a whole number from 1 to {most}", most=_MOST_MIN_CELL)
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType("min_cell", value, accepted)
    if not 1 <= value <= _MOST_MIN_CELL:
        raise InvalidInput("min_cell", value, accepted)


def read_cases(value: object) -> tuple[Case, ...]:
    """Let cases through, each once.

    Raises:
        WrongType: for anything but cases.
        InvalidInput: for a case that comes twice, perhaps in two versions.
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


def count(
    places: Iterable[tuple[str, str]], rows: Iterable[str], columns: Iterable[str]
) -> tuple[tuple[int, ...], ...]:
    """How many are in each row and column, of which each place has one.

    >>> count([("b", "x"), ("b", "y"), ("b", "y")], "ab", "xy")
    ((0, 0), (1, 2))
    """
    found = Counter(places)
    names = tuple(columns)
    return tuple(tuple(found[row, column] for column in names) for row in rows)


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
    raw = [_raw(way, counted, columns) for way in ways]
    return CaseStatistics(
        title=Label(en="Cases", da="Sager"),
        period=period,
        min_cell=min_cell,
        tables=publish(raw, completed(columns), min_cell),
        notes=_NOTES,
    )


def _raw(way: Breakdown, counted: Sequence[Counted], columns: Names) -> RawTable:
    places = ((way.row_of(case), place(case.profile.area, columns)) for case in counted)
    numbers = count(places, way.rows, completed(columns))
    counts = Counts(numbers, by_total=way.by_total, telling=way.telling)
    return RawTable(id=way.id, label=way.label, rows=way.rows, counts=counts)


def _closing(case: Case, period: Period) -> CaseClosed | None:
    """What closed a case by the end of a period."""
    last = case.effective_events[-1]
    return last if isinstance(last, CaseClosed) and last.on <= period.end else None


def _open_in(case: Case, period: Period) -> bool:
    closed = _closing(case, period)
    return case.opening.on <= period.end and (closed is None or closed.on >= period.start)


def _counted(case: Case, period: Period) -> Counted:
    closed = _closing(case, period)
    outcome = None if closed is None else closed.outcome
    return Counted(case.opening.on, outcome, case.opening.profile or Profile())
