"""Which hours of an absence count, and the spells that they make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from socialkapitel.calculators.sickness_absence import (
    RecordedWeek,
    RefundBasis,
    SicknessAbsence,
    recorded_weeks,
)
from socialkapitel.calculators.sickness_calendar import (
    HOLIDAYS,
    CountedDay,
    Course,
    DayState,
    JudgedWeek,
    SicknessSpell,
)
from socialkapitel.calculators.sickness_employer_period import (
    CHAPTERS,
    FIRST,
    NO_MINIMUM,
    check_basis,
    cited,
    judge_first_days,
)
from socialkapitel.errors import NotInForce
from socialkapitel.explanation import Outcome, Worksheet, counted
from socialkapitel.formulas import sickness as formulas
from socialkapitel.holidays import weekday_holiday
from socialkapitel.messages import Message, joined, msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.periods import Period, Week
from socialkapitel.sources import Rule, Source

_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)

_NOT_RECORDED = Rule(
    "sickness.not_recorded", msg("The hours of every week are recorded"), cited("§ 30"), FIRST
)
_MINIMUM = Rule("sickness.minimum", msg("The absence counts"), cited("§ 17"), CHAPTERS)
_ENDS = Rule(
    "sickness.below_minimum",
    msg("The week ends the spell"),
    Source("odense.dk; kk.dk; hjoerring.dk", practice=True),
    CHAPTERS,
)
_FIRST_WHOLE_DAY = Rule(
    "sickness.first_whole_day",
    msg("The first day of absence is the first whole day"),
    Source("hjoerring.dk; Dansk Erhverv", practice=True),
    FIRST,
)
_NOTHING_PLANNED = Rule(
    "sickness.nothing_planned", msg("No hours were planned in the week"), cited("§ 30"), FIRST
)


class Reading(Enum):
    """How the law is read where it can be read in two ways.

    * ``CHOSEN``: as the library reads it.
    * ``FIRST_DAY_AS_RECORDED``: a spell begins on its first day, though the employee only went
      home during it.
    """

    CHOSEN = "chosen"
    FIRST_DAY_AS_RECORDED = "first_day_as_recorded"


def judge_absence(sheet: Worksheet, absence: SicknessAbsence, reading: Reading) -> Course:
    """Judge each recorded week and day, and open and end spells accordingly.

    Raises:
        NotInForce: where the employer period or the minimum isn't known for the day, or a basis is
            given for a day before there was one.
    """
    check_basis(absence)
    judge = _Judge(sheet, absence, reading)
    judge.all_weeks()
    return judge.course


def judge_week_of_spell(
    sheet: Worksheet, absence: SicknessAbsence, recorded: RecordedWeek
) -> JudgedWeek:
    """Judge a week of a spell that has gone on since the absence's first day."""
    check_basis(absence)
    judge = _Judge(sheet, absence, Reading.CHOSEN)
    judge.go_on(absence.first_day, absence.first_day, whole=True)
    return judge.judged(recorded)


