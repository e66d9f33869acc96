"""Texts: written in both languages, and beside the document the messages that they come from.

A text stands in a document as it reads, ``{"da": ..., "en": ...}``. The message behind it, its
template and its values, stands under ``messages`` at the text's JSON Pointer. When a document is
read, a message that still says the same in both languages takes the text's place, so that the
object is exactly what was written. One that has been worded otherwise since doesn't: the text
stays as it was written, for it belongs to what was decided then.
"""

from __future__ import annotations

import re

from socialkapitel.errors import SocialkapitelError, WrongType, check_kind
from socialkapitel.i18n import translate
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.wire.faults import (
    MOST_FAULTS,
    Fault,
    InvalidDocument,
    below,
    refused,
    unfit,
)
from socialkapitel.wire.parsing import Link, Wording, keys_of, parts
from socialkapitel.wire.scalars import BY_KIND, BY_NAME

_HALF = re.compile("[\ud800-\udfff]")
_LANGUAGES = {"da", "en"}
_MESSAGE = {"template", "values"}
_TEXT = msg("a text in both languages, {form}", form='{"da": "...", "en": "..."}')


def write_text(text: object) -> dict[str, object]:
    """A text in both languages.

    Raises:
        WrongType: for anything but a `Label` or a `Message`.
        InvalidData: for a message without a translation.
    """
    if isinstance(text, Label):
        return {
            "da": check_kind(text.da, str, "da"),
            "en": check_kind(text.en, str, "en"),
        }
    if not isinstance(text, Message):
        raise WrongType("text", text, msg("a Label or a Message"))
    words = Wording((language, translate(text, language)) for language in sorted(_LANGUAGES))
    words.message = text
    return words


def read_text(value: object) -> Text:
    """The message behind a text where it still says so, otherwise the text in both languages."""
    label = read_label(value)
    if isinstance(value, Wording) and value.message and _says(value.message, label):
        return value.message
    return label


def read_label(value: object) -> Label:
    """The text as it stands."""
    if not isinstance(value, dict) or value.keys() != _LANGUAGES:
        raise unfit(_TEXT)
    return Label(en=read_string(value["en"]), da=read_string(value["da"]))


def read_message(value: object) -> Message:
    """The message behind a text, or one that says the text as it stands."""
    text = read_text(value)
    return text if isinstance(text, Message) else msg("{text}", text=text)


def read_string(value: object) -> str:
    """A string that can be written again: one with half a character pair can't."""
    if not isinstance(value, str):
        raise unfit(msg("a text"))
    if _HALF.search(value):
        raise refused(msg("holds half a pair of signs, which is no text"))
    return value


def _says(message: Message, label: Label) -> bool:
    try:
        return translate(message, "en") == label.en and translate(message, "da") == label.da
    except (SocialkapitelError, KeyError):
        return False  # worded otherwise since, with other values


def messages_in(data: object) -> dict[str, object]:
    """The messages behind the texts of a document, by JSON Pointer."""
    return {
        _pointer(link): _write(part.message)
        for part, link, _ in parts(data)
        if isinstance(part, Wording) and part.message
    }


def _pointer(link: Link) -> str:
    return "".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in keys_of(link))


def _write(value: object) -> object:
    """A message, or a value of one."""
    if isinstance(value, Message):
        values = [[name, _write(each)] for name, each in value.values]
        return {"template": value.template, "values": values}
    if isinstance(value, Label):
        return write_text(value)
    if value is None or isinstance(value, (str, bool, int)):
        return value
    scalar = BY_KIND.get(type(value))
    if scalar is None:
        raise WrongType("message", value, msg("values that can be written, such as numbers"))
    return {scalar.name: scalar.write(value)}


def hang_messages(messages: object, data: object) -> None:
    """Give the texts of a document the messages that stand beside it.

    Raises:
        InvalidDocument: for messages that are none, or that belong to no text of the document.
    """
    if not isinstance(messages, dict):
        raise unfit(msg("an object of messages by JSON Pointer"))
    if not messages:
        return
    texts = {_pointer(link): part for part, link, _ in parts(data) if isinstance(part, Wording)}
    faults: list[Fault] = []
    for pointer, value in messages.items():
        if len(faults) >= MOST_FAULTS:
            break
        if pointer not in texts:
            faults.append(Fault("", msg("has a message that belongs to no text of the document")))
            continue
        try:
            texts[pointer].message = _read(value)
        except InvalidDocument as error:
            faults += below(pointer, error.faults)
    if faults:
        raise InvalidDocument(faults)


def _read(value: object) -> Message:
    if not isinstance(value, dict) or value.keys() != _MESSAGE:
        raise unfit(msg("a message, {form}", form='{"template": "...", "values": [...]}'))
    if not isinstance(value["values"], list):
        raise InvalidDocument(below("values", unfit(msg("a list")).faults))
    faults: list[Fault] = []
    values: dict[str, object] = {}
    for number, pair in enumerate(value["values"]):
        try:
            name, each = _read_pair(pair)
            if name in values:
                raise refused(msg("stands there twice"))
            values[name] = each
        except InvalidDocument as error:
            faults += below("values", below(number, error.faults))
            if len(faults) >= MOST_FAULTS:
                break
    if faults:
        raise InvalidDocument(faults)
    return Message(read_string(value["template"]), tuple(values.items()))


def _read_pair(value: object) -> tuple[str, object]:
    if not isinstance(value, list) or len(value) != 2:
        raise unfit(msg("a name and its value"))
    return read_string(value[0]), _read_value(value[1])


def _read_value(value: object) -> object:
    if isinstance(value, str):
        return read_string(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, dict):
        if value.keys() == _LANGUAGES:
            return read_label(value)
        if value.keys() == _MESSAGE:
            return _read(value)
        for name, scalar in BY_NAME.items():
            if value.keys() == {name}:
                return scalar.read(value[name])
    raise unfit(msg("a value such as {form}", form='{"date": "2022-01-31"}'))
