"""Refunds of flexjobs that began before 2013 (fleksjobrefusion), row by row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from socialkapitel.calculators.atp_classes import ATP_CLASSES, LIMITS, RATES
from socialkapitel.calculators.flexjob import FIRST_CEILING, START, Flexjob
from socialkapitel.calculators.inputs import FULL_TIME, divisor
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import Whole, half_up, less_at_least_zero, smaller
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Values, Work
from socialkapitel.frames.columns import MOST_AMOUNT, MOST_HOURLY, day, extra, text, whole
from socialkapitel.frames.days import (
    FIRST_DAY,
    DayColumn,
    DayOr,
    Days,
    FigureByRow,
    FirstOfMonth,
    FirstOfMonthOr,
    Steps,
    figure_on,
    known_on,
    one_of,
    steps_of,
)
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import Mask, both, either, negated, pick
from socialkapitel.frames.status import (
    RowFault,
    invalid,
    missing,
    not_in_force,
    unknown_figures,
    unknown_unless,
)
from socialkapitel.money import Pay, PayPer, decimal
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month

if TYPE_CHECKING:
    from socialkapitel.calculators.flexjob_refund import FlexjobRefund

_HALF, _TWO_THIRDS = "1/2", "2/3"
_LONGEST_MONTH = 31 * 24 * 100
_DAY_HOURS = 24 * 100
_NONE: Steps = [(FIRST_DAY, 0)]
_BANDS = 1 + len(LIMITS)


@attrs.frozen
class _Atp:
    """The contribution of each row, and whether it is known."""

    contribution: Whole
    faults: list[RowFault]


@attrs.frozen
class _Kinds:
    """How pay is counted: by the hour or the month, for paid hours or for a whole month."""

    by_hour: Mask
    for_hours: Mask

    def pick(self, month: Whole, norm: Whole, hours: Whole, part: Whole) -> Whole:
        """The choice between monthly and hourly pay of a whole month, then both for paid hours."""
        whole_month = pick(self.by_hour, norm, month)
        return pick(self.for_hours, pick(self.by_hour, hours, part), whole_month)

    def no_ceiling(self, spared: Mask, yearly: FigureByRow, hourly: FigureByRow) -> list[RowFault]:
        """Ceilings that are missing: the yearly one, unless the hourly one is used and known."""
        instead = both(either(self.by_hour, self.for_hours), hourly.known)
        return unknown_figures(yearly, spared=either(spared, instead))


@attrs.frozen
class _DaysHeld:
    """The days from Monday to Friday on which the job is held, and whether there are more."""

    days: Whole
    in_part: Mask


def _held(inputs: Inputs, month: DayColumn, begun: DayColumn | DayOr) -> _DaysHeld:
    """The days on which the job is held in the month."""
    first = month.number - month.day_number + 1
    first, last = inputs.keep(first, first + month.days_in_month - 1)
    of_month = _weekdays(first, last)
    can_end = inputs.has("ended_on")
    if begun.is_by_start_of(month) and not can_end:
        return _DaysHeld(of_month, in_part=False)
    begun_on, ended = inputs.keep(begun.number, inputs.day("ended_on").number if can_end else last)
    ended, before = inputs.keep(
        pick(inputs.given("ended_on"), smaller(ended, last, pick), last),
        first - 1 + less_at_least_zero(begun_on, first, pick),
    )
    held, all_days = inputs.keep(
        less_at_least_zero(_through(ended), _through(before), pick), of_month
    )
    return _DaysHeld(held, held < all_days)


def _weekdays(first: Whole, last: Whole) -> Whole:
    return _through(last) - _through(first - 1)


def _through(number: Whole) -> Whole:
    return formulas.weekdays_through(number, pick)


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    month, begun = inputs.day("month"), _begun(inputs)
    on = FirstOfMonthOr(FirstOfMonth(month), begun)
    told, actual = inputs.whole("paid_hours_hundredths"), inputs.whole("actual_pay_oere")
    are_told = inputs.given("paid_hours_hundredths")
    held = _held(inputs, month, begun)
    weekly, other = (
        inputs.whole("weekly_hours_hundredths"),
        inputs.whole("other_contributions_oere"),
    )
    evenly = formulas.hours_of_days(weekly, held.days)
    paid, for_hours = inputs.keep(pick(are_told, told, evenly), either(are_told, held.in_part))
    kinds = _Kinds(inputs.is_text("pay_per", PayPer.HOUR.value), for_hours)
    unpaid, hours = inputs.keep(
        either(both(for_hours, paid == 0), both(inputs.given("actual_pay_oere"), actual == 0)),
        pick(for_hours, formulas.of_month(paid), formulas.of_week(weekly)),
    )
    atp = _atp(inputs, figures, hours, on, unpaid)
    full_time, norm, yearly, hourly = inputs.keep_figures(
        figure_on(figures["flexjob.full_time_hours"], on, divisor),
        figure_on(figures["flexjob.monthly_norm_hours"], on, divisor),
        figure_on(figures["flexjob.ceiling_yearly"], on),
        figure_on(figures["flexjob.ceiling_hourly"], on),
    )
    rate = inputs.whole("starting_pay_oere")
    number, of, hourly_ceiling, capped = inputs.keep(
        *formulas.paid_part_of_month(paid, norm.value, weekly, full_time.value, pick),
        pick(hourly.known, hourly.value, formulas.hourly_of_year(yearly.value, norm.value)),
        begun.since(FIRST_CEILING),
    )
    over, agreed, twelfth, of_hours, contribution = inputs.keep(
        kinds.pick(
            formulas.month_over(full_time.value),
            formulas.norm_over(full_time.value),
            formulas.HUNDREDTHS,
            of * formulas.HUNDREDTHS,
        ),
        kinds.pick(
            formulas.month_pay(rate, weekly),
            formulas.norm_part(rate, norm.value, weekly),
            formulas.paid_part(rate, paid),
            rate * number * formulas.HUNDREDTHS,
        ),
        formulas.month_ceiling(yearly.value, weekly),
        formulas.paid_part(hourly_ceiling, paid),
        pick(unpaid, 0, atp.contribution),
    )
    of_norm = formulas.norm_part(hourly.value, norm.value, weekly)
    pay, ceiling = inputs.keep(
        pick(inputs.given("actual_pay_oere"), smaller(agreed, actual * over, pick), agreed),
        kinds.pick(
            twelfth,
            pick(hourly.known, of_norm, twelfth * formulas.HUNDREDTHS),
            of_hours,
            of_hours * of,
        ),
    )
    (basis,) = inputs.keep(
        pick(
            unpaid,
            0,
            pick(
                capped,
                formulas.basis(pay, contribution + other, over, ceiling, pick),
                pay + (contribution + other) * over,
            ),
        )
    )
    share = pick(inputs.is_text("share", _TWO_THIRDS), 4, 3), 6
    return Work(
        faults=[
            *_faults(inputs, month, begun, kinds),
            *unknown_figures(full_time, norm, spared=unpaid),
            *atp.faults,
            *kinds.no_ceiling(either(unpaid, negated(capped)), yearly, hourly),
            *unknown_figures(yearly, spared=negated(on.since(FIRST_CEILING))),
        ],
        results={
            "basis_oere": half_up(basis, over),
            "ceiling_oere": pick(both(capped, negated(unpaid)), half_up(ceiling, over), 0),
            "atp_oere": contribution,
            "refund_oere": formulas.refund(basis, share, over),
        },
    )


def _begun(inputs: Inputs) -> DayColumn | DayOr:
    """The job's first day; that of the grant where it is not known."""
    granted = inputs.day("granted_on")
    if not inputs.has("started_on"):
        return granted
    return DayOr(inputs.day("started_on"), inputs.given("started_on"), granted)


