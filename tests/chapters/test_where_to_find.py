"""What an object says is what its section says: the words and figures of the section are there."""

import re

import pytest
from chapters.said import said
from chapters.test_documents import NAMED, TABLE

ROWS = [
    pytest.param(row, id=f"{document} {row['section']}: {row['says'][:40]}")
    for document, rows in TABLE.items()
    for row in rows
]
TEXTS = {address: said(address) for address in sorted(NAMED)}


def tells(address, row):
    """Which words and figures of a row an object says; a figure is a number of its own."""
    text = TEXTS[address]
    figures = {
        figure
        for figure in row.get("figures", [])
        if re.search(rf"(?<![\d.,/]){re.escape(figure)}(?![\d/]|[.,]\d)", text)
    }
    return {word for word in row["words"] if word in text} | figures


@pytest.mark.parametrize("row", ROWS)
def test_each_object_says_something_of_its_section(row):
    assert [] == [address for address in row["objects"] if not tells(address, row)]


@pytest.mark.parametrize("row", ROWS)
def test_each_word_and_figure_of_a_section_is_said(row):
    told = set().union(*(tells(address, row) for address in row["objects"]))
    wanted = [*row["words"], *row.get("figures", [])]
    assert len(wanted) == len(set(wanted)) >= 3
    assert [] == [word for word in wanted if word not in told]


@pytest.mark.parametrize("row", ROWS)
def test_objects_of_another_document_do_not_say_it_all(row):
    """The words are of this section: elsewhere some of them are missing."""
    other = {"midtjylland": "herlev", "herlev": "midtjylland"}
    [document] = [name for name, rows in TABLE.items() if row in rows]
    for elsewhere in TABLE[other[document]]:
        told = set().union(*(tells(address, row) for address in elsewhere["objects"]))
        shared = set(row["objects"]) & set(elsewhere["objects"])
        assert shared or not {*row["words"], *row.get("figures", [])} <= told
