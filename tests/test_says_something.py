"""A text that shows nothing is no text, wherever one is asked for."""

import unicodedata
from datetime import date
from uuid import UUID

import pytest

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.messages import says_something
from socialkapitel.nodes import Document
from socialkapitel.sources import Publication

UNSEEN = [
    "",
    " ",
    "\t\n",
    "\u00a0",
    "\u200b",
    "\u2060\ufeff",
    "\u00ad",
    "\u3164",
    "\u2800",
    "\u0301",
]


def amended(source):
    return sk.PARAMETERS.amend(
        "atp.a.employer_monthly.full", value="200", valid_from=date(2027, 1, 1), source=source
    )


@pytest.mark.parametrize("text", UNSEEN)
@pytest.mark.parametrize(
    "made",
    [
        sk.PrivateText,
        sk.HealthNote,
        sk.AgreedIllness,
        sk.Identity,
        sk.Source,
        Publication,
        amended,
        lambda text: Document("x", f'a = "{text}"').root().below("a").string(),
    ],
)
def test_what_shows_nothing_is_refused(made, text):
    made("seen")
    with pytest.raises(sk.SocialkapitelError):
        made(text)


def test_a_note_of_signs_that_cannot_be_seen_is_refused_in_a_document():
    event = sk.events.ConversationHeld(
        id=UUID(int=1), on=date(2024, 1, 1), role="hr", note=sk.PrivateText("talked")
    )
    text = wire.to_json(event, include=("texts",))
    assert event == wire.from_json(text, sk.events.Event)
    for unseen in UNSEEN:
        with pytest.raises(wire.InvalidDocument, match="note"):
            wire.from_json(text.replace("talked", unseen.strip("\t\n")), sk.events.Event)


def test_whatever_can_be_seen_says_something():
    for text in ("a", " å ", "\u200bx", "…", "1", "-", "字", "🙂", "e\u0301"):
        assert says_something(text), text
    for code in range(0x250):
        sign = chr(code)
        assert says_something(sign) is (unicodedata.category(sign)[0] not in "ZC"), hex(code)
