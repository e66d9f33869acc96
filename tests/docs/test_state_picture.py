import re
from xml.etree import ElementTree as ET

import pytest
from state_picture import LAYOUTS, LINE, WIDTH, box_lines, changes, picture

from socialkapitel import events, translate
from socialkapitel.cases import ABSENCES, STAGES, Absence, Stage, Transition, When
from socialkapitel.i18n import LANGUAGES

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = [(layout, language) for layout in LAYOUTS.values() for language in LANGUAGES]
NAMES = [f"{layout.name}-{language}" for layout, language in DRAWN]


def told(layout, language):
    root = ET.fromstring(picture(layout, language))
    return [text.text for text in root.iter(f"{SVG}text")]


def test_what_is_drawn_is_what_cases_follow():
    assert {layout.name: layout.table for layout in LAYOUTS.values()} == {
        "stage": STAGES,
        "absence": ABSENCES,
    }


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
class TestLayout:
    def test_every_state_has_a_place(self, layout):
        [kind] = {type(state) for state in layout.boxes}
        assert kind in {Stage, Absence}
        assert list(layout.boxes) == list(kind)

    def test_every_change_has_a_line_and_no_line_is_left_over(self, layout):
        assert set(layout.routes) == set(changes(layout.table))

    def test_lines_run_from_state_to_state(self, layout):
        for (source, target), route in layout.routes.items():
            assert touches(layout.boxes[target], route.points[-1])
            assert source is None or touches(layout.boxes[source], route.points[0])

    def test_lines_have_right_angles(self, layout):
        for route in layout.routes.values():
            steps = zip(route.points, route.points[1:], strict=False)
            assert all((x == to_x) != (y == to_y) for (x, y), (to_x, to_y) in steps)

    def test_a_new_transition_is_not_left_out_in_silence(self, layout):
        first, *_, last = layout.boxes
        lost = Transition(last, events.ConcernRaised, first)
        routes = {leads: route for leads, route in layout.routes.items() if leads != (last, first)}
        with pytest.raises(KeyError):
            picture(layout._replace(table=(*layout.table, lost), routes=routes), "en")


@pytest.mark.parametrize(("layout", "language"), DRAWN, ids=NAMES)
class TestPicture:
    def test_every_change_tells_its_event_and_its_condition(self, layout, language):
        words = [
            translate(label, language)
            for one in layout.table
            if one.source is not one.target
            for label in (one.event.label, *([] if one.when is When.ALWAYS else [one.when.label]))
        ]
        boxed = [line for state in layout.boxes for line in lines(layout, state, language)]
        assert sorted(told(layout, language)) == sorted([*words, *boxed])

    def test_what_a_state_tells_fits_into_its_box(self, layout, language):
        for state, box in layout.boxes.items():
            said = lines(layout, state, language)
            assert 20 + LINE * (len(said) - 1) + 8 <= box.height
            assert max(map(len, said)) * 6.2 + 24 <= box.width

    def test_nothing_lies_outside(self, layout, language):
        text = picture(layout, language)
        root = ET.fromstring(text)
        assert root.get("viewBox") == f"0 0 {WIDTH} {layout.height}"
        for box in layout.boxes.values():
            assert 0 <= box.x <= WIDTH - box.width
            assert 0 <= box.y <= layout.height - box.height

    def test_nothing_is_told_by_colour(self, layout, language):
        assert len(set(re.findall("#[0-9a-f]{6}", picture(layout, language)))) == 1


def lines(layout, state, language):
    return box_lines(layout.table, state, language)


def touches(box, point):
    x, y = point
    upright = x in {box.x, box.x + box.width} and box.y <= y <= box.y + box.height
    level = y in {box.y, box.y + box.height} and box.x <= x <= box.x + box.width
    return upright or level


def test_a_box_tells_what_leaves_its_state_as_it_is():
    assert box_lines(STAGES, Stage.NOTICE, "en") == [
        "under notice",
        "↺ a scheme began",
        "↺ a scheme was adjusted",
        "↺ a scheme ended",
        "↺ 33 other kinds of events",
    ]
    assert box_lines(STAGES, Stage.CLOSED, "da") == ["afsluttet", "↺ en hændelse blev rettet"]
    assert box_lines(ABSENCES, Absence.FULL, "en") == ["on full sick leave"]
