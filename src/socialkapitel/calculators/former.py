"""Names of arrangements that are going away; `socialkapitel` warns of them where they are used."""

from __future__ import annotations

from socialkapitel.calculators.arrangements import FlexjobSince2013Work, FlexjobWork
from socialkapitel.calculators.flexjob_since_2013 import FlexjobSince2013
from socialkapitel.money import Number

OldFlexjob = FlexjobWork


def NewFlexjob(  # noqa: N802 it was a class
    *, pay: Number, contributions: Number, full_time_pay: Number
) -> FlexjobSince2013Work:
    """A month of a flexjob that began in 2013 or later, whose first day isn't told."""
    job = FlexjobSince2013(started_on=None, full_time_pay=full_time_pay)
    return FlexjobSince2013Work(job=job, pay=pay, contributions=contributions)
