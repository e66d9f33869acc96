"""The wage subsidy to a public employer for hours with pay (løntilskud)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import NumbersByDay
from socialkapitel.calculators.otherwise import otherwise
from socialkapitel.calculators.refund_lines import PaidToEmployer
from socialkapitel.calculators.subsidised_job import (
    DURATIONS,
    FIXED_RATES,
    HIGHEST_RATES,
    NEWLY_QUALIFIED,
    SubsidisedJob,
    TargetGroup,
)
from socialkapitel.citations import LAB_OF_2019_FROM, employment_order
from socialkapitel.errors import InvalidInput, WrongType, check_kind
from socialkapitel.explanation import (
    Explained,
    Operand,
    Outcome,
    Rounding,
    Worksheet,
    counted,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.formulas import wage_subsidy as formulas
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import msg
from socialkapitel.money import Kroner, Number, amount, decimal, hundredths, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month, read_date, read_each, read_month
from socialkapitel.sources import FormerCitation, Rule, Source

_FIRST = date(2005, 5, 1)
_FORMER = (FormerCitation(date(2019, 12, 31), "LAB § 63"),)
RATE = Rule(
    "wage_subsidy.rate", msg("Subsidy an hour"), Source("LAB kap. 12", former=_FORMER), _FIRST
)
_AMOUNT = Rule(
    "wage_subsidy.amount",
    msg("Subsidy for the hours with pay"),
    employment_order("§ 88, stk. 1", "BEK 2006/2020, elov.dk", before="LAB § 63"),
    _FIRST,
)
_REDUCTION_LAW = employment_order("§ 88, stk. 3", "BEK 2006/2020, elov.dk", before="LAB kap. 12")
_DAY = Rule("wage_subsidy.day", msg("Subsidy of a day"), _REDUCTION_LAW, _FIRST)
_REDUCTION = Rule(
    "wage_subsidy.day_reduction", msg("Reduction by a day's refund"), _REDUCTION_LAW, _FIRST
)
GRANT = Rule(
    "wage_subsidy.rehabilitation_grant",
    msg("Grant of rehabilitation"),
    Source(
        "lov 1750/2025",
        former=(
            FormerCitation(date(2019, 12, 31), "lov om aktiv socialpolitik kap. 6"),
            FormerCitation(date(2026, 1, 31), "LAB kap. 21"),
        ),
    ),
    _FIRST,
    date(2026, 1, 31),
)
_PRINTED_FOR_NEWLY_QUALIFIED = (2018, 2021)


@attrs.frozen(kw_only=True)
class WageSubsidy(PaidToEmployer, Explained):
    """A month's wage subsidy.

    Attributes:
        rate: kroner an hour.
        hours: the month's hours with pay.
        reduction: kroner by which refunds of sickness or maternity benefit reduce the subsidy.
        amount: kroner to claim.
    """

    rate: Decimal
    hours: Decimal
    reduction: Decimal
    amount: Decimal


def wage_subsidy(
    job: SubsidisedJob,
    month: Month | str,
    *,
    hours: Number | NumbersByDay,
    refunded: NumbersByDay | None = None,
    parameters: ParameterSet | None = None,
) -> WageSubsidy:
    """The wage subsidy (løntilskud) to a public employer for a month's hours with pay.

    Hours times rate, less what refunds reduce it by day by day, rounded once, to the øre. All hours
    for which pay was paid count, hours of sickness too: the subsidy is then reduced by the refund
    that the employer gets for the day, at most by the day's own subsidy. Law: the order on active
    employment § 88 (before 2020: LAB § 63); the rates: LAB chapter 12.

    The rate is the one of the month's first day, never more than the hourly pay:

    * rehabilitation: the granted one, at most the cap. It is known from May 2005. Between known
      caps the granted rate applies, and the caveat ``cap-unknown`` says so. The sources disagree on
      the cap: 100.00 in one chapter's text of 2005, 103.59 in another's from 1 January 2007; each
      applies to its own dates. Rehabilitation has not been granted since 1 February 2026 (lov
      1750/2025); those who were granted it by then may finish.
    * disability pension: a fixed one, or in special cases the granted one, at most the higher
      rate.
    * unemployed people with benefit: a fixed one.
    * newly qualified people with a disability: the highest, for which the cap in rehabilitation
      was found in print for 2018 and 2021, or the granted one where it is less. Law since 2020:
      the compensation act § 15.

    Args:
        job: the subsidised job.
        month: the month.
        hours: the hours of the month for which pay was paid, hours of sickness with pay
            included: their number, at most all hours of the month, or hours by date. Only hours
            by date give each day its own subsidy; otherwise the days from Monday to Friday, and
            other days with a refund, are assumed to have equal parts of them, with the caveat
            ``hours-spread``.
        refunded: kroner of sickness or maternity benefit that is refunded to the employer, by
            date.
        parameters: another set of legal figures.

    Raises:
        WrongType: for hours or refunds of another type.
        InvalidInput: for hours below 0, above those of the month or the day, or with more than
            two decimals; for days outside the month, or a month before the grant; for a month or
            a day before the job began, or after the longest time with subsidy.
        NotInForce: for a month for which the group's rate is not known, for rehabilitation before
            May 2005 or granted after 31 January 2026, or for newly qualified people before 2018.

    >>> import socialkapitel as sk
    >>> job = sk.SubsidisedJob(target_group=sk.TargetGroup.DISABILITY_PENSION, hourly_pay="115.00")
    >>> sk.wage_subsidy(job, sk.Month(2007, 11), hours="64.5").amount
    Decimal('1413.84')

    In special cases the municipality grants more:

    >>> job = sk.SubsidisedJob(
    ...     target_group=sk.TargetGroup.DISABILITY_PENSION,
    ...     hourly_pay="160.00",
    ...     granted_rate="52.03",
    ... )
    >>> sk.wage_subsidy(job, sk.Month(2021, 3), hours="50").amount
    Decimal('2601.50')

    A day of sickness takes no more than its own subsidy:

    >>> sk.wage_subsidy(
    ...     job,
    ...     sk.Month(2021, 3),
    ...     hours={date(2021, 3, 1): "6", date(2021, 3, 2): "4"},
    ...     refunded={date(2021, 3, 1): "700.00"},
    ... ).amount
    Decimal('208.12')
    """
    check_kind(job, SubsidisedJob, "job")
    month = read_month(month, "month")
    paid = _read_hours(hours, month)
    refunds = _read_refunds(refunded, month)
    if job.granted_on is not None:
        _check_grant(job.granted_on, month)
    if job.started_on is not None:
        _check_time(job, job.started_on, month, paid)
    return worked_out(
        msg("Wage subsidy, {month}", month=month),
        figures_or_packaged(parameters),
        _work,
        job,
        month,
        paid,
        refunds,
    )


@attrs.frozen
class _Hours:
    """Hundredths of hours with pay in a month, by date where that was given."""

    total: int
    by_date: Mapping[date, int] | None


def _read_hours(value: Number | NumbersByDay, month: Month) -> _Hours:
    if not isinstance(value, Mapping):
        return _Hours(hundredths(value, "hours", most=24 * month.last_day.day), None)
    by_date = {
        _day_of(day, month, "hours"): hundredths(number, f"hours[{day}]", most=24)
        for day, number in read_each(value, read_date, "hours")
    }
    return _Hours(sum(by_date.values()), dict(sorted(by_date.items())))


def _read_refunds(value: NumbersByDay | None, month: Month) -> dict[date, int]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise WrongType("refunded", value, msg("a mapping of days to kroner"))
    refunds = {}
    for day, kroner in read_each(value, read_date, "refunded"):
        _day_of(day, month, "refunded")
        refunds[day] = oere(amount(kroner, f"refunded[{day}]"))
    return dict(sorted(refunds.items()))


def _day_of(day: date, month: Month, field: str) -> date:
    if day not in month:
        raise InvalidInput(field, day, msg("days of {month}", month=month))
    return day


def _check_grant(granted_on: date, month: Month) -> None:
    if granted_on >= GRANT.valid_from:
        GRANT.check(granted_on, msg("rehabilitation can no longer be granted"))
    if granted_on > month.last_day:
        accepted = msg("a month from the grant on, {granted_on}", granted_on=granted_on)
        raise InvalidInput("month", month, accepted)


def _check_time(job: SubsidisedJob, started_on: date, month: Month, paid: _Hours) -> None:
    last = job.subsidised_until
    if last is None:
        accepted = msg("a day from {day} on, when the job began", day=started_on)
    else:
        months, _ = DURATIONS[job.target_group]
        accepted = msg(
            "a day on which the job has a subsidy: from {first} through {last}, at most {months}"
            " months",
            first=started_on,
            last=last,
            months=months,
        )
    if month.last_day < started_on or (last is not None and last < month.first_day):
        raise InvalidInput("month", month, accepted)
    for day, hours in (paid.by_date or {}).items():
        if hours and (day < started_on or (last is not None and last < day)):
            raise InvalidInput("hours", day, accepted)


def _work(
    sheet: Worksheet, job: SubsidisedJob, month: Month, paid: _Hours, refunds: dict[date, int]
) -> WageSubsidy:
    day = month.first_day
    rate, hourly = _hourly(sheet, job, day)
    hours = sheet.given("hours", decimal(paid.total), Unit.HOURS, label=GIVENS["month_hours"])
    operands = {"hours": hours, "rate": hourly}
    gross: int = formulas.subsidy(paid.total, rate)
    left = gross
    parts: dict[str, Operand] = {}
    if refunds:
        days = len({*month.weekdays, *refunds}) if paid.by_date is None else 1
        split = _Split(paid, rate, days, operands)
        taken, parts = _reductions(sheet, split, refunds)
        left = formulas.reduced(paid.total, rate, taken, days)
        _mind_reductions(sheet, day, paid, refunds, gross, left)
    sheet.calculate(
        _AMOUNT,
        day,
        " - ".join(["hours * rate", *parts]),
        {**operands, **parts},
        decimal(left),
        Unit.DKK,
        rounding=Rounding.OERE,
    )
    return WageSubsidy(
        rate=decimal(rate),
        hours=decimal(paid.total),
        reduction=decimal(gross - left),
        amount=decimal(left),
        explanation=sheet.explanation(),
    )


@attrs.frozen
class _Split:
    """A month's subsidy over its days: of each day's own hours, or in so many equal parts."""

    paid: _Hours
    rate: int
    days: int
    operands: Mapping[str, Operand]


def _reductions(
    sheet: Worksheet, split: _Split, refunds: Mapping[date, int]
) -> tuple[int, dict[str, Operand]]:
    """The whole reduction, in hundredths of øre times the days, and each refund's as an operand."""
    total, parts = 0, {}
    for place, (day, refund) in enumerate(refunds.items(), start=1):
        part, of_day = _day_part(sheet, split, day)
        taken: int = formulas.day_reduction(part, refund, split.days)
        total += taken
        kroner = sheet.given(
            f"refunded[{day}]", decimal(refund), Unit.DKK, label=msg("Refund for {day}", day=day)
        )
        label = msg("Reduction by the refund for {day}", day=day)
        parts[f"day_{place}"] = sheet.calculate(
            attrs.evolve(_REDUCTION, label=label),
            day,
            "min(refund, part)",
            {"refund": kroner, "part": of_day},
            _exact(taken, split.days),
            Unit.DKK,
            key=str(day),
        )
    return total, parts


