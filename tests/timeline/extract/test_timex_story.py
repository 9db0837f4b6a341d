"""What hangs on the story told so far."""

import pytest

from timeline import languages
from timeline.extract.timex import tag


def values(text: str) -> list[str]:
    pack = languages.load("en")
    assert pack is not None
    return [time.expression.value for time in tag(text, pack, published=None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in May 1704. That September they left.", ["1704-05", "1704-09"]),
        ("It fell in December 1704. That winter was cold.", ["1704-12", "1704-WI"]),
        ("It fell in 1704. The following spring they left.", ["1704", "1705-SP"]),
        ("It fell in May 1704. The previous autumn was wet.", ["1704-05", "1703-FA"]),
        ("It fell on 17 July 2020. The following Monday they left.", ["2020-07-17", "2020-07-20"]),
        ("It fell on 17 July 2020. That Wednesday it rained.", ["2020-07-17", "2020-07-15"]),
        ("It fell on 4 May 1704. It was held until the 25th.", ["1704-05-04", "1704-05-25"]),
        ("It fell on 25 June 1950. By Wednesday all had left.", ["1950-06-25", "1950-06-28"]),
        ("It began on 1 January 1863. In mid-December it had been lost.", ["1863-01-01", "1862-12"]),
        ("It fell in July 1794. Prices rose in the 1790s. Five years later he won.", ["1794-07", "179", "1799"]),
        ("That spring they left.", []),
        ("It fell in December 1704. In spring they left.", ["1704-12", "1705-SP"]),
        ("It fell on 10 December 1708. In winter it froze. In June they left.", ["1708-12-10", "1708-WI", "1709-06"]),
        ("1704\n\nIn May they left.", ["1704", "1704-05"]),
        ("Peace held until mid-1704. In May they left.", ["1704", "1704-05"]),
        ("In autumn 1704 they left. A few months later peace came. In May", ["1704-FA", "FUTURE_REF", "1704-05"]),
        ("It began on 4 July 1704. By the end of the day all was lost.", ["1704-07-04", "1704-07-04"]),
        ("In late 1704 they came. In February they left.", ["1704", "1705-02"]),
        ("In January 1704 they came. In winter it froze. In spring it ended.", ["1704-01", "1703-WI", "1704-SP"]),
        ("In 1704 they came. In winter it froze.", ["1704", "1704-WI"]),
        ("In the autumn of 1704 they came. In spring they left.", ["1704-FA", "1705-SP"]),
        ("In the autumn of 1704 they came. In February they left.", ["1704-FA", "1705-02"]),
        ("In the autumn of 1704 they came. In July they left.", ["1704-FA", "1704-07"]),
        (
            "In March 1704 it fell. By the end of the year all fell. In April peace came.",
            ["1704-03", "1704", "1704-04"],
        ),
        ("A truce held from December 20 to January 6, 1704.", ["1703-12-20", "1704-01-06"]),
        ("It was fought from October to March 1704.", ["1703-10", "1704-03"]),
    ],
)
def test_what_recurs_lies_around_after_or_before_the_time_told(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in 499 BC. The following year they left.", ["BC0499", "BC0498"]),
        ("It fell in 480 BC. Ten years earlier they had won.", ["BC0480", "BC0490"]),
        ("It fell in 480 BC. In August they left, in the same year.", ["BC0480", "BC0480-08", "BC0480"]),
        ("It fell in 480 BC. In 479 they left. In 1901 it was dug out.", ["BC0480", "BC0479", "1901"]),
        ("It fell in AD 410. In 455 it fell again.", ["0410", "0455"]),
        ("In 479 houses they found nothing.", []),
        ("It fell in 480 BC. In late 479 they left, in the 470s they came.", ["BC0480", "BC0479", "BC047"]),
        ("It fell in 480 BC. The following spring they left.", ["BC0480", "BC0479-SP"]),
        ("It was built in the 5th and 4th centuries BC.", ["BC04", "BC03"]),
        ("It was taken in 490 and 480 BC.", ["BC0490", "BC0480"]),
        ("He died on 10 June 323 BC. At the end of the year they left.", ["BC0323-06-10", "BC0323"]),
    ],
)
def test_years_before_our_era_and_soon_after_it_are_told_on(text: str, expected: list[str]) -> None:
    assert values(text) == expected
