"""Questions about one fact, answered by yes, no, or "not known"."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import cast

import attrs

from socialkapitel.brief import brief
from socialkapitel.messages import Label, Labelled, Text, joined, msg, quoted
from socialkapitel.parameters import ParameterSet
from socialkapitel.schemes.facts import Facts, FactValue, fact_label

YES = Label(en="yes", da="ja")
NO = Label(en="no", da="nej")


class Predicate(ABC):
    """A question about the facts (betingelse)."""

    @abstractmethod
    def judge(self, facts: Facts, day: date, parameters: ParameterSet) -> bool | None:
        """The answer on a day; None where the facts don't decide it."""

    @abstractmethod
    def unknown(self, facts: Facts, day: date, parameters: ParameterSet) -> tuple[str, ...]:
        """The unknown facts that could still change the answer."""

    @property
    @abstractmethod
    def leaves(self) -> tuple[Leaf, ...]:
        """The single questions that it consists of."""

    @property
    def names(self) -> tuple[str, ...]:
        """The facts that it reads."""
        return tuple(leaf.fact for leaf in self.leaves)

    def because(self, facts: Facts, day: date, parameters: ParameterSet) -> Text:
        """Why the answer is what it is: the missing facts, or else the known ones.

        >>> from socialkapitel import PARAMETERS
        >>> print(Fact("employed_here").because(Facts(), date(2008, 1, 1), PARAMETERS))
        information is missing on: "Employed here"
        """
        missing = self.unknown(facts, day, parameters)
        if missing:
            return msg("information is missing on: {facts}", facts=quoted(map(fact_label, missing)))
        known = [leaf for leaf in self.leaves if facts.value(leaf.fact) is not None]
        return joined([leaf.shown(facts, day, parameters) for leaf in known or self.leaves])


class Leaf(Predicate):
    """A question about one fact."""

    fact: str

    @abstractmethod
    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        """The answer for a known value."""

    def limit(self, day: date, parameters: ParameterSet) -> Text | None:
        """What a number is compared with."""
        del day, parameters
        return None

    def judge(self, facts: Facts, day: date, parameters: ParameterSet) -> bool | None:
        value = facts.value(self.fact)
        return None if value is None else self.holds(value, day, parameters)

    def unknown(self, facts: Facts, day: date, parameters: ParameterSet) -> tuple[str, ...]:
        del day, parameters
        return (self.fact,) if facts.value(self.fact) is None else ()

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return (self,)

    def shown(self, facts: Facts, day: date, parameters: ParameterSet) -> Text:
        """The fact, its value and what it is compared with, in words."""
        value = facts.value(self.fact)
        limit = self.limit(day, parameters)
        if limit is None:
            return msg("{fact}: {value}", fact=fact_label(self.fact), value=_worded(value))
        return msg(
            "{fact}: {value} ({limit})",
            fact=fact_label(self.fact),
            value=_worded(value),
            limit=limit,
        )


def _worded(value: FactValue | None) -> object:
    if value is None:
        return Label(en="not known", da="ikke kendt")
    if isinstance(value, bool):
        return YES if value else NO
    return value.label if isinstance(value, Labelled) else value


@attrs.frozen
class Fact(Leaf):
    """A fact is true.

    >>> from socialkapitel import PARAMETERS
    >>> employed = Fact("employed_here")
    >>> day = date(2008, 1, 1)
    >>> employed.judge(Facts(employed_here=False), day, PARAMETERS)
    False
    >>> employed.judge(Facts(), day, PARAMETERS) is None
    True
    >>> employed.unknown(Facts(), day, PARAMETERS)
    ('employed_here',)
    """

    fact: str

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        del day, parameters
        return bool(value)


