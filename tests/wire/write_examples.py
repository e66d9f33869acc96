"""Stores an example document of each type in its present version; what is stored already stays.

Run it where a type is new, or has got a new version:

    python -m pytest tests/wire/write_examples.py
"""

import json
from pathlib import Path

from wire.samples import EVERYTHING, samples

from socialkapitel import wire
from socialkapitel.wire.tags import VOCABULARY

FOLDER = Path(__file__).parent / "examples"


def test_write_what_is_missing():
    for tag, value in samples().items():
        file = FOLDER / f"{tag}-{VOCABULARY.version(tag)}.json"
        if not file.exists():
            document = json.loads(wire.to_json(value, include=EVERYTHING))
            text = json.dumps(document, ensure_ascii=False, indent=1)
            file.write_text(text + "\n", encoding="utf-8")
