"""The tables of the geoparser: ``python tests/bench/places_corpora.py FOLDER [--only PART]``.

FOLDER holds ``dev/`` and ``test/`` with the public corpora (docs/places.md says which and from where); those that are
missing are named below the table. PART is one of a corpus's name. English corpora are news of the world and are read
without a region, Russian and Armenian ones with the Caucasus. Chronotope reads the English ones with the shipped
gazetteer and with one of all towns from 500 people on, which is built in ``.cache`` when first needed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from geodata.gazetteer import Gazetteer
from tests.bench import places_cost
from tests.bench.corpora import eupeg, nerel, pioner
from tests.bench.corpora.folder import texts
from tests.bench.corpora.named import NamedText
from tests.bench.places_peers import Reader, baseline, chronotope, chronotope_given, every_town, gazetteer
from tests.bench.places_score import Score, score

ROOT = Path(__file__).parents[2]
PROCESSES = 3
"""Times that the cost is measured."""
Convert = Callable[[Path], NamedText | Iterable[NamedText]]
Towns = dict[str, Path | None]
"""Name of a gazetteer → its folder; the shipped one has none."""


@dataclass(frozen=True)
class Corpus:
    """Where a corpus lies, and how it is read; ``demonyms`` is whether its annotators marked words for a people."""

    name: str
    language: str
    files: str
    read: Convert
    region: str | None = None
    demonyms: bool = True

    def texts(self, folder: Path) -> list[NamedText]:
        return list(texts(folder, self.files, self.read))


CORPORA = (
    Corpus("LGL (development)", "en", "dev/lgl.xml", eupeg.read_lgl),
    Corpus("TR-News (test)", "en", "test/TR-News.xml", eupeg.read_tr_news),
    Corpus("GeoWebNews (test)", "en", "test/GWN.xml", eupeg.read_geowebnews),
    Corpus("GeoVirus (test)", "en", "test/GeoVirus.xml", eupeg.read_geovirus, demonyms=False),
    Corpus("NEREL (development)", "ru", "dev/NEREL/*.txt", nerel.read_places, "caucasus"),
    Corpus("NEREL (test)", "ru", "test/NEREL/*.txt", nerel.read_places, "caucasus"),
    Corpus("pioNER silver (development)", "hy", "dev/pioner/dev.conll03", pioner.read, "caucasus", demonyms=False),
    Corpus("pioNER gold (test)", "hy", "test/pioner/test.conll03", pioner.read, "caucasus", demonyms=False),
)


@dataclass(frozen=True)
class Read:
    """A corpus with its texts."""

    corpus: Corpus
    texts: list[NamedText]

    @cached_property
    def placed(self) -> bool:
        """Whether its annotators said where names lie."""
        return any(name.lat is not None for text in self.texts for name in text.gold)

    def score(self, reader: Reader) -> Score:
        return score(self.texts, [reader(text) for text in self.texts])

    def gazetteers(self, towns: Towns) -> Towns:
        """Those that it is read with: small towns tell nothing where no point is known."""
        return towns if self.placed else {"shipped": towns["shipped"]}


def recognised(known: Read, towns: Towns) -> Iterator[str]:
    """Rows of the first table."""
    corpus = known.corpus
    for name, folder in known.gazetteers(towns).items():
        reader = chronotope(corpus.language, opened(corpus.region, folder), demonyms=corpus.demonyms)
        yield row(known, f"Chronotope, {name}", known.score(reader))
    yield row(known, "baseline", known.score(baseline(corpus.language)))


@cache
def opened(region: str | None, folder: Path | None) -> Gazetteer:
    return gazetteer(region, folder)


def row(known: Read, who: str, found: Score) -> str:
    recognition = f"{found.precision:.1f} | {found.recall:.1f} | {found.f1:.1f} | {found.exact_f1:.1f}"
    resolution = f"{found.right:.1f} | {found.right_of_found:.1f} | {found.area:.3f}" if known.placed else "– | – | –"
    return f"| {known.corpus.name} | {len(known.texts)} | {found.gold} | {who} | {recognition} | {resolution} |"


def resolved(known: Read, towns: Towns) -> Iterator[str]:
    """Rows of the second table: places of names that are given."""
    for name, folder in towns.items() if known.placed else ():
        found = known.score(chronotope_given(known.corpus.language, opened(known.corpus.region, folder)))
        yield f"| {known.corpus.name} | {found.placed} | {name} | {found.right:.1f} | {found.area:.3f} |"


def costs(known: Read, towns: Towns) -> Iterator[str]:
    """Rows of the third table."""
    corpus, texts = known.corpus, json.dumps([text.text for text in known.texts])
    for name, folder in known.gazetteers(towns).items():
        command = [sys.executable, places_cost.__file__, corpus.language, corpus.region or "-", str(folder or "-")]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        run = partial(subprocess.run, command, input=texts, capture_output=True, text=True, check=True, env=environment)
        yield cost_row(corpus.name, name, [json.loads(run().stdout) for _ in range(PROCESSES)])


def cost_row(corpus: str, towns: str, runs: Sequence[dict[str, float]]) -> str:
    """The best of some processes, of each figure: other work on the machine disturbs the rest."""
    found = {name: (min if "_m" in name else max)(run[name] for run in runs) for name in runs[0]}
    speed = f"{found['first']:.0f} | {found['warm']:.0f} | {found['words_alone']:.0f}"
    start = f"{found['open_ms']:.1f} | {found['region_ms']:.1f}"
    return f"| {corpus} | {towns} | {speed} | {start} | {found['memory_mb']:.0f} | {found['memory_before_mb']:.0f} |"


TABLES = (
    (
        recognised,
        "| corpus | texts | names | reader, gazetteer | P | R | F1 | F1, exact | ≤ 161 km | of found | AUC |",
    ),
    (resolved, "| names given | with a point | gazetteer | ≤ 161 km | AUC |"),
    (costs, "| corpus | gazetteer | KB/s, first | KB/s, warm | words alone | open, ms | region, ms | MB | MB before |"),
)


def lines(folder: Path, towns: Towns, part: str = "") -> Iterator[str]:
    """The tables in Markdown, a line at a time as it is measured."""
    wanted = [Read(corpus, corpus.texts(folder)) for corpus in CORPORA if part in corpus.name]
    there = [known for known in wanted if known.texts]
    for rows, head in TABLES:
        yield head
        yield "|---" * (head.count("|") - 1) + "|"
        for known in there:
            yield from rows(known, towns)
        yield ""
    if missing := [known.corpus.files for known in wanted if not known.texts]:
        yield f"Not there: {', '.join(missing)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    asked = parser.parse_args()
    for line in lines(asked.folder, {"shipped": None, "≥ 500": every_town()}, asked.only):
        print(line, flush=True)  # noqa: T201 - a script tells its result


if __name__ == "__main__":
    main()
