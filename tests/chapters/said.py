"""What an object of the table in ``tests/where_to_find.toml`` says, as one text."""

import inspect
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction

import attrs
from chapters import test_documents as documents

from socialkapitel import PARAMETERS, Label, Message, translate
from socialkapitel.actors import actor
from socialkapitel.chapters import chapter, consultant_area, duties, services
from socialkapitel.i18n import LANGUAGES, format_number, format_value


def texts(value):
    """Every text, number and day of an object and of what it holds, in both languages."""
    match value:
        case None | bool():
            return
        case Label() | Message():
            yield from (translate(value, language) for language in LANGUAGES)
        case str():
            yield value
        case Enum():
            yield str(value.value)
            yield from texts(getattr(value, "label", None))
        case date():
            yield from (format_value(value, language) for language in LANGUAGES)
        case Fraction():
            yield str(value)
        case Decimal() | int():
            yield from (format_number(value, language) for language in LANGUAGES)
        case Mapping():
            yield from (text for pair in value.items() for text in texts(pair))
        case _ if attrs.has(type(value)):
            for field in attrs.fields(type(value)):
                if field.name not in {"parent", "_index"}:
                    yield from texts(getattr(value, field.name))
        case _ if inspect.isfunction(value) or inspect.isclass(value):
            yield inspect.getdoc(value)
        case Iterable():
            yield from (text for one in value for text in texts(one))
        case _:
            yield str(value)


def object_of(address):
    """The object itself, where `documents.find` only tells that there is one."""
    kind, _, name = address.partition(":")
    match kind:
        case "duty":
            return [one for one in duties() if one.id == name]
        case "service":
            return [one for one in services() if one.id == name]
        case "chapter" if "/" not in name and "@" not in name:
            one = chapter(name)
            return (one.label, one.organisation, one.valid_from, one.note)
        case "actor":
            return actor(name)
        case "area":
            return consultant_area(name)
        case "parameter":
            return PARAMETERS[name]
        case _:
            return documents.find(address)


def said(address):
    """What an object says, in one text of small letters; its own name is no part of it."""
    return " ".join(texts(object_of(address))).casefold()
