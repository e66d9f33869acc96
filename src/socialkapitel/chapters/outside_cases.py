"""What the yearly figures take from outside the cases: workplaces, posts, consultants' work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from socialkapitel.calculators.inputs import read_heads
from socialkapitel.calculators.net_expansion import NetExpansion
from socialkapitel.calculators.subsidised_places import subsidised_places
from socialkapitel.cases.reports import CountTable, Entry
from socialkapitel.cases.suppression import Counts, RawTable, publish
from socialkapitel.errors import UnknownName
from socialkapitel.explanation import Outcome
from socialkapitel.messages import Label, Text, msg
from socialkapitel.money import Number
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Period, check_date
from socialkapitel.roles import SERVICES, Setting

NOT_KNOWN = Label(en="not known", da="vides ikke")
"""What stands where the caller gave nothing to count: never zero."""

_ACTIVITIES = {one.id: one for one in SERVICES if one.setting is not Setting.CASE}
_EXPANSION = Label(en="Posts with wage subsidy", da="Stillinger med løntilskud")
_NOT_REQUIRED = "not_required"
_EXPANSIONS: dict[str, Text] = {
    Outcome.FULFILLED.value: Label(en="Expand the staff", da="Udvider bemandingen"),
    Outcome.NOT_FULFILLED.value: Label(en="Don't expand the staff", da="Udvider ikke bemandingen"),
    Outcome.UNRESOLVED.value: NOT_KNOWN,
    _NOT_REQUIRED: Label(en="Need not expand it", da="Behøver ikke udvide den"),
}


def _read_employees(value: Number) -> int:
    return read_heads(value, "ordinary_employees")


def _read_subsidised(value: Number | None) -> int | None:
    return None if value is None else read_heads(value, "subsidised")


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

    ordinary_employees: int = attrs.field(converter=_read_employees)
    subsidised: int | None = attrs.field(converter=_read_subsidised)


def _an_activity(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str) or value not in _ACTIVITIES:
        raise UnknownName(msg("activity"), value, _ACTIVITIES)


def _read_day(value: date) -> date:
    return check_date(value, "on")


@attrs.frozen(kw_only=True)
class ConsultantActivity:
    """Something that the consultants did outside single cases, such as a course (aktivitet).

    Attributes:
        service: the id of one of `socialkapitel.roles.SERVICES` that is general or teaching.
        on: the day, or the first of several.

    Raises:
        UnknownName: for a service that is none, or is given in cases.
        InvalidInput: for a day that is none.

    >>> ConsultantActivity(service="courses", on=date(2007, 9, 4)).service
    'courses'
    """

    service: str = attrs.field(validator=_an_activity)
    on: date = attrs.field(converter=_read_day)


def quota_entries(
    workplaces: Iterable[Workplace] | None, day: date, parameters: ParameterSet | None
) -> tuple[Entry, ...]:
    """How many places there are, and how many workplaces keep within theirs.

    Raises:
        NotInForce: for a day on which the rule isn't known to hold.
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
        "quota-places": Label(en="Subsidised places in the quota", da="Støttede pladser i kvoten"),
        "quota-kept": Label(
            en="Workplaces within their quota", da="Arbejdspladser inden for deres kvote"
        ),
        "quota-exceeded": Label(
            en="Workplaces beyond their quota", da="Arbejdspladser over deres kvote"
        ),
        "quota-unknown": Label(
            en="Workplaces whose use of the quota isn't known",
            da="Arbejdspladser, hvis brug af kvoten ikke kendes",
        ),
    }
    counts["quota-places"] = places
    return tuple(
        Entry(id=name, label=label, value=NOT_KNOWN if workplaces is None else counts[name])
        for name, label in labels.items()
    )


def activity_entries(
    activities: Iterable[ConsultantActivity] | None, period: Period
) -> tuple[Entry, ...]:
    """How often the consultants did each thing in a period."""
    counts = Counter(one.service for one in activities or () if one.on in period)
    return tuple(
        Entry(id=name, label=one.label, value=NOT_KNOWN if activities is None else counts[name])
        for name, one in _ACTIVITIES.items()
    )


def expansion_table(found: Iterable[NetExpansion], min_cell: int) -> CountTable:
    """How many posts with wage subsidy expand the staff."""
    counts = Counter(one.outcome.value if one.required else _NOT_REQUIRED for one in found)
    rows = tuple((counts[row],) for row in _EXPANSIONS)
    draft = RawTable(
        id="net-expansion",
        label=_EXPANSION,
        rows=_EXPANSIONS,
        counts=Counts(rows, by_total=True),
    )
    return publish([draft], {}, min_cell)[0]
