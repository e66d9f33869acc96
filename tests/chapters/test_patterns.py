"""What an event must be to show something."""

from datetime import date

import attrs
import pytest
from case_examples import event
from chapters.courses import cases, fitting
from hypothesis import given
from hypothesis import strategies as st

import socialkapitel as sk
from socialkapitel.cases import events
from socialkapitel.cases.events import EVENTS
from socialkapitel.chapters import EventPattern, FieldPattern, criteria, duties
from socialkapitel.chapters.criteria import OCCASIONS
from socialkapitel.chapters.patterns import ASKABLE, SEVERAL, Window, in_days, shortfall
from socialkapitel.chapters.patterns import fitting as found

DAY = date(2008, 10, 1)
PATTERNS = list(
    dict.fromkeys(
        pattern
        for group in (
            *(one.proven_by + one.broken_by for one in criteria()),
            *(one.criterion.proven_by for one in duties() if one.criterion),
            *OCCASIONS.values(),
        )
        for pattern in group
    )
)
patterns = st.sampled_from(PATTERNS)


@pytest.mark.parametrize(
    "pattern", [pytest.param(p, id=f"{n}-{p.kind}") for n, p in enumerate(PATTERNS)]
)
def test_an_event_that_is_made_to_fit_fits(pattern):
    one = fitting(pattern, DAY)
    assert pattern.fits(one)
    assert [one] == found([pattern], [one])
    assert sk.translate(pattern.in_words, "da") != sk.translate(pattern.in_words, "en")


@given(cases(), st.lists(patterns, min_size=1, max_size=3), st.booleans())
def test_law_what_falls_short_is_not_there(one, asked, dated):
    window = Window(first=one.events[-1].on, last=one.events[-1].on) if dated else Window()
    if not found(asked, one.events, window):
        lack = shortfall(asked, one.events, window)
        assert lack.names
        kinds = {each.kind for each in one.events}
        for name in lack.names:
            _, kind, *rest = name.split(".")
            assert bool(rest) == (kind in kinds)
        assert all(pattern.in_words in lack.would_fulfil for pattern in asked)


@given(cases(), patterns)
def test_law_fitting_is_asked_of_kind_and_fields_alone(one, pattern):
    for each in one.events:
        words = {
            asked.field: _words(getattr(each, asked.field))
            for asked in pattern.fields
            if hasattr(each, asked.field)
        }
        expected = each.kind == pattern.kind and all(
            words[asked.field]
            if not asked.groups
            else all(words[asked.field] & set(group) for group in asked.groups)
            for asked in pattern.fields
        )
        assert bool(expected) == pattern.fits(each)


def _words(value):
    if isinstance(value, tuple):
        return set(value)
    if value in (True, False):
        return {"yes" if value else "no"}
    return {str(getattr(value, "value", value))} - {"None"}


def test_nothing_that_is_sealed_can_be_asked():
    for kind in EVENTS:
        one = attrs.fields(kind)
        sealed = [field.name for field in one if field.metadata["information"].value in PRIVATE]
        assert not set(sealed) & set(ASKABLE)


def test_what_holds_several_values_is_known():
    several = {
        field.name
        for kind in EVENTS
        for field in attrs.fields(kind)
        if field.name in ASKABLE and "tuple" in str(field.type)
    }
    assert several == set(SEVERAL)


def test_a_case_ends_with_an_afslutning_not_an_udfald():
    pattern = FieldPattern("outcome", (("kept-special",),))

    assert ("how the case ended", "sagens afslutning") == (pattern.label.en, pattern.label.da)


PRIVATE = {"identity", "notes", "grounds", "health"}


@pytest.mark.parametrize(
    ("make", "nearest"),
    [
        (lambda: EventPattern("round-table"), "round-table-held"),
        (lambda: EventPattern("conversation-held", (FieldPattern("scheme"),)), "role"),
        (lambda: FieldPattern("participant"), "participants"),
        (lambda: FieldPattern("health"), "authority"),
        (lambda: FieldPattern("participants", (("unions",),)), "union"),
        (lambda: FieldPattern("scheme", (("flex",),)), "flexjob"),
        (lambda: FieldPattern("state", (("tryed",),)), "tried"),
        (lambda: FieldPattern("granted", (("yess",),)), "yes"),
        (lambda: FieldPattern("weekly_hours", (("20",),)), None),
    ],
    ids=["kind", "not-of-kind", "field", "sealed", "actor", "scheme", "choice", "flag", "number"],
)
def test_what_nothing_can_be_is_refused_with_the_nearest(make, nearest):
    with pytest.raises(sk.UnknownName) as caught:
        make()
    assert nearest is None or nearest in caught.value.nearest


def test_what_is_lacking_is_said_in_words():
    asked = FieldPattern("participants", (("employee",), ("union", "union-representative")))
    pattern = EventPattern("round-table-held", (asked,))
    alone = event(events.RoundTableHeld, DAY, participants=("employee", "hr"))
    lack = shortfall([pattern], [alone], Window(first=date(2008, 10, 2)))
    assert (
        "events.round-table-held.participants.union",
        "events.round-table-held.participants.union-representative",
        "events.round-table-held.on",
    ) == lack.names
    assert (
        "en rundbordssamtale blev holdt den 1. oktober 2008, men uden forhandlingsberettiget"
        " faglig organisation eller tillidsrepræsentant og før den 2. oktober 2008"
        == sk.translate(lack.because, "da")
    )
    late = shortfall(
        [EventPattern("follow-up-held")],
        [event(events.FollowUpHeld, DAY)],
        Window(last=date(2008, 9, 1)),
    )
    assert "a follow-up was held on 2008-10-01, but after 2008-09-01" == str(late.because)


def test_a_long_list_of_values_is_not_told():
    schemes = ("adjustment", "aids", "mentor", "relocation", "flexjob")
    pattern = EventPattern("follow-up-held", (FieldPattern("scheme", (schemes,)),))
    one = event(events.FollowUpHeld, DAY, scheme="special-terms")
    assert "with another scheme" in str(shortfall([pattern], [one]).because)
    few = EventPattern("follow-up-held", (FieldPattern("scheme", (schemes[:2],)),))
    assert "scheme is not adjustment of" in str(shortfall([few], [one]).because)


@pytest.mark.parametrize(("number", "words"), [(0, "0 dage"), (1, "1 dag"), (2, "2 dage")])
def test_a_number_of_days_in_words(number, words):
    assert words == sk.translate(in_days(number), "da")


def test_an_office_is_found_by_its_earlier_name_too():
    asked = EventPattern(
        "representative-involved", (FieldPattern("representative", (("safety-representative",),)),)
    )
    later = event(
        events.RepresentativeInvolved,
        "2012-03-01",
        representative="working-environment-representative",
    )
    assert asked.fits(later)
    met = event(
        events.RoundTableHeld, "2012-03-01", participants=("employee", "working-environment-group")
    )
    pattern = FieldPattern("participants", (("employee",), ("safety-group",)))
    assert EventPattern("round-table-held", (pattern,)).fits(met)
    assert not asked.fits(attrs.evolve(later, representative="union"))
