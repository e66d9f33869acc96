"""Texts: written in both languages, and beside the document the messages that they come from.

A text is in a document as it reads, ``{"da": ..., "en": ...}``. The message behind it, its template
and its values, is under ``messages`` at the text's JSON Pointer. When a document is read, a message
that still says the same in both languages replaces the text, so that the object equals the one that
was written. If the wording has changed, the stored text is kept, because it belongs to what was
decided then.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from typing import Any, TypeAlias, TypeGuard

import attrs

from socialkapitel.errors import SocialkapitelError, WrongType, check_kind
from socialkapitel.i18n import translate
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.wire.codecs import (
    FLAG,
    WHOLE,
    Codec,
    Definitions,
    Schema,
    Sheet,
    places_schema,
    quoted,
    told_of,
)
from socialkapitel.wire.descriptions import described
from socialkapitel.wire.faults import (
    ANY,
    MOST_FAULTS,
    Fault,
    InvalidDocument,
    below,
    refused,
    unfit,
)
from socialkapitel.wire.values import BY_KIND, BY_NAME, STRING, Scalar

_EITHER = msg("a text in both languages")
_TEXT = msg("a text in both languages, {form}", form='{"da": "...", "en": "..."}')
_VALUES: dict[type, Codec] = {bool: FLAG, int: WHOLE, **BY_KIND}
_WRONG_ESCAPE = re.compile("~(?![01])")
_PLACE = re.compile("0|[1-9][0-9]{0,7}")


def _has_both(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value has both languages and nothing else."""
    return type(value) is dict and len(value) == 2 and "da" in value and "en" in value


