"""One claim: for whom, from whom, what can be claimed now, what is open, and the deadline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.calculators.refund_lines import RefundLine
from socialkapitel.calculators.sickness_weeks import PaidTo
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
from socialkapitel.cases.events.decisions import SUBSIDISED
from socialkapitel.cases.refunds import RefundResult
from socialkapitel.explanation import Caveat, Explanation, Severity
from socialkapitel.messages import Label, Labelled, Text, msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month, Period, Quarter, Week
from socialkapitel.schemes.names import SCHEME_NAMES
from socialkapitel.sources import Source

SICKNESS = "sickness"

CLAIM_SCHEMES: Mapping[str, Label] = MappingProxyType(
    {
        **SCHEME_NAMES,
        "": Label(en="Not known", da="Ikke kendt"),
        SICKNESS: Label(en="Refund of sickness benefit", da="Sygedagpengerefusion"),
    }
)
"""What the schemes of claims are called, by id; nothing where a claim's scheme is not known."""


class ClaimState(Labelled):
    """How far a claim has come (anmodningens status).

    * ``CLAIMABLE``: all of the month can be claimed.
    * ``PARTLY``: a part of the month can be claimed, the rest is open.
    * ``OPEN``: nothing can be claimed until something is known or corrected.
    * ``NOTHING``: there is nothing to claim for the month.
    """

    CLAIMABLE = "claimable", Label("to claim", "kan anmodes om")
    PARTLY = "partly", Label("partly", "delvist")
    OPEN = "open", Label("open", "uafklaret")
    NOTHING = "nothing", Label("nothing", "intet")


class Payer(Labelled):
    """Who pays what is claimed.

    * ``MUNICIPALITY``: the employee's municipality of residence.
    * ``STATE_SCHEME``: the state's flexjob scheme, for employers that belong to it.
    """

    MUNICIPALITY = "municipality", Label("municipality of residence", "bopælskommune")
    STATE_SCHEME = "state_scheme", Label("state flexjob scheme", "den statslige fleksjobordning")


class ReportKind(Labelled):
    """The reports that a claim of sickness benefit needs, in our words (indberetning).

    * ``NOTICE``: notice of the absence of an employee with pay; a claim needs it first.
    * ``CLAIM``: the claim itself, for one absence and one period.
    * ``FIT_FOR_WORK``: the absence has ended.
    * ``WITHOUT_PAY``: notice of the absence of an employee without pay; the municipality pays the
      employee.
    """

    NOTICE = "notice", Label("notice", "anmeldelse")
    CLAIM = "claim", Label("claim", "anmodning")
    FIT_FOR_WORK = "fit_for_work", Label("fit for work", "raskmelding")
    WITHOUT_PAY = "without_pay", Label("notice without pay", "anmeldelse uden løn")

    @property
    def nemrefusion(self) -> str:
        """What NemRefusion's interface descriptions of 2012-2019 call it.

        >>> ReportKind.CLAIM.nemrefusion
        'DP202'
        """
        return _NEMREFUSION[self]


_NEMREFUSION = {
    ReportKind.NOTICE: "DP201",
    ReportKind.CLAIM: "DP202",
    ReportKind.FIT_FOR_WORK: "DP212s",
    ReportKind.WITHOUT_PAY: "DP200A",
}
"""The only place where our words are mapped to the names of NemRefusion."""


@attrs.frozen(kw_only=True)
class OpenPart:
    """Something that must be known or corrected before the rest can be claimed (uafklaret).

    Attributes:
        because: what, in words.
        fact: the field that it is about; empty where there is none.
        week: the week that it is about, if any.
    """

    because: Text
    fact: str = ""
    week: Week | None = None


@attrs.frozen(kw_only=True)
class ClaimBy:
    """The deadline for a claim (frist for anmodningen).

    Attributes:
        label: what is due.
        due: the last day; None where no limit is known, as ``because`` says.
        because: how the day is worked out.
        source: the rule, as it was cited in the month.
        month: the month that is claimed for.
        period: the days that are claimed for.
    """

    label: Text
    due: date | None
    because: Text
    source: Source
    month: Month
    period: Period


