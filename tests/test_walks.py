"""How far a reader walks: no question passes through more files than the page says."""

import pytest

from tools import walks


@pytest.mark.parametrize("question", walks.AIMS)
def test_no_walk_is_longer_than_the_page_says(question):
    files, _ = walks.walk(walks.journeys()[question])
    assert len(files) <= walks.AIMS[question], files


def test_each_question_has_a_limit():
    assert set(walks.AIMS) == set(walks.journeys())
