"""The server: uvicorn, with an end to connections that don't get on with their request."""

from __future__ import annotations

import asyncio

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

SECONDS_FOR_A_HEAD = 10
_MOST_CONNECTIONS = 200
_MOST_BYTES_OF_HEAD = 16_384


class ImpatientProtocol(H11Protocol):
    """Closes a connection whose next request is not there, head and all, within some seconds.

    uvicorn itself waits for the head of a request as long as the other side likes. The guard sees
    to the body.
    """

    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start to wait."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait no longer, once a request is there."""
        super().data_received(data)
        cycle: RequestResponseCycle | None = self.cycle
        if cycle is not None and not cycle.response_complete:
            self._stop()

    def on_response_complete(self) -> None:
        """Wait for the next one."""
        super().on_response_complete()
        self._stop()
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._waiting = self.loop.call_later(SECONDS_FOR_A_HEAD, self.transport.abort)

    def _stop(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None


def configuration(app: object, *, host: str = "127.0.0.1", port: int = 8000) -> uvicorn.Config:
    """How the service is run: without an access log, which would hold addresses."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        host=host,
        port=port,
        http=ImpatientProtocol,
        ws="none",
        access_log=False,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        h11_max_incomplete_event_size=_MOST_BYTES_OF_HEAD,
    )
