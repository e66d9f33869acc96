"""The Danish is the profession's: no second word for a thing, no English in Danish words.

The words are in ``words/avoided.toml``. *How a text is written*, a page of the manual for those who
change the library, says why.
"""

import re
import tomllib
from pathlib import Path

import pytest
from texts import every_text, prose

AVOIDED = tomllib.loads((Path(__file__).parent / "words" / "avoided.toml").read_text("utf-8"))
TEXTS = every_text()
HELD = ("actors/", "cases/", "chapters/", "schemes/")
"""The places that are held to it."""


def faults(avoided, texts):
    """Where a word stands all the same, outside what it is allowed in."""
    word = re.compile(avoided["word"], re.IGNORECASE)
    allowed = re.compile("|".join(map(re.escape, avoided.get("except", ["\0"]))), re.IGNORECASE)
    return [
        (text.where, text.da) for text in texts if word.search(allowed.sub(" ", prose(text.da)))
    ]


@pytest.mark.parametrize("avoided", AVOIDED["avoided"], ids=lambda each: each["instead"])
def test_no_danish_text_says_it_so(avoided):
    texts = [text for text in TEXTS if text.where.startswith(HELD)]

    assert [] == faults(avoided, texts)


def test_the_texts_are_found():
    for start in (*HELD, "parameters/data/", "calculators/", "docs/calculators/", "glossary.py"):
        assert [text for text in TEXTS if text.where.startswith(start)], start
    assert len(TEXTS) > 4_000
