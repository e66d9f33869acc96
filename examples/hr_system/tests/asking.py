"""The requests that the tests make, in as few words as can be."""

import uuid

import socialkapitel as sk
from socialkapitel import testing, wire

CASE = uuid.UUID("11111111-1111-4111-8111-111111111111")
PRIVATE = ("health", "identity", "texts")


def document(event):
    """An event as it is sent, whole."""
    return wire.to_json(event, include=PRIVATE)


def happened(kind, day, number=None, **fields):
    """An event on a day; without a number it gets an id of its own."""
    number = uuid.uuid4().int if number is None else number
    return testing.event(kind, day, number, **{"role": "hr", **fields})


def opening(day="2007-01-03", **fields):
    """The event that opens a case."""
    return happened(sk.events.CaseOpened, day, 1, **fields)


def record(client, event, version, *, by="hr-1", case=CASE, language="en"):
    """Send an event, or a text in its place, after a version."""
    return client.post(
        f"/cases/{case}/events",
        content=event if isinstance(event, (str, bytes)) else document(event),
        headers={**token(by), "If-Match": f'"{version}"', "Accept-Language": language},
    )


def give(client, person, role, *, by="hr-1", second="hr-2", case=CASE):
    """Give somebody a role in a case; where it takes a second person, there is one."""
    answer = client.post(
        f"/cases/{case}/people", json={"person": person, "role": role}, headers=token(by)
    )
    if answer.status_code == 202 and second:
        return confirm(client, answer.json()["number"], by=second, case=case)
    return answer


def confirm(client, number, *, by="hr-2", case=CASE):
    """Say yes to a role that somebody else gave."""
    return client.post(f"/cases/{case}/people/{number}/confirmation", headers=token(by))


def told_jointly(client, event, version, *, people=("manager-1", "employee-1"), case=CASE):
    """Manager and employee both say that they have told the colleagues."""
    first, second = people
    assert 202 == record(client, event, version, by=first, case=case).status_code
    return record(client, event, version, by=second, case=case)


def get(client, address="", *, by="hr-1", case=CASE, language="en"):
    """Ask for a case, or for something of it."""
    headers = {**token(by), "Accept-Language": language}
    return client.get(f"/cases/{case}{address}", headers=headers)


def token(person):
    """Who asks; the tokens of people.toml are their ids with a word after it."""
    return {"Authorization": f"Bearer {person}-token"}


def events_of(client):
    """The ids of what HR sees of the case, in order."""
    return [uuid.UUID(event["id"]) for event in get(client).json()["data"]["events"]]
