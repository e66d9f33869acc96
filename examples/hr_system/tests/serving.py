"""Starts the service as a process, as it runs in earnest."""

import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import httpx
import uvicorn
from hr_system.server import configuration

_SECONDS = 60


@contextmanager
def serving_here(app):
    """Serve in a thread of this process; gives the address."""
    server = uvicorn.Server(configuration(app, port=0))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the service did not start"
        time.sleep(0.005)
    host, port = server.servers[0].sockets[0].getsockname()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.should_exit = True
        thread.join(_SECONDS)


class Service:
    """A server in a process of its own, whose output goes to a file."""

    def __init__(self, database_url, people, log, *arguments):
        self._log = log
        with log.open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, Path(__file__).with_name("serve.py"), *arguments],
                env={**os.environ, "HR_DATABASE_URL": database_url, "HR_PEOPLE": str(people)},
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @cached_property
    def url(self):
        """Where it answers, once it does."""
        until = time.monotonic() + _SECONDS
        while time.monotonic() < until and self.process.poll() is None:
            if found := re.search(r"http://[0-9.:]+", self.log):
                return found[0]
            time.sleep(0.05)
        self.kill()
        raise AssertionError(f"the service did not start:\n{self.log}")

    @property
    def log(self):
        """What the process has printed so far."""
        return self._log.read_text("utf-8")

    def client(self):
        """A connection to the server."""
        return httpx.Client(base_url=self.url, timeout=_SECONDS)

    def kill(self):
        """End the process with SIGKILL, unless it has ended."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(_SECONDS)
