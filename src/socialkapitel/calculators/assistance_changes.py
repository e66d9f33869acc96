"""What may have been otherwise where another refund for personal assistance was paid."""

from __future__ import annotations

from collections.abc import Iterator

from socialkapitel.calculators.changes import (
    RARE,
    Asked,
    Change,
    Reconcilable,
    roundings,
    setting,
    working_out,
)
from socialkapitel.explanation import Rounding
from socialkapitel.messages import msg

_REFUND = "personal_assistance.refund"


def _changes(asked: Asked) -> Iterator[Change]:
    for name, told, (hours,) in roundings(asked.given["hours"]):
        yield Change(f"assistance.hours[{name}]", told, _REFUND, setting(hours=hours), RARE)
    said = msg("The refund is rounded to whole kroner")
    make = working_out(_REFUND, rounding=Rounding.KRONE)
    yield Change("assistance.whole_kroner", said, _REFUND, make, RARE)


ASSISTANCE = Reconcilable(changes=_changes, amounts={"amount": (_REFUND,)})
