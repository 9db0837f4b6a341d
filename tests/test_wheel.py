"""A wheel carries all data and scripts, installs in an empty environment and works from an empty folder."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = ROOT / "articles" / "border-clash-en.txt"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    [path] = folder.glob("chronotope-*.whl")
    return path


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel alone; the libraries it needs are lent by the one that runs the tests."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    python = folder / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        "--quiet",
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    [packages] = (folder / "lib").glob("python*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def test_the_wheel_carries_everything_that_a_build_reads(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "timeline", "geodata"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    missing = set(tracked.stdout.split()) - carried
    assert not {name for name in missing if not name.endswith((".gitignore", ".keep"))}
    vendored = {f"timeline/site/vendor/{path.name}" for path in (ROOT / "timeline/site/vendor").iterdir()}
    assert vendored <= carried
    assert any(name.endswith("leaflet.LICENSE.txt") for name in carried)
    assert not any(name.startswith(("tests/", "articles/", "build_site")) for name in carried)


def test_the_console_script_builds_a_site_in_an_empty_folder(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    shutil.copy(ARTICLE, tmp_path / "articles")
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    script = environment / "bin" / "chronotope"
    done = subprocess.run(
        [str(script), "--strict"], cwd=tmp_path, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
    assert f"Open {(tmp_path / 'site' / 'index.html').as_uri()}" in done.stdout
    where = [str(environment / "bin" / "python"), "-c", "import timeline; print(timeline.__file__)"]
    assert (
        str(environment)
        in subprocess.run(where, cwd=tmp_path, env=clean, capture_output=True, text=True, check=True).stdout
    )
