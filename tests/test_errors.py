"""Each error is also the builtin that fits, has a stable code, and speaks both languages."""

import copy
import inspect
import pickle
from datetime import date

import pytest

import socialkapitel
from socialkapitel import (
    InvalidData,
    InvalidFields,
    InvalidInput,
    NotInForce,
    SocialkapitelError,
    UnknownName,
    WrongType,
    errors,
    translate,
)
from socialkapitel.errors import check_kind, shown
from socialkapitel.messages import msg

SINCE_2013 = NotInForce("flexjob.grant", date(1997, 12, 31), date(1998, 1, 1), None)
THROUGH_2012 = NotInForce(
    "flexjob.grant",
    date(2013, 1, 1),
    date(1998, 1, 1),
    date(2012, 12, 31),
    msg("for jobs granted since 2013 use flex_wage_supplement"),
)
EXAMPLES = [
    InvalidInput("month", 13, msg("a whole number from {least} to {most}", least=1, most=12)),
    WrongType("day", "2018", msg("a datetime.date without time of day")),
    SINCE_2013,
    THROUGH_2012,
    UnknownName(msg("parameter"), "flexjob.cieling", ["flexjob.ceiling", "atp.a"]),
    UnknownName(msg("parameter"), "flexjob.ceiling", []),
    InvalidData(
        "flexjob.toml",
        "series[flexjob.ceiling].figure[2018-01-01]",
        msg("lacks {keys}", keys="value"),
    ),
]


def classes():
    found = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    return [kind for kind in found if issubclass(kind, SocialkapitelError)]


def state(error):
    """What an error carries: exceptions themselves are never equal."""
    return type(error), str(error), vars(error)


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (InvalidInput, ValueError),
        (WrongType, TypeError),
        (WrongType, ValueError),
        (NotInForce, LookupError),
        (UnknownName, KeyError),
        (InvalidData, ValueError),
    ],
)
def test_each_error_is_the_builtin_that_fits(kind, builtin):
    assert issubclass(kind, SocialkapitelError)
    assert issubclass(kind, builtin)


def test_codes_are_stable():
    expected = {
        SocialkapitelError: "socialkapitel",
        InvalidInput: "invalid-input",
        WrongType: "wrong-type",
        InvalidFields: "invalid-fields",
        NotInForce: "not-in-force",
        UnknownName: "unknown-name",
        InvalidData: "invalid-data",
    }
    assert expected == {kind: kind.code for kind in expected}


def test_codes_are_unique():
    codes = [kind.code for kind in classes()]
    assert sorted(set(codes)) == sorted(codes)


def test_the_errors_of_the_calculators_are_public():
    expected = [SocialkapitelError, *{type(error) for error in EXAMPLES}]
    assert expected == [getattr(socialkapitel, kind.__name__) for kind in expected]


@pytest.mark.parametrize("error", EXAMPLES, ids=str)
def test_an_error_survives_pickle_and_copy(error):
    assert state(error) == state(pickle.loads(pickle.dumps(error)))
    assert state(error) == state(copy.deepcopy(error))


@pytest.mark.parametrize(
    ("error", "english", "danish"),
    [
        (
            EXAMPLES[0],
            "month: 13 is not accepted; give a whole number from 1 to 12",
            "month: 13 accepteres ikke; angiv et helt tal fra 1 til 12",
        ),
        (
            EXAMPLES[1],
            "day: '2018' is not accepted; give a datetime.date without time of day",
            "day: '2018' accepteres ikke; angiv en datetime.date uden klokkeslæt",
        ),
        (
            EXAMPLES[2],
            "flexjob.grant is not known on 1997-12-31: it holds from 1998-01-01",
            "flexjob.grant kendes ikke den 31. december 1997: gælder fra 1. januar 1998",
        ),
        (
            EXAMPLES[3],
            (
                "flexjob.grant is not known on 2013-01-01: it is known from 1998-01-01 through"
                " 2012-12-31; for jobs granted since 2013 use flex_wage_supplement"
            ),
            (
                "flexjob.grant kendes ikke den 1. januar 2013: kendes fra 1. januar 1998 til og"
                " med 31. december 2012; for job bevilget siden 2013 bruges flex_wage_supplement"
            ),
        ),
        (
            EXAMPLES[4],
            "'flexjob.cieling' is no known parameter; the nearest are flexjob.ceiling",
            "'flexjob.cieling' er ikke kendt som parameter; de nærmeste er flexjob.ceiling",
        ),
        (
            EXAMPLES[5],
            "'flexjob.ceiling' is no known parameter; there is none",
            "'flexjob.ceiling' er ikke kendt som parameter; der er ingen",
        ),
        (
            EXAMPLES[6],
            "flexjob.toml: series[flexjob.ceiling].figure[2018-01-01]: lacks value",
            "flexjob.toml: series[flexjob.ceiling].figure[2018-01-01]: mangler value",
        ),
    ],
)
def test_the_message_in_both_languages(error, english, danish):
    assert english == str(error)
    assert danish == translate(error.message, "da")


def test_an_error_carries_its_facts():
    assert (date(2013, 1, 1), date(1998, 1, 1), date(2012, 12, 31)) == (
        THROUGH_2012.asked,
        THROUGH_2012.first,
        THROUGH_2012.last,
    )
    assert ("month", 13) == (EXAMPLES[0].field, EXAMPLES[0].value)
    assert ["flexjob.ceiling"] == EXAMPLES[4].nearest


def test_names_are_suggested_even_where_none_looks_alike():
    error = UnknownName(msg("parameter"), "zzz", ["d", "b", "a", "c"])
    assert ["a", "b", "c"] == error.nearest


def test_a_name_of_another_type_has_neighbours_too():
    assert ["a"] == UnknownName(msg("parameter"), 10**5000, ["a"]).nearest


def test_the_root_itself_says_nothing():
    with pytest.raises(AttributeError, match="defines its message"):
        str(SocialkapitelError())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("x" * 58, "'" + "x" * 58 + "'"),
        ("x" * 59, "'" + "x" * 56 + "..."),
        ([1, 2], "[1, 2]"),
    ],
    ids=["60 letters", "61 letters", "a list"],
)
def test_long_values_are_cut(value, expected):
    assert expected == shown(value)
    assert len(shown(value)) <= 60


def test_values_that_python_refuses_to_write_are_named():
    assert "a very large int" == shown(10**5000)
    assert "a very large list" == shown([10**5000])


def test_a_kind_is_checked_by_name():
    assert date(2018, 1, 1) == check_kind(date(2018, 1, 1), date, "day")
    with pytest.raises(WrongType) as caught:
        check_kind("2018", date, "day")
    assert "day: '2018' is not accepted; give a date" == str(caught.value)
