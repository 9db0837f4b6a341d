"""An answer is worked out once for each owner, when it is asked for."""

from geodata.lazily import lazily


class Counted:
    def __init__(self, number: int) -> None:
        self.number, self.asked = number, 0

    @lazily
    def double(self) -> int:
        """Twice the number."""
        self.asked += 1
        return 2 * self.number


def test_an_answer_is_worked_out_once_for_each_owner() -> None:
    two, three = Counted(2), Counted(3)
    assert two.asked == 0
    assert (two.double, two.double, three.double) == (4, 4, 6)
    assert (two.asked, three.asked) == (1, 1)
