"""What a deadline is, the rules that create them, and how the day is worked out from figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

import attrs

from socialkapitel.calculators.inputs import whole_figure
from socialkapitel.cases.events import CaseClosed, Event
from socialkapitel.cases.rights import Information
from socialkapitel.messages import Label, Text, msg
from socialkapitel.parameters import Parameter, ParameterSet
from socialkapitel.periods import MissingDay, Period, add_months
from socialkapitel.sources import FormerCitation, Source

E = TypeVar("E", bound=Event)

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)

AGREED = Source("agreement")
"""The source of a day that no law fixes: the parties or an authority set it."""


@attrs.frozen
class DeadlineRule:
    """A rule by which something becomes due (fristregel).

    Attributes:
        id: its stable name, such as ``"sickness.notice"``.
        label: what is due.
        figures: the names of the legal figures that fix the day; none where no figure does.
        source: the source of a rule without figures; in a rule with figures it replaces theirs. The
            parties or an authority set the day of a rule with neither.
        introduced: the day on which the law introduced the rule: nothing was due before. None
            where the rule is older, or it isn't known how old it is.
        tells: the kinds of information that a deadline of the rule reveals by its mere presence.
    """

    id: str
    label: Label
    figures: tuple[str, ...] = ()
    source: Source | None = None
    introduced: date | None = None
    tells: frozenset[Information] = attrs.field(kw_only=True)


_COURSE = frozenset({Information.COURSE})
_ARRANGED = frozenset({Information.ARRANGEMENT})
_SICKNESS = frozenset({Information.ABSENCE})
_SICK_PAY = frozenset({Information.ABSENCE, Information.PAY})
_SCHEME = frozenset({Information.ARRANGEMENT, Information.SCHEME_NAMES})
_SCHEME_PAY = _SCHEME | {Information.PAY}


@attrs.frozen(kw_only=True)
class Deadline:
    """Something that is due on a day, and why (frist).

    Attributes:
        id: the stable name of the rule, such as ``"sickness.notice"``.
        label: what is due.
        due: the last day for it; None where no day is known, as ``because`` says.
        because: how the day is worked out.
        source: the rule, as it was cited on the day.
        event: the id of the event that causes it.
        overdue: whether the day has passed and the case shows that nothing was done.
        period: the days that it concerns, such as those of the month to claim for; None where it
            concerns no period of its own.
    """

    id: str
    label: Text
    due: date | None
    because: Text
    source: Source
    event: UUID
    overdue: bool = False
    period: Period | None = None


@attrs.frozen
class Context:
    """What every deadline is worked out from: the day asked about, figures, recorded events.

    ``recorded`` are the events of the case through that day.
    """

    on: date
    parameters: ParameterSet
    recorded: tuple[Event, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether the case is closed."""
        return bool(self.recorded) and isinstance(self.recorded[-1], CaseClosed)

    def events(self, *kinds: type[E], since: date) -> tuple[E, ...]:
        """The recorded events of some kinds from a day on."""
        return tuple(
            event for event in self.recorded if isinstance(event, kinds) and event.on >= since
        )

    def value(self, name: str, day: date) -> int | None:
        """A legal figure in force on a day, a whole number; None where it isn't known."""
        parameter = self.parameters[name]
        return whole_figure(parameter.on(day)) if parameter.covers(day) else None

    def longest(self, name: str) -> int:
        """The greatest value that a legal figure, a whole number, ever has."""
        return max(whole_figure(figure) for figure in self.parameters[name].figures)

    def deadline(
        self,
        rule: DeadlineRule,
        event: Event,
        day: date,
        work_out: Callable[..., tuple[date, Text]],
    ) -> Deadline:
        """A deadline from the rule's figures in force on a day, all whole numbers.

        Where a figure isn't known, the deadline has no day and says why.
        """
        parameters = [self.parameters[name] for name in rule.figures]
        unknown = [parameter for parameter in parameters if not parameter.covers(day)]
        due: date | None = None
        if unknown:
            because = not_known(unknown[0], day)
        else:
            due, because = work_out(*(whole_figure(one.on(day)) for one in parameters))
        source = rule.source or parameters[0].source
        return Deadline(
            id=rule.id,
            label=rule.label,
            due=due,
            because=because,
            source=source.on(day),
            event=event.id,
        )


