"""The rules of a language, compiled from its ``timex.toml``, and their matching.

A rule is a pattern over kinds of items: ``"[day of? month comma? year?]"``. ``?`` makes an element optional, ``|``
gives alternatives, brackets enclose what becomes the expression; what stands outside them must be there and is left
alone. What the elements say together is what the expression says; contradicting senses (two different months) make no
match. Rules of one level form a trie, and at each item the longest match is taken, so that a run is read once a level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from typing import Any, cast

from timeline.errors import PackError
from timeline.extract.timex.sense import FIELDS, Item, Run, Sense, share, turned, unite


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as written, with the place of its brackets.

    ``gives`` are the kinds of what it makes, ``makes`` what a pattern with two groups makes of them: "two"
    expressions, a "range" of two, or "one"; "first" and "last" make one in which that group prevails, "lead" one
    that says only what the first does ("once a week"), "sum" one length of two, "product" one that the first counts
    ("65 million years"). ``says`` is added to what its elements say. The guards name kinds that must (``before``,
    ``after``) or must not (``not_before``, ``not_after``) stand beside the expression. ``emits`` says whether what
    it makes is an expression by itself.
    """

    name: str
    order: int
    gives: tuple[str, ...]
    says: Sense
    emits: bool
    makes: str
    before: frozenset[str]
    after: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way through a pattern's options: its kinds, and where its bracketed groups begin and end."""

    kinds: tuple[str, ...]
    groups: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A rule that ends at a state of the trie, by one of its patterns."""

    rule: Rule
    pattern: Pattern


@dataclass(slots=True)
class State:
    """A state of a level's trie."""

    steps: dict[str, State] = field(default_factory=dict)
    endings: list[Ending] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's rules by level, each reading what those before it made, and the kinds that their patterns name."""

    levels: tuple[State, ...]
    kinds: frozenset[str]


def compile_rules(rules: Iterable[Mapping[str, Any]], where: str) -> Grammar:
    """Rules by level.

    Raises
    ------
    PackError : a rule lacks a name or a pattern, or says something that is no field of a sense.
    """
    levels: dict[int, State] = defaultdict(State)
    kinds: set[str] = set()
    for order, table in enumerate(rules):
        rule = _rule(table, order, where)
        written = table["pattern"]
        for pattern in [written] if isinstance(written, str) else written:
            for way in expand(pattern):
                kinds.update(way.kinds)
                _insert(levels[int(table.get("level", 1))], way, rule)
    return Grammar(tuple(levels[level] for level in sorted(levels)), frozenset(kinds))


def _rule(table: Mapping[str, Any], order: int, where: str) -> Rule:
    missing = {"name", "pattern", "gives"} - set(table)
    unknown = set(table.get("says", {})) - FIELDS
    if missing or unknown:
        raise PackError(
            f"rule {table.get('name', order)} lacks {sorted(missing)} or says {sorted(unknown)}", where=where
        )
    guards = {name: frozenset(table.get(name, ())) for name in ("before", "after", "not_before", "not_after")}
    return Rule(
        name=table["name"],
        order=order,
        gives=tuple(table["gives"].split()),
        says=cast("Sense", table.get("says", {})),
        emits=table.get("emits", True),
        makes=table.get("makes", "two"),
        **guards,
    )


def expand(pattern: str) -> Iterator[Pattern]:
    """Every way through the options of a pattern.

    Examples
    --------
    >>> [way.kinds for way in expand("day of? month|season")]
    [('day', 'of', 'month'), ('day', 'of', 'season'), ('day', 'month'), ('day', 'season')]
    """
    words = pattern.replace("[", " [ ").replace("]", " ] ").split()
    if "[" not in words:
        words = ["[", *words, "]"]
    for way in product(*(_options(word) for word in words)):
        kept = [kind for kind in way if kind]
        groups = tuple(_groups(kept))
        if all(end > first for first, end in groups):
            yield Pattern(tuple(kind for kind in kept if kind not in "[]"), groups)


