"""What a week of absence gives: hours, rate, benefit, refund and supplement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import divisor
from socialkapitel.calculators.schedule import FIFTHS
from socialkapitel.calculators.sickness_absence import HoursRecord, SicknessAbsence, recorded_weeks
from socialkapitel.calculators.sickness_employer_period import FIRST, cited
from socialkapitel.calculators.sickness_spells import JudgedWeek, in_week
from socialkapitel.errors import NotInForce
from socialkapitel.explanation import Operand, Outcome, Rounding, Value, Worksheet
from socialkapitel.formulas import sickness as formulas
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import Figure, Unit, refused_figure
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
        outcome: `Outcome.FULFILLED` where the absence counts, or goes on over a week in which
            nothing was to be worked; `Outcome.NOT_FULFILLED` where there is too little of it;
            `Outcome.UNRESOLVED` where a figure that it needs isn't known.
        employer_period_hours: hours within the employer period.
        refundable_hours: hours after it, for which benefit is due from the municipality.
        hourly_rate: benefit an hour in kroner, the average where the pay changes within the week;
            None where no benefit is worked out.
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
    """A row of the result with the numbers that the totals are made of, by their rules.

    ``unknown`` tells why the week can't be worked out.
    """

    row: SicknessWeek
    operands: Mapping[str, Operand]
    unknown: NotInForce | None = None


class Weeks:
    """Works out the weeks of an absence on a sheet, on which the inputs are noted first.

    ``entries`` are those of the record that are worked out; all, if nothing else is said.
    """

    def __init__(
        self, sheet: Worksheet, absence: SicknessAbsence, entries: HoursRecord | None = None
    ) -> None:
        self._sheet = sheet
        self._absence = absence
        plan = absence.plan
        self._contracts = {
            since: sheet.given(
                f"contract_hours[{since}]" if since else "contract_hours",
                msg("Agreed weekly hours from {day}", day=since)
                if since
                else msg("Agreed weekly hours"),
                schedule.norm_hours,
                Unit.HOURS_PER_WEEK,
            )
            for since, schedule in ((None, plan), *plan.changes)
        }
        self._full_time = None
        if absence.full_time_hours is not None:
            self._full_time = sheet.given(
                "full_time_hours",
                msg("Full-time weekly hours"),
                absence.full_time_hours,
                Unit.HOURS_PER_WEEK,
            )
        self._pay = {
            since: sheet.given(
                f"hourly_pay[{since}]" if since else "hourly_pay",
                msg("Hourly pay from {day}", day=since) if since else msg("Hourly pay"),
                pay,
                Unit.DKK_PER_HOUR,
            )
            for since, pay in ((None, absence.hourly_pay), *absence.pay_changes)
        }
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

        Where a figure isn't known that the week needs, nothing of it is known.
        """
        recorded, over = judged.recorded, judged.over
        own, refunded = (judged.hours(by_employer=whose) for whose in (True, False))
        operands: dict[str, Operand] = {}
        unknown, rate = judged.unknown, None
        try:
            if own and not self._absence.paid_during_sickness:
                rate = self._owe(operands, judged)
            if refunded:
                rate = self._pay_out(operands, judged)
        except NotInForce as error:
            unknown = error
        if unknown is not None:
            row = SicknessWeek(
                week=recorded.week,
                absence_hours=decimal(recorded.hours),
                outcome=Outcome.UNRESOLVED,
            )
            return WorkedWeek(row, {}, unknown)

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
            hourly_rate=None if rate is None else decimal(rate),
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

    def _rate(self, week: Week, since: date | None) -> _Rate:
        """What an hour of the week gives at the pay that holds since a day."""
        sheet, monday = self._sheet, week.monday
        contribution = sheet.figure("labour_market_contribution", monday)
        if contribution.value > 100:
            raise refused_figure(contribution, msg("a percentage from 0 to 100"))
        maximum = sheet.figure("sickness_benefit.max_weekly", monday)
        highest, full_time = self._highest(maximum, monday)
        paid = self._pay[since]
        pay, share = paid.hundredths, contribution.hundredths
        by_pay = Fraction(pay * (formulas.PER_CENT - share), formulas.PER_CENT * 100)
        hourly = self._step(
            _since(_RATE, since, first=False),
            week,
            "min(pay * (100 - contribution) / 100, maximum)",
            {"pay": paid, "contribution": sheet.of(contribution), "maximum": highest},
            min(by_pay, Fraction(highest.value)),
            Unit.DKK_PER_HOUR,
        )
        return _Rate(hourly, maximum, formulas.Rate(pay, share, maximum.hundredths, full_time))

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

    def _at_pay(self, rule: Rule, judged: JudgedWeek, *, by_employer: bool) -> _AtPay:
        """The hours of a week with the rates that they are paid by, one for each pay."""
        week, absence = judged.recorded.week, self._absence
        days: dict[date | None, list[date]] = {}
        hours: dict[date | None, int] = {}
        for counted in judged.days:
            if counted.by_employer is by_employer:
                since, _ = absence.pay_on(counted.day)
                days.setdefault(since, []).append(counted.day)
                hours[since] = hours.get(since, 0) + counted.hours
        several = len(days) > 1
        rates = {since: self._rate(week, since) for since in days}
        named: dict[str, Operand] = {}
        pays: dict[str, Operand] = {}
        terms: list[str] = []
        for place, since in enumerate(days, start=1):
            mark = f"_{place}" if several else ""
            part = _since(rule, since, first=place == 1) if several else rule
            named[f"hours{mark}"] = self._hours_on(part, judged, days[since])
            named[f"rate{mark}"] = rates[since].operand
            pays[f"hours{mark}"], pays[f"pay{mark}"] = named[f"hours{mark}"], self._pay[since]
            terms.append(f"hours{mark} * rate{mark}")
        return _AtPay(
            expression=" + ".join(terms),
            named=named,
            pays=pays,
            parts=tuple((hours[since], rates[since].rate) for since in days),
            maximum=next(iter(rates.values())).maximum,
        )

    def _owe(self, operands: dict[str, Operand], judged: JudgedWeek) -> int:
        """The benefit that the employer owes in the employer period; the rate an hour."""
        own = self._at_pay(_EMPLOYER_HOURS, judged, by_employer=True)
        owed = formulas.by_rates(own.parts, judged.over)
        operands[EMPLOYER_BENEFIT.id] = self._step(
            EMPLOYER_BENEFIT,
            judged.recorded.week,
            own.expression,
            own.named,
            decimal(owed),
            rounding=Rounding.OERE,
        )
        return own.shown

    def _pay_out(self, operands: dict[str, Operand], judged: JudgedWeek) -> int:
        """The benefit after the employer period, and the employer's part; the rate an hour."""
        week, over = judged.recorded.week, judged.over
        due_on = self._at_pay(HOURS, judged, by_employer=False)
        hours = sum(each for each, _ in due_on.parts)
        operands[HOURS.id] = self._all_hours(judged, due_on)
        named, expression = dict(due_on.named), due_on.expression
        due = formulas.by_rates(due_on.parts, over)
        if not judged.rota:
            cap = due_on.maximum.hundredths
            named["maximum"] = self._sheet.of(due_on.maximum)
            others = self._others_on(judged)
            limit = "maximum"
            if others is not None:
                named["others"] = others
                counted = " + ".join(name for name in named if name.startswith("hours"))
                whole = f"({counted})" if len(due_on.parts) > 1 else counted
                limit = f"maximum * {whole} / ({counted} + others)"
                elsewhere = Fraction(others.value) * formulas.HUNDREDTHS * over
                cap = formulas.weekly_cap(hours * elsewhere.denominator, elsewhere.numerator, cap)
            expression = f"min({expression}, {limit})"
            due = min(due, cap)
        benefit = operands[BENEFIT.id] = self._step(
            BENEFIT, week, expression, named, decimal(due), rounding=Rounding.OERE
        )
        if self._absence.paid_during_sickness:
            paid = due_on.expression.replace("rate", "pay")
            refund = formulas.refund_at(due, due_on.parts, over)
            operands[REFUND.id] = self._step(
                REFUND,
                week,
                f"min(benefit, {paid})",
                {"benefit": benefit, **due_on.pays},
                decimal(refund),
                rounding=Rounding.OERE,
            )
            self._add_supplement(operands, week, refund)
        return due_on.shown

    def _all_hours(self, judged: JudgedWeek, due_on: _AtPay) -> Operand:
        """A week's refundable hours, at whatever pay."""
        if len(due_on.parts) == 1:
            return due_on.named["hours"]
        named = {name: each for name, each in due_on.named.items() if name.startswith("hours")}
        total = sum((Fraction(each.value) for each in named.values()), Fraction(0))
        week = judged.recorded.week
        return self._step(HOURS, week, " + ".join(named), named, total, Unit.HOURS)

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
            return self._sum(rule, week, {day: self._on_day(judged, day) for day in days})
        hours = self._hours[week]
        plan = self._absence.plan
        if judged.above_plan and judged.is_even and plan.on(judged.working[0]).is_even:
            hours = self._step(
                _PLANNED,
                week,
                "min(hours, contract * weekdays / 5)",
                {
                    "hours": hours,
                    "contract": self._contract_on(judged.working[0]),
                    "weekdays": self._weekdays(judged),
                },
                Fraction(sum(judged.planned), FIFTHS),
                Unit.HOURS,
                day=judged.working[0],
            )
        elif judged.above_plan:
            hours = self._step(
                _PLANNED,
                week,
                "min(hours, planned)",
                {"hours": hours, "planned": self._planned(judged, judged.working)},
                Fraction(sum(judged.planned), FIFTHS),
                Unit.HOURS,
                day=judged.working[0],
            )
        return self._part(rule, judged, hours, days)

    def _contract_on(self, day: date) -> Operand:
        """The agreed weekly hours of a day."""
        found = self._contracts[None]
        for since, contract in self._contracts.items():
            if since is not None and since <= day:
                found = contract
        return found

    def _on_day(self, judged: JudgedWeek, day: date) -> Operand:
        """The hours of a date, at most what was planned on it."""
        hours, planned = self._hours[day], dict(judged.capped).get(day)
        if planned is None:
            return hours
        label = msg("Planned hours on {day}", day=day)
        most = self._sheet.given(f"planned[{day}]", label, decimal(planned), Unit.HOURS)
        return self._sheet.calculate(
            _PLANNED,
            day,
            "min(hours, planned)",
            {"hours": hours, "planned": most},
            decimal(planned),
            Unit.HOURS,
            key=str(day),
        )

    def _planned(self, judged: JudgedWeek, days: Sequence[date]) -> Operand:
        """The hours that were planned on some of a week's working days."""
        week = judged.recorded.week
        of_day = dict(zip(judged.working, judged.planned, strict=True))
        total = Fraction(sum(of_day[day] for day in days), FIFTHS)
        if len(days) == len(judged.working):
            label = msg("Planned hours in {week}, public holidays left out", week=week)
            return self._sheet.given(f"planned[{week}]", label, total, Unit.HOURS)
        label = msg("Planned hours in {week} from {day}", week=week, day=days[0])
        name = f"planned[{week}, {days[0]}/{days[-1]}]"
        return self._sheet.given(name, label, total, Unit.HOURS)

    def _part(
        self, rule: Rule, judged: JudgedWeek, hours: Operand, days: Sequence[date]
    ) -> Operand:
        """The part of hours that are given for a week that lies on some of its working days."""
        week = judged.recorded.week
        if len(days) == len(judged.working):
            return hours
        if not judged.is_even:
            part, planned = self._planned(judged, days), self._planned(judged, judged.working)
            return self._step(
                rule,
                week,
                "hours * part / planned",
                {"hours": hours, "part": part, "planned": planned},
                Fraction(hours.value) * Fraction(part.value) / Fraction(planned.value),
                Unit.HOURS,
                day=days[0],
            )
        name = f"days[{week}]"
        label = msg("Working days after the employer period in {week}", week=week)
        if rule is _EMPLOYER_HOURS:
            name = f"employer_days[{week}]"
            label = msg("Working days in the employer period in {week}", week=week)
        elif rule.id not in {HOURS.id, _OTHER_HOURS.id}:
            name = f"days[{week}, {days[0]}/{days[-1]}]"
            label = msg("Working days in {week} from {day}", week=week, day=days[0])
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
    """A week's benefit an hour at one pay, and what the formulas make it of."""

    operand: Operand
    maximum: Figure
    rate: formulas.Rate


@attrs.frozen
class _AtPay:
    """Hours of a week at the rates that they are paid by.

    Attributes:
        expression: the hours times their rates, over the names in ``named``.
        named: hours and rates.
        pays: hours and pay.
        parts: hours, in hundredths over the week's ``over``, and rates.
        maximum: the weekly maximum.
    """

    expression: str
    named: Mapping[str, Operand]
    pays: Mapping[str, Operand]
    parts: tuple[tuple[int, formulas.Rate], ...]
    maximum: Figure

    @property
    def shown(self) -> int:
        """The rate an hour, on average, rounded to the øre to be shown."""
        return formulas.shown_rate_at(self.parts)


def _since(rule: Rule, since: date | None, *, first: bool) -> Rule:
    """A rule as it is applied to hours at a pay that holds since a day, or to a week's first."""
    if since is None:
        label = msg("{label}, first pay", label=rule.label)
        return attrs.evolve(rule, id=f"{rule.id}_first", label=label) if first else rule
    label = msg("{label}, pay from {day}", label=rule.label, day=since)
    return attrs.evolve(rule, id=f"{rule.id}_from_{since}", label=label)
