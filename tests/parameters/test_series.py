"""A figure holds on its days; a parameter answers where a figure is known, and only there."""

from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial

import attrs
import pytest

from socialkapitel import (
    Evidence,
    Figure,
    InvalidInput,
    Label,
    NotInForce,
    Parameter,
    Source,
    Unit,
    WrongType,
)

SOURCE = Source("a law", "a page")


def figure(first, last=None, value="1"):
    return Figure(
        parameter="a.figure",
        value=Decimal(value),
        unit=Unit.DKK,
        valid_from=date.fromisoformat(first),
        valid_to=date.fromisoformat(last) if last else None,
        source=SOURCE,
        evidence=Evidence.PUBLISHED,
    )


def parameter(*figures):
    label = Label(en="A figure", da="En sats")
    return Parameter(
        name="a.figure", label=label, unit=Unit.DKK, source=SOURCE, figures=tuple(figures)
    )


OPEN = parameter(
    figure("2018-01-01", "2018-12-31", "1"),
    figure("2019-01-01", "2019-06-30", "2"),
    figure("2020-01-01", None, "3"),
)
CLOSED = parameter(figure("2018-01-01", "2018-12-31"), figure("2019-01-01", "2019-06-30"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2018, 1, 1), 1),
        (date(2018, 12, 31), 1),
        (date(2019, 1, 1), 2),
        (date(2019, 6, 30), 2),
        (date(2020, 1, 1), 3),
        (date(2199, 12, 31), 3),
    ],
    ids=str,
)
def test_the_figure_of_the_day(day, expected):
    assert expected == OPEN.on(day).value
    assert OPEN.covers(day)
    assert day in OPEN.on(day)


@pytest.mark.parametrize(
    ("asked", "known", "text"),
    [
        (OPEN, date(2017, 12, 31), "it applies from 2018-01-01"),
        (
            OPEN,
            date(2019, 7, 1),
            "it applies from 2018-01-01; with a gap after 2019-06-30, before 2020-01-01",
        ),
        (
            OPEN,
            date(2019, 12, 31),
            "it applies from 2018-01-01; with a gap after 2019-06-30, before 2020-01-01",
        ),
        (CLOSED, date(2017, 12, 31), "it is known from 2018-01-01 through 2019-06-30"),
        (
            CLOSED,
            date(2019, 7, 1),
            (
                "it is known from 2018-01-01 through 2019-06-30; enter the figures of 2019, or"
                " carry those of the year before forward"
            ),
        ),
        (
            CLOSED,
            date(2021, 7, 1),
            "it is known from 2018-01-01 through 2019-06-30; enter the figures of 2021",
        ),
    ],
)
def test_other_days_are_unknown(asked, known, text):
    assert not asked.covers(known)
    assert [] == [figure for figure in asked.figures if known in figure]
    with pytest.raises(NotInForce) as caught:
        asked.on(known)
    assert f"a.figure is not known on {known}: {text}" == str(caught.value)
    assert (known, asked.first_day, asked.last_day) == (
        caught.value.asked,
        caught.value.first,
        caught.value.last,
    )


def test_a_series_says_how_far_it_is_known():
    assert "Known from 2018-01-01 until it is changed." == str(OPEN.known)
    assert "through 2019-06-30; later days are not answered." in str(CLOSED.known)


@pytest.mark.parametrize(("value", "whole"), [("117", 11700), ("162.6", 16260), ("0.01", 1)])
def test_a_figure_is_reckoned_with_in_hundredths(value, whole):
    assert whole == figure("2018-01-01", value=value).hundredths


def test_hundredths_lose_no_decimals():
    fine = figure("2018-01-01", value="0.125")
    with pytest.raises(InvalidInput, match="at most two decimals"):
        _ = fine.hundredths


def test_the_first_and_the_last_day():
    assert (date(2018, 1, 1), None) == (OPEN.first_day, OPEN.last_day)
    assert (date(2018, 1, 1), date(2019, 6, 30)) == (CLOSED.first_day, CLOSED.last_day)


@pytest.mark.parametrize("value", [None, b"2018-01-01", datetime(2018, 1, 1, tzinfo=UTC)], ids=repr)
def test_only_dates_are_asked(value):
    for ask in (OPEN.on, OPEN.covers):
        with pytest.raises(WrongType, match="day: "):
            ask(value)


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (partial(figure, "2018-01-01", "2017-12-31"), "valid_to"),
        (partial(figure, "2018-01-01", value="NaN"), "value"),
        (partial(figure, "2018-01-01", value="-1"), "value"),
        (parameter, "figures"),
        (partial(parameter, figure("2018-01-01"), figure("2019-01-01")), "figures"),
        (partial(parameter, figure("2019-01-01", "2019-12-31"), figure("2018-01-01")), "figures"),
        (partial(parameter, figure("2018-01-01", "2019-01-01"), figure("2019-01-01")), "figures"),
    ],
)
def test_figures_that_contradict_each_other_are_refused(make, field):
    with pytest.raises(InvalidInput) as caught:
        make()
    assert (field, InvalidInput) == (caught.value.field, type(caught.value))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parameter", None),
        ("value", 1.5),
        ("value", 1),
        ("unit", "DKK"),
        ("valid_from", 20180101),
        ("valid_to", 20180101),
        ("source", "a law"),
        ("evidence", "published"),
        ("note", "about"),
    ],
)
def test_the_parts_of_a_figure_are_typed(field, value):
    with pytest.raises(WrongType) as caught:
        attrs.evolve(figure("2018-01-01"), **{field: value})
    assert field == caught.value.field


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", None),
        ("label", "a name"),
        ("unit", "DKK"),
        ("source", "a law"),
        ("figures", [1]),
        ("figures", (1,)),
        ("note", "about"),
    ],
)
def test_the_parts_of_a_parameter_are_typed(field, value):
    with pytest.raises(WrongType) as caught:
        attrs.evolve(OPEN, **{field: value})
    assert field == caught.value.field
