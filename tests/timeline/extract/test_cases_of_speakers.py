"""Whom the case of his name, or the preposition before it, lets speak."""

import pytest

from tests.timeline.extract.reading import read


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("tr", "Televizyondan konuşan Arif Demir, salı günü Gori'nin bombalandığını belirtti.", "Arif Demir"),
        ("tr", "Evini yitirenler, salı günü Gori'nin bombalandığını söyleyerek Rus tarafını suçladı.", "Evini yitirenler"),
        ("tr", "ABD'nin temsilcisi Tom Barrack, salı günü Gori'nin bombalandığını duyurdu.", "ABD'nin temsilcisi Tom Barrack"),
        # who reports something may stand in the case of whence
        ("tr", "Bakanlıktan salı günü Gori'nin bombalandığı bildirildi.", "Bakanlıktan"),
        ("fa", "وزیر روز سه‌شنبه در شبکه‌های اجتماعی گفت نیروهای روس گوری را بمباران کردند.", "وزیر"),
        ("en", "The Karabakh side said that shells hit Tegh on Tuesday.", "Karabakh side"),
        ("en", "The other side said that shells hit Tegh on Tuesday.", "publisher"),
    ],
)  # fmt: skip
def test_cases(language: str, text: str, speaker: str) -> None:
    assert {mention.attribution.source for mention in read(language, text).mentions} == {speaker}
