"""How hard the properties are tried: the same examples in each run, far more of them nightly.

And in which order: files that take long come first, so that no worker waits for another's last one.
"""

import sys

from hypothesis import settings

settings.register_profile("default", deadline=None, derandomize=True)
settings.register_profile("half", deadline=None, derandomize=True, max_examples=50)
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


LONG = {"test_attack", "test_charts", "test_engine", "test_engines", "test_fuzz", "test_statistics"}
"""Files of tests that take long, beside those of laws."""


def pytest_collection_modifyitems(items):
    """Put the files that take long first, and leave the order otherwise as it is."""
    items.sort(key=lambda item: not (item.path.stem in LONG or item.path.stem.endswith("_laws")))