def _day_part(sheet: Worksheet, split: _Split, day: date) -> tuple[int, Operand]:
    """The subsidy of a day, in the unit of `_reductions`."""
    if split.paid.by_date is None:
        hours = split.paid.total
        count = sheet.given("days", split.days, Unit.DAYS, label=GIVENS["spread_days"])
        expression, used = "hours * rate / days", {**split.operands, "days": count}
    else:
        hours = split.paid.by_date.get(day, 0)
        label = msg("Hours with pay on {day}", day=day)
        own = sheet.given(f"hours[{day}]", decimal(hours), Unit.HOURS, label=label)
        expression, used = "hours * rate", {**split.operands, "hours": own}
    part = hours * split.rate
    rule = attrs.evolve(_DAY, label=msg("Subsidy for {day}", day=day))
    told = sheet.calculate(
        rule, day, expression, used, _exact(part, split.days), Unit.DKK, key=str(day)
    )
    return part, told


def _exact(part: int, days: int) -> Fraction:
    return Fraction(part, 100 * 100 * days)


def _mind_reductions(
    sheet: Worksheet,
    day: date,
    paid: _Hours,
    refunds: Mapping[date, int],
    gross: int,
    left: int,
) -> None:
    """Say where the reduction could be different."""
    if paid.by_date is None:
        sheet.caveat(
            "hours-spread",
            msg(
                "The hours with pay were not given by date; the days from Monday to Friday, and"
                " other days with a refund, are assumed to have equal parts of them"
            ),
            concerns=("paid_hours",),
        )
    whole = max(0, gross - sum(refunds.values()))
    if whole != left:
        other = otherwise((msg("the subsidy"), Kroner(decimal(whole)), Kroner(decimal(left))))
        sheet.caveat(
            "refund-above-subsidy",
            msg(
                "A refund was larger than the subsidy of its day, and took no more than that. The"
                " whole refund may also reduce the month's subsidy: {otherwise}",
                otherwise=other.text,
            ),
            concerns=("refunded",),
        )
    if day < LAB_OF_2019_FROM:
        sheet.caveat(
            "reduction-before-2020",
            msg(
                "The rule that a refund reduces the subsidy was read in an order of 2020; whether"
                " it was the same on {day} is not known",
                day=day,
            ),
            concerns=("refunded",),
        )


