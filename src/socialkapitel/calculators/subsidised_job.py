"""A job with wage subsidy at a public employer, and its rates and time by target group."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

import attrs

from socialkapitel.calculators.inputs import read_hourly_pay
from socialkapitel.citations import LAB_OF_2019_FROM, compensation_act
from socialkapitel.errors import InvalidInput
from socialkapitel.fields import checked, member, raise_all
from socialkapitel.messages import msg
from socialkapitel.money import read_hourly_rate_or_none
from socialkapitel.periods import MissingDay, add_months, read_date_or_none
from socialkapitel.sources import Rule, Source

NEWLY_QUALIFIED = Rule(
    "wage_subsidy.newly_qualified",
    msg("Subsidy an hour"),
    compensation_act("§ 15", "vejl. 9615/2020; star.dk", before="LAB kap. 12"),
    date(2018, 1, 1),
)

_DURATION = Rule(
    "wage_subsidy.duration",
    msg("The job is within the longest time with wage subsidy"),
    Source("LAB § 68, nr. 1", "elov.dk"),
    LAB_OF_2019_FROM,
)

CAP = "wage_subsidy.rehabilitation_max"
SPECIAL = "wage_subsidy.disability_pension_special"


class TargetGroup(Enum):
    """Whom a public employer gets a wage subsidy for (målgruppe).

    * ``REHABILITATION``: a person in rehabilitation (revalidend).
    * ``DISABILITY_PENSION``: a person on disability pension (førtidspensionist).
    * ``UNEMPLOYED_WITH_BENEFIT``: an unemployed person with benefit (dagpengemodtager).
    * ``NEWLY_QUALIFIED``: a newly qualified person with a disability (isbryderordningen).
    """

    REHABILITATION = "rehabilitation"
    DISABILITY_PENSION = "disability_pension"
    UNEMPLOYED_WITH_BENEFIT = "unemployed_with_benefit"
    NEWLY_QUALIFIED = "newly_qualified"


FIXED_RATES = {
    TargetGroup.DISABILITY_PENSION: "wage_subsidy.disability_pension",
    TargetGroup.UNEMPLOYED_WITH_BENEFIT: "wage_subsidy.unemployed_public",
    TargetGroup.NEWLY_QUALIFIED: CAP,
}
"""The rate where the municipality has granted no other."""

HIGHEST_RATES = {
    TargetGroup.REHABILITATION: CAP,
    TargetGroup.DISABILITY_PENSION: SPECIAL,
    TargetGroup.NEWLY_QUALIFIED: CAP,
}
"""The most that a granted rate can be; other groups have none."""

DURATIONS = {
    TargetGroup.UNEMPLOYED_WITH_BENEFIT: (4, _DURATION),
    TargetGroup.NEWLY_QUALIFIED: (12, attrs.evolve(_DURATION, source=NEWLY_QUALIFIED.source)),
}
"""For how many months a public employer gets the subsidy; other groups have no such limit."""


def read_target_group(value: TargetGroup | str, field: str = "") -> TargetGroup:
    """A target group, also by its name."""
    return member(value, TargetGroup, field)


@checked
@attrs.frozen(kw_only=True)
class SubsidisedJob:
    """A job with wage subsidy at a public employer (job med løntilskud).

    Attributes:
        target_group: whom the subsidy is for.
        hourly_pay: kroner an hour, above 0; the subsidy is never more.
        granted_rate: kroner an hour that the municipality granted: always for rehabilitation, by
            the person's working capacity; for disability pension where it granted the higher rate
            of special cases; for newly qualified people where it granted less than the full rate.
            None for the fixed rate, and for unemployed people, who have no other.
        granted_on: the day on which rehabilitation was granted, preparatory rehabilitation
            (forrevalidering) included; None where it is not known, and for the other groups.
        started_on: the day on which an unemployed or newly qualified person began the job, from
            which the longest time with subsidy is counted; None where it is not known, and for the
            other groups.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    target_group: TargetGroup = attrs.field(converter=read_target_group)
    hourly_pay: Decimal = attrs.field(converter=read_hourly_pay)
    granted_rate: Decimal | None = attrs.field(converter=read_hourly_rate_or_none, default=None)
    granted_on: date | None = attrs.field(converter=read_date_or_none, default=None)
    started_on: date | None = attrs.field(converter=read_date_or_none, default=None)

    def __attrs_post_init__(self) -> None:
        raise_all(self._faults())

    def _faults(self) -> Iterator[InvalidInput]:
        if self.granted_rate is None and self.target_group not in FIXED_RATES:
            yield InvalidInput(
                "granted_rate", None, msg("the rate that was granted, in kroner an hour")
            )
        if self.granted_rate is not None and self.target_group not in HIGHEST_RATES:
            yield InvalidInput(
                "granted_rate",
                self.granted_rate,
                msg("None: for unemployed people with benefit the law fixes the rate"),
            )
        if self.granted_on is not None and self.target_group is not TargetGroup.REHABILITATION:
            yield InvalidInput(
                "granted_on",
                self.granted_on,
                msg("None: only the day on which rehabilitation was granted is used"),
            )
        if self.started_on is not None and self.target_group not in DURATIONS:
            yield InvalidInput(
                "started_on",
                self.started_on,
                msg("None: for this group no longest time with subsidy is known"),
            )

    @property
    def subsidised_until(self) -> date | None:
        """The last day that a public employer can have the subsidy for, as the law is since 2020.

        An unemployed person's subsidy lasts at most 4 months (LAB § 68, nr. 1), a newly qualified
        person's at most 12. None for jobs begun before 2020 or on a day that is not known, and for
        the groups without such a limit.

        >>> job = SubsidisedJob(
        ...     target_group="unemployed_with_benefit", hourly_pay="148", started_on="2024-03-15"
        ... )
        >>> job.subsidised_until
        datetime.date(2024, 7, 14)
        """
        if self.started_on is None or self.started_on < LAB_OF_2019_FROM:
            return None
        months, _ = DURATIONS[self.target_group]
        after = add_months(self.started_on, months, missing=MissingDay.FIRST_OF_NEXT)
        return after - timedelta(days=1)
