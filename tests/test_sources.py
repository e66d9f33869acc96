"""How rules are cited over time, and on which days they answer."""

from datetime import UTC, date, datetime
from functools import partial

import attrs
import pytest

from socialkapitel import Evidence, InvalidInput, Label, NotInForce, Rule, Source, WrongType
from socialkapitel.messages import msg
from socialkapitel.sources import FormerCitation, Publication

LAW = Source(
    "LAB § 133",
    read_in="elov.dk",
    former=(
        FormerCitation(date(2003, 6, 30), "aktivloven"),
        FormerCitation(date(2019, 12, 31), "LAB § 71"),
    ),
)
PAGE = Publication("a page", date(2015, 1, 1), date(2015, 12, 31))
RULE = Rule("flexjob.grant", msg("Refund"), LAW, date(1998, 1, 1), date(2012, 12, 31))
OPEN = Rule("flexjob.refund", msg("Refund"), LAW, date(1998, 1, 1))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1998, 1, 1), "aktivloven"),
        (date(2003, 6, 30), "aktivloven"),
        (date(2003, 7, 1), "LAB § 71"),
        (date(2019, 12, 31), "LAB § 71"),
        (date(2020, 1, 1), "LAB § 133"),
        (date(2199, 1, 1), "LAB § 133"),
    ],
    ids=str,
)
def test_a_law_is_cited_as_it_was(day, expected):
    assert expected == LAW.cite(day)
    assert Source(expected, "elov.dk") == LAW.on(day)


def test_a_law_that_never_moved_is_itself():
    law = Source("LAB § 133")
    assert law == law.on(date(1998, 1, 1))
    assert "LAB § 133" == law.cite(date(1998, 1, 1))


def test_a_source_names_its_publication():
    assert ("LAB § 133 (elov.dk)", "LAB § 133") == (str(LAW), str(Source("LAB § 133")))


@pytest.mark.parametrize(
    ("source", "danish", "english"),
    [
        (Source("odense.dk", practice=True), "praksis: odense.dk", "practice: odense.dk"),
        (
            Source("LAB § 68", "kk.dk", practice=True),
            "praksis: LAB § 68 (kk.dk)",
            "practice: LAB § 68 (kk.dk)",
        ),
        (LAW, "LAB § 133 (elov.dk)", "LAB § 133 (elov.dk)"),
    ],
)
def test_practice_is_called_practice(source, danish, english):
    assert Label(en=english, da=danish) == source.text
    assert english == str(source)


def test_practice_is_practice_on_every_day():
    practice = attrs.evolve(LAW, practice=True)
    for day in (date(1998, 1, 1), date(2006, 1, 1), date(2020, 1, 1)):
        assert practice.on(day).practice
        assert not LAW.on(day).practice
    assert practice != LAW


def test_sources_are_equal_by_what_they_say():
    same = Source("LAB § 133", "elov.dk", LAW.former)
    assert LAW == same
    assert hash(LAW) == hash(same)
    assert LAW != Source("LAB § 133", "elov.dk")


@pytest.mark.parametrize(
    "ask",
    [LAW.cite, LAW.on, Source("a law").on, RULE.check, OPEN.check],
    ids=["cite", "on", "on without history", "check", "check without end"],
)
def test_only_dates_are_asked(ask):
    for value in (None, b"2018-01-01", datetime(2018, 1, 1, tzinfo=UTC)):
        with pytest.raises(WrongType, match="without time of day"):
            ask(value)


