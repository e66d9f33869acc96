"""A set answers by name; a reform makes another set and leaves this one as it was."""

import copy
import pickle
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import (
    PARAMETERS,
    Evidence,
    InvalidData,
    InvalidInput,
    Label,
    NotInForce,
    ParameterSet,
    Source,
    UnknownName,
    WrongType,
)
from socialkapitel.parameters import packaged_parameters, sets
from socialkapitel.parameters.loading import read_parameters
from socialkapitel.parameters.sets import Probe

CEILING = "flexjob.ceiling_yearly"
HOURLY = "flexjob.ceiling_hourly"
DAY = timedelta(days=1)

days = st.dates(date(1995, 1, 1), date(2035, 12, 31))
names = st.sampled_from([CEILING, HOURLY, "sickness_benefit.max_weekly", "atp.a.total_monthly"])
values = st.integers(0, 99_999_999).map(lambda whole: f"{whole // 100}.{whole % 100:02}")
terms = st.tuples(days, st.none() | st.integers(0, 4000))


def amend(parameters, name, value, term, **more):
    start, length = term
    end = None if length is None else start + length * DAY
    return parameters.amend(
        name, value=value, valid_from=start, valid_to=end, source="what-if", **more
    )


def known(parameters, name, day):
    """The figure and all that is told of it, or None; not the days through which it holds."""
    if not parameters[name].covers(day):
        return None
    figure = parameters[name].on(day)
    return figure.value, figure.source, figure.evidence, figure.unit, figure.note


def reach(name, term):
    """The last day of a new figure, by the rule in the documentation of `amend`."""
    start, length = term
    if length is not None:
        return start + length * DAY
    later = [figure.valid_from for figure in PARAMETERS[name].figures if figure.valid_from > start]
    return min(later) - DAY if later else date.max


@given(names, values, terms, days)
def test_a_new_figure_holds_on_its_days_and_all_else_stays(name, value, term, day):
    reform = amend(PARAMETERS, name, value, term)
    if term[0] <= day <= reach(name, term):
        expected = Decimal(value), Source("what-if"), Evidence.ASSUMED
        assert expected == known(reform, name, day)[:3]
    else:
        assert known(PARAMETERS, name, day) == known(reform, name, day)


@given(names, values, terms)
def test_a_reform_never_leaks_into_the_original(name, value, term):
    before = repr(PARAMETERS), hash(PARAMETERS), PARAMETERS.parameters, repr(PARAMETERS[name])
    twin = ParameterSet(PARAMETERS.parameters)
    reform = amend(PARAMETERS, name, value, term)
    assert before == (
        repr(PARAMETERS),
        hash(PARAMETERS),
        PARAMETERS.parameters,
        repr(PARAMETERS[name]),
    )
    assert PARAMETERS == twin
    assert reform != PARAMETERS
    assert packaged_parameters() is PARAMETERS


@given(names, values, terms)
def test_other_parameters_are_the_very_same(name, value, term):
    reform = amend(PARAMETERS, name, value, term)
    assert PARAMETERS.names == reform.names
    assert [] == [
        other for other in reform.names if other != name and reform[other] is not PARAMETERS[other]
    ]


@given(names, values, terms)
def test_amended_figures_are_in_order_and_apart(name, value, term):
    figures = amend(PARAMETERS, name, value, term)[name].figures
    starts = [figure.valid_from for figure in figures]
    assert sorted(set(starts)) == starts
    assert [] == [
        (earlier, later)
        for earlier, later in pairwise(figures)
        if earlier.valid_to is None or earlier.valid_to >= later.valid_from
    ]


@given(names, values, terms, values, terms, days)
def test_the_later_reform_wins(name, one, first, other, second, day):
    chained = amend(amend(PARAMETERS, name, one, first), name, other, second)
    if second[1] is not None and second[0] <= day <= second[0] + second[1] * DAY:
        assert Decimal(other) == chained[name].on(day).value
    elif day < second[0]:
        assert known(amend(PARAMETERS, name, one, first), name, day) == known(chained, name, day)


@given(values, values, terms, terms)
def test_reforms_of_different_figures_commute(one, other, first, second):
    ahead = amend(amend(PARAMETERS, CEILING, one, first), HOURLY, other, second)
    back = amend(amend(PARAMETERS, HOURLY, other, second), CEILING, one, first)
    assert (ahead, hash(ahead)) == (back, hash(back))


@given(names, values, terms)
def test_saying_the_same_again_changes_nothing(name, value, term):
    once = amend(PARAMETERS, name, value, (term[0], term[1] or 0))
    assert once == amend(once, name, value, (term[0], term[1] or 0))


def test_without_an_end_a_figure_holds_until_the_next_one():
    reform = PARAMETERS.amend(
        CEILING, value=500_000, valid_from=date(2018, 7, 1), source="a proposal"
    )
    series = reform[CEILING]
    assert ["516756", "500000", "527091"] == [
        str(series.on(day).value)
        for day in (date(2018, 6, 30), date(2018, 12, 31), date(2019, 1, 1))
    ]


