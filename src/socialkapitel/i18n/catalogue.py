"""Looks up translated messages. A message without a translation is an error, never English."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from socialkapitel.errors import InvalidData, check_kind
from socialkapitel.i18n.formatting import format_value
from socialkapitel.i18n.languages import check_language
from socialkapitel.messages import Label, Message, Text, msg


def translate(text: Text | str, language: str) -> str:
    """A text in a language, its numbers and dates written as that language writes them.

    A plain string, such as a citation, is language-neutral and comes back as it is.

    Raises:
        UnknownName: for a language other than ``"da"`` and ``"en"``.
        WrongType: for anything but a text.
        InvalidData: where the catalogue lacks the message.

    >>> from socialkapitel import InvalidInput, Month
    >>> try:
    ...     Month(2007, 13)
    ... except InvalidInput as error:
    ...     print(translate(error.message, "da"))
    Måned (month): 13 accepteres ikke; angiv et helt tal fra 1 til 12
    """
    check_language(language)
    if type(text) is Message:
        return _say(text, language)
    if isinstance(text, Label):
        return text.da if language == "da" else text.en
    return check_kind(text, str, "text")


def _say(message: Message, language: str) -> str:
    if not message.values:
        return _sentence(message.template, language)
    values: dict[str, str] = {}
    for name, value in message.values:
        if type(value) is Message:
            values[name] = _say(value, language)
        elif type(value) is str:
            values[name] = value
        elif type(value) is Label:
            values[name] = value.da if language == "da" else value.en
        else:
            values[name] = format_value(value, language)
    return _template(message.template, language).format(**values)


@cache
def _template(template: str, language: str) -> str:
    return _catalogue(language).gettext(template)


@cache
def _sentence(template: str, language: str) -> str:
    """A sentence without values, of which there are as many as the catalogue has."""
    return _template(template, language).format()


class _NoTranslation(NullTranslations):
    """Stands behind a catalogue and refuses what it lacks."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def gettext(self, message: str) -> str:
        raise InvalidData(f"locale/{self._language}", repr(message), msg("has no translation"))


@cache
def _catalogue(language: str) -> NullTranslations:
    path = files("socialkapitel") / "locale" / language / "LC_MESSAGES" / "socialkapitel.mo"
    with path.open("rb") as file:
        catalogue = GNUTranslations(file)
    catalogue.add_fallback(_NoTranslation(language))
    return catalogue
