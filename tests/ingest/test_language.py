"""Languages: told by script and small words, and not told where there is too little."""

import pytest

from rashomon.ingest.language import language_of

TEXTS = [
    ("en", "The army said that three people were killed on Monday when a rocket struck a market in the north."),
    ("en", "THE ARMY SAID THAT THREE PEOPLE WERE KILLED ON MONDAY WHEN A ROCKET STRUCK A MARKET IN THE NORTH."),
    ("es", "Al menos tres personas murieron el lunes en un ataque aéreo contra un mercado, según fuentes médicas."),
    ("fr", "Le bombardement a tué au moins dix civils dimanche, selon des sources médicales dans la région."),
    ("de", "Drei Menschen starben am Montag bei einem Angriff auf einen Markt in der Nähe der Hauptstadt."),
    ("tr", "Pazartesi günü bir pazara düzenlenen saldırıda üç kişi hayatını kaybetti, yetkililer açıkladı."),
    ("ar", "قتل ثلاثة أشخاص في غارة جوية على سوق في شمال المدينة يوم الاثنين بحسب مصادر طبية"),
    ("fa", "سه نفر روز دوشنبه در حمله هوایی به بازاری در شمال شهر کشته شدند، مقامات گفتند"),
    ("ru", "Три человека погибли в понедельник при ударе по рынку на севере города, сообщили власти."),
    ("uk", "Троє людей загинули в понеділок унаслідок удару по ринку на півночі міста, повідомила влада."),
    ("zh", "周一，一枚火箭弹击中该镇北部的一个市场，造成三人死亡。"),
    ("ja", "月曜日、町の北部の市場にロケット弾が着弾し、三人が死亡した。"),
    ("he", "שלושה בני אדם נהרגו ביום שני כאשר רקטה פגעה בשוק בצפון העיר"),
]


@pytest.mark.parametrize(
    ("language", "text"), TEXTS, ids=[f"{code}-{number}" for number, (code, _) in enumerate(TEXTS)]
)
def test_a_language_is_told(language: str, text: str) -> None:
    assert language_of(text)[0] == language


@pytest.mark.parametrize("text", ["", "Kabul", "12:30 - 14", "...", "THREE DEAD IN BAGHDAD STRIKE"])
def test_too_little_tells_no_language(text: str) -> None:
    assert language_of(text)[0] is None


def test_most_of_the_text_decides() -> None:
    text = "The army said that three people were killed on Monday, and the group's statement read: قتل ثلاثة أشخاص."
    assert language_of(text)[0] == "en"
