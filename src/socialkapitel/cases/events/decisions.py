"""What is applied for, decided and agreed, and the schemes in progress with their terms."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import attrs

from socialkapitel.brief import brief
from socialkapitel.calculators.atp_classes import check_atp_class
from socialkapitel.calculators.inputs import (
    check_pay,
    read_other_contributions,
    read_weekly_hours,
)
from socialkapitel.calculators.subsidised_job import TargetGroup
from socialkapitel.cases.events.base import (
    Event,
    a,
    a_scheme,
    actors,
    an_actor,
    check_end,
    may_be,
    read_day_or_none,
    read_hourly_pay,
)
from socialkapitel.cases.health import AgreedIllness, PrivateText, masked
from socialkapitel.cases.rights import AGREED_ILLNESS, ARRANGEMENT, COURSE, GROUNDS, PAY
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg
from socialkapitel.money import Number, Pay, Share, hourly_rate, read_share
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


def _read_share(value: str | Fraction | Share | None) -> Share | None:
    return None if value is None else masked(read_share, value)


def _read_granted_rate(value: Number | None) -> Decimal | None:
    if value is None:
        return None
    return masked(lambda given: hourly_rate(given, "granted_rate"), value)


@checked
@attrs.frozen(kw_only=True)
class ApplicationSent(Event):
    """A scheme was applied for (ansøgning sendt).

    Attributes:
        scheme: the id of the scheme.
        authority: the id of the actor who decides.
    """

    kind = "application-sent"
    label: ClassVar[Label] = Label(en="an application was sent", da="en ansøgning blev sendt")

    scheme: str = attrs.field(validator=a_scheme, metadata=ARRANGEMENT)
    authority: str = attrs.field(
        default="municipality-of-residence", validator=an_actor, metadata=COURSE
    )


@checked
@attrs.frozen(kw_only=True)
class DecisionReceived(Event):
    """A decision on a scheme came; the event's day is the day of the decision (afgørelse).

    Attributes:
        scheme: the id of the scheme.
        granted: whether it was granted; otherwise it was refused.
        authority: the id of the actor who decided.
        share: the share that is refunded, ``"1/2"`` or ``"2/3"``; for a flexjob begun before 2013.
        granted_rate: the subsidy in kroner an hour; for rehabilitation, for disability pension in
            special cases, and for newly qualified people where it is less than the full rate.
        valid_to: the last day of what is granted; None where no end is set.
        terms: other terms, or the grounds of a refusal, sealed.
    """

    kind = "decision-received"
    label: ClassVar[Label] = Label(en="a decision was received", da="en afgørelse blev modtaget")

    scheme: str = attrs.field(validator=a_scheme, metadata=ARRANGEMENT)
    granted: bool = attrs.field(validator=a(bool), metadata=ARRANGEMENT)
    authority: str = attrs.field(
        default="municipality-of-residence", validator=an_actor, metadata=COURSE
    )
    share: Share | None = attrs.field(default=None, converter=_read_share, metadata=PAY)
    granted_rate: Decimal | None = attrs.field(
        default=None, converter=_read_granted_rate, metadata=PAY
    )
    valid_to: date | None = attrs.field(
        default=None, converter=read_day_or_none, metadata=ARRANGEMENT
    )
    terms: PrivateText | None = attrs.field(
        default=None, validator=may_be(PrivateText), metadata=GROUNDS
    )

    def check(self) -> None:
        """Refuse an end before the beginning, and a refusal that grants something."""
        check_end(self, "valid_to", self.valid_to)
        for field in ("share", "granted_rate", "valid_to"):
            if not self.granted and getattr(self, field) is not None:
                raise InvalidInput(field, HIDDEN, msg("None where the application was refused"))


@brief
@checked
@attrs.frozen(kw_only=True)
class AgreementSigned(Event):
    """An agreement was signed; it takes effect on the event's day (aftale indgået).

    Attributes:
        scheme: the id of the scheme that it is about.
        parties: at least two ids of actors.
        valid_to: its last day; None where none is agreed. A section 56 agreement ends with its
            legal term at the latest.
        illness: the illness that a written section 56 agreement names, sealed; for its parties
            and the municipality alone.
    """

    kind = "agreement-signed"
    label: ClassVar[Label] = Label(en="an agreement was signed", da="en aftale blev indgået")

    scheme: str = attrs.field(validator=a_scheme, metadata=ARRANGEMENT)
    parties: tuple[str, ...] = attrs.field(
        default=("employee", "employer"), validator=actors(2), metadata=COURSE
    )
    valid_to: date | None = attrs.field(
        default=None, converter=read_day_or_none, metadata=ARRANGEMENT
    )
    illness: AgreedIllness | None = attrs.field(
        default=None, validator=may_be(AgreedIllness), metadata=AGREED_ILLNESS
    )

    def check(self) -> None:
        """Refuse an end before the beginning, and an illness in another agreement."""
        check_end(self, "valid_to", self.valid_to)
        if self.illness is not None and self.scheme != "section-56":
            raise InvalidInput(
                "illness", HIDDEN, msg("None: only a section 56 agreement names an illness")
            )


@checked
@attrs.frozen(kw_only=True)
class SchemeStarted(Event):
    """A scheme began (ordning begyndt).

    Attributes:
        scheme: the id of the scheme.
        terms: `FlexjobTerms` or `SubsidisedTerms`, which refunds are computed from; None where
            they are not known, or the scheme has none.
    """

    kind = "scheme-started"
    label: ClassVar[Label] = Label(en="a scheme began", da="en ordning begyndte")

    scheme: str = attrs.field(validator=a_scheme, metadata=ARRANGEMENT)
    terms: FlexjobTerms | SubsidisedTerms | None = attrs.field(default=None, metadata=PAY)

    def check(self) -> None:
        """Refuse terms of another kind than the scheme's."""
        check_terms(self.scheme, self.terms)


@checked
@attrs.frozen(kw_only=True)
class SchemeAdjusted(Event):
    """A scheme in progress was changed (ordning justeret).

    Attributes:
        scheme: the id of the scheme.
        terms: the terms from the event's day; None where they stay as they were.
    """

    kind = "scheme-adjusted"
    label: ClassVar[Label] = Label(en="a scheme was adjusted", da="en ordning blev justeret")

    scheme: str = attrs.field(validator=a_scheme, metadata=ARRANGEMENT)
    terms: FlexjobTerms | SubsidisedTerms | None = attrs.field(default=None, metadata=PAY)

    def check(self) -> None:
        """Refuse terms of another kind than the scheme's."""
        check_terms(self.scheme, self.terms)


@checked
@attrs.frozen(kw_only=True)
class SchemeEnded(Event):
    """A scheme ended; the event's day is its last day (ordning ophørt).

    Attributes:
        scheme: the id of the scheme.
    """

    kind = "scheme-ended"
    label: ClassVar[Label] = Label(en="a scheme ended", da="en ordning ophørte")

    scheme: str = attrs.field(validator=a_scheme, metadata=ARRANGEMENT)
