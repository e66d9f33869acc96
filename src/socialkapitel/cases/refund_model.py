"""What the answer to "what do we get back for the month?" consists of."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

import attrs

from socialkapitel.calculators.flexjob import FlexjobRefund
from socialkapitel.calculators.wage_subsidy import WageSubsidy
from socialkapitel.cases.sickness_month import SicknessMonth
from socialkapitel.messages import Text
from socialkapitel.money import decimal, oere
from socialkapitel.periods import Month

RefundResult: TypeAlias = FlexjobRefund | SicknessMonth | WageSubsidy


@attrs.frozen
class CaseRefund:
    """Something that the employer gets back for the month (refusion).

    Attributes:
        name: ``"sickness"``, or the id of the scheme.
        amount: the refund in kroner, without the supplement.
        supplement: the state's supplement to a refund of sickness benefit, in kroner.
        result: the calculator's result, with its explanation and caveats.
        events: the ids of the events that it is computed from.
    """

    name: str
    amount: Decimal
    supplement: Decimal
    result: RefundResult
    events: tuple[UUID, ...]


@attrs.frozen
class OpenRefund:
    """A refund that can't be computed yet, because something isn't known (uafklaret refusion).

    ``because`` says what; ``events`` are those that the refund would be computed from.
    """

    name: str
    because: Text
    events: tuple[UUID, ...]


@attrs.frozen(kw_only=True)
class CaseRefunds:
    """What the employer gets back for a month (månedens refusion).

    ``open`` are refunds that can't be computed yet; what is missing is never taken for nothing.
    """

    month: Month
    refunds: tuple[CaseRefund, ...]
    open: tuple[OpenRefund, ...]

    @property
    def amount(self) -> Decimal | None:
        """All refunds and supplements in kroner; None while a refund is open."""
        if self.open:
            return None
        total = sum(oere(refund.amount) + oere(refund.supplement) for refund in self.refunds)
        return decimal(total)


Answer: TypeAlias = CaseRefund | OpenRefund
