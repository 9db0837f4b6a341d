"""What a user waits for, in seconds of wall time, process start included: ``make bench``."""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEED = ROOT.parent / "shared" / "articles"
SAMPLES = ROOT / "articles"
RUNS = 5


def seconds(folder: Path, *arguments: str) -> float:
    """Wall time of one run of the command line."""
    begun = time.perf_counter()
    command = [sys.executable, str(ROOT / "build_site.py"), *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - begun


def median(folder: Path, *arguments: str) -> float:
    """The middle one of several runs."""
    return statistics.median(seconds(folder, *arguments) for _ in range(RUNS))


def measure(name: str, articles: Path) -> None:
    """First build in an empty folder, then with the cache, then the articles alone."""
    folder = Path(tempfile.mkdtemp())
    try:
        first = seconds(folder, str(articles))
        again = median(folder, str(articles))
        annotated = median(folder, "annotate", str(articles))
    finally:
        shutil.rmtree(folder)
    show(f"{name}: first build", first)
    show(f"{name}: built again", again)
    show(f"{name}: annotate", annotated)


def show(what: str, figure: float) -> None:
    sys.stdout.write(f"{what:<28}{figure:6.2f} s\n")


if __name__ == "__main__":
    show("--help", median(ROOT, "--help"))
    for name, articles in (("seed", SEED), ("samples", SAMPLES)):
        if articles.is_dir():
            measure(name, articles)
