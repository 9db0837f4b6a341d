"""A gazetteer of the size of GeoNames' full dump: time, memory and size of its compilation, and what it is to use.

``make bench-gazetteer [SIZE=0.1] [TEXT=folder] [KEEP=folder] [USE=folder]`` makes a dump of 12 million places and 28 million alternate names (times
SIZE), compiles it, and reads English text with it. Names clash as in the world: a name's number of bearers falls off by
Zipf's law, and the most frequent are those of the shipped towns, so that texts name places with many bearers. TEXT is a
file or folder of English text to read; without it, sentences are made from the names. With KEEP the gazetteer is kept
there, and with USE an earlier one is read with again.
"""

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACES, NAMES = 12_000_000, 28_000_000
STEMS = 400_000
FEATURES = ("P.PPL",) * 45 + ("H.STM", "H.LK", "T.HLL", "T.MT", "S.FRM", "S.CH", "S.SCH", "L.LCTY", "A.ADM3", "A.ADM4")
PARTS = ("", "", "", "", "Nova ", "San ", "Lake ", "Mount ", "Upper ", "Little ", "El ")
ENDS = ("", "", "", "", " Creek", " Hill", " Farm", " School", " Village", " District", " Church")
LANGUAGES = ("en", "en", "ru", "ar", "fa", "tr", "az", "hy", "ka", "", "")
TAUGHT = "aeiou"
HOMES = {
    "ru": ("бвгдзклмнпрст", "аеиоу"),
    "ar": ("بتجدرزسشطعفقكلمن", "اوي"),
    "fa": ("بتجدرزسشطعفقکلمن", "اوی"),
    "hy": ("բգդզլխկհմնպստրք", "աեիոու"),
    "ka": ("ბგდვზთკლმნპრსტ", "აეიოუ"),
}
LATIN = ("bcdfghklmnprstvz", TAUGHT)
WORDS = (
    "the army said that shells fell on {} late on Monday",
    "residents of {} fled to {} as talks went on",
    "a convoy left {} for {}, the ministry told reporters",
    "two people died near {} when a bridge was hit",
    "officials in {} denied that the road had been cut",
    "prices rose again this week, and nobody in the market could say why",
)


def word(chance: random.Random, letters: tuple[str, str]) -> str:
    """A name that can be said."""
    return "".join(chance.choice(part) for _ in range(chance.randint(2, 4)) for part in letters).capitalize()


def stems(chance: random.Random, count: int) -> list[str]:
    """Names from the most to the least frequent: the shipped towns first, the largest at the head."""
    sys.path.insert(0, str(ROOT))
    from geodata.record import decode
    from geodata.sources.table import DATA

    lines = (DATA / "towns.tsv").read_text(encoding="utf-8").splitlines()
    towns = sorted(map(decode, lines), key=lambda place: -place.population)
    names = [place.name for place in towns if place.name.isascii()]
    return [*names, *(word(chance, LATIN) for _ in range(count - len(names)))][:count]


def make_places(file: Path, count: int, chance: random.Random) -> None:
    """Write the file of places."""
    known = stems(chance, STEMS)
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(known))))
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for start in range(1, count + 1, 10_000):
            for number, stem in enumerate(chance.choices(known, cum_weights=weights, k=10_000), start):
                out.write(place_line(number, stem, chance))


def place_line(number: int, stem: str, chance: random.Random) -> str:
    name = chance.choice(PARTS) + stem + chance.choice(ENDS)
    kind, code = chance.choice(FEATURES).split(".")
    lat, lon = chance.uniform(-60, 75), chance.uniform(-180, 180)
    country = chance.choice(("US", "RU", "TR", "IR", "AM", "AZ", "GE", "CN", "IN", "BR", "DE", "MX"))
    people = int(chance.paretovariate(0.7) * 50) % 3_000_000 if kind == "P" else 0
    head = f"{20_000_000 + number}\t{name}\t{name}\t\t{lat:.5f}\t{lon:.5f}\t{kind}\t{code}\t{country}\t"
    return f"{head}\t{number % 50:02}\t\t\t\t{people}\t\t10\tEtc/UTC\t2026-01-01\n"


def make_names(file: Path, count: int, places: int, chance: random.Random) -> None:
    """Write the file of alternate names, in the order of their own numbers, as GeoNames does."""
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for number in range(1, count + 1):
            place = 20_000_000 + chance.randrange(places) + 1
            code = chance.choice(LANGUAGES)
            name = word(chance, HOMES.get(code, LATIN))
            if chance.random() < 0.3:
                name += f" {word(chance, HOMES.get(code, LATIN))}"
            out.write(f"{number}\t{place}\t{code}\t{name}\t{'1' if number % 9 == 0 else ''}\t\t\t\t\t\n")