def not_known(parameter: Parameter, day: date) -> Text:
    """Why a rule gives no day: its figure isn't known for it."""
    earlier = [figure for figure in parameter.figures if figure.valid_from <= day]
    if not earlier:
        return msg(
            'the rule "{figure}" is known only from {first_day}; no deadline can be worked out for'
            " {day}",
            day=day,
            figure=parameter.label,
            first_day=parameter.first_day,
        )
    return msg(
        'the rule "{figure}" is known only through {last_day}; no deadline can be worked out for'
        " {day}",
        day=day,
        figure=parameter.label,
        last_day=earlier[-1].valid_to,
    )


def undated(
    rule: DeadlineRule, event: Event, day: date, because: Text, source: Source = AGREED
) -> Deadline:
    """A deadline without a day, with the reason, cited as of a day.

    ``source`` is used where the rule names none.
    """
    return Deadline(
        id=rule.id,
        label=rule.label,
        due=None,
        because=because,
        source=(rule.source or source).on(day),
        event=event.id,
    )


def overdue_after(deadline: Deadline, on: date) -> Deadline:
    """The deadline, overdue where its day has passed."""
    late = deadline.due is not None and deadline.due < on
    return attrs.evolve(deadline, overdue=True) if late else deadline


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where that day doesn't exist."""
    return add_months(day, months, missing=MissingDay.LAST_OF_MONTH)


def month_end_after(last_day: date, months: int) -> date:
    """The end of the month so many months after the month that ends on a day."""
    return add_months(last_day + DAY, months) - DAY


_ACT = "lov om en aktiv beskæftigelsesindsats"

# In a sick leave.
EMPLOYER_PERIOD = DeadlineRule(
    "sickness.employer_period",
    Label(en="The employer period ends", da="Arbejdsgiverperioden slutter"),
    ("sickness_benefit.employer_period",),
    tells=_SICK_PAY,
)
TALK = DeadlineRule(
    "sickness.talk",
    Label(en="Hold the sickness absence talk", da="Hold sygefraværssamtalen"),
    ("sickness_benefit.talk", "sickness_benefit.talk_unless_leaving"),
    introduced=date(2010, 1, 4),
    tells=_SICKNESS,
)
NOTICE = DeadlineRule(
    "sickness.notice",
    Label(en="Report the sickness absence in NemRefusion", da="Anmeld sygefraværet i NemRefusion"),
    ("sickness_benefit.notice",),
    tells=_SICK_PAY,
)
SHORT_NOTICE = DeadlineRule(
    "sickness.short_notice",
    Label(
        en="Report the sickness absence (short absence with refund from the first day)",
        da="Anmeld sygefraværet (kort fravær med refusion fra første dag)",
    ),
    ("sickness_benefit.short_absence_notice", "sickness_benefit.short_absence"),
    tells=_SICK_PAY,
)
NOTICE_AFTER_BENEFIT = DeadlineRule(
    "sickness.notice_after_benefit",
    Label(
        en="Report the sickness absence, where the employer pays sickness benefit, not pay",
        da="Anmeld sygefraværet, når arbejdsgiveren betaler sygedagpenge og ikke løn",
    ),
    ("sickness_benefit.notice_after_benefit", "sickness_benefit.employer_period"),
    tells=_SICK_PAY,
)
NOTICE_WITHOUT_BENEFIT = DeadlineRule(
    "sickness.notice_without_benefit",
    Label(
        en="Report the sickness absence, where the employer owes neither pay nor sickness benefit",
        da="Anmeld sygefraværet, når arbejdsgiveren hverken skal betale løn eller sygedagpenge",
    ),
    ("sickness_benefit.notice_without_benefit",),
    tells=_SICK_PAY,
)
FLEXJOB_NOTICE = DeadlineRule(
    "sickness.flexjob_notice",
    Label(
        en="Notify the municipality that the employee in a flexjob is ill",
        da="Orienter kommunen om, at medarbejderen i fleksjob er syg",
    ),
    source=Source(f"{_ACT} § 133, stk. 5", "elov.dk, lov om en aktiv beskæftigelsesindsats § 133"),
    tells=_SICK_PAY | _SCHEME,
)
CLAIM = DeadlineRule(
    "sickness.claim",
    Label(en="Claim the refund of sickness benefit", da="Anmod om refusion af sygedagpenge"),
    ("sickness_benefit.claim",),
    tells=_SICK_PAY,
)
DISPENSATION = DeadlineRule(
    "sickness.dispensation",
    Label(
        en="Last day of the claim, where a deadline was missed for a special reason",
        da="Sidste dag for anmodningen, hvis en frist er overskredet af særlige grunde",
    ),
    ("sickness_benefit.dispensation",),
    tells=_SICK_PAY,
)
FAST_TRACK = DeadlineRule(
    "sickness.fast_track",
    Label(
        en="Ask the municipality for early follow-up (fast track), if it is wanted",
        da="Anmod kommunen om tidlig opfølgning (fast track), hvis det ønskes",
    ),
    ("sickness_benefit.fast_track", "sickness_benefit.fast_track_talk"),
    introduced=date(2015, 1, 1),
    tells=_SICKNESS,
)
FOLLOW_UP = DeadlineRule(
    "sickness.follow_up",
    Label(
        en="The municipality follows up the sickness absence for the first time",
        da="Kommunen følger op på sygefraværet første gang",
    ),
    ("sickness_benefit.first_follow_up",),
    tells=_SICKNESS,
)
LIMIT = DeadlineRule(
    "sickness.limit",
    Label(
        en="Sickness benefit and refund end unless the municipality extends them",
        da="Sygedagpenge og refusion ophører, medmindre kommunen forlænger udbetalingen",
    ),
    (
        "sickness_benefit.limit_weeks",
        "sickness_benefit.limit_months",
        "sickness_benefit.limit_weeks_pensioner",
        "sickness_benefit.limit_months_pensioner",
        "sickness_benefit.limit_uncounted_days",
    ),
    tells=_SICKNESS,
)

