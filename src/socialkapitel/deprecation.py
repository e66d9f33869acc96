"""Deprecated names and calls still work; a `DeprecationWarning` says what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from warnings import warn

P = ParamSpec("P")
R = TypeVar("R")

Former = Callable[..., "Mapping[str, Any] | None"]
"""Reads a call: its arguments by their present names if it has the former form, otherwise None."""


def deprecated(former: str, instead: str, *, stacklevel: int = 1) -> None:
    """Warn that something is deprecated.

    Args:
        former: what was written.
        instead: what to write.
        stacklevel: whose line is reported: 1 for the caller of the function that calls this one.
    """
    warn(
        f"{former} is deprecated; write {instead}",
        DeprecationWarning,
        stacklevel=stacklevel + 2,
    )


def with_former(
    read: Former, former: str, instead: str
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a function also accept a former signature.

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
