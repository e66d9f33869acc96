"""Values that are written as one text: numbers, days, months, periods, shares, ids, choices.

Numbers are exact texts: ``"12306.40"``, or ``"494019/37"`` where the decimals of a value never end.
Members of enumerations are written as stable words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any
from uuid import UUID

import attrs

from socialkapitel.echo import a_kind
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.explanation import Rounding, Value
from socialkapitel.messages import Message, Text, msg
from socialkapitel.money import Kroner, Share
from socialkapitel.periods import MissingDay, Month, Period, Quarter, Week
from socialkapitel.schemes import Benefit, Degree, MeasureState, SocialPension, Terms
from socialkapitel.wire.codecs import Codec, Definitions, Schema, Sheet, quoted
from socialkapitel.wire.descriptions import summary
from socialkapitel.wire.faults import unfit

MAX_LENGTH = 100
"""The longest number, in characters."""

WORDS = re.compile("(?<=[a-z0-9])(?=[A-Z])")
"""Where a word in a class's name begins."""


class String(Codec):
    """A text without a language: a name, an id, a citation."""

    source = "{part} if type({part}) is str else {read}({part}, known)"

    def read(self, value: object, _: object = None, /) -> str:
        """The text itself."""
        if isinstance(value, str):
            return value
        raise unfit(msg("a text"))

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The text itself."""
        if type(value) is str:
            return quoted(value)
        raise WrongType("value", value, a_kind(str))

    def schema(self, definitions: Definitions) -> Schema:  # noqa: ARG002
        """Any text."""
        return {"type": "string"}


STRING = String()


def _compiled(scalar: Scalar) -> Callable[[str], object]:
    return re.compile(scalar.pattern).fullmatch


@attrs.frozen(eq=False, slots=False)
class Scalar(Codec):
    """Values of some kinds that are written as a text of one form.

    ``name`` is what schemas and the values of messages call it. ``texts`` gives the text of a value
    of each kind, empty for one that cannot be written in the form.
    """

    name: str
    pattern: str
    parse: Callable[[str], Any]
    texts: Mapping[type, Callable[[Any], str]]
    accepted: Message
    _matches: Callable[[str], object] = attrs.field(
        init=False, repr=False, default=attrs.Factory(_compiled, takes_self=True)
    )

    def fits(self, value: object) -> bool:
        """Whether a JSON value has the form."""
        return isinstance(value, str) and len(value) <= MAX_LENGTH and bool(self._matches(value))

    def read(self, value: object, known: Any = None, /) -> Any:
        """The value of a text; of one that a document repeats, always the same."""
        if type(known) is not dict or type(value) is not str:
            return self._parsed(value)
        form = (self.name, value)
        found = known.get(form)
        if found is None:
            found = known[form] = self._parsed(value)
        return found

    def _parsed(self, value: object) -> Any:
        if type(value) is str and len(value) <= MAX_LENGTH and self._matches(value):
            try:
                return self.parse(value)
            except ValueError:  # no such day, month, share
                pass
        raise unfit(self.accepted)

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The text of a value; a number such as NaN can't be written."""
        told = self.texts.get(type(value))
        if told is None:
            raise WrongType(self.name, value, self.accepted)
        text = told(value)
        if not 0 < len(text) <= MAX_LENGTH:
            raise InvalidInput(self.name, value, self.accepted)
        return f'"{text}"'

    def schema(self, definitions: Definitions) -> Schema:
        """A text of the form."""
        return definitions.refer(self.name, self._described)

    def _described(self) -> Schema:
        form = {"format": self.name} if self.name in _FORMATS else {}
        told = str(self.accepted)
        return {
            "title": f"{self.name.capitalize()}Text",
            "description": f"{told[0].upper()}{told[1:]}.",
            "type": "string",
            **form,
            "pattern": f"^{self.pattern}$",
            "maxLength": MAX_LENGTH,
        }


_FORMATS = {"date", "uuid"}
"""The forms that JSON Schema itself has a name for."""

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DECIMAL = r"-?[0-9]+(\.[0-9]+)?"
_UNDER = "/0*[1-9][0-9]*"


def _plain(value: Decimal) -> str:
    """A number without exponent; empty for NaN, infinity and what would be too long."""
    if not value.is_finite() or abs(value.adjusted()) >= MAX_LENGTH:
        return ""
    text = str(value)
    return format(value, "f") if "E" in text else text


def _read_number(text: str) -> Value:
    return _read_ratio(text) if "/" in text else Decimal(text)


def _read_ratio(text: str) -> Fraction:
    above, _, below = text.partition("/")
    return Fraction(int(above), int(below or 1))


def _ratio(value: Fraction | int) -> str:
    """A fraction as a text; empty for one that would be too long."""
    above, below = value.numerator, value.denominator
    if max(above.bit_length(), below.bit_length()) >= 4 * MAX_LENGTH:
        return ""
    return str(above) if below == 1 else f"{above}/{below}"


def _read_month(text: str) -> Month:
    return Month(int(text[:4]), int(text[5:]))


def _read_week(text: str) -> Week:
    return Week(int(text[:4]), int(text[6:]))


def _read_quarter(text: str) -> Quarter:
    return Quarter(int(text[:4]), int(text[6:]))


def _read_period(text: str) -> Period:
    start, _, end = text.partition("/")
    return Period(date.fromisoformat(start), date.fromisoformat(end))


