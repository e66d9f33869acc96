"""Every fault names the file, the line and the key."""

import re
import tomllib
from decimal import Decimal
from enum import Enum
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel import InvalidData, Label
from socialkapitel.nodes import MAX_CHARACTERS, MAX_PARTS, Document

TEXT = '''\
id = "one" # a comment

name = """
[[items]]
id = "no key, but a line of a text"
"""

[[items]]
id = "a"
names = [
    "x", # [here]
    "y",
]

# [[items]]
[[items]]
id = "b"
label = { en = "B", da = "Bé" }
[items.deep.er]
value = 1
'''


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


def document(text):
    return Document("own.toml", text)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("id",), 1),
        (("name",), 3),
        (("items",), 8),
        (("items", 0), 8),
        (("items", 0, "id"), 9),
        (("items", 0, "names"), 10),
        (("items", 0, "names", 1), 10),
        (("items", 1), 16),
        (("items", 1, "id"), 17),
        (("items", 1, "label", "da"), 18),
        (("items", 1, "deep"), 19),
        (("items", 1, "deep", "er", "value"), 20),
    ],
)
def test_line_is_where_a_value_begins(path, line, newline):
    assert line == document(TEXT.replace("\n", newline)).line(path)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("items", 0, "label"), 8),
        (("items", 7), 8),
        (("id", "deeper"), 1),
        (("unknown",), 1),
    ],
)
def test_line_of_what_is_missing_is_that_of_the_nearest_value_around_it(path, line):
    assert line == document(TEXT).line(path)


TRICKY = [
    *("", "# [[x]]", "deep = { en = 1 }", "day = 2008-01-01\r"),
    *('text = """\n[[x]]\n"""', 'text = """[\n\\"""[""""', 'text = "[\\"["', "text = '[\"'"),
    *("text = '''[\n'''''", "list = [\n']', # ]\n]", '"#[" = [[\n], [1]]'),
]


@given(st.lists(st.sampled_from(TRICKY), max_size=5))
def test_law_lines_of_tables_are_found_whatever_stands_between(between):
    text, lines = "", []
    for place, chosen in enumerate(between):
        lines.append(text.count("\n") + 1)
        text += f"[[item]]\nid = {place}\n{chosen}\n"
    found = [document(text).line(("item", place)) for place in range(len(between))]
    assert lines == found


@pytest.mark.parametrize(
    "file", sorted((files("socialkapitel.chapters") / "data").iterdir(), key=str)
)
def test_lines_of_packaged_items_are_right(file):
    text = file.read_text("utf-8")
    seen = {}
    for number, line in enumerate(text.splitlines(), 1):
        if found := re.fullmatch(r"\[\[(\w+)\]\]", line):
            place = seen[found[1]] = seen.get(found[1], -1) + 1
            if place == 2:
                assert number == Document(file.name, text).line((found[1], place))