def _faults(
    inputs: Inputs, month: DayColumn, begun: DayColumn | DayOr, kinds: _Kinds
) -> Iterator[RowFault]:
    """What is wrong with the days in combination, and with hours and pay for them."""
    high = inputs.whole("starting_pay_oere") > MOST_HOURLY
    yield invalid("starting_pay_oere", both(kinds.by_hour, high))
    granted, started = inputs.given("granted_on"), inputs.given("started_on")
    yield missing("granted_on", both(negated(granted), negated(started)))
    if inputs.has("started_on"):
        before = inputs.day("started_on").number < inputs.day("granted_on").number
        yield invalid("started_on", both(granted, started, before))
    ended = inputs.given("ended_on")
    if inputs.has("ended_on"):
        yield invalid("ended_on", both(ended, inputs.day("ended_on").number < begun.number))
    yield not_in_force(START, begun)
    yield invalid("month", month.in_earlier_month(begun))
    if inputs.has("ended_on"):
        yield invalid("month", both(ended, inputs.day("ended_on").in_earlier_month(month)))
    if inputs.has("paid_hours_hundredths"):
        most, told = month.days_in_month * _DAY_HOURS, inputs.whole("paid_hours_hundredths")
        given = inputs.given("paid_hours_hundredths")
        yield invalid("paid_hours_hundredths", both(given, told > most))


def _atp(inputs: Inputs, figures: ParameterSet, hours: Whole, on: Days, unpaid: Mask) -> _Atp:
    """The contribution at the rates of the row's class; without a class it is 0."""
    limits = inputs.keep_figures(*(figure_on(figures[name], on) for name in LIMITS))
    full, two_thirds, one_third = (limit.value for limit in limits)
    (band,) = inputs.keep(
        formulas.atp_contribution(hours, (full, two_thirds, one_third), (1, 2, 3), pick)
    )
    faults = unknown_figures(*limits, spared=either(unpaid, negated(inputs.given("atp_class"))))
    # In each class the contribution of each band, and before it none for fewer hours.
    series: list[Steps] = [_NONE] * _BANDS
    place: Whole = 0
    for atp_class in ATP_CLASSES:
        of_class = inputs.is_text("atp_class", atp_class)
        if of_class is not False:
            place = pick(of_class, len(series), place)
            series.append(_NONE)
            for number, name in enumerate(RATES[atp_class], 1):
                series.append(steps_of(figures[name]))
                known = known_on(figures[name], on)
                if known is not True:
                    spared = either(unpaid, negated(of_class), band != number)
                    faults.append(unknown_unless(either(spared, known), name))
    return _Atp(one_of(series, place + band, on), faults)


