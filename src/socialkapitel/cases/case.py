"""A case: its events, and the state that they add up to (sag)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from threading import Lock
from uuid import UUID

import attrs

from socialkapitel.cases.deadline_rules import Deadline
from socialkapitel.cases.deadlines import case_deadlines
from socialkapitel.cases.errors import IllegalEvent, StaleVersion
from socialkapitel.cases.events import AbsenceRegistered, CaseOpened, Event, EventCorrected
from socialkapitel.cases.events.absence import first_day_of
from socialkapitel.cases.refunds import CaseRefunds, MonthsWork, case_refunds
from socialkapitel.cases.transitions import CaseStatus, Progress
from socialkapitel.echo import HIDDEN
from socialkapitel.errors import InvalidInput, UnknownName, WrongType
from socialkapitel.messages import Text, msg
from socialkapitel.money import Number
from socialkapitel.parameters import ParameterSet
from socialkapitel.periods import Month, read_date
from socialkapitel.sealing import Unpicklable


class EventLog:
    """Events in order, shared by the versions of a case: version n sees the first n events.

    Appending to the newest version adds to the log. Any other version gets a log of its own.
    """

    __slots__ = ("_lock", "_places", "events")

    def __init__(self, events: Iterable[Event]) -> None:
        self.events: list[Event] = list(events)
        self._places = {event.id: place for place, event in enumerate(self.events)}
        self._lock = Lock()

    def find(self, event_id: UUID, version: int) -> Event | None:
        """The event of that id among the first ``version`` events."""
        place = self._places.get(event_id)
        return self.events[place] if place is not None and place < version else None

    def extended(self, event: Event, version: int) -> EventLog:
        """A log with the same first ``version`` events, followed by this one."""
        with self._lock:
            if len(self.events) == version:
                self._places[event.id] = version
                self.events.append(event)
                return self
        return EventLog([*self.events[:version], event])


def effective(events: Iterable[Event], through: date | None = None) -> tuple[Event, ...]:
    """The events after the corrections that were made through a day, in order.

    Of several corrections of an event, the one recorded last counts. The corrections themselves are
    left out.
    """
    recorded = tuple(events)
    corrections = {
        event.corrects: event
        for event in recorded
        if isinstance(event, EventCorrected) and (through is None or event.on <= through)
    }
    standing = [event for event in recorded if not isinstance(event, EventCorrected)]
    if corrections:
        right = [
            corrections[event.id].replacement if event.id in corrections else event
            for event in standing
        ]
        standing = sorted((event for event in right if event), key=lambda event: event.on)
    return tuple(standing)


class Case(Unpicklable):
    """What happened in one case, and the state that it adds up to. Immutable (sag).

    Make one with `Case.open` or `Case.replay`; `record` gives the next version. Only the events
    need to be stored. A case is never pickled, for it may hold private texts.

    >>> from datetime import date
    >>> from uuid import UUID
    >>> from socialkapitel.cases import events
    >>> case = Case.open(
    ...     events.CaseOpened(
    ...         id=UUID(int=1),
    ...         on=date(2008, 3, 3),
    ...         role="nearest-manager",
    ...         purpose=events.Purpose.RETENTION,
    ...     )
    ... )
    >>> talk = events.ConversationHeld(id=UUID(int=2), on=date(2008, 3, 5), role="nearest-manager")
    >>> later = case.record(talk, expected_version=1)
    >>> case.version, later.version, str(later.status.stage.label)
    (1, 2, 'being clarified')
    """

    __slots__ = ("_log", "_progress")
    _log: EventLog
    _progress: Progress

    def __init__(self, log: EventLog, progress: Progress) -> None:
        object.__setattr__(self, "_log", log)
        object.__setattr__(self, "_progress", progress)

    @classmethod
    def open(cls, opening: Event, *, today: date | str | None = None) -> Case:
        """A new case.

        Args:
            opening: the event that opens it.
            today: the current day; days in the future are refused. None for no such check.

        Raises:
            IllegalEvent: where the event is not the one that opens a case, or is in the future.
            WrongType: for anything but an event and a date.
        """
        _checked(opening)
        _check_not_in_future(opening, today, (CaseOpened.kind,))
        if not isinstance(opening, CaseOpened):
            raise IllegalEvent(
                opening.kind, opening.on, msg("a case must be opened first"), (CaseOpened.kind,)
            )
        return cls(EventLog([opening]), Progress(opening=opening, last_day=opening.on))

    @classmethod
    def replay(cls, events: Iterable[Event]) -> Case:
        """The case of these events, in order; an event that occurs twice counts once.

        Raises:
            IllegalEvent: for an event that can't be recorded in its place.
            InvalidInput: where there are no events.
        """
        case: Case | None = None
        if not isinstance(events, Iterable):
            raise WrongType("events", HIDDEN, msg("events in order"))
        for event in events:
            case = cls.open(event) if case is None else case.record(event)
        if case is None:
            raise InvalidInput("events", (), msg("at least the event that opens the case"))
        return case

    def record(
        self, event: Event, *, expected_version: int | None = None, today: date | str | None = None
    ) -> Case:
        """The next version of the case, with an event added; this version stays as it is.

        An event that is already recorded is not recorded again: the same case is returned, whatever
        version was expected. `socialkapitel.events.EventCorrected` corrects a wrong event: status,
        views, deadlines and refunds follow, and the wrong event stays in the record.

        Args:
            event: what happened; not before the latest event, corrections aside.
            expected_version: the version that the caller has read; None for no such check.
            today: the current day; days in the future are refused, both of the event and of hours
                of absence. None for no such check.

        Raises:
            IllegalEvent: for an event that can't be recorded now, with the reason and what could;
                also for another event with an id that is recorded, and for a correction that would
                make other events illegal.
            StaleVersion: where the case is at another version than expected.
            WrongType: for anything but an event, or a version that is not a whole number.
        """
        _checked(event)
        if expected_version is not None and type(expected_version) is not int:
            raise WrongType("expected_version", HIDDEN, msg("a whole number or None"))
        known = self._log.find(event.id, self.version)
        if known is not None and known == event:
            return self
        if expected_version is not None and expected_version != self.version:
            raise StaleVersion(expected_version, self.version)
        if known is not None:
            raise IllegalEvent(
                event.kind,
                event.on,
                msg("another event with this id is recorded"),
                self._progress.legal,
            )
        _check_not_in_future(event, today, self._progress.legal)
        if isinstance(event, EventCorrected):
            progress = self._after_correction(event)
        else:
            progress = self._progress.after(event)
        return Case(self._log.extended(event, self.version), progress)

    def _after_correction(self, correction: EventCorrected) -> Progress:
        """The progress of the case once one of its events is corrected.

        Raises:
            IllegalEvent: where there is no such event, or others would become illegal.
        """
        wrong = self._log.find(correction.corrects, self.version)
        reason: Text | None = None
        if wrong is None:
            reason = msg("no event with the id of the wrong one (corrects) is recorded")
        elif isinstance(wrong, EventCorrected):
            reason = msg("a correction is not corrected; correct the event itself once more")
        else:
            opening, *others = effective((*self.events, correction)) or (None,)
            if not isinstance(opening, CaseOpened):
                reason = msg("a case must be opened before anything else")
            else:
                try:
                    progress = Progress.of(opening, others)
                except IllegalEvent as error:
                    reason = msg(
                        "with this correction, another event of {day} would not be possible:"
                        " {reason}",
                        day=error.on,
                        reason=error.reason,
                    )
                else:
                    return attrs.evolve(progress, version=self.version + 1)
        raise IllegalEvent(correction.kind, correction.on, reason, self._progress.legal)

    @property
    def version(self) -> int:
        """The number of events; each event raises it by one."""
        return self._progress.version

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that is recorded, in order."""
        return tuple(self._log.events[: self.version])

    @property
    def effective_events(self) -> tuple[Event, ...]:
        """What happened, as known now: wrong events as corrected, in order.

        The corrections themselves are left out.
        """
        return effective(self.events)

    def known_on(self, on: date | str) -> tuple[Event, ...]:
        """What had happened by a day, as far as it was known then: with corrections made by then.

        Raises:
            WrongType: for anything but a date.
        """
        day = read_date(on, "on")
        return tuple(event for event in effective(self.events, day) if event.on <= day)

    @property
    def opening(self) -> CaseOpened:
        """The event that opened the case."""
        return self._progress.opening

    @property
    def status(self) -> CaseStatus:
        """The status of the case after the latest event."""
        progress = self._progress
        return CaseStatus(progress.stage, progress.absence, progress.running)

    @property
    def legal(self) -> tuple[str, ...]:
        """The kinds of events that can be recorded now, by name."""
        return self._progress.legal

    def event(self, event_id: UUID) -> Event:
        """The event of that id, as last corrected; as recorded, where it was withdrawn.

        Raises:
            UnknownName: where there is none.
        """
        if not isinstance(event_id, UUID):
            raise WrongType("event_id", HIDDEN, msg("a uuid.UUID"))
        found = self._log.find(event_id, self.version)
        if found is None:
            raise UnknownName(msg("event"), str(event_id), ())
        return next((event for event in self.effective_events if event.id == event_id), found)

    def refunds(
        self,
        month: Month | str,
        *,
        to: str | None = None,
        paid_hours: Number | None = None,
        actual_pay: Number | None = None,
        assistance_hours: Number | None = None,
        assistance_rate: Number | None = None,
        parameters: ParameterSet | None = None,
    ) -> CaseRefunds:
        """What the employer gets back for a month, in kroner, with explanations (refusion).

        Everything comes from the events:

        * For each sick leave in the month its part of the refund of sickness benefit. Every week of
          the leave, through the month, must have registered hours, if only 0.
        * For a flexjob that began before 2013 its refund, reduced by what the sick leaves give on
          each day of the job, weekends included.
        * For a job with wage subsidy the subsidy, where ``paid_hours`` are given.
        * For personal assistance its refund, where ``assistance_hours`` are given.

        What a refund is based on must exist: a section 56 agreement that is in force, a flexjob
        that the case shows, an employee who is new by the case's own dates, a grant that has not
        ended. Where the case contradicts it, the refund is open, with the reason. Mentors and adult
        education are open, because no calculator covers them. A flex wage supplement goes to the
        employee and is not here.

        Args:
            month: the month.
            to: the role that they are for, the id of an actor such as ``"hr"``; None for no check.
            paid_hours: the month's hours with pay in a job with wage subsidy or a flexjob.
            actual_pay: what was paid for the month in a flexjob begun before 2013, where it may be
                lower than the lowest agreed pay. Where neither it nor ``paid_hours`` is given, a
                part of a month, or one with unpaid leave, is counted by the hours that were
                planned.
            assistance_hours: the month's hours of personal assistance.
            assistance_rate: their rate, kroner an hour; None for the one known for the month.
            parameters: another set of legal figures.

        Raises:
            InvalidInput: for a number not accepted, or for one that no job in the month needs.
            NotEntitled: for a role that may not see pay, absence and the schemes in progress.
            UnknownName: for a role that the table of rights does not name.
            WrongType: for anything but a `Month` and a `ParameterSet`.

        >>> from datetime import date
        >>> from uuid import UUID
        >>> import socialkapitel as sk
        >>> from socialkapitel.cases import events
        >>> def happened(kind, number, on, **fields):
        ...     return kind(id=UUID(int=number), on=on, role="hr", **fields)
        >>> terms = events.FlexjobTerms(
        ...     starting_pay=sk.Pay.monthly("18297.00"),
        ...     weekly_hours="37",
        ...     atp_class="A",
        ...     other_contributions="0",
        ... )
        >>> day = date(2006, 3, 1)
        >>> case = Case.replay(
        ...     [
        ...         happened(events.CaseOpened, 1, day, purpose=events.Purpose.RETENTION),
        ...         happened(
        ...             events.DecisionReceived, 2, day, scheme="flexjob", granted=True, share="2/3"
        ...         ),
        ...         happened(events.SchemeStarted, 3, day, scheme="flexjob", terms=terms),
        ...     ]
        ... )
        >>> case.refunds(sk.Month(2007, 11)).amount
        Decimal('12306.40')
        """
        work = MonthsWork(paid_hours, actual_pay, assistance_hours, assistance_rate)
        return case_refunds(self, month, to, work, parameters)

    def deadlines(
        self,
        on: date | str,
        *,
        to: str | None = None,
        state_scheme: bool = False,
        parameters: ParameterSet | None = None,
    ) -> tuple[Deadline, ...]:
        """What is due, seen from a day, with what was recorded by then (frister).

        The earliest first; what has no known rule for the time has no day and comes last. See
        `socialkapitel.cases.deadlines.case_deadlines` for what is listed.

        Args:
            on: the day from which to look.
            to: the role that they are for, the id of an actor such as ``"hr"``: it gets what it may
                know, and nothing more can be inferred from that. None for all.
            state_scheme: whether the employer belongs to the state's flexjob scheme, which refunds
                by the quarter.
            parameters: another set of legal figures.

        Raises:
            UnknownName: for a role that the table of rights does not name.
            WrongType: for anything but a date, a truth value and a `ParameterSet`.

        >>> from datetime import date
        >>> from uuid import UUID
        >>> from socialkapitel.cases import events
        >>> def happened(kind, number, on, **fields):
        ...     return kind(id=UUID(int=number), on=on, role="hr", **fields)
        >>> day = date(2024, 3, 1)
        >>> case = Case.replay(
        ...     [
        ...         happened(events.CaseOpened, 1, day, purpose=events.Purpose.RETENTION),
        ...         happened(events.AgreementSigned, 2, day, scheme="section-56"),
        ...     ]
        ... )
        >>> [(one.id, str(one.due)) for one in case.deadlines(date(2025, 1, 1))]
        [('section_56.expiry', '2026-02-28'), ('section_56.renewal', '2026-02-28')]
        """
        return case_deadlines(self, on, to=to, state_scheme=state_scheme, parameters=parameters)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a case never changes; record an event to get the next version")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a case never changes; record an event to get the next version")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Case):
            return NotImplemented
        if self._log is other._log:
            return self.version == other.version
        return self.events == other.events

    def __hash__(self) -> int:
        return hash((self.opening.id, self.version))

    def __repr__(self) -> str:
        status = self.status
        return (
            f"<Case of {self.version} events: {status.stage.value}, absence {status.absence.value}>"
        )


def _check_not_in_future(event: Event, today: date | str | None, legal: tuple[str, ...]) -> None:
    """Refuse days in the future, where the current day is given."""
    if today is None:
        return
    today = read_date(today, "today")
    if event.on > today:
        reason = msg("the event is in the future; today is {today}", today=today)
        raise IllegalEvent(event.kind, event.on, reason, legal)
    told = event.replacement if isinstance(event, EventCorrected) else event
    if isinstance(told, AbsenceRegistered):
        for key, _ in told.hours:
            if first_day_of(key) > today:
                reason = msg(
                    "hours of absence in the future, {entry}; today is {today}",
                    entry=key,
                    today=today,
                )
                raise IllegalEvent(event.kind, event.on, reason, legal)


def _checked(event: object) -> Event:
    """Return an event; anything else is refused and not shown."""
    if not isinstance(event, Event):
        raise WrongType("event", HIDDEN, msg("an event"))
    return event
