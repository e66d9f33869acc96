"""The hours of an absence's weeks as steps: planned, refundable, the employer's own, elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.inputs import from_day
from socialkapitel.calculators.schedule import FIFTHS
from socialkapitel.calculators.sickness_absence import HoursRecord, SicknessAbsence, recorded_weeks
from socialkapitel.calculators.sickness_calendar import JudgedWeek
from socialkapitel.calculators.sickness_employer_period import FIRST, cited
from socialkapitel.calculators.sickness_spells import in_week
from socialkapitel.explanation import Operand, Rounding, Value, Worksheet
from socialkapitel.formulas import sickness as formulas
from socialkapitel.messages import Message, msg
from socialkapitel.money import decimal
from socialkapitel.parameters import Unit
from socialkapitel.periods import Week
from socialkapitel.sources import Rule

RATES = cited("§ 50, stk. 1-2")
_PLANNED = Rule(
    "sickness.planned_hours", msg("Hours of absence that were to be worked"), RATES, FIRST
)
HOURS = Rule("sickness.hours", msg("Refundable hours"), cited("§ 50, stk. 3"), FIRST)
_OTHER_HOURS = Rule(
    "sickness.other_hours",
    msg("Refundable hours in other jobs"),
    attrs.evolve(cited("§ 50, stk. 2"), read_in="borger.dk", practice=True),
    FIRST,
)
EMPLOYER_HOURS = Rule(
    "sickness.employer_hours", msg("Hours in the employer period"), cited("§ 30"), FIRST
)


class WeekHours:
    """Notes the inputs of an absence on a sheet, and works out the hours of its weeks.

    ``entries`` are those of the record that are worked out; all, if nothing else is said.
    """

    def __init__(
        self, sheet: Worksheet, absence: SicknessAbsence, entries: HoursRecord | None = None
    ) -> None:
        self._sheet = sheet
        self._absence = absence
        self._plan = plan = absence.plan
        self._contracts = {
            since: sheet.given(
                f"contract_hours[{since}]" if since else "contract_hours",
                schedule.norm_hours,
                Unit.HOURS_PER_WEEK,
                label=from_day("contract_hours", since) if since else None,
            )
            for since, schedule in ((None, plan), *plan.changes)
        }
        self._full_time = None
        if absence.full_time_hours is not None:
            self._full_time = sheet.given(
                "full_time_hours",
                absence.full_time_hours,
                Unit.HOURS_PER_WEEK,
            )
        self._pay = {
            since: sheet.given(
                f"hourly_pay[{since}]" if since else "hourly_pay",
                pay,
                Unit.DKK_PER_HOUR,
                label=from_day("hourly_pay", since) if since else None,
            )
            for since, pay in ((None, absence.hourly_pay), *absence.pay_changes)
        }
        self._hours: dict[Week | date, Operand] = {}
        for key, hours in entries or absence.hours:
            label = _absence_hours(key) if sheet.kept else None
            self._hours[key] = sheet.given(f"hours[{key}]", hours, Unit.HOURS, label=label)
        self._hourly_maxima: dict[tuple[str, str], Operand] = {}
        self._rates: dict[tuple[date | None, str, str], tuple[Fraction, formulas.Rate]] = {}
        others = absence.hours_in_other_jobs or ()
        self._others = {recorded.week: recorded for recorded in recorded_weeks(others)}

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
        told = self._sheet.kept
        return self._sheet.calculate(
            rule,
            day or week.monday,
            expression,
            operands,
            value,
            unit,
            rounding=rounding,
            key=str(week) if told else "",
            label=in_week(rule, week) if told else None,
        )

    def _hours_on(self, rule: Rule, judged: JudgedWeek, days: Sequence[date]) -> Operand:
        """A week's hours on some of its days, as a number to calculate on with."""
        week = judged.recorded.week
        if judged.recorded.by_date:
            return self._sum(rule, week, {day: self._on_day(judged, day) for day in days})
        hours = self._hours[week]
        plan = self._plan
        if judged.above_plan and judged.is_even and plan.in_force(judged.working[0]).is_even:
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
        most = self._sheet.given(f"planned[{day}]", decimal(planned), Unit.HOURS, label=label)
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
            return self._sheet.given(f"planned[{week}]", total, Unit.HOURS, label=label)
        label = msg("Planned hours in {week} from {day}", week=week, day=days[0])
        name = f"planned[{week}, {days[0]}/{days[-1]}]"
        return self._sheet.given(name, total, Unit.HOURS, label=label)

    def _part(
        self, rule: Rule, judged: JudgedWeek, hours: Operand, days: Sequence[date]
    ) -> Operand:
        """The part of a week's hours that falls on some of its working days."""
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
        if rule is EMPLOYER_HOURS:
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
                "days": self._sheet.given(name, len(days), Unit.DAYS, label=label),
                "weekdays": self._weekdays(judged),
            },
            Fraction(hours.value) * len(days) / len(judged.working),
            Unit.HOURS,
            day=days[0],
        )

    def _weekdays(self, judged: JudgedWeek) -> Operand:
        week = judged.recorded.week
        label = msg("Working days of absence in {week}", week=week)
        return self._sheet.given(f"weekdays[{week}]", len(judged.working), Unit.DAYS, label=label)

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
        return self._sheet.given(f"hours_in_other_jobs[{key}]", hours, Unit.HOURS, label=label)


def _absence_hours(key: Week | date) -> Message:
    """What the hours of a week or a date are called."""
    if isinstance(key, date):
        return msg("Absence hours on {day}", day=key)
    return msg("Absence hours in {week}", week=key)
