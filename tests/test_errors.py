"""Each error is also the builtin that fits, has a stable code, and speaks both languages."""

import copy
import inspect
import json
import pickle
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum

import pytest

import socialkapitel
from socialkapitel import (
    InvalidData,
    InvalidFields,
    InvalidInput,
    Label,
    Month,
    NotInForce,
    Pay,
    Share,
    SocialkapitelError,
    Unit,
    UnknownName,
    WrongType,
    errors,
    translate,
)
from socialkapitel.cases.events import Purpose
from socialkapitel.echo import HIDDEN, a_kind, shown, told
from socialkapitel.errors import as_one, check_kind, singly
from socialkapitel.messages import msg
from socialkapitel.money import PayPer

SINCE_2013 = NotInForce("flexjob.grant", date(1997, 12, 31), date(1998, 1, 1), None)
THROUGH_2012 = NotInForce(
    "flexjob.grant",
    date(2013, 1, 1),
    date(1998, 1, 1),
    date(2012, 12, 31),
    msg("for jobs begun since 2013 calculate the flex wage supplement (flex_wage_supplement)"),
)
EXAMPLES = [
    InvalidInput("month", 13, msg("a whole number from {least} to {most}", least=1, most=12)),
    WrongType("day", "2018", msg("at least one case")),
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
        (NotInForce, ValueError),
        (UnknownName, KeyError),
        (UnknownName, ValueError),
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
            "Måned (month): 13 accepteres ikke; angiv et helt tal fra 1 til 12",
        ),
        (
            EXAMPLES[1],
            "day: '2018' is not accepted; give at least one case",
            "Dag (day): '2018' accepteres ikke; angiv mindst én sag",
        ),
        (
            EXAMPLES[2],
            "flexjob.grant is not known on 1997-12-31: it applies from 1998-01-01",
            "flexjob.grant er ikke kendt for den 31. december 1997: kendt fra den 1. januar 1998",
        ),
        (
            EXAMPLES[3],
            (
                "flexjob.grant is not known on 2013-01-01: it is known from 1998-01-01 through"
                " 2012-12-31; for jobs begun since 2013 calculate the flex wage supplement"
                " (flex_wage_supplement)"
            ),
            (
                "flexjob.grant er ikke kendt for den 1. januar 2013: kendt fra den"
                " 1. januar 1998 til og med den 31. december 2012; for ansættelser fra"
                " 1. januar 2013 beregnes i stedet fleksløntilskud (flex_wage_supplement)"
            ),
        ),
        (
            EXAMPLES[4],
            "unknown parameter: 'flexjob.cieling'; did you mean flexjob.ceiling?",
            "ukendt parameter: 'flexjob.cieling'; mente du flexjob.ceiling?",
        ),
        (
            EXAMPLES[5],
            "unknown parameter: 'flexjob.ceiling'; there is none",
            "ukendt parameter: 'flexjob.ceiling'; der er ingen",
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


class Odd:
    def __reduce__(self):
        raise RuntimeError("not to be pickled")


@pytest.mark.parametrize("value", [Odd(), lambda: 1], ids=["refuses", "no name"])
def test_an_error_about_what_cannot_be_pickled_is_pickled_without_it(value):
    error = InvalidInput("month", value, msg("at least one case"))
    other = pickle.loads(pickle.dumps(error))
    assert (str(error), repr(value)[:56]) == (str(other), repr(other.value)[:56])
    assert type(error) is type(other)


RATE = Label(en="Rate", da="Sats")


@pytest.mark.parametrize(
    ("value", "english", "danish"),
    [
        ("38", "'38'", "'38'"),
        (date(2026, 3, 15), "15 March 2026", "15. marts 2026"),
        (datetime(2026, 3, 15, tzinfo=UTC), "a time with its day", "et tidspunkt med dato"),
        (Month(2026, 3), "March 2026", "marts 2026"),
        (Share("2/3"), "2/3", "2/3"),
        (1000, "1,000", "1.000"),
        (10**5000, "a very large int", "a very large int"),
        (Decimal("0.001"), "0.001", "0,001"),
        (Decimal("NaN"), "NaN", "NaN"),
        (Decimal("1E+90"), "1E+90", "1E+90"),
        (0.5, "0.5", "0.5"),
        (True, "yes", "ja"),
        (False, "no", "nej"),
        (None, "no value", "ingen værdi"),
        (HIDDEN, "(not shown)", "(vises ikke)"),
        (
            Purpose.ENTRY,
            "bringing in somebody from outside",
            "indslusning af en udefrakommende",
        ),
        ([1], "a list", "en liste"),
        (Pay.hourly(100), "a rate of pay", "en løn pr. måned eller pr. time"),
        (Odd(), "something else", "noget andet"),
    ],
    ids=lambda text: text if isinstance(text, str) else type(text).__name__,
)
def test_people_are_told_what_was_given(value, english, danish):
    message = msg("{text}", text=told(value))
    assert [english, danish] == [translate(message, "en"), translate(message, "da")]


def test_what_is_missing_is_not_called_none():
    error = WrongType("hourly_pay", None, msg("at least one case"))
    expected = "Timeløn (hourly_pay): der er ikke angivet en værdi; angiv mindst én sag"
    assert expected == translate(error.message, "da")


@pytest.mark.parametrize(
    ("kind", "english"),
    [
        (str, "a text"),
        (Pay, "a rate of pay (Pay)"),
        (PayPer, "one of MONTH or HOUR"),
        (Purpose, "one of RETENTION or ENTRY"),
        (Unit, "a unit (Unit)"),
        (Enum, "an object of the type Enum"),
    ],
)
def test_a_kind_is_asked_for_in_words(kind, english):
    assert english == str(a_kind(kind))


def test_labels_help_to_find_a_name():
    error = UnknownName(msg("actor"), "satser", {"a": RATE, "rat": None, "c": "no label"})
    assert ["a"] == error.nearest
    assert "ukendt aktør: 'satser'; mente du Sats (a)?" == translate(error.message, "da")


def test_where_nothing_looks_alike_some_names_are_shown():
    error = UnknownName(msg("actor"), "zzz", {"a": RATE, "b": None})
    expected = "ukendt aktør: 'zzz'; kendte er f.eks. Sats (a) eller b"
    assert expected == translate(error.message, "da")


def test_an_error_finds_its_place():
    error = InvalidInput("", 1, msg("at least one case")).at("month")
    assert ("month", "Month") == (error.field, str(error.label))
    assert "plan.month" == error.at("plan", RATE).field
    assert "Month" == str(error.label)
    assert "plan.month" == error.at("plan").field
    part = InvalidInput("[3]", 1, msg("at least one case")).at("hours")
    assert "hours[3]" == part.at("hours").field
    assert part.args == ("hours[3]", 1, part.accepted)


def test_a_label_of_its_own_comes_first():
    assert RATE == InvalidInput("", 1, msg("at least one case")).at("month", RATE).label


def test_an_error_about_no_field_has_no_label():
    assert (None, "") == (SINCE_2013.label, SINCE_2013.field)


def test_the_errors_of_an_object_within_are_hidden_with_it():
    error = as_one(
        [InvalidInput("a", 1, msg("at least one case")), UnknownName(msg("actor"), "x", ["xy"])]
    )
    hidden = error.at("job", hidden=True)
    assert ["job.a", "job"] == [fault.field for fault in hidden.faults]
    assert [HIDDEN, HIDDEN, HIDDEN] == [hidden.value, *(fault.value for fault in hidden.faults)]
    assert "unknown actor: (not shown); did you mean xy?" == str(hidden.faults[1])
    assert "job.a" == hidden.field


IN_DANISH = """\
2 værdier accepteres ikke:
- Måned (month): 13 accepteres ikke; angiv mindst én sag
- ukendt parameter: 'flexjob.cieling'; mente du flexjob.ceiling?"""
IN_ENGLISH = """\
2 values are not accepted:
- Month (month): 13 is not accepted; give at least one case
- unknown parameter: 'flexjob.cieling'; did you mean flexjob.ceiling?"""


def test_an_error_is_told_to_other_programs():
    error = as_one([InvalidInput("month", 13, msg("at least one case")), EXAMPLES[4]])
    assert dict(error) == json.loads(json.dumps(error.as_dict()))
    assert error.as_dict() == {
        "code": "invalid-fields",
        "field": "month",
        "label": {"da": "Måned", "en": "Month"},
        "message": {"da": IN_DANISH, "en": IN_ENGLISH},
        "faults": [fault.as_dict() for fault in error.faults],
    }
    assert error.faults[1].as_dict() == {
        "code": "unknown-name",
        "field": "",
        "label": None,
        "message": {
            "da": "ukendt parameter: 'flexjob.cieling'; mente du flexjob.ceiling?",
            "en": "unknown parameter: 'flexjob.cieling'; did you mean flexjob.ceiling?",
        },
    }


@pytest.mark.parametrize("error", EXAMPLES, ids=str)
def test_every_error_can_be_encoded(error):
    assert {"code", "field", "label", "message"} == json.loads(json.dumps(dict(error))).keys()


def test_a_single_error_is_not_wrapped():
    error = InvalidInput("month", 13, msg("at least one case"))
    assert error is as_one([error])
    assert (error,) == error.faults == singly(error)


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