@pytest.mark.parametrize(
    ("make", "error", "text"),
    [
        (partial(Source, ""), InvalidInput, "citation: '' is not accepted"),
        (partial(Source, " "), InvalidInput, "give a text that says where to look"),
        (partial(Source, None), WrongType, "citation: None is not accepted; give a text"),
        (partial(Source, "a law", None), WrongType, "read_in: None"),
        (partial(Source, "a law", former=[]), WrongType, r"former: \[\] is not accepted"),
        (partial(Source, "a law", former=("b",)), WrongType, "FormerCitation"),
        (partial(Source, "a law", former=LAW.former[::-1]), InvalidInput, "oldest first"),
        (partial(Source, "a law", former=LAW.former[:1] * 2), InvalidInput, "oldest first"),
        (partial(Source, "a law", practice=1), WrongType, "practice: 1 is not accepted"),
        (partial(Source, "a law", publications=[]), WrongType, r"publications: \[\]"),
        (partial(Source, "a law", publications=("b",)), WrongType, "(Publication)"),
        (
            partial(Source, "a law", "another", publications=(PAGE,)),
            InvalidInput,
            r"read_in: \(not shown\) is not accepted; give the names of the publications",
        ),
        (partial(Publication, " "), InvalidInput, "name: ' '"),
        (partial(Publication, None), WrongType, "name: None"),
        (partial(Publication, "a page", "2015"), InvalidInput, "valid_from: '2015'"),
        (partial(Publication, "a page", valid_to="2015"), InvalidInput, "valid_to: '2015'"),
        (
            partial(Publication, "a page", date(2015, 1, 2), date(2015, 1, 1)),
            InvalidInput,
            "valid_to: .* a day on or after the first day",
        ),
        (partial(Publication, "a page", None, date(2015, 1, 1)), InvalidInput, "valid_to: "),
        (partial(FormerCitation, "2018", "a law"), InvalidInput, "until: '2018'"),
        (partial(FormerCitation, date(2018, 1, 1), ""), InvalidInput, "citation: ''"),
    ],
)
def test_a_source_says_something(make, error, text):
    with pytest.raises(error, match=text) as caught:
        make()
    assert error is type(caught.value)


@pytest.mark.parametrize("day", [date(1998, 1, 1), date(2006, 1, 1), date(2012, 12, 31)], ids=str)
def test_a_rule_answers_from_its_first_through_its_last_day(day):
    assert RULE.check(day) is None
    assert OPEN.check(day) is None


@pytest.mark.parametrize("day", [date(1997, 12, 31), date(2013, 1, 1)], ids=str)
def test_a_rule_refuses_other_days(day):
    with pytest.raises(NotInForce) as caught:
        RULE.check(day, msg("use another"))
    expected = (
        f"flexjob.grant is not known on {day}: it is known from 1998-01-01 through 2012-12-31;"
        " use another"
    )
    assert expected == str(caught.value)


def test_a_rule_without_an_end_holds_on():
    assert OPEN.check(date(2199, 12, 31)) is None
    with pytest.raises(NotInForce, match=r"it applies from 1998-01-01$"):
        OPEN.check(date(1997, 12, 31))


@pytest.mark.parametrize(
    ("publication", "days"),
    [
        (Publication("a page", date(2015, 1, 1), date(2015, 12, 31)), [1, 2]),
        (Publication("a page of one day", date(2015, 1, 1), date(2015, 1, 1)), [1]),
        (Publication("an act in force", date(2015, 1, 1)), [1, 2, 3, 4]),
        (Publication("a page without a date"), []),
    ],
    ids=lambda given: getattr(given, "name", ""),
)
def test_a_publication_speaks_for_its_time_only(publication, days):
    asked = [date(2014, 12, 31), date(2015, 1, 1), date(2015, 12, 31), date(2016, 1, 1), None]
    assert days == [place for place, day in enumerate(asked) if publication.covers(day)]


def test_a_source_is_read_in_its_publications():
    source = Source("LAB § 133", former=LAW.former, publications=(PAGE, Publication("a letter")))
    assert "a page; a letter" == source.read_in
    assert str(source) == "LAB § 133 (a page; a letter)"
    told = source.on(date(2006, 1, 1))
    assert (source.read_in, source.publications, ()) == (
        told.read_in,
        told.publications,
        told.former,
    )
    assert source == Source(
        source.citation, source.read_in, LAW.former, publications=source.publications
    )


def test_the_kinds_of_evidence_are_stable():
    assert ["published", "derived", "chapter", "assumed"] == [kind.value for kind in Evidence]