def fault_of(read):
    with pytest.raises(InvalidData) as caught:
        read(document(TEXT).root())
    return caught.value.line, caught.value.entry, str(caught.value.reason)


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ('id = "a"\nid = "b"\n', 2, "overwrite"),
        ('id = "a"\nlabel = {', 2, "nvalid"),
        ('id = "a"\n\nname = [1,\n', 4, "Invalid value"),
        ("day = 2005-02-30", 1, "date"),
        ("deep = " + "[" * 100_000, 1, ""),
        ("big = 1" + "0" * 5_000, 1, "digits"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(text, line, part):
    with pytest.raises(InvalidData) as caught:
        document(text).root()
    assert (line, "TOML") == (caught.value.line, caught.value.entry)
    assert part in str(caught.value)
    assert str(caught.value).startswith(f"own.toml:{line}: TOML: ")


def test_a_text_that_is_too_long_is_not_parsed():
    text = 'id = "a"\n' + "# more\n" * (MAX_CHARACTERS // 7)
    with pytest.raises(InvalidData, match="file: is longer than 250000 characters"):
        document(text).root()
    assert {"id": "a"} == document(text[:MAX_CHARACTERS]).root().value


def dotted(parts, between=".", part="a"):
    return between.join([part] * parts)


@pytest.mark.parametrize(
    "key",
    [
        dotted(5_000),
        dotted(5_000, part='"a b"'),
        dotted(5_000, part="'a.b'", between=" . "),
        dotted(MAX_PARTS + 1, part="a-1", between="\t. "),
    ],
    ids=len,
)
@pytest.mark.parametrize("line", ["{} = 1", "[{}]", "[[{}]]", "x = {{ {} = 1 }}"])
def test_a_key_of_many_parts_is_not_parsed(key, line):
    text = f'id = "a"\n\n{line.format(key)}\nid = 2'
    with pytest.raises(InvalidData) as caught:
        document(text).root()
    assert (3, "TOML") == (caught.value.line, caught.value.entry)
    assert "a key has more than 20 parts" in str(caught.value)


def test_a_key_of_as_many_parts_as_may_be_is_parsed():
    text = f"{dotted(MAX_PARTS)} = 1\nsize = 1.5\ntext = '{'a' * 100_000}{'. a' * 10}'"
    assert {"a", "size", "text"} == document(text).root().value.keys()


def test_many_dots_alone_make_no_key():
    assert {"text": "." * 40, "n": 1} == document(f"text = '{'.' * 40}'\nn = 1").root().value


def test_the_line_of_a_fault_below_long_statements_is_soon_found(monkeypatch):
    parsed = []
    monkeypatch.setattr(
        tomllib, "loads", lambda text, of=tomllib.loads: parsed.append(1) or of(text)
    )
    items = "    \"x\", # ]]\n    '''\n]\n''',\n" * 2_000
    root = document(f'id = "a"\nnames = [\n{items}]\ny = 1\n').root()
    with pytest.raises(InvalidData) as caught:
        root.table({"id", "names"}, set())
    assert (8_004, "y") == (caught.value.line, caught.value.entry)
    assert len(parsed) < 20


def below(*path):
    def walk(root):
        for key in path:
            root = root.below(key)
        return root

    return walk


ITEM = below("items", 1)
VALUE = below("items", 1, "deep", "er", "value")
ID = below("id")


@pytest.mark.parametrize(
    ("read", "line", "entry", "reason"),
    [
        (lambda r: ID(r).table(set(), set()), 1, "id", "is not a table"),
        (
            lambda r: ITEM(r).table({"id"}, {"label"}),
            19,
            "items[1].deep",
            "is an unknown key; known are id, label",
        ),
        (
            lambda r: ITEM(r).table({"id", "x", "section"}, {"label", "deep"}),
            16,
            "items[1]",
            "lacks section, x",
        ),
        (lambda r: r.table({"id", "name", "items", "x"}, set()), 1, "file", "lacks x"),
        (lambda r: ID(r).list(), 1, "id", "is not a list, or is empty"),
        (lambda r: VALUE(r).string(), 20, "items[1].deep.er.value", "is not a text, or is empty"),
        (
            lambda r: below("items", 1, "label", "da")(r).identifier(),
            18,
            "items[1].label.da",
            "'Bé' is not a name such as yearly-discussion",
        ),
        (
            lambda r: VALUE(r).day(),
            20,
            "items[1].deep.er.value",
            "1 is not a date such as 2005-05-18",
        ),
        (lambda r: ITEM(r).label(), 17, "items[1].id", "is an unknown key; known are da, en"),
        (lambda r: ID(r).count(), 1, "id", "'one' is not a whole number above zero"),
        (lambda r: ID(r).member(Colour), 1, "id", "'one' is none of red, blue"),
    ],
)
def test_a_fault_names_line_and_key(read, line, entry, reason):
    assert (line, entry, reason) == fault_of(read)


def value(text):
    return document(f"value = {text}").root().below("value")


def test_values_are_read():
    assert Label(en="B", da="Bé") == ITEM(document(TEXT).root()).below("label").label()
    assert Decimal("500000.00") == value('"500000"').kroner()
    assert 3 == value("3").count()
    assert Colour.BLUE is value('"blue"').member(Colour)
    assert ("a", "b.c-1") == value('["a", "b.c-1"]').identifiers()
    assert "a text" == value('" a text "').string()
    assert (True, False) == (value("true").flag(), value("false").flag())


@pytest.mark.parametrize(
    ("text", "method", "part"),
    [
        ('["a", "a"]', "identifiers", "occurs twice"),
        ("[]", "identifiers", "is not a list"),
        ('"  "', "string", "or is empty"),
        ('"Blank space"', "identifier", "is not a name"),
        ('"5,555"', "kroner", "a number such as"),
        ('"5000000"', "kroner", "from 0 to 1000000"),
        ("5.5", "kroner", "is not a text"),
        ("0", "count", "above zero"),
        ("true", "count", "above zero"),
        ("1", "flag", "neither true nor false"),
        ('"true"', "flag", "neither true nor false"),
        ("2005-05-18T10:00:00", "day", "is not a date"),
        ("1800-01-01", "day", "1900"),
    ],
)
def test_values_out_of_format_are_refused(text, method, part):
    with pytest.raises(InvalidData, match=part):
        getattr(value(text), method)()
