"""The compiled gazetteer: names, ids, the curated layer above it, opening and pickling."""

import pickle
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from geodata.errors import GazetteerError
from geodata.fold import fold
from geodata.gazetteer import TABLES, TRIE, Gazetteer
from geodata.record import decode, encode
from geodata.sources import compile as compiling

DATA = Path(str(files("geodata.data")))


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Tovuz", "gn:584821"),
        ("فيينا", "gn:2761369"),
        ("أرمينيا", "iso:AM"),
        ("Gəncə", "gn:586523"),
        ("Karabakh", "region:nagorno-karabakh"),
    ],
)
def test_a_name_leads_to_its_best_known_bearer(gazetteer: Gazetteer, name: str, first: str) -> None:
    assert gazetteer.lookup(fold(name))[0].id == first


@pytest.mark.parametrize(("name", "bearer"), [("Tovuz", "gn:616802"), ("Gəncə", "gn:584649"), ("Куба", "gn:585221")])
def test_a_curated_place_is_free_of_names_that_are_not_its_own(gazetteer: Gazetteer, name: str, bearer: str) -> None:
    assert bearer not in {place.id for place in gazetteer.lookup(fold(name))}


def test_small_towns_keep_spellings_of_their_own_name_only() -> None:
    bare = Gazetteer.open(None)
    assert "gn:616802" not in {place.id for place in bare.lookup(fold("Товуз"))}
    assert "gn:584821" in {place.id for place in bare.lookup(fold("Товуз"))}


def test_an_id_leads_to_its_place(gazetteer: Gazetteer) -> None:
    place = gazetteer.place("gn:2761369")
    assert place is not None
    assert (place.name, place.country, place.names["tr"][0]) == ("Vienna", "AT", "Viyana")
    assert gazetteer.place("gn:0") is None
    assert gazetteer.lookup("no such place") == ()
    assert gazetteer.begins("new")
    assert not gazetteer.begins("no such")


def test_a_gazetteer_opens_again_from_its_pickle(gazetteer: Gazetteer) -> None:
    again = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 -- our own bytes
    assert again.lookup(fold("Tovuz")) == gazetteer.lookup(fold("Tovuz"))


def test_every_place_survives_its_line() -> None:
    for table in TABLES:
        for line in DATA.joinpath(table).read_text(encoding="utf-8").splitlines()[::97]:
            assert encode(decode(line)) == line


def test_a_line_with_fields_missing_is_refused() -> None:
    with pytest.raises(ValueError, match="10 fields, not 2"):
        decode("gn:1\tx")


def test_the_trie_is_what_the_tables_compile_to(tmp_path: Path) -> None:
    import marisa_trie

    from geodata.gazetteer import RECORD

    marisa_trie.RecordTrie(RECORD, sorted(compiling.records(DATA))).save(str(tmp_path / TRIE))
    assert (tmp_path / TRIE).read_bytes() == DATA.joinpath(TRIE).read_bytes()


def test_a_missing_or_damaged_file_is_named(tmp_path: Path) -> None:
    for name in (*TABLES, TRIE):
        shutil.copy(DATA / name, tmp_path / name)
    tmp_path.joinpath(TRIE).write_bytes(b"not a trie")
    with pytest.raises(GazetteerError, match=r"names\.marisa: not a compiled gazetteer.*rebuild"):
        Gazetteer.open(None, folder=tmp_path)
    tmp_path.joinpath(TRIE).unlink()
    with pytest.raises(GazetteerError, match=r"names\.marisa: the file is missing"):
        Gazetteer.open(None, folder=tmp_path)
