"""The pay that a flexjob's refund is a share of (løngrundlag)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs

from socialkapitel.calculators.flexjob_ceiling import Ceiling, ceiling_for
from socialkapitel.calculators.flexjob_rules import FIRST_CEILING, FIRST_GRANT, LAW
from socialkapitel.calculators.inputs import divisor, read_monthly_pay
from socialkapitel.explanation import Operand, Page
from socialkapitel.explanation.lookup import LookedUp, look_up
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import half_up, smaller
from socialkapitel.messages import msg
from socialkapitel.money import Number, Pay, PayPer, decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.sources import Rule

_BASIS = Rule("flexjob.pay_basis", msg("Pay basis for the job's hours"), LAW, FIRST_GRANT)
_LOWEST = Rule("flexjob.lowest_pay", msg("Pay that the share is taken of"), LAW, FIRST_GRANT)

# Bound here because Python 3.11 is slow at looking up a member.
_DKK = Unit.DKK

_MONTHLY_PAY = msg("Starting pay, full-time month")
_HOURLY_PAY = msg("Starting pay, an hour")
_ACTUAL_PAY = msg("Pay actually paid for the month")


@attrs.frozen(slots=False)
class PayBasis:
    """The pay that the share is taken of, and what it was found from.

    ``part`` and ``lowest`` are numerators over ``over``, in øre.
    """

    starting_pay: Pay
    actual: Decimal | None
    full_time: LookedUp
    month_hours: LookedUp | None
    ceiling: Ceiling | None
    over: int
    part: int
    lowest: int

    @property
    def amount(self) -> Decimal:
        """The pay, to the øre."""
        return decimal(half_up(self.lowest, self.over))

    def write(self, page: Page, hours: Operand, day: date) -> Operand:
        """Write down how it was found."""
        week = {"hours": hours, "full_time": page.note(self.full_time)}
        candidates = {"pay": self._write_starting_pay(page, week, day)}
        if self.actual is not None:
            candidates["actual"] = page.given("actual_pay", _ACTUAL_PAY, self.actual, _DKK)
        if self.ceiling is not None:
            candidates["ceiling"] = self.ceiling.write(page)
        if len(candidates) == 1:
            return candidates["pay"]
        expression = f"min({', '.join(candidates)})"
        pay = candidates["pay"].value
        exact = pay if self.lowest == self.part else self._exact(self.lowest)
        return page.calculate(_LOWEST, day, expression, candidates, exact, _DKK)

    def _write_starting_pay(self, page: Page, week: dict[str, Operand], day: date) -> Operand:
        amount = self.starting_pay.amount
        if self.month_hours is None:
            expression = "pay * hours / full_time"
            operands = {"pay": page.given("starting_pay", _MONTHLY_PAY, amount, _DKK), **week}
        else:
            expression = "pay * month * hours / full_time"
            pay = page.given("starting_pay", _HOURLY_PAY, amount, Unit.DKK_PER_HOUR)
            operands = {"pay": pay, **week, "month": page.note(self.month_hours)}
        return page.calculate(_BASIS, day, expression, operands, self._exact(self.part), _DKK)

    def _exact(self, part: int) -> Fraction:
        return Fraction(part, self.over * 100)


def pay_basis(
    parameters: ParameterSet,
    starting_pay: Pay,
    actual_pay: Number | None,
    weekly_hours: int,
    granted_on: date,
    day: date,
) -> PayBasis:
    """The lowest of starting pay, actual pay and ceiling, for hundredths of weekly hours.

    Raises:
        InvalidInput: for an actual pay that is not accepted.
        NotInForce: where a figure is not known on the day.
    """
    full_time = look_up(parameters, "flexjob.full_time_hours", day)
    norm = divisor(full_time.figure)
    rate, scale, month_hours = oere(starting_pay.amount), 1, None
    if starting_pay.per is PayPer.HOUR:
        month_hours = look_up(parameters, "flexjob.monthly_norm_hours", day)
        rate, scale = rate * month_hours.hundredths, 100
    over = formulas.over(norm, scale)
    part = lowest = formulas.pay_part(rate, weekly_hours)
    actual = ceiling = None
    if actual_pay is not None:
        actual = read_monthly_pay(actual_pay, "actual_pay")
        lowest = smaller(lowest, oere(actual) * over)
    if granted_on >= FIRST_CEILING:
        ceiling = ceiling_for(parameters, weekly_hours, day)
        lowest = smaller(lowest, ceiling.part * scale)
    return PayBasis(starting_pay, actual, full_time, month_hours, ceiling, over, part, lowest)
