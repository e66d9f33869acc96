"""The English is native: messages, docstrings and comments say nothing word for word from Danish.

What they don't say is listed in ``words/native.toml``, with what to say instead.
"""

import ast
import io
import re
import tokenize
import tomllib
from pathlib import Path

import pytest

import socialkapitel

ROOT = Path(__file__).parents[1]
PACKAGE = Path(socialkapitel.__file__).parent
FILES = sorted([*PACKAGE.rglob("*.py"), *ROOT.glob("tools/*.py")])
NATIVE = Path(__file__).parent / "words" / "native.toml"
AVOIDED = tomllib.loads(NATIVE.read_text("utf-8"))["avoided"]


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


SAID = [
    (f"{file.parent.name}/{file.name}:{line}", sentence)
    for file in FILES
    for line, sentence in said_in(file.read_text("utf-8"))
]


def compiled(avoided):
    return re.compile(avoided["pattern"], re.IGNORECASE)


@pytest.mark.parametrize("avoided", AVOIDED, ids=lambda each: each["instead"])
def test_no_sentence_says_it_so(avoided):
    pattern = compiled(avoided)

    assert [] == [(where, text) for where, text in SAID if pattern.search(text)], avoided["instead"]


@pytest.mark.parametrize("avoided", AVOIDED, ids=lambda each: each["instead"])
def test_a_pattern_finds_its_example_and_nothing_in_what_to_say(avoided):
    pattern = compiled(avoided)

    assert pattern.search(avoided["hit"])
    assert not pattern.search(avoided["miss"])


def test_sentences_are_found():
    source = '''"""A sheet that\n    lasts."""\nx = 1  # one of\n# two and\n# three lines\n'''

    assert [(1, "A sheet that lasts."), (3, "one of"), (5, "two and three lines")] == [
        *said_in(source)
    ]
    assert len(SAID) > 5_000
