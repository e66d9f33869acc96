"""Runs in Pyodide: pytest, with the packages of another folder.

Usage: node tools/pyodide.mjs PROJECT,PACKAGES tools/pytest_in_pyodide.py PACKAGES [OPTION...]
"""

import sys
from pathlib import Path

packages, *options = sys.argv[1:]
sys.path[:0] = [str(Path.cwd() / "src"), packages]

import pytest  # noqa: E402 found where the packages are

print(f"Python {sys.version} on {sys.platform}")
sys.exit(pytest.main([*options, "-p", "no:cacheprovider"]))
