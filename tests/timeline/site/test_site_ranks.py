"""What the story chooses by and the ledger sorts by."""

from typing import Any

import pytest

from tests.timeline.site import demonstration
from timeline import rows as table_rows
from timeline.site import collation, ranks


def columns(encoded: Any) -> dict[str, list[int]]:
    """Columns read back from their byte planes."""
    found, at = {}, 0
    count = len(encoded.raw) // sum(width for _, width in encoded.header["columns"])
    for name, width in encoded.header["columns"]:
        planes = [encoded.raw[at + plane * count : at + (plane + 1) * count] for plane in range(width)]
        found[name] = [sum(plane[row] << (8 * n) for n, plane in enumerate(planes)) for row in range(count)]
        at += width * count
    return found


@pytest.fixture(scope="module")
def rows() -> list[table_rows.Row]:
    return table_rows.rows(table_rows.sort(demonstration.frame()))


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", ["2 March", "Émeute", "Enclave", "“Rally”", "Село"]),
        ("tr", ["Çatışma", "Ilgaz", "İzmir", "Şırnak", "Uşak"]),
        ("az", ["Bakı", "Əli", "Xankəndi", "Qazax", "Şuşa"]),
        ("ru", ["Ереван", "Ёлкино", "Жинвали", "Tbilisi"]),
        ("fa", ["بلوا", "پیمان", "توافق", "گنجه"]),
    ],
)
def test_words_stand_in_the_order_of_their_own_alphabet(language: str, ordered: list[str]) -> None:
    shuffled = ordered[::-1]
    assert sorted(shuffled, key=collation.key(language)) == ordered


def test_equal_texts_have_one_rank_and_empty_ones_the_last() -> None:
    assert collation.ranks(["b", "", "a", "b"], "en") == [1, 2, 0, 1]


def test_prominence_is_an_order_of_all_rows_by_salience_then_origins(rows: list[table_rows.Row]) -> None:
    found = columns(ranks.common(rows))
    assert sorted(found["prominence"]) == list(range(len(rows)))
    first = rows[found["prominence"].index(0)]
    assert (first["salience"], len(first["origins"])) == (0.5, 2)
    raised = [{**row, "salience": 0.9 if index == 7 else row["salience"]} for index, row in enumerate(rows)]
    assert columns(ranks.common(raised))["prominence"][7] == 0


def test_columns_tell_what_rows_tell(rows: list[table_rows.Row]) -> None:
    encoded = ranks.common(rows)
    found = columns(encoded)
    types = [encoded.header["types"][number] for number in found["type"]]
    assert types == [f"{row['type']}.{row['mode']}" if row["mode"] else row["type"] for row in rows]
    assert found["origins"] == [len(row["origins"]) for row in rows]
    assert set(found["score"]) == {round(0.71 * 255)}
    assert max(found["claimants"]) == 3
    place = columns(ranks.named(rows, "ar"))["place"]
    assert place[next(i for i, row in enumerate(rows) if row["place_name"] is None)] == max(place)
