"""Write what type checkers see of `socialkapitel`: its public names and their modules.

    python tools/public_names.py

The names are in ``src/socialkapitel/__init__.py``, once, as text, so that each is loaded when first
used; ``__init__.pyi`` beside it says the same for type checkers.
"""

from __future__ import annotations

from pathlib import Path

import socialkapitel

STUB = Path(socialkapitel.__file__).with_suffix(".pyi")


def stub() -> str:
    """The contents of the stub."""
    rooms, homes = (vars(socialkapitel)[name] for name in ("_ROOMS", "_HOMES"))
    imports = [f"from socialkapitel import {room} as {room}" for room in rooms]
    for home, names in sorted(homes.items()):
        imports += [f"from socialkapitel.{home} import (", *_listed(names.split()), ")"]
    own = ["__version__: str", "PARAMETERS: ParameterSet"]
    return "\n".join(
        ["# ruff: noqa: I001", "# Written by tools/public_names.py", *imports, "", *own, ""]
    )


def _listed(names: list[str]) -> list[str]:
    return [f"    {name} as {name}," for name in names]


if __name__ == "__main__":
    STUB.write_text(stub(), "utf-8")
