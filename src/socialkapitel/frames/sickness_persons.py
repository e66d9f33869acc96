"""Refunds of sickness benefit for whole persons: the spells are found in an employee's weeks.

What `socialkapitel.calculators.sickness_spells` does week by week is done here by windows: a week
that ends the spell begins a group of rows, and a spell begins at the first week of a group that
counts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from socialkapitel.ahead import UNCHECKED_FROM
from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.calculators.sickness_employer_period import COVID_WINDOWS, STARTS
from socialkapitel.errors import UnknownName, WrongType
from socialkapitel.explanation.worksheet import is_settled
from socialkapitel.formulas import sickness as formulas
from socialkapitel.formulas.arithmetic import Whole, half_up, smaller
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Work
from socialkapitel.frames.columns import day, extra, key
from socialkapitel.frames.days import DayColumn, DayNumber, Days, figure_on, in_force, in_period
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import Mask, both, column, either, negated, pick
from socialkapitel.frames.sickness import (
    AFTER_LAST_WEEK,
    CALCULATOR,
    SUPPLEMENT,
    WEEK,
    WEEK_COLUMNS,
    AbsenceWeek,
    PaidWeek,
    absence_week,
    holidays_of,
    no_monday,
    paid_week,
    plan_faults,
)
from socialkapitel.frames.sickness_week import PLANNED, week_of_one
from socialkapitel.frames.status import (
    OTHER_ROW,
    RowFault,
    invalid,
    missing,
    unknown_figures,
    unknown_unless,
)
from socialkapitel.frames.windows import SortedRows, Windows
from socialkapitel.holidays import public_holidays
from socialkapitel.messages import msg
from socialkapitel.parameters import Figure, ParameterSet
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR
from socialkapitel.sources import Evidence

_FAR = 1_000_000  # later than any day
_MINIMUM = "sickness_benefit.partial.min_weekly_absence"
_PERIOD = "sickness_benefit.employer_period"
_EIGHT_WEEKS = 56
_DAY_HOURS = 24 * 100

ALSO = ("supplement", "months", "caveats")
"""What may be asked for besides the refunds."""


class _Persons:
    """Columns about an employee's rows: absences, their spells, and what each week gives.

    Rows with the same ``first_day``, and those after them that have none, are one absence.
    """

    def __init__(self, inputs: Inputs, figures: ParameterSet) -> None:
        self._inputs = inputs
        self._figures = figures
        day = inputs.day("week_start")
        self._day = day
        given = inputs.given("first_day")
        first_day = pick(given, inputs.day("first_day").number, 0) if given is not False else 0
        self._given = given
        hours = inputs.whole("absence_hours_hundredths")
        bases = [inputs.is_text("basis", basis.value) for basis in RefundBasis]
        basis = sum(pick(each, place, 0) for place, each in enumerate(bases))
        self._by = inputs.name(inputs.filled("employee"), negated(inputs.given("employee")))
        monday, first_day, basis = inputs.name(day.number, first_day, basis)
        by = self._by if inputs.sorted_by is None else [inputs.sorted_by]
        kind = Windows if inputs.sorted_by is None else SortedRows
        self._windows = windows = kind(by, monday)
        self._monday, self._first_day = nw.col(monday), nw.col(first_day)
        before, absence = inputs.name(windows.before(monday), windows.highest_so_far(first_day))
        self._before, self._absence = nw.col(before), absence
        (absent_in,) = inputs.name(pick(hours >= 1, self._monday, _FAR))
        self._first_week, self._first_hours, least, most = inputs.keep(
            windows.least(monday, absence),
            windows.least(absent_in, absence),
            windows.least(basis, absence),
            windows.most(basis, absence),
        )
        self._other_basis = least != most
        self._begins: Mask = both(self._monday == self._first_week, nw.col(absence) >= 1)
        if given is False:
            self._begins = False
        self._week = self._read_week()
        self._judge()

    def _read_week(self) -> AbsenceWeek:
        """The week, from the day on which the spell would begin in it."""
        inputs, day, monday = self._inputs, self._day, self._monday
        first_working = monday + _first_working_day(inputs, day, monday)
        plan = either(inputs.is_text("plan", "days"), inputs.is_text("plan", "rota"))
        begins, first_day = self._begins, self._first_day
        start, self._on_weekend, self._at_once = inputs.keep(
            pick(begins, first_day, first_working),
            both(begins, negated(plan), first_day >= monday + formulas.WEEKDAYS),
            both(begins, self._before == monday - WEEK, first_day <= first_working),
        )
        return absence_week(inputs, self._figures, day, monday, start, self._on_weekend)

    def _judge(self) -> None:
        """Find the spells."""
        inputs, week, windows = self._inputs, self._week, self._windows
        monday, absence = self._monday, self._absence
        self._unknown = both(week.absent, negated(week.spared), negated(week.minimum.known))
        nothing = pick(week.fixed, week.planned_from(monday), week.working_from(monday)) <= 0
        # After a week that may or may not count, nothing is known until a week at work.
        at_work = both(negated(week.absent), negated(nothing))
        apart, unknown_in = inputs.name(
            pick(either(at_work, monday == self._first_week), 1, 0),
            pick(self._unknown, monday, _FAR),
        )
        (stretch,) = inputs.name(windows.sum_so_far(apart))
        (first_unknown,) = inputs.keep(windows.least(unknown_in, stretch))
        self._doubtful = monday >= first_unknown
        self._counts = both(week.counts, negated(self._doubtful))
        goes_on = either(self._doubtful, both(negated(week.absent), nothing))
        ends = negated(either(self._counts, goes_on))
        (ended,) = inputs.name(pick(either(ends, monday == self._first_week), 1, 0))
        refusal = pick(monday == self._first_hours, self._refusal(), 0)
        self._group, begun_on, refusal = inputs.name(
            windows.sum_so_far(ended), pick(self._counts, week.start, _FAR), refusal
        )
        within_group = windows.least(begun_on, self._group)
        self._refused_by, spell = inputs.keep(windows.most(refusal, absence), within_group)
        in_spell = both(negated(ends), spell < monday + WEEK)
        (self._in_spell, self._spell) = inputs.keep(in_spell, pick(in_spell, spell, monday))
        self._opens = both(self._counts, self._spell == week.start)
        known = self._refused_by <= 0
        opens, on = inputs.name(
            pick(both(self._opens, known), 1, 0), pick(both(self._in_spell, known), 1, 0)
        )
        number, self._went_on = inputs.keep(windows.sum_so_far(opens), windows.before(on))
        self._number = pick(self._in_spell, number, 0)

    # --- what may be wrong ----------------------------------------------------------------------

    def _refusal(self) -> Whole:
        """The rule or figure that an absence beginning in this week lacks, by its place."""
        start = DayNumber(self._week.start)
        period = figure_on(self._figures[_PERIOD], start, whole_figure)
        self._refusals = [
            *(
                (rule.id, both(self._rests_on(basis), negated(in_force(rule, start))))
                for basis, (rule, _) in STARTS.items()
            ),
            (_MINIMUM, self._unknown),
            (
                _PERIOD,
                both(
                    self._counts,
                    self._rests_on(RefundBasis.ORDINARY),
                    negated(period.known),
                ),
            ),
        ]
        found: Whole = 0
        for place, (_, lacking) in reversed([*enumerate(self._refusals, start=1)]):
            found = pick(lacking, place, found)
        return found

    def _rests_on(self, basis: RefundBasis) -> Mask:
        return self._inputs.is_text("basis", basis.value)

    def _faults(self) -> Iterator[RowFault]:
        """What is wrong with a row among the others."""
        inputs, week, monday = self._inputs, self._week, self._monday
        begins, first_day, given = self._begins, self._first_day, self._given
        fixed, hours = week.fixed, "absence_hours_hundredths"
        yield invalid("week_start", self._day.since(AFTER_LAST_WEEK))
        for name in PLANNED:
            yield missing(name, both(fixed, negated(inputs.given(name))))
        yield invalid("week_start", either(no_monday(monday), self._before == monday))
        yield invalid("basis", self._other_basis)
        yield invalid(
            "first_day",
            either(
                both(given, first_day >= monday + WEEK),
                both(given, first_day < nw.col(self._absence)),
                both(begins, first_day < monday),
                both(begins, fixed, week.on_first_day <= 0),
                both(self._at_once, self._went_on >= 1),
            ),
        )
        yield from plan_faults(inputs, week, inputs.whole("full_time_hours_hundredths"))
        yield invalid(
            hours,
            either(
                both(begins, negated(week.absent)),
                both(negated(fixed), week.hours > week.contract),
                both(fixed, week.absent, week.in_week <= 0),
                both(self._on_weekend, week.hours > _DAY_HOURS),
            ),
        )

    def work(self, also: Collection[str]) -> Work:
        """The results of the weeks, and of what else was asked for."""
        inputs, figures, spell = self._inputs, self._figures, DayNumber(self._spell)
        ordinary = self._rests_on(RefundBasis.ORDINARY)
        (period,) = inputs.keep_figures(figure_on(figures[_PERIOD], spell, whole_figure))
        week = attrs.evolve(self._week, counts=self._counts)
        (refund_from,) = inputs.keep(self._spell + pick(ordinary, period.value, 0))
        paid = paid_week(inputs, figures, week, refund_from)
        faults = list(self._faults())
        (refused,) = inputs.name(
            pick(either(*(each.condition for each in [*inputs.faults(), *faults])), 1, 0)
        )
        (other_row,) = inputs.keep(self._windows.most(refused))
        faults.append(RowFault(other_row >= 1, OTHER_ROW))
        faults += (
            unknown_unless(self._refused_by != place, name)
            for place, (name, _) in enumerate(self._refusals, start=1)
        )
        faults.append(unknown_unless(negated(self._doubtful), _MINIMUM))
        faults += unknown_figures(period, spared=either(negated(ordinary), negated(self._in_spell)))
        faults += paid.unknown
        results: dict[str, Any] = {
            "spell": self._number,
            "spell_first_day": self._spell_first_day(),
            **paid.results,
        }
        amounts = {"refund": paid.refund}
        if "supplement" in also:
            (amounts["supplement"],) = inputs.keep(self._supplement(paid))
            results["supplement_oere"] = amounts["supplement"]
        before, in_all = self._before_next_month(paid, refund_from)
        if "months" in also:
            for name, amount in amounts.items():
                (part,) = inputs.keep(half_up(amount * before, in_all))
                results[f"{name}_in_month_oere"] = part
                results[f"{name}_in_next_month_oere"] = amount - part
        if "caveats" in also:
            in_two = both("months" in also, before >= 1, before < in_all, paid.refunded)
            results["caveats"] = _text(self._caveats(paid, period.value, in_two))
        return Work(faults=faults, results=results, refused=REFUSED)

    def _spell_first_day(self) -> Any:
        """The first day of the spell that the week belongs to, as a day; none outside spells."""
        week, dtype = nw.col("week_start"), self._inputs.type_of("week_start")
        found, offset = week, self._week.start - self._monday
        for number in range(1, WEEK):
            later = week.dt.offset_by(f"{number}d").cast(dtype)
            found = nw.when(offset == number).then(later).otherwise(found)
        (opened,) = self._inputs.name(nw.when(self._counts).then(found))
        first_day = self._windows.first_day(opened, self._spell, self._group)
        (first_day,) = self._inputs.keep(first_day.cast(dtype))
        return nw.when(self._in_spell).then(first_day)

    def _supplement(self, paid: PaidWeek) -> Whole:
        """The supplement to the refund; none before it was introduced."""
        parameter = self._figures[SUPPLEMENT]
        percentage = figure_on(parameter, self._day).value
        due = self._day.since(parameter.first_day)
        return pick(due, formulas.supplement(paid.refund, percentage), 0)

    def _before_next_month(self, paid: PaidWeek, refund_from: Whole) -> tuple[Whole, Whole]:
        """The week's refundable days, or planned hours, before the next month, and all of them."""
        week, day, monday = self._week, self._day, self._monday
        (next_month,) = self._inputs.keep(monday + day.days_in_month - day.day_number + 1)
        later = pick(refund_from >= next_month, refund_from, next_month)
        days = pick(
            week.weekend,
            pick(week.start >= next_month, 1, 0),
            week.working_from(later),
        )
        after, in_all = self._inputs.keep(
            pick(week.fixed, week.planned_from(later), days),
            pick(week.fixed, paid.planned, paid.days),
        )
        return pick(after <= in_all, in_all - after, 0), pick(in_all >= 1, in_all, 1)

    # --- caveats --------------------------------------------------------------------------------

    def _caveats(
        self, paid: PaidWeek, period: Whole, in_two_months: Mask
    ) -> Iterator[tuple[str, Mask]]:
        """The codes of the scalar calculator's caveats, and the rows to which each applies."""
        week, monday, opens = self._week, self._monday, self._opens
        new, ordinary = map(self._rests_on, (RefundBasis.NEW_EMPLOYEE, RefundBasis.ORDINARY))
        fifths = week.hours * formulas.WEEKDAYS
        went_on = both(self._went_on >= 1, monday != self._first_week)
        start = pick(went_on, monday, week.start)
        weekdays = formulas.weekdays_from(start, monday, pick)
        in_week = formulas.planned_from(start, monday, week.planned_days, (), pick)
        below = both(week.absent, negated(either(week.spared, self._unknown)), negated(week.counts))
        above = either(
            both(
                negated(either(week.fixed, week.weekend)),
                fifths > week.contract * week.working,
                fifths != week.contract * weekdays,
            ),
            both(week.fixed, week.hours > week.planned, week.hours != in_week),
        )
        yield "hours-above-plan", both(self._counts, above)
        off_norm = both(week.rota, week.in_all != week.contract)
        yield "rota-off-norm", both(off_norm, monday >= self._first_hours)
        yield (
            "shift-on-public-holiday",
            both(week.rota, week.absent, in_week > week.planned),
        )
        yield "minimum-in-week-with-holiday", both(below, self._has_holiday())
        on_holiday = either(
            *(
                both(holiday, week.start == monday + place, either(negated(week.fixed), hours >= 1))
                for place, (holiday, hours) in enumerate(
                    zip(week.holidays, week.planned_days, strict=False)
                )
            )
        )
        yield "first-day-on-public-holiday", both(opens, on_holiday)
        yield "municipality-requirement", both(opens, either(new, both(ordinary, period <= 0)))
        yield "no-longer-new", both(new, opens, self._is_later_by(_EIGHT_WEEKS))
        yield "other-jobs-not-known", either(paid.refunded, below)
        yield "weeks-not-recorded", both(went_on, monday != self._before + WEEK)
        windows = (in_period(DayNumber(week.start), each.start, each.end) for each in COVID_WINDOWS)
        yield "covid-period", both(ordinary, opens, either(*windows))
        norm = smaller(fifths, pick(week.fixed, week.planned, fifths) * formulas.WEEKDAYS, pick)
        yield "full-days-below-minimum", both(below, norm >= week.contract)
        yield "week-in-two-months", in_two_months
        yield "law-unchecked", self._day.since(UNCHECKED_FROM)
        for evidence in Evidence:
            unsettled = [
                both(used, self._rests_on_figures(evidence, name, days))
                for name, days, used in self._figures_used(paid)
            ]
            yield f"{evidence.value}-figure", either(*unsettled)

    def _figures_used(self, paid: PaidWeek) -> Iterator[tuple[str, Days, Mask]]:
        """The figures that a week's work looks up: for which day, and in which rows."""
        week, refunded = self._week, paid.refunded
        ordinary = self._rests_on(RefundBasis.ORDINARY)
        own = self._inputs.given("full_time_hours_hundredths")
        since = self._day.since(self._figures[SUPPLEMENT].first_day)
        yield _PERIOD, DayNumber(week.start), both(self._opens, ordinary)
        yield _MINIMUM, self._day, both(week.absent, negated(week.spared))
        yield "labour_market_contribution", self._day, refunded
        yield "sickness_benefit.max_weekly", self._day, refunded
        yield "sickness_benefit.norm_hours", self._day, both(refunded, negated(own))
        yield SUPPLEMENT, self._day, both(refunded, since)

    def _rests_on_figures(self, evidence: Evidence, name: str, days: Days) -> Mask:
        """Whether a parameter's figure on the row's day is of that evidence, and not settled."""

        def read(figure: Figure) -> int:
            return int(figure.evidence is evidence and not is_settled(figure))

        found = figure_on(self._figures[name], days, read).value
        return found >= 1

    def _has_holiday(self) -> Mask:
        mondays = self._day.met(_mondays_with_holidays())
        return self._monday.is_in([day.toordinal() for day in mondays]) if mondays else False

    def _is_later_by(self, days: int) -> Mask:
        """Whether a spell is a later one, and begins so many days after the absence's first day."""
        inputs, windows = self._inputs, self._windows
        begun = pick(self._monday == self._first_hours, self._week.start, _FAR)
        begun, opened = inputs.name(begun, pick(self._opens, self._week.start, _FAR))
        first_day, first_spell = inputs.keep(
            windows.least(begun, self._absence), windows.least(opened, self._absence)
        )
        return both(self._week.start > first_spell, self._week.start >= first_day + days)


