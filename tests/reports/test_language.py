import pytest

from dateline.errors import UnsupportedLanguage
from dateline.reports.language import detect, require_english

OTHERS = {
    "ar": "هاجم الجيش المدينة في الشمال وقتل خمسة جنود يوم الاثنين.",
    "fa": "ارتش به شهر حمله کرد و پنج سرباز را کشت که گفته می‌شود از گروه بودند.",
    "he": "הצבא תקף את העיר בצפון והרג חמישה חיילים.",
    "ru": "Армия атаковала город на севере и убила пять солдат.",
    "uk": "Армія атакувала місто на півночі й убила п'ять солдатів, їхні тіла знайшли.",
    "zh": "军队袭击了北部城市,打死五名士兵。",
    "ja": "軍は北部の都市を攻撃し、兵士五人を殺害した。",
    "ko": "군은 북부 도시를 공격해 병사 다섯 명을 살해했다.",
    "el": "Ο στρατός επιτέθηκε στην πόλη και σκότωσε πέντε στρατιώτες.",
    "hi": "सेना ने उत्तर के शहर पर हमला किया और पाँच सैनिकों को मार डाला।",
    "fr": "L'armée a attaqué la ville dans le nord du pays et tué cinq soldats, selon le ministère.",
    "es": "El ejército atacó la ciudad en el norte del país y mató a cinco soldados, según el ministerio.",
    "de": "Die Armee hat die Stadt im Norden angegriffen und fünf Soldaten getötet, wie das Ministerium mitteilte.",
    "it": "L'esercito ha attaccato la città nel nord del paese e ucciso cinque soldati, come riferito dal ministero.",
    "pt": "O exército atacou a cidade no norte do país e matou cinco soldados, segundo o ministério da defesa.",
    "nl": "Het leger heeft de stad in het noorden aangevallen en vijf soldaten gedood, zei het ministerie op maandag.",
    "tr": "Ordu kuzeydeki kente saldırdı ve beş asker için bir açıklama daha yapıldı, bakan bu konuda çok konuştu.",
    "id": "Tentara menyerang kota di utara dan lima prajurit tewas dalam serangan yang terjadi pada hari Senin itu.",
}
ENGLISH = [
    "The army attacked the town in the north and killed five soldiers, the ministry said on Monday.",
    "The governor, Ahmad al-Masri (أحمد المصري), said the army had left Al-Hasakah (الحسكة) on Monday.",
    "Rebels kill 5 army soldiers near Aleppo",
    "“Die,” the gunman shouted at the men in the La Paz district, el-Masri told the court on Monday.",
    "Colonels Ahmad al-Masri, Zeinab Khalil, Omar Hadi, Nadia el-Amin and Yusuf ibn Harun were named by the court.",
]


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_named_and_refused(code: str) -> None:
    assert detect(OTHERS[code]) == code
    with pytest.raises(UnsupportedLanguage) as caught:
        require_english(OTHERS[code])
    assert caught.value.seen.startswith("a text in ")
    assert caught.value.expected
    assert caught.value.hint


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_passes(text: str) -> None:
    require_english(text)


@pytest.mark.parametrize("text", ["Sadah falls", "Ahmad al-Masri", "1,200 dead", "", "Los rebeldes mataron a cinco"])
def test_short_texts_get_the_benefit_of_the_doubt(text: str) -> None:
    require_english(text)


def test_a_long_text_without_english_words_is_refused() -> None:
    with pytest.raises(UnsupportedLanguage, match="without the common words"):
        require_english("lorem ipsum dolor amet consectetur adipiscing " * 20)


def test_an_english_report_that_quotes_much_arabic_passes() -> None:
    require_english(f"The army said in a statement on Monday that it had left the town: {OTHERS['ar']}")
