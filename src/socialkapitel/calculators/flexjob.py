"""A flexjob that began before 2013, and the changes of its terms (fleksjob)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.atp_classes import check_atp_class
from socialkapitel.calculators.inputs import read_weekly_hours
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import checked, raise_all
from socialkapitel.messages import msg
from socialkapitel.money import (
    Number,
    Pay,
    Share,
    read_kroner,
    read_kroner_or_none,
    read_pay,
    read_share,
)
from socialkapitel.periods import check_once, read_date, read_date_or_none
from socialkapitel.sources import FormerCitation, Rule, Source

FIRST_START = date(1998, 1, 1)
LAST_START = date(2012, 12, 31)
FIRST_CEILING = date(2006, 7, 5)
"""The first day on which a job could begin under a ceiling; reforms of the amount keep it."""

_SHARES = (Share("1/2"), Share("2/3"))


def law(paragraph: str, *, practice: bool = False) -> Source:
    """A paragraph on the refund, and how it was cited before."""
    former = (
        FormerCitation(date(2003, 6, 30), "lov om aktiv socialpolitik"),
        FormerCitation(date(2019, 12, 31), "LAB § 71"),
    )
    return Source(f"LAB § 133, {paragraph}", former=former, practice=practice)


START = Rule(
    "flexjob.start", msg("The job began before 2013"), law("stk. 1"), FIRST_START, LAST_START
)
REFUND = Rule("flexjob.refund", msg("Refund"), law("stk. 2"), FIRST_START)


def _read_granted_share(value: str | Fraction | Share, field: str = "") -> Share:
    share = read_share(value, field)
    if share not in _SHARES:
        raise InvalidInput(field, str(share), msg('"1/2" or "2/3"'))
    return share


def _read_new_share(value: str | Fraction | Share | None, field: str = "") -> Share | None:
    return None if value is None else _read_granted_share(value, field)


def _read_new_pay(value: Pay | None, field: str = "") -> Pay | None:
    return None if value is None else read_pay(value, field)


def _read_new_hours(value: Number | None) -> Decimal | None:
    return None if value is None else read_weekly_hours(value)


@checked
@attrs.frozen(kw_only=True)
class FlexjobChange:
    """New terms of a flexjob from a day on; what is None stays as it was (ændrede vilkår).

    Attributes:
        from_day: the first day of the new terms.
        share: another share, as granted.
        starting_pay: another lowest agreed pay, by the month or the hour as before.
        weekly_hours: other weekly hours.
        other_contributions: other contributions of the employer a month.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted, or where
            nothing changes.
    """

    from_day: date = attrs.field(converter=read_date)
    share: Share | None = attrs.field(default=None, converter=_read_new_share)
    starting_pay: Pay | None = attrs.field(default=None, converter=_read_new_pay)
    weekly_hours: Decimal | None = attrs.field(default=None, converter=_read_new_hours)
    other_contributions: Decimal | None = attrs.field(default=None, converter=read_kroner_or_none)

    def __attrs_post_init__(self) -> None:
        if not self.terms:
            accepted = msg("a share, pay, weekly hours or contributions that hold from that day")
            raise InvalidInput("from_day", self.from_day, accepted)

    @property
    def terms(self) -> dict[str, object]:
        """The terms that change, by name."""
        names = ("share", "starting_pay", "weekly_hours", "other_contributions")
        given = {name: getattr(self, name) for name in names}
        return {name: value for name, value in given.items() if value is not None}


def _read_changes(value: tuple[FlexjobChange, ...]) -> tuple[FlexjobChange, ...]:
    if not isinstance(value, (tuple, list)):
        raise WrongType("changes", value, msg("a tuple of changes to the flexjob (FlexjobChange)"))
    changes = sorted(
        (check_kind(change, FlexjobChange, "changes") for change in value),
        key=lambda change: change.from_day,
    )
    check_once([change.from_day for change in changes], "changes")
    return tuple(changes)


@brief
@checked
@attrs.frozen(kw_only=True)
class Flexjob:
    """A flexjob in which the person began between 1998 and 2012 (fleksjob).

    The day on which the job began decides: one that began in 2013 or later gives the employer no
    refund, whenever it was granted.

    Attributes:
        granted_on: day of the municipality's grant; needed only where ``started_on`` isn't known,
            and then used in its place, with a caveat.
        started_on: the job's first day.
        ended_on: its last day; None while it continues.
        share: ``"1/2"`` or ``"2/3"``, as granted.
        starting_pay: the lowest agreed pay of the area (mindste overenskomstmæssige løn,
            begyndelsesløn), or the usual pay for such work where that is lower, as `Pay.monthly`
            for a full-time month or `Pay.hourly`.
        weekly_hours: the job's hours, above 0, at most 37.
        atp_class: ``"A"`` to ``"F"`` by the collective agreement; None where the refund includes no
            ATP.
        other_contributions: the employer's other contributions, such as pension up to the minimum
            rate, in kroner a month; ``"0"`` where there are none.
        changes: terms that were changed later, each from its day on; see `change`.
        first_day: ``started_on``, or ``granted_on`` where that is all that is known.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    granted_on: date | None = attrs.field(default=None, converter=read_date_or_none)
    started_on: date | None = attrs.field(default=None, converter=read_date_or_none)
    ended_on: date | None = attrs.field(default=None, converter=read_date_or_none)
    share: Share = attrs.field(converter=_read_granted_share)
    starting_pay: Pay = attrs.field(converter=read_pay)
    weekly_hours: Decimal = attrs.field(converter=read_weekly_hours)
    atp_class: str | None = attrs.field(converter=check_atp_class)
    other_contributions: Decimal = attrs.field(converter=read_kroner)
    changes: tuple[FlexjobChange, ...] = attrs.field(default=(), converter=_read_changes)
    first_day: date = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        first = self.started_on or self.granted_on
        if first is None:
            raise InvalidInput(
                "started_on",
                None,
                msg("the day on which the job began, or else the day of the grant"),
            )
        object.__setattr__(self, "first_day", first)
        raise_all(self._faults())

    def _faults(self) -> Iterator[InvalidInput]:
        first, granted = self.first_day, self.granted_on
        if granted is not None and first < granted:
            accepted = msg(
                "a day on or after the day of the grant, {granted_on}", granted_on=granted
            )
            yield InvalidInput("started_on", first, accepted)
        if self.ended_on is not None and self.ended_on < first:
            accepted = msg("a day on or after the job's first, {day}", day=first)
            yield InvalidInput("ended_on", self.ended_on, accepted)
        for change in self.changes:
            if change.from_day <= first:
                accepted = msg("a day after the job's first, {day}", day=first)
                yield InvalidInput("changes", change.from_day, accepted)
            pay = change.starting_pay
            if pay is not None and pay.per is not self.starting_pay.per:
                accepted = msg("pay by the month or by the hour, as in the rest of the job")
                yield InvalidInput("changes", pay, accepted)

    def change(
        self,
        from_day: date | str,
        *,
        share: str | Fraction | Share | None = None,
        starting_pay: Pay | None = None,
        weekly_hours: Number | None = None,
        other_contributions: Number | None = None,
    ) -> Flexjob:
        """The same job with new terms from a day on; what isn't given stays as it was.

        Raises:
            InvalidInput: for a day not after the job's first, or one that has new terms already.

        >>> job = Flexjob(
        ...     started_on=date(2008, 3, 1),
        ...     share="2/3",
        ...     starting_pay=Pay.monthly("25000"),
        ...     weekly_hours="37",
        ...     atp_class="A",
        ...     other_contributions="0",
        ... )
        >>> fewer = job.change(date(2024, 5, 16), weekly_hours="30")
        >>> fewer.on(date(2024, 5, 15)).weekly_hours, fewer.on(date(2024, 5, 16)).weekly_hours
        (Decimal('37.00'), Decimal('30.00'))
        """
        new = FlexjobChange(
            from_day=read_date(from_day, "from_day"),
            share=share,
            starting_pay=starting_pay,
            weekly_hours=weekly_hours,
            other_contributions=other_contributions,
        )
        return attrs.evolve(self, changes=(*self.changes, new))

    def on(self, day: date | str) -> Flexjob:
        """The job with the terms of a day, without changes."""
        day = read_date(day, "day")
        terms: dict[str, Any] = {}
        for change in self.changes:
            if change.from_day <= day:
                terms |= change.terms
        return attrs.evolve(self, changes=(), **terms)