def _groups(kept: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where the bracketed groups stand among the elements, brackets not counted."""
    at = first = 0
    for kind in kept:
        if kind == "[":
            first = at
        elif kind == "]":
            yield first, at
        else:
            at += 1


def _options(word: str) -> tuple[str, ...]:
    return (*word.removesuffix("?").split("|"), "") if word.endswith("?") else tuple(word.split("|"))


def _insert(state: State, pattern: Pattern, rule: Rule) -> None:
    for kind in pattern.kinds:
        state = state.steps.setdefault(kind, State())
    state.endings.append(Ending(rule, pattern))


def apply_all(levels: Iterable[State], run: Run) -> Run:
    """A run with what the rules of several levels make of it, each of what those before it made."""
    kinds = _kinds(run)
    for level in levels:
        if not level.steps.keys().isdisjoint(kinds):
            run = apply(level, run)
            kinds = _kinds(run)
    return run


def _kinds(run: Run) -> frozenset[str]:
    """What the items of a run can be."""
    return frozenset(chain.from_iterable(item.kinds for item in run.items))


def apply(level: State, run: Run) -> Run:
    """A run with what the rules of one level make of it."""
    out: list[Item] = []
    at = 0
    starts = level.steps.keys()
    while at < len(run.items):
        made = None if starts.isdisjoint(run.items[at].kinds) else _longest(level, run, at)
        if made is None:
            out.append(run.items[at])
            at += 1
        else:
            items, at = made
            out.extend(items)
    return Run(out, run.left, run.right)


def _longest(level: State, run: Run, at: int) -> tuple[Sequence[Item], int] | None:
    """The longest match from an item on: what it puts in place, and the item after it."""
    best: tuple[Sequence[Item], int] | None = None
    paths: list[tuple[State, tuple[str, ...]]] = [(level, ())]
    here = at
    while paths and here < len(run.items):
        kinds = _readings(run.items[here], first=here == at)
        here += 1
        paths = [(state.steps[kind], (*path, kind)) for state, path in paths for kind in kinds if kind in state.steps]
        endings = [(ending, path) for state, path in paths for ending in state.endings]
        if endings:
            best = _first(sorted(endings, key=lambda found: found[0].rule.order), run, at) or best
    return best


def _readings(item: Item, *, first: bool) -> Iterable[str]:
    """The kinds that a pattern may take an item as; behind an "and" that is part of the word only those that say so."""
    return item.kinds if first or not item.joined else [kind for kind in item.kinds if kind.endswith(".and")]


def _first(endings: Iterable[tuple[Ending, Sequence[str]]], run: Run, at: int) -> tuple[Sequence[Item], int] | None:
    """What the first of the endings makes that its guards and its words' senses allow."""
    for ending, path in endings:
        groups = [(at + first, at + end) for first, end in ending.pattern.groups]
        if not _allowed(ending.rule, run, groups[0][0], groups[-1][1]):
            continue
        senses = [item.kinds[kind] for item, kind in zip(run.items[at : at + len(path)], path, strict=True)]
        items = _single(ending.rule, run, groups[0], senses) if len(groups) == 1 else _pair(ending, run, groups, senses)
        if items:
            return [*run.items[at : groups[0][0]], *items], groups[-1][1]
    return None


def _allowed(rule: Rule, run: Run, first: int, end: int) -> bool:
    before = run.items[first - 1].kinds if first else run.left
    after = run.items[end].kinds if end < len(run.items) else run.right
    if rule.before and rule.before.isdisjoint(before):
        return False
    if rule.after and rule.after.isdisjoint(after):
        return False
    return rule.not_before.isdisjoint(before) and rule.not_after.isdisjoint(after)


def _single(rule: Rule, run: Run, group: tuple[int, int], senses: Sequence[Sense]) -> Sequence[Item]:
    sense = unite([*senses, rule.says])
    return () if sense is None else (_item(rule, run.items[group[0] : group[1]], sense),)


def _pair(ending: Ending, run: Run, groups: Sequence[tuple[int, int]], senses: Sequence[Sense]) -> Sequence[Item]:
    """The two expressions of "June 5 and 6", or the one of "the night of 3 to 4 December"."""
    rule = ending.rule
    sides = [unite([*senses[first:end], rule.says]) for first, end in ending.pattern.groups]
    if sides[0] is None or sides[1] is None:
        return ()
    left, right = share(sides[0], sides[1])
    if rule.makes in _JOINED:
        joined = _JOINED[rule.makes](sides[0], sides[1])
        return (_item(rule, run.items[groups[0][0] : groups[1][1]], joined),) if joined else ()
    if rule.makes == "one":
        left = cast("Sense", {**{name: right[name] for name in ("part",) if name in right}, **left})
        both = run.items[groups[0][0] : groups[1][1]]
        return (_item(rule, both, {**left, "to": right}),)
    if rule.makes == "range":
        left = left if "year" in sides[0] else turned(left, right)
        left, right = {**left, "to": right}, {**right, "start": left}
    first, second = (run.items[first:end] for first, end in groups)
    return (_item(rule, first, left), *run.items[groups[0][1] : groups[1][0]], _item(rule, second, right))


_UNITS = ("century", "decade", "year", "quarter", "month", "week", "day", "hour", "minute", "second")


def _sum(left: Sense, right: Sense) -> Sense | None:
    """One length of two units, the smaller last; None where they are two lengths: "two days, three days"."""
    units = left["unit"], right["unit"]
    summed = all(unit in _UNITS for unit in units) and _UNITS.index(units[0]) < _UNITS.index(units[1])
    return cast("Sense", {**left, "plus": right}) if summed else None


_JOINED: Mapping[str, Callable[[Sense, Sense], Sense | None]] = {
    "first": lambda left, right: cast("Sense", {**right, **left}),
    "last": lambda left, right: cast("Sense", {**left, **right}),
    "lead": lambda left, _: left,
    "sum": _sum,
    "product": lambda left, right: cast("Sense", {**left, **right, "n": left["n"] * right["n"]}),
}
"""What the two groups of a pattern say as one, by what a rule makes of them."""


def _item(rule: Rule, parts: Sequence[Item], sense: Sense) -> Item:
    kinds = {*rule.gives, "any"}
    marks = {case for kind in parts[-1].kinds for case in kind.split(".")[1:] if case != "and"}
    marks |= {"and"} if parts[0].joined else set()
    kinds |= {f"{kind}.{mark}" for kind in kinds for mark in marks}
    return Item(
        start=parts[0].start,
        end=parts[-1].end,
        first=parts[0].first,
        last=parts[-1].last,
        kinds=dict.fromkeys(kinds, sense),
        rules=(*(name for part in parts for name in part.rules), rule.name),
        emits=rule.emits,
        joined=parts[0].joined,
    )
