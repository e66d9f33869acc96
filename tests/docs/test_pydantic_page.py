"""The recipe on the page about pydantic, run as it stands, behind a real FastAPI."""

import json
import re
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

import socialkapitel as sk
from socialkapitel import wire

PAGE = Path(__file__).parents[2] / "docs" / "pydantic.md"
CELLS = re.findall(
    r"^```\{code-cell\}\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
)


@pytest.fixture(scope="module")
def page():
    names = {"__name__": "page"}
    for cell in CELLS:
        exec(compile(cell, str(PAGE), "exec"), names)
    return names


def post(page, address="/refund", **changes):
    sent = {**page["asked"], **changes} if address == "/refund" else changes
    return page["client"].post(address, json=sent)


def refusal(answer):
    assert 422 == answer.status_code
    [fault] = answer.json()["detail"]
    return fault


def test_a_refund_is_that_of_the_library(page):
    answer = post(page)
    assert (200, "12306.40") == (answer.status_code, answer.json()["amount"])
    assert "Fleksjobrefusion, november 2007" in answer.json()["explanation"]
    assert "12306.40" == post(page, starting_pay="18.297,00").json()["amount"]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"starting_pay": 18297.1}, sk.WrongType),
        ({"starting_pay": "-1"}, sk.InvalidInput),
        ({"starting_pay": "x1"}, sk.InvalidInput),
        ({"share": "5/2"}, sk.InvalidInput),
        ({"month": "2007-13"}, sk.InvalidInput),
        ({"asked_by": "the boss"}, sk.UnknownName),
    ],
)
def test_a_field_that_is_refused_is_told_in_both_languages(page, changes, error):
    [(field, given)] = changes.items()
    fault = refusal(post(page, **changes))
    told = fault["ctx"]
    assert ["body", field] == fault["loc"]
    assert error.code == fault["type"] == told["code"]
    assert {"en", "da"} == set(told["message"])
    assert told["message"]["en"] != told["message"]["da"]
    assert str(given) in told["message"]["da"] or "18.297,1" in told["message"]["da"]
    assert told["label"] is None or {"en", "da"} == set(told["label"])
    assert "input" not in fault


def test_the_label_of_a_field_is_told(page):
    told = refusal(post(page, starting_pay="much"))["ctx"]
    assert (told["field"], told["label"]) == ("pay", {"en": "Pay", "da": "Løn"})


def test_a_month_whose_figures_are_not_known_is_refused_while_it_is_reckoned(page):
    fault = refusal(post(page, month="2031-01"))
    assert sk.NotInForce.code == fault["code"]
    assert {"en", "da"} == set(fault["message"])


def test_a_document_is_read_or_its_faults_are_told(page):
    talk = sk.events.ConversationHeld(id=UUID(int=7), on=date(2008, 11, 5), role="nearest-manager")
    document = json.loads(wire.to_json(talk))
    answer = post(page, "/events", event=document)
    assert (200, "conversation-held") == (answer.status_code, answer.json()["kind"])
    for damaged, path in (
        ({**document, "schema": "x"}, "$.schema"),
        ({"schema": document["schema"]}, "$.data"),
        ({**document, "data": {**document["data"], "on": 5.5}}, "$.data.on"),
        (5, "$"),
    ):
        told = refusal(post(page, "/events", event=damaged))["ctx"]
        assert wire.InvalidDocument.code == told["code"]
        assert path in [fault["path"] for fault in told["faults"]]
        assert all({"en", "da"} == set(fault["reason"]) for fault in told["faults"])


def test_errors_within_pydantic_s_own_validators_can_be_encoded(page):
    """A validator that lets our errors through as they are: 422 as well, and not 500."""
    from fastapi import FastAPI
    from fastapi.testclient import TestClient
    from pydantic import BaseModel, field_validator

    class Paid(BaseModel):
        pay: str

        @field_validator("pay")
        @classmethod
        def read(cls, value):
            return str(sk.Pay.monthly(value).amount)

    class Asked(BaseModel):
        actor: str = "hr"
        month: str = "2024-03"

        @field_validator("actor")
        @classmethod
        def known(cls, value):
            return sk.actor(value).id

        @field_validator("month")
        @classmethod
        def covered(cls, value):
            sk.PARAMETERS["flexjob.ceiling_yearly"].on(sk.Month.fromisoformat(value).first_day)
            return value

    class Sent(BaseModel):
        text: str

        @field_validator("text")
        @classmethod
        def read(cls, value):
            wire.from_json(value, sk.Month)
            return value

    app = FastAPI()

    @app.post("/pay")
    def pay(paid: Paid):
        return paid

    @app.post("/asked")
    def asked(question: Asked):
        return question

    @app.post("/document")
    def document(sent: Sent):
        return sent

    with TestClient(app) as client:
        for address, sent, code in (
            ("/pay", {"pay": "much"}, "invalid-input"),
            ("/asked", {"actor": "the boss"}, "unknown-name"),
            ("/asked", {"month": "1995-03"}, "not-in-force"),
            ("/document", {"text": "{}"}, "invalid-document"),
        ):
            answer = client.post(address, json=sent)
            assert 422 == answer.status_code
            told = answer.json()["detail"][0]["ctx"]["error"]
            assert code == told["code"]
            assert {"en", "da"} == set(told["message"])


def test_the_service_describes_itself(page):
    found = page["client"].get("/openapi.json").json()
    fields = found["components"]["schemas"]["Question"]["properties"]
    assert ["2007-11"] == fields["month"]["examples"]
    event = found["components"]["schemas"]["Recording"]["properties"]["event"]
    assert "urn:socialkapitel:schema:one-of:event" == event["$id"]
