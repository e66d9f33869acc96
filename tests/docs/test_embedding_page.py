"""The store on the page about embedding keeps what it is given, from one process to the next."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "embedding.md"
OPENED = 'file = Path(mkdtemp(), "cases.db")'
CELLS = re.findall(
    r"^```\{code-cell\}\n(.*?)^```$", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE
)
STORE, USE = CELLS[:2], CELLS[2:]


def ran(file, *cells):
    """What a process of its own prints that runs these cells of the page on a file."""
    text = "\n".join(cells)
    assert OPENED in text
    code = text.replace(OPENED, f"file = Path({str(file)!r})")
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout


def kept(file):
    """The documents in a file, as sqlite has them."""
    with closing(sqlite3.connect(file)) as database:
        return database.execute("SELECT document FROM events").fetchall()


def test_what_one_process_appends_another_reads(tmp_path):
    file = tmp_path / "cases.db"
    assert "" == ran(file, *STORE, USE[0])
    assert "2\n" == ran(file, *STORE, "print(read('A').version)")
    assert 2 == len(kept(file))


def test_what_each_process_appends_is_kept(tmp_path):
    """Each appends its own event after what the one before it left, and ends."""
    file = tmp_path / "cases.db"
    events = USE[0].replace('append("A", opening, 0), append("A", leave, 1)', "")
    assert events != USE[0]
    for version, name in enumerate(("opening", "leave")):
        said = f"print(append('A', {name}, {version}))"
        assert f"{version + 1}\n" == ran(file, *STORE, events, said)
    assert "1\n" == ran(file, *STORE, events, "print(append('A', opening, 0) - 1)")


def test_the_whole_page_runs_on_a_file(tmp_path):
    file = tmp_path / "cases.db"
    printed = ran(file, *CELLS)
    assert "3 | " in printed
    assert "employee [None, 'what the doctor wrote', None]" in printed
    assert 4 == len(kept(file))


def test_what_fails_leaves_nothing(tmp_path):
    """Two events on one version: the second is refused by the key, and the first is kept."""
    file = tmp_path / "cases.db"
    again = """
try:
    with database:
        database.execute("INSERT INTO events VALUES ('A', 9, 'x', 'y')")
        database.execute("INSERT INTO events VALUES ('A', 1, 'z', 'y')")
except sqlite3.IntegrityError:
    print("refused")
"""
    assert "refused\n" == ran(file, *STORE, USE[0], again)
    assert "2\n" == ran(file, *STORE, "print(read('A').version)")