@attrs.frozen
class AtLeast(Leaf):
    """A number reaches a limit: a legal figure, or a number given here."""

    fact: str
    least: int = 0
    parameter: str = attrs.field(default="", kw_only=True)

    def _limit(self, day: date, parameters: ParameterSet) -> Decimal:
        return parameters[self.parameter].on(day).value if self.parameter else Decimal(self.least)

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        return _number(value) >= self._limit(day, parameters)

    def limit(self, day: date, parameters: ParameterSet) -> Text:
        return msg("at least {least}", least=self._limit(day, parameters))


@attrs.frozen
class AtMost(Leaf):
    """A number is not above a limit."""

    fact: str
    most: int

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        del day, parameters
        return _number(value) <= self.most

    def limit(self, day: date, parameters: ParameterSet) -> Text:
        del day, parameters
        return msg("at most {most}", most=self.most)


def _number(value: FactValue) -> Decimal:
    return Decimal(cast("int | Decimal", value))


@attrs.frozen
class Exactly(Leaf):
    """A number equals another."""

    fact: str
    number: int

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        del day, parameters
        return _number(value) == self.number

    def limit(self, day: date, parameters: ParameterSet) -> Text:
        del day, parameters
        return msg("exactly {number}", number=self.number)


@attrs.frozen
class Before(Leaf):
    """A day is earlier than another.

    >>> from socialkapitel import PARAMETERS
    >>> facts = Facts(job_begins_on=date(2013, 2, 1))
    >>> Before("job_begins_on", date(2013, 1, 1)).judge(facts, date(2012, 12, 10), PARAMETERS)
    False
    """

    fact: str
    limit_day: date

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        del day, parameters
        return cast("date", value) < self.limit_day

    def limit(self, day: date, parameters: ParameterSet) -> Text:
        del day, parameters
        return msg("before {day}", day=self.limit_day)


@attrs.frozen
class BeginsFrom(Leaf):
    """Something begins on a day or later.

    What is granted begins no earlier than the grant. So where the first day is not given, the day
    that is asked about decides.
    """

    fact: str
    first: date

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        del day, parameters
        return cast("date", value) >= self.first

    def judge(self, facts: Facts, day: date, parameters: ParameterSet) -> bool:
        value = facts.value(self.fact)
        return self.holds(day if value is None else value, day, parameters)

    def unknown(self, facts: Facts, day: date, parameters: ParameterSet) -> tuple[str, ...]:
        del facts, day, parameters
        return ()

    def limit(self, day: date, parameters: ParameterSet) -> Text:
        del day, parameters
        return msg("on {day} or later", day=self.first)

    def shown(self, facts: Facts, day: date, parameters: ParameterSet) -> Text:
        if facts.value(self.fact) is None:
            return msg("the job begins on {day} or later", day=day)
        return super().shown(facts, day, parameters)


@brief
@attrs.frozen
class AgeBetween(Leaf):
    """A person's age on the day is at least one number, and below another.

    ``older`` are those born on or before a day, to whom another upper limit applies.
    """

    fact: str
    least: int
    below: int | None = None
    older: tuple[date, int] | None = None

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        del parameters
        born = cast("date", value)
        years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
        below = self.below
        if self.older is not None and born <= self.older[0]:
            below = self.older[1]
        return self.least <= years and (below is None or years < below)

    def limit(self, day: date, parameters: ParameterSet) -> Text:
        del day, parameters
        if self.below is None:
            return msg("at least {least} years old", least=self.least)
        if self.older is None:
            return msg("from {least} to under {below} years", least=self.least, below=self.below)
        return msg(
            "from {least} to under {below} years, to under {later} if born by {day}",
            least=self.least,
            below=self.below,
            later=self.older[1],
            day=self.older[0],
        )


@brief
@attrs.frozen(init=False)
class OneOf(Leaf):
    """A fact is one of some answers."""

    fact: str
    members: tuple[Enum, ...]

    def __init__(self, fact: str, *members: Enum) -> None:
        object.__setattr__(self, "fact", fact)
        object.__setattr__(self, "members", members)

    def holds(self, value: FactValue, day: date, parameters: ParameterSet) -> bool:
        del day, parameters
        return value in self.members
