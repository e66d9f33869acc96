"""The ceiling on the pay that a flexjob's refund is a share of (loft over løngrundlaget)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache

import attrs

from socialkapitel.calculators.flexjob_rules import FIRST_CEILING, LAW
from socialkapitel.calculators.inputs import divisor, note_weekly_hours
from socialkapitel.explanation import Operand, Page
from socialkapitel.explanation.lookup import LookedUp, look_up
from socialkapitel.formulas import flexjob as formulas
from socialkapitel.formulas.arithmetic import half_up
from socialkapitel.messages import msg
from socialkapitel.money import decimal
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.sources import Rule

_CEILING = Rule("flexjob.ceiling", msg("Monthly ceiling for the job's hours"), LAW, FIRST_CEILING)


# Without slots, so that it can be written down when its explanation is first asked for.
@attrs.frozen(slots=False)
class Ceiling:
    """The month's ceiling for a job's hours: ``part`` over ``over``, in øre."""

    weekly_hours: int
    day: date
    yearly: LookedUp
    full_time: LookedUp
    part: int
    over: int

    @property
    def amount(self) -> Decimal:
        """The ceiling, to the øre."""
        return decimal(half_up(self.part, self.over))

    def write(self, page: Page) -> Operand:
        """Write down how it was found."""
        part, ceiling = self._part
        page.join(part)
        return ceiling

    @cached_property
    def _part(self) -> tuple[Page, Operand]:
        return self._write_part()

    def _write_part(self) -> tuple[Page, Operand]:
        page = Page(_CEILING.label)
        hours = note_weekly_hours(page, decimal(self.weekly_hours))
        full_time = page.note(self.full_time)
        ceiling = page.calculate(
            _CEILING,
            self.day,
            "ceiling / 12 * hours / full_time",
            {"ceiling": page.note(self.yearly), "hours": hours, "full_time": full_time},
            Fraction(self.part, self.over * 100),
            Unit.DKK,
        )
        return page, ceiling


# In a month's run most jobs share a few ceilings: same day, 37 hours.
@lru_cache(maxsize=4096)
def ceiling_for(parameters: ParameterSet, weekly_hours: int, day: date) -> Ceiling:
    """The ceiling for hundredths of weekly hours.

    Raises:
        NotInForce: where a figure is not known on the day.
    """
    return _find(parameters, weekly_hours, day)


def _find(parameters: ParameterSet, weekly_hours: int, day: date) -> Ceiling:
    yearly = look_up(parameters, "flexjob.ceiling_yearly", day)
    full_time = look_up(parameters, "flexjob.full_time_hours", day)
    part = formulas.ceiling_part(yearly.hundredths, weekly_hours)
    over = formulas.over(divisor(full_time.figure))
    return Ceiling(weekly_hours, day, yearly, full_time, part, over)
