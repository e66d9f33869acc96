"""What stands before the service: bounds of size and time, and headers of every answer.

A body is bounded before anybody is asked who they are, and before it is read.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from hr_system.problems import TOO_LARGE, TOO_SLOW, Problem, answer

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

MOST_BYTES = 100_000
"""Far more than any event needs."""

SECONDS = 10
"""In which a body must have come, and a part of an answer must have gone."""

_HEADERS = [
    (b"cache-control", b"no-store"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
]


class Guard:
    """The service behind its bounds."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        send = _marked(send)
        try:
            body = await _whole(scope, receive)
        except _RefusedBody as error:
            refusal = _refusal(scope, error.problem)
            await refusal(scope, receive, send)
            return
        await self.app(scope, _again(body, receive), send)


class _RefusedBody(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


async def _whole(scope: Message, receive: Receive) -> bytes:
    """The body, unless it is too large or too slow; then the rest of it is not read."""
    for name, value in scope["headers"]:
        if name == b"content-length" and int(value) > MOST_BYTES:
            raise _RefusedBody(TOO_LARGE)
    found = bytearray()
    try:
        async with asyncio.timeout(SECONDS):
            while True:
                message = await receive()
                found += message.get("body", b"")
                if len(found) > MOST_BYTES:
                    raise _RefusedBody(TOO_LARGE)
                if not message.get("more_body", False):
                    return bytes(found)
    except TimeoutError:
        raise _RefusedBody(TOO_SLOW) from None


def _again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, for the service to read."""
    left: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive_again() -> Message:
        return left.pop() if left else await receive()

    return receive_again


def _marked(send: Send) -> Send:
    """Keep every answer out of caches, and give up on those who don't take it."""

    async def send_marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
        async with asyncio.timeout(SECONDS):
            await send(message)

    return send_marked


def _refusal(scope: Message, problem: Problem) -> JSONResponse:
    """An answer after which the connection is closed, since what is left of the body is unread."""
    response = answer(Request(scope), problem.status, problem.code, problem.detail)
    response.headers["Connection"] = "close"
    return response
