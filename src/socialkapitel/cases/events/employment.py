"""The employment: when it began and ended, its hours and pay, and days off work."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.schedule import Schedule
from socialkapitel.calculators.sickness_calendar import DaysGiven, DayStates, read_days
from socialkapitel.cases.events.base import Event, a, read_day, read_day_or_none, read_hourly_pay
from socialkapitel.cases.health import masked
from socialkapitel.cases.rights import ABSENCE, COURSE, PAY, Information
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg


def _read_days(value: DaysGiven) -> DayStates:
    days = masked(read_days, value)
    if not days:
        raise InvalidInput("days", HIDDEN, msg("at least one day or period with its state"))
    return days


@checked
@attrs.frozen(kw_only=True)
class EmploymentBegun(Event):
    """The employment began (ansættelse begyndt).

    Attributes:
        first_day: its first day, which may be long before the event's.
    """

    kind = "employment-begun"
    label: ClassVar[Label] = Label(en="the employment began", da="ansættelsen begyndte")

    first_day: date = attrs.field(converter=read_day, metadata=COURSE)


@checked
@attrs.frozen(kw_only=True)
class EmploymentEnded(Event):
    """The employment ended (ansættelse ophørt). Sick leaves and schemes end with it.

    Attributes:
        last_day: its last day.
    """

    kind = "employment-ended"
    label: ClassVar[Label] = Label(en="the employment ended", da="ansættelsen ophørte")

    last_day: date = attrs.field(converter=read_day, metadata=COURSE)


@brief
@checked
@attrs.frozen(kw_only=True)
class ScheduleAgreed(Event):
    """The hours to be worked were agreed, or a rota was made (arbejdstid aftalt).

    It applies until the next one. Absence and parts of a month are measured by it.

    Attributes:
        schedule: the hours by date, a `socialkapitel.Schedule`.
        from_day: the first day on which it applies; None for the event's day.
    """

    kind = "schedule-agreed"
    label: ClassVar[Label] = Label(en="a schedule was agreed", da="arbejdstiden blev aftalt")

    schedule: Schedule = attrs.field(validator=a(Schedule), metadata=PAY)
    from_day: date | None = attrs.field(default=None, converter=read_day_or_none, metadata=PAY)


@checked
@attrs.frozen(kw_only=True)
class PayChanged(Event):
    """The hourly pay during a sick leave was changed (løn ændret).

    Attributes:
        hourly_pay: kroner an hour from then on, before the labour-market contribution.
        from_day: the first day on which it applies; None for the event's day.
    """

    kind = "pay-changed"
    label: ClassVar[Label] = Label(en="the pay was changed", da="lønnen blev ændret")
    tells = Information.PAY

    hourly_pay: Decimal = attrs.field(converter=read_hourly_pay, metadata=PAY)
    from_day: date | None = attrs.field(default=None, converter=read_day_or_none, metadata=PAY)


@brief
@checked
@attrs.frozen(kw_only=True)
class DaysRegistered(Event):
    """Days of another kind than work were registered: holiday, days off, unpaid leave, fit days.

    A later registration replaces an earlier one for the same day (dage registreret).

    Attributes:
        days: the `socialkapitel.DayState` of days or of periods. Kept as a tuple of pairs in order
            of time.
    """

    kind = "days-registered"
    label: ClassVar[Label] = Label(
        en="days of holiday, days off, leave or another kind were registered",
        da="dage med ferie, fridage, orlov eller andet blev registreret",
    )
    tells = Information.ABSENCE

    days: DayStates = attrs.field(converter=_read_days, metadata=ABSENCE)