def _first_working_day(inputs: Inputs, day: DayColumn, monday: Whole) -> Whole:
    """How many days after Monday the first working day is; in a plan, the first planned one."""
    fixed = either(inputs.is_text("plan", "days"), inputs.is_text("plan", "rota"))
    holidays = inputs.keep(*holidays_of(day, monday))
    even: Whole = 0
    for place, holiday in reversed([*enumerate(holidays)]):
        even = pick(holiday, even, place)
    if fixed is False:
        return even
    planned = [inputs.whole(name) >= 1 for name in PLANNED]
    first: Whole = 0
    for place, works in reversed([*enumerate(planned)]):
        first = pick(works, place, first)
    for place, works in reversed([*enumerate(planned)]):
        off = holidays[place] if place < len(holidays) else False
        first = pick(both(works, negated(off)), place, first)
    return pick(fixed, first, even)


@cache
def _mondays_with_holidays() -> list[date]:
    """The Mondays of weeks in which a weekday is a public holiday."""
    found = {
        holiday.date - timedelta(days=holiday.date.weekday())
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for holiday in public_holidays(year)
        if holiday.on_weekday
    }
    return sorted(found)


def _text(codes: Iterable[tuple[str, Mask]]) -> Any:
    """The codes that hold, with a space between them."""
    parts = [column(pick(holds, f"{code} ", "")) for code, holds in codes if holds is not False]
    return nw.concat_str(parts).str.strip_chars()