def _hourly(sheet: Worksheet, job: SubsidisedJob, day: date) -> tuple[int, Operand]:
    """The subsidy an hour in øre: the lowest of pay, granted or fixed rate, and cap."""
    group, granted = job.target_group, job.granted_rate
    rule = NEWLY_QUALIFIED if group is TargetGroup.NEWLY_QUALIFIED else RATE
    rule.check(day)
    candidates = {"pay": sheet.given("hourly_pay", job.hourly_pay, Unit.DKK_PER_HOUR)}
    limits = []
    if granted is None:
        fixed = sheet.figure(FIXED_RATES[group], day)
        candidates["fixed"] = sheet.of(fixed)
        limits.append(oere(fixed.value))
    else:
        limits.append(oere(granted))
        candidates["granted"] = sheet.given("granted_rate", granted, Unit.DKK_PER_HOUR)
        if group is TargetGroup.DISABILITY_PENSION:
            _mind_usual_rate(sheet, granted, day)
        _check_against_cap(sheet, HIGHEST_RATES[group], day, candidates, limits)
    _mind_group(sheet, job, day)
    _mind_time(sheet, job, Month.of(day))
    rate: int = formulas.subsidy_rate(oere(job.hourly_pay), *limits)
    expression = f"min({', '.join(candidates)})"
    step = sheet.calculate(rule, day, expression, candidates, decimal(rate), Unit.DKK_PER_HOUR)
    return rate, step