def _scalar(values: Values, parameters: ParameterSet) -> FlexjobRefund:
    from socialkapitel.calculators.flexjob_refund import flexjob_refund  # a row is seldom explained

    amount = decimal(values["starting_pay_oere"])
    by_hour = values["pay_per"] == PayPer.HOUR.value
    paid, actual = values["paid_hours_hundredths"], values["actual_pay_oere"]
    job = Flexjob(
        granted_on=values["granted_on"],
        started_on=values["started_on"],
        ended_on=values["ended_on"],
        share=values["share"],
        starting_pay=Pay.hourly(amount) if by_hour else Pay.monthly(amount),
        weekly_hours=decimal(values["weekly_hours_hundredths"]),
        atp_class=values["atp_class"],
        other_contributions=decimal(values["other_contributions_oere"]),
    )
    return flexjob_refund(
        job,
        Month.of(values["month"]),
        paid_hours=None if paid is None else decimal(paid),
        actual_pay=None if actual is None else decimal(actual),
        parameters=parameters,
    )


CALCULATOR = FrameCalculator(
    name="flexjob_refunds",
    columns=(
        day("granted_on", optional=True),
        text("share", (_HALF, _TWO_THIRDS)),
        whole("starting_pay_oere", 1, MOST_AMOUNT),
        whole("weekly_hours_hundredths", 1, FULL_TIME * 100),
        day("month"),
        text("atp_class", ATP_CLASSES, optional=True),
        whole("other_contributions_oere", 0, MOST_AMOUNT),
        extra(day("started_on")),
        extra(day("ended_on")),
        extra(text("pay_per", (PayPer.MONTH.value, PayPer.HOUR.value))),
        extra(whole("paid_hours_hundredths", 0, _LONGEST_MONTH)),
        extra(whole("actual_pay_oere", 0, MOST_AMOUNT)),
    ),
    added=("basis_oere", "ceiling_oere", "atp_oere", "refund_oere"),
    work=_work,
    scalar=_scalar,
)


def flexjob_refunds(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """The employer's refunds for months of flexjobs that began between 1998 and 2012.

    Each row is what `socialkapitel.flexjob_refund` gives for a job and a month, by the same
    formulas (fleksjobrefusion). Law: LAB § 133 (before 2020: § 71).

    Reads ``granted_on`` (Date; may be missing where ``started_on`` is given), ``share`` (``"1/2"``
    or ``"2/3"``), ``starting_pay_oere`` (Int64, øre for a full-time month),
    ``weekly_hours_hundredths`` (Int64), ``month`` (Date, any day of the month), ``atp_class``
    (``"A"`` to ``"F"``, missing for none) and ``other_contributions_oere`` (Int64).

    Where the frame has them, also ``started_on`` and ``ended_on`` (Date, the job's first and last
    day), ``pay_per`` (``"month"`` or ``"hour"``: what the starting pay is for),
    ``paid_hours_hundredths`` and ``actual_pay_oere`` (Int64, of the month). A row that lacks one is
    treated as by `socialkapitel.flexjob_refund`: without ``started_on`` the day of the grant
    decides, without ``pay_per`` the pay is monthly, and without ``paid_hours_hundredths`` a month
    that isn't whole has the hours of its days.

    Adds, as Int64, ``basis_oere`` (the amount of which the share is refunded: pay, ATP and other
    contributions, at most the ceiling), ``ceiling_oere`` (0 where none applies), ``atp_oere``,
    ``refund_oere`` (rounded once), and ``status``; the amounts are 0 where it isn't ``"ok"``. See
    `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a caller's figure that can't be used.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> jobs = pl.DataFrame(
    ...     {
    ...         "granted_on": [date(2006, 3, 1), date(2012, 12, 10)],
    ...         "started_on": [date(2006, 3, 1), date(2013, 2, 1)],
    ...         "share": ["2/3", "2/3"],
    ...         "starting_pay_oere": [1829700, 1829700],
    ...         "weekly_hours_hundredths": [3700, 3700],
    ...         "month": [date(2007, 11, 1), date(2013, 11, 1)],
    ...         "atp_class": ["A", "A"],
    ...         "other_contributions_oere": [0, 0],
    ...     }
    ... )
    >>> frames.flexjob_refunds(jobs).select("refund_oere", "status").rows()
    [(1230640, 'ok'), (0, 'not-in-force:flexjob.start')]
    """
    return compute(CALCULATOR, frame, parameters)
