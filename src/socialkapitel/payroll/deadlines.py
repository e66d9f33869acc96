"""By which day a month is claimed, by the rules that a case's deadlines rest on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.cases.deadline_rules import (
    AGREED,
    ASSISTANCE_CLAIM,
    CLAIM,
    FLEXJOB_CLAIM,
    STATE_CLAIM,
    SUBSIDY_CLAIM,
    DeadlineRule,
    month_end_after,
    months_after,
    not_known,
)
from socialkapitel.cases.events.terms import SUBSIDISED
from socialkapitel.messages import Text, msg
from socialkapitel.parameters import ParameterSet
from socialkapitel.payroll.claim import SICKNESS, ClaimBy, Payer
from socialkapitel.periods import Month, Period, Quarter
from socialkapitel.sources import Source

_NO_LIMIT: Mapping[str, DeadlineRule] = {
    "flexjob": FLEXJOB_CLAIM,
    "personal-assistance": ASSISTANCE_CLAIM,
    **dict.fromkeys(SUBSIDISED, SUBSIDY_CLAIM),
}


def claim_by(
    scheme: str, payer: Payer, month: Month, period: Period, parameters: ParameterSet
) -> ClaimBy:
    """By which day to claim for some days of a month; where no limit is known it says so."""
    if scheme == SICKNESS:
        return _of_figure(CLAIM, period.start, month, period, parameters)
    if payer is Payer.STATE_SCHEME:
        last = Quarter.of(month.first_day).last_day
        return _of_figure(STATE_CLAIM, last, month, period, parameters)
    rule = _NO_LIMIT[scheme]
    because = msg("no limit was found in act, order or guidance; none is assumed here")
    return _told(rule, None, because, rule.source or AGREED, month, period)


def _of_figure(
    rule: DeadlineRule, day: date, month: Month, period: Period, parameters: ParameterSet
) -> ClaimBy:
    """A limit of so many months from a day: the first that is claimed for, or a quarter's last."""
    parameter = parameters[rule.figures[0]]
    source = rule.source or parameter.source
    if not parameter.covers(day):
        return _told(rule, None, not_known(parameter, day), source, month, period)
    months = whole_figure(parameter.on(day))
    if rule is CLAIM:
        because = msg(
            "refund is paid for at most {months} months before the claim; the first day to claim"
            " for in {month} is {day}",
            months=months,
            month=month,
            day=day,
        )
        return _told(rule, months_after(day, months), because, source, month, period)
    because = msg(
        "{months} months after the end of the quarter, {day}; a claim that is late is lost",
        months=months,
        day=day,
    )
    return _told(rule, month_end_after(day, months), because, source, month, period)


def _told(
    rule: DeadlineRule,
    due: date | None,
    because: Text,
    source: Source,
    month: Month,
    period: Period,
) -> ClaimBy:
    return ClaimBy(
        label=rule.label,
        due=due,
        because=because,
        source=source.on(period.start),
        month=month,
        period=period,
    )
