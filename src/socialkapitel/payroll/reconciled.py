"""A whole run beside what was paid for it: each claim with its amount, and what explains it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import UnknownName, WrongType, check_kind
from socialkapitel.fields import called, checked, named, read_text
from socialkapitel.messages import Text, joined, msg
from socialkapitel.money import Kroner
from socialkapitel.parameters import Unit
from socialkapitel.payroll.claim import CLAIM_SCHEMES, Claim, scheme_label
from socialkapitel.payroll.claims import Claims
from socialkapitel.payroll.given import read_paid
from socialkapitel.payroll.reconcile import Reconciliation, reconcile
from socialkapitel.periods import Month, read_date_or_none
from socialkapitel.tables import Column, Table, Tabled


def _read_scheme(value: str, field: str = "") -> str:
    """The id of a scheme that a claim can have; no other text is kept, whatever it says."""
    if check_kind(value, str, field) not in CLAIM_SCHEMES:
        raise UnknownName(msg("scheme"), value, CLAIM_SCHEMES)
    return value


@brief
@checked
@attrs.frozen(kw_only=True)
class PaidAmount:
    """An amount that a payer paid for a claim (udbetalt beløb).

    Attributes:
        reference: the caller's name for the employee, as in the run.
        scheme: the claim's scheme, such as ``"flexjob"`` or ``"sickness"``.
        amount: what was paid for the month, in kroner, the supplement included.
        begun_on: the first day of the absence, where the employee has several.

    Raises:
        SocialkapitelError: naming the field, for any value not accepted: an `UnknownName` for a
            scheme that no claim has, otherwise an `InvalidInput`.

    >>> PaidAmount(reference="E01", scheme="flexjob", amount="22.101,33").amount
    Decimal('22101.33')
    """

    reference: str = attrs.field(converter=read_text, metadata=named("Employee", "Medarbejder"))
    scheme: str = attrs.field(converter=_read_scheme)
    amount: Decimal = attrs.field(converter=read_paid, metadata=called("amount_paid"))
    begun_on: date | None = attrs.field(
        default=None,
        converter=read_date_or_none,
        metadata=called("first_day"),
    )

    def is_for(self, claim: Claim) -> bool:
        """Whether it may be what was paid for a claim."""
        known = (claim.reference, claim.scheme) == (self.reference, self.scheme)
        return known and (
            None in {self.begun_on, claim.begun_on} or self.begun_on == claim.begun_on
        )


@brief
@attrs.frozen(kw_only=True)
class ReconciledClaim:
    """A claim beside what was paid for it.

    Attributes:
        reference: the caller's name for the employee.
        scheme: the scheme's id.
        claim: the claim; None where the run has none that answers to the amount.
        paid: what was paid, in kroner; None where no amount is known.
        found: what explains the amount; None where it can't be reconciled.
        because: why it can't be reconciled; None where it is.
    """

    reference: str
    scheme: str
    claim: Claim | None
    paid: Decimal | None
    found: Reconciliation | None = None
    because: Text | None = None

    @property
    def difference(self) -> Decimal | None:
        """Kroner that were paid above what was calculated; None where nothing is reconciled."""
        return None if self.found is None else self.found.difference


@brief
@attrs.frozen(kw_only=True)
class ReconciledRun(Tabled):
    """The claims of a run beside what was paid for them (afstemning af månedens anmodninger).

    ``str(run)`` is English; `render` writes either language.

    Attributes:
        month: the month of the run.
        claims: each claim that has something to claim, and each amount that was paid.
    """

    month: Month
    claims: tuple[ReconciledClaim, ...]

    def __len__(self) -> int:
        return len(self.claims)

    def __iter__(self) -> Iterator[ReconciledClaim]:
        return iter(self.claims)

    @property
    def different(self) -> tuple[ReconciledClaim, ...]:
        """Those of which another amount was paid than the one that was calculated."""
        return tuple(one for one in self.claims if one.difference)

    @property
    def table(self) -> Table:
        """A row for each claim: what was calculated, what was paid, and what explains it."""
        return Table(
            title=msg("Reconciliation for {month}", month=self.month),
            columns=(
                Column("reference", msg("Employee")),
                Column("scheme", msg("Scheme")),
                Column("calculated", msg("Calculated"), Unit.DKK),
                Column("paid", msg("Paid"), Unit.DKK),
                Column("difference", msg("Difference"), Unit.DKK),
                Column("found", msg("What was found")),
                Column("source", msg("What decides")),
            ),
            rows=tuple(map(_row, self.claims)),
        )


def _row(one: ReconciledClaim) -> tuple[object, ...]:
    found, source = (one.because, None) if one.found is None else _told(one.found)
    calculated = None if one.claim is None else one.claim.total
    return (
        one.reference,
        scheme_label(one.scheme),
        calculated,
        one.paid,
        one.difference,
        found,
        source,
    )


def _told(found: Reconciliation) -> tuple[Text, Text | None]:
    """What explains an amount, or comes near, and the paragraphs that decide."""
    if not (found.candidates or found.near):
        return found.message, None
    first = (*found.candidates, *found.near)[0]
    source = joined(rule.text for rule in first.sources)
    if found.candidates:
        return first.why, source
    return msg("nearly: {why}, off by {off}", why=first.why, off=Kroner(abs(first.off))), source


def reconcile_claims(run: Claims, paid: Iterable[PaidAmount]) -> ReconciledRun:
    """A whole run beside what was paid for it (afstemning af månedens anmodninger).

    Each amount meets its claim and is reconciled as `reconcile` does. A claim without an amount, an
    amount without a claim, and what can't be told apart are rows as well, with the reason.

    Args:
        run: the claims of a month.
        paid: what was paid: those of a template that was read, or your own. Where an employee has
            several claims of the same scheme, one amount for each, in their order.

    Raises:
        WrongType: for anything else.

    >>> import socialkapitel as sk
    >>> run = sk.claims({"E10": sk.Assistance(hours="43.5")}, sk.Month(2024, 5))
    >>> paid = [PaidAmount(reference="E10", scheme="personal-assistance", amount="5.684,58")]
    >>> [(one.reference, one.difference) for one in reconcile_claims(run, paid)]
    [('E10', Decimal('-338.00'))]
    """
    check_kind(run, Claims, "run")
    if not isinstance(paid, Iterable):
        raise WrongType("paid", paid, msg("a list of amounts paid (PaidAmount)"))
    given = [check_kind(one, PaidAmount, "paid") for one in paid]
    return ReconciledRun(
        month=run.month,
        claims=tuple(sorted(_reconciled(run, given), key=lambda one: (one.reference, one.scheme))),
    )


def _reconciled(run: Claims, given: Sequence[PaidAmount]) -> Iterator[ReconciledClaim]:
    known = tuple(run)
    for place, claim in enumerate(known):
        amounts = [one for one in given if one.is_for(claim)]
        rivals = [
            other
            for other, one in enumerate(known)
            if any(amount.is_for(one) for amount in amounts)
        ]
        if len(amounts) == len(rivals) > 0:
            yield _beside(claim, amounts[rivals.index(place)].amount)
        elif amounts:
            because = msg(
                "amounts paid: {amounts}, claims: {claims}; give one amount for each claim",
                amounts=len(amounts),
                claims=len(rivals),
            )
            yield _left_open(claim, None, because)
        elif claim.lines:
            yield _left_open(claim, None, msg("no amount paid is given"))
    for amount in given:
        if not any(amount.is_for(claim) for claim in known):
            yield ReconciledClaim(
                reference=amount.reference,
                scheme=amount.scheme,
                claim=None,
                paid=amount.amount,
                because=msg("the run has no such claim"),
            )


def _beside(claim: Claim, paid: Decimal) -> ReconciledClaim:
    if not claim.lines:
        return _left_open(claim, paid, joined(claim.reasons))
    return ReconciledClaim(
        reference=claim.reference,
        scheme=claim.scheme,
        claim=claim,
        paid=paid,
        found=reconcile(claim, paid=paid),
    )


def _left_open(claim: Claim, paid: Decimal | None, because: Text) -> ReconciledClaim:
    return ReconciledClaim(
        reference=claim.reference, scheme=claim.scheme, claim=claim, paid=paid, because=because
    )
