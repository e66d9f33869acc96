"""Directives that write how cases behave from the tables that they follow, in the page's language.

``{case-states} NAME`` draws the states of a case, ``{legal-events} NAME`` says which events are
legal in each. ``{deadline-rules}`` lists what can be due. ``{who-sees-what}`` and ``{rights}`` say
what each role is shown, ``{information}`` where each kind of it stands, ``{sealed-texts}`` who may
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
    NOT_POSSIBLE,
    REASON,
    SEEN,
    SET_BY_OTHERS,
    SINCE,
    STAYS,
    THROUGH,
    UNSEEN,
    WHERE,
)
from docutils import nodes
from parameter_pages import short_date
from pieces import code_link, commas, line, link, listing, say, source_lines
from sphinx.util.docutils import SphinxDirective
from state_picture import LAYOUTS, picture
from tables import cell, quiet, raw, table

from socialkapitel import PARAMETERS, Figure, actor, translate
from socialkapitel.cases import (
    DEADLINE_RULES,
    EVENTS,
    RIGHTS,
    DeadlineRule,
    Event,
    HealthNote,
    Identity,
    Information,
    PrivateText,
    Rights,
    Transition,
    When,
)
from socialkapitel.cases.events import Profile, ToldCause
from socialkapitel.cases.information import information
from socialkapitel.i18n import format_number
from socialkapitel.whatif.words import UNITS

SEALED = {
    "HealthNote": HealthNote,
    "events.ToldCause": ToldCause,
    "PrivateText": PrivateText,
    "Identity": Identity,
}
"""The sealed texts, each under its public name."""


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
    """What each kind of event does in each state; kinds that do the same stand in one row."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        layout = LAYOUTS[self.arguments[0]]
        states = [None, *layout.boxes]
        rows: dict[tuple[str, ...], list[type[Event]]] = {}
        for kind in named(layout.table):
            effects = tuple(self.effect(layout.table, state, kind) for state in states)
            rows.setdefault(effects, []).append(kind)
        heads = [
            *self.heads("event", "no_case"),
            *(self.say(state.label) for state in layout.boxes),
        ]
        made = [
            [listing([[self.event(kind)] for kind in kinds], "tight"), *effects]
            for effects, kinds in rows.items()
        ]
        widths = [36, *[64 // len(states)] * len(states)]
        return [table(heads, made, widths=widths, classes=["figures"])]

    def effect(self, transitions: Iterable[Transition], state, kind: type[Event]) -> str:
        """Where an event leads from a state, or that it is not possible there."""
        found = [one for one in transitions if (one.source, one.event) == (state, kind)]
        return "; ".join(map(self.target, found)) or self.say(NOT_POSSIBLE)

    def target(self, one: Transition) -> str:
        where = self.say(one.target.label)
        led = self.say(STAYS) if one.source is one.target else self.say(LEADS_TO)
        told = led.format(state=where)
        if one.when is When.ALWAYS:
            return told
        return self.say(WHERE).format(state=told, when=self.say(one.when.label))


def named(transitions: Iterable[Transition]) -> list[type[Event]]:
    """The kinds of events that a table names, in the order of a case's course."""
    kinds = {one.event for one in transitions}
    return [kind for kind in EVENTS if kind in kinds]


class DeadlineRules(CasePage):
    """Every rule by which something becomes due, with its figures and its law."""

    def run(self) -> list[nodes.Node]:
        heads = self.heads("due", "day", "figures", "law")
        rows = [self.row(rule) for rule in DEADLINE_RULES]
        return [table(heads, rows, widths=[26, 30, 26, 18], classes=["figures"])]

    def row(self, rule: DeadlineRule) -> list:
        name = quiet(nodes.paragraph("", "", nodes.literal(text=rule.id)))
        laws = {PARAMETERS[figure].source: None for figure in rule.figures}
        return [
            [cell(self.say(rule.label)), name],
            self.say(COUNTED[rule.id]),
            [node for figure in rule.figures for node in self.figure(figure)]
            or self.say(SET_BY_OTHERS),
            [node for law in laws for node in source_lines(law)] or "",
        ]

    def figure(self, name: str) -> list[nodes.Node]:
        parameter = PARAMETERS[name]
        to = link(name, self.say(parameter.label), self.env.docname)
        values = [cell(self.value(figure), "note") for figure in parameter.figures]
        return [line(to), *values]

    def value(self, figure: Figure) -> str:
        language = self.config.language
        days = {"day": short_date(figure.valid_from, language)}
        if figure.valid_to:
            days["last"] = short_date(figure.valid_to, language)
        return say(
            THROUGH if figure.valid_to else SINCE,
            language,
            value=format_number(figure.value, language),
            unit=self.say(UNITS[figure.unit]),
            **days,
        )


class WhoSeesWhat(CasePage):
    """Each role, and whether it is shown each kind of information."""

    def run(self) -> list[nodes.Node]:
        heads = [*self.heads("role"), *(self.say(KINDS[kind]) for kind in Information)]
        rows = [
            [self.role(each.role), *(self.say(answer(each, kind)) for kind in Information)]
            for each in RIGHTS
        ]
        widths = [28, *[9] * len(Information)]
        return [table(heads, rows, widths=widths, classes=["figures", "answers"])]


def answer(each: Rights, kind: Information):
    return SEEN if each.allows(kind) else UNSEEN


class RightsTable(CasePage):
    """Each role: when a case opens to it, what it is shown then, and why not more."""

    def run(self) -> list[nodes.Node]:
        heads = self.heads("role", "gate", "sees", "withheld")
        rows = [
            [
                self.role(each.role),
                self.say(each.gate.label),
                [cell(reason) for reason in self.reasons(each)] or "",
                self.say(each.withheld),
            ]
            for each in RIGHTS
        ]
        return [table(heads, rows, widths=[18, 18, 36, 28], classes=["figures"])]

    def reasons(self, each: Rights) -> list[str]:
        """What is shown for each reason."""
        kinds: dict[str, list[str]] = {}
        for kind, why in each.seen.items():
            kinds.setdefault(self.say(why), []).append(self.say(KINDS[kind]).lower())
        return [
            say(REASON, self.config.language, what=", ".join(what), why=why)
            for why, what in kinds.items()
        ]


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
        ]
        return [
            table(self.heads("information", "fields"), rows, widths=[36, 64], classes=["figures"])
        ]

    def fields(self, kind: type, names: list[str]) -> nodes.paragraph:
        """A class with those of its fields that are of one kind of information."""
        told = commas([nodes.literal(text=name) for name in names])
        if kind is Event:
            return line(self.say(EVERY_EVENT), *told)
        return line(code_link(f"events.{kind.__name__}", self.env.docname), ": ", *told)


def fields_by_kind() -> dict[Information, dict[type, list[str]]]:
    """The fields of events and of the profile, by their kind of information and their class."""
    found: dict[Information, dict[type, list[str]]] = {kind: {} for kind in Information}
    common = {field.name for field in attrs.fields(Event)}
    for each in (Event, *EVENTS, Profile):
        for field in attrs.fields(each):
            if each in {Event, Profile} or field.name not in common:
                found[information(field)].setdefault(each, []).append(field.name)
    return found


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
