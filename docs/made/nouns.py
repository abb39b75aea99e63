"""What are the nouns? The page `docs/nouns.md`, read off `sayso.model` and `sayso.parts`: their sentences, fields and words."""

import ast
import inspect
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from types import ModuleType

from sayso import model, parts

HEAD = """\
# The nouns

<!-- Written by `make docs` from src/sayso/model.py; change the model, not this page. -->

What Sayso talks about. Given, and irreplaceable: Document, Source, Review, and the Refusals of what could not be read. All
else is derived from them by a Run, and may be dropped and built anew. The same fields, in this order, are the attributes
in Python, the columns of the ledger, the Arrow schema and the JSON Schema (`sayso.schema`). The exports are shaped for readers
and differ: they name a document by the giver's id, call `least` and `most` `min` and `max`, and in CSV each figure has a column.

`None` is unknown or not given, never 0. Spans are pairs of code points in the document's text, end exclusive.
"""


def page() -> str:
    """Give the page as Markdown: one section a noun in the order of the model, then the words that fields may hold."""
    tree = ast.parse(inspect.getsource(model))
    nouns = [*_nouns(model, tree), *_nouns(parts, ast.parse(inspect.getsource(parts)))]
    return "\n".join((HEAD, *(_section(noun) for noun in nouns), _words(tree)))


def _nouns(module: ModuleType, tree: ast.Module) -> list[ast.ClassDef]:
    return [node for node in tree.body if isinstance(node, ast.ClassDef) and is_dataclass(getattr(module, node.name))]


def _section(noun: ast.ClassDef) -> str:
    rows = [f"| `{name}` | `{kind}` | {needed} |" for name, kind, needed in _fields(noun)]
    table = "\n".join(("| field | type | if not given |", "|---|---|---|", *rows))
    return f"## {noun.name}\n\n{inspect.cleandoc(ast.get_docstring(noun) or '')}\n\n{table}\n"


def _fields(noun: ast.ClassDef) -> Iterator[tuple[str, str, str]]:
    for node in noun.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            kind = ast.unparse(node.annotation).replace("|", "\\|")
            yield node.target.id, kind, "required" if node.value is None else f"`{_default(node.value)}`"


def _default(value: ast.expr) -> str:
    """Give what stands there, or the default within `field(default=...)`."""
    given = value.keywords[0].value if isinstance(value, ast.Call) and value.keywords else value
    return ast.unparse(given)


def _words(tree: ast.Module) -> str:
    lines = ["## Words", "", "Fields of these types hold one of the words listed.", ""]
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Subscript) and ast.unparse(node.value.value) == "Literal":
            words = ", ".join(f"`{word}`" for word in ast.literal_eval(node.value.slice))
            lines.append(f"- **{ast.unparse(node.targets[0])}**: {words}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
