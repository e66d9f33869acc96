"""Draws the states of a case from its tables of transitions, as SVG in the page's colours.

Where a state is and how a line runs is laid out here; which lines there are, and what they say,
comes from the tables. A transition that no line is laid out for stops the build. Colour alone
shows nothing.
"""

from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import NamedTuple

from case_words import ABSENCE_TITLE, OTHERS, STAGE_TITLE

from socialkapitel import Label, translate
from socialkapitel.cases import ABSENCES, STAGES, Absence, Stage, Transition, When

WIDTH = 740
LINE = 16
BLUE = "#0072b2"
BEND = 10
"""How far from a corner a line begins to turn."""

Point = tuple[float, float]


class Box(NamedTuple):
    """Where a state is."""

    x: float
    y: float
    width: float
    height: float

    @property
    def most_lines(self) -> int:
        """How many lines fit in it."""
        return int((self.height - 12) // LINE)


class Route(NamedTuple):
    """How a line runs, and where its words begin: the base of their first line."""

    points: tuple[Point, ...]
    words: Point
    anchor: str = "start"


class Layout(NamedTuple):
    """How one table is drawn."""

    name: str
    title: Label
    table: tuple[Transition, ...]
    height: float
    boxes: dict[Stage | Absence, Box]
    routes: dict[tuple[Stage | Absence | None, Stage | Absence], Route]


STAGE_LAYOUT = Layout(
    name="stage",
    title=STAGE_TITLE,
    table=STAGES,
    height=500,
    boxes={
        Stage.CLARIFYING: Box(8, 52, 226, 66),
        Stage.ARRANGED: Box(490, 52, 242, 122),
        Stage.NOTICE: Box(250, 258, 240, 100),
        Stage.CLOSED: Box(250, 430, 240, 56),
    },
    routes={
        (None, Stage.CLARIFYING): Route(((120, 14), (120, 52)), (132, 30)),
        (Stage.CLARIFYING, Stage.ARRANGED): Route(((234, 74), (490, 74)), (362, 66), "middle"),
        (Stage.ARRANGED, Stage.CLARIFYING): Route(((490, 98), (234, 98)), (362, 116), "middle"),
        (Stage.CLARIFYING, Stage.NOTICE): Route(((160, 118), (160, 300), (250, 300)), (170, 216)),
        (Stage.ARRANGED, Stage.NOTICE): Route(
            ((580, 174), (580, 300), (490, 300)), (570, 216), "end"
        ),
        (Stage.CLARIFYING, Stage.CLOSED): Route(((50, 118), (50, 458), (250, 458)), (60, 400)),
        (Stage.ARRANGED, Stage.CLOSED): Route(
            ((690, 174), (690, 458), (490, 458)), (680, 400), "end"
        ),
        (Stage.NOTICE, Stage.CLOSED): Route(((370, 358), (370, 430)), (380, 400)),
    },
)
ABSENCE_LAYOUT = Layout(
    name="absence",
    title=ABSENCE_TITLE,
    table=ABSENCES,
    height=310,
    boxes={
        Absence.NONE: Box(8, 112, 206, 84),
        Absence.FULL: Box(500, 40, 232, 60),
        Absence.PARTIAL: Box(500, 208, 232, 60),
    },
    routes={
        (None, Absence.NONE): Route(((60, 62), (60, 112)), (72, 86)),
        (Absence.NONE, Absence.FULL): Route(
            ((214, 128), (270, 128), (270, 56), (500, 56)), (280, 32)
        ),
        (Absence.FULL, Absence.NONE): Route(
            ((500, 84), (300, 84), (300, 146), (214, 146)), (312, 102)
        ),
        (Absence.PARTIAL, Absence.NONE): Route(
            ((500, 224), (300, 224), (300, 164), (214, 164)), (312, 216)
        ),
        (Absence.NONE, Absence.PARTIAL): Route(
            ((214, 182), (270, 182), (270, 252), (500, 252)), (280, 270)
        ),
        (Absence.FULL, Absence.PARTIAL): Route(((616, 100), (616, 208)), (606, 158), "end"),
    },
)
LAYOUTS = {layout.name: layout for layout in (STAGE_LAYOUT, ABSENCE_LAYOUT)}


def picture(layout: Layout, language: str) -> str:
    """The picture as an SVG element."""
    head = f"arrow-{layout.name}"
    start, *_ = layout.routes[None, next(iter(layout.boxes))].points
    title = escape(translate(layout.title, language))
    parts = [
        *(line(layout, leads, language, head) for leads in changes(layout.table)),
        *(box(layout, state, language) for state in layout.boxes),
    ]
    return (
        f'<svg viewBox="0 0 {WIDTH} {layout.height}" xmlns="http://www.w3.org/2000/svg" '
        f'role="img" font-family="inherit" font-size="12.5" fill="currentColor">'
        f'<title>{title}</title><defs><marker id="{head}" viewBox="0 0 10 10" refX="9" refY="5" '
        f'markerWidth="9" markerHeight="9" orient="auto"><path d="M0 0 10 5 0 10z"/></marker>'
        f'</defs><circle cx="{start[0]}" cy="{start[1]}" r="6"/>{"".join(parts)}</svg>'
    )


def changes(table: tuple[Transition, ...]) -> dict[tuple, list[Transition]]:
    """The transitions that lead to another state, by the states that they lead from and to."""
    found: dict[tuple, list[Transition]] = {}
    for one in table:
        if one.source is not one.target:
            found.setdefault((one.source, one.target), []).append(one)
    return found


def line(layout: Layout, leads: tuple, language: str, head: str) -> str:
    """The line from one state to another, with what brings it about."""
    route = layout.routes[leads]
    x, y = route.words
    lines = []
    for one in changes(layout.table)[leads]:
        lines.append((translate(one.event.label, language), ""))
        if one.when is not When.ALWAYS:
            lines.append((translate(one.when.label, language), "quiet"))
    words = [
        text(x, y + LINE * place, told, name, route.anchor)
        for place, (told, name) in enumerate(lines)
    ]
    return (
        f'<path d="{path(route.points)}" fill="none" stroke="currentColor" stroke-width="1.5" '
        f'marker-end="url(#{head})"/>{"".join(words)}'
    )


def path(points: tuple[Point, ...]) -> str:
    """A line through points, round at its corners."""
    parts = ["M{} {}".format(*points[0])]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = near(corner, before), near(corner, after)
        parts.append(f"L{enter[0]} {enter[1]}Q{corner[0]} {corner[1]} {leave[0]} {leave[1]}")
    return "".join([*parts, "L{} {}".format(*points[-1])])


def near(corner: Point, other: Point) -> Point:
    """The point a bend's length away from a corner, towards another point in line with it."""
    return tuple(at + max(-BEND, min(BEND, to - at)) for at, to in zip(corner, other, strict=True))


def box(layout: Layout, state: Stage | Absence, language: str) -> str:
    """A state: its name, and what leaves it as it is."""
    place = layout.boxes[state]
    lines = box_lines(layout.table, state, language)
    x, y = place.x + 12, place.y + 20
    said = [
        text(x, y + LINE * number, told, "" if number else "bold")
        for number, told in enumerate(lines)
    ]
    return (
        f'<rect x="{place.x}" y="{place.y}" width="{place.width}" height="{place.height}" rx="8" '
        f'class="box" stroke="{BLUE}" stroke-width="1.5"/>{"".join(said)}'
    )


def box_lines(table: tuple[Transition, ...], state: Stage | Absence, language: str) -> list[str]:
    """The text of a state's box, line by line."""
    lines = [translate(state.label, language)]
    everywhere = harmless(table) if state in set(open_in(table)) else set()
    for one in table:
        if one.source is one.target is state and one.event not in everywhere:
            lines += wrap(f"↺ {loop(one, language)}", 36, subsequent_indent="\u2003 ")
    if everywhere:
        others = translate(OTHERS, language).format(number=len(everywhere))
        lines.append(f"↺ {others}")
    return lines


def loop(one: Transition, language: str) -> str:
    """What leaves a state as it is, with its conditions."""
    event = translate(one.event.label, language)
    return event if one.when is When.ALWAYS else f"{event}: {translate(one.when.label, language)}"


def harmless(table: tuple[Transition, ...]) -> set[type]:
    """The kinds of events that are legal in every state that leads on, and leave it."""
    return set.intersection(*(unchanging(table, state) for state in dict.fromkeys(open_in(table))))


def open_in(table: tuple[Transition, ...]) -> Iterator[Stage | Absence]:
    """The states that something leads out of."""
    return (one.source for one in table if one.source not in {None, one.target})


def unchanging(table: tuple[Transition, ...], state: Stage | Absence) -> set[type]:
    """The kinds of events that leave a state as it is, whatever else holds."""
    return {
        one.event for one in table if one.source is one.target is state and one.when is When.ALWAYS
    }


def text(x: float, y: float, words: str, name: str = "", anchor: str = "start") -> str:
    style = f' class="{name}"' if name else ""
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}"{style}>{escape(words)}</text>'
