"""How hard the properties are tried: the same examples in each run, far more of them nightly."""

import sys

from hypothesis import settings

settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=15)
settings.register_profile("nightly", deadline=None, max_examples=5_000, print_blob=True)
settings.load_profile("default")

MEMOS = {
    "socialkapitel.explanation.worksheet": "_read_once",
}


def pytest_runtest_setup():
    """Begin each test with nothing remembered, so that it meets the code that it is there for.

    Without that a mutant hides behind what an earlier test has found.
    """
    for module, memo in MEMOS.items():
        if module in sys.modules:
            getattr(sys.modules[module], memo).cache_clear()
