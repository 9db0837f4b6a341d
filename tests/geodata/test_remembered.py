"""What was worked out for a word is worked out once, and memory stays bounded."""

from geodata.remembered import remembered


def test_a_word_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known = remembered(length)
    assert [known("Tavush"), known("Shirak"), known("Tavush")] == [6, 6, 6]
    assert asked == ["Tavush", "Shirak"]


def test_all_is_forgotten_when_there_is_too_much() -> None:
    asked: list[str] = []
    known = remembered(asked.append, most=2)
    for word in ("a", "b", "a", "c", "c", "a"):
        known(word)
    assert asked == ["a", "b", "c", "a"]
