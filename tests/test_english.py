"""The English is native: texts, docstrings, comments and the manual aren't Danish word for word.

What they don't say is listed in ``words/native.toml``, with what to say instead.
"""

import ast
import io
import re
import tokenize
import tomllib
from functools import cache
from pathlib import Path

import pytest
from texts import data

import socialkapitel

ROOT = Path(__file__).parents[1]
PACKAGE = Path(socialkapitel.__file__).parent
FILES = sorted([*PACKAGE.rglob("*.py"), *ROOT.glob("tools/*.py"), *ROOT.glob("docs/_ext/*.py")])
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
PAGES.remove(ROOT / "CHANGELOG.md")  # what was released keeps its words
NATIVE = tomllib.loads((Path(__file__).parent / "words" / "native.toml").read_text("utf-8"))
AVOIDED, IN_THE_MANUAL = NATIVE["avoided"], NATIVE["avoided_in_the_manual"]
CODE = re.compile(r"^(```+).*?^\1$", re.MULTILINE | re.DOTALL)
METADATA = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
QUOTED = re.compile(r'"[^"\n]*"')
BETWEEN = re.compile(r"\n(?=\s*\n|[ ]*(?:[-*|#]|\d+\.) )")


def said_in(source):
    """The sentences of a module, by line: its texts and docstrings, and its comments as blocks."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.lineno, " ".join(node.value.split())
    last, block = (0, 0), []
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT:
            continue
        if block and token.start != (last[0] + 1, last[1]):
            yield last[0], " ".join(block)
            block = []
        last = token.start
        block.append(token.string.lstrip("# "))
    if block:
        yield last[0], " ".join(block)


def written_on(page):
    """The prose of a page, by line: no code, no metadata, and nothing that it quotes."""
    for left_out in (METADATA, CODE):
        page = left_out.sub(lambda found: "\n" * found[0].count("\n"), page)
    line = 1
    for block in BETWEEN.split(page):
        sentence = QUOTED.sub("…", " ".join(block.split()))
        if sentence:
            yield line + len(block) - len(block.lstrip("\n")), sentence
        line += block.count("\n") + 1


def found_in(files, read):
    return [
        (f"{file.parent.name}/{file.name}:{line}", sentence)
        for file in files
        for line, sentence in read(file.read_text("utf-8"))
    ]


@cache
def said():
    """What the modules and the data say."""
    return [*found_in(FILES, said_in), *((text.where, text.en) for text in data())]


@cache
def written():
    """What the pages say."""
    return found_in(PAGES, written_on)


def compiled(avoided):
    return re.compile(avoided["pattern"], re.IGNORECASE)


@pytest.mark.parametrize("avoided", AVOIDED, ids=lambda each: each["instead"])
def test_no_sentence_says_it_so(avoided):
    pattern = compiled(avoided)

    found = [(where, text) for where, text in said() + written() if pattern.search(text)]

    assert [] == found, avoided["instead"]


@pytest.mark.parametrize("avoided", IN_THE_MANUAL, ids=lambda each: each["instead"])
def test_no_page_says_it_so(avoided):
    pattern = compiled(avoided)
    found = [(where, text) for where, text in written() if pattern.search(text)]

    assert [] == found, avoided["instead"]


@pytest.mark.parametrize("avoided", AVOIDED + IN_THE_MANUAL, ids=lambda each: each["instead"])
def test_a_pattern_finds_its_example_and_nothing_in_what_to_say(avoided):
    pattern = compiled(avoided)

    assert pattern.search(avoided["hit"])
    assert not pattern.search(avoided["miss"])


def test_sentences_are_found():
    source = '''"""A sheet that\n    lasts."""\nx = 1  # one of\n# two and\n# three lines\n'''

    assert [(1, "A sheet that lasts."), (3, "one of"), (5, "two and three lines")] == [
        *said_in(source)
    ]
    assert len(said()) > 5_000


def test_the_prose_of_a_page_is_found():
    page = (
        '---\nkernel: it stands\n---\n\n# A page\n\nOne\ntwo, not "stands".\n'
        "\n```python\nit = stands\n```\n\n- a list\n- of\n  two\n"
    )

    assert [(5, "# A page"), (7, "One two, not …."), (14, "- a list"), (15, "- of two")] == [
        *written_on(page)
    ]
    assert len(written()) > 1_500
