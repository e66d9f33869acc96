"""What a week of absence gives: hours, rate, benefit, refund and supplement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import divisor
from socialkapitel.calculators.sickness_absence import HoursRecord, SicknessAbsence, recorded_weeks
from socialkapitel.calculators.sickness_employer_period import FIRST, cited
from socialkapitel.calculators.sickness_spells import JudgedWeek, in_week
from socialkapitel.errors import InvalidInput
from socialkapitel.explanation import Operand, Outcome, Rounding, Value, Worksheet
from socialkapitel.formulas import sickness as formulas
from socialkapitel.messages import msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import Figure, Unit
from socialkapitel.periods import Week
from socialkapitel.sources import Rule, Source

_RATES = cited("§ 50, stk. 1-2")
_PLANNED = Rule(
    "sickness.planned_hours", msg("Hours of absence that were to be worked"), _RATES, FIRST
)
HOURS = Rule("sickness.hours", msg("Refundable hours"), cited("§ 50, stk. 3"), FIRST)
_OTHER_HOURS = Rule(
    "sickness.other_hours",
    msg("Refundable hours in other jobs"),
    attrs.evolve(cited("§ 50, stk. 2"), read_in="borger.dk", practice=True),
    FIRST,
)
_EMPLOYER_HOURS = Rule(
    "sickness.employer_hours", msg("Hours in the employer period"), cited("§ 30"), FIRST
)
_HIGHEST = Rule(
    "sickness.highest_hourly_rate", msg("Highest benefit an hour"), cited("§ 50, stk. 1"), FIRST
)
_RATE = Rule("sickness.hourly_rate", msg("Benefit an hour"), _RATES, FIRST)
EMPLOYER_BENEFIT = Rule(
    "sickness.employer_benefit",
    msg("Sickness benefit that the employer owes"),
    cited("§§ 30 og 50, stk. 4"),
    FIRST,
)
BENEFIT = Rule("sickness.benefit", msg("Sickness benefit"), _RATES, FIRST)
PAID_TO = Rule("sickness.paid_to", msg("Refund to the employer"), cited("§ 54"), FIRST)
REFUND = Rule("sickness.refund", msg("Refund"), cited("§ 54"), FIRST)
SUPPLEMENT = Rule(
    "sickness.supplement",
    msg("Supplement to the refund"),
    Source("sygedagpengeloven §§ 54 a-54 b"),
    date(2020, 1, 6),
)
_SUPPLEMENT_FIGURE = "sickness_benefit.refund_supplement"
_NOTHING = decimal(0)


class PaidTo(Enum):
    """Who gets the sickness benefit after the employer period.

    * ``EMPLOYER``: as a refund, because the employee has pay during the absence.
    * ``EMPLOYEE``: from the municipality.
    """

    EMPLOYER = "employer"
    EMPLOYEE = "employee"


@attrs.frozen(kw_only=True)
class SicknessWeek:
    """A week of absence and what it gives; hours and rate are shown rounded to hundredths.

    Attributes:
        week: the ISO week.
        absence_hours: hours of absence as recorded.
        outcome: `Outcome.FULFILLED` where the absence counts, `Outcome.NOT_FULFILLED` where there
            is too little of it.
        employer_period_hours: hours within the employer period.
        refundable_hours: hours after it, for which benefit is due from the municipality.
        hourly_rate: benefit an hour in kroner; None where no benefit is worked out.
        employer_benefit: sickness benefit that the employer owes in kroner; 0 where pay is paid.
        amount: the employer's refund in kroner.
        supplement: the supplement to it in whole kroner.
        benefit: the sickness benefit due after the employer period in kroner, whoever gets it.
        employer_period_days: the exact hours of each day of absence within the employer period.
        refundable_days: the exact refundable hours of each day that has any.
    """

    week: Week
    absence_hours: Decimal
    outcome: Outcome
    employer_period_hours: Decimal = _NOTHING
    refundable_hours: Decimal = _NOTHING
    hourly_rate: Decimal | None = None
    employer_benefit: Decimal = _NOTHING
    amount: Decimal = _NOTHING
    supplement: Decimal = _NOTHING
    benefit: Decimal = _NOTHING
    employer_period_days: tuple[tuple[date, Fraction], ...] = attrs.field(default=(), repr=False)
    refundable_days: tuple[tuple[date, Fraction], ...] = attrs.field(default=(), repr=False)


@attrs.frozen
class WorkedWeek:
    """A row of the result with the numbers that the totals are made of, by their rules."""

    row: SicknessWeek
    operands: Mapping[str, Operand]


class Weeks:
    """Works out the weeks of an absence on a sheet, on which the inputs are noted first.

    ``entries`` are those of the record that are worked out; all, if nothing else is said.
    """

    def __init__(
        self, sheet: Worksheet, absence: SicknessAbsence, entries: HoursRecord | None = None
    ) -> None:
        self._sheet = sheet
        self._absence = absence
        self._contract = sheet.given(
            "contract_hours",
            msg("Agreed weekly hours"),
            absence.contract_hours,
            Unit.HOURS_PER_WEEK,
        )
        self._full_time = None
        if absence.full_time_hours is not None:
            self._full_time = sheet.given(
                "full_time_hours",
                msg("Full-time weekly hours"),
                absence.full_time_hours,
                Unit.HOURS_PER_WEEK,
            )
        self._pay = sheet.given(
            "hourly_pay", msg("Hourly pay"), absence.hourly_pay, Unit.DKK_PER_HOUR
        )
        self._hours: dict[Week | date, Operand] = {}
        for key, hours in entries or absence.hours:
            label = msg("Absence hours in {week}", week=key)
            if isinstance(key, date):
                label = msg("Absence hours on {day}", day=key)
            self._hours[key] = sheet.given(f"hours[{key}]", label, hours, Unit.HOURS)
        self._hourly_maxima: dict[tuple[str, str], Operand] = {}
        others = absence.hours_in_other_jobs or ()
        self._others = {recorded.week: recorded for recorded in recorded_weeks(others)}

    def row(self, judged: JudgedWeek) -> WorkedWeek:
        """A week's row, its steps written on the sheet.

        Raises:
            NotInForce: where a week that gives benefit lies outside the rates.
        """
        recorded, over = judged.recorded, judged.over
        own, refunded = (judged.hours(by_employer=whose) for whose in (True, False))
        operands: dict[str, Operand] = {}
        rate = None
        if refunded or (own and not self._absence.paid_during_sickness):
            rate = self._rate(recorded.week)
            if own and not self._absence.paid_during_sickness:
                self._owe(operands, judged, rate, own)
            if refunded:
                self._pay_out(operands, judged, rate, refunded)

        def amount(rule: Rule) -> Decimal:
            found = operands.get(rule.id)
            return decimal(found.hundredths) if found else _NOTHING

        shown = formulas.shown_hours(refunded, over)
        row = SicknessWeek(
            week=recorded.week,
            absence_hours=decimal(recorded.hours),
            outcome=Outcome.FULFILLED if judged.counts else Outcome.NOT_FULFILLED,
            employer_period_hours=decimal(formulas.shown_hours(own + refunded, over) - shown),
            refundable_hours=decimal(shown),
            hourly_rate=decimal(rate.shown) if rate else None,
            employer_benefit=amount(EMPLOYER_BENEFIT),
            amount=amount(REFUND),
            supplement=amount(SUPPLEMENT),
            benefit=amount(BENEFIT),
            employer_period_days=judged.hours_by_day(by_employer=True),
            refundable_days=judged.hours_by_day(by_employer=False),
        )
        return WorkedWeek(row, operands)

    def _step(
        self,
        rule: Rule,
        week: Week,
        expression: str,
        operands: Mapping[str, Operand],
        value: Value,
        unit: Unit = Unit.DKK,
        *,
        rounding: Rounding = Rounding.NONE,
        day: date | None = None,
    ) -> Operand:
        """A step of a week, by the law of its Monday unless it is about another day."""
        return self._sheet.calculate(
            rule,
            day or week.monday,
            expression,
            operands,
            value,
            unit,
            rounding=rounding,
            key=str(week),
            label=in_week(rule, week),
        )

    def _rate(self, week: Week) -> _Rate:
        """What an hour of the week gives."""
        sheet, monday = self._sheet, week.monday
        contribution = sheet.figure("labour_market_contribution", monday)
        if contribution.value > 100:
            raise InvalidInput(
                contribution.parameter, contribution.value, msg("a percentage from 0 to 100")
            )
        maximum = sheet.figure("sickness_benefit.max_weekly", monday)
        highest, full_time = self._highest(maximum, monday)
        pay, share = oere(self._absence.hourly_pay), contribution.hundredths
        by_pay = Fraction(pay * (formulas.PER_CENT - share), formulas.PER_CENT * 100)
        hourly = self._step(
            _RATE,
            week,
            "min(pay * (100 - contribution) / 100, maximum)",
            {"pay": self._pay, "contribution": sheet.of(contribution), "maximum": highest},
            min(by_pay, Fraction(highest.value)),
            Unit.DKK_PER_HOUR,
        )
        shown = formulas.shown_rate(pay, share, maximum.hundredths, full_time)
        return _Rate(hourly, maximum, share, full_time, shown)

    def _highest(self, maximum: Figure, day: date) -> tuple[Operand, int]:
        """The weekly maximum by the hour, and the hours of a full-time week, in hundredths."""
        sheet, full_time = self._sheet, self._full_time
        if full_time is None:
            norm = sheet.figure("sickness_benefit.norm_hours", day)
            divisor(norm)
            full_time = sheet.of(norm)
        hours, of = full_time.hundredths, (maximum.key, full_time.origin)
        if of not in self._hourly_maxima:
            self._hourly_maxima[of] = sheet.calculate(
                _HIGHEST,
                day,
                "maximum / full_time",
                {"maximum": sheet.of(maximum), "full_time": full_time},
                Fraction(maximum.hundredths, hours),
                Unit.DKK_PER_HOUR,
                key=str(day),
            )
        return self._hourly_maxima[of], hours

    def _benefit(self, hours: int, over: int, rate: _Rate, cap: int) -> int:
        """The benefit for so many hours, in øre."""
        pay, most = oere(self._absence.hourly_pay), rate.maximum.hundredths
        due: int = formulas.benefit(hours, over, pay, rate.contribution, most, rate.full_time, cap)
        return due

    def _owe(
        self, operands: dict[str, Operand], judged: JudgedWeek, rate: _Rate, hours: int
    ) -> None:
        """The benefit that the employer owes in the employer period."""
        days = [day.day for day in judged.days if day.by_employer]
        owed = self._benefit(hours, judged.over, rate, rate.maximum.hundredths)
        operands[EMPLOYER_BENEFIT.id] = self._step(
            EMPLOYER_BENEFIT,
            judged.recorded.week,
            "hours * rate",
            {"hours": self._hours_on(_EMPLOYER_HOURS, judged, days), "rate": rate.operand},
            decimal(owed),
            rounding=Rounding.OERE,
        )

    def _pay_out(
        self, operands: dict[str, Operand], judged: JudgedWeek, rate: _Rate, hours: int
    ) -> None:
        """The benefit after the employer period, and the employer's part of it."""
        week, cap = judged.recorded.week, rate.maximum.hundredths
        days = [day.day for day in judged.days if not day.by_employer]
        counted = operands[HOURS.id] = self._hours_on(HOURS, judged, days)
        named = {
            "hours": counted,
            "rate": rate.operand,
            "maximum": self._sheet.of(rate.maximum),
        }
        expression = "min(hours * rate, maximum)"
        others = self._others_on(judged)
        if others is not None:
            named["others"] = others
            expression = "min(hours * rate, maximum * hours / (hours + others))"
            elsewhere = Fraction(others.value) * formulas.HUNDREDTHS * judged.over
            cap = formulas.weekly_cap(hours * elsewhere.denominator, elsewhere.numerator, cap)
        due = self._benefit(hours, judged.over, rate, cap)
        benefit = operands[BENEFIT.id] = self._step(
            BENEFIT, week, expression, named, decimal(due), rounding=Rounding.OERE
        )
        if not self._absence.paid_during_sickness:
            return
        refund = formulas.refund(due, hours, judged.over, oere(self._absence.hourly_pay))
        operands[REFUND.id] = self._step(
            REFUND,
            week,
            "min(benefit, hours * pay)",
            {"benefit": benefit, "hours": counted, "pay": self._pay},
            decimal(refund),
            rounding=Rounding.OERE,
        )
        self._add_supplement(operands, week, refund)

    def _add_supplement(self, operands: dict[str, Operand], week: Week, refund: int) -> None:
        """The supplement beside the refund; none before it was introduced."""
        sheet = self._sheet
        if week.monday < sheet.parameters[_SUPPLEMENT_FIGURE].first_day:
            return
        percentage = sheet.figure(_SUPPLEMENT_FIGURE, week.monday)
        operands[SUPPLEMENT.id] = self._step(
            SUPPLEMENT,
            week,
            "refund * percentage / 100",
            {"refund": operands[REFUND.id], "percentage": sheet.of(percentage)},
            decimal(formulas.supplement(refund, percentage.hundredths)),
            rounding=Rounding.KRONE,
        )

    # --- hours ----------------------------------------------------------------------------------

    def _hours_on(self, rule: Rule, judged: JudgedWeek, days: Sequence[date]) -> Operand:
        """A week's hours on some of its days, as a number to reckon on with."""
        week = judged.recorded.week
        if judged.recorded.by_date:
            return self._sum(rule, week, {day: self._hours[day] for day in days})
        hours = self._hours[week]
        if judged.above_plan:
            contract, weekdays = self._absence.contract_hours, len(judged.working)
            hours = self._step(
                _PLANNED,
                week,
                "min(hours, contract * weekdays / 5)",
                {"hours": hours, "contract": self._contract, "weekdays": self._weekdays(judged)},
                Fraction(contract) * weekdays / formulas.WEEKDAYS,
                Unit.HOURS,
                day=judged.working[0],
            )
        return self._part(rule, judged, hours, days)

    def _part(
        self, rule: Rule, judged: JudgedWeek, hours: Operand, days: Sequence[date]
    ) -> Operand:
        """The part of hours that are given for a week that lies on some of its working days."""
        week = judged.recorded.week
        if len(days) == len(judged.working):
            return hours
        name = f"days[{week}]"
        label = msg("Working days after the employer period in {week}", week=week)
        if rule is _EMPLOYER_HOURS:
            name = f"employer_days[{week}]"
            label = msg("Working days in the employer period in {week}", week=week)
        return self._step(
            rule,
            week,
            "hours * days / weekdays",
            {
                "hours": hours,
                "days": self._sheet.given(name, label, len(days), Unit.DAYS),
                "weekdays": self._weekdays(judged),
            },
            Fraction(hours.value) * len(days) / len(judged.working),
            Unit.HOURS,
            day=days[0],
        )

    def _weekdays(self, judged: JudgedWeek) -> Operand:
        week = judged.recorded.week
        label = msg("Working days of absence in {week}", week=week)
        return self._sheet.given(f"weekdays[{week}]", label, len(judged.working), Unit.DAYS)

    def _sum(self, rule: Rule, week: Week, hours: Mapping[date, Operand]) -> Operand:
        """The hours of several dates of a week."""
        named = {f"day_{day.isoweekday()}": operand for day, operand in hours.items()}
        if len(named) == 1:
            return next(iter(named.values()))
        return self._step(
            rule,
            week,
            " + ".join(named),
            named,
            decimal(sum(operand.hundredths for operand in named.values())),
            Unit.HOURS,
            day=next(iter(hours)),
        )

    def _others_on(self, judged: JudgedWeek) -> Operand | None:
        """The hours in other jobs that benefit is due for; None where there are none."""
        if not judged.elsewhere:
            return None
        recorded = self._others[judged.recorded.week]
        if recorded.by_date:
            hours = dict(recorded.dates)
            given = {day: self._elsewhere(day, decimal(hours[day])) for day in judged.elsewhere}
            return self._sum(_OTHER_HOURS, recorded.week, given)
        whole = self._elsewhere(recorded.week, decimal(recorded.hours))
        return self._part(_OTHER_HOURS, judged, whole, judged.elsewhere)

    def _elsewhere(self, key: Week | date, hours: Decimal) -> Operand:
        label = msg("Absence hours in other jobs in {week}", week=key)
        if isinstance(key, date):
            label = msg("Absence hours in other jobs on {day}", day=key)
        return self._sheet.given(f"hours_in_other_jobs[{key}]", label, hours, Unit.HOURS)


@attrs.frozen
class _Rate:
    """A week's benefit an hour, and what the formulas make it of."""

    operand: Operand
    maximum: Figure
    contribution: int
    full_time: int
    shown: int
