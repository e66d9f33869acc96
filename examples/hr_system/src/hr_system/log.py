"""What is logged of a request: what was asked for and how it went, and never what was sent.

A server's own access log has whole addresses, and people paste numbers into addresses: it is to be
turned off (``--no-access-log``).
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

logger = logging.getLogger("hr_system")


def log_requests(app: FastAPI) -> None:
    """Log each request by the pattern of its address, such as ``/cases/{case_id}``."""

    @app.middleware("http")
    async def log(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await answer(request)
        route = request.scope.get("route")
        pattern = getattr(route, "path", "no such address")
        logger.info("%s %s %s", request.method, pattern, response.status_code)
        return response
