"""The employer's refund for a flexjob granted before 2013 (fleksjobrefusion)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

import attrs

from socialkapitel.calculators.atp import AtpContribution, check_atp_class, employer_atp
from socialkapitel.calculators.flexjob_pay import PayBasis, pay_basis
from socialkapitel.calculators.flexjob_rules import FIRST_GRANT, LAW
from socialkapitel.calculators.inputs import (
    check_month,
    check_pay,
    figures_or_packaged,
    note_weekly_hours,
    read_granted_on,
    read_other_contributions,
    read_weekly_hours,
)
from socialkapitel.calculators.set_off import SetOff, read_benefits, set_off_benefits
from socialkapitel.errors import InvalidInput, check_kind
from socialkapitel.explanation import Explained, Explanation, Outcome, Page, Rounding
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.messages import msg
from socialkapitel.money import Number, Pay, Share, decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import Month
from socialkapitel.sources import Rule

LAST_GRANT = date(2012, 12, 31)

GRANT = Rule("flexjob.grant", msg("Scheme by date of grant"), LAW, FIRST_GRANT, LAST_GRANT)
_REFUND = Rule("flexjob.refund", msg("Refund"), LAW, FIRST_GRANT)

# Bound here because Python 3.11 is slow at looking up a member.
_DKK, _SHARE = Unit.DKK, Unit.SHARE
_TO_THE_OERE = Rounding.OERE

_SHARE_GRANTED = msg("Share granted")
_NO_ATP = msg("ATP in the refund: none")
_OTHER = msg("Other employer contributions")

_SHARES = (Share("1/2"), Share("2/3"))
_DOUBTFUL_GRANTS = (date(2006, 7, 1), date(2006, 7, 4))


def _read_share(value: str | Fraction | Share) -> Share:
    share = Share(value)
    if share not in _SHARES:
        raise InvalidInput("share", str(share), msg('"1/2" or "2/3"'))
    return share


def _read_starting_pay(value: Pay) -> Pay:
    return check_pay(value, "starting_pay")


@attrs.frozen(kw_only=True)
class Flexjob:
    """A flexjob under the scheme for grants from 1998 through 2012 (fleksjob).

    Attributes:
        granted_on: day of the municipality's grant.
        share: ``"1/2"`` or ``"2/3"``, as granted.
        starting_pay: the lowest agreed pay of the area (begyndelsesløn), as
            `Pay.monthly` for a full-time month or `Pay.hourly`.
        weekly_hours: the job's hours, above 0, at most 37.
        atp_class: ``"A"`` to ``"F"`` by the collective agreement; None where the refund holds no
            ATP.
        other_contributions: the employer's other contributions, such as pension up to the minimum
            rate, in kroner a month; ``"0"`` where there are none.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    granted_on: date = attrs.field(converter=read_granted_on)
    share: Share = attrs.field(converter=_read_share)
    starting_pay: Pay = attrs.field(converter=_read_starting_pay)
    weekly_hours: Decimal = attrs.field(converter=read_weekly_hours)
    atp_class: str | None = attrs.field(converter=check_atp_class)
    other_contributions: Decimal = attrs.field(converter=read_other_contributions)


@attrs.frozen(kw_only=True)
class FlexjobRefund(Explained):
    """A month's refund for a flexjob, in kroner.

    Attributes:
        basis: pay that the share is taken of, after ceiling; shown to the øre, carried exactly.
        ceiling: the month's ceiling for the job's hours; None where no ceiling applies.
        atp: the employer's ATP contribution in the refund.
        other_contributions: other employer contributions in the refund.
        gross: the refund before set-off of sickness benefit.
        set_off: what sickness benefit takes off.
        amount: the refund to claim.
    """

    basis: Decimal
    ceiling: Decimal | None
    atp: Decimal
    other_contributions: Decimal
    gross: Decimal
    set_off: Decimal
    amount: Decimal


