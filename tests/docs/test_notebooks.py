"""The notebooks of the manual run where they are pasted: without the manual, and in any folder."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

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
