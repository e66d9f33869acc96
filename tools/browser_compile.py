"""Runs in Pyodide: finds the modules that the library needs, and compiles them for its Python.

Usage: node tools/pyodide.mjs FOLDER tools/browser_compile.py FOLDER

``FOLDER`` has the folders ``stdlib``, ``dependencies``, ``library`` and ``xlsx``. Of the first two,
only the modules are kept that are loaded after the library's modules, including imports within
functions, have been loaded and each form has been filled in and worked out.
"""

import ast
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from py_compile import PycInvalidationMode, compile  # noqa: A004

BESIDES = (
    *("_strptime", "calendar", "traceback", "linecache", "tokenize", "shutil", "zipfile"),
    *(f"encodings.{name}" for name in ("ascii", "cp437", "idna", "latin_1", "utf_16", "utf_8_sig")),
)
"""Modules that Python itself may need later."""


def imported(package: Path) -> Iterator[str]:
    """The modules that a package imports anywhere, and names that may be modules."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def load(*names: str) -> None:
    """Import modules, as far as they are available."""
    for name in names:
        with suppress(ImportError, AttributeError):
            importlib.import_module(name)


def main(folder: Path) -> None:
    """Keep what is needed, compiled."""
    started = {"asyncio", "pyodide", *sys.modules}
    sys.path[:0] = [str(folder / "library"), str(folder / "dependencies"), str(folder / "xlsx")]
    import socialkapitel

    for module in pkgutil.walk_packages(socialkapitel.__path__, "socialkapitel."):
        load(module.name)
    load(*imported(folder / "library"), *imported(folder / "xlsx"), *BESIDES)
    import forms  # type: ignore[import-not-found]  # in the library's folder

    forms.try_all()
    wanted = started | set(sys.modules)
    for part, optimize in (("stdlib", 2), ("dependencies", 2), ("library", 2), ("xlsx", 2)):
        for path in sorted((folder / part).rglob("*.py")):
            parts = path.relative_to(folder / part).with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            if name in wanted or part in {"library", "xlsx"}:
                compile(
                    str(path),
                    f"{path}c",
                    "/".join(parts),
                    doraise=True,
                    optimize=optimize,
                    invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
                )
            path.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
