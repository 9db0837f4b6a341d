"""Functions and modules stay short enough to be read at a glance (DESIGN 3)."""

import ast
import statistics
from pathlib import Path

ROOT = Path(__file__).parent.parent
MEDIAN, MOST, LONGEST = 8, 35, 60
MODULE_MOST, MODULE_LONGEST = 300, 500
SHARE = 0.95

FILES = sorted(
    [*(ROOT / "geodata").rglob("*.py"), *(ROOT / "timeline").rglob("*.py"), ROOT / "build_site.py"],
)


def functions() -> dict[str, int]:
    """Lines of each function without its docstring."""
    found = {}
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                found[f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"] = length(node)
    return found


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end, the docstring's not counted, nor those of functions inside."""
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node) is not None:
        first = node.body[0]
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def test_functions_are_short() -> None:
    lengths = functions()
    assert statistics.median(lengths.values()) <= MEDIAN
    assert share(lengths, MOST) >= SHARE, above(lengths, MOST)
    assert not above(lengths, LONGEST), above(lengths, LONGEST)


def test_modules_are_short() -> None:
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert share(lengths, MODULE_MOST) >= SHARE, above(lengths, MODULE_MOST)
    assert not above(lengths, MODULE_LONGEST), above(lengths, MODULE_LONGEST)


def share(lengths: dict[str, int], most: int) -> float:
    return sum(count <= most for count in lengths.values()) / len(lengths)


def above(lengths: dict[str, int], most: int) -> list[str]:
    return [f"{name}: {count}" for name, count in sorted(lengths.items()) if count > most]
