"""The monthly run: what a workplace claims for a month, from whom, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, TypeAlias, cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import UnknownName, WrongType, check_kind
from socialkapitel.explanation import (
    Caveat,
    Severity,
    figures_or_packaged,
)
from socialkapitel.messages import Label, Labelled, Text, joined, msg
from socialkapitel.money import decimal, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.payroll.claim import (
    CaveatCount,
    Claim,
    ClaimState,
    ClaimTotal,
    Payer,
    scheme_label,
)
from socialkapitel.payroll.given import Given
from socialkapitel.payroll.working import Employee
from socialkapitel.periods import Month, Period, read_month, read_period
from socialkapitel.tables import Column, Table, Tabled
from socialkapitel.whatif.compare import compare

Claimed: TypeAlias = Mapping[str, Period | str | Iterable[Period | str]]
"""The periods of earlier claims of sickness benefit, by reference."""


_CONCERNS = {Severity.MONEY: msg("the amount"), Severity.NOTE: msg("information")}


class ClaimChange(Labelled):
    """How a claim differs from the run before.

    * ``NEW``: it was not there.
    * ``GONE``: it is no longer there.
    * ``DIFFERENT``: its state, its lines or what is open differs.
    """

    NEW = "new", Label("new", "ny")
    GONE = "gone", Label("gone", "bortfaldet")
    DIFFERENT = "different", Label("different", "ændret")


@brief
@attrs.frozen(kw_only=True)
class ChangedClaim:
    """A claim that differs from the run before.

    Attributes:
        change: how it differs.
        before: the claim of the run before; None where it is new.
        now: the claim of this run; None where it is gone.
        why: why it differs.
    """

    change: ClaimChange
    before: Claim | None
    now: Claim | None
    why: Text

    @property
    def claim(self) -> Claim:
        """The claim of this run or, where it is gone, of the run before."""
        return self.now or cast("Claim", self.before)


@brief
@attrs.frozen(kw_only=True)
class ClaimChanges(Tabled):
    """The claims that are new, gone or different since another run (ændringer siden sidst).

    ``str(changes)`` is English; `render` writes either language.

    Attributes:
        changes: the claims, in the order of the references.
    """

    changes: tuple[ChangedClaim, ...]

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[ChangedClaim]:
        return iter(self.changes)

    @property
    def table(self) -> Table:
        """A row for each change."""
        return Table(
            title=msg("Changes since the run before"),
            columns=(
                Column("reference", msg("Employee")),
                Column("scheme", msg("Scheme")),
                Column("change", msg("Change")),
                Column("before", msg("Before"), Unit.DKK),
                Column("now", msg("Now"), Unit.DKK),
                Column("why", msg("Why")),
            ),
            rows=tuple(map(_changed_row, self.changes)),
        )


@brief
@attrs.frozen(kw_only=True)
class Claims(Tabled):
    """What a workplace claims for a month (månedens anmodninger).

    ``str(claims)`` is English; `render` writes either language; ``claims["E05"]`` are the claims of
    an employee. The order is that of the references, so that two runs can be compared.

    Attributes:
        month: the month.
        claims: one for each employee, scheme and payer; of sickness benefit for each absence.
    """

    month: Month
    claims: tuple[Claim, ...]

    def __len__(self) -> int:
        return len(self.claims)

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __getitem__(self, reference: str) -> tuple[Claim, ...]:
        """The claims of an employee.

        Raises:
            UnknownName: with the nearest references.
        """
        found = tuple(claim for claim in self.claims if claim.reference == reference)
        if not found:
            known = {claim.reference for claim in self.claims}
            raise UnknownName(msg("reference"), reference, known)
        return found

    @property
    def amount(self) -> Decimal:
        """Kroner that can be claimed now, without supplements."""
        return decimal(sum(oere(claim.amount) for claim in self.claims))

    @property
    def supplement(self) -> Decimal:
        """The supplements to it."""
        return decimal(sum(oere(claim.supplement) for claim in self.claims))

    @property
    def open(self) -> tuple[Claim, ...]:
        """The claims that have something open."""
        return tuple(claim for claim in self.claims if claim.open)

    @property
    def totals(self) -> tuple[ClaimTotal, ...]:
        """What is claimed of each payer under each scheme."""
        groups: dict[tuple[Payer, str], list[Claim]] = {}
        for claim in self.claims:
            if claim.lines or claim.open:
                groups.setdefault((claim.payer, claim.scheme), []).append(claim)
        return tuple(
            ClaimTotal(
                payer=payer,
                scheme=scheme,
                claims=sum(1 for claim in among if claim.lines),
                open=sum(1 for claim in among if claim.open),
                amount=decimal(sum(oere(claim.amount) for claim in among)),
                supplement=decimal(sum(oere(claim.supplement) for claim in among)),
            )
            for (payer, scheme), among in sorted(
                groups.items(), key=lambda group: (group[0][0].value, group[0][1])
            )
        )

    @property
    def caveats(self) -> tuple[CaveatCount, ...]:
        """The caveats of the amounts: each once, those that concern money first."""
        found: dict[tuple[str, Severity], tuple[Caveat, dict[str, None]]] = {}
        for claim in self.claims:
            for caveat in claim.caveats:
                _, references = found.setdefault((caveat.code, caveat.severity), (caveat, {}))
                references[claim.reference] = None
        ranks = list(Severity)
        counted = [
            CaveatCount(
                code=caveat.code,
                text=caveat.text,
                severity=caveat.severity,
                references=tuple(references),
            )
            for caveat, references in found.values()
        ]
        return tuple(sorted(counted, key=lambda one: (ranks.index(one.severity), one.code)))

    # --- as tables

    @property
    def table(self) -> Table:
        """The ledger: a row for each claim."""
        return Table(
            title=msg("Claims for {month}", month=self.month),
            columns=(
                Column("reference", msg("Employee")),
                Column("scheme", msg("Scheme")),
                Column("state", msg("State")),
                Column("amount", msg("To claim"), Unit.DKK),
                Column("supplement", msg("Supplement to the refund"), Unit.DKK),
                Column("claim_by", msg("Claim by")),
                Column("limit", msg("Limit")),
                Column("reports", msg("Reports")),
                Column("caveats", msg("Caveats")),
                Column("open", msg("Open, or why there is nothing")),
            ),
            rows=tuple(map(_row, self.claims)),
        )

    @property
    def lines(self) -> Table:
        """A row for each line to claim now: from, to, hours, rate, amount, supplement."""
        return Table(
            title=msg("Lines to claim for {month}", month=self.month),
            columns=(
                Column("reference", msg("Employee")),
                Column("payer", msg("Payer")),
                Column("scheme", msg("Scheme")),
                Column("first_day", msg("From")),
                Column("last_day", msg("To")),
                Column("hours", msg("Hours")),
                Column("rate", msg("Rate"), Unit.DKK_PER_HOUR),
                Column("amount", msg("Amount"), Unit.DKK),
                Column("supplement", msg("Supplement to the refund"), Unit.DKK),
            ),
            rows=tuple(
                (
                    claim.reference,
                    claim.payer,
                    claim.label,
                    line.first_day,
                    line.last_day,
                    line.hours,
                    line.rate,
                    line.amount,
                    line.supplement,
                )
                for claim in self.claims
                for line in claim.lines
            ),
        )

    @property
    def totals_table(self) -> Table:
        """A row for each payer and scheme."""
        return Table(
            title=msg("Totals for {month}", month=self.month),
            columns=(
                Column("payer", msg("Payer")),
                Column("scheme", msg("Scheme")),
                Column("claims", msg("Claims")),
                Column("open", msg("Open")),
                Column("amount", msg("To claim"), Unit.DKK),
                Column("supplement", msg("Supplement to the refund"), Unit.DKK),
            ),
            rows=tuple(
                (
                    total.payer,
                    scheme_label(total.scheme),
                    total.claims,
                    total.open,
                    total.amount,
                    total.supplement,
                )
                for total in self.totals
            ),
        )

    @property
    def caveats_table(self) -> Table:
        """A row for each caveat, with the number of employees whose claims have it."""
        return Table(
            title=msg("Caveats of the claims for {month}", month=self.month),
            columns=(
                Column("severity", msg("Concerns")),
                Column("code", msg("Code")),
                Column("employees", msg("Employees")),
                Column("text", msg("Caveat, as for the first of them")),
            ),
            rows=tuple(
                (_CONCERNS[one.severity], one.code, len(one.references), one.text)
                for one in self.caveats
            ),
        )

    def to_frame(self, library: str, language: str = "en", *, exact: bool = False) -> Any:
        """The ledger as a frame of another library; see `Table.to_frame`.

        Raises:
            UnknownName: for another library or language.
            MissingExtra: where narwhals is not installed.
            InvalidInput: where the library is not.
        """
        return self.table.to_frame(library, language, exact=exact)

    def to_xlsx(self, language: str = "en") -> bytes:
        """The claims as a workbook: ledger, lines, totals and caveats (extra ``excel``).

        Amounts of the ledger and of the totals are sums over the lines, so that they follow when a
        line is corrected, and those above the columns follow the filters.

        Raises:
            UnknownName: for a language other than ``"da"`` and ``"en"``.
            MissingExtra: where XlsxWriter is not installed.
        """
        from socialkapitel.payroll.workbook import claims_workbook

        return claims_workbook(self, language)

    def changed(self, previous: Claims) -> ClaimChanges:
        """What is new, gone or different since another run of the month, and why.

        Raises:
            WrongType: for anything but `Claims`.
        """
        return changes_between(check_kind(previous, Claims, "previous").claims, self.claims)

    @property
    def _tables(self) -> tuple[Table, ...]:
        """The ledger and, where there is something in them, the totals and the caveats."""
        others = (self.totals_table, self.caveats_table)
        return (self.table, *(table for table in others if len(table)))


def _row(claim: Claim) -> tuple[object, ...]:
    by = claim.claim_by
    due = None if by is None else by.due
    worth = claim.lines or claim.state is ClaimState.NOTHING
    return (
        claim.reference,
        claim.label,
        claim.state,
        claim.amount if worth else None,
        claim.supplement if worth else None,
        due,
        msg("none known") if by is not None and due is None else None,
        joined(report.label for report in claim.reports) if claim.reports else None,
        sum(caveat.severity is Severity.MONEY for caveat in claim.caveats) or None,
        joined(claim.reasons) if claim.reasons else None,
    )


def claims(
    employees: Mapping[str, Given],
    month: Month | str,
    *,
    claimed: Claimed | None = None,
    state_scheme: bool = False,
    parameters: ParameterSet | None = None,
) -> Claims:
    """What a workplace claims for a month, employee by employee (månedens anmodninger).

    The amount for an old flexjob or a job with wage subsidy is reduced by the refund of sickness
    benefit for an absence that is given with it. An absence that has a week without hours is
    claimed up to that week; the rest is open. An input that is refused becomes a claim that is
    open, with its faults, and the run continues.

    Args:
        employees: what each employee's month is claimed from, by a reference of your own: a
            `Flexjob`, a `SicknessAbsence`, a job with what was paid (`Paid`), hours of assistance
            (`Assistance`), a `Case`, or several of them. A function without arguments is called for
            it, and a `SocialkapitelError` takes the place of what could not be read.
        month: the month.
        claimed: the periods of earlier claims of sickness benefit, by reference; empty where
            nothing was claimed yet. Claims of an absence follow each other without overlap or gap,
            so what was claimed is left out, and what may not follow yet is open. Without it, that
            is not checked.
        state_scheme: whether the employer belongs to the state's flexjob scheme (den statslige
            fleksjobordning), which refunds flexjobs by the quarter.
        parameters: another set of legal figures.

    Raises:
        WrongType: for anything but a mapping by text, a `Month`, periods, a truth value and a
            `ParameterSet`.

    >>> import socialkapitel as sk
    >>> found = sk.claims(
    ...     {
    ...         "E02": sk.Assistance(hours="43.5"),
    ...         "E01": lambda: sk.Flexjob(
    ...             started_on="2006-03-01",
    ...             share="2/3",
    ...             starting_pay=sk.Pay.monthly("29600.00"),
    ...             weekly_hours="38",
    ...             atp_class="A",
    ...             other_contributions="0",
    ...         ),
    ...     },
    ...     sk.Month(2024, 3),
    ... )
    >>> [(claim.reference, claim.state.name, claim.amount) for claim in found]
    [('E01', 'OPEN', Decimal('0.00')), ('E02', 'CLAIMABLE', Decimal('5685.02'))]
    >>> print(sk.translate(found["E01"][0].open[0].because, "da"))
    Ugentlig arbejdstid (weekly_hours): '38' accepteres ikke; angiv et tal over 0 og højst 37 med
    højst to decimaler
    """
    month = read_month(month, "month")
    check_kind(state_scheme, bool, "state_scheme")
    figures = figures_or_packaged(parameters)
    before = _read_claimed(claimed)
    found = [
        claim
        for reference, given in _mapping(employees, "employees").items()
        for claim in Employee(
            reference=check_kind(reference, str, "employees"),
            month=month,
            claimed=before.get(reference),
            state_scheme=state_scheme,
            parameters=figures,
        ).claims(given)
    ]
    return Claims(month=month, claims=tuple(sorted(found, key=lambda claim: claim.key)))


def _mapping(value: object, field: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise WrongType(field, value, msg("a mapping by reference"))
    return value


def _read_claimed(claimed: Claimed | None) -> dict[str, tuple[Period, ...]]:
    if claimed is None:
        return {}
    found = {}
    for reference, periods in _mapping(claimed, "claimed").items():
        given = (periods,) if isinstance(periods, (Period, str)) else periods
        if not isinstance(given, Iterable):
            raise WrongType("claimed", periods, msg("a Period or several of them"))
        found[reference] = tuple(read_period(one, "claimed") for one in given)
    return found


# --- comparing two runs ------------------------------------------------------------------


def changes_between(before: Sequence[Claim], now: Sequence[Claim]) -> ClaimChanges:
    """What is new, gone or different, in the order of the references."""
    return ClaimChanges(changes=tuple(_changes(before, now)))


def _changed_row(one: ChangedClaim) -> tuple[object, ...]:
    return (
        one.claim.reference,
        one.claim.label,
        one.change,
        one.before and one.before.total,
        one.now and one.now.total,
        one.why,
    )


def _changes(before: Sequence[Claim], now: Sequence[Claim]) -> Iterator[ChangedClaim]:
    earlier = {claim.key: claim for claim in before}
    later = {claim.key: claim for claim in now}
    for key in sorted({*earlier, *later}):
        old, new = earlier.get(key), later.get(key)
        if old is None:
            why: Text = msg("the run before did not have it")
            yield ChangedClaim(change=ClaimChange.NEW, before=None, now=new, why=why)
        elif new is None:
            why = msg("this run does not have it")
            yield ChangedClaim(change=ClaimChange.GONE, before=old, now=None, why=why)
        elif _shown(old) != _shown(new):
            why = _why(old, new)
            yield ChangedClaim(change=ClaimChange.DIFFERENT, before=old, now=new, why=why)


def _shown(claim: Claim) -> tuple[object, ...]:
    """The parts of a claim that are compared."""
    return claim.state, claim.lines, claim.waiting, claim.reasons


def _why(old: Claim, new: Claim) -> Text:
    if old.reasons != new.reasons:
        return joined(new.reasons) if new.reasons else msg("what was open is known now")
    before, now = old.result, new.result
    parting = compare(before, now).parting if before is not None and now is not None else None
    if parting is None:
        return msg("other days were claimed before")
    return msg("{label}: {why}", label=parting.label, why=parting.why)
