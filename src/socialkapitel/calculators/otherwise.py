"""What another reading of the law, or another fact, gives beside what was worked out.

Every caveat with an amount under another reading says it in these words. So none compares an
amount with itself: where nothing changes it says so, and is a note.
"""

from __future__ import annotations

import attrs

from socialkapitel.explanation import Severity
from socialkapitel.messages import Text, any_of, joined, msg
from socialkapitel.money import Kroner


@attrs.frozen
class Otherwise:
    """What would be different: a clause for a caveat, and how much the caveat matters then."""

    text: Text
    severity: Severity


def otherwise(*compared: tuple[Text, Kroner | Text, Kroner | Text]) -> Otherwise:
    """Compare what would be with what is: for each thing its name, the other value, and its own.

    >>> from decimal import Decimal
    >>> refund, here = msg("the refund"), Kroner(Decimal("24.00"))
    >>> print(otherwise((refund, Kroner(Decimal("12.00")), here)).text)
    the refund would then be DKK 12.00 instead of DKK 24.00
    >>> print(otherwise((refund, here, here)).text)
    that would not change the refund
    """
    changed = [
        msg("{what} would then be {other} instead of {here}", what=what, other=other, here=here)
        for what, other, here in compared
        if other != here
    ]
    if changed:
        return Otherwise(joined(changed), Severity.MONEY)
    names = any_of(what for what, *_ in compared)
    return Otherwise(msg("that would not change {what}", what=names), Severity.NOTE)
