"""The kernels that execute pages: what they do first, and where they are reached."""

import socket
from pathlib import Path
from tempfile import mkdtemp

from jupyter_client.connect import ConnectionFileMixin


def ipython_home() -> str:
    """A new folder for ``IPYTHONDIR``, where results show in the page's language.

    IPython keeps its history there, too.
    """
    home = Path(mkdtemp())
    start = home / "profile_default" / "startup" / "start.py"
    start.parent.mkdir(parents=True)
    start.write_text("import page\n\npage.at_home(get_ipython())\n", "utf-8")
    return str(home)


def reach_by_path() -> None:
    """Reach kernels by paths of their own, not by ports, which two of them may pick at once."""
    if hasattr(socket, "AF_UNIX"):
        ConnectionFileMixin.transport.default_value = "ipc"
        ConnectionFileMixin._ip_default = lambda _: str(  # noqa: SLF001 traitlets calls it so
            Path(mkdtemp(), "kernel")
        )