# For a scheme, an agreement or a decision.
REVIEW = DeadlineRule(
    "flexjob.review",
    Label(en="The municipality follows up the flexjob", da="Kommunen følger op på fleksjobbet"),
    ("flexjob.review_first", "flexjob.review_interval"),
    tells=_SCHEME,
)
REVIEW_SINCE_2013 = DeadlineRule(
    "flexjob_since_2013.review",
    Label(en="The jobcentre follows up the flexjob", da="Jobcentret følger op på fleksjobbet"),
    ("flexjob_since_2013.review_interval",),
    tells=_SCHEME,
)
STATUS = DeadlineRule(
    "flexjob_since_2013.status",
    Label(
        en="The jobcentre states the status of a temporary flexjob",
        da="Jobcentret udarbejder en status for et midlertidigt fleksjob",
    ),
    ("flexjob_since_2013.status",),
    tells=_SCHEME,
)
STATE_CLAIM = DeadlineRule(
    "flexjob.state_claim",
    Label(
        en="Claim the quarter's refund from the state's flexjob scheme",
        da="Anmod om kvartalets refusion fra den statslige fleksjobordning",
    ),
    ("flexjob.state_claim",),
    tells=_SCHEME_PAY,
)
STATE_ADJUSTMENT = DeadlineRule(
    "flexjob.state_adjustment",
    Label(
        en="Correct the quarter's refund from the state's flexjob scheme",
        da="Indberet regulering af kvartalets refusion fra den statslige fleksjobordning",
    ),
    ("flexjob.state_adjustment",),
    tells=_SCHEME_PAY,
)
FLEXJOB_CLAIM = DeadlineRule(
    "flexjob.claim",
    Label(
        en="Claim the municipality's refund for the flexjob",
        da="Anmod kommunen om refusion for fleksjobbet",
    ),
    source=Source(f"{_ACT} § 133", former=(FormerCitation(date(2019, 12, 31), f"{_ACT} § 71"),)),
    tells=_SCHEME_PAY,
)
SUBSIDY_CLAIM = DeadlineRule(
    "wage_subsidy.claim",
    Label(en="Claim the wage subsidy", da="Anmod om løntilskuddet"),
    source=Source(f"{_ACT} kap. 12"),
    tells=_ARRANGED | {Information.PAY},
)
ASSISTANCE_CLAIM = DeadlineRule(
    "assistance.claim",
    Label(
        en="Claim the refund for the personal assistant",
        da="Anmod om refusion for den personlige assistent",
    ),
    source=Source("lov om kompensation til handicappede i erhverv m.v."),
    tells=_SCHEME_PAY,
)
SUBSIDY_END = DeadlineRule(
    "wage_subsidy.longest",
    Label(
        en="The job with wage subsidy has reached its longest duration",
        da="Jobbet med løntilskud har nået den længste varighed",
    ),
    ("wage_subsidy.unemployed_months_public", "wage_subsidy.unemployed_months_private"),
    tells=_ARRANGED,
)
NEWLY_QUALIFIED_END = DeadlineRule(
    "wage_subsidy.newly_qualified_longest",
    Label(
        en="The newly qualified person's job with wage subsidy has reached its longest duration",
        da="Den nyuddannedes job med løntilskud har nået den længste varighed",
    ),
    ("wage_subsidy.newly_qualified_months",),
    tells=_SCHEME,
)
PENSION_REVIEW = DeadlineRule(
    "wage_subsidy.pension_review",
    Label(
        en="The municipality follows up the disability pensioner's job with wage subsidy",
        da="Kommunen følger op på førtidspensionistens job med løntilskud",
    ),
    ("wage_subsidy.pension_review_first", "wage_subsidy.pension_review_interval"),
    source=Source("sonderborgkommune.dk", "sonderborgkommune.dk/skaanejob", practice=True),
    tells=_SCHEME,
)
PLACEMENT_READY = DeadlineRule(
    "work_placement.ready",
    Label(
        en="The work placement ends, for a person who is ready for work",
        da="Virksomhedspraktikken slutter for en jobparat person",
    ),
    ("work_placement.weeks_ready",),
    tells=_SCHEME,
)
PLACEMENT = DeadlineRule(
    "work_placement.longest",
    Label(
        en="The work placement ends unless the municipality extends it",
        da="Virksomhedspraktikken slutter, medmindre kommunen forlænger den",
    ),
    ("work_placement.weeks", "work_placement.weeks_extended"),
    tells=_SCHEME,
)
EXPIRY = DeadlineRule(
    "section_56.expiry",
    Label(en="The section 56 agreement expires", da="§ 56-aftalen udløber"),
    ("section_56.term",),
    tells=_SCHEME,
)
RENEWAL = DeadlineRule(
    "section_56.renewal",
    Label(
        en="Find out whether the section 56 agreement can be renewed",
        da="Undersøg, om § 56-aftalen kan fornyes",
    ),
    ("section_56.min_absence_days",),
    tells=_SCHEME | _SICKNESS,
)
PERIOD = DeadlineRule(
    "agreed.period",
    Label(en="The grant or the agreement expires", da="Bevillingen eller aftalen udløber"),
    tells=_ARRANGED,
)
TRIAL = DeadlineRule(
    "agreed.work_trial",
    Label(en="The work trial ends", da="Arbejdsprøvningen slutter"),
    tells=_ARRANGED,
)
EMPLOYMENT = DeadlineRule(
    "agreed.employment",
    Label(en="The employment ends", da="Ansættelsen ophører"),
    tells=_COURSE,
)

DEADLINE_RULES: tuple[DeadlineRule, ...] = (
    EMPLOYER_PERIOD,
    TALK,
    NOTICE,
    SHORT_NOTICE,
    NOTICE_AFTER_BENEFIT,
    NOTICE_WITHOUT_BENEFIT,
    FLEXJOB_NOTICE,
    CLAIM,
    DISPENSATION,
    FAST_TRACK,
    FOLLOW_UP,
    LIMIT,
    REVIEW,
    REVIEW_SINCE_2013,
    STATUS,
    STATE_CLAIM,
    STATE_ADJUSTMENT,
    FLEXJOB_CLAIM,
    SUBSIDY_CLAIM,
    ASSISTANCE_CLAIM,
    SUBSIDY_END,
    NEWLY_QUALIFIED_END,
    PENSION_REVIEW,
    PLACEMENT_READY,
    PLACEMENT,
    EXPIRY,
    RENEWAL,
    PERIOD,
    TRIAL,
    EMPLOYMENT,
)
"""Every rule by which something becomes due in a case."""
