"""The table of time tagging: ``python tests/bench/times_corpora.py FOLDER [--only PART] [--heideltime FOLDER]``.

FOLDER holds ``dev/`` and ``test/`` with the public corpora, a folder each (docs/times.md says which and from where);
those that are missing are named below the table. PART is one of a corpus's name. Every corpus is read by Chronotope and
its peers in the same run; HeidelTime is one of them where the package of its wheel is named and Java is there.
"""

from __future__ import annotations

import argparse
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpora import armtdp, bitezat, meantime, nerel, timeml, wikiwars, wojood
from tests.bench.corpora.documents import Document
from tests.bench.corpora.folder import texts
from tests.bench.times_peers import Tagger, taggers
from tests.bench.times_score import Score, score

SLOW = 10
"""KB/s up to which a digit behind the point is told."""
Convert = Callable[[Path], Document | Iterable[Document]]


@dataclass(frozen=True)
class Corpus:
    """Where a corpus lies, and how it is read."""

    name: str
    language: str
    files: str
    read: Convert
    has_values: bool = True

    def documents(self, folder: Path) -> Iterator[Document]:
        return texts(folder, self.files, self.read)


CORPORA = (
    Corpus("TimeBank (development)", "en", "dev/TimeBank/*.tml", timeml.read),
    Corpus("AQUAINT (development)", "en", "dev/AQUAINT/*.tml", timeml.read),
    Corpus("TempEval-3 platinum (test)", "en", "test/platinum/*.tml", timeml.read),
    Corpus("MEANTIME-en (test)", "en", "test/meantime/intra-doc_annotation/*/*.xml", meantime.read),
    Corpus("WikiWars (test)", "en", "test/wikiwars/keyinline/*.key.xml", wikiwars.read),
    Corpus("WikiWarsUA (development)", "uk", "dev/wikiwars-uk/*.key.xml", timeml.read_history),
    Corpus("WikiWarsUA (test)", "uk", "test/wikiwars-uk/*.key.xml", timeml.read_history),
    Corpus("NEREL (development)", "ru", "dev/NEREL/*.txt", nerel.read, has_values=False),
    Corpus("NEREL (test)", "ru", "test/NEREL/*.txt", nerel.read, has_values=False),
    Corpus("ArmTDP-NER (development)", "hy", "dev/ArmTDP/*.jsonl", armtdp.read, has_values=False),
    Corpus("ArmTDP-NER (test)", "hy", "test/ArmTDP/*.jsonl", armtdp.read, has_values=False),
    Corpus("BiTEZAT (development)", "tr", "dev/biTEZAT/*.xml", bitezat.read, has_values=False),
    Corpus("BiTEZAT (test)", "tr", "test/biTEZAT/*.xml", bitezat.read, has_values=False),
    Corpus("Wojood sample (test)", "ar", "test/wojood/*.txt", wojood.read, has_values=False),
)


def row(corpus: Corpus, documents: list[Document], tagger: str, known: Score) -> str:
    times = sum(len(document.gold) for document in documents)
    value = f"{known.value:.1f}" if corpus.has_values else "–"
    speed = f"{known.speed:.{0 if known.speed > SLOW else 1}f}"
    figures = f"{known.strict:.1f} | {known.relaxed:.1f} | {value} | {speed}"
    return f"| {corpus.name} | {len(documents)} | {times} | {tagger} | {figures} |"


def lines(folder: Path, readers: Sequence[Tagger], part: str = "") -> Iterator[str]:
    """The table in Markdown, a line at a time as it is measured."""
    yield "| corpus | texts | times | tagger | strict | relaxed | value | KB/s |"
    yield "|---|---|---|---|---|---|---|---|"
    wanted = [corpus for corpus in CORPORA if part in corpus.name]
    for corpus in wanted:
        documents = list(corpus.documents(folder))
        for tagger in readers if documents else ():
            read = tagger.reader(corpus.language)
            if read:
                yield row(corpus, documents, tagger.name, score(documents, read))
    missing = [corpus.files for corpus in wanted if not any(folder.glob(corpus.files))]
    if missing:
        yield f"\nNot there: {', '.join(missing)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--heideltime", type=Path)
    given = parser.parse_args()
    for line in lines(given.folder, taggers(given.heideltime), given.only):
        print(line, flush=True)  # noqa: T201 - a script tells its result


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)  # dateparser's own
    main()
