"""Reads what is sent, as it is: the library reads it, and FastAPI does not."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from hr_system.problems import TOO_LARGE, Refused

MOST_BYTES = 100_000
"""Far more than any event needs."""


async def sent(request: Request) -> bytes:
    """The body, unless it is too large; then the rest of it is not read."""
    found = bytearray()
    async for part in request.stream():
        found += part
        if len(found) > MOST_BYTES:
            raise Refused(TOO_LARGE)
    return bytes(found)


Body = Annotated[bytes, Depends(sent)]
