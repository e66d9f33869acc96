"""The notebooks of the manual run where they are pasted: without the manual, and in any folder."""

import ast
import base64
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import nbformat
import notebook_files
import pytest
from ipython_home import ipython_home

PAGES = sorted(
    path for path in Path("docs/notebooks").glob("*.md") if "code-cell" in path.read_text("utf-8")
)
INSTALLED = {"datetime", "decimal", "fractions", "duckdb", "polars", "socialkapitel"}
LARGE = {"region"}
"""With a million rows; the manual's build runs it."""


def code(path):
    return notebook_files.code(path.read_text("utf-8"))


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


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("path", PAGES, ids=[path.stem for path in PAGES])
def test_a_page_becomes_a_notebook_in_its_language(path, language):
    page = f"notebooks/{path.stem}"
    text = path.read_text("utf-8")
    say = notebook_files.catalogue(Path("docs/locale"), language, page)
    titles = defaultdict(lambda: "A title")
    made = notebook_files.notebook(text, language, say, titles)
    nbformat.validate(made)
    sets = [] if language == "en" else ['import socialkapitel as sk\n\nsk.language("da")']
    cells = [cell["source"] for cell in made["cells"] if cell["cell_type"] == "code"]
    assert "\n".join([*sets, code(path)]) == "\n".join(cells)
    told = "\n".join(cell["source"] for cell in made["cells"] if cell["cell_type"] == "markdown")
    assert "\n## " in told
    assert ".md)" not in told
    assert (" the " in told) == (language == "en")


def test_a_notebook_says_what_it_needs():
    assert {
        "challenge": ['"socialkapitel[plots]"'],
        "employee": ['"socialkapitel[plots]"'],
        "region": ["duckdb", "polars", '"socialkapitel[frames]"'],
        "workplace": ["polars", '"socialkapitel[frames,plots]"'],
    } == {path.stem: notebook_files.packages(path.read_text("utf-8")) for path in PAGES}


IN_KERNELS = """
import json, sys
import nbformat
from nbclient import NotebookClient

cell = "from socialkapitel import whatif; whatif.history('flexjob.ceiling_yearly').chart()"
shown = []
for env in json.load(sys.stdin):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    NotebookClient(notebook, kernel_name="python3").execute(env=env)
    shown.append(notebook.cells[0].outputs)
print(json.dumps(shown))
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What a chart shows on a page in each language, and away from the manual."""
    plain = {key: value for key, value in os.environ.items() if key != "MANUAL_LANGUAGE"}
    on_a_page = {
        "IPYTHONDIR": ipython_home(),
        "PYTHONPATH": os.pathsep.join(["docs/_ext", *filter(None, sys.path)]),
    }
    away = {
        "IPYTHONDIR": str(tmp_path_factory.mktemp("ipython")),
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    envs = [plain | on_a_page | {"MANUAL_LANGUAGE": language} for language in ("da", "en")]
    done = subprocess.run(
        [sys.executable, "-c", IN_KERNELS],
        capture_output=True,
        check=True,
        encoding="utf-8",
        input=json.dumps([*envs, plain | away]),
    )
    return dict(zip(("da", "en", "away"), json.loads(done.stdout), strict=True))


@pytest.mark.parametrize(("language", "title"), [("da", "Årligt"), ("en", "Yearly")])
def test_on_a_page_things_show_themselves_in_its_language(language, title, shown):
    [output] = shown[language]
    page = output["data"]["text/html"]
    assert page.startswith('<div class="paper" role="img"')
    assert title in page


BUILT_IN = {"image/png", "text/plain"}
"""What JupyterLab and VS Code draw by themselves, without an extension or a network."""


def test_a_chart_is_saved_as_a_picture_that_every_notebook_draws(shown):
    [output] = shown["away"]
    picture = base64.b64decode(output["data"]["image/png"])
    assert set(output["data"]) == BUILT_IN
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert 600 < output["metadata"]["image/png"]["width"] < 900
