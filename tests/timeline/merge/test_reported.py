"""What a text first dates by its report alone, and then says when it was, is one happening."""

from __future__ import annotations

import pytest

from tests.timeline.factories import TOVUZ, article, by_id, days, mention, region
from timeline.merge import merge
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.mention import Mention
from timeline.model.timex import TimeInterval

REPORT = "2020-07-13"
"""The day of publication of every article of the factories."""
REPORTED = days(REPORT, basis="reported")
SUNDAY = "2020-07-12"


def told(of: Article, quote: str, word: str, when: TimeInterval | str, **values: object) -> Mention:
    return mention(of, when, TOVUZ, quote, trigger=of.text.index(word), **{"mode": "explosives", **values})


def merged(*mentions: Mention, of: Article) -> list[Event]:
    return list(merge(mentions, by_id(of), region=region()))


@pytest.mark.parametrize(
    ("lead", "blast", "detail", "bomb"),
    [
        ("A blast hurt five people in Tovuz.", "blast", "The bomb went off on Sunday.", "bomb"),
        ("При взрыве в Товузе пострадали пятеро.", "взрыве", "Бомба сработала в воскресенье.", "Бомба"),
        ("Tovuz'da beş kişi patlamada yaralandı.", "patlamada", "Bomba pazar günü infilak etti.", "Bomba"),
        ("أصيب خمسة في انفجار في توفوز.", "انفجار", "القنبلة انفجرت الأحد.", "القنبلة"),
        ("پنج نفر در انفجاری در تووز زخمی شدند.", "انفجاری", "بمب یکشنبه منفجر شد.", "بمب"),
        ("Tovuzda partlayışda beş nəfər yaralanıb.", "partlayışda", "Bomba bazar günü işə düşüb.", "Bomba"),
        ("Տովուզում պայթյունից հինգ մարդ է տուժել։", "պայթյունից", "Ռումբը գործի է դրվել կիրակի։", "Ռումբը"),
        ("თოვუზში აფეთქებას ხუთი დაშავებული მოჰყვა.", "აფეთქებას", "ბომბი კვირას აფეთქდა.", "ბომბი"),
    ],
)
def test_a_sentence_that_goes_on_says_when_it_was(lead: str, blast: str, detail: str, bomb: str) -> None:
    text = article(text=f"{lead} {detail}")
    [event] = merged(told(text, lead, blast, REPORTED), told(text, detail, bomb, SUNDAY), of=text)
    assert event.when is not None
    assert event.when.edtf() == SUNDAY
    assert "reported" in event.why_merged


@pytest.mark.parametrize(
    ("detail", "bomb"),
    [
        ("On Sunday posts there came under fire.", "fire"),
        ("В воскресенье у Товуза рвались снаряды.", "рвались"),
        ("Pazar günü Tovuz'a mermiler düştü.", "mermiler"),
    ],
)
def test_a_sentence_that_opens_with_the_time_tells_what_is_new(detail: str, bomb: str) -> None:
    lead = "A blast hurt five people in Tovuz."
    text = article(text=f"{lead} {detail}")
    assert len(merged(told(text, lead, "blast", REPORTED), told(text, detail, bomb, SUNDAY), of=text)) == 2


def test_another_word_of_the_sentence_says_when_it_was() -> None:
    whole = "They met in Tovuz, where the summit was held on Sunday."
    text, kind = article(text=whole), {"type": "CONSULT", "mode": "meeting"}
    [event] = merged(told(text, whole, "met", REPORTED, **kind), told(text, whole, "summit", SUNDAY, **kind), of=text)
    assert event.when is not None
    assert event.when.edtf() == SUNDAY


def test_the_day_of_the_report_ends_the_night_that_the_text_names() -> None:
    lead, detail = "Five people were hurt by the blast.", "Late at night, on the eve of Monday, a bomb went off."
    text = article(text=f"{lead} {detail}")
    night = days(SUNDAY, REPORT, basis="relative")
    assert len(merged(told(text, lead, "blast", REPORTED), told(text, detail, "bomb", night), of=text)) == 1
    assert len(merged(told(text, lead, "blast", REPORT), told(text, detail, "bomb", night), of=text)) == 2


@pytest.mark.parametrize(
    ("why", "first", "second"),
    [
        ("two days that the text names", SUNDAY, "2020-07-11"),
        ("a day longer ago than news is", REPORTED, "2020-07-08"),
        ("the day of the report told second", SUNDAY, REPORTED),
    ],
)
def test_days_that_differ_stay_two(why: str, first: TimeInterval | str, second: TimeInterval | str) -> None:
    lead, detail = "A blast hurt five people in Tovuz.", "The bomb went off there."
    text = article(text=f"{lead} {detail}")
    assert len(merged(told(text, lead, "blast", first), told(text, detail, "bomb", second), of=text)) == 2, why
