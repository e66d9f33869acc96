from datetime import date
from decimal import Decimal

import pytest

import socialkapitel as sk
from socialkapitel import whatif

CEILING = "flexjob.ceiling_yearly"


def test_every_figure_is_a_row():
    found = whatif.history(CEILING)
    parameter = sk.PARAMETERS[CEILING]

    assert parameter is found.parameter
    assert [figure.value for figure in parameter.figures] == list(found["value"])
    assert (
        date(2006, 7, 5),
        date(2006, 12, 31),
        Decimal(395000),
        sk.Evidence.PUBLISHED,
        "retsinformation.dk id 30748 (2006)",
    ) == found.rows[0]
    assert parameter.label == found.title


def test_of_another_set():
    reform = sk.PARAMETERS.amend(
        CEILING, value="600000", valid_from=date(2026, 7, 1), source="a bill"
    )
    [*_, last] = whatif.history(CEILING, parameters=reform)

    assert (Decimal(600000), sk.Evidence.ASSUMED, "a bill") == last[2:]


def test_an_unknown_parameter():
    with pytest.raises(sk.UnknownName, match=r"unknown parameter: 'flexjob.ceiling'"):
        whatif.history("flexjob.ceiling")


def test_a_set_that_is_none():
    with pytest.raises(sk.WrongType, match=r"parameters: .* give .*ParameterSet"):
        whatif.history(CEILING, parameters={})


def test_what_holds_until_changed_is_drawn_to_the_last_day_known_of_any_parameter():
    last = max(parameter.last_day for parameter in sk.PARAMETERS if parameter.last_day)
    endless = next(parameter for parameter in sk.PARAMETERS if parameter.last_day is None)
    alone = sk.ParameterSet([endless])

    assert last == whatif.history(endless.name).until
    assert endless.first_day == whatif.history(endless.name, parameters=alone).until
