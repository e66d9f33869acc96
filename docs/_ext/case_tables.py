"""What the tables on the pages about cases say, worked out from the tables that cases follow."""

from collections.abc import Iterable

import attrs
from case_words import (
    COUNTED,
    KINDS,
    LEADS_TO,
    NOT_POSSIBLE,
    REASON,
    SINCE,
    STAYS,
    THROUGH,
    WHERE,
)

from socialkapitel import PARAMETERS, Figure, Source, translate
from socialkapitel.cases import (
    EVENTS,
    Absence,
    AgreedIllness,
    DeadlineRule,
    Event,
    HealthNote,
    Identity,
    Information,
    PrivateText,
    Rights,
    Stage,
    Transition,
    When,
)
from socialkapitel.cases.events import Profile, ToldCause
from socialkapitel.cases.rights import information
from socialkapitel.i18n import format_number, format_value
from socialkapitel.whatif.figures import UNITS

SEALED = {
    "HealthNote": HealthNote,
    "AgreedIllness": AgreedIllness,
    "events.ToldCause": ToldCause,
    "PrivateText": PrivateText,
    "Identity": Identity,
}
"""The sealed texts, each under its public name."""


def legal_events(
    table: tuple[Transition, ...], states: Iterable[Stage | Absence], language: str
) -> dict[tuple[str, ...], list[type[Event]]]:
    """What the events that a table names do in each state; first, where there is no case yet.

    Kinds of events that do the same stand together, in the order of a case's course.
    """
    rows: dict[tuple[str, ...], list[type[Event]]] = {}
    sources = (None, *states)
    for kind in EVENTS:
        own = [one for one in table if one.event is kind]
        if own:
            effects = tuple(effect(own, source, language) for source in sources)
            rows.setdefault(effects, []).append(kind)
    return rows


def effect(own: Iterable[Transition], source: Stage | Absence | None, language: str) -> str:
    """What an event can do in a state, by its transitions."""
    found = [target(one, language) for one in own if one.source is source]
    return "; ".join(found) or translate(NOT_POSSIBLE, language)


def target(one: Transition, language: str) -> str:
    """Where a transition leads, and what must hold for it."""
    led = translate(STAYS if one.source is one.target else LEADS_TO, language)
    told = led.format(state=translate(one.target.label, language))
    if one.when is When.ALWAYS:
        return told
    return translate(WHERE, language).format(state=told, when=translate(one.when.label, language))


def counted(rule: DeadlineRule, language: str) -> str:
    """How the day of a deadline comes about."""
    return translate(COUNTED[rule.id], language)


def values(parameter: str, language: str) -> list[str]:
    """The values of a legal figure, each with its unit and its days."""
    return [value(figure, language) for figure in PARAMETERS[parameter].figures]


def value(figure: Figure, language: str) -> str:
    told = THROUGH if figure.valid_to else SINCE
    return translate(told, language).format(
        value=format_number(figure.value, language),
        unit=translate(UNITS[figure.unit], language),
        day=format_value(figure.valid_from, language),
        last=format_value(figure.valid_to, language) if figure.valid_to else "",
    )


def laws(rule: DeadlineRule) -> list[Source]:
    """The laws of a rule: its own, or those of its figures, each once."""
    if rule.source is not None:
        return [rule.source]
    return list(dict.fromkeys(PARAMETERS[name].source for name in rule.figures))


def reasons(rights: Rights, language: str) -> list[str]:
    """What a role is shown, put together by the reason for it."""
    kinds: dict[str, list[str]] = {}
    for kind, why in rights.seen.items():
        name = translate(KINDS[kind], language).lower()
        kinds.setdefault(translate(why, language), []).append(name)
    return [
        translate(REASON, language).format(what=", ".join(what), why=why)
        for why, what in kinds.items()
    ]


def fields_by_kind() -> dict[Information, dict[type, list[str]]]:
    """The fields of events and of the profile, by their kind of information and their class.

    What every event has stands under `Event` alone.
    """
    found: dict[Information, dict[type, list[str]]] = {kind: {} for kind in Information}
    common = {field.name for field in attrs.fields(Event)}
    for each in (Event, *EVENTS, Profile):
        for field in attrs.fields(each):
            if each in {Event, Profile} or field.name not in common:
                found[information(field)].setdefault(each, []).append(field.name)
    return found
