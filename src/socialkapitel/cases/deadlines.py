"""What is due in a case, seen from a day (frister)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from socialkapitel.calculators.inputs import figures_or_packaged
from socialkapitel.cases.deadline_rules import Context, Deadline, DeadlineRule
from socialkapitel.cases.events import AgreementSigned, DecisionReceived, Event
from socialkapitel.cases.jobs import Run, runs
from socialkapitel.cases.scheme_deadlines import (
    EMPLOYMENT,
    EXPIRY,
    PERIOD,
    RENEWAL,
    REVIEW,
    TRIAL,
    end_deadline,
    review_deadlines,
    section_56_deadlines,
)
from socialkapitel.cases.sickness import RecordedLeave, sick_leaves
from socialkapitel.cases.sickness_deadlines import (
    CLAIM,
    EMPLOYER_PERIOD,
    NOTICE,
    SHORT_NOTICE,
    sickness_deadlines,
)
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import check_date

if TYPE_CHECKING:
    from socialkapitel.cases.case import Case

__all__ = ["DEADLINE_RULES", "Deadline", "DeadlineRule", "case_deadlines"]

DEADLINE_RULES: tuple[DeadlineRule, ...] = (
    EMPLOYER_PERIOD,
    NOTICE,
    SHORT_NOTICE,
    CLAIM,
    REVIEW,
    EXPIRY,
    RENEWAL,
    PERIOD,
    TRIAL,
    EMPLOYMENT,
)
"""Every rule by which something becomes due in a case."""

_SECTION_56 = "section-56"


def case_deadlines(
    case: Case, on: date, *, parameters: ParameterSet | None = None
) -> tuple[Deadline, ...]:
    """What is due, seen from a day, with what was recorded by then; the earliest first.

    * Sick leaves: the end of the employer period, notice to the municipality, and a claim for each
      month of refund. Whether they were done is not recorded, so they are told until their day.
    * Flexjobs granted before 2013: the municipality's next follow-up, and the last one, overdue,
      where no follow-up is recorded since the one before. Of flexjobs since 2013 no rule is known.
    * Section 56 agreements: when they expire, and whether they can be renewed then.
    * What was granted or agreed for a time, work trials and notices: when they end. An agreement or
      a decision that a later one of its kind followed, or whose scheme ended, is no longer told.

    What has no known rule for the time has no day, and says so; it stands last. A limit of months
    that would end on a day that doesn't exist ends on the last day of that month.

    Args:
        case: the case.
        on: the day from which to look.
        parameters: another set of legal figures.

    Raises:
        WrongType: for anything but a date and a `ParameterSet`.
    """
    context = Context(check_date(on, "on"), figures_or_packaged(parameters))
    events = tuple(event for event in case.events if event.on <= on)
    leaves = sick_leaves(events)
    times = runs(events)
    found = [deadline for leave in leaves for deadline in sickness_deadlines(context, leave)]
    found = [deadline for deadline in found if deadline.due is None or deadline.due >= on]
    for run in times:
        if run.scheme == "flexjob" and (run.last_day is None or run.last_day >= on):
            found += review_deadlines(context, run, events)
    found += _ends(context, events, times, leaves)
    return tuple(sorted(found, key=_order))


def _ends(
    context: Context, events: Sequence[Event], times: Sequence[Run], leaves: Sequence[RecordedLeave]
) -> Iterator[Deadline]:
    """The ends of agreements, decisions, trials and notices."""
    latest = {_about(event): event for event in events}
    running = {run.scheme for run in times if run.last_day is None or run.last_day >= context.on}
    ended = {run.scheme for run in times} - running
    for event in events:
        scheme = None
        if isinstance(event, (AgreementSigned, DecisionReceived)):
            scheme = event.scheme
            if latest[_about(event)] is not event or scheme in ended:
                continue
        if isinstance(event, AgreementSigned) and scheme == _SECTION_56:
            yield from section_56_deadlines(context, event, leaves, running=scheme in running)
        elif (end := end_deadline(context, event, running=scheme in running)) is not None:
            yield end


def _about(event: Event) -> tuple[str, str | None, bool]:
    """What a later event of the same kind replaces; a refusal replaces no grant."""
    return event.kind, getattr(event, "scheme", None), getattr(event, "granted", True)


def _order(deadline: Deadline) -> tuple[date, str, int]:
    return deadline.due or date.max, deadline.id, deadline.event.int
