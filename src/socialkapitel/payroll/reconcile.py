"""Why another amount was paid: which changed fact, figure or reading gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations
from typing import cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.assistance import AssistanceRefund
from socialkapitel.calculators.changes import Asked, Change, Reconcilable
from socialkapitel.calculators.flex_wage_supplement import FlexWageSupplement
from socialkapitel.calculators.flexjob_changes import FLEXJOB
from socialkapitel.calculators.flexjob_refund import FlexjobRefund
from socialkapitel.calculators.sickness import SicknessRefund
from socialkapitel.calculators.sickness_changes import SICKNESS, SICKNESS_MONTH, counting_weeks
from socialkapitel.calculators.sickness_month import SicknessMonth
from socialkapitel.calculators.subsidy_changes import (
    ASSISTANCE,
    FLEX_WAGE_SUPPLEMENT,
    WAGE_SUBSIDY,
)
from socialkapitel.calculators.wage_subsidy import WageSubsidy
from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.explanation import Explained, Explanation
from socialkapitel.explanation.worksheet import question_of
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import Label, Text, joined, msg
from socialkapitel.money import Kroner, Number, decimal, oere
from socialkapitel.parameters import Unit
from socialkapitel.payroll.claim import Claim
from socialkapitel.payroll.given import read_paid
from socialkapitel.periods import Week
from socialkapitel.sources import Source
from socialkapitel.tables import Column, Table, Tabled

RECONCILABLE: Mapping[type[Explained], Reconcilable] = {
    AssistanceRefund: ASSISTANCE,
    FlexWageSupplement: FLEX_WAGE_SUPPLEMENT,
    FlexjobRefund: FLEXJOB,
    SicknessMonth: SICKNESS_MONTH,
    SicknessRefund: SICKNESS,
    WageSubsidy: WAGE_SUBSIDY,
}
"""The results that are paid out, and what is declared about each."""

NEAR = 50
"""By how many øre a near miss may differ."""

_WHAT = Label(en="Calculation", da="Beregning")
_MOST_IN_PAIRS = 24
_NOT_SO = (SocialkapitelError, KeyError, ZeroDivisionError)
"""What is raised where a question can't be changed in that way, or then has no answer."""


@brief
@attrs.frozen(kw_only=True)
class Candidate(Explained):
    """A calculation that may explain an amount that was paid (mulig forklaring).

    Attributes:
        ids: the stable names of what was changed, such as ``"flexjob.share"``; one or two.
        changes: the same in words.
        sources: the paragraphs that decide, one for each change.
        amount: what the calculation gives, in kroner.
        off: kroner that were paid above it; negative where less was paid.
        explanation: the changed calculation, step by step.
    """

    ids: tuple[str, ...]
    changes: tuple[Text, ...]
    sources: tuple[Source, ...]
    amount: Decimal
    off: Decimal

    @property
    def why(self) -> Text:
        """What was changed, as one text."""
        return joined(self.changes)


