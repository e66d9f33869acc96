"""What may have been different where another refund was paid for a flexjob."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs

from socialkapitel.calculators.atp_classes import ATP_CLASSES, RATES
from socialkapitel.calculators.changes import (
    LIKELY,
    RARE,
    Asked,
    Change,
    Reconcilable,
    answering_as,
    roundings,
    working_out,
)
from socialkapitel.calculators.flexjob import FIRST_CEILING, law
from socialkapitel.calculators.flexjob_month import FlexjobMonth
from socialkapitel.calculators.inputs import FULL_TIME
from socialkapitel.messages import msg
from socialkapitel.money import Kroner, Pay, Share, decimal, kroner, oere, round_half_away

_DAY = timedelta(days=1)
_SHARES = (Share("1/2"), Share("2/3"))
_SATURDAY = 5
_NORM = "flexjob.monthly_norm_hours"


def _changes(asked: Asked) -> Iterator[Change]:
    month: FlexjobMonth = asked.given["asked"]
    source = law("stk. 3").on(month.day)  # of a rule that a month in parts has no step for
    for change in () if month.unpaid else _of_all(asked, month):
        yield attrs.evolve(change, source=source)


def _of_all(asked: Asked, month: FlexjobMonth) -> Iterator[Change]:
    sick = bool(month.benefits) or asked.given["absence"] is not None
    yield from _of_the_job(month)
    yield from _of_atp(asked, month.job.atp_class)
    yield from _of_the_ceiling(month)
    yield from _of_the_month(month)
    if sick:
        yield from _of_the_reduction(month)


FLEXJOB = Reconcilable(
    changes=_changes, amounts={"amount": ("flexjob.after_set_off", "flexjob.refund")}
)


def _job(**terms: Any) -> Callable[[Asked], Asked]:
    """Makes a change of the job's terms."""

    def make(asked: Asked) -> Asked:
        month: FlexjobMonth = asked.given["asked"]
        parts = tuple(part._replace(job=attrs.evolve(part.job, **terms)) for part in month.parts)
        return asked.with_given(asked=month._replace(job=parts[0].job, parts=parts))

    return make


def _month(**facts: Any) -> Callable[[Asked], Asked]:
    """Makes a change of what is known about the month."""

    def make(asked: Asked) -> Asked:
        month: FlexjobMonth = asked.given["asked"]
        return asked.with_given(asked=month._replace(**facts))

    return make


def _paying(month: FlexjobMonth, hours: int | None) -> FlexjobMonth:
    """A month of the same terms throughout with other paid hours."""
    [part] = month.parts
    parts = (part._replace(paid_hours=hours),)
    return month._replace(parts=parts, paid_hours=hours, taken_evenly=False)


def _hours(hours: int | None) -> Callable[[Asked], Asked]:
    """Makes a change of the paid hours."""
    return lambda asked: asked.with_given(asked=_paying(asked.given["asked"], hours))


def _of_the_job(month: FlexjobMonth) -> Iterator[Change]:
    job = month.job
    for share in _SHARES:
        if share != job.share:
            said = msg("The share is {other}, not {here}", other=share, here=job.share)
            yield Change("flexjob.share", said, "flexjob.refund", _job(share=share), LIKELY)
    if month.other:
        said = msg("The other contributions, {here}, are left out", here=_kroner(month.other))
        yield Change(
            "flexjob.no_contributions",
            said,
            "flexjob.cost",
            _month(other=0, other_told=True),
            LIKELY,
        )
    whole = oere(job.other_contributions)
    if month.other != whole:
        said = msg(
            "The other contributions are those of a whole month, {other}", other=_kroner(whole)
        )
        yield Change(
            "flexjob.whole_contributions",
            said,
            "flexjob.cost",
            _month(other=whole, other_told=True),
        )
    if job.weekly_hours != FULL_TIME:
        said = msg("The job is full time, not {here} hours a week", here=job.weekly_hours)
        make = _job(weekly_hours=decimal(FULL_TIME * 100))
        yield Change("flexjob.full_time", said, "flexjob.pay_basis", make)


def _of_atp(asked: Asked, atp_class: str | None) -> Iterator[Change]:
    """ATP left out or added, of another class, of another band."""
    if atp_class is not None:
        said = msg("ATP is left out")
        yield Change("flexjob.no_atp", said, "flexjob.cost", _job(atp_class=None), LIKELY)
    for other in ATP_CLASSES:
        if other == atp_class or not asked.parameters[RATES[other][0]].covers(_day(asked)):
            continue
        said = msg("The ATP class is {other}, not {here}", other=other, here=atp_class)
        if atp_class is None:
            said = msg("ATP of class {other} is added", other=other)
        make = _job(atp_class=other)
        yield Change(f"flexjob.atp_class[{other}]", said, "flexjob.cost", make)
    bands = RATES.get(atp_class or "", ())
    for used in [step.rule for step in asked.figures if step.rule in bands]:
        for band in bands:
            if band != used:
                said = msg(
                    "The ATP contribution is a different one: {label}",
                    label=asked.parameters[band].label,
                )
                make = answering_as(used, band)
                yield Change(f"flexjob.atp_band[{band}]", said, "atp.band", make)


