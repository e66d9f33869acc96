"""Weekly hours of an unemployed person in a public job with wage subsidy."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from math import ceil
from typing import Any

import attrs

from socialkapitel.calculators.inputs import FULL_TIME, divisor, read_hourly_pay, read_monthly_pay
from socialkapitel.citations import LAB, ORDER, midtjylland
from socialkapitel.deprecation import with_former
from socialkapitel.errors import InvalidInput, NotInForce, NotKnown
from socialkapitel.explanation import (
    Explained,
    Operand,
    Rounding,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.fields import member
from socialkapitel.formulas import subsidised_hours as formulas
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import msg
from socialkapitel.money import Kroner, Number, amount, decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import read_date
from socialkapitel.sources import FormerCitation, Rule, Source

FIXED_PAY_FROM = date(2015, 1, 1)
"""The day from which the law fixes the hourly pay."""

BENEFIT_DAYS = 5
"""Days of a week for which unemployment benefit is counted."""

_LAW = Source(
    f"LAB § 72; {ORDER} §§ 70-71",
    "BEK 2636/2021, elov.dk",
    former=(FormerCitation(date(2019, 12, 31), "LAB § 55"),),
)
_OLD_LAW = midtjylland("Bilag 3, Ledige med ret til dagpenge", LAB)
BY_PAY = Rule(
    "subsidised_hours.by_pay",
    msg("Weekly hours for which the pay does not exceed the benefit, at most full time"),
    _OLD_LAW,
    date(2007, 1, 1),
    date(2014, 12, 31),
)
_WEEKLY_MAXIMUM = Rule(
    "subsidised_hours.weekly_maximum", msg("Highest benefit a week"), _LAW, FIXED_PAY_FROM
)
_BY_MAXIMUM = Rule(
    "subsidised_hours.by_maximum",
    msg("Weekly hours: full time, times the benefit's share of the highest benefit"),
    _LAW,
    FIXED_PAY_FROM,
)

_BY_HELP = Rule(
    "subsidised_hours.by_help",
    msg(
        "Weekly hours: full time, times the help's share of the highest benefit, at most full time"
    ),
    attrs.evolve(_LAW, read_in="star.dk, Beregn arbejdstid i offentligt løntilskud"),
    FIXED_PAY_FROM,
)
_HELP = Rule(
    "subsidised_hours.help",
    msg("Help with the special support before tax"),
    attrs.evolve(_LAW, read_in="star.dk, Beregn arbejdstid i offentligt løntilskud"),
    FIXED_PAY_FROM,
)
_OF_PART_TIME = Fraction(2, 3)

DAILY = "unemployment_benefit.max_daily"
MONTHLY = "unemployment_benefit.max_monthly"
HOURLY_PAY = "wage_subsidy.public_hourly_pay"

_BENEFITS = {
    "weekly_benefit": Unit.DKK_PER_WEEK,
    "monthly_benefit": Unit.DKK_PER_MONTH,
}


class BenefitKind(Enum):
    """What an unemployed person lives on before a public job with wage subsidy (forsørgelse).

    * ``FULL_TIME_INSURED``: unemployment benefit of a person insured for full time.
    * ``PART_TIME_INSURED``: unemployment benefit of a person insured part-time
      (deltidsforsikret): at most two thirds of the highest benefit.
    * ``CASH_BENEFIT``: cash benefit, education benefit or resource-process benefit (kontanthjælp,
      uddannelseshjælp, ressourceforløbsydelse).
    """

    FULL_TIME_INSURED = "full_time_insured"
    PART_TIME_INSURED = "part_time_insured"
    CASH_BENEFIT = "cash_benefit"


def _former(*args: Any, **kwargs: Any) -> Mapping[str, Any] | None:
    """A call in the former form, without the kind of benefit: the day first."""
    if "kind" in kwargs or (args and not isinstance(args[0], date)):
        return None
    days = {"on": args[0]} if args else {}
    return {"kind": BenefitKind.FULL_TIME_INSURED, **days, **kwargs}


@attrs.frozen(kw_only=True)
class SubsidisedHours(Explained):
    """Weekly hours in a public job with wage subsidy.

    Attributes:
        hours: hours a week; whole ones since 2015.
        maximum: the highest benefit, a week or a month as the benefit was given, in kroner;
            None before 2015, where it isn't needed.
    """

    hours: Decimal
    maximum: Decimal | None


@with_former(
    _former, "subsidised_hours(on, ...)", "subsidised_hours(BenefitKind.FULL_TIME_INSURED, on, ...)"
)
def subsidised_hours(
    kind: BenefitKind | str,
    on: date | str,
    *,
    weekly_benefit: Number | None = None,
    monthly_benefit: Number | None = None,
    special_support: Number = 0,
    hourly_pay: Number | None = None,
    parameters: ParameterSet | None = None,
) -> SubsidisedHours:
    """Weekly hours of an unemployed person in a public job with wage subsidy (job med løntilskud).

    Since 2015: the person's benefit over the highest benefit, times 37, rounded up to whole
    hours, at most 37; for people insured part-time the highest benefit is the same one. Law:
    LAB § 72; the order on active employment §§ 70-71 (before 2020: LAB § 55).

    From 2007 through 2014: the hours whose pay stays within the benefit, rounded down to
    hundredths, at most 37; a month's benefit counts 12/52 a week. How the hours were rounded then
    is not known: the caveat ``hours-before-2015`` says so. The hourly pay had a highest rate, whose
    amount is not known: ``hourly-pay-limit-before-2015``.

    The trap: the law's hourly pay is the highest benefit divided by the full-time hours and by
    0.92, and it is published with two decimals. Going back from that rounded pay can pass 37
    hours by a hair, and rounding up then gives 38. That is why the highest benefit itself is used.

    Args:
        kind: what the person lives on: a `BenefitKind`.
        on: the first day of the job; the hours are fixed for the whole time.
        weekly_benefit: the person's own benefit (dagpenge) before tax in kroner a week, above 0;
            since July 2017 the benefit is set by the month, and this is refused.
        monthly_benefit: the same in kroner a month; exactly one of the two.
        special_support: with cash benefit, kroner of special support (særlig støtte) a month, which
            is free of tax: it counts divided by 0.6.
        hourly_pay: kroner an hour, needed before 2015; since then the law fixes it, and none is
            accepted.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for both benefits or none, a benefit above the highest one, special support
            without cash benefit, or an hourly pay missing before 2015 or given since.
        NotInForce: for a day before 2007, with cash benefit before 2015, one for which the highest
            benefit is not known, or a weekly benefit after June 2017.

    >>> import socialkapitel as sk
    >>> full_time = sk.BenefitKind.FULL_TIME_INSURED
    >>> sk.subsidised_hours(full_time, date(2018, 3, 1), monthly_benefit="9316.50").hours
    Decimal('19.00')
    >>> sk.subsidised_hours(full_time, date(2018, 3, 1), monthly_benefit="18633").hours
    Decimal('37.00')
    >>> part_time = sk.BenefitKind.PART_TIME_INSURED
    >>> sk.subsidised_hours(part_time, date(2024, 3, 1), monthly_benefit="13573").hours
    Decimal('25.00')
    """
    kind = member(kind, BenefitKind, "kind")
    on = read_date(on, "on")
    support = amount(special_support, "special_support")
    given = {"weekly_benefit": weekly_benefit, "monthly_benefit": monthly_benefit}
    benefits = {
        field: read_monthly_pay(value, field) for field, value in given.items() if value is not None
    }
    pay = None if hourly_pay is None else read_hourly_pay(hourly_pay)
    if len(benefits) != 1:
        raise InvalidInput(
            "weekly_benefit",
            weekly_benefit,
            msg("exactly one of benefit by the week and benefit by the month"),
        )
    ((field, benefit),) = benefits.items()
    if kind is BenefitKind.CASH_BENEFIT:
        _BY_HELP.check(on)
        if field != "monthly_benefit":
            raise InvalidInput(
                field,
                benefit,
                msg("benefit by the month (monthly_benefit): help is paid by the month"),
            )
    elif support:
        raise InvalidInput("special_support", support, msg("0: it belongs to cash benefit alone"))
    if on < FIXED_PAY_FROM:
        BY_PAY.check(on)
        if pay is None:
            raise InvalidInput(
                "hourly_pay",
                None,
                msg("the agreed hourly pay: before 2015 the hours follow from it"),
            )
    elif pay is not None:
        raise InvalidInput("hourly_pay", pay, msg("None: since 2015 the law fixes the hourly pay"))
    return worked_out(
        msg("Weekly hours in a job with wage subsidy, {day}", day=on),
        figures_or_packaged(parameters),
        _work,
        on,
        field,
        benefit,
        pay,
        kind,
        support,
    )


def _work(
    sheet: Worksheet,
    on: date,
    field: str,
    benefit: Decimal,
    pay: Decimal | None,
    kind: BenefitKind,
    support: Decimal,
) -> SubsidisedHours:
    if kind is BenefitKind.CASH_BENEFIT:
        return _by_help(sheet, on, benefit, support)
    operand = sheet.given(field, benefit, _BENEFITS[field])
    if pay is None:
        return _by_maximum(sheet, on, operand, benefit, kind)
    return _by_pay(sheet, on, operand, benefit, pay)


def _by_help(sheet: Worksheet, on: date, benefit: Decimal, support: Decimal) -> SubsidisedHours:
    operand = sheet.given(
        "monthly_benefit", benefit, Unit.DKK_PER_MONTH, label=GIVENS["monthly_help"]
    )
    whole = oere(benefit)
    if support:
        special = sheet.given("special_support", support, Unit.DKK_PER_MONTH)
        whole += formulas.before_tax(oere(support))
        operand = sheet.calculate(
            _HELP,
            on,
            "help + support * 10 / 6",
            {"help": operand, "support": special},
            decimal(whole),
            Unit.DKK_PER_MONTH,
            rounding=Rounding.OERE,
        )
    figure = sheet.figure(MONTHLY, on)
    highest = divisor(figure)
    hours = decimal(100 * formulas.hours_by_maximum(min(whole, highest), highest, FULL_TIME))
    sheet.calculate(
        _BY_HELP,
        on,
        f"min(benefit / maximum, 1) * {FULL_TIME}",
        {"benefit": operand, "maximum": sheet.of(figure)},
        hours,
        Unit.HOURS_PER_WEEK,
        rounding=Rounding.UP,
    )
    return SubsidisedHours(hours=hours, maximum=decimal(highest), explanation=sheet.explanation())


def _by_maximum(
    sheet: Worksheet, on: date, operand: Operand, benefit: Decimal, kind: BenefitKind
) -> SubsidisedHours:
    maximum, highest = _maximum(sheet, on, operand.unit)
    most = highest
    if kind is BenefitKind.PART_TIME_INSURED:
        most = 100 * ceil(_OF_PART_TIME * highest / 100)  # in whole kroner
    if oere(benefit) > most:
        raise InvalidInput(
            operand.origin,
            benefit,
            msg("at most the highest benefit, {highest}", highest=decimal(most)),
        )
    hours = decimal(100 * formulas.hours_by_maximum(oere(benefit), highest, FULL_TIME))
    sheet.calculate(
        _BY_MAXIMUM,
        on,
        f"benefit / maximum * {FULL_TIME}",
        {"benefit": operand, "maximum": maximum},
        hours,
        Unit.HOURS_PER_WEEK,
        rounding=Rounding.UP,
    )
    return SubsidisedHours(hours=hours, maximum=decimal(highest), explanation=sheet.explanation())


def _maximum(sheet: Worksheet, on: date, unit: Unit) -> tuple[Operand, int]:
    """The highest benefit a month or a week, and its øre."""
    if unit is Unit.DKK_PER_MONTH:
        monthly = sheet.figure(MONTHLY, on)
        return sheet.of(monthly), divisor(monthly)
    daily = sheet.parameters[DAILY]
    if daily.last_day is not None and on > daily.last_day:
        raise NotInForce.of(
            NotKnown(DAILY, daily.label, on, daily.first_day, daily.last_day),
            msg(
                "the benefit is now set by the month: give the benefit by the month"
                " (monthly_benefit)"
            ),
        )
    figure = sheet.figure(DAILY, on)
    highest = BENEFIT_DAYS * divisor(figure)
    maximum = sheet.calculate(
        _WEEKLY_MAXIMUM,
        on,
        f"{BENEFIT_DAYS} * daily",
        {"daily": sheet.of(figure)},
        decimal(highest),
        Unit.DKK_PER_WEEK,
    )
    return maximum, highest


def _by_pay(
    sheet: Worksheet, on: date, operand: Operand, benefit: Decimal, pay: Decimal
) -> SubsidisedHours:
    if operand.unit is Unit.DKK_PER_WEEK:
        hours = formulas.hours_by_pay(oere(benefit), oere(pay), FULL_TIME)
        expression = f"min({FULL_TIME}, benefit / pay)"
    else:
        hours = formulas.hours_by_pay_monthly(oere(benefit), oere(pay), FULL_TIME)
        expression = f"min({FULL_TIME}, benefit * 12 / 52 / pay)"
    given = sheet.given("hourly_pay", pay, Unit.DKK_PER_HOUR)
    sheet.calculate(
        BY_PAY,
        on,
        expression,
        {"benefit": operand, "pay": given},
        decimal(hours),
        Unit.HOURS_PER_WEEK,
        rounding=Rounding.CUT,
    )
    sheet.caveat(
        "hours-before-2015",
        msg(
            "How the hours were rounded before 2015 is not known; here they are rounded down to two"
            " decimals, so that the pay does not exceed the benefit"
        ),
        concerns=("hours",),
    )
    first = sheet.parameters[HOURLY_PAY].figures[0]
    sheet.caveat(
        "hourly-pay-limit-before-2015",
        msg(
            "The hourly pay was limited, too: annex 3 B of Region Midtjylland's chapter names a"
            " highest hourly rate without its amount. The rate before 2015 was not found, so the"
            " pay given is not checked against it; the first that is known is {pay}, from"
            " {day}",
            pay=Kroner(first.value),
            day=first.valid_from,
        ),
        concerns=("hourly_pay", "wage_subsidy.public_hourly_pay"),
    )
    return SubsidisedHours(hours=decimal(hours), maximum=None, explanation=sheet.explanation())
