"""Directives that write how cases behave from the tables that they follow, in the page's language.

``{case-states} NAME`` draws the states of a case, ``{legal-events} NAME`` says which events are
legal in each. ``{deadline-rules}`` lists what can be due. ``{who-sees-what}`` and ``{rights}`` say
what each role is shown, ``{information}`` which fields have each kind, ``{sealed-texts}`` who may
open what is sealed.
"""

from collections.abc import Iterable

import attrs
from case_words import (
    COUNTED,
    EVERY_EVENT,
    HEADS,
    KINDS,
    LEADS_TO,
    NO_FIGURES,
    NOT_POSSIBLE,
    REASON,
    SET_BY_OTHERS,
    SINCE,
    STAYS,
    THROUGH,
    WHERE,
)
from docutils import nodes
from pieces import (
    cell,
    code_link,
    code_name,
    commas,
    line,
    link,
    listing,
    note_target,
    quiet,
    raw,
    source_lines,
    table,
)
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from state_picture import LAYOUTS, picture
from words import NO, YES

from socialkapitel import PARAMETERS, Figure, Source, actor, translate
from socialkapitel.cases import (
    DEADLINE_RULES,
    EVENTS,
    RIGHTS,
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
from socialkapitel.explanation.rendering import word_unit
from socialkapitel.i18n import format_number, format_value


class CasePage(SphinxDirective):
    """What these directives share: the page's language, and how they name things."""

    def say(self, text) -> str:
        return translate(text, self.config.language)

    def heads(self, *names: str) -> list[str]:
        return [self.say(HEADS[name]) for name in names]

    def event(self, kind: type[Event]) -> nodes.paragraph:
        name = code_link(f"events.{kind.__name__}", self.env.docname)
        return line(f"{self.say(kind.label)} ", name)

    def role(self, role: str) -> nodes.paragraph:
        label = self.say(actor(role).label)
        return line(link(f"actor:{role}", label, self.env.docname))


class CaseStates(CasePage):
    """The states of a case, drawn from a table of transitions."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        drawn = picture(LAYOUTS[self.arguments[0]], self.config.language)
        return [raw(f'<div class="scheme-picture">{drawn}</div>')]


class LegalEvents(CasePage):
    """What each kind of event does in each state; kinds with the same effect share a row."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        layout = LAYOUTS[self.arguments[0]]
        states = [self.say(state.label) for state in layout.boxes]
        found = legal_events(layout.table, layout.boxes, self.config.language)
        rows = [
            [listing([[self.event(kind)] for kind in kinds], "tight"), *effects]
            for effects, kinds in found.items()
        ]
        return [
            table(
                [*self.heads("event", "no_case"), *states],
                rows,
                widths=[36, 12, *[52 // len(states)] * len(states)],
                classes=["figures", "whole-names"],
            )
        ]


class DeadlineRules(CasePage):
    """Every rule by which something becomes due, with its figures and its law."""

    def run(self) -> list[nodes.Node]:
        heads = self.heads("due", "day", "figures", "law")
        rows = [self.row(rule) for rule in DEADLINE_RULES]
        return [table(heads, rows, widths=[26, 28, 28, 18], classes=["figures", "whole-names"])]

    def row(self, rule: DeadlineRule) -> list:
        figures = [node for name in rule.figures for node in self.figure(name)]
        return [
            [
                self.aim(rule),
                code_name(rule.id),
            ],
            counted(rule, self.config.language),
            figures or self.say(NO_FIGURES if rule.source else SET_BY_OTHERS),
            [one for law in laws(rule) for one in source_lines(law, self.config.language)] or "",
        ]

    def aim(self, rule: DeadlineRule) -> nodes.paragraph:
        """What is due, to be linked to by the rule's id."""
        label = self.say(rule.label)
        name = f"deadline:{rule.id}"
        made = nodes.paragraph(text=label, ids=[nodes.make_id(name)])
        note_target(self, name, made["ids"][0], label)
        return quiet(made)

    def figure(self, name: str) -> list[nodes.Node]:
        to = link(name, self.say(PARAMETERS[name].label), self.env.docname)
        return [line(to), *(cell(told, "note") for told in values(name, self.config.language))]


class WhoSeesWhat(CasePage):
    """Each role, and whether it is shown each kind of information."""

    def run(self) -> list[nodes.Node]:
        heads = [*self.heads("role"), *(self.say(KINDS[kind]) for kind in Information)]
        rows = [
            [self.role(each.role), *(self.answer(each, kind) for kind in Information)]
            for each in RIGHTS
        ]
        widths = [28, *[9] * len(Information)]
        return [table(heads, rows, widths=widths, classes=["figures", "answers"])]

    def answer(self, each: Rights, kind: Information) -> nodes.paragraph:
        return cell(self.say(YES)) if each.allows(kind) else cell(self.say(NO), "note")


class RightsTable(CasePage):
    """Each role: when a case opens to it, what it is shown then, and why not more."""

    def run(self) -> list[nodes.Node]:
        rows = [
            [
                self.role(each.role),
                self.say(each.gate.label),
                [cell(reason) for reason in reasons(each, self.config.language)] or "",
                self.say(each.withheld),
            ]
            for each in RIGHTS
        ]
        heads = self.heads("role", "gate", "sees", "withheld")
        return [table(heads, rows, widths=[18, 18, 36, 28], classes=["figures"])]


class InformationTable(CasePage):
    """The kinds of information, and the fields of events that are of each kind."""

    def run(self) -> list[nodes.Node]:
        fields = fields_by_kind()
        rows = [
            [
                [cell(self.say(KINDS[kind])), cell(self.say(kind.label), "note")],
                listing([[self.fields(*entry)] for entry in fields[kind].items()], "tight"),
            ]
            for kind in Information
            if fields[kind]  # which scheme it is, is no field of its own
        ]
        heads = self.heads("information", "fields")
        return [table(heads, rows, widths=[36, 64], classes=["figures"])]

    def fields(self, kind: type, names: list[str]) -> nodes.paragraph:
        """A class with those of its fields that are of one kind of information."""
        told = commas([nodes.literal(text=name) for name in names])
        if kind is Event:
            return line(self.say(EVERY_EVENT), *told)
        return line(code_link(f"events.{kind.__name__}", self.env.docname), ": ", *told)


class SealedTexts(CasePage):
    """The texts that are sealed, and the readers to whom they open."""

    def run(self) -> list[nodes.Node]:
        rows = [
            [
                line(code_link(name, self.env.docname)),
                [self.role(reader) for reader in kind.readers],
            ]
            for name, kind in SEALED.items()
        ]
        heads = self.heads("text", "readers")
        return [table(heads, rows, widths=[40, 60], classes=["figures"])]


DIRECTIVES = {
    "case-states": CaseStates,
    "deadline-rules": DeadlineRules,
    "information": InformationTable,
    "legal-events": LegalEvents,
    "rights": RightsTable,
    "sealed-texts": SealedTexts,
    "who-sees-what": WhoSeesWhat,
}


def setup(app: Sphinx) -> None:
    for name, directive in DIRECTIVES.items():
        app.add_directive(name, directive)


# --- what the tables say

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

    Kinds of events with the same effect come together, in the order of a case's course.
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
    """Where a transition leads, and its conditions."""
    led = translate(STAYS if one.source is one.target else LEADS_TO, language)
    told = led.format(state=translate(one.target.label, language))
    if one.when is When.ALWAYS:
        return told
    return translate(WHERE, language).format(state=told, when=translate(one.when.label, language))


def counted(rule: DeadlineRule, language: str) -> str:
    """How the day of a deadline is determined."""
    return translate(COUNTED[rule.id], language)


def values(parameter: str, language: str) -> list[str]:
    """The values of a legal figure, each with its unit and its days."""
    return [value(figure, language) for figure in PARAMETERS[parameter].figures]


def value(figure: Figure, language: str) -> str:
    told = THROUGH if figure.valid_to else SINCE
    return translate(told, language).format(
        value=format_number(figure.value, language),
        unit=word_unit(figure.unit, language),
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

    What every event has is under `Event` only.
    """
    found: dict[Information, dict[type, list[str]]] = {kind: {} for kind in Information}
    common = {field.name for field in attrs.fields(Event)}
    for each in (Event, *EVENTS, Profile):
        for field in attrs.fields(each):
            if each in {Event, Profile} or field.name not in common:
                found[information(field)].setdefault(each, []).append(field.name)
    return found
