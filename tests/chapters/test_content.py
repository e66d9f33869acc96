"""What a chapter says, takes over, and when it holds."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import InvalidInput, Label, NotInForce, Source, UnknownName, WrongType
from socialkapitel.chapters import CHAPTERS, Item, KnownDay, Topic, chapter

days = st.dates(date(1990, 1, 1), date(2030, 12, 31))
chapters = st.sampled_from(list(CHAPTERS)).map(chapter)


def test_a_chapter_takes_over_what_it_does_not_say_itself():
    later, earlier = chapter("herlev-2006"), chapter("herlev-2005")
    act = "foundations/sickness-benefit-act"
    assert "herlev-2006" == later.item(act).chapter
    assert "herlev-2005" == earlier.item(act).chapter
    assert later.item(act).label != earlier.item(act).label
    assert earlier.item("duties/flexjob") is later.item("duties/flexjob")
    assert "rammeaftale-2003" == later.item("purposes/unemployed").chapter
    assert ("herlev-2005", "rammeaftale-2003", "rammeaftale-1999", None) == (
        later.inherits,
        later.parent.inherits,
        later.parent.parent.inherits,
        later.parent.parent.parent.inherits,
    )


@given(chapters)
def test_law_nothing_is_lost_or_doubled_by_taking_over(one):
    paths = [item.path for item in one.items]
    assert len(paths) == len(set(paths))
    above = set() if one.parent is None else {item.path for item in one.parent.items}
    assert set(paths) == {item.path for item in one.own_items} | above


@given(chapters)
def test_law_every_item_is_found_under_its_topic_and_address(one):
    assert sorted(item.path for item in one.items) == sorted(
        item.path for topic in Topic for item in one.about(topic)
    )
    assert list(one.items) == [one.item(item.path) for item in one.items]


def test_an_unknown_address_is_refused_with_the_nearest():
    for path in ("purposes/preventing", None, ["x"]):
        with pytest.raises(UnknownName) as caught:
            chapter("rammeaftale-2003").item(path)
        assert set(caught.value.nearest) <= {
            item.path for item in chapter("rammeaftale-2003").items
        }


def test_schemes_and_duties_are_ids():
    region = chapter("region-midtjylland-2008")
    assert {"special-terms", "flexjob", "work-placement"} <= set(region.schemes)
    assert "mentor" not in region.schemes
    assert "midtjylland.intervene" in region.duties
    assert "framework.yearly-discussion" in region.duties
    assert len(region.duties) == len(set(region.duties))


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("herlev-2005", date(2005, 5, 17), False),
        ("herlev-2005", date(2005, 5, 18), True),
        ("herlev-2005", date(2006, 11, 30), True),
        ("herlev-2005", date(2006, 12, 1), None),
        ("herlev-2005", date(2006, 12, 30), None),
        ("herlev-2005", date(2006, 12, 31), False),
        ("herlev-2006", date(2006, 11, 30), False),
        ("herlev-2006", date(2006, 12, 30), None),
        ("herlev-2006", date(2006, 12, 31), True),
        ("herlev-2006", date(2026, 1, 1), True),
        ("region-midtjylland-2008", date(2008, 7, 31), False),
        ("region-midtjylland-2008", date(2008, 8, 1), None),
        ("region-midtjylland-2008", date(2008, 9, 30), True),
        ("rammeaftale-1999", date(2003, 6, 30), True),
        ("rammeaftale-1999", date(2003, 7, 1), False),
        ("rammeaftale-2003", date(2003, 6, 30), False),
        ("rammeaftale-2003", date(2003, 7, 1), True),
        ("viborg-2003", date(2003, 7, 1), None),
        ("viborg-2003", date(2006, 12, 31), True),
        ("viborg-2003", date(2007, 1, 1), False),
    ],
)
def test_in_force(name, day, expected):
    assert expected is chapter(name).in_force(day)


@given(chapters, days)
def test_law_a_chapter_is_checked_as_it_is_in_force(one, day):
    if one.in_force(day):
        one.check(day)
        return
    with pytest.raises(NotInForce) as caught:
        one.check(day)
    assert (one.id, day) == (caught.value.name, caught.value.asked)
    assert one.in_force(caught.value.first)
    assert caught.value.last is None or one.in_force(caught.value.last)


@given(days, days, days, days, days)
def test_law_in_force_knows_where_the_dates_leave_no_doubt(a, b, c, d, day):
    a, b, c, d = sorted((a, b, c, d))
    one = attrs.evolve(chapter("vejle-1999"), valid_from=KnownDay(a, b), valid_to=KnownDay(c, d))
    possible = {start <= day <= end for start in (a, b) for end in (c, d)}
    assert (possible.pop() if len(possible) == 1 else None) is one.in_force(day)


@pytest.mark.parametrize(
    ("day", "error"),
    [(20050601, WrongType), (None, WrongType), (date(1200, 1, 1), InvalidInput)],
)
def test_what_is_no_day_is_refused(day, error):
    with pytest.raises(error):
        chapter("herlev-2005").in_force(day)


def test_editions_follow_each_other_without_a_gap():
    for earlier, later in (
        ("herlev-2005", "herlev-2006"),
        ("rammeaftale-1999", "rammeaftale-2003"),
    ):
        end, start = chapter(earlier).valid_to, chapter(later).valid_from
        assert end.earliest + timedelta(days=1) == start.earliest
        assert end.latest + timedelta(days=1) == start.latest


def test_a_chapter_never_changes():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        chapter("herlev-2005").organisation = "another"
    assert "Herlev Kommune" in repr(chapter("herlev-2005"))
    assert "own_items" not in repr(chapter("herlev-2005"))


def test_an_item_has_an_address():
    item = Item(
        id="prevention",
        topic=Topic.PURPOSES,
        label=Label(en="Prevention", da="Forebyggelse"),
        chapter="one",
        source=Source("One, 1"),
    )
    assert "purposes/prevention" == item.path


def test_a_day_is_exact_or_between_two():
    assert KnownDay(date(2005, 5, 18), date(2005, 5, 18)) == KnownDay.exactly(date(2005, 5, 18))
    assert KnownDay.exactly(date(2005, 5, 18)).is_exact
    assert not KnownDay(date(1999, 1, 1), date(1999, 12, 31)).is_exact


@pytest.mark.parametrize(
    ("earliest", "latest", "error", "field"),
    [
        (date(2005, 5, 18), date(2005, 5, 17), InvalidInput, "latest"),
        ("1999", date(2005, 5, 17), InvalidInput, "earliest"),
        (date(1999, 1, 1), None, WrongType, "latest"),
    ],
)
def test_days_out_of_order_are_refused(earliest, latest, error, field):
    with pytest.raises(error) as caught:
        KnownDay(earliest, latest)
    assert field == caught.value.field


def test_duties_and_criteria_are_found_in_the_line_and_then_in_the_library():
    later, earlier = chapter("herlev-2006"), chapter("herlev-2005")
    assert later.duty("herlev.send-form") is earlier.duty("herlev.send-form")
    assert () == later.own_duties
    assert later.criterion("talked-with-early").after is not None
    assert "midtjylland.intervene" == later.duty("midtjylland.intervene").id
    assert "followed-up" == later.criterion("followed-up").id
    for find in (later.duty, later.criterion):
        with pytest.raises(UnknownName) as caught:
            find("herlev.send-forms")
        assert caught.value.nearest


def test_services_and_areas_are_taken_over():
    region = chapter("region-midtjylland-2008")
    child = attrs.evolve(region, parent=region, own_services=region.own_services[:1], own_areas=())
    assert region.services == child.services
    assert region.consultant_areas == child.consultant_areas
    said = attrs.evolve(region.own_services[0], label=Label(en="Own", da="Eget"))
    child = attrs.evolve(child, own_services=(said,))
    assert {one.id: one for one in child.services}[said.id] is said
    assert () == chapter("herlev-2006").services == chapter("herlev-2006").consultant_areas