def test_a_figure_in_the_middle_leaves_both_ends_of_the_old_one():
    reform = amend(PARAMETERS, CEILING, "1", (date(2018, 3, 1), 30))
    assert [
        (date(2018, 1, 1), date(2018, 2, 28), "516756"),
        (date(2018, 3, 1), date(2018, 3, 31), "1"),
        (date(2018, 4, 1), date(2018, 12, 31), "516756"),
    ] == [
        (figure.valid_from, figure.valid_to, str(figure.value))
        for figure in reform[CEILING].figures
        if figure.valid_from.year == 2018
    ]


def test_a_figure_may_begin_where_nothing_is_known():
    reform = PARAMETERS.amend(CEILING, value="1", valid_from=date(2030, 1, 1), source="a proposal")
    with pytest.raises(NotInForce):
        reform[CEILING].on(date(2029, 12, 31))
    assert Decimal(1) == reform[CEILING].on(date(2030, 1, 1)).value


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        (CEILING, date(2027, 1, 1), date(2027, 12, 31)),
        (CEILING, date(2026, 7, 1), date(2026, 12, 31)),
        ("sickness_benefit.max_weekly", date(2027, 1, 4), date(2028, 1, 2)),
        ("sickness_benefit.max_weekly", date(2027, 1, 1), date(2027, 1, 3)),
        ("personal_assistance.hourly_rate", date(2026, 9, 1), date(2027, 3, 31)),
        ("flexjob.full_time_hours", date(2027, 1, 1), None),
    ],
)
def test_a_yearly_figure_ends_with_its_year_unless_it_is_said_to_be_open(name, start, last):
    assert last == PARAMETERS.amend(name, value=1, valid_from=start, source="x")[name].last_day
    opened = PARAMETERS.amend(name, value=1, valid_from=start, valid_to=None, source="x")
    assert opened[name].last_day is None
    assert Decimal(1) == opened[name].on(date(2099, 1, 1)).value


def test_an_open_figure_in_the_middle_gives_way_to_the_next():
    day = date(2018, 7, 1)
    opened = PARAMETERS.amend(CEILING, value=1, valid_from=day, valid_to=None, source="x")
    assert date(2018, 12, 31) == opened[CEILING].on(day).valid_to


def test_a_published_yearly_figure_that_leaps_must_be_confirmed():
    told = {"valid_from": date(2027, 1, 1), "source": "x", "evidence": Evidence.PUBLISHED}
    with pytest.raises(InvalidInput, match="per cent, more than a year's adjustment") as caught:
        PARAMETERS.amend(CEILING, value=700_464, **told)
    assert "value" == caught.value.field
    for more in ({"value": 660_000}, {"value": 700_464, "confirmed": True}):
        assert PARAMETERS.amend(CEILING, **more, **told)[CEILING].covers(date(2027, 6, 1))
    first = {**told, "valid_from": date(1999, 1, 1)}
    assert PARAMETERS.amend(CEILING, value=1, **first)[CEILING].covers(date(1999, 6, 1))
    assert PARAMETERS.amend("flexjob.full_time_hours", value=1, **told)


def test_what_is_told_of_a_new_figure():
    note = Label(en="announced", da="bebudet")
    source = Source("a bill", "a page")
    reform = PARAMETERS.amend(
        CEILING,
        value=Decimal("1E+5"),
        valid_from=date(2027, 1, 1),
        source=source,
        evidence=Evidence.PUBLISHED,
        note=note,
        confirmed=True,
    )
    figure = reform[CEILING].on(date(2027, 1, 1))
    assert ("100000", source, Evidence.PUBLISHED, note, CEILING) == (
        str(figure.value),
        figure.source,
        figure.evidence,
        figure.note,
        figure.parameter,
    )
    assert PARAMETERS[CEILING].unit == figure.unit


def test_a_source_as_text_is_trimmed():
    reform = PARAMETERS.amend(CEILING, value=1, valid_from=date(2027, 1, 1), source=" a bill ")
    assert Source("a bill") == reform[CEILING].on(date(2027, 1, 1)).source


