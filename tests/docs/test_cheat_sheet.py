import ast
import inspect
import re
from pathlib import Path

import pytest
import typst
from cheat_sheet import SETTING, escaped, markup, quoted
from docutils import nodes

import socialkapitel as sk

PAGE = (Path(__file__).parents[2] / "docs" / "cheat-sheet.md").read_text("utf-8")
WRITTEN = [code for code in re.findall(r"`([^`\n]+)`", PAGE) if code.startswith("sk.")]


@pytest.mark.parametrize("code", WRITTEN)
def test_what_is_to_be_written_is_python_with_names_and_arguments_of_ours(code):
    for node in ast.walk(ast.parse(code, mode="eval")):
        match node:
            case ast.Attribute(ast.Name("sk"), name):
                assert hasattr(sk, name)
            case ast.Call(ast.Attribute(ast.Name("sk"), name)):
                call = getattr(sk, name)
                taken = inspect.signature(call)
                taken.bind(*node.args, **{each.arg: each.value for each in node.keywords})


def test_every_calculator_stands_on_it():
    table = (Path(__file__).parents[2] / "docs" / "calculators" / "index.md").read_text("utf-8")
    names = set(re.findall(r"\| `(\w+)`", table)) - {"flexjob_year", "flex_wage_year"}
    told = {name for code in WRITTEN for name in re.findall(r"sk\.(\w+)", code)}
    assert names - told - {"assistance_allowance", "net_expansion"} == set()


@pytest.mark.parametrize("text", ["#set", "$x$", "*b* _c_", "a@b <c> [d]", "back\\slash `e` ~"])
def test_no_sign_of_a_text_means_something_on_paper(text):
    pdf = typst.compile((SETTING.format(title="t", language="en") + escaped(text)).encode())
    assert pdf.startswith(b"%PDF")


def test_code_keeps_its_quotation_marks():
    assert quoted('"2/3"\\') == '"\\"2/3\\"\\\\"'


def test_a_table_becomes_a_table_and_the_link_to_the_pdf_is_left_out():
    head, body = (
        nodes.row("", *(nodes.entry("", nodes.paragraph(text=text)) for text in texts))
        for texts in (("", "c"), ("a", "b"))
    )
    group = nodes.tgroup("", nodes.thead("", head), nodes.tbody("", body), cols=2)
    table = nodes.table("", group)
    link = nodes.paragraph(text="PDF", classes=["pdf"])
    assert (
        markup(nodes.section("", table, link))
        == "#block(breakable: false)[\n#table([], [*c*], [a], [b])\n]\n"
    )
