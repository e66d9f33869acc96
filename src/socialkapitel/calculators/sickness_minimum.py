"""Whether a week has enough absence hours to count at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from socialkapitel.calculators.sickness_absence import RecordedWeek, RefundBasis, SicknessAbsence
from socialkapitel.calculators.sickness_rules import CHAPTERS, cited, in_week
from socialkapitel.explanation import Outcome, Worksheet
from socialkapitel.formulas import sickness as formulas
from socialkapitel.messages import Message, msg
from socialkapitel.money import decimal, oere
from socialkapitel.sources import Rule, Source

_MINIMUM = Rule(
    "sickness.minimum",
    msg("Absence that counts"),
    cited("§ 17"),
    CHAPTERS,
)
NO_MINIMUM = Rule(
    "sickness.no_minimum",
    msg("Absence that counts, flexjob granted since 2013"),
    Source("sygedagpengeloven § 7, stk. 2", read_in="lov 1380/2012"),
    date(2013, 1, 1),
)


def check_basis(absence: SicknessAbsence) -> None:
    """Refuse flexjobs granted since 2013 in an absence that began before.

    Raises:
        NotInForce: with the first day of the rule.
    """
    if absence.basis is RefundBasis.FLEXJOB_SINCE_2013:
        NO_MINIMUM.check(absence.first_day, msg("for jobs granted before 2013 use FLEXJOB"))


def week_counts(
    sheet: Worksheet, absence: SicknessAbsence, recorded: RecordedWeek, start: date
) -> bool:
    """Whether a week's hours count as absence at all."""
    monday = recorded.week.monday
    day = max(monday, start)
    hours = recorded.hours
    shown = decimal(hours)
    contract = oere(absence.contract_hours)
    weekdays = formulas.weekdays_from(start.toordinal(), monday.toordinal())
    rule, counts = _MINIMUM, True
    if not hours:
        counts = False
        because = msg("no absence hours: a week at work, which ends the spell")
    elif absence.basis is RefundBasis.FLEXJOB_SINCE_2013:
        rule = NO_MINIMUM
        because = msg("{hours} hours; no minimum applies", hours=shown)
    elif formulas.whole_absence(hours, contract, max(1, weekdays)):
        because = msg(
            "{hours} hours, all that are agreed from {day} on: full absence, which has no minimum",
            hours=shown,
            day=day,
        )
    else:
        figure = sheet.figure("sickness_benefit.partial.min_weekly_absence", monday)
        counts = hours >= oere(figure.value)
        because = _against_minimum(decimal(hours), figure.value, counts)
        if not counts and formulas.whole_absence(hours, contract, 1):
            _warn_of_full_days(sheet)
    outcome = Outcome.FULFILLED if counts else Outcome.NOT_FULFILLED
    sheet.judge(in_week(rule, recorded.week), day, outcome, because, key=str(recorded.week))
    return counts


def _against_minimum(hours: Decimal, minimum: Decimal, counts: bool) -> Message:  # noqa: FBT001
    if counts:
        return msg("{hours} hours, at least {minimum}", hours=hours, minimum=minimum)
    return msg(
        "{hours} hours, fewer than {minimum}: counts as a week at work, which ends the spell",
        hours=hours,
        minimum=minimum,
    )


def _warn_of_full_days(sheet: Worksheet) -> None:
    sheet.caveat(
        "full-days-below-minimum",
        msg(
            "The minimum concerns partial absence; where a week below it was whole days of"
            " absence, its hours count, and that can't be seen from the record"
        ),
    )
