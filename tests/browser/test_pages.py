"""The manual opens in windows of both sizes, in light and dark, on paper and below a path."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from browser.conftest import too_wide, until

NOTEBOOKS = ["challenge", "employee", "region", "workplace"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_front_page_opens_and_needs_no_scrolling_aside(visit, language):
    page = visit(f"{language}/index.html")
    assert language == page.locator("html").get_attribute("lang")
    assert {} == too_wide(page)


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_page_says_what_it_is_to_those_who_link_to_it(visit, language):
    page = visit(f"{language}/calculators/flexjob-refund.html")
    names = ["meta[name=description]", "meta[property='og:description']"]
    described, shared_as = (page.locator(name).get_attribute("content") for name in names)
    assert len(described) > 40
    assert described == shared_as
    title = page.locator("meta[property='og:title']").get_attribute("content")
    assert title in page.title()
    icon = page.locator("link[rel=icon], link[rel='shortcut icon']").first
    answer = page.request.get(icon.evaluate("link => link.href"))
    assert b"<svg" in answer.body()


def test_code_has_a_button_that_copies_it(page_of):
    permissions = ["clipboard-read", "clipboard-write"]
    page = page_of("en/getting-started.html", permissions=permissions)
    block = page.locator("div.highlight:has(button.copybtn)").first
    block.hover()
    block.locator("button.copybtn").click()
    until(page, "document.querySelector('button.copybtn.success')")
    assert page.evaluate("navigator.clipboard.readText()").strip() in block.inner_text()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_cheat_sheet_is_a_pdf_as_well(visit, language):
    page = visit(f"{language}/cheat-sheet.html")
    link = page.locator("p.pdf a").evaluate("a => a.href")
    assert page.request.get(link).body().startswith(b"%PDF")


def test_paper_has_the_text_and_nothing_to_click(visit):
    page = visit("da/law.html")
    around = page.locator(".sidebar-drawer, .toc-drawer, .copybtn, p.codes-switch").all()
    assert around
    page.emulate_media(media="print")
    assert not any(one.is_visible() for one in around)
    assert page.locator("h1").is_visible()


def test_rows_on_a_phone_have_no_empty_cells(page_of):
    page = page_of("da/calculators/flexjob-refund.html", size="phone")
    assert page.locator("table.stacks").count()
    shown = page.locator("table.stacks td:visible").all_inner_texts()
    assert shown
    assert [] == [text for text in shown if not text.strip()]


def pasted(notebook):
    """The code of a notebook, cell after cell."""
    return "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")


@pytest.mark.parametrize("name", NOTEBOOKS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_notebook_is_downloaded_and_runs_when_pasted(visit, language, name, tmp_path):
    page = visit(f"{language}/notebooks/{name}.html")
    above = page.locator("p.notebook-file")
    assert "pip install jupyterlab" in above.inner_text()
    assert "JupyterLite" in above.inner_text()
    with page.expect_download() as saved:
        above.get_by_role("link").click()
    assert f"{name}.ipynb" == saved.value.suggested_filename
    notebook = nbformat.reads(Path(saved.value.path()).read_text("utf-8"), as_version=4)
    nbformat.validate(notebook)
    code = pasted(notebook)
    assert ('sk.language("da")' in code) == (language == "da")
    if (language, name) == ("da", "challenge"):  # tests/docs run the code of the others
        command = [sys.executable, "-W", "error", "-c", code]
        done = subprocess.run(
            command, capture_output=True, check=False, cwd=tmp_path, encoding="utf-8"
        )
        assert "" == done.stderr


def test_a_page_that_asks_another_host_is_noticed_and_gets_nothing(visit, asked_elsewhere):
    page = visit("en/index.html")
    asked = "fetch('https://example.org/').then(() => 'found', () => 'blocked')"
    assert "blocked" == page.evaluate(asked)
    assert ["https://example.org/"] == asked_elsewhere
    asked_elsewhere.clear()


def test_a_script_that_fails_is_noticed(visit, failed_scripts):
    page = visit("en/index.html")
    with page.context.expect_event("weberror"):
        page.evaluate("setTimeout(() => { throw new Error('planted') })")
    assert ["planted" in failed for failed in failed_scripts] == [True]
    failed_scripts.clear()
