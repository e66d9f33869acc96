"""How a value is written as one text of a form of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import attrs

from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.messages import Message
from socialkapitel.wire.faults import unfit

MAX_LENGTH = 100
"""The longest number, in characters."""


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@attrs.frozen
class Scalar:
    """How values of some kinds are written as a text of one form.

    ``name`` is what schemas and the values of messages call it.
    """

    name: str
    kinds: tuple[type, ...]
    pattern: re.Pattern[str] = attrs.field(converter=_compiled)
    parse: Callable[[str], Any]
    text: Callable[[Any], str]
    accepted: Message

    def fits(self, value: object) -> bool:
        """Whether a JSON value has the form."""
        return (
            isinstance(value, str)
            and len(value) <= MAX_LENGTH
            and self.pattern.fullmatch(value) is not None
        )

    def read(self, value: object) -> Any:
        """The value that a text stands for.

        Raises:
            InvalidDocument: for anything but such a text.
        """
        if self.fits(value):
            try:
                return self.parse(str(value))
            except ValueError:  # no such day, month, share
                pass
        raise unfit(self.accepted)

    def write(self, value: object) -> str:
        """The text that stands for a value.

        Raises:
            WrongType: for a value of another kind.
            InvalidInput: for a number that can't be written, such as NaN.
        """
        if type(value) not in self.kinds:
            raise WrongType(self.name, value, self.accepted)
        text = self.text(value)
        if not self.fits(text):
            raise InvalidInput(self.name, value, self.accepted)
        return text

    @property
    def schema(self) -> dict[str, object]:
        """The JSON Schema of the text."""
        pattern = f"^{self.pattern.pattern}$"
        return {"type": "string", "pattern": pattern, "maxLength": MAX_LENGTH}