class _Judge:
    """Goes through an absence in order of time. ``_open`` says that a spell is in progress."""

    def __init__(self, sheet: Worksheet, absence: SicknessAbsence, reading: Reading) -> None:
        self._sheet = sheet
        self._absence = absence
        self._reading = reading
        self._calendar = absence.calendar()
        self._record = {one.week: one for one in recorded_weeks(absence.hours)}
        self._others = {one.week: one for one in recorded_weeks(absence.hours_in_other_jobs or ())}
        self._open = False
        self._unknown: NotInForce | None = None  # why it isn't known whether a spell continues
        self._unknown_to = absence.first_day  # the last day of absence of which that isn't known
        self._seen = absence.first_day  # the last day of the weeks that were judged
        self._whole = False  # whether the spell's last day, or week, was whole absence
        self.course = Course()

    def all_weeks(self) -> None:
        """Judge the weeks of the record."""
        for recorded in self._record.values():
            self._pass_to(recorded)
            self.course.weeks.append(self.judged(recorded))
            self._seen = recorded.week.sunday

    def judged(self, recorded: RecordedWeek) -> JudgedWeek:
        """Judge a week.

        After a week that may or may not count, the spell that the next ones belong to isn't known
        either, until the employee was certainly at work.
        """
        if self._unknown is not None and not self._at_work_before(recorded):
            return self._not_known(recorded, self._unknown)
        try:
            judged = self._judged(recorded)
        except NotInForce as error:
            if not self.course.weeks:
                raise
            return self._not_known(recorded, error)
        self._unknown = None
        self._open = self._open and judged.counts
        return judged

    def _not_known(self, recorded: RecordedWeek, why: NotInForce) -> JudgedWeek:
        self._unknown = why
        self._unknown_to = recorded.dates[-1][0] if recorded.dates else recorded.week.sunday
        return JudgedWeek(recorded, counts=False, unknown=why)

    def _at_work_before(self, recorded: RecordedWeek) -> bool:
        """Whether a week begins after, or is, one in which the employee was fit and at work."""
        week = recorded.week
        if self._calendar.fit_between(self._unknown_to, week.monday):
            self._open = False
            return True
        idle = not recorded.hours and not self._hours_elsewhere(week)
        return idle and not self._calendar.says_nothing(Period(week.monday, week.sunday))

    def _judged(self, recorded: RecordedWeek) -> JudgedWeek:
        week = recorded.week
        if not recorded.hours and self._calendar.says_nothing(Period(week.monday, week.sunday)):
            because = msg(
                "the employee was not to work: the week says nothing about the illness, and the"
                " spell continues"
            )
            self._judge_week(_NOTHING_PLANNED, week, week.monday, Outcome.FULFILLED, because)
            return JudgedWeek(recorded, counts=True)
        return self._dated(recorded) if recorded.by_date else self._spread(recorded)

    def go_on(self, first: date, last: date, *, whole: bool) -> date:
        """Add days of absence to the spell, or open one; return the day of the first refund."""
        spells = self.course.spells
        if self._open:
            self._note_days_at_work(first, whole=whole)
            spell = spells[-1]
            spells[-1] = SicknessSpell(
                first_day=spell.first_day, last_day=last, employer_period=spell.employer_period
            )
        else:
            if self._calendar.is_holiday(first):
                self.course.begun_on_holidays.append(first)
            found = judge_first_days(self._sheet, self._absence, first)
            if found.entitled is not None:
                self.course.entitled.append(found.entitled)
            period = found.employer_period
            spells.append(SicknessSpell(first_day=first, last_day=last, employer_period=period))
        self._open, self._whole = True, whole
        return spells[-1].refund_from

    # --- the calendar ---------------------------------------------------------------------------

    def _whole_on(self, day: date) -> bool:
        """Whether the record has a whole day of absence on a working day."""
        recorded = self._record.get(Week.of(day))
        if recorded is None:
            return False
        if recorded.by_date:
            return self._calendar.is_whole(day, dict(recorded.dates).get(day, 0))
        planned = sum(self._calendar.work(recorded.week, recorded.week.monday).values())
        return bool(formulas.whole_absence(recorded.hours, planned, 1))

    # --- weeks ----------------------------------------------------------------------------------

    def _pass_to(self, recorded: RecordedWeek) -> None:
        """End the spell where the employee was fit before a week; note weeks not recorded."""
        if not self._open:
            return
        last_day, monday = self.course.spells[-1].last_day, recorded.week.monday
        if self._calendar.fit_between(last_day, monday):
            self._open = False
            return
        if self._seen + _DAY == monday:
            return
        gap = Period(self._seen + _DAY, monday - _DAY)
        if self._calendar.says_nothing(gap):
            return
        self._sheet.judge(
            _NOT_RECORDED,
            gap.start,
            Outcome.UNRESOLVED,
            msg("no hours are recorded for {gap}; the spell is assumed to continue", gap=gap),
            key=str(gap.start),
            missing=("hours",),
        )
        self._sheet.caveat(
            "weeks-not-recorded",
            msg(
                "Weeks are missing in the record. Nothing is paid for them, but the spell is"
                " assumed to continue. Where the employee was at work, record 0 hours for the week"
                " or the day on which the employee was fit again; then the spell ends"
            ),
            concerns=("hours",),
        )

    def _spread(self, recorded: RecordedWeek) -> JudgedWeek:
        """A week whose hours are given for the week: spread evenly over its working days."""
        week = recorded.week
        start = self._start_of(week)
        calendar = self._calendar
        work = calendar.work(week, start)
        holidays = [day for day in calendar.holidays(week) if day >= start]
        self._tell_holidays(holidays)
        if recorded.hours:
            self.course.shifts_on_holidays += calendar.on_rota(holidays)
        working, planned = tuple(work), tuple(work.values())
        total = sum(planned)
        hours = formulas.planned_absence(recorded.hours, total, 1)
        if not self._counts(recorded, hours, max(week.monday, start), total):
            return JudgedWeek(recorded, counts=False)
        first = working[0] if self._open and working else start
        whole = formulas.whole_absence(recorded.hours, total, 1)
        refund_from = start
        if hours or not self._open:
            friday = week.monday + 4 * _DAY
            fixed = bool(working) and calendar.is_fixed(working[-1])
            refund_from = self.go_on(first, working[-1] if fixed else friday, whole=whole)
        self._note_on_duty(working)
        even = len(set(planned)) <= 1
        shares = [1] * len(working) if even else planned
        days = [
            CountedDay(day, hours * share, day < refund_from)
            for day, share in zip(working, shares, strict=True)
            if hours
        ]
        return JudgedWeek(
            recorded,
            counts=True,
            days=tuple(days),
            over=formulas.WEEKDAYS * (max(1, len(working)) if even else total),
            working=working,
            planned=planned,
            elsewhere=self._elsewhere(week, working, refund_from),
            above_plan=hours < recorded.hours * formulas.WEEKDAYS,
            whole_week=recorded.hours * formulas.WEEKDAYS == total + calendar.total(holidays),
            rota=bool(calendar.on_rota(working)),
        )

    def _start_of(self, week: Week) -> date:
        """The day from which a week's hours are spread."""
        if self._open:
            return self.course.spells[-1].first_day
        if self._absence.first_day in week:
            return self._absence.first_day
        calendar, monday = self._calendar, week.monday
        return (calendar.working_days(week, monday) or calendar.planned_days(week, monday))[0]

    def _dated(self, recorded: RecordedWeek) -> JudgedWeek:
        """A week whose hours are given by date."""
        week, calendar = recorded.week, self._calendar
        off = calendar.holidays(week)
        holidays = [day for day, _ in recorded.dates if day in off]
        self._tell_holidays(holidays)
        self.course.on_holidays += holidays
        kept, opening = self._kept(
            [(day, self._planned(day, each)) for day, each in recorded.dates]
        )
        start = kept[0][0] if kept and kept[0][0] in opening else week.monday
        work = calendar.work(week, start)
        if recorded.dates and not kept:
            return self._went_home_only(recorded)
        hours = formulas.WEEKDAYS * sum(each for day, each in kept if day not in holidays)
        planned = sum(work.values()) or calendar.norm(start)
        if not self._counts(recorded, hours, start, planned):
            return JudgedWeek(recorded, counts=False)
        days: list[CountedDay] = []
        refund_from = start
        for day, each in kept:
            self._open = self._open and day not in opening
            whole = day in holidays or calendar.is_whole(day, each)
            refund_from = self.go_on(day, day, whole=whole)
            if day not in holidays:
                days.append(CountedDay(day, each, day < refund_from))
        self._note_on_duty(counted.day for counted in days)
        return JudgedWeek(
            recorded,
            counts=True,
            days=tuple(days),
            working=tuple(work),
            planned=tuple(work.values()),
            elsewhere=self._elsewhere(week, tuple(work), refund_from),
            capped=tuple(
                (day, planned)
                for day, each in recorded.dates
                if (planned := self._planned(day, each)) < each
            ),
            rota=bool(calendar.on_rota(counted.day for counted in days)),
        )

    def _planned(self, day: date, hours: int) -> int:
        """A day's absence, at most what was planned where the plan says so."""
        if not self._calendar.is_fixed(day):
            return hours
        return min(hours, self._calendar.fifths(day) // formulas.WEEKDAYS)

    def _kept(
        self, entries: Sequence[tuple[date, int]]
    ) -> tuple[list[tuple[date, int]], set[date]]:
        """The days of absence of a week, and those of them on which a spell begins.

        A day on which the employee only went home, before whole days, is left out.
        """
        kept: list[tuple[date, int]] = []
        opening: set[date] = set()
        last = self.course.spells[-1].last_day if self._open else None
        for day, hours in entries:
            if last is not None and self._calendar.fit_between(last, day):
                last = None
            if last is None:
                if self._went_home(day, hours):
                    continue
                opening.add(day)
            kept.append((day, hours))
            last = day
        return kept, opening

    def _went_home_only(self, recorded: RecordedWeek) -> JudgedWeek:
        """A week with no more than the hours after the employee went home."""
        day = recorded.dates[0][0]
        because = msg("the employee went home on {day}; the absence begins after it", day=day)
        self._judge_week(_MINIMUM, recorded.week, day, Outcome.NOT_FULFILLED, because)
        return JudgedWeek(recorded, counts=False)

    def _went_home(self, day: date, hours: int) -> bool:
        """Whether a spell's first recorded day is one that the employee went home during."""
        calendar = self._calendar
        off = not calendar.fifths(day) or calendar.is_holiday(day)
        if off or calendar.is_whole(day, hours):
            return False
        following = next(calendar.days_between(day, day + 2 * _WEEK), None)
        if following is None or not self._whole_on(following):
            return False
        because = msg(
            "{day} is not a whole day of absence, and whole days follow: the absence begins on"
            " {following}",
            day=day,
            following=following,
        )
        self.course.went_home.append(day)
        if self._reading is Reading.FIRST_DAY_AS_RECORDED:
            return False
        self._sheet.judge(_FIRST_WHOLE_DAY, day, Outcome.FULFILLED, because, key=str(day))
        return True

    def _note_days_at_work(self, first: date, *, whole: bool) -> None:
        """Note working days without absence between whole days of it that nobody explained."""
        if not (whole and self._whole):
            return
        between = list(self._calendar.days_between(self.course.spells[-1].last_day, first))
        if not between:
            return
        unknown = {week.recorded.week for week in self.course.weeks if week.unknown is not None}
        known = self._record.keys() - unknown
        self.course.at_work += (
            day
            for day in between
            if Week.of(day) in known and self._calendar.state(day) is not DayState.PARTLY_FIT
        )

    def _note_on_duty(self, days: Iterable[date]) -> None:
        """Note days with hours that count because the employee was to work on a public holiday."""
        if self._absence.days:
            self.course.on_duty += (
                day for day in days if day >= HOLIDAYS.valid_from and weekday_holiday(day)
            )

    def _tell_holidays(self, days: Sequence[date]) -> None:
        """Tell that some days of a week are public holidays without benefit."""
        if days:
            named = joined(
                msg("{holiday}, {day}", holiday=weekday_holiday(day), day=day) for day in days
            )
            because = msg("the week has public holidays: {days}", days=named)
            self._sheet.judge(HOLIDAYS, days[0], Outcome.FULFILLED, because, key=str(days[0]))

    def _judge_week(
        self, rule: Rule, week: Week, day: date, outcome: Outcome, because: Message
    ) -> None:
        if self._sheet.kept:
            label = in_week(rule, week)
            self._sheet.judge(rule, day, outcome, because, key=str(week), label=label)

    # --- the minimum ----------------------------------------------------------------------------

    def _counts(self, recorded: RecordedWeek, hours: int, day: date, planned: int) -> bool:
        """Whether a week's hours, in fifths of hundredths, count as absence at all.

        ``planned`` are the hours that were to be worked from ``day`` on.
        """
        week, whatever_its_hours = recorded.week, RefundBasis.FLEXJOB_SINCE_2013
        others = self._hours_elsewhere(week) if self._open or hours else 0
        on_holidays, full = recorded.hours and not hours, hours and hours >= planned
        counts, minimum = bool(recorded.hours or others), None
        if counts and not (on_holidays or full or self._absence.basis is whatever_its_hours):
            figure = self._sheet.figure("sickness_benefit.partial.min_weekly_absence", week.monday)
            minimum = figure.value
            counts = hours + others * formulas.WEEKDAYS >= formulas.WEEKDAYS * oere(minimum)
        if self._sheet.kept:
            self._tell_minimum(recorded, hours, day, counts=counts, others=others, minimum=minimum)
        if minimum is not None and not counts:
            self._end_below_minimum(week, hours, day)
        return counts

    def _tell_minimum(
        self,
        recorded: RecordedWeek,
        hours: int,
        day: date,
        *,
        counts: bool,
        others: int,
        minimum: Decimal | None,
    ) -> None:
        """Tell why a week's hours count as absence, or don't."""
        rule, shown = _MINIMUM, decimal(formulas.shown_hours(hours, formulas.WEEKDAYS))
        worded = counted(shown, Unit.HOURS)
        if minimum is not None:
            because = _against_minimum(shown, decimal(others), minimum)
        elif not counts:
            because = msg(
                "no absence is recorded in the week: the employee counts as fit, and the spell ends"
            )
        elif recorded.hours and not hours:
            because = msg(
                "the absence is on public holidays only: the spell continues, and nothing is paid"
            )
        elif self._absence.basis is RefundBasis.FLEXJOB_SINCE_2013:
            rule = NO_MINIMUM
            because = msg("the absence is {hours}; no minimum applies", hours=worded)
        else:
            because = msg(
                "the absence is {hours}, all that are agreed from {day} on; full absence has no"
                " minimum",
                hours=worded,
                day=day,
            )
        outcome = Outcome.FULFILLED if counts else Outcome.NOT_FULFILLED
        self._judge_week(rule, recorded.week, day, outcome, because)

    def _hours_elsewhere(self, week: Week) -> int:
        """The absence in other jobs in hundredths of hours, public holidays left out."""
        recorded = self._others.get(week) if self._others else None
        if recorded is None:
            return 0
        if not recorded.by_date:
            return recorded.hours
        return sum(hours for day, hours in recorded.dates if not self._calendar.is_holiday(day))

    def _elsewhere(
        self, week: Week, working: Sequence[date], refund_from: date
    ) -> tuple[date, ...]:
        """The days on which hours in other jobs give benefit from the municipality."""
        recorded = self._others.get(week) if self._others else None
        if recorded is None or not recorded.hours:
            return ()
        days = working
        if recorded.by_date:
            days = [day for day, _ in recorded.dates if not self._calendar.is_holiday(day)]
        return tuple(day for day in days if day >= refund_from)

    def _end_below_minimum(self, week: Week, hours: int, day: date) -> None:
        self.course.below_minimum.append(week)
        because = msg("the employee counts as fit that week; later absence is a new spell")
        self._judge_week(_ENDS, week, day, Outcome.FULFILLED, because)
        if hours >= self._calendar.norm(day):
            self._sheet.caveat(
                "full-days-below-minimum",
                msg(
                    "The minimum concerns partial absence. Whole days of absence count, even in a"
                    " week below the minimum, but the record does not show whether there were any"
                ),
                concerns=("hours", "sickness_benefit.partial.min_weekly_absence"),
            )


def _against_minimum(hours: Decimal, others: Decimal, minimum: Decimal) -> Message:
    if others:
        return msg(
            "the absence is {hours}, and {others} in other jobs; the requirement is at least"
            " {minimum} in all",
            hours=counted(hours, Unit.HOURS),
            others=counted(others, Unit.HOURS),
            minimum=minimum,
        )
    return msg(
        "the absence is {hours}; the requirement is at least {minimum}",
        hours=counted(hours, Unit.HOURS),
        minimum=minimum,
    )


def in_week(rule: Rule, week: Week) -> Message:
    """What a rule is called where it is applied to a week."""
    return msg("{label}, {week}", label=rule.label, week=week)
