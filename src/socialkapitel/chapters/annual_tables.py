"""The tables of the yearly figures: which schemes run, and what consultants do in cases."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialkapitel.cases.case import Case
from socialkapitel.cases.events import ConsultantEngaged, Profile
from socialkapitel.cases.jobs import runs
from socialkapitel.cases.reports import CountTable
from socialkapitel.cases.statistics import Names, completed, count, place
from socialkapitel.cases.suppression import Counts, RawTable, publish
from socialkapitel.messages import Label
from socialkapitel.periods import Period
from socialkapitel.roles import SERVICES, Setting
from socialkapitel.schemes import SCHEME_NAMES

FLEXJOBS = ("flexjob", "flexjob-since-2013")
"""The schemes that are flexjobs."""

WAGE_SUBSIDIES = ("wage-subsidy-unemployed", "rehabilitation", "disability-pension-job")
"""The schemes in which the employer gets a wage subsidy."""

_SCHEMES = (
    *FLEXJOBS,
    *WAGE_SUBSIDIES,
    "apprentice-rehabilitation",
    "special-terms",
    "work-placement",
)
_SERVICES = {one.id: one.label for one in SERVICES if one.setting is Setting.CASE}
_BY_AREA = Label(en="Schemes by area", da="Ordninger efter område")
_BY_SECTOR = Label(en="Schemes by sector", da="Ordninger efter sektor")
_CONSULTANT = "social-chapter-consultant"


def scheme_tables(
    cases: Sequence[Case], day: date, areas: Names, sectors: Names, min_cell: int
) -> tuple[CountTable, ...]:
    """The schemes on special terms that run on a day, by area and by sector.

    Both tables have the same sums, so they are hidden together.
    """
    running = [(case.opening.profile or Profile(), one) for case in cases for one in _on(case, day)]
    by_area = [(place(profile.area, areas), one) for profile, one in running]
    by_sector = [(place(profile.sector, sectors), one) for profile, one in running]
    drafts = [
        RawTable(
            id=name,
            label=label,
            rows=completed(rows),
            counts=Counts(count(places, completed(rows), _SCHEMES)),
        )
        for name, label, rows, places in (
            ("schemes-by-area", _BY_AREA, areas, by_area),
            ("schemes-by-sector", _BY_SECTOR, sectors, by_sector),
        )
    ]
    columns = {scheme: SCHEME_NAMES[scheme] for scheme in _SCHEMES}
    return tuple(table.transposed for table in publish(drafts, columns, min_cell))


def consultants_cases(cases: Sequence[Case], day: date) -> list[Case]:
    """The cases in which a social-chapter consultant was engaged by a day."""
    return [case for case in cases if _engagements(case, day)]


def service_table(cases: Sequence[Case], period: Period, min_cell: int) -> CountTable:
    """How many cases consultants were engaged in for each service, in a period."""
    given = [
        (service, "")
        for case in cases
        for service in {
            service
            for engaged in _engagements(case, period.end)
            if engaged.on >= period.start
            for service in engaged.services
        }
    ]
    draft = RawTable(
        id="services",
        label=Label(en="What consultants were engaged for", da="Hvad konsulenter blev inddraget i"),
        rows=_SERVICES,
        counts=Counts(count(given, _SERVICES, [""]), by_total=True),
    )
    return publish([draft], {}, min_cell)[0]


def _on(case: Case, day: date) -> set[str]:
    """The counted schemes that run on a day, as far as known by then."""
    known = [event for event in case.events if event.on <= day]
    return {
        run.scheme
        for run in runs(known)
        if run.scheme in _SCHEMES and (run.last_day is None or run.last_day >= day)
    }


def _engagements(case: Case, day: date) -> list[ConsultantEngaged]:
    return [
        event
        for event in case.events
        if isinstance(event, ConsultantEngaged)
        and event.consultant == _CONSULTANT
        and event.on <= day
    ]