@brief
@attrs.frozen(kw_only=True)
class Claim:
    """What is claimed for one employee, scheme and payer for a month (anmodning).

    Attributes:
        reference: the caller's name for the employee or the employment.
        scheme: ``"sickness"``, or the id of a scheme; empty where the input could not be read.
        payer: who pays.
        paid_to: who is paid.
        begun_on: the first day of the absence; None for a job.
        state: how far the claim has come.
        reports: the reports that a claim of sickness benefit requires, in order.
        lines: what can be claimed now.
        waiting: lines that are worked out, but can't be claimed before what is open.
        open: what must be known or corrected first.
        because: why there is nothing to claim; None where there is something.
        claim_by: by which day to claim; None where there is nothing to claim.
        result: the calculation; None where there is none.
    """

    reference: str
    scheme: str
    payer: Payer = Payer.MUNICIPALITY
    paid_to: PaidTo = PaidTo.EMPLOYER
    begun_on: date | None = None
    state: ClaimState
    reports: tuple[ReportKind, ...] = ()
    lines: tuple[RefundLine, ...] = ()
    waiting: tuple[RefundLine, ...] = ()
    open: tuple[OpenPart, ...] = ()
    because: Text | None = None
    claim_by: ClaimBy | None = None
    result: RefundResult | None = None

    @property
    def label(self) -> Text:
        """The name of the scheme."""
        return scheme_label(self.scheme)

    @property
    def amount(self) -> Decimal:
        """Kroner that can be claimed now, without the supplement."""
        return decimal(sum(oere(line.amount) for line in self.lines))

    @property
    def supplement(self) -> Decimal:
        """The supplement to it, which the municipality works out and pays."""
        return decimal(sum(oere(line.supplement) for line in self.lines))

    @property
    def total(self) -> Decimal:
        """What is to be paid: the amount with its supplement."""
        return self.amount + self.supplement

    @property
    def period(self) -> Period | None:
        """The days that can be claimed for now; None where there are none."""
        if not self.lines:
            return None
        return Period(self.lines[0].first_day, self.lines[-1].last_day)

    @property
    def reasons(self) -> tuple[Text, ...]:
        """What is open, or why there is nothing to claim."""
        because = () if self.because is None else (self.because,)
        return (*(part.because for part in self.open), *because)

    @property
    def explanation(self) -> Explanation | None:
        """Why the month gives what it does; None where nothing was worked out."""
        return None if self.result is None else self.result.explanation

    @property
    def caveats(self) -> tuple[Caveat, ...]:
        """The caveats of the amount."""
        return () if self.result is None else self.result.caveats

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What identifies a claim within a run, the same in each run."""
        return self.reference, self.scheme, self.payer.value, str(self.begun_on or "")


def scheme_label(scheme: str) -> Text:
    """What a claim's scheme is called."""
    return CLAIM_SCHEMES[scheme]


@attrs.frozen(kw_only=True)
class ClaimTotal:
    """What is claimed of one payer under one scheme.

    Attributes:
        payer: who pays.
        scheme: the scheme's id; ``"sickness"`` for sickness benefit.
        claims: how many claims have something to claim now.
        open: how many have something open.
        amount: kroner to claim now, without supplements.
        supplement: the supplements.
    """

    payer: Payer
    scheme: str
    claims: int
    open: int
    amount: Decimal
    supplement: Decimal


@brief
@attrs.frozen(kw_only=True)
class CaveatCount:
    """A caveat of the run, and the employees it concerns.

    Attributes:
        code: its stable code.
        text: what it says; of the first claim that has it.
        severity: how much it matters.
        references: the employees whose claims have it, each once.
    """

    code: str
    text: Text
    severity: Severity
    references: tuple[str, ...]


# --- the deadline of a claim ----------------------------------------------------------------------

_NO_LIMIT: Mapping[str, DeadlineRule] = {
    "flexjob": FLEXJOB_CLAIM,
    "personal-assistance": ASSISTANCE_CLAIM,
    **dict.fromkeys(SUBSIDISED, SUBSIDY_CLAIM),
}


def claim_by(
    scheme: str, payer: Payer, month: Month, period: Period, parameters: ParameterSet
) -> ClaimBy:
    """The deadline for claiming some days of a month; where no limit is known, it says so."""
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
        "the deadline is {months} months after the end of the quarter, {day}; a claim that is late"
        " is lost",
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
