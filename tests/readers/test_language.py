"""Which language a text is in."""

from __future__ import annotations

import pytest

from onrecord.readers.language import find_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Officials said on Monday that the boats were hit and that an inquiry has begun."),
        ("en", "Russia denied that its forces attacked Ukraine"),
        ("en", "Bomb kills 3."),
        ("fr", "Le ministre a déclaré lundi que les navires avaient été touchés et que l'enquête est en cours."),
        ("es", "El ministro dijo el lunes que los barcos fueron alcanzados y que la investigación ha comenzado."),
        ("pt", "O ministro disse na segunda-feira que os barcos foram atingidos e que a investigação não começou."),
        ("it", "Il ministro ha detto lunedì che le navi sono state colpite e che l'inchiesta è in corso."),
        ("de", "Der Minister sagte am Montag, dass die Boote getroffen wurden und eine Untersuchung begonnen hat."),
        ("nl", "De minister zei maandag dat de boten zijn geraakt en dat het onderzoek is begonnen."),
        ("sv", "Ministern sade på måndagen att båtarna hade träffats och att en utredning inte har inletts."),
        (
            "pl",
            "Minister powiedział w poniedziałek, że łodzie zostały trafione i że nie ma ofiar, a śledztwo jest w toku.",
        ),
        (
            "tr",
            "Bakan pazartesi günü teknelerin vurulduğunu ve bir soruşturma için çok çalışıldığını söyledi.",
        ),
        ("id", "Menteri itu mengatakan pada hari Senin bahwa kapal yang terkena tidak akan diperbaiki oleh mereka."),
        ("ru", "Министр заявил в понедельник, что катера были повреждены и что начато расследование."),
        ("uk", "Міністр заявив у понеділок, що катери було пошкоджено та що розпочато розслідування."),
        ("ar", "قال الوزير يوم الاثنين إن القوارب أصيبت وإن التحقيق قد بدأ في المدينة."),
        ("fa", "وزیر روز دوشنبه گفت که قایق‌ها آسیب دیده است و تحقیق را از این هفته آغاز می کند."),
        ("he", "השר אמר ביום שני כי הסירות נפגעו וכי החקירה החלה."),
        ("zh", "部长星期一表示，两艘船被击中，调查已经开始。"),
        ("ja", "大臣は月曜日、二隻の船が攻撃を受け、調査を始めたと述べた。"),
        ("ko", "장관은 월요일에 배 두 척이 맞았다고 말했다."),
        ("hi", "मंत्री ने सोमवार को कहा कि दो नावों पर हमला हुआ है और जांच शुरू हो गई है।"),
    ],
)
def test_languages(language: str, text: str) -> None:
    assert find_language(text) == language


def test_what_the_page_says_decides_where_words_do_not() -> None:
    assert find_language("Kriminal", "da-DK") == "da"
    assert find_language("Han var på en reise til det land som er for stort og har en by med den", "no") == "no"


def test_what_the_page_says_does_not_overrule_its_words() -> None:
    assert find_language("Le ministre a déclaré que les navires ont été touchés dans la nuit.", "en") == "fr"
