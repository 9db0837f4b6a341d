"""A dump compiled: kinds, names, regions, what the shipped tables hold already, and faults of files."""

import zipfile
from pathlib import Path

import pytest

from geodata import regions
from geodata.errors import GazetteerError
from geodata.fold import fold
from geodata.gazetteer import Gazetteer
from geodata.model import Place
from geodata.sources.dump.building import Compiled, compile_dump
from geodata.sources.dump.sharding import MOST_BEARERS
from geodata.store import MANIFEST, WIDE_TABLES, _Lines
from tests.geodata.dump.dump_rows import ARMENIA, BERD, GIRONDE, MAGHAR, NAMES, NEW, PLACES, TAVUSH, name, place, write


def build(*paths: Path, output: Path) -> Compiled:
    return compile_dump(paths, output, lambda *_: None)


@pytest.fixture(scope="module")
def opened(compiled: Path) -> Gazetteer:
    return Gazetteer.open(None, folder=compiled)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Without a file of names, but with those of codes."""
    folder = tmp_path_factory.mktemp("bare")
    clones = (place(1000 + number, "San Clon", people=str(number)) for number in range(MOST_BEARERS + 50))
    rows = (
        place(90, "Aghavnavank", others="Агавнаванк,Աղավնավանք,AGV,Something Else"),
        place(91, "Nerkin Maghar"),
        place(92, "Odd Name", kind="A", code="PCLI", country="AM"),
        place(93, "Elsewhere", first="99"),
        *clones,
    )
    info = [
        "AM",
        "ARM",
        "051",
        "AM",
        "Armenia",
        "Yerevan",
        "29800",
        "2951776",
        "AS",
        ".am",
        "AMD",
        "Dram",
        "374",
        "#",
        "^",
        "hy",
        "92",
        "GE,AZ",
        "-",
    ]
    files = (
        write(folder / "AM.txt", rows),
        write(folder / "admin1CodesASCII.txt", (f"AM.09\tTavush\tTavush\t{TAVUSH}",)),
        write(folder / "countryInfo.txt", ("# Country information", "\t".join(info))),
    )
    build(*files, output=folder / "own")
    return Gazetteer.open(None, folder=folder / "own")


def found(gazetteer: Gazetteer, number: int) -> Place:
    place = gazetteer.place(f"gn:{number}")
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("number", "kind", "radius_km"),
    [
        (BERD, "city", 2.5),
        (MAGHAR, "village", 1.0),
        (73, "city", 1.0),
        (74, "feature", 5.0),
        (75, "line", 20.0),
        (76, "feature", 1.0),
        (77, "region", 50.0),
        (79, "admin1", 60.0),
    ],
)
def test_a_feature_has_its_kind_and_radius(opened: Gazetteer, number: int, kind: str, radius_km: float) -> None:
    assert (found(opened, number).kind, found(opened, number).radius_km) == (kind, radius_km)


def test_names_stand_by_language_the_preferred_first_slang_last(opened: Gazetteer) -> None:
    russian = found(opened, BERD).names["ru"]
    assert russian[0] == "Берд"  # the shipped table's own
    assert russian[1:] == ("Бердь", "Бэрд", "Шамшадин", "Бердик")
    assert "Berd Town" in found(opened, BERD).names["en"]
    assert found(opened, MAGHAR).names == {"en": ("Verin Maghar",), "az": ("Yuxarı Mağar",)}


@pytest.mark.parametrize("written", ["Бердь", "ШАМШАДИН", "Berd Town", "Volorut", "Բերդ", "برد"])
def test_a_name_leads_to_its_place(opened: Gazetteer, written: str) -> None:
    assert f"gn:{BERD}" in {place.id for place in opened.lookup(fold(written))}


@pytest.mark.parametrize(
    "written", ["Berdstadt", "https://example.org/Berd", "Berd; or Tavush=Kala", "Of No Place", "Tovuz"]
)
def test_foreign_names_links_and_wrong_bearers_lead_nowhere(opened: Gazetteer, written: str) -> None:
    bearers = {place.id for place in opened.lookup(fold(written))}
    assert bearers.isdisjoint({f"gn:{BERD}", "gn:999"})


def test_what_the_shipped_tables_hold_is_there_once(opened: Gazetteer) -> None:
    for number, here in (
        (ARMENIA, "iso:AM"),
        (TAVUSH, "ne:AM.tavush"),
        (GIRONDE, "ne:FR.gironde"),
        (82, "wide:black-sea"),
    ):
        assert opened.place(f"gn:{number}") is None
        assert opened.place(here) is not None
    assert opened.lookup("armenia")[0].id == "iso:AM"
    assert [place.id for place in opened.lookup("haiastan")] == []
    assert [place.id for place in opened.lookup("republic of armenia")] == ["iso:AM"]
    assert [place.id for place in opened.lookup("tavush province")] == ["ne:AM.tavush"]
    assert [place.id for place in opened.lookup(fold("Тавуська область"))] == ["ne:AM.tavush"]
    assert {place.id for place in opened.lookup("aegean sea")} == {"wide:aegean-sea", "gn:83"}, "one lies elsewhere"


def test_a_place_lies_in_the_region_that_its_codes_or_outlines_name(opened: Gazetteer) -> None:
    assert found(opened, MAGHAR).admin1 == "ne:AM.tavush"
    assert found(opened, 81).admin1 == "ne:FR.gironde"
    assert found(opened, NEW).admin1 == "gn:79"
    assert found(opened, 79).admin1 is None
    assert found(opened, 76).country is None


def test_the_best_known_bearer_comes_first(opened: Gazetteer) -> None:
    assert [place.id for place in opened.lookup("newholm")] == ["gn:78", f"gn:{NEW}"]
    assert opened.lookup("nyholm")[0].id == f"gn:{NEW}"


def test_beginnings_are_told_across_shards(opened: Gazetteer) -> None:
    assert opened.begins("verin")
    assert opened.begins("yuxari")
    assert not opened.begins("maghar")
    assert opened.knows("verin maghar")
    assert not opened.knows("verin")


def test_shipped_towns_outside_the_dump_stay(opened: Gazetteer) -> None:
    vienna = opened.lookup(fold("Viyana"))
    assert [place.id for place in vienna][:1] == ["gn:2761369"]
    assert opened.place("gn:2761369") == vienna[0]


def test_every_shipped_name_still_leads_to_its_place(opened: Gazetteer) -> None:
    shipped = Gazetteer.open(None)
    for written in ("Австрия", "Թավուշ", "ბათუმი", "Ganja", "کردستان", "Ege Denizi"):
        ids = {place.id for place in shipped.lookup(fold(written))}
        assert ids <= {place.id for place in opened.lookup(fold(written))}, written


def test_a_region_lies_over_it(compiled: Path) -> None:
    caucasus = regions.load("caucasus")
    opened = Gazetteer.open(caucasus, folder=compiled)
    curated = next(place for place in caucasus.places if place.id == f"gn:{BERD}")
    assert opened.lookup("berd")[0] == curated


def test_without_a_file_of_names_those_of_the_places_count(bare: Gazetteer) -> None:
    names = found(bare, 90).names
    assert names == {"en": ("Aghavnavank",), "ru": ("Агавнаванк",), "hy": ("Աղավնավանք",)}


def test_codes_of_regions_and_countries_help_where_the_dump_lacks_them(bare: Gazetteer) -> None:
    assert found(bare, 91).admin1 == "ne:AM.tavush"
    assert found(bare, 93).admin1 is None
    assert [place.id for place in bare.lookup("odd name")] == ["iso:AM"]


def test_a_name_with_thousands_of_bearers_leads_to_the_best_known(bare: Gazetteer) -> None:
    bearers = bare.lookup("san clon")
    assert len(bearers) == MOST_BEARERS
    assert min(place.population for place in bearers) == 50


def test_zipped_files_give_the_same_bytes(dump: tuple[Path, Path], compiled: Path, tmp_path: Path) -> None:
    zipped = []
    for path in dump:
        zipped.append(path.with_suffix(".zip"))
        with zipfile.ZipFile(zipped[-1], "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "longer than nothing" * 1000)
            archive.write(path, path.name)
    build(*zipped, output=tmp_path / "zipped")
    plain, other = bytes_of(compiled), bytes_of(tmp_path / "zipped")
    assert plain.keys() == other.keys()
    differing = [name for name in plain if plain[name] != other[name]]
    assert differing == [MANIFEST], "the list of files names its sources"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_faulty_lines_are_left_out_counted_and_named(dump: tuple[Path, Path], tmp_path: Path) -> None:
    places, names = dump
    with places.open("ab") as more:
        more.write(b"\n# a comment\n")
        more.write(place(95, "Good").encode() + b"\r\n")
        more.write(place(96, "Cut").encode()[:30] + b"\n")
        more.write(place(97, "Latin").encode().replace(b"Latin", b"Lat\xedn") + b"\n")
        more.write(place(98, "Far", lat="94.2").encode() + b"\n")
        more.write(place(99, "Word", lon="east").encode() + b"\n")
        more.write(place(100, "Whole").encode())  # the last line has no end
    with names.open("ab") as more:
        more.write(name(BERD, "ru", "").encode() + b"\n")
    done = build(places, names, output=tmp_path / "own")
    opened = Gazetteer.open(None, folder=tmp_path / "own")
    assert [opened.place(f"gn:{number}") is not None for number in range(95, 101)] == [
        True,
        False,
        False,
        False,
        False,
        True,
    ]
    first = len(PLACES) + 4
    assert done.complaints == (
        f"{places}:{first}: 19 columns expected",
        f"{places}:{first + 1}: not UTF-8",
        f"{places}:{first + 2}: latitude or longitude out of range",
        f"{places}:{first + 3}: latitude or longitude is no number",
        "AM.txt: lines left out: 1 19 columns expected, 1 latitude or longitude is no number, 1 latitude or longitude out of range, 1 not UTF-8",
        f"{names}:{len(NAMES) + 1}: no place or no name",
        "alternateNamesV2.txt: lines left out: 1 no place or no name",
    )


def test_a_file_with_a_hundred_and_more_faults_is_refused(tmp_path: Path) -> None:
    rows = (*PLACES, *("broken" for _ in range(101)))
    with pytest.raises(
        GazetteerError, match=r"AM\.txt: 101 of 118 lines can't be used; the first: .*AM\.txt:18: 19 columns"
    ):
        build(write(tmp_path / "AM.txt", rows), output=tmp_path / "own")
    assert not (tmp_path / "own").exists()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("id\tname\tlat\n", "is no file of GeoNames: its first line has 3 columns"),
        ("", "is no file of GeoNames: its first line has 1 columns"),
        (f"{NAMES[0]}\n", "no file of places among those named"),
    ],
)
def test_a_file_that_is_none_of_a_dump_is_refused(tmp_path: Path, content: str, fault: str) -> None:
    path = tmp_path / "some.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GazetteerError, match=rf"some\.txt: {fault}"):
        build(path, output=tmp_path / "own")


def test_a_damaged_zip_and_a_missing_file_are_named(dump: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"none\.txt: there is no such file"):
        build(tmp_path / "none.txt", output=tmp_path / "own")
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"PK not really")
    with pytest.raises(GazetteerError, match=r"bad\.zip: can't be opened"):
        build(dump[0], bad, output=tmp_path / "own")


def test_another_folder_is_not_overwritten_and_an_older_gazetteer_is(
    dump: tuple[Path, Path], own: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    mine.joinpath("letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(GazetteerError, match="mine: is there and no compiled gazetteer"):
        build(*dump, output=mine)
    build(dump[0], output=own)
    assert not Gazetteer.open(None, folder=own).knows(fold("Шамшадин"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["AM.txt", "alternateNamesV2.txt", "mine", "own"]


def test_a_gazetteer_with_a_file_missing_or_cut_is_refused(own: Path) -> None:
    names = next(own.glob("*.marisa"))
    names.write_bytes(names.read_bytes()[:-1])
    with pytest.raises(GazetteerError, match=r"marisa: the file has [\d,]+ bytes, not [\d,]+\. Compile it again"):
        Gazetteer.open(None, folder=own)
    names.unlink()
    with pytest.raises(GazetteerError, match="the file is missing"):
        Gazetteer.open(None, folder=own)
    (own / MANIFEST).write_text('{"format": 0, "files": {}}', encoding="utf-8")
    with pytest.raises(GazetteerError, match="own: was compiled by another version"):
        Gazetteer.open(None, folder=own)
    (own / MANIFEST).write_text("[]", encoding="utf-8")
    with pytest.raises(GazetteerError, match=rf"{MANIFEST}: is no list of a gazetteer's files"):
        Gazetteer.open(None, folder=own)


def test_the_shipped_tables_but_counties_are_all_known_to_the_compiled_form(opened: Gazetteer) -> None:
    from geodata.record import decode
    from geodata.sources.table import DATA

    for table in (*WIDE_TABLES, "towns.tsv"):
        for line in DATA.joinpath(table).read_text(encoding="utf-8").splitlines()[::211]:
            assert opened.place(decode(line).id) is not None


def test_a_line_longer_than_a_glance_is_read_whole_and_a_cut_one_refused(own: Path) -> None:
    table = next(path for path in sorted(own.glob("places-*.tsv")))
    lines = _Lines(table)
    content = table.read_bytes()
    longest = max(content.splitlines(), key=len)
    assert len(longest) > 512
    assert lines.read(content.index(longest)).id == longest.split(b"\t")[0].decode()
    assert lines.find(1) is None
    table.write_bytes(content.rstrip(b"\n"))
    with pytest.raises(GazetteerError, match=rf"{table.name}: ends within a place"):
        _Lines(table).read(content.rstrip(b"\n").rindex(b"\n") + 1)
