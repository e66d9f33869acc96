"""Which weeks of an absence count, the spells that they make, and each spell's employer period."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.calculators.sickness_absence import (
    RecordedWeek,
    RefundBasis,
    SicknessAbsence,
    recorded_weeks,
)
from socialkapitel.calculators.sickness_minimum import check_basis, week_counts
from socialkapitel.calculators.sickness_rules import CHAPTERS, FIRST, cited
from socialkapitel.explanation import Outcome, Worksheet
from socialkapitel.messages import msg
from socialkapitel.periods import Period
from socialkapitel.sources import Rule, Source

_PERIOD = Rule(
    "sickness.employer_period",
    msg("Employer period"),
    cited("§ 30"),
    FIRST,
)
_SECTION_56 = Rule(
    "sickness.section_56",
    msg("Refund from the first day of absence"),
    cited("§ 56", before="dagpengeloven § 28"),
    CHAPTERS,
)
_FLEXJOB = Rule(
    "sickness.flexjob",
    msg("Refund from the first day of absence"),
    Source("L 68 (2010-12-22), bilag 4"),
    CHAPTERS,
)
_NOT_RECORDED = Rule(
    "sickness.not_recorded",
    msg("Weeks that are not recorded"),
    cited("§ 30"),
    FIRST,
)
_FROM_FIRST_DAY = {
    RefundBasis.SECTION_56: (_SECTION_56, msg("a section 56 agreement: no employer period")),
    RefundBasis.FLEXJOB: (_FLEXJOB, msg("a flexjob: no employer period")),
    RefundBasis.FLEXJOB_SINCE_2013: (_FLEXJOB, msg("a flexjob: no employer period")),
}

_COVID_WINDOWS = (
    Period(date(2020, 2, 27), date(2021, 6, 30)),
    Period(date(2021, 11, 23), date(2022, 2, 28)),
)


@attrs.frozen(kw_only=True)
class SicknessSpell:
    """Weeks of absence with no week at work between them (sygeperiode).

    Attributes:
        first_day: the first day of absence.
        last_day: the last day of absence in the record; Friday where the hours are by week.
        employer_period: the days that the employer pays itself; None where the refund begins on
            the first day.
    """

    first_day: date
    last_day: date
    employer_period: Period | None

    @property
    def refund_from(self) -> date:
        """The first day that gives benefit to refund."""
        if self.employer_period is None:
            return self.first_day
        return self.employer_period.end + timedelta(days=1)


@attrs.frozen
class JudgedWeek:
    """A week of the record, and the spell that it belongs to; None where it doesn't count."""

    recorded: RecordedWeek
    spell: SicknessSpell | None


def judge_weeks(sheet: Worksheet, absence: SicknessAbsence) -> tuple[JudgedWeek, ...]:
    """Judge each recorded week, and open and end spells accordingly.

    Raises:
        NotInForce: where the employer period or the minimum isn't known for the day, or
            `RefundBasis.FLEXJOB_SINCE_2013` is given for a day before 2013.
    """
    check_basis(absence)
    judged: list[JudgedWeek] = []
    spell: SicknessSpell | None = None
    for recorded in recorded_weeks(absence.hours):
        _note_gap(sheet, spell, recorded)
        start = spell.first_day if spell else _first_absence(recorded, absence.first_day)
        if not week_counts(sheet, absence, recorded, start):
            spell = None
        elif spell is None:
            spell = open_spell(sheet, absence, recorded, start)
        else:
            spell = attrs.evolve(spell, last_day=_last_absence(recorded))
        judged.append(JudgedWeek(recorded, spell))
    return tuple(judged)


def spells_of(weeks: tuple[JudgedWeek, ...]) -> tuple[SicknessSpell, ...]:
    """The spells in order, each as it stood after its last week."""
    spells = {week.spell.first_day: week.spell for week in weeks if week.spell}
    return tuple(spells.values())


def _first_absence(recorded: RecordedWeek, first_day: date) -> date:
    if recorded.dates:
        return recorded.dates[0][0]
    return max(recorded.week.monday, first_day)


def _last_absence(recorded: RecordedWeek) -> date:
    return recorded.dates[-1][0] if recorded.dates else recorded.week.weekdays[-1]


def _note_gap(sheet: Worksheet, spell: SicknessSpell | None, recorded: RecordedWeek) -> None:
    """Say so where weeks between the spell and this week aren't in the record.

    What isn't recorded isn't known, and so doesn't end the spell.
    """
    monday = recorded.week.monday
    if spell is None:
        return
    last_monday = spell.last_day - timedelta(days=spell.last_day.weekday())
    gap_start = last_monday + timedelta(days=7)
    if gap_start == monday:
        return
    gap = Period(gap_start, monday - timedelta(days=1))
    sheet.judge(
        _NOT_RECORDED,
        gap.start,
        Outcome.UNRESOLVED,
        msg("no hours are recorded for {gap}; the spell is taken to go on", gap=gap),
        key=str(gap.start),
        missing=("hours",),
    )
    sheet.caveat(
        "weeks-not-recorded",
        msg(
            "Weeks are missing in the record; nothing is paid for them, but the spell is taken to"
            " go on: record 0 hours for a week at work, which ends it"
        ),
    )


def open_spell(
    sheet: Worksheet, absence: SicknessAbsence, recorded: RecordedWeek, start: date
) -> SicknessSpell:
    """The spell that begins with this week."""
    period = None
    if absence.basis is RefundBasis.ORDINARY:
        period = _employer_period(sheet, start)
        _warn_of_covid(sheet, start)
    else:
        rule, because = _FROM_FIRST_DAY[absence.basis]
        sheet.judge(rule, start, Outcome.FULFILLED, because, key=str(start))
    return SicknessSpell(first_day=start, last_day=_last_absence(recorded), employer_period=period)


def _employer_period(sheet: Worksheet, start: date) -> Period | None:
    figure = sheet.figure("sickness_benefit.employer_period", start)
    days = whole_figure(figure)
    period = Period.of_days(start, days) if days else None
    sheet.judge(
        _PERIOD,
        start,
        Outcome.FULFILLED,
        msg("{days} calendar days: {period}", days=days, period=period)
        if period
        else msg("no employer period"),
        key=str(start),
    )
    return period


def _warn_of_covid(sheet: Worksheet, start: date) -> None:
    for window in _COVID_WINDOWS:
        if start in window:
            sheet.caveat(
                "covid-period",
                msg(
                    "From {start} through {end} absence caused by Covid-19 had refund from the"
                    " first day (sygedagpengeloven § 53 b); that is not computed here",
                    start=window.start,
                    end=window.end,
                ),
            )
