"""Every input comes to one end, and the counts sum."""

import pytest

from timeline.account import Entry, compare, count
from timeline.errors import BuildError

ENTRIES = (Entry(path="a.txt", article="a", state="used"), Entry(path="b.csv", state="skipped", reason="no reader"))


def test_counts_name_every_end() -> None:
    assert count(ENTRIES, 2) == {"used": 1, "duplicate": 0, "skipped": 1, "failed": 0}


@pytest.mark.parametrize("inputs", [1, 3])
def test_an_input_without_an_end_or_with_two_is_a_fault(inputs: int) -> None:
    with pytest.raises(BuildError, match=f"{inputs} inputs came to 2 ends"):
        count(ENTRIES, inputs)


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (ENTRIES[0], "a.txt: used"),
        (
            Entry(path="c.txt", state="failed", reason="is empty", remedy="Remove it"),
            "c.txt: failed: is empty. Remove it",
        ),
    ],
)
def test_an_entry_reads_as_file_fault_remedy(entry: Entry, words: str) -> None:
    assert str(entry) == words


@pytest.mark.parametrize(
    ("old", "expected"),
    [
        (None, {"new": ["a", "b"], "changed": [], "gone": []}),
        ({"a": "1", "b": "2"}, {"new": [], "changed": [], "gone": []}),
        ({"a": "0", "c": "1"}, {"new": ["b"], "changed": ["a"], "gone": ["c"]}),
    ],
)
def test_builds_are_compared_by_id_and_content(old: dict[str, str] | None, expected: dict[str, list[str]]) -> None:
    assert compare(old, {"a": "1", "b": "2"}) == expected
