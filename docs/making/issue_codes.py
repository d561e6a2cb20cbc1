"""All codes of issues, collected from the source.

An issue is made by ``Issue(stage, code, message)``, by a function that passes the code on to it, or
by an exception that carries the code there. Invariant: a code that is no literal is an error here,
so that none goes unseen.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

import onrecord
from docs.making.markdown import code, table
from docs.making.words import meaning_of

SOURCE = Path(onrecord.__file__).parent
ISSUE = "Issue"
STAGE, CODE = "stage", "code"
STAGE_PLACE, CODE_PLACE = 0, 1


class UnknownCodeError(Exception):
    """A code is made at run time, where nobody can list it."""


@dataclass(frozen=True, slots=True, order=True)
class IssueCode:
    """A code and the stage that says it."""

    stage: str
    code: str


@dataclass(frozen=True, slots=True)
class Maker:
    """A function that makes issues: where its code stands among its arguments, and its stage."""

    name: str
    place: int
    stage: str


@dataclass(frozen=True, slots=True)
class Module:
    """A file, its tree, and the text and tables that its names stand for."""

    path: Path
    tree: ast.Module
    texts: dict[str, str]
    tables: dict[str, tuple[str, ...]]


def collect_codes(source: Path = SOURCE) -> tuple[IssueCode, ...]:
    """Every code with its stage, in order. Raises UnknownCodeError."""
    modules = [_read(path) for path in sorted(source.rglob("*.py"))]
    own = {module.path: tuple(_find_makers(module)) for module in modules}
    shared = [one for makers in own.values() for one in makers if not one.name.startswith("_")]
    found: set[IssueCode] = set()
    for module in modules:
        makers = {one.name: one for one in (*shared, *own[module.path])}
        makers |= {one.name: one for one in _find_carriers(module, makers)}
        found |= set(_find_codes(module, makers))
    return tuple(sorted(found))


def write_codes() -> Iterator[str]:
    """A table of all codes."""
    rows = [
        (one.stage, code(one.code), meaning_of("codes", one.stage, one.code))
        for one in collect_codes()
    ]
    yield table(("stage", "code", "meaning"), rows)


def _read(path: Path) -> Module:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    texts, tables = {}, {}
    for one in tree.body:
        targets = one.targets if isinstance(one, ast.Assign) else [getattr(one, "target", None)]
        value = getattr(one, "value", None)
        for name in (target.id for target in targets if isinstance(target, ast.Name)):
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                texts[name] = value.value
            if isinstance(value, ast.Dict):
                tables[name] = tuple(_firsts(value))
    return Module(path, tree, texts, tables)


def _firsts(rows: ast.Dict) -> Iterator[str]:
    """The first word of each row of a table whose rows are tuples of words."""
    for one in rows.values:
        match one:
            case ast.Tuple(elts=[ast.Constant(value=str(first)), *_]):
                yield first


def _find_makers(module: Module) -> Iterator[Maker]:
    for function in _functions(module.tree):
        names = [one.arg for one in function.args.args]
        for call in _calls(function):
            given = _argument(call, CODE_PLACE, CODE)
            if _name(call) == ISSUE and isinstance(given, ast.Name) and given.id in names:
                (stage,) = _values(_argument(call, STAGE_PLACE, STAGE), module)
                yield Maker(function.name, names.index(given.id), stage)


def _find_carriers(module: Module, makers: dict[str, Maker]) -> Iterator[Maker]:
    """Exceptions that carry a code to a maker of the same file: ``refuse(error.code, …)``."""
    for call in _calls(module.tree):
        maker = makers.get(_name(call))
        given = _argument(call, maker.place, CODE) if maker else None
        if maker and isinstance(given, ast.Attribute) and given.attr == CODE:
            for one in filter(_carries_code, module.tree.body):
                yield Maker(one.name, 0, maker.stage)


def _carries_code(one: ast.stmt) -> TypeGuard[ast.ClassDef]:
    """Whether it is an exception that is made with a code."""
    return (
        isinstance(one, ast.ClassDef)
        and "Exception" in map(_name_of, one.bases)
        and any(CODE in _arguments(function) for function in _functions(one))
    )


def _find_codes(module: Module, makers: dict[str, Maker]) -> Iterator[IssueCode]:
    for call in _calls(module.tree):
        name = _name(call)
        if name == ISSUE:
            given = _argument(call, CODE_PLACE, CODE)
            stages = _values(_argument(call, STAGE_PLACE, STAGE), module)
        elif name in makers:
            given, stages = _argument(call, makers[name].place, CODE), (makers[name].stage,)
        else:
            continue
        passed = isinstance(given, ast.Name) and given.id == CODE
        if passed or (isinstance(given, ast.Attribute) and given.attr == CODE):
            continue
        values = _values(given, module)
        if not values or not stages:
            raise UnknownCodeError(f"{module.path.name}:{call.lineno}: write the code as a literal")
        yield from (IssueCode(stage, value) for stage in stages for value in values)


def _values(given: ast.expr | None, module: Module) -> tuple[str, ...]:
    """What ``given`` can be: () where only a run can tell. ``f"http-{status}"`` is http-STATUS."""
    match given:
        case ast.Constant(value=str(text)):
            return (text,)
        case ast.IfExp():
            return (*_values(given.body, module), *_values(given.orelse, module))
        case ast.Name():
            return (module.texts[given.id],) if given.id in module.texts else ()
        case ast.Starred(value=ast.Subscript(value=ast.Name(id=name))):
            return module.tables.get(name, ())
        case ast.JoinedStr():
            return ("".join(_part(one) for one in given.values),)
    return ()


def _part(one: ast.expr) -> str:
    if isinstance(one, ast.FormattedValue):
        return ast.unparse(one.value).upper()
    return str(one.value) if isinstance(one, ast.Constant) else ""


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))


def _arguments(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in function.args.args]


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (one for one in ast.walk(tree) if isinstance(one, ast.Call))


def _name(call: ast.Call) -> str:
    return _name_of(call.func)


def _name_of(one: ast.expr) -> str:
    return one.id if isinstance(one, ast.Name) else ""


def _argument(call: ast.Call, place: int, name: str) -> ast.expr | None:
    named = next((one.value for one in call.keywords if one.arg == name), None)
    return named or (call.args[place] if place < len(call.args) else None)
