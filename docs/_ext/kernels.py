"""Kernels that run the cells of a page, each forked from a process that has imported all they need.

Starting IPython and importing the library would take half a second of each page.
"""

import os
from collections.abc import Mapping, Sequence
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path

from ipykernel.kernelapp import IPKernelApp
from jupyter_client.provisioning import local_provisioner
from sphinx.application import Sphinx

FORKED = "forkserver"
IMPORTED = ["manual", "page", "ipykernel.debugger", "IPython.core.oinspect"]
"""What the kernels import; through the manual's extension all of the library."""


def run(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], apart: Connection
) -> None:
    """Be a kernel, in a group of processes of its own: Jupyter ends the whole group."""
    os.setsid()
    apart.send("apart")
    os.chdir(folder)
    os.environ.update(environment)
    IPKernelApp.launch_instance(arguments, parent_handle=os.getppid())


class ForkedKernel:
    """A kernel's process, with what Jupyter asks of a `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], **_: object
    ) -> None:
        arguments = command[command.index("-f") :]
        context = get_context(FORKED)
        told, apart = context.Pipe(duplex=False)
        self._process = context.Process(target=run, args=(arguments, cwd, env, apart), daemon=True)
        self._process.start()
        told.recv()
        self.pid = self._process.pid

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self) -> int | None:
        self._process.join()
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)


def setup(_app: Sphinx) -> None:
    if FORKED in get_all_start_methods():
        get_context(FORKED).set_forkserver_preload(IMPORTED)
        local_provisioner.launch_kernel = ForkedKernel