def flexjob_refund(
    job: Flexjob,
    month: Month,
    *,
    actual_pay: Number | None = None,
    sickness_benefit: Mapping[date, Number] | None = None,
    parameters: ParameterSet | None = None,
) -> FlexjobRefund:
    """The employer's refund for a month of a flexjob granted from 1998 through 2012.

    Half or two thirds of the starting pay for the job's hours, plus the same share of ATP and
    other contributions; rounded once, to the øre. Jobs granted from 2006-07-05 have a ceiling on
    the pay. Law: LAB § 133 (before 2020: § 71).

    Args:
        job: the flexjob.
        month: the month, not before the one of the grant.
        actual_pay: what was paid for the month in kroner, where it may be lower than the
            starting pay for the job's hours.
        sickness_benefit: kroner of sickness or maternity benefit that the employer is entitled
            to, by weekday. Each weekday carries an equal part of the month's refund; the benefit
            reduces that part, at most to 0.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a month before the grant, or a benefit day outside the month's weekdays
            or before the grant.
        NotInForce: for a grant outside 1998-2012, or a month for which a figure is not known.

    >>> import socialkapitel as sk
    >>> job = sk.Flexjob(
    ...     granted_on=date(2006, 3, 1),
    ...     share="2/3",
    ...     starting_pay=sk.Pay.monthly("18297.00"),
    ...     weekly_hours="37",
    ...     atp_class="A",
    ...     other_contributions="0",
    ... )
    >>> sk.flexjob_refund(job, sk.Month(2007, 11)).amount
    Decimal('12306.40')
    """
    check_kind(job, Flexjob, "job")
    check_month(month)
    GRANT.check(
        job.granted_on,
        msg("for jobs granted since 2013 use flex_wage_supplement")
        if job.granted_on > LAST_GRANT
        else None,
    )
    granted_on, first_day = job.granted_on, month.first_day
    if first_day < granted_on and granted_on not in month:
        raise InvalidInput(
            "month", str(month), msg("a month from {first} on", first=Month.of(granted_on))
        )
    benefits = read_benefits(sickness_benefit, month, granted_on)
    day = max(first_day, granted_on)
    legal = figures_or_packaged(parameters)
    hours = oere(job.weekly_hours)
    pay = pay_basis(legal, job.starting_pay, actual_pay, hours, granted_on, day)
    atp = employer_atp(legal, job.atp_class, hours, day) if job.atp_class else None
    contribution = atp.oere if atp else 0
    share = job.share.fraction
    gross = formulas.refund(
        pay.lowest,
        contribution + oere(job.other_contributions),
        (share.numerator, share.denominator),
        pay.over,
    )
    set_off = set_off_benefits(gross, benefits, month) if benefits else None
    left = set_off.left if set_off else gross
    return FlexjobRefund(
        basis=pay.amount,
        ceiling=pay.ceiling.amount if pay.ceiling else None,
        atp=decimal(contribution),
        other_contributions=job.other_contributions,
        gross=decimal(gross),
        set_off=decimal(gross - left),
        amount=decimal(left),
        explanation=Explanation.of(_WorkedRefund(job, month, day, pay, atp, gross, set_off).write),
    )


@attrs.frozen(slots=False)
class _WorkedRefund:
    """What a refund was worked out from: all that its explanation tells."""

    job: Flexjob
    month: Month
    day: date
    pay: PayBasis
    atp: AtpContribution | None
    gross: int
    set_off: SetOff | None

    def write(self) -> Explanation:
        """Write the explanation."""
        job, day = self.job, self.day
        page = Page(msg("Flexjob refund, {month}", month=self.month))
        share = page.given("share", _SHARE_GRANTED, job.share.fraction, _SHARE)
        hours = note_weekly_hours(page, job.weekly_hours)
        page.join(_granted(job.granted_on))
        basis = self.pay.write(page, hours, day)
        atp = self.atp.write(page) if self.atp else page.given("atp", _NO_ATP, decimal(0), _DKK)
        other = page.given("other_contributions", _OTHER, job.other_contributions, _DKK)
        refund = page.calculate(
            _REFUND,
            day,
            "share * (basis + atp + other)",
            {"share": share, "basis": basis, "atp": atp, "other": other},
            decimal(self.gross),
            _DKK,
            rounding=_TO_THE_OERE,
        )
        if self.set_off:
            self.set_off.write(page, refund, day)
        _warn_of_grant(page, job.granted_on, day)
        return page.explanation()


# The same for every month of a job, and for all jobs that were granted on a day.
@lru_cache(maxsize=4096)
def _granted(day: date) -> Page:
    return _judge_grant(day)


def _judge_grant(day: date) -> Page:
    page = Page(GRANT.label)
    because = msg("granted on {day}, before 2013: the employer gets a refund", day=day)
    page.judge(GRANT, day, Outcome.FULFILLED, because)
    return page


def _warn_of_grant(page: Page, granted_on: date, day: date) -> None:
    if day.day > 1:
        page.caveat(
            "granted-within-month",
            msg(
                "The job was granted within the month; the refund is for a whole month unless"
                " actual_pay says what was paid"
            ),
        )
    first, last = _DOUBTFUL_GRANTS
    if first <= granted_on <= last:
        page.caveat(
            "ceiling-start",
            msg(
                "The ceiling is known for grants from 5 July 2006; whether municipal refunds had"
                " it from 1 July is not known"
            ),
        )
