"""What is going away: it still works, and a `DeprecationWarning` says what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from warnings import warn

P = ParamSpec("P")
R = TypeVar("R")

Former = Callable[..., "Mapping[str, Any] | None"]
"""Reads a call: its arguments by their present names where it is a former one, otherwise None."""


def deprecated(former: str, instead: str, *, stacklevel: int = 1) -> None:
    """Warn that something is going away.

    Args:
        former: what was written.
        instead: what to write.
        stacklevel: whose line is named: 1 for whoever called the function that calls this one.
    """
    warn(
        f"{former} is deprecated; write {instead}",
        DeprecationWarning,
        stacklevel=stacklevel + 2,
    )


def with_former(
    read: Former, former: str, instead: str
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function accept a former way to call it.

    >>> import warnings
    >>> def read(*arguments, **named):
    ...     return {"hours": arguments[1], "on": arguments[0]} if len(arguments) == 2 else None
    >>> @with_former(read, "plan(on, hours)", "plan(hours, on=...)")
    ... def plan(hours, *, on):
    ...     return f"{hours} hours on {on}"
    >>> plan(37, on="Monday")
    '37 hours on Monday'
    >>> with warnings.catch_warnings(record=True) as told:
    ...     warnings.simplefilter("always")
    ...     plan("Monday", 37)
    '37 hours on Monday'
    >>> print(told[0].message)
    plan(on, hours) is deprecated; write plan(hours, on=...)
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            present = read(*args, **kwargs)
            if present is None:
                return function(*args, **kwargs)
            deprecated(former, instead)
            renewed: Callable[..., R] = function
            return renewed(**present)

        return call

    return decorate


def renamed(
    names: Mapping[str, str], *, of: str = ""
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function accept arguments by their former names.

    Args:
        names: the present name of each former one.
        of: what the function is called in warnings, where it isn't its own name.

    Raises:
        TypeError: where a call gives an argument by both names, as Python does for one given
            twice.

    >>> import warnings
    >>> @renamed({"weekly": "weekly_hours"})
    ... def plan(*, weekly_hours):
    ...     return f"{weekly_hours} hours"
    >>> with warnings.catch_warnings(record=True) as told:
    ...     warnings.simplefilter("always")
    ...     plan(weekly=37)
    '37 hours'
    >>> print(told[0].message)
    plan(weekly=...) is deprecated; write plan(weekly_hours=...)
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        name = of or getattr(function, "__name__", "")

        @wraps(function)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            given: dict[str, Any] = dict(kwargs)
            for former in names.keys() & given.keys():
                present = names[former]
                if present in given:
                    raise TypeError(f"{name}() got both {former!r} and {present!r}")
                deprecated(f"{name}({former}=...)", f"{name}({present}=...)")
                given[present] = given.pop(former)
            renewed: Callable[..., R] = function
            return renewed(*args, **given)

        return call

    return decorate