def _check_against_cap(
    sheet: Worksheet,
    name: str,
    day: date,
    candidates: dict[str, Operand],
    limits: list[int],
) -> None:
    known = sheet.parameters[name]
    if known.covers(day) or (known.last_day is not None and day > known.last_day):
        cap = sheet.figure(name, day)
        candidates["cap"] = sheet.of(cap)
        limits.append(oere(cap.value))
        return
    sheet.caveat(
        "cap-unknown",
        msg(
            "{label}: not known for {day}, so it was not checked whether the granted rate is"
            " above it",
            label=known.label,
            day=day,
        ),
        concerns=("granted_rate", name),
    )


def _mind_usual_rate(sheet: Worksheet, granted: Decimal, day: date) -> None:
    usual = sheet.parameters[FIXED_RATES[TargetGroup.DISABILITY_PENSION]].on(day).value
    if granted < usual:
        sheet.caveat(
            "granted-below-usual",
            msg(
                "The rate granted is below the usual rate of {usual} an hour. Leave it out where"
                " the municipality has granted the usual rate",
                usual=Kroner(usual),
            ),
            concerns=("granted_rate",),
        )


def _mind_time(sheet: Worksheet, job: SubsidisedJob, month: Month) -> None:
    """Tell for how long the subsidy lasts, and what hours count in the month in which it ends."""
    last = job.subsidised_until
    if last is None or job.started_on is None:
        return
    months, rule = DURATIONS[job.target_group]
    because = msg(
        "there is wage subsidy for at most {months} from {first}, so through {last}",
        months=counted(months, Unit.MONTHS),
        first=job.started_on,
        last=last,
    )
    sheet.judge(rule, month.first_day, Outcome.FULFILLED, because)
    if last < month.last_day:
        sheet.caveat(
            "subsidy-ends",
            msg("The subsidy ends on {last}; only hours through that day count", last=last),
            concerns=("paid_hours",),
        )


def _mind_group(sheet: Worksheet, job: SubsidisedJob, day: date) -> None:
    """Say what must be true, or is not known, for the group."""
    if job.target_group is TargetGroup.REHABILITATION:
        last = GRANT.valid_to
        if last is not None and job.granted_on is None and day > last:
            sheet.caveat(
                "grant-unknown",
                msg(
                    "Rehabilitation has not been granted after {last}: there is a subsidy only"
                    " where it was granted by then. Give the day of the grant",
                    last=last,
                ),
                concerns=("granted_on",),
            )
    if job.target_group is TargetGroup.NEWLY_QUALIFIED:
        if day.year not in _PRINTED_FOR_NEWLY_QUALIFIED:
            sheet.caveat(
                "rate-of-rehabilitation",
                msg(
                    "The rate for newly qualified people was found for 2018 and 2021 only, when it"
                    " was the highest rate in rehabilitation; the same is assumed for {day}",
                    day=day,
                ),
                concerns=("wage_subsidy.rehabilitation_max",),
            )
        if job.granted_rate is None:
            sheet.caveat(
                "full-rate",
                msg(
                    "Sources disagree: a municipality gives public employers the full rate, while"
                    " the agency says that the rate is settled with the jobcentre. Give the rate"
                    " that was granted where it is lower"
                ),
                concerns=("granted_rate",),
            )
