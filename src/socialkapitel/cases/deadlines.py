"""What is due in a case, seen from a day (frister)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs

from socialkapitel.cases.deadline_rules import DAY, DEADLINE_RULES, Context, Deadline
from socialkapitel.cases.events import (
    AgreementSigned,
    DecisionReceived,
    Event,
)
from socialkapitel.cases.health import masked
from socialkapitel.cases.jobs import Run, employment_end, runs
from socialkapitel.cases.rights import rights
from socialkapitel.cases.scheme_deadlines import (
    end_deadline,
    scheme_deadlines,
    section_56_deadlines,
)
from socialkapitel.cases.sickness import RecordedLeave, sick_leaves
from socialkapitel.cases.sickness_deadlines import sickness_deadlines
from socialkapitel.cases.sight import is_open, recorded, visible
from socialkapitel.errors import check_kind
from socialkapitel.explanation import figures_or_packaged
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import read_date

if TYPE_CHECKING:
    from socialkapitel.cases.case import Case

_SECTION_56 = "section-56"
RULES = {rule.id: rule for rule in DEADLINE_RULES}
"""The rules by name."""


def case_deadlines(
    case: Case,
    on: date | str,
    *,
    to: str | None = None,
    state_scheme: bool = False,
    parameters: ParameterSet | None = None,
) -> tuple[Deadline, ...]:
    """What is due, seen from a day, with what was recorded by then; the earliest first.

    * Sick leaves: the talk within four weeks, the end of the employer period, notice to the
      municipality, a claim for each month of refund, the municipality's follow-up, and when benefit
      stops. Whether notice was given and refund claimed is not recorded, so they are listed until
      their day. The talk is ``overdue`` while the leave lasts and no talk is recorded.
    * Flexjobs: the next follow-up, counted from the last one that is recorded, ``overdue`` once its
      day has passed. In the state's scheme, the claim and its correction for each quarter.
    * Jobs with wage subsidy and work placements: how long they may last.
    * Refunds for flexjobs and personal assistance and wage subsidies: a note that no limit is
      known.
    * Section 56 agreements: when they expire, and whether they can be renewed then.
    * What was granted or agreed for a time, work trials and notices: when they end. An agreement or
      a decision that was followed by a later one of its kind, or whose scheme ended, is no longer
      listed.

    What has no known rule for the time has no day, and says so; it comes last. Nothing is overdue
    once the case is closed. A limit of months that would end on a day that doesn't exist ends on
    the last day of that month.

    Args:
        case: the case.
        on: the day from which to look.
        to: the role that they are for, the id of an actor such as ``"hr"``: it gets what it may
            know, and those deadlines don't depend on anything else. None for all.
        state_scheme: whether the employer belongs to the state's flexjob scheme (den statslige
            fleksjobordning), which refunds by the quarter.
        parameters: another set of legal figures.

    Raises:
        UnknownName: for a role that the table of rights does not name.
        WrongType: for anything but a date, a truth value and a `ParameterSet`.
    """
    check_kind(state_scheme, bool, "state_scheme")
    on = read_date(on, "on")
    events = case.known_on(on)
    right = None if to is None else masked(rights, to)
    if right is not None:
        if not is_open(right, recorded(case)):
            return ()
        events = tuple(visible(right, events))
    context = Context(on, figures_or_packaged(parameters), events)
    times = runs(events)
    last_day = employment_end(events)
    leaves = tuple(_until(leave, last_day, on) for leave in sick_leaves(events))
    found: list[Deadline] = []
    for leave in leaves:
        found += sickness_deadlines(context, leave, leaves)
    for run in times:
        found += scheme_deadlines(context, run, state_scheme=state_scheme)
    found = [one for one in found if one.due is None or one.due >= on or one.overdue]
    found += _ends(context, times, leaves)
    if context.closed:
        found = [one for one in found if not one.overdue]
    if right is not None:
        found = [one for one in found if all(map(right.allows, RULES[one.id].tells))]
    return tuple(sorted(found, key=_order))


def _until(leave: RecordedLeave, last_day: date | None, on: date) -> RecordedLeave:
    """A leave as of a day: it ends with the employment, if that has ended by then."""
    if leave.back_on is None and last_day is not None and leave.first_day <= last_day < on:
        return attrs.evolve(leave, back_on=last_day + DAY)
    return leave


def _ends(
    context: Context, times: Sequence[Run], leaves: Sequence[RecordedLeave]
) -> Iterator[Deadline]:
    """The ends of agreements, decisions, trials and notices."""
    latest = {_about(event): event for event in context.recorded}
    running = {run.scheme for run in times if run.last_day is None or run.last_day >= context.on}
    ended = {run.scheme for run in times} - running
    for event in context.recorded:
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
    """What makes a later event replace an earlier one; a refusal replaces no grant."""
    return event.kind, getattr(event, "scheme", None), getattr(event, "granted", True)


def _order(deadline: Deadline) -> tuple[date, str, int]:
    return deadline.due or date.max, deadline.id, deadline.event.int