def compile_it(dumps: list[Path], output: Path) -> None:
    """Compile in a process of its own, whose peak memory is then known."""
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, str(ROOT / "build_site.py"), "gazetteer", "build", *map(str, dumps), "-o", str(output)],
        check=True,
    )
    show("compiled in", (time.perf_counter() - begun) / 60, "min")
    show("peak memory", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, "MB")
    show("size", sum(path.stat().st_size for path in output.iterdir()) / 1e6, "MB")


def texts_of(path: Path | None, chance: random.Random) -> Iterator[str]:
    """English texts: the user's own, or sentences made from the names, more seldom the less frequent."""
    if path:
        files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
        for file in files:
            yield from file.read_text(encoding="utf-8").split("\f")
        return
    known = stems(chance, STEMS)
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(known))))
    for _ in range(400):
        sentences = (chance.choice(WORDS) for _ in range(20))
        yield ". ".join(one.format(*chance.choices(known, cum_weights=weights, k=one.count("{}"))) for one in sentences)


def use(folder: Path, texts: list[str]) -> None:
    """Cold start, speed and memory of reading with a compiled gazetteer."""
    sys.path.insert(0, str(ROOT))
    import marisa_trie  # noqa: F401 - the cold start is measured with imports done

    from geodata import regions
    from geodata.fold import fold
    from geodata.gazetteer import Gazetteer
    from geodata.lexicon import lexicon_from
    from geodata.recognise import recognise
    from geodata.resolve import resolve
    from timeline import languages

    pack = languages.load("en")
    assert pack is not None
    lexicon = lexicon_from(pack.names["places"], "en", pack.morphology)
    region = regions.load("caucasus")
    begun, worked = time.perf_counter(), time.process_time()
    gazetteer = Gazetteer.open(region, folder=folder)
    gazetteer.lookup(fold("Paris"))
    show("cold start", 1000 * (time.perf_counter() - begun), "ms")
    show("", 1000 * (time.process_time() - worked), "ms of processor time")
    first = resident()
    size = sum(len(text.encode()) for text in texts) / 1e6
    for title in ("first reading", "second reading"):
        begun = time.process_time()
        found = [recognise(text, gazetteer=gazetteer, lexicon=lexicon) for text in texts]
        recognised = time.process_time()
        for toponyms in found:
            resolve(toponyms, gazetteer=gazetteer)
        ended = time.process_time()
        show(title, size / (ended - begun), "MB/s of processor time")
        show("names alone", size / (recognised - begun), "MB/s of processor time")
    counts = [len(toponym.candidates) for toponyms in found for toponym in toponyms]
    show("names", len(counts) / size, f"a MB, with {sum(counts) / max(1, len(counts)):.0f} bearers each")
    show("resident before, after", first, "MB")
    show("", resident(), "MB")


def resident() -> float:
    """Memory held by this process, mapped files included, in MB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def show(what: str, figure: float, unit: str) -> None:
    sys.stdout.write(f"{what:<26}{figure:10.2f} {unit}\n")
    sys.stdout.flush()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--size", type=float, default=1.0, help="share of the full size")
    arguments.add_argument("--text", type=Path, help="English text to read: a file, or a folder of .txt")
    arguments.add_argument("--folder", type=Path, help="where to work; by default a temporary folder")
    arguments.add_argument("--keep", type=Path, help="put the gazetteer there")
    arguments.add_argument("--use", type=Path, help="read with this gazetteer, and compile none")
    given = arguments.parse_args()
    texts = list(texts_of(given.text, random.Random(4)))  # noqa: S311 - the same each time
    if given.use:
        use(given.use, texts)
        return
    folder = Path(tempfile.mkdtemp(prefix="gazetteer-", dir=given.folder))
    output = given.keep or folder / "gazetteer"
    try:
        compile_it(make_dump(folder, given.size), output)
        use(output, texts)
    finally:
        shutil.rmtree(folder)


def make_dump(folder: Path, size: float) -> list[Path]:
    """Write the two files of a dump, the same each time."""
    chance = random.Random(4)  # noqa: S311
    dumps = [folder / "allCountries.txt", folder / "alternateNamesV2.txt"]
    begun = time.perf_counter()
    make_places(dumps[0], int(PLACES * size), chance)
    make_names(dumps[1], int(NAMES * size), int(PLACES * size), chance)
    show("dump made in", (time.perf_counter() - begun) / 60, "min")
    show("dump", sum(dump.stat().st_size for dump in dumps) / 1e6, "MB")
    return dumps


if __name__ == "__main__":
    main()
