"""What is new, gone or different between two runs of the same month, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import cast

import attrs

from socialkapitel.messages import Label, Text, joined, msg
from socialkapitel.payroll.claim import Claim
from socialkapitel.tables import Column, Table
from socialkapitel.whatif.compare import compare


class ClaimChange(Enum):
    """How a claim differs from the run before.

    * ``NEW``: it was not there.
    * ``GONE``: it is no longer there.
    * ``DIFFERENT``: its state, its lines or what is open is another.
    """

    NEW = "new"
    GONE = "gone"
    DIFFERENT = "different"

    @property
    def label(self) -> Label:
        """The change's name."""
        return _CHANGES[self]


_CHANGES = {
    ClaimChange.NEW: Label(en="new", da="ny"),
    ClaimChange.GONE: Label(en="gone", da="bortfaldet"),
    ClaimChange.DIFFERENT: Label(en="different", da="ændret"),
}


@attrs.frozen(kw_only=True)
class ChangedClaim:
    """A claim that is not as it was in the run before.

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


@attrs.frozen(kw_only=True)
class ClaimChanges:
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
                Column("before", msg("Before (kr.)")),
                Column("now", msg("Now (kr.)")),
                Column("why", msg("Why")),
            ),
            rows=tuple(map(_row, self.changes)),
        )

    def render(self, language: str = "en") -> str:
        """The changes as plain text in ``"en"`` or ``"da"``."""
        return self.table.render(language)

    def html(self, language: str = "en") -> str:
        """The changes as an HTML fragment in ``"en"`` or ``"da"``."""
        return self.table.html(language)

    def __str__(self) -> str:
        return self.render("en")

    def _repr_html_(self) -> str:
        return self.html("en")


def changes_between(before: Sequence[Claim], now: Sequence[Claim]) -> ClaimChanges:
    """What is new, gone or different, in the order of the references."""
    return ClaimChanges(changes=tuple(_changes(before, now)))


def _row(one: ChangedClaim) -> tuple[object, ...]:
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
    """What of a claim makes it another one."""
    return claim.state, claim.lines, claim.waiting, claim.reasons


def _why(old: Claim, new: Claim) -> Text:
    if old.reasons != new.reasons:
        return joined(new.reasons) if new.reasons else msg("what was open is known now")
    before, now = old.result, new.result
    parting = compare(before, now).parting if before is not None and now is not None else None
    if parting is None:
        return msg("other days were claimed before")
    return msg("{label}: {why}", label=parting.label, why=parting.why)
