"""Directives that write who takes part, who owes what, and who helps, in the page's language.

``{actors} KIND`` shows the actors of a kind with their duties, ``{consultants}`` the consultants'
areas and services, ``{principles} CHAPTER...`` what chapters can be held to.
"""

from checks import note_shown
from docutils import nodes
from pieces import (
    cell,
    code_name,
    commas,
    line,
    link,
    listing,
    note_target,
    place_of,
    section,
    source_lines,
    span,
    table,
)
from questions import question
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import EVENTS, HEADS, SETTINGS, TOGETHER, TOPICS

from socialkapitel import ACTORS, Actor, Chapter, Criterion, Duty, chapter, duties, translate
from socialkapitel.actors import ActorKind, actor
from socialkapitel.chapters import EventPattern, Principle, Setting, services
from socialkapitel.chapters.catalogue import library
from socialkapitel.chapters.content import PRINCIPLES


def heads(language: str, *names: str) -> list[str]:
    return [translate(HEADS[name], language) for name in names]


def actor_link(actor_id: str, language: str, page: str) -> nodes.Node:
    return link(f"actor:{actor_id}", translate(actor(actor_id).label, language), page)


class Actors(SphinxDirective):
    """The actors of a kind, each with its duties."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.language, self.page = self.config.language, self.env.docname
        kind = ActorKind(self.arguments[0])
        found = [one for one in ACTORS if one.kind is kind]
        note_shown(self.env, "actors", [one.id for one in found])
        return [self.section(one) for one in found]

    def section(self, one: Actor) -> nodes.section:
        days = span(one, self.language)
        about = [cell(translate(one.description, self.language))]
        if days:
            about.append(cell(days, "note"))
        about.append(cell("; ".join(map(str, one.sources)), "note"))
        owed = duties(one.id)
        made = section(
            self,
            f"actor:{one.id}",
            translate(one.label, self.language),
            code_name(one.id),
            *about,
        )
        if owed:
            rows = [self.row(duty, one) for duty in owed]
            names = heads(self.language, "kind", "when", "duty", "source")
            made += table(names, rows, widths=[12, 22, 40, 26], classes=["figures"])
        return made

    def row(self, duty: Duty, one: Actor) -> list:
        text = cell(translate(duty.text, self.language))
        if duty.actors[0] == one.id:  # a shared duty is linked to where it is shown first
            name = f"duty:{duty.id}"
            text["ids"].append(nodes.make_id(name))
            note_target(self, name, text["ids"][0], translate(duty.text, self.language))
            note_shown(self.env, "duties", [duty.id])
        said: list[nodes.Node] = [text]
        others = [
            actor_link(name, self.language, self.page) for name in duty.actors if name != one.id
        ]
        if others:
            together = translate(TOGETHER, self.language)
            said.append(line(together, *commas(others), name="note"))
        said.append(code_name(duty.id))
        return [
            translate(duty.kind.label, self.language),
            translate(duty.trigger.label, self.language),
            said,
            source_lines(duty.source, self.language),
        ]


class Consultants(SphinxDirective):
    """The consultants' areas by municipality, and what they offer."""

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        areas = []
        offered = [area for one in library() for area in one.own_areas]
        for area in offered:
            names = [nodes.inline(text=name) for name in area.municipalities]
            for node in names:
                self.aim(node, f"area:{node.astext()}")
            areas.append([code_name(area.id), line(*commas(names))])
        rows = []
        for setting in Setting:
            fitting = [one for one in services() if one.setting is setting]
            entries = [cell(translate(one.label, language)) for one in fitting]
            for node, one in zip(entries, fitting, strict=True):
                self.aim(node, f"service:{one.id}")
            listed = listing([[entry] for entry in entries], "tight")
            rows.append([translate(SETTINGS[setting], language), listed])
        source = offered[0].source
        return [
            table(
                heads(language, "area", "municipalities"),
                areas,
                widths=[20, 80],
                classes=["figures"],
            ),
            table(heads(language, "when", "service"), rows, widths=[20, 80], classes=["figures"]),
            cell(str(source), "note"),
        ]

    def aim(self, node: nodes.Element, name: str) -> None:
        node["ids"].append(nodes.make_id(name))
        note_target(self, name, node["ids"][0], node.astext())


class Principles(SphinxDirective):
    """What the named chapters can be held to, each principle with its criteria."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        self.language, self.page = self.config.language, self.env.docname
        return [self.chapter(chapter(name)) for name in self.arguments[0].split()]

    def chapter(self, one: Chapter) -> nodes.section:
        own = [item for item in one.own_items if isinstance(item, Principle)]
        topics = []
        for topic in sorted(PRINCIPLES, key=list(TOPICS).index):
            fitting = [item for item in own if item.topic is topic]
            if fitting:
                title = translate(TOPICS[topic], self.language)
                name = f"principles:{one.id}@{topic.value}"
                found = [node for item in fitting for node in self.principle(item, one)]
                topics.append(section(self, name, title, *found))
        title = translate(one.label, self.language)
        return section(self, f"principles:{one.id}", title, *topics)

    def principle(self, item: Principle, one: Chapter) -> list[nodes.Node]:
        title = translate(item.label, self.language)
        rows = [self.criterion(each) for each in item.criteria]
        names = heads(self.language, "criterion", "proven_by", "unresolved")
        said = link(f"chapter:{one.id}/{item.path}", title, self.page)
        return [
            line(said, name="principle"),
            cell(place_of(item.source, one.source, self.language), "note"),
            table(names, rows, widths=[34, 36, 30], classes=["figures"]),
        ]

    def criterion(self, each: Criterion) -> list:
        proof = question(each.holds, self.language, self.page) if each.holds else []
        proof += [self.event(event) for event in each.proven_by]
        for event in each.broken_by:
            broken = translate(HEADS["broken_by"], self.language)
            proof.append(line(f"{broken}: {translate(event.in_words, self.language)}"))
        return [
            [
                cell(translate(each.label, self.language)),
                code_name(each.id),
            ],
            proof,
            translate(each.unresolved, self.language) if each.unresolved else "–",
        ]

    def event(self, event: EventPattern) -> nodes.paragraph:
        said = translate(event.in_words, self.language)
        return line(translate(EVENTS, self.language).format(event=said))


def setup(app: Sphinx) -> None:
    app.add_directive("actors", Actors)
    app.add_directive("consultants", Consultants)
    app.add_directive("principles", Principles)
