"""What may have been otherwise where another flex wage supplement was paid."""

from __future__ import annotations

from collections.abc import Iterator

from socialkapitel.calculators.changes import (
    LIKELY,
    Asked,
    Change,
    Reconcilable,
    setting,
    working_out,
)
from socialkapitel.messages import msg

_REDUCTION = "flex_wage_supplement.reduction"
_SUPPLEMENT = "flex_wage_supplement.supplement"
_PAID_OUT = "flex_wage_supplement.paid_out"


def _changes(asked: Asked) -> Iterator[Change]:
    if asked.has(_PAID_OUT):
        said = msg("The ATP contribution is taken off")
        yield Change("flex_wage_supplement.atp", said, _PAID_OUT, _paid_out, LIKELY)
    if asked.given["before"] is not None:
        said = msg("The pay of the month itself decides, not that of the month before")
        make = setting(before=None)
        yield Change("flex_wage_supplement.same_month", said, _REDUCTION, make, LIKELY)
    said = msg("The supplement is not limited by the pay of a full-time month")
    make = working_out(_SUPPLEMENT, "max(most - reduction, 0)")
    yield Change("flex_wage_supplement.no_full_time", said, _SUPPLEMENT, make)
    said = msg("All pay reduces the supplement by the lower rate")
    make = working_out(_REDUCTION, "below / 100 * pay")
    yield Change("flex_wage_supplement.lower_rate", said, _REDUCTION, make)
    said = msg("All pay reduces the supplement by the higher rate")
    make = working_out(_REDUCTION, "above / 100 * pay")
    yield Change("flex_wage_supplement.higher_rate", said, _REDUCTION, make)


def _paid_out(asked: Asked) -> Asked:
    return asked.counting("paid_out")


FLEX_WAGE_SUPPLEMENT = Reconcilable(
    changes=_changes, amounts={"amount": (_SUPPLEMENT,), "paid_out": (_PAID_OUT,)}
)
