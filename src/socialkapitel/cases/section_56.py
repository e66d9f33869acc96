"""What is due for a section 56 agreement: its expiry, and whether it can be renewed then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from socialkapitel.calculators.sickness_absence import RefundBasis
from socialkapitel.cases.deadline_model import Deadline, DeadlineRule, Desk, months_after
from socialkapitel.cases.events import AgreementSigned
from socialkapitel.cases.sickness import SickLeave
from socialkapitel.messages import Label, Text, msg
from socialkapitel.periods import Week, term_end

EXPIRY = DeadlineRule(
    "section_56.expiry",
    Label(en="The section 56 agreement expires", da="§ 56-aftalen udløber"),
    ("section_56.term",),
)
RENEWAL = DeadlineRule(
    "section_56.renewal",
    Label(
        en="Find out whether the section 56 agreement can be renewed",
        da="Undersøg, om § 56-aftalen kan fornyes",
    ),
    ("section_56.min_absence_days",),
)


def section_56_deadlines(
    desk: Desk, agreement: AgreementSigned, leaves: Sequence[SickLeave], *, running: bool
) -> Iterator[Deadline]:
    """The end of a section 56 agreement, and whether it can be renewed then.

    It ends with its legal term, or sooner where that was agreed. ``running`` tells that the scheme
    still runs, which it should not do after that.
    """

    def work_out(years: int) -> tuple[date, Text]:
        end = term_end(agreement.on, years)
        if agreement.valid_to is not None and agreement.valid_to < end:
            return agreement.valid_to, msg("agreed so on {day}", day=agreement.on)
        return end, msg("{years} years from {day}", years=years, day=agreement.on)

    expiry = desk.deadline(EXPIRY, agreement, agreement.on, work_out)
    end = expiry.due
    if end is None or end >= desk.on:
        yield expiry
    elif running:
        yield attrs.evolve(expiry, overdue=True)
    if end is None or end < desk.on:
        return
    days = sum(1 for day in absence_days(leaves) if day <= end < months_after(day, 12))

    def renewal(least: int) -> tuple[date, Text]:
        because = msg(
            "{days} days of absence are registered in the year up to {end}; with fewer than"
            " {least} it is renewed only where conditions have changed materially",
            days=days,
            end=end,
            least=least,
        )
        return end, because

    yield desk.deadline(RENEWAL, agreement, end, renewal)


def absence_days(leaves: Sequence[SickLeave]) -> set[date]:
    """The days of absence under section 56 agreements that are registered.

    Hours for a week count on each of its weekdays within the leave.
    """
    return {
        day
        for leave in leaves
        if leave.started.basis is RefundBasis.SECTION_56
        for key, hours in leave.hours
        for day in (key.weekdays if isinstance(key, Week) else (key,))
        if hours and leave.covers(day)
    }
