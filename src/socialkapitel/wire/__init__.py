"""Everything as JSON and back: strict, versioned, and read back as an equal object.

A document says what it is and in which version, ``{"schema": "socialkapitel/flexjob/1", "data":
{...}}``. Numbers are exact texts. Texts are in both languages; the messages behind them are beside
the data, under ``messages``. Documents of older versions stay readable.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, overload

from socialkapitel.explanation import Explanation
from socialkapitel.wire.documents import packaged
from socialkapitel.wire.faults import Fault, InvalidDocument
from socialkapitel.wire.sealed import read_names

T = TypeVar("T")

__all__ = ["Fault", "InvalidDocument", "explanation_schema", "from_json", "schema", "to_json"]


def to_json(value: object, *, include: Iterable[str] = ()) -> str:
    """An object as a JSON document.

    Args:
        value: any object of the library's that is data: inputs, results, explanations, facts,
            chapters, events, cases.
        include: the private texts to write; the others are left out, and the object that is read
            back lacks them. ``"health"`` is the nature of illnesses, ``"texts"`` free texts,
            ``"identity"`` who somebody is. Ask for them only to store a case, and where that is
            allowed.

    Raises:
        UnknownName: for an object that can't be written as JSON.
        InvalidInput: for an object with parts that can't be written, such as NaN.
        InvalidData: for a message that lacks its translation.

    >>> import socialkapitel as sk
    >>> to_json(sk.Pay.hourly("114.12"))
    '{"schema":"socialkapitel/pay/1","data":{"amount":"114.12","per":"hour"}}'
    """
    return packaged().write(value, read_names(include))


@overload
def from_json(text: str | bytes, type: type[T]) -> T: ...
@overload
def from_json(text: str | bytes, type: Any) -> Any: ...
def from_json(text: str | bytes, type: Any) -> Any:  # noqa: A002
    """The object in a JSON document.

    What the library wrote is read as an equal object. If the wording of a message has changed
    since, the stored text is kept.

    Args:
        text: the document, as a string or as UTF-8.
        type: the type that is expected; a union or a base class, such as `Arrangement` or `Event`,
            for one of several.

    Raises:
        InvalidDocument: with every fault and its path.
        UnknownName: for a type that can't be written as JSON.
        WrongType: for a text that is not text, or a type that is not a type.

    >>> import socialkapitel as sk
    >>> from_json('{"schema": "socialkapitel/month/1", "data": "2007-11"}', sk.Month)
    Month(year=2007, month=11)
    >>> try:
    ...     from_json('{"schema": "socialkapitel/pay/1", "data": {"amount": 1.5}}', sk.Pay)
    ... except InvalidDocument as error:
    ...     print(*error.faults, sep=chr(10))
    $.data.per: is missing
    $.data.amount: is not accepted; give an exact number as a text, such as "123.45"
    """
    found, faults = packaged().read(text, type)
    if faults:
        del text  # a traceback that shows local variables would show it
        raise InvalidDocument(faults)
    return found


def schema(type: Any) -> dict[str, Any]:  # noqa: A002
    """The JSON Schema (draft 2020-12) of a type's documents.

    Args:
        type: as for `from_json`.

    Raises:
        UnknownName: for a type that can't be written as JSON.
        WrongType: for anything but a type.

    >>> import socialkapitel as sk
    >>> schema(sk.Month)["properties"]["schema"]["const"]
    'socialkapitel/month/1'
    """
    return packaged().schema(type)


def explanation_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `Explanation.document` gives.

    >>> explanation_schema()["properties"]["schema"]["const"]
    'socialkapitel.explanation/2'
    """
    return packaged().data_schema(Explanation)
