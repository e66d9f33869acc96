"""What can be claimed for an absence in a month: after earlier claims, and without a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from socialkapitel.calculators.refund_lines import RefundLine
from socialkapitel.calculators.sickness import SicknessRefund, sickness_refund
from socialkapitel.calculators.sickness_absence import SicknessAbsence
from socialkapitel.calculators.sickness_calendar import DayState
from socialkapitel.calculators.sickness_month import SicknessMonth
from socialkapitel.calculators.sickness_weeks import PaidTo
from socialkapitel.messages import Text, msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.payroll.claim import (
    SICKNESS,
    Claim,
    ClaimState,
    OpenPart,
    Payer,
    ReportKind,
    claim_by,
)
from socialkapitel.periods import Month, Period, Week

_DAY = timedelta(days=1)
_SATURDAY = 5


@attrs.frozen(kw_only=True)
class AbsenceMonth:
    """An absence, and the month that is claimed for.

    Attributes:
        reference: the caller's name for the employee.
        record: the absence.
        month: the month.
        back_on: the first day back at work, where it is known.
        claimed: the periods of earlier claims; None where they are not given.
        parameters: the legal figures.
    """

    reference: str
    record: SicknessAbsence
    month: Month
    back_on: date | None
    claimed: tuple[Period, ...] | None
    parameters: ParameterSet

    def claim(self) -> Claim:
        """What is claimed for the month.

        Raises:
            NotInForce: where a figure is not known for a day of the absence.
        """
        record, month = self.record, self.month
        if record.first_day > month.last_day:
            return self._nothing(msg("the absence begins on {day}", day=record.first_day))
        if self.back_on is not None and self.back_on <= month.first_day:
            return self._nothing(msg("the employee was back at work on {day}", day=self.back_on))
        refund = sickness_refund(record, parameters=self.parameters)
        part = refund.month(month)
        open_parts = list(self.open_weeks(part))
        now, waiting = _until(part.lines, open_parts)
        now, follows = self._following(refund, now)
        if follows is not None:
            open_parts.insert(0, follows)
            now, waiting = (), (*now, *waiting)
        claim = Claim(
            reference=self.reference,
            scheme=SICKNESS,
            paid_to=part.paid_to,
            begun_on=record.first_day,
            state=_state(now, open_parts),
            reports=tuple(self._reports(refund, now)),
            lines=now,
            waiting=waiting,
            open=tuple(open_parts),
            result=part,
        )
        if now and claim.period is not None:
            by = claim_by(SICKNESS, Payer.MUNICIPALITY, month, claim.period, self.parameters)
            return attrs.evolve(claim, claim_by=by)
        if claim.state is ClaimState.NOTHING:
            return attrs.evolve(claim, because=self._why_nothing(refund, part))
        return claim

    def _nothing(self, because: Text) -> Claim:
        return Claim(
            reference=self.reference,
            scheme=SICKNESS,
            begun_on=self.record.first_day,
            state=ClaimState.NOTHING,
            because=because,
        )

    def open_weeks(self, part: SicknessMonth) -> Iterator[OpenPart]:
        """Weeks of the absence through the month whose hours are not known."""
        known = {key if isinstance(key, Week) else Week.of(key) for key, _ in self.record.hours}
        end = self.month.last_day
        if self.back_on is not None:
            end = min(end, self.back_on - _DAY)
        calendar = self.record.calendar()
        for week in _weeks(self.record.first_day, end):
            days = Period(max(week.monday, self.record.first_day), min(week.sunday, end))
            if week not in known and not calendar.says_nothing(days):
                yield OpenPart(because=not_recorded(week), fact="hours", week=week)
        for week, why in part.open_weeks:
            yield OpenPart(because=why, fact="hours", week=week)

    def _following(
        self, refund: SicknessRefund, lines: tuple[RefundLine, ...]
    ) -> tuple[tuple[RefundLine, ...], OpenPart | None]:
        """The lines that were not claimed before, and why they may not follow yet."""
        if self.claimed is None:
            return lines, None
        last = self._claimed_through
        left = lines if last is None else tuple(line for line in lines if line.last_day > last)
        if not left:
            return (), None
        first = left[0].first_day
        if last is not None and first <= last:
            because = msg(
                "the claim before ends on {day}, within days that are claimed together, {period};"
                " correct it first",
                day=last,
                period=left[0].period,
            )
            return left, OpenPart(because=because)
        before = [
            day
            for week in refund.weeks
            for day, _ in week.refundable_days
            if day < self.month.first_day and (last is None or day > last)
        ]
        if not before:
            return left, None
        because = msg(
            "the claims of an absence follow each other without a gap: claim for {period} first",
            period=Period(before[0], before[-1]),
        )
        return left, OpenPart(because=because)

    @property
    def _claimed_through(self) -> date | None:
        """The last day of the absence that was claimed for before."""
        ends = [period.end for period in self.claimed or () if period.end >= self.record.first_day]
        return max(ends, default=None)

    def _reports(self, refund: SicknessRefund, lines: Sequence[RefundLine]) -> Iterator[ReportKind]:
        days = [day for week in refund.weeks for day, _ in week.refundable_days]
        begins = bool(days) and days[0] in self.month
        if refund.paid_to is PaidTo.EMPLOYEE:
            if begins:
                yield ReportKind.WITHOUT_PAY
        elif lines:
            first = begins if self.claimed is None else self._claimed_through is None
            if first:
                yield ReportKind.NOTICE
            yield ReportKind.CLAIM
        if days and self.back_on is not None and self.back_on - _DAY in self.month:
            yield ReportKind.FIT_FOR_WORK

    def _why_nothing(self, refund: SicknessRefund, part: SicknessMonth) -> Text:
        if part.paid_to is PaidTo.EMPLOYEE:
            return msg("the municipality pays the employee, who has no right to pay")
        last = self._claimed_through
        if part.lines and last is not None:
            return msg("it has already been claimed through {day}", day=last)
        for spell in refund.spells:
            if spell.first_day <= self.month.last_day < spell.refund_from:
                return msg(
                    "the employer period: the municipality pays from {day}", day=spell.refund_from
                )
        return msg("no hours of {month} give refund", month=self.month)


def not_recorded(week: Week) -> Text:
    """Why a week with no record is open."""
    return msg(
        "no hours are recorded for {week}; record 0 hours, or the day on which the employee was"
        " fit, where the employee was at work",
        week=week,
    )


def back_at_work(record: SicknessAbsence) -> date | None:
    """The first day back at full work after the last hours of absence; None while none is known."""
    last = max(key.weekdays[-1] if isinstance(key, Week) else key for key, h in record.hours if h)
    fit = [
        period.start
        for period, state in record.days
        if state is DayState.FIT and period.start > last
    ]
    empty = [
        key.monday if isinstance(key, Week) else key
        for key, hours in record.hours
        if not hours and (key.monday if isinstance(key, Week) else key) > last
    ]
    ended = (
        []
        if record.employment is None or record.employment.until is None
        else [record.employment.until + _DAY]
    )
    return min([*fit, *empty, *ended], default=None)


def _weeks(first: date, last: date) -> Iterator[Week]:
    """The weeks that have a weekday between two days."""
    week = Week.of(first)
    while week.monday <= last:
        if week.weekdays[-1] >= first:
            yield week
        week = Week.of(week.sunday + _DAY)


def _until(
    lines: tuple[RefundLine, ...], open_parts: Sequence[OpenPart]
) -> tuple[tuple[RefundLine, ...], tuple[RefundLine, ...]]:
    """The lines before the first open week, and those that wait for it."""
    weeks = [part.week for part in open_parts if part.week is not None]
    if not weeks:
        return lines, ()
    first = min(weeks).monday
    now = tuple(line for line in lines if line.first_day < first)
    return now, lines[len(now) :]


def _state(lines: Sequence[RefundLine], open_parts: Sequence[OpenPart]) -> ClaimState:
    if open_parts:
        return ClaimState.PARTLY if lines else ClaimState.OPEN
    return ClaimState.CLAIMABLE if lines else ClaimState.NOTHING