@brief
@attrs.frozen(kw_only=True)
class Reconciliation(Tabled):
    """An amount that was paid beside the one that was calculated (afstemning).

    ``str(reconciliation)`` is English; `render` writes either language.

    Attributes:
        title: what was calculated.
        calculated: the amount that was calculated, supplement included, in kroner.
        paid: the amount that was paid.
        candidates: the calculations that give exactly what was paid, the most plausible first:
            those with one change, or, where there is none, those with two.
        near: calculations with one change that miss it by at most 0.50 kr.
        nearest: the calculation that comes nearest; None where nothing could be changed.
    """

    title: Text
    calculated: Decimal
    paid: Decimal
    candidates: tuple[Candidate, ...]
    near: tuple[Candidate, ...]
    nearest: Candidate | None

    @property
    def difference(self) -> Decimal:
        """Kroner that were paid above what was calculated; negative where less was paid."""
        return self.paid - self.calculated

    @property
    def message(self) -> Text:
        """What was found, in a sentence."""
        if not self.difference:
            return msg("The amount paid is the amount calculated")
        if self.candidates:
            return msg("These changes give exactly the amount paid, the most plausible first")
        if self.nearest is None:
            return msg("Nothing that was tried changes the amount calculated")
        return msg(
            "None of the changes that were tried gives the amount paid; the nearest misses it by"
            " {off}",
            off=Kroner(abs(self.nearest.off)),
        )

    @property
    def table(self) -> Table:
        """A row for each candidate and near miss; where there is none, for the nearest."""
        shown = (*self.candidates, *self.near)
        if not shown and self.difference and self.nearest is not None:
            shown = (self.nearest,)
        return Table(
            title=msg(
                "{title}: calculated {calculated}, paid {paid}, difference {difference}\n{found}",
                title=self.title,
                calculated=Kroner(self.calculated),
                paid=Kroner(self.paid),
                difference=Kroner(self.difference),
                found=self.message,
            ),
            columns=(
                Column("change", msg("What is changed")),
                Column("amount", msg("Gives"), Unit.DKK),
                Column("off", msg("Difference to the amount paid"), Unit.DKK),
                Column("source", msg("What decides")),
            ),
            rows=tuple(
                (one.why, one.amount, one.off, joined(source.text for source in one.sources))
                for one in shown
            ),
        )


def reconcile(what: Explained | Claim, *, paid: Number) -> Reconciliation:
    """Why another amount was paid than the one that was calculated (afstemning).

    Tries everything that is declared beside the calculator's rules, one change at a time: the
    share, ATP, contributions, the ceiling, the employer period, public holidays, a week that is
    missing, roundings, the supplement, the reduction by sickness benefit, the figure before or
    after each one that was used. Where no single change gives the amount paid to the øre, pairs of
    the most plausible ones are tried.

    A candidate is a calculation that gives the amount, with its explanation and the paragraph that
    decides; it doesn't show that the payer calculated it that way.

    Args:
        what: a `Claim`, or the result of a calculator whose amount is paid out: a refund, a subsidy
            or a supplement. The supplement to a refund of sickness benefit counts as paid with it.
        paid: the amount that was paid, in kroner, such as ``"11.874,20"``.

    Raises:
        WrongType: for anything else.
        InvalidInput: for an amount that is not accepted, a claim for which nothing is worked out,
            or a result that was read from a document, which doesn't hold the inputs: calculate it
            again.

    >>> import socialkapitel as sk
    >>> month = sk.Month(2024, 3)
    >>> job = sk.Flexjob(
    ...     started_on="2008-09-01",
    ...     share="2/3",
    ...     starting_pay=sk.Pay.monthly("29600.00"),
    ...     weekly_hours="37",
    ...     atp_class="A",
    ...     other_contributions="3552.00",
    ... )
    >>> refund = sk.flexjob_refund(job, month)
    >>> found = sk.reconcile(refund, paid="22.101,33")
    >>> found.difference, found.candidates[0].ids
    (Decimal('-132.00'), ('flexjob.no_atp',))
    >>> print(sk.translate(found.candidates[0].why, "da"))
    ATP-bidraget er udeladt
    """
    part = _part(what)
    whole = _read_paid(paid)
    calculated = part.amount
    tried = [_Tried(part, *found) for found in part.single]
    exact = [one for one in tried if one.total == whole]
    if not exact and whole != calculated:
        pairs = [_Tried(part, *found) for found in part.pairs()]
        exact = [one for one in pairs if one.total == whole]
        nearest = _nearest([*tried, *pairs], whole)
    else:
        nearest = _nearest(tried, whole)
    near = [one for one in tried if 0 < abs(one.total - whole) <= NEAR]
    if whole == calculated:
        exact, near = [], []
    return Reconciliation(
        title=part.asked.question.title,
        calculated=decimal(calculated),
        paid=decimal(whole),
        candidates=tuple(one.candidate(whole) for one in sorted(exact, key=_Tried.rank)),
        near=tuple(one.candidate(whole) for one in sorted(near, key=_Tried.rank)),
        nearest=None if nearest is None else nearest.candidate(whole),
    )


