"""A probe answers for every day, and tells where it had no figure."""

from datetime import date

import pytest

from socialkapitel import PARAMETERS, ParameterSet, UnknownName
from socialkapitel.parameters.probe import Probe

YEARLY, HOURLY = "flexjob.ceiling_yearly", "flexjob.ceiling_hourly"


def test_a_probe_goes_on_with_the_nearest_figure():
    probe = Probe(PARAMETERS.parameters)
    assert isinstance(probe, ParameterSet)
    known = date(2020, 1, 1)
    assert PARAMETERS[YEARLY].on(known) == probe[YEARLY].on(known)
    assert {} == probe.met
    assert PARAMETERS[YEARLY].figures[-1] == probe[YEARLY].on(date(2030, 1, 1))
    assert PARAMETERS[YEARLY].figures[0] == probe[YEARLY].on(date(1990, 1, 1))
    assert PARAMETERS[HOURLY].figures[0] == probe[HOURLY].on(date(2010, 1, 1))
    assert [YEARLY, HOURLY] == list(probe.met)
    assert date(2030, 1, 1) == probe.met[YEARLY].asked
    assert not probe[HOURLY].covers(date(2010, 1, 1))
    with pytest.raises(UnknownName):
        _ = probe["nothing"]
