"""Names in five scripts compared by their consonants, so that a wrong bearer of a name is found out."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import cache

_SOUNDS = {
    "b": "bpvwfбпвфბპფვբպփվֆبپفڤ",
    "t": "tdтдთტდտդթتدطضذث",
    "k": "kgqxhcкгхґქკგღყხჰկգքղխհكگقغخحهةک",
    "s": "szşšjçcžžсзшжчцщსზშჟჩცძწჭჯსսզշժչցձծճջسزشژصظجچ",
    "l": "lłлლլل",
    "r": "rрრրռر",
    "m": "mмმմم",
    "n": "nнნնن",
}
"""A class of consonants → its letters in Latin, Cyrillic, Georgian, Armenian and Arabic script."""

ALPHABETS = {
    "ar": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي",
    "fa": "ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
}
"""Letters of the languages whose names can be told by their letters; Latin names count as English."""


@cache
def _classes() -> dict[str, str]:
    return {letter: sound for sound, letters in _SOUNDS.items() for letter in letters}


def language(name: str) -> str | None:
    """The language in which a name of unknown language may be shown, None for letters that none of ours writes.

    Examples
    --------
    >>> language("Вена"), language("Відень"), language("وین"), language("Wien")
    ('ru', None, 'fa', 'en')
    """
    letters = {letter for letter in name.lower() if letter.isalpha()}
    if letters and all(unicodedata.name(letter).startswith("LATIN") for letter in letters):
        return "en"
    return next((code for code, alphabet in ALPHABETS.items() if letters and letters <= set(alphabet)), None)


def skeleton(name: str) -> str:
    """The classes of the consonants of a name, repeated ones once.

    Examples
    --------
    >>> skeleton("Gəncə"), skeleton("Гянджа"), skeleton("Yevlax")
    ('kns', 'knts', 'blk')
    """
    plain = unicodedata.normalize("NFD", name.lower())
    classes = _classes()
    sounds = [classes[letter] for letter in plain if letter in classes]
    return "".join(sound for index, sound in enumerate(sounds) if index == 0 or sound != sounds[index - 1])


def alike(name: str, other: str, least: float = 0.6) -> bool:
    """Whether two names, in whatever scripts, may be spellings of one."""
    return likeness(name, other) >= least


def likeness(name: str, other: str) -> float:
    """How alike the consonants of two names are, 0 to 1; names without consonants are like each other alone."""
    mine, its = skeleton(name), skeleton(other)
    if not mine or not its:
        return float(mine == its)
    return SequenceMatcher(None, mine, its, autojunk=False).ratio()
