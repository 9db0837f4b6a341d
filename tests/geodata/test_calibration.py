"""Scores are probabilities that rise with what speaks for a place."""

import pytest

from geodata.calibration import calibrated, steps
from tests.bench.places_calibration import error, fit, tried

STEPS = [(0.2, 0.1), (0.4, 0.5), (0.8, 0.7)]


@pytest.mark.parametrize(
    ("score", "probability"), [(0.0, 0.1), (0.2, 0.1), (0.3, 0.3), (0.6, 0.6), (0.8, 0.7), (1.0, 0.7)]
)
def test_a_score_is_read_between_the_steps(score: float, probability: float) -> None:
    assert calibrated(score, STEPS) == pytest.approx(probability)


def test_the_shipped_steps_rise() -> None:
    scores, shares = zip(*steps(), strict=True)
    assert len(scores) >= 5
    assert list(scores) == sorted(set(scores))
    assert list(shares) == sorted(set(shares))
    assert 0 < shares[0] < shares[-1] < 1


def test_pools_never_fall_and_meet_the_share_of_right_ones() -> None:
    known = [
        (score / 1000, index % 4 < quarter) for quarter, score in ((1, 200), (3, 400), (2, 600)) for index in range(200)
    ]
    assert fit(known) == [(0.2, 0.25), (0.5, 0.625)]
    assert error(known) == pytest.approx((0.05 + 0.35 + 0.1) / 3)
    assert error(tried([known, known])) < error(known)