REFUSED: Mapping[str, str | None] = {"spell_first_day": None, "caveats": ""}


@cache
def calculator(also: tuple[str, ...]) -> FrameCalculator:
    """The calculator that adds what is asked for."""
    amounts = ["refund", *(["supplement"] if "supplement" in also else [])]
    parts = [f"{each}_in_{part}_oere" for each in amounts for part in ("month", "next_month")]
    return FrameCalculator(
        name="sickness_absences",
        columns=(key("employee"), extra(day("first_day")), *WEEK_COLUMNS),
        added=(
            *("spell", "spell_first_day"),
            *CALCULATOR.added,
            *(["supplement_oere"] if "supplement" in also else []),
            *(parts if "months" in also else []),
            *(["caveats"] if "caveats" in also else []),
        ),
        work=lambda inputs, figures: _Persons(inputs, figures).work(also),
        scalar=week_of_one,
        by="employee",
    )


def _read_also(also: Collection[str]) -> tuple[str, ...]:
    """What is asked for besides the refunds, each once."""
    if isinstance(also, str) or not isinstance(also, Collection):
        raise WrongType("also", also, msg("a list of names"))
    for name in also:
        if name not in ALSO:
            raise UnknownName(msg("name of further columns"), str(name), ALSO)
    return tuple(name for name in ALSO if name in also)


