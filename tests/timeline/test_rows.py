"""Rows are the same whether a table was just made or comes back from a file."""

from typing import Any

import numpy as np
import pandas as pd
import pytest

from tests.timeline.site import demonstration
from timeline.rows import rows, sort


@pytest.mark.parametrize(
    ("cell", "plain"),
    [
        (None, None),
        (float("nan"), None),
        (pd.NA, None),
        (pd.NaT, None),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.array(["a", "b"], dtype=object), ["a", "b"]),
        (("a", None), ["a", None]),
        ({"en": "x", "ar": None}, {"en": "x"}),
        ({"gn": np.array(["x"], dtype=object)}, {"gn": ["x"]}),
        ("text", "text"),
        (0, 0),
    ],
)
def test_cells_become_plain_values(cell: Any, plain: Any) -> None:
    frame = pd.DataFrame({"cell": pd.Series([cell], dtype=object)})
    (row,) = rows(frame)
    assert row == {"cell": plain}
    assert type(row["cell"]) is type(plain)


def test_lists_may_come_as_arrays_as_files_give_them() -> None:
    frame = sort(demonstration.frame())
    again = frame.copy()
    for name in ("articles", "claims", "tolls", "origins"):
        again[name] = [np.array(cell, dtype=object) for cell in frame[name]]
    again["lat"] = again["lat"].astype(float)
    assert rows(again) == rows(frame)


def test_undated_rows_come_last() -> None:
    starts = [row["start"] for row in rows(sort(demonstration.frame()))]
    assert starts[-1] is None
    assert starts[:-1] == sorted(starts[:-1])
