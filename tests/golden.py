"""What extraction takes from each sample article, kept as golden files: ``python -m tests.golden`` writes them anew.

Read the difference before committing it: a golden file says what is found, not what is right; what is right stands in
``gold/articles.gold.jsonl``.
"""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "gold" / "articles"
KEPT = ("start", "end", "precision", "place", "where_prec", "type", "status", "claimed_by", "quote")


def found() -> dict[str, list[str]]:
    """Lines of JSON by article id, one a happening."""
    from timeline.cli import chronotope

    run = CliRunner().invoke(chronotope, ["annotate", str(ROOT / "articles"), "--layer", "events"])
    assert run.exit_code == 0, run.stderr[-2000:]
    lines: dict[str, list[str]] = {}
    for row in map(json.loads, run.stdout.splitlines()):
        kept = {name: row[name] for name in KEPT}
        lines.setdefault(row["article"], []).append(json.dumps(kept, ensure_ascii=False))
    return lines


def kept() -> dict[str, list[str]]:
    """Golden lines by article id."""
    return {file.stem: file.read_text(encoding="utf-8").splitlines() for file in sorted(GOLDEN.glob("*.jsonl"))}


def main() -> None:
    """Write all golden files anew and remove those of articles that are gone."""
    GOLDEN.mkdir(exist_ok=True)
    for file in GOLDEN.glob("*.jsonl"):
        file.unlink()
    for name, lines in found().items():
        (GOLDEN / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
