"""The notebooks of the manual run where they are pasted: without the manual, and in any folder."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ipython_home import ipython_home

PAGES = sorted(
    path for path in Path("docs/notebooks").glob("*.md") if "code-cell" in path.read_text("utf-8")
)
CELL = re.compile(r"^```\{code-cell\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
INSTALLED = {"datetime", "decimal", "fractions", "duckdb", "polars", "socialkapitel"}
LARGE = {"region"}
"""With a million rows; the manual's build runs it."""


def code(path):
    return "\n".join(CELL.findall(path.read_text("utf-8")))


@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_nothing_is_hidden_and_all_that_is_imported_can_be_installed(path):
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(code(path)))
        for name in (
            [node.module]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in getattr(node, "names", [])]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert imported <= INSTALLED
    assert "remove-input" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem) for path in PAGES if path.stem not in LARGE]
)
def test_it_runs_when_it_is_pasted(path, tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code(path)],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        text=True,
    )
    assert "" == done.stderr


ON_A_PAGE = """
import nbformat
from nbclient import NotebookClient

cell = "from socialkapitel import whatif; whatif.history('flexjob.ceiling_yearly').chart()"
notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
NotebookClient(notebook, kernel_name="python3").execute()
[shown] = notebook.cells[0].outputs
print(shown["data"]["text/html"])
"""


@pytest.mark.parametrize(("language", "title"), [("da", "Årligt"), ("en", "Yearly")])
def test_on_a_page_things_show_themselves_in_its_language(language, title):
    env = {
        **os.environ,
        "IPYTHONDIR": ipython_home(),
        "MANUAL_LANGUAGE": language,
        "PYTHONPATH": os.pathsep.join(["docs/_ext", *filter(None, sys.path)]),
    }
    done = subprocess.run(
        [sys.executable, "-c", ON_A_PAGE],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env=env,
    )
    assert done.stdout.startswith('<div class="paper" role="img"')
    assert title in done.stdout
