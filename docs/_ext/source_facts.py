"""What the source says of itself: its caveats, rules, constants, and the packaged chapters."""

import ast
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import iter_modules

from socialkapitel import Chapter, Evidence, Message, Rule, Severity, calculators, chapter

PACKAGE = Path(calculators.__file__).parents[1]


class Unreadable(Exception):
    """A caveat whose code, severity or text can't be read from the source."""


@cache
def caveats(package: Path = PACKAGE) -> list[tuple[str, str, Severity, Message]]:
    """Module, code, severity and text of every caveat, in order.

    Raises:
        Unreadable: for a call whose code, severity or text is no literal, nor, of a text, a name
            that is given to one.
    """
    return [
        (path.stem, code, severity_of(node, path), text)
        for path in sorted(package.rglob("*.py"))
        if path.name != "worksheet.py"  # hands on what it is given; see evidence_codes
        for source in [path.read_text("utf-8")]
        if "caveat" in source
        for tree in [ast.parse(source)]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "caveat"
        for code, text in literal_caveats(node, path, tree)
    ]


def severity_of(call: ast.Call, path: Path) -> Severity:
    """How much a caveat matters: what its call says, or else money.

    One that compares amounts may concern money, and is a note where they are the same.
    """
    for keyword in call.keywords:
        if keyword.arg == "severity":
            match keyword.value:
                case ast.Attribute(ast.Name("Severity"), name):
                    return Severity[name]
                case ast.Attribute(ast.Name(), "severity"):
                    return Severity.MONEY
            raise Unreadable(f"{path.name}, line {call.lineno}: give severity as a literal")
    return Severity.MONEY


def literal_caveats(call: ast.Call, path: Path, tree: ast.Module) -> list[tuple[str, Message]]:
    """The code of a caveat with its text, or with each that its name is given to."""
    match call.args:
        case [ast.Constant(str() as code), ast.Name(name)]:
            texts = [
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign)
                and any(isinstance(to, ast.Name) and to.id == name for to in node.targets)
            ]
        case [ast.Constant(str() as code), text]:
            texts = [text]
        case _:
            code, texts = "", []
    found = []
    for text in texts:
        match text:
            case ast.Call(func=ast.Name("msg"), args=[ast.Constant(str() as literal)]):
                found.append((code, Message(literal)))
    if not found or len(found) < len(texts):
        raise Unreadable(f"{path.name}, line {call.lineno}: give code and msg(...) as literals")
    return found


def evidence_codes() -> list[str]:
    """The codes of caveats for figures that aren't published."""
    return [f"{kind.value}-figure" for kind in Evidence if kind is not Evidence.PUBLISHED]


@cache
def rules() -> dict[str, list[Rule]]:
    """The rules that each calculator's module defines, by the module's name."""
    found = {}
    for module in iter_modules(calculators.__path__):
        values = vars(import_module(f"socialkapitel.calculators.{module.name}"))
        source = (PACKAGE / "calculators" / f"{module.name}.py").read_text("utf-8")
        own = [values[name] for name in assigned(source) if isinstance(values[name], Rule)]
        if own:
            found[module.name] = own
    return found


def assigned(source: str) -> list[str]:
    """The names that a module assigns itself, those that it imports left out."""
    return [
        target.id
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


@cache
def documented() -> dict[str, str]:
    """The docstrings of the constants of the package, by name; ambiguous names are left out."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        body = ast.parse(path.read_text("utf-8")).body
        for node, after in pairwise(body):
            match node, after:
                case (
                    ast.Assign(targets=[ast.Name(name)]) | ast.AnnAssign(target=ast.Name(name)),
                    ast.Expr(ast.Constant(str() as text)),
                ):
                    found.setdefault(name, []).append(text)
    return {name: texts[0] for name, texts in found.items() if len(texts) == 1}


@cache
def packaged_chapters() -> tuple[Chapter, ...]:
    """The chapters that come with the library; others may be installed as well."""
    files = sorted((PACKAGE / "chapters" / "data").glob("*.toml"))
    return tuple(chapter(file.stem) for file in files)