NUMBER = Scalar(
    "number",
    rf"-?[0-9]+(\.[0-9]+|{_UNDER})?",
    _read_number,
    {Decimal: _plain, Fraction: _ratio, int: _ratio},
    msg('an exact number as a text, such as "123.45" or "2/3"'),
)
"""Values of steps and operands. One without a slash is read as a `Decimal`, which is equal."""

SCALARS = (
    Scalar(
        "decimal",
        _DECIMAL,
        Decimal,
        {Decimal: _plain},
        msg('an exact number as a text, such as "123.45"'),
    ),
    Scalar(
        "fraction",
        f"-?[0-9]+({_UNDER})?",
        _read_ratio,
        {Fraction: _ratio},
        msg('a fraction as a text, such as "2/3"'),
    ),
    Scalar(
        "share",
        f"[0-9]+({_UNDER})?",
        lambda text: Share(_read_ratio(text)),
        {Share: lambda share: _ratio(share.fraction)},
        msg('a share above 0, at most 1, such as "1/2" or "2/3"'),
    ),
    Scalar(
        "kroner",
        _DECIMAL,
        lambda text: Kroner(Decimal(text)),
        {Kroner: lambda kroner: _plain(kroner.amount)},
        msg('an amount of kroner as a text, such as "123.45"'),
    ),
    Scalar(
        "date",
        _DAY,
        date.fromisoformat,
        {date: date.isoformat},
        msg('a day such as "2022-01-31"'),
    ),
    Scalar(
        "month",
        "[0-9]{4}-[0-9]{2}",
        _read_month,
        {Month: str},
        msg('a month such as "2007-11"'),
    ),
    Scalar(
        "week",
        "[0-9]{4}-W[0-9]{2}",
        _read_week,
        {Week: str},
        msg('a week such as "2022-W05"'),
    ),
    Scalar(
        "quarter",
        "[0-9]{4}-Q[1-4]",
        _read_quarter,
        {Quarter: str},
        msg('a quarter such as "2022-Q4"'),
    ),
    Scalar(
        "uuid",
        "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        UUID,
        {UUID: str},
        msg('a UUID such as "6ba7b810-9dad-41d1-80b4-00c04fd430c8"'),
    ),
    Scalar(
        "period",
        f"{_DAY}/{_DAY}",
        _read_period,
        {Period: str},
        msg('a period such as "2022-01-03/2022-02-01", both days included'),
    ),
)
"""One for each kind of value."""

BY_KIND = {kind: scalar for scalar in SCALARS for kind in scalar.texts}
BY_NAME = {scalar.name: scalar for scalar in SCALARS}


_NAMED: frozenset[type[Enum]] = frozenset({Degree, MissingDay, Rounding})
"""Written by the members' names, because their values are sentences or numbers."""


def _any_of_them(choice: MemberCodec) -> Text:
    return msg("one of {known}", known=", ".join(choice.members))


def _written(choice: MemberCodec) -> Mapping[str, str]:
    return {member.name: quoted(word) for word, member in choice.members.items()}


@attrs.frozen(eq=False, slots=False)
class MemberCodec(Codec):
    """The members of an enumeration, each written as a word."""

    name: str
    kind: type[Enum]
    members: Mapping[str, Enum]
    """By the words."""
    accepted: Text = attrs.field(init=False, default=attrs.Factory(_any_of_them, takes_self=True))
    _words: Mapping[str, str] = attrs.field(
        init=False, repr=False, default=attrs.Factory(_written, takes_self=True)
    )
    """By the members' names, as they are written."""

    def fits(self, value: object) -> bool:
        """Whether it is one of the words."""
        return isinstance(value, str) and value in self.members

    def read(self, value: object, _: object = None, /) -> Enum:
        """The member with a word."""
        if isinstance(value, str) and value in self.members:
            return self.members[value]
        raise unfit(self.accepted)

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The word for a member."""
        if type(value) is not self.kind:
            raise WrongType("member", value, a_kind(self.kind))
        return self._words[value._name_]

    def schema(self, definitions: Definitions) -> Schema:
        """One of the words."""
        return definitions.refer(self.name, self._described)

    def _described(self) -> Schema:
        title = "".join(part.capitalize() for part in self.name.split("-"))
        return {
            "title": title,
            "description": summary(self.kind) if self.kind is not Enum else "An answer to a fact.",
            "type": "string",
            "enum": list(self.members),
        }


def member_codec(kind: type[Enum]) -> MemberCodec:
    """The codec of an enumeration.

    >>> list(member_codec(SocialPension).members)
    ['none', 'disability', 'old-age']
    """
    name = WORDS.sub("-", kind.__name__).lower()
    if kind in _NAMED:
        return MemberCodec(name, kind, {member.name.lower(): member for member in kind})
    return MemberCodec(name, kind, {str(member.value): member for member in kind})


class Answers(MemberCodec):
    """The answers that a question to a fact can ask for, each written with its kind.

    >>> list(ANSWERS.members)[:2]
    ['measure-state.tried', 'measure-state.ruled-out']
    """

    def write(self, value: Any, sheet: Sheet, at: str) -> str:  # noqa: ARG002
        """The word for a member of any of the kinds."""
        for word, member in self.members.items():
            if member is value:
                return quoted(word)
        raise WrongType("member", value, a_kind(Enum))


ANSWERS = Answers(
    "answer",
    Enum,
    {
        f"{name}.{member.value}": member
        for name, kind in (
            ("measure-state", MeasureState),
            ("benefit", Benefit),
            ("social-pension", SocialPension),
            ("terms", Terms),
        )
        for member in kind
    },
)