def sickness_absences(
    frame: Frame, *, also: Collection[str] = (), parameters: ParameterSet | None = None
) -> Frame:
    """The employer's refunds of sickness benefit for whole persons: a row for each week of each.

    The spells are found in the weeks, as `socialkapitel.sickness_refund` finds them: a week at
    work, with 0 hours or too few of them, ends a spell, and later absence has an employer period
    of its own; a week in which nothing was to be worked, or that is missing, does not. The
    employee has a right to pay during the absence (sygedagpengerefusion). Law: sygedagpengeloven
    §§ 17, 30, 50, 53 a, 54, 54 a and 56.

    Rows may be in any order. They may include all weeks, also those at work, or only those of an
    absence. Reads ``employee`` (Int64 or String), ``week_start`` (Date, a Monday, once for each
    employee), ``absence_hours_hundredths``, ``contract_hours_hundredths``, ``hourly_pay_oere``
    (Int64) and ``basis``; and, where present, ``full_time_hours_hundredths``, ``plan`` and
    the seven planned columns, all as `sickness_single_weeks` does. Pay, hours and plan are those of
    the week; the basis is the same in an absence.

    It may have ``first_day`` (Date): the first day of an absence, in the row of its first week, or
    in all of its rows. It is a day on which the employee was to work, or a Saturday or Sunday in
    an even week: the hours of that week are then on that day. Without it an absence begins on the
    first working day of its first week. A first day outside that week, or one that begins a new
    absence without a working day after the one before, is refused: leave it empty where an absence
    continues.

    Adds ``spell`` (Int64: the number of the employee's spell that the week belongs to, 0 for a
    week outside spells), ``spell_first_day`` (as ``week_start``), ``refundable_hours_hundredths``,
    ``hourly_rate_oere``, ``refund_oere`` and ``status``. Where a row is refused, on its own or
    among others, so are all of the employee's, since the spells are then not known. Their status is
    ``other-row``. A figure that is not known refuses the weeks that need it.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.
        also: further columns. ``"supplement"``: ``supplement_oere``, the supplement to the refund.
            ``"months"``: ``refund_in_month_oere`` and ``refund_in_next_month_oere``, the part of
            the month in which the week's Monday lies, and that of the next month, and the
            supplement's parts alike. ``"caveats"``: the codes of the calculator's caveats that
            concern the week or the spell that begins in it, with a space between them.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        UnknownName: for further columns that do not exist.
        InvalidInput: for a caller's figure that can't be used.

    >>> from datetime import date, timedelta
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> hours = [3700] * 6 + [0] + [3700] * 4
    >>> monday = date(2022, 1, 3)
    >>> weeks = pl.DataFrame(
    ...     {
    ...         "employee": ["a"] * 11,
    ...         "week_start": [monday + timedelta(weeks=number) for number in range(11)],
    ...         "absence_hours_hundredths": hours,
    ...         "contract_hours_hundredths": [3700] * 11,
    ...         "hourly_pay_oere": [18500] * 11,
    ...         "basis": ["ordinary"] * 11,
    ...     }
    ... )
    >>> found = frames.sickness_absences(weeks, also=["supplement"])
    >>> found["spell"].to_list()
    [1, 1, 1, 1, 1, 1, 0, 2, 2, 2, 2]
    >>> found.select("refund_oere", "supplement_oere").sum().row(0)
    (714400, 6400)
    """
    return compute(calculator(_read_also(also)), frame, parameters)
