"""Towns of bodies that are struck, towns in provinces, and owners in the genitive."""

import pytest

from tests.timeline.extract.reading import read

TOWNS_IN_PROVINCES = [
    ("ar", "تعرضت بلدة ساداراك في نخجوان للقصف يوم الاثنين.", "Sadarak"),
    ("en", "On Monday shells hit the town of Sadarak in Nakhchivan.", "Sadarak"),
    ("ru", "В понедельник обстрелян посёлок Садарак в Нахичевани.", "Sadarak"),
]
OWNERS = [
    ("ka", "ორშაბათს პოლიციამ ბათუმში რუსეთის ორი ოფიცერი დააკავა.", "Batumi"),
    ("hy", "Երկուշաբթի Բաթումիում ձերբակալվեցին Ռուսաստանի երկու սպաներ։", "Batumi"),
]
STRUCK = [
    ("hy", "Երկուշաբթի զինյալները հարձակվեցին Նալչիկի ոստիկանության բաժինների վրա։", "Nalchik"),
    ("tr", "Pazartesi günü militanlar Nalçik polis merkezine saldırdı.", "Nalchik"),
    ("ka", "ორშაბათს შეიარაღებული პირები ნალჩიკის პოლიციას დაესხნენ თავს.", "Nalchik"),
    ("en", "On Monday gunmen attacked the Nalchik police.", "Nalchik"),
]


@pytest.mark.parametrize(("language", "text", "place"), [*TOWNS_IN_PROVINCES, *OWNERS, *STRUCK])
def test_where(language: str, text: str, place: str) -> None:
    assert [one.where.place.name for one in read(language, text).mentions if one.where] == [place]