def _read_paid(paid: Number) -> int:
    try:
        return oere(read_paid(paid, "paid"))
    except InvalidInput as error:
        raise error.called(GIVENS["amount_paid"]) from None


def _part(what: object) -> _Part:
    try:
        return _what_was_calculated(what)
    except InvalidInput as error:
        raise error.called(_WHAT) from None


def _what_was_calculated(what: object) -> _Part:
    result = what
    if isinstance(what, Claim):
        result = what.result
        if not what.lines:
            accepted = msg("a claim that has something to claim")
            raise InvalidInput("what", what.reference, accepted)
    if not isinstance(result, Explained) or type(result) not in RECONCILABLE:
        raise WrongType(
            "what", what, msg("a claim, or a refund, a subsidy or a supplement that is paid out")
        )
    question = question_of(result)
    if question is None:
        raise InvalidInput(
            "what",
            what,
            msg(
                "a result that was calculated here; one that was read from a document does not"
                " hold the inputs, so calculate it again"
            ),
        )
    asked = RECONCILABLE[type(result)].of(question)
    if isinstance(what, Claim) and isinstance(result, SicknessMonth) and what.lines != result.lines:
        asked = counting_weeks(asked, [Week.of(line.first_day) for line in what.lines])
    return _Part.of(RECONCILABLE[type(result)], asked)


@attrs.frozen
class _Part:
    """A question, and everything in it that may have been different, with what is then paid.

    All figures together are left out where they give no more than one of them does.
    """

    asked: Asked
    amount: int
    single: tuple[tuple[tuple[Change, ...], Asked, int], ...]

    @classmethod
    def of(cls, declared: Reconcilable, asked: Asked) -> _Part:
        amount = asked.amount()
        single = [
            ((change,), *found)
            for change in declared.all_changes(asked)
            if (found := _changed(asked, change)) is not None and found[1] != amount
        ]
        alone = {found for (change,), _, found in single if change.id.startswith("figure[")}
        return cls(
            asked,
            amount,
            tuple(
                one
                for one in single
                if not one[0][0].id.startswith("figures") or one[2] not in alone
            ),
        )

    def pairs(self) -> Iterator[tuple[tuple[Change, ...], Asked, int]]:
        """Two changes at a time, of the most plausible ones."""
        for (first, asked, _), (second, _, _) in combinations(self.single[:_MOST_IN_PAIRS], 2):
            found = _changed(asked, *second)
            if found is not None:
                yield (*first, *second), *found


def _changed(asked: Asked, change: Change) -> tuple[Asked, int] | None:
    """A question with a change, and what is then paid; None where it can't be changed so."""
    try:
        changed = change.make(asked)
        amount = changed.amount()
    except _NOT_SO:
        return None
    return (changed, amount) if amount >= 0 else None


@attrs.frozen
class _Tried:
    """What was tried: the changes, the question with them, and what is then paid in all."""

    part: _Part
    changes: tuple[Change, ...]
    asked: Asked
    total: int

    def rank(self) -> tuple[int, str]:
        """How plausible it is: the lower, the more plausible."""
        return sum(change.rank for change in self.changes), self.changes[0].id

    def candidate(self, paid: int) -> Candidate:
        said = tuple(change.said for change in self.changes)
        title = msg(
            "{title}, calculated differently: {changes}",
            title=self.part.asked.question.title,
            changes=joined(said),
        )
        return Candidate(
            ids=tuple(change.id for change in self.changes),
            changes=said,
            sources=tuple(self._source(change) for change in self.changes),
            amount=decimal(self.total),
            off=decimal(paid - self.total),
            explanation=Explanation.of(self.asked.titled(title).explanation),
        )

    def _source(self, change: Change) -> Source:
        """The paragraph that decides: that of the rule's step, here or in the calculation."""
        found = [
            step.source
            for asked in (self.part.asked, self.asked)
            for step in asked.question().steps
            if step.rule == change.rule
        ]
        return found[0] if found else cast("Source", change.source)


def _nearest(tried: Iterable[_Tried], paid: int) -> _Tried | None:
    return min(tried, key=lambda one: (abs(one.total - paid), one.rank()), default=None)