def _of_the_ceiling(month: FlexjobMonth) -> Iterator[Change]:
    """The ceiling used or not, on the pay alone, by the hour or by the year."""
    if month.job.first_day < FIRST_CEILING:
        if month.day >= FIRST_CEILING:
            said = msg("The ceiling is used, as for jobs begun on 5 July 2006 or later")
            make = _job(granted_on=None, started_on=FIRST_CEILING)
            yield Change("flexjob.ceiling", said, "flexjob.start", make)
        return
    said = msg("The ceiling is not used, as for jobs begun before 5 July 2006")
    make = _job(granted_on=None, started_on=FIRST_CEILING - _DAY)
    yield Change("flexjob.no_ceiling", said, "flexjob.basis", make)
    said = msg("The ceiling limits the pay alone, not ATP and other contributions")
    make = working_out("flexjob.basis", "min(pay, ceiling) + atp + other")
    yield Change("flexjob.ceiling_pay_alone", said, "flexjob.basis", make, LIKELY)


def _of_the_month(month: FlexjobMonth) -> Iterator[Change]:
    """Pay and hours of the month."""
    if month.actual_pay is not None:
        said = msg("The lowest agreed pay counts, not the pay that was paid")
        yield Change("flexjob.agreed_pay", said, "flexjob.lowest_pay", _month(actual_pay=None))
    if len(month.parts) > 1:
        return
    if month.paid_hours is None:
        said = msg(
            "The hourly ceiling and ATP by paid hours are used, for the hours of an average month"
        )
        yield Change("flexjob.by_hours", said, "flexjob.ceiling_of_hours", _by_average_hours)
        return
    said = msg("The month is a whole one, not {hours} paid hours", hours=decimal(month.paid_hours))
    yield Change("flexjob.whole_month", said, "flexjob.pay_basis", _hours(None))
    if not month.by_hour:
        said = msg("The month's pay is paid by the hour, the hourly rate rounded to the øre")
        yield Change("flexjob.rounded_rate", said, "flexjob.pay_basis", _by_rounded_rate)
    for name, told, (hours,) in roundings(decimal(month.paid_hours)):
        make = _hours(oere(hours))
        yield Change(f"flexjob.hours[{name}]", told, "flexjob.pay_basis", make, RARE)


def _by_average_hours(asked: Asked) -> Asked:
    month: FlexjobMonth = asked.given["asked"]
    norm = asked.parameters[_NORM].on(month.day).value
    hours = Fraction(norm) * Fraction(month.job.weekly_hours) / FULL_TIME
    return asked.with_given(asked=_paying(month, round_half_away(hours * 100)))


def _by_rounded_rate(asked: Asked) -> Asked:
    month: FlexjobMonth = asked.given["asked"]
    norm = asked.parameters[_NORM].on(month.day).value
    rate = kroner(Fraction(month.job.starting_pay.amount) / Fraction(norm))
    return _job(starting_pay=Pay.hourly(rate))(asked)


def _of_the_reduction(month: FlexjobMonth) -> Iterator[Change]:
    """The reduction by the refund of sickness benefit."""
    decides = "flexjob.day_set_off"
    said = msg("The refund of sickness benefit is not deducted")
    yield Change("flexjob.no_reduction", said, decides, _without_sickness, LIKELY)
    said = msg("The whole refund of sickness benefit is deducted, also what exceeds a day's part")
    make = working_out(decides, "benefit")
    yield Change("flexjob.reduction_in_full", said, decides, make, LIKELY)
    said = msg(
        "Each day with a refund of sickness benefit reduces the refund by the day's whole part"
    )
    make = working_out(decides, "part")
    yield Change("flexjob.reduction_by_days", said, decides, make, LIKELY)
    weekdays = tuple(entry for entry in month.benefits if entry[0].weekday() < _SATURDAY)
    if weekdays != month.benefits:
        said = msg("The refund of sickness benefit for Saturdays and Sundays is not deducted")
        make = _month(benefits=weekdays)
        yield Change("flexjob.reduction_on_weekdays", said, decides, make)


def _without_sickness(asked: Asked) -> Asked:
    month: FlexjobMonth = asked.given["asked"]
    return asked.with_given(asked=month._replace(benefits=()), absence=None)


def _kroner(whole: int) -> Kroner:
    return Kroner(decimal(whole))


def _day(asked: Asked) -> date:
    month: FlexjobMonth = asked.given["asked"]
    return month.day
