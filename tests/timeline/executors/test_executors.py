"""Executors keep the order of the items, and one failing item costs no other."""

import gc
import os
import time

import pytest

from timeline.executors import Failure, processes, run, serial


def double(number: int) -> int:
    if number == 3:
        raise ValueError("three is no good")
    return 2 * number


def stumble(number: int) -> int:
    if number == 5:
        os._exit(9)
    if number == 7:
        time.sleep(60)
    return double(number)


def patience(_: int) -> int:
    return gc.get_threshold()[0]


EXPECTED = [0, 2, 4, Failure(what="ValueError: three is no good"), 8, 10]


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_order_and_a_fault_stays_with_its_item(workers: int) -> None:
    assert list(run(double, range(6), workers=workers, time_limit=10)) == EXPECTED
    assert list(serial.run(double, range(6))) == EXPECTED
    assert list(processes.run(double, range(6), workers=workers, time_limit=30)) == EXPECTED


def test_a_dying_and_a_hanging_process_cost_only_their_items() -> None:
    found = list(processes.run(stumble, range(40), workers=2, time_limit=2))
    expected = [double(number) if number not in {3, 5, 7} else None for number in range(40)]
    assert [None if isinstance(outcome, Failure) else outcome for outcome in found] == expected
    assert found[5] == Failure(what="the process at work on it died")
    assert found[7] == Failure(what="took longer than 2 seconds")


def test_a_run_given_up_leaves_no_process_behind() -> None:
    outcomes = processes.run(double, range(200), workers=2, time_limit=30)
    assert next(outcomes) == 0
    outcomes.close()  # type: ignore[attr-defined]
    import multiprocessing

    assert multiprocessing.active_children() == []


def test_nothing_to_do_starts_nothing() -> None:
    assert list(processes.run(double, [], workers=2, time_limit=1)) == []


def test_processes_search_for_garbage_seldom_and_leave_the_caller_as_it_is() -> None:
    before = gc.get_threshold()
    assert min(processes.run(patience, range(4), workers=2, time_limit=30)) > before[0]
    assert gc.get_threshold() == before
