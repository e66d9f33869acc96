"""Where IPython finds what it does first in each page: results show in the page's language."""

from pathlib import Path
from tempfile import mkdtemp


def ipython_home() -> str:
    """A new folder for ``IPYTHONDIR``; IPython keeps its history there, too."""
    home = Path(mkdtemp())
    start = home / "profile_default" / "startup" / "start.py"
    start.parent.mkdir(parents=True)
    start.write_text("import page\n\npage.at_home(get_ipython())\n", "utf-8")
    return str(home)
