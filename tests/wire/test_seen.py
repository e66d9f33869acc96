"""What a role sees of a case, written for it and read again."""

import json

import attrs
import pytest
from wire.samples import EVERYTHING, samples
from wire.test_wire import faults

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.cases.disclosure import CaseView, SeenEvent, disclose
from socialkapitel.cases.rights import RIGHTS

CASE = samples()["case"]
SEEN = samples()["seen-event"]


@pytest.mark.parametrize("role", [right.role for right in RIGHTS])
def test_what_every_role_sees(role):
    view = disclose(CASE, to=role)
    assert view == wire.from_json(wire.to_json(view, include=EVERYTHING), CaseView)


def test_private_details_are_left_out():
    text = wire.to_json(disclose(CASE, to="employee"))
    assert [] == [word for word in ("doctor wrote", "4711", "remark", "viborg") if word in text]
    details = json.loads(wire.to_json(SEEN, include=["health"]))["data"]["details"]
    assert "what the doctor wrote" == details["health"]
    assert {"by", "note"}.isdisjoint(details)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"details": None}, "$.data.details: is not accepted; give an object"),
        ({"details": {"pay": 1}}, "$.data.details: unknown keys: 1, not shown"),
        ({"details": {"extent": 1}}, "$.data.details.extent: is not accepted; give one of full"),
        ({"kind": "sick"}, "$.data.kind: is not accepted; give one of case-opened"),
        ({"kind": 1}, "$.data.kind: is not accepted; give a text"),
        ({"more": 1}, "$.data: unknown keys: 1, not shown"),
    ],
)
def test_what_is_refused(changes, expected):
    document = json.loads(wire.to_json(SEEN))
    document["data"].update(changes)
    assert expected in faults(json.dumps(document), SeenEvent)[0]


def test_details_must_be_there():
    document = json.loads(wire.to_json(SEEN))
    del document["data"]["details"]
    assert ["$.data.details: is missing"] == faults(json.dumps(document), SeenEvent)


@pytest.mark.parametrize(
    ("seen", "error", "said"),
    [
        (
            attrs.evolve(SEEN, details=(("pay", 1),)),
            sk.UnknownName,
            "unknown detail: 'pay'; did you mean hourly_pay?",
        ),
        (attrs.evolve(SEEN, kind="sick"), sk.UnknownName, "unknown detail: 'by'; there is none"),
        (
            attrs.evolve(SEEN, details=(("extent", "full"),)),
            sk.WrongType,
            "member: (not shown) is not accepted; give one of FULL or PARTIAL",
        ),
        (attrs.evolve(disclose(CASE, to="hr"), events=(1,)), sk.WrongType, "value: 1 is not acc"),
    ],
)
def test_what_no_event_tells_is_not_written(seen, error, said):
    with pytest.raises(error) as caught:
        wire.to_json(seen)
    assert str(caught.value).startswith(said)
