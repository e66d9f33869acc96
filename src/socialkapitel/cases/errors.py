"""What can go wrong with a case. The errors name no person and show no text that was given."""

from __future__ import annotations

from datetime import date

from socialkapitel.errors import SocialkapitelError
from socialkapitel.messages import Label, Message, Text, joined, msg


class NotEntitled(SocialkapitelError, PermissionError):
    """Somebody who is not entitled to a sealed text asked for it.

    ``role`` is the role that asked, ``content`` what it asked for, ``entitled`` who may read it.
    """

    code = "not-entitled"

    def __init__(self, role: str, content: str, entitled: tuple[str, ...]) -> None:
        super().__init__(role, content, entitled)
        self.role = role
        self.content = content
        self.entitled = entitled

    @property
    def message(self) -> Message:
        return msg(
            "{content} is not for {role}; only for {entitled}",
            content=self.content,
            role=self.role,
            entitled=", ".join(self.entitled),
        )


class IllegalEvent(SocialkapitelError, ValueError):
    """An event that can't be recorded in the case as it is.

    ``kind`` is the event's kind, ``on`` its day, ``reason`` says why, and ``legal`` lists the kinds
    of events that can be recorded. The message names events by their labels.
    """

    code = "illegal-event"

    def __init__(self, kind: str, on: date, reason: Text, legal: tuple[str, ...]) -> None:
        super().__init__(kind, on, reason, legal)
        self.kind = kind
        self.on = on
        self.reason = reason
        self.legal = legal

    @property
    def message(self) -> Message:
        told = {"event": _event(self.kind), "on": self.on, "reason": self.reason}
        if not self.legal:
            return msg(
                'the event "{event}" of {on} is not recorded: {reason}. Nothing can be recorded any'
                " more",
                **told,
            )
        return msg(
            'the event "{event}" of {on} is not recorded: {reason}. These can be recorded: {legal}',
            legal=joined(_event(kind) for kind in self.legal),
            **told,
        )


def _event(kind: str) -> Text:
    """What people call a kind of event."""
    from socialkapitel.cases.events import EVENTS  # which need the errors themselves

    labels = {each.kind: each.label for each in EVENTS}
    return labels.get(kind, Label(kind, kind))


class StaleVersion(SocialkapitelError, RuntimeError):
    """The case has changed since it was read: ``expected`` was its version, ``actual`` is.

    Read the case again, look at what was added, and record once more.
    """

    code = "stale-version"

    def __init__(self, expected: int, actual: int) -> None:
        super().__init__(expected, actual)
        self.expected = expected
        self.actual = actual

    @property
    def message(self) -> Message:
        return msg(
            "the case is at version {actual}, not {expected}; read it again before recording",
            actual=str(self.actual),
            expected=str(self.expected),
        )
