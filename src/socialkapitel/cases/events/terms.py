"""The terms of a job that a scheme gives, as far as the employer sets them."""

from __future__ import annotations

from decimal import Decimal

import attrs

from socialkapitel.calculators.atp import check_atp_class
from socialkapitel.calculators.inputs import (
    check_pay,
    read_other_contributions,
    read_weekly_hours,
)
from socialkapitel.calculators.wage_subsidy import TargetGroup
from socialkapitel.cases.events.fields import read_hourly_pay
from socialkapitel.cases.health import masked
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.fields import checked
from socialkapitel.messages import msg
from socialkapitel.money import Number, Pay
from socialkapitel.sealing import Private

SUBSIDISED = {
    "rehabilitation": TargetGroup.REHABILITATION,
    "disability-pension-job": TargetGroup.DISABILITY_PENSION,
    "wage-subsidy-unemployed": TargetGroup.UNEMPLOYED_WITH_BENEFIT,
    "newly-qualified": TargetGroup.NEWLY_QUALIFIED,
}
"""The schemes with a wage subsidy, and whom it is for."""


def _read_starting_pay(value: Pay) -> Pay:
    return masked(lambda given: check_pay(given, "starting_pay"), value)


def _read_weekly_hours(value: Number) -> Decimal:
    return masked(read_weekly_hours, value)


def _read_atp_class(value: str | None) -> str | None:
    return masked(check_atp_class, value)


def _read_other_contributions(value: Number) -> Decimal:
    return masked(read_other_contributions, value)


@checked
@attrs.frozen(kw_only=True)
class FlexjobTerms(Private):
    """What a flexjob's refund is computed from, besides the grant (ansættelsesvilkår i fleksjob).

    The fields are those of `socialkapitel.Flexjob`; day and share of the grant come from the
    decision.
    """

    starting_pay: Pay = attrs.field(converter=_read_starting_pay)
    weekly_hours: Decimal = attrs.field(converter=_read_weekly_hours)
    atp_class: str | None = attrs.field(converter=_read_atp_class)
    other_contributions: Decimal = attrs.field(converter=_read_other_contributions)


@checked
@attrs.frozen(kw_only=True)
class SubsidisedTerms(Private):
    """The pay of a job with wage subsidy (løn i løntilskudsjob).

    Attributes:
        hourly_pay: kroner an hour, above 0.
    """

    hourly_pay: Decimal = attrs.field(converter=read_hourly_pay)


_KINDS: dict[str, type[FlexjobTerms | SubsidisedTerms]] = {
    "flexjob": FlexjobTerms,
    **dict.fromkeys(SUBSIDISED, SubsidisedTerms),
}


def check_terms(scheme: str, terms: object) -> None:
    """Refuse terms that are not of the scheme's kind."""
    if terms is None:
        return
    if not isinstance(terms, (FlexjobTerms, SubsidisedTerms)):
        raise WrongType(
            "terms",
            HIDDEN,
            msg(
                "the terms of a flexjob (FlexjobTerms), those of a job with wage subsidy"
                " (SubsidisedTerms), or None"
            ),
        )
    if type(terms) is not _KINDS.get(scheme):
        raise InvalidInput(
            "terms",
            type(terms).__name__,
            msg(
                "the terms of a flexjob (FlexjobTerms) for one begun before 2013, those"
                " of a job with wage subsidy (SubsidisedTerms) for such a job, None for"
                " every other scheme"
            ),
        )