GOOD = {"value": "1", "valid_from": date(2018, 1, 1), "source": "what-if"}


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("value", 1.5, WrongType),
        ("value", True, WrongType),
        ("value", "1.234", InvalidInput),
        ("value", "-1", InvalidInput),
        ("value", 10_000_001, InvalidInput),
        ("value", Decimal("NaN"), InvalidInput),
        ("valid_from", None, WrongType),
        ("valid_from", datetime(2018, 1, 1, tzinfo=UTC), WrongType),
        ("valid_to", "31-12-2018", InvalidInput),
        ("valid_to", 2018, WrongType),
        ("valid_to", date(2017, 12, 31), InvalidInput),
        ("source", None, WrongType),
        ("source", "  ", InvalidInput),
        ("evidence", "published", WrongType),
        ("note", "a note", WrongType),
    ],
    ids=repr,
)
def test_an_unfit_reform_is_refused(field, value, error):
    with pytest.raises(error) as caught:
        PARAMETERS.amend(CEILING, **{**GOOD, field: value})
    assert (field, error) == (caught.value.field, type(caught.value))


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("flexjob.cieling_yearly", CEILING),
        ("sickness_benefit.maximum_weekly", "sickness_benefit.max_weekly"),
        ("FLEXJOB.CEILING_YEARLY", None),
        (None, None),
        ([], None),
        (7, None),
    ],
    ids=repr,
)
def test_an_unknown_name_is_answered_with_the_nearest(name, nearest):
    assert name not in PARAMETERS
    for ask in (PARAMETERS.__getitem__, partial(PARAMETERS.amend, **GOOD)):
        with pytest.raises(UnknownName) as caught:
            ask(name)
        assert nearest in (None, caught.value.nearest[0])
        assert 1 <= len(caught.value.nearest) <= 3


def test_a_set_is_a_collection_in_order_of_name():
    assert CEILING in PARAMETERS
    assert list(PARAMETERS.names) == sorted(PARAMETERS.names)
    assert list(PARAMETERS.names) == [parameter.name for parameter in PARAMETERS]
    assert len(PARAMETERS.names) == len(PARAMETERS)
    assert f"<ParameterSet of {len(PARAMETERS)} parameters>" == repr(PARAMETERS)
    assert PARAMETERS == ParameterSet(reversed(PARAMETERS.parameters))


def test_a_set_holds_parameters_each_once():
    with pytest.raises(InvalidData, match=rf"parameters: {CEILING}: occurs twice"):
        ParameterSet([PARAMETERS[CEILING], PARAMETERS[CEILING]])
    with pytest.raises(WrongType, match=r"\(Parameter\)"):
        ParameterSet([CEILING])
    with pytest.raises(WrongType, match="give a list"):
        ParameterSet(None)


def test_an_empty_set_knows_nothing():
    empty = ParameterSet(())
    assert (0, ()) == (len(empty), empty.names)
    with pytest.raises(UnknownName, match="there is none"):
        _ = empty[CEILING]


def test_a_probe_goes_on_with_the_nearest_figure():
    probe = Probe(PARAMETERS.parameters)
    assert isinstance(probe, ParameterSet)
    known = date(2020, 1, 1)
    assert PARAMETERS[CEILING].on(known) == probe[CEILING].on(known)
    assert {} == probe.met
    assert PARAMETERS[CEILING].figures[-1] == probe[CEILING].on(date(2030, 1, 1))
    assert PARAMETERS[CEILING].figures[0] == probe[CEILING].on(date(1990, 1, 1))
    assert PARAMETERS[HOURLY].figures[0] == probe[HOURLY].on(date(2010, 1, 1))
    assert [CEILING, HOURLY] == list(probe.met)
    assert date(2030, 1, 1) == probe.met[CEILING].asked
    assert not probe[HOURLY].covers(date(2010, 1, 1))
    with pytest.raises(UnknownName):
        _ = probe["nothing"]


@pytest.fixture
def read(monkeypatch):
    """The files of figures that are read."""
    found = []

    def noted(text, file, publications):
        found.append(file)
        return read_parameters(text, file, publications)

    monkeypatch.setattr(sets, "read_parameters", noted)
    return found


def test_only_files_whose_figures_are_asked_for_are_read(read):
    packaged = packaged_parameters.__wrapped__()
    assert PARAMETERS[CEILING] == packaged[CEILING]
    assert packaged[CEILING] is packaged[CEILING]
    assert CEILING in packaged
    assert PARAMETERS.names == packaged.names
    assert ["flexjob.toml"] == read
    assert PARAMETERS == packaged
    assert hash(PARAMETERS) == hash(packaged)
    assert len(read) == len(set(read)) > 1


def test_a_set_that_has_read_one_file_is_copied_whole(read):
    packaged = packaged_parameters.__wrapped__()
    packaged[CEILING]
    assert PARAMETERS == pickle.loads(pickle.dumps(packaged)) == copy.deepcopy(packaged)


def test_every_packaged_series_is_found_in_one_file():
    texts = sets._texts("")
    found = [
        (name, file)
        for file, text in texts.items()
        if file not in {"publications.toml", "needs.toml"}
        for name in [parameter.name for parameter in read_parameters(text, file)]
    ]
    named = [(name, file) for file, text in texts.items() for name in sets._SERIES.findall(text)]
    assert found == named
    assert len(PARAMETERS) == len(named)


def test_a_set_has_no_other_attributes():
    with pytest.raises(AttributeError, match="has no 'series'"):
        PARAMETERS.series  # noqa: B018