def _is_message(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value has the parts of a message and nothing else."""
    return type(value) is dict and len(value) == 2 and "template" in value and "values" in value


@attrs.frozen(eq=False, repr=False)
class Wording:
    """A text of a document, with the message behind it, which still reads the same."""

    label: Label
    message: Message


@attrs.frozen(eq=False)
class Texts(Codec):
    """Texts in both languages: labels, messages, or either."""

    kind: Any
    accepted: Text = _EITHER
    has_texts: bool = True

    def fits(self, value: object) -> bool:
        """Whether it has both languages and nothing else."""
        return type(value) is Wording or _has_both(value)

    def read(self, value: object, _: object = None, /) -> Text:
        """The message behind a text where it still reads the same, otherwise the stored text."""
        if type(value) is Wording:
            return value.label if self.kind is Label else value.message
        label = _read_label(value)
        return msg("{text}", text=label) if self.kind is Message else label

    def write(self, value: Any, sheet: Sheet, at: str) -> str:
        """The text in both languages; the message behind it is noted on the sheet."""
        known = sheet.texts.get(id(value))
        if known is None:  # kept with the text itself, so that no other object can get its id
            known = sheet.texts[id(value)] = (value, _write_text(value))
        if type(value) is Message:
            sheet.messages.append((at, value))
        return known[1]

    def schema(self, definitions: Definitions) -> Schema:
        """An object with both languages."""
        return definitions.refer("text", _described)


def _described() -> Schema:
    return {
        "title": "Text",
        "type": "object",
        "description": "A text in both languages.",
        "properties": {
            "da": {"type": "string", "description": described(Label, "da")},
            "en": {"type": "string", "description": described(Label, "en")},
        },
        "required": ["da", "en"],
        "additionalProperties": False,
    }


TEXTS: dict[Any, Texts] = {kind: Texts(kind) for kind in (Text, Message, Label)}


def _write_text(text: object) -> str:
    """A text in both languages.

    Raises:
        WrongType: for anything but a `Label` or a `Message`.
        InvalidData: for a message without a translation.
    """
    if isinstance(text, Label):
        da, en = check_kind(text.da, str, "da"), check_kind(text.en, str, "en")
    elif isinstance(text, Message):
        da, en = translate(text, "da"), translate(text, "en")
    else:
        raise WrongType("text", text, msg("a Label or a Message"))
    return f'{{"da":{quoted(da)},"en":{quoted(en)}}}'


def _read_label(value: object) -> Label:
    """The stored text."""
    if not _has_both(value):
        raise unfit(_TEXT)
    return Label(en=STRING.read(value["en"]), da=STRING.read(value["da"]))


def write_messages(sheet: Sheet) -> str:
    """The messages behind the texts of a document, by JSON Pointer, the last text first."""
    written: dict[int, str] = {}  # many texts have the same message
    pairs = [
        f"{quoted(at)}:{written.get(id(message)) or _write_message(message, sheet, written)}"
        for at, message in reversed(sheet.messages)
    ]
    return f"{{{','.join(pairs)}}}"


def _write_message(message: Message, sheet: Sheet, written: dict[int, str]) -> str:
    sheet.within()
    pairs = [
        f"[{quoted(name)},{_write_value(value, sheet, written)}]" for name, value in message.values
    ]
    sheet.without()
    text = f'{{"template":{quoted(message.template)},"values":[{",".join(pairs)}]}}'
    written[id(message)] = text
    return text


def _write_value(value: object, sheet: Sheet, written: dict[int, str]) -> str:
    if isinstance(value, Message):
        known = None if value.values else written.get(id(value))
        return known or _write_message(value, sheet, written)
    if isinstance(value, Label):
        return _write_text(value)
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    codec = _VALUES.get(type(value))
    if codec is None:
        raise WrongType("message", value, msg("values that can be written, such as numbers"))
    text = codec.write(value, sheet, "")
    return f'{{"{codec.name}":{text}}}' if isinstance(codec, Scalar) else text


def hang_messages(
    messages: object, document: dict[str, Any], known: dict[Any, Any], names: Container[str]
) -> None:
    """Attach the messages that still read the same to the texts of a document's data.

    ``known`` is as for `Codec.read`; ``names`` are the keys that may be shown in faults.

    Raises:
        InvalidDocument: for invalid messages, and for messages that belong to no text of the
            document.
    """
    if not isinstance(messages, dict):
        raise unfit(msg("an object of messages by JSON Pointer"))
    said: dict[str, tuple[object, Wording | None]] = {}
    places: dict[str, _Place] = {}
    faults: list[Fault] = []
    for pointer, value in messages.items():
        if len(faults) >= MOST_FAULTS:
            break
        whole, key = _found(pointer, document, places)
        words = None if key is None else whole[key]
        if not _has_both(words):
            faults.append(Fault("", msg("has a message that belongs to no text of the document")))
            continue
        try:
            text = str(words["en"])
            if text not in said or said[text][0] != value:  # many texts have the same message
                said[text] = value, _said(value, known)
        except InvalidDocument as error:
            key = pointer if _is_public(pointer, document["data"], names) else ANY
            faults += below(key, error.faults)
            continue
        wording = said[text][1]
        if wording and wording.label.da == words["da"] and wording.label.en == words["en"]:
            whole[key] = wording
    if faults:
        raise InvalidDocument(faults)


def _is_public(pointer: str, part: Any, names: Container[str]) -> bool:
    """Whether a pointer to a part of the data goes by places in lists and by these names alone."""
    for step in pointer.split("/")[1:]:
        if isinstance(part, list):
            part = part[int(step)]
        elif step in names:
            part = part[step]
        else:
            return False
    return True


_Place: TypeAlias = tuple[Any, str | int | None]
"""The container of a part of the data and the part's key in it; no key where there is nothing."""


def _found(pointer: str, document: dict[str, Any], places: dict[str, _Place]) -> _Place:
    """The place of a part of the data, by JSON Pointer.

    ``places`` are those found so far, two steps above others, as texts mostly have neighbours.
    """
    above, *last = pointer.rsplit("/", 2)
    if above not in places:
        first, *steps = above.split("/")
        places[above] = _below((document, None if first else "data"), steps)
    return _below(places[above], last)


def _below(place: _Place, steps: list[str]) -> _Place:
    """The place some steps below another."""
    whole, key = place
    for step in steps:
        if key is None:
            break
        whole = whole[key]
        plain = type(whole) is dict and step in whole and "~" not in step
        key = step if plain else _key(whole, step)
    return whole, key


def _key(whole: object, step: str) -> str | int | None:
    if type(whole) is list:
        return int(step) if _PLACE.fullmatch(step) and int(step) < len(whole) else None
    if type(whole) is not dict:
        return None
    if "~" in step:
        if _WRONG_ESCAPE.search(step):
            return None
        step = step.replace("~1", "/").replace("~0", "~")
    return step if step in whole else None


def _said(value: object, known: dict[Any, Any]) -> Wording | None:
    """The present wording of a message; None where the template or its values no longer exist."""
    message = _read_message(value, known)
    try:
        return _worded(message) if message.values else _sentence(message.template)
    except (SocialkapitelError, KeyError):
        return None


def _worded(message: Message) -> Wording:
    return Wording(Label(translate(message, "en"), translate(message, "da")), message)


@cache
def _sentence(template: str) -> Wording:
    """Caches the catalogue's sentences, and nothing else from a document."""
    return _worded(Message(template, ()))


def _read_message(value: object, known: dict[Any, Any]) -> Message:
    if not _is_message(value):
        raise unfit(msg("a message, {form}", form='{"template": "...", "values": [...]}'))
    pairs = value["values"]
    if not isinstance(pairs, list):
        raise InvalidDocument(below("values", unfit(msg("a list")).faults))
    faults: list[Fault] = []
    values: dict[str, object] = {}
    for number, pair in enumerate(pairs):
        try:
            name, each = _read_pair(pair, known)
            if name in values:
                raise refused(msg("occurs twice"))
            values[name] = each
        except InvalidDocument as error:
            faults += below("values", below(number, error.faults))
            if len(faults) >= MOST_FAULTS:
                break
    if faults:
        raise InvalidDocument(faults)
    return Message(STRING.read(value["template"]), tuple(values.items()))


def _read_pair(value: object, known: dict[Any, Any]) -> tuple[str, object]:
    if not isinstance(value, list) or len(value) != 2:
        raise unfit(msg("a name and its value"))
    return STRING.read(value[0]), _read_value(value[1], known)


def _read_value(value: object, known: dict[Any, Any]) -> object:
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, dict):
        if "template" in value:
            return _read_message(value, known)
        if "da" in value:
            return _read_label(value)
        [name] = value if len(value) == 1 else [""]
        if name in BY_NAME:
            return BY_NAME[name].read(value[name], known)
    raise unfit(msg("a value such as {form}", form='{"date": "2022-01-31"}'))


def message_schema(definitions: Definitions) -> Schema:
    """A message: its template and its values."""
    return definitions.refer("message", lambda: _described_message(definitions))


def _described_message(definitions: Definitions) -> Schema:
    value = {
        "anyOf": [
            *({"type": name} for name in ("string", "integer", "boolean", "null")),
            TEXTS[Text].schema(definitions),
            {"$ref": "#/$defs/message"},
            *(
                {
                    "type": "object",
                    "properties": {name: told_of(scalar.schema(definitions), f"A {name}.")},
                    "required": [name],
                    "additionalProperties": False,
                }
                for name, scalar in BY_NAME.items()
            ),
        ]
    }
    pair = places_schema([{"type": "string"}, value])
    return {
        "title": "Message",
        "type": "object",
        "description": "An English sentence with named values.",
        "properties": {
            "template": {"type": "string", "description": described(Message, "template")},
            "values": {
                "type": "array",
                "items": pair,
                "description": described(Message, "values"),
            },
        },
        "required": ["template", "values"],
        "additionalProperties": False,
    }
