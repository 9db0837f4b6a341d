"""What is told as having happened, and what is not."""

from datetime import date

import pytest

from geodata.model import Span
from timeline import languages
from timeline.extract.text.lexicon import lexicon
from timeline.extract.text.words import words as words_of
from timeline.extract.what import modality, triggers
from timeline.model.timex import TimeInterval

PUBLISHED = date(2020, 7, 17)


def _status(language: str, text: str, when: TimeInterval | None = None) -> list[str]:
    words = lexicon(language)
    tokens = words_of(text, Span(start=0, end=len(text)), words, [], [])
    found = triggers.find(tokens, languages.load(language))
    return [modality.status(modality.cues(tokens, trigger, words), when, PUBLISHED) for trigger in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Troops attacked the town.", ["happened"]),
        ("en", "The leaders will meet in Sochi.", ["planned"]),
        ("en", "The leaders will hold talks in Sochi.", ["planned"]),
        ("en", "The army did not attack the town.", ["denied"]),
        ("en", "The war could lead to clashes.", ["hypothetical"]),
        ("en", "The meeting in Vienna was cancelled.", ["cancelled"]),
        ("ar", "من المقرر أن يعقد اجتماع في جنيف.", ["planned"]),
        ("ar", "لم تقع اشتباكات في المدينة.", ["denied"]),
        ("ar", "قد تندلع اشتباكات في المدينة.", ["hypothetical"]),
        ("ar", "اندلعت اشتباكات في المدينة.", ["happened"]),
        ("tr", "Liderler Soçi'de anlaşmayı imzaladı.", ["happened"]),
        ("tr", "Ordu Soçi'de kente saldırmadı.", ["denied"]),
        ("tr", "Ermenistan kenti teslim edecek.", ["planned"]),
        ("tr", "Erivan kente saldırdığını yalanladı.", ["denied", "happened"]),
        ("az", "Bakı kəndi hədəfə aldığını təkzib edir.", ["denied", "happened"]),
        ("az", "Tərəflər sazişi imzalayacaq.", ["planned"]),
        ("ru", "Войска не атаковали город.", ["denied"]),
        ("ru", "Заседание в Москве было отложено.", ["cancelled"]),
        ("hy", "Բանակը չի հարվածել քաղաքին։", ["denied"]),
        ("en", "Soldiers who could not leave Shusha were captured there.", ["hypothetical", "happened"]),
        ("en", "Armenia failed to retake Shusha and signed a truce in Moscow.", ["cancelled", "happened"]),
        ("en", "The villages will be attacked and occupied.", ["planned", "planned"]),
        ("en", "Aliyev agreed to a truce that will begin at midnight.", ["happened"]),
        ("en", "Reports of an explosion in Ganja were not confirmed.", ["unconfirmed"]),
        ("en", "Had Yeltsin received Dudayev in Moscow, troops would have left.", ["hypothetical", "hypothetical"]),
        ("en", "Troops tried to take the village.", ["happened"]),
        ("en", "Envoys tried to sign a truce.", ["hypothetical"]),
        ("en", "Troops will try to take the village.", ["planned"]),
        ("ru", "Боевики попытались захватить школу.", ["happened"]),
        ("tr", "Militanlar kente saldırmaya çalıştı.", ["happened"]),
        ("az", "Silahlılar məscidə soxulmağa cəhd göstərib.", ["happened"]),
        ("az", "Tərəflər sazişi imzalamağa cəhd göstərdi.", ["hypothetical"]),
        ("ar", "حاول المسلحون اقتحام الثكنة.", ["happened"]),
        ("ar", "حاول الوفدان توقيع اتفاق.", ["hypothetical"]),
        ("hy", "Զինյալները փորձեցին գրավել գյուղը։", ["happened"]),
        (
            "en",
            "Talks between the movement and the acting head of the government, set for Wednesday, were called off.",
            ["cancelled"],
        ),
        ("ar", "كشفت الشرطة مخططاً لتفجير محطة واعتقلت شابين.", ["hypothetical", "happened"]),
        ("ru", "Боёв за Москву, к которым готовились к вечеру, не было.", ["denied"]),
        ("az", "Sakinlər kəndi tərk etməli olublar.", ["happened"]),
        ("ru", "Армия обстреляла город из «Смерчей».", ["happened"]),
        ("ru", "Банда «Смерч» распалась.", []),
        ("hy", "Թերթի անունն է «Պատերազմ»։", []),
        ("hy", "Դա «պատերազմ» էր։", ["happened"]),
        ("tr", 'Gazetenin adı "Deprem" oldu.', []),
        ("en", 'The gallery was hit by an "explosion".', ["happened"]),
        ("az", "Ordu guya dünən səhər həmin kəndi atəşə tutub.", ["unconfirmed"]),
        ("az", "Ordu dünən səhər həmin kəndi atəşə tutub.", ["happened"]),
        ("fa", "ترکیه در جنگ میانجی شد تا دو طرف گفت‌وگو کنند.", ["happened", "hypothetical"]),
        ("fa", "دو طرف در مسکو گفت‌وگو خواهند کرد.", ["planned"]),
        ("az", "Görüş isə sabah keçiriləcək.", ["planned"]),
        ("ru", "Штурм города начался утром, но намеченный на вечер парад отменили.", ["happened", "cancelled"]),
        ("tr", "Şehre saldırı sabah başladı, ancak akşam için planlanan tören iptal edildi.", ["happened"]),
        ("ar", "بدأ الهجوم على المدينة فجرا لكن اجتماع مجلس الوزراء المقرر مساء أُلغي.", ["happened", "cancelled"]),
        ("fa", "دادستانی پرونده کیفری گشوده است اما تاکنون هیچ جلسه‌ای برگزار نشده است.", ["happened", "cancelled"]),
        ("fa", "نشست سران اعلام شد، اما برگزار نشد.", ["cancelled"]),
        ("en", "The meeting in Vienna was set for Friday, but was cancelled.", ["cancelled"]),
        ("ru", "Переговоры в Вене намечались на пятницу, но сорвались.", ["cancelled"]),
        ("tr", "Toplantı gelecek cuma günü planlanıyor.", ["planned"]),
        ("tr", "Taraflar geçen cuma günü toplantı yaptı.", ["happened"]),
        ("az", "Ordu yayda gedən döyüşlərdən dərs almayıb.", ["happened"]),
        ("az", "Ordu yayda döyüşlər aparmayıb.", ["denied"]),
        ("az", "Silahlı qarşıdurma çaydan uzaq olmayan kənddə baş verib.", ["happened"]),
        ("tr", "Karşı tarafla çarpışan birliklerden kimse geri gelmedi.", ["happened"]),
        ("hy", "Սահմանը փակված չէ։", ["denied"]),
        ("hy", "Սահմանը փակված է։", ["happened"]),
        ("hy", "Պատվիրակությունները Գյումրիում քննարկել են սահմանի հարցը։", ["happened"]),
        ("az", "İyunda yenidən görüşəcək nazirlər Almatıda görüşüblər.", ["happened"]),
        ("en", "The novel opens in 2015 with a bomb going off in the metro.", ["hypothetical"]),
        ("en", "The film festival opened hours after a bomb went off in the metro.", ["happened"]),
        ("az", "Təlimin ssenarisinə görə, silahlılar kəndə hücum edib.", ["hypothetical"]),
        ("ka", "სწავლების სცენარით შეიარაღებულმა ჯგუფმა სკოლა დაიკავა.", ["hypothetical"]),
        ("hy", "Երեկ սխալմամբ գրել էինք, թե ցուցարարները գրավել են քաղաքապետարանը։", ["unconfirmed", "unconfirmed"]),
        ("tr", "Ateşkes gecikseydi ordu kente saldırmış olurdu.", ["hypothetical", "hypothetical"]),
        (
            "ru",
            "Случись это раньше, войска атаковали бы город; вчера они атаковали село.",
            ["hypothetical", "happened"],
        ),
        ("ru", "Поправка, которая запретила бы митинги, никому не нужна.", ["hypothetical"]),
        ("tr", "Ertelenen toplantının ardından generaller Soçi'de nihayet bir araya geldi.", ["happened"]),
        ("hy", "Չեղարկված հանդիպումից հետո գեներալները հանդիպեցին Սոչիում։", ["cancelled", "happened"]),
        ("ru", "После двух сорванных встреч генералы встретились в Сочи.", ["happened"]),
    ],
)
def test_status(language: str, text: str, expected: list[str]) -> None:
    assert _status(language, text) == expected


def test_a_time_after_publication_makes_a_plan() -> None:
    later = TimeInterval(start=date(2020, 8, 1), end=date(2020, 8, 1), precision="day")
    assert _status("en", "Troops attacked the town.", later) == ["planned"]
