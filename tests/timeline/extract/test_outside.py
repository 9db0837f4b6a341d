"""What is outside a land is not in it; what is outside a town, or outside a land's hall, is there."""

import pytest

from tests.timeline.extract.reading import read

CASES = [
    ("en", "In 1988 most Armenians outside Nagorno-Karabakh fled Azerbaijan.", "Azerbaijan"),
    ("en", "On Monday the fighting spread outside South Ossetia to the town of Gori.", "Gori"),
    ("en", "On Monday officials living outside Armenia and Karabakh were arrested in Moscow.", "Moscow"),
    ("en", "On Monday soldiers clashed outside Stepanakert.", "Khankendi / Stepanakert"),
    ("en", "On Monday protesters gathered outside Georgia's parliament.", "Georgia"),
    ("ru", "В 1988 году армяне, жившие за пределами Нагорного Карабаха, бежали из Азербайджана.", "Azerbaijan"),
    ("ru", "Бои вышли за пределы Карабаха: в понедельник обстреляли Гянджу.", "Ganja"),
    ("ru", "В понедельник колонну обстреляли за пределами Гориса.", "Goris"),
    ("az", "1988-ci ildə Dağlıq Qarabağdan kənarda yaşayan ermənilər Azərbaycandan qaçdılar.", "Azerbaijan"),
    ("tr", "1988'de Dağlık Karabağ dışında yaşayan Ermeniler Azerbaycan'dan kaçtı.", "Azerbaijan"),
    ("tr", "Gürcistan'ın dışında, Viyana'da pazartesi günü iki siyasetçi tutuklandı.", "Vienna"),
    ("ar", "في عام 1988 فر معظم الأرمن المقيمين خارج قره باغ من أذربيجان.", "Azerbaijan"),
    ("ar", "قصفت يوم الاثنين نقطة تفتيش خارج غوريس.", "Goris"),
    ("fa", "در سال ۱۹۸۸ بیشتر ارمنی‌های بیرون از قره‌باغ از جمهوری آذربایجان گریختند.", "Azerbaijan"),
    ("hy", "1988-ին Լեռնային Ղարաբաղից դուրս ապրող հայերը փախան Ադրբեջանից։", "Azerbaijan"),
    ("ka", "1988 წელს მთიანი ყარაბაღის ფარგლებს გარეთ მცხოვრები სომხები აზერბაიჯანიდან გაიქცნენ.", "Azerbaijan"),
    ("ka", "ორშაბათს საქართველოს გარეთ, ვენაში, ორი პოლიტიკოსი დააკავეს.", "Vienna"),
]


@pytest.mark.parametrize(("language", "text", "place"), CASES)
def test_outside(language: str, text: str, place: str) -> None:
    assert {one.where.place.name for one in read(language, text).mentions if one.where} == {place}
