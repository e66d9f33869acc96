"""The ways in which an employee can work for a month, and what the employer pays for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.flexjob_since_2013 import FlexjobSince2013
from socialkapitel.calculators.inputs import NumbersByDay
from socialkapitel.calculators.sickness_absence import RefundBasis, SicknessAbsence
from socialkapitel.calculators.subsidised_job import SubsidisedJob
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.fields import checked
from socialkapitel.messages import msg
from socialkapitel.money import (
    Number,
    amount,
    decimal,
    hundredths,
    read_kroner,
    read_kroner_or_none,
)
from socialkapitel.periods import check_once, read_date

Benefits: TypeAlias = tuple[tuple[date, Decimal], ...]
"""Sickness benefit by day, in order."""

_HOURS_OF_LONGEST_MONTH = 31 * 24


def _read_hours(value: Number, field: str = "") -> Decimal:
    return decimal(hundredths(value, field, most=_HOURS_OF_LONGEST_MONTH))


def _read_flexjob(value: Flexjob, field: str = "") -> Flexjob:
    return check_kind(value, Flexjob, field)


def _read_subsidised_job(value: SubsidisedJob, field: str = "") -> SubsidisedJob:
    return check_kind(value, SubsidisedJob, field)


def _read_absence(value: SicknessAbsence) -> SicknessAbsence:
    absence = check_kind(value, SicknessAbsence, "absence")
    if absence.basis is RefundBasis.FLEXJOB:
        raise InvalidInput(
            "absence",
            absence.basis.name,
            msg(
                "the month in the flexjob with its absence (FlexjobWork) for a flexjob that"
                " began before 2013"
            ),
        )
    return absence


def _read_flexjob_absence(value: SicknessAbsence | None) -> SicknessAbsence | None:
    return _of_basis(value, RefundBasis.FLEXJOB)


def _read_absence_since_2013(value: SicknessAbsence | None) -> SicknessAbsence | None:
    return _of_basis(value, RefundBasis.FLEXJOB_SINCE_2013)


def _of_basis(value: SicknessAbsence | None, basis: RefundBasis) -> SicknessAbsence | None:
    if value is None:
        return None
    absence = check_kind(value, SicknessAbsence, "absence")
    if absence.basis is not basis:
        accepted = msg("an absence with the basis {basis}", basis=basis.name)
        raise InvalidInput("absence", absence.basis.name, accepted)
    return absence


def _read_hours_or_none(value: Number | None, field: str = "") -> Decimal | None:
    return None if value is None else _read_hours(value, field)


def _read_flexjob_since_2013(value: FlexjobSince2013, field: str = "") -> FlexjobSince2013:
    return check_kind(value, FlexjobSince2013, field)


def _read_benefit(value: NumbersByDay | Benefits | None) -> Benefits:
    accepted = msg("a mapping of days to kroner")
    if value is None:
        return ()
    if not isinstance(value, (Mapping, tuple)):
        raise WrongType("sickness_benefit", value, accepted)
    pairs: tuple[object, ...] = tuple(value.items()) if isinstance(value, Mapping) else value
    benefits: list[tuple[date, Decimal]] = []
    for pair in pairs:
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise WrongType("sickness_benefit", value, accepted)
        day = read_date(pair[0], "sickness_benefit")
        benefits.append((day, amount(pair[1], f"sickness_benefit[{day}]")))
    check_once([day for day, _ in benefits], "sickness_benefit")
    return tuple(sorted(benefits))


@checked
@attrs.frozen(kw_only=True)
class OrdinaryWork:
    """A month of ordinary work (ordinært arbejde).

    Attributes:
        pay: what the employer pays the employee for the month, in kroner.
        contributions: the employer's own contributions, such as pension and ATP, in kroner for
            the month; ``"0"`` where there are none.
    """

    pay: Decimal = attrs.field(converter=read_kroner)
    contributions: Decimal = attrs.field(converter=read_kroner)


@brief
@checked
@attrs.frozen(kw_only=True)
class SickLeave:
    """A month with full or partial sick leave (sygemelding, delvis sygemelding).

    The absence's hours show whether the leave is full or partial. A flexjob that began before
    2013 is a `FlexjobWork`, because its refund is reduced by the benefit.

    Attributes:
        pay: what the employer pays the employee for the month, in kroner, pay during the absence
            included.
        contributions: the employer's own contributions, as in `OrdinaryWork`.
        absence: the whole absence; only the weeks and days within the month count.
    """

    pay: Decimal = attrs.field(converter=read_kroner)
    contributions: Decimal = attrs.field(converter=read_kroner)
    absence: SicknessAbsence = attrs.field(converter=_read_absence)


@brief
@checked
@attrs.frozen(kw_only=True)
class FlexjobWork:
    """A month of work in a flexjob that began between 1998 and 2012 (fleksjob).

    Attributes:
        job: the flexjob.
        pay: what the employer pays the employee for the month, in kroner; the refund is never more
            than this, and without pay there is none.
        contributions: the employer's own contributions, as in `OrdinaryWork`.
        sickness_benefit: kroner of sickness benefit that the employer is entitled to, by day of
            the month; kept as a tuple of pairs.
        absence: instead, the absence whose refund is to be worked out, with the basis
            `RefundBasis.FLEXJOB`.
        paid_hours: the month's paid hours, where pay is by the hour or the month isn't whole.
    """

    job: Flexjob = attrs.field(converter=_read_flexjob)
    pay: Decimal = attrs.field(converter=read_kroner)
    contributions: Decimal = attrs.field(converter=read_kroner)
    sickness_benefit: Benefits = attrs.field(default=None, converter=_read_benefit)
    absence: SicknessAbsence | None = attrs.field(default=None, converter=_read_flexjob_absence)
    paid_hours: Decimal | None = attrs.field(default=None, converter=_read_hours_or_none)

    def __attrs_post_init__(self) -> None:
        if self.absence is not None and self.sickness_benefit:
            raise InvalidInput(
                "sickness_benefit",
                self.sickness_benefit,
                msg("nothing where the absence (absence) is given"),
            )


@brief
@checked
@attrs.frozen(kw_only=True)
class FlexjobSince2013Work:
    """A month of work in a flexjob that began in 2013 or later (fleksjob med fleksløntilskud).

    Attributes:
        job: the flexjob.
        pay: what the employer pays for the month, in kroner, pension contributions included, the
            employer's too, and pay during sickness; this is the pay that reduces the supplement.
        contributions: the employer's other contributions, such as ATP, without pension.
        deciding_pay: what was paid for the month before, which the supplement is calculated on;
            None where it was the same.
        absence: an absence in the job, with the basis `RefundBasis.FLEXJOB_SINCE_2013`: the
            employer is refunded sickness benefit, and the supplement continues while pay is paid.
    """

    job: FlexjobSince2013 = attrs.field(converter=_read_flexjob_since_2013)
    pay: Decimal = attrs.field(converter=read_kroner)
    contributions: Decimal = attrs.field(converter=read_kroner)
    deciding_pay: Decimal | None = attrs.field(default=None, converter=read_kroner_or_none)
    absence: SicknessAbsence | None = attrs.field(default=None, converter=_read_absence_since_2013)


@checked
@attrs.frozen(kw_only=True)
class SubsidisedWork:
    """A month of work with wage subsidy at a public employer (løntilskud).

    Attributes:
        job: the subsidised job.
        hours: the month's hours for which pay was paid.
        pay: what the employer pays the employee for the month, in kroner.
        contributions: the employer's own contributions, as in `OrdinaryWork`.
    """

    job: SubsidisedJob = attrs.field(converter=_read_subsidised_job)
    hours: Decimal = attrs.field(converter=_read_hours)
    pay: Decimal = attrs.field(converter=read_kroner)
    contributions: Decimal = attrs.field(converter=read_kroner)


Arrangement: TypeAlias = (
    OrdinaryWork | SickLeave | FlexjobWork | FlexjobSince2013Work | SubsidisedWork
)
"""Any of the ways to work for a month."""


def NewFlexjob(  # noqa: N802 it was a class
    *, pay: Number, contributions: Number, full_time_pay: Number
) -> FlexjobSince2013Work:
    """Deprecated: a month of a flexjob that began in 2013 or later, whose first day isn't given."""
    job = FlexjobSince2013(started_on=None, full_time_pay=full_time_pay)
    return FlexjobSince2013Work(job=job, pay=pay, contributions=contributions)
