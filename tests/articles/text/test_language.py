"""Language of a text: English is read, other languages are named."""

import pytest

from kg.articles.text.language import foreign_language

ENGLISH = (
    "The minister said on Tuesday that talks would resume soon and that the government "
    "of the island had agreed to send three envoys to the capital in May."
)
GERMAN = (
    "Die Ministerin sagte am Dienstag, dass die Gespräche bald wieder aufgenommen "
    "werden und dass die Regierung der Insel drei Gesandte in die Hauptstadt schickt."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German (de)"),
        (
            "Министр сказала во вторник, что переговоры скоро возобновятся и что "
            "правительство острова отправит в столицу трёх посланников, пишет пресса.",
            "Russian (ru)",
        ),
        (
            "La ministre a déclaré mardi que les pourparlers reprendraient bientôt et "
            "que le gouvernement de l’île enverrait trois émissaires dans la capitale.",
            "French (fr)",
        ),
    ],
)
def test_foreign_language_names_it(text: str, language: str) -> None:
    assert foreign_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Guten Morgen, liebe Freunde.",
        f"{GERMAN} {ENGLISH * 30}",
        # Names nearly alone: a list of guests.
        "Present: Xi Jinping, Emmanuel Macron, Olaf Scholz, Giorgia Meloni, Yoon Suk "
        "Yeol, Volodymyr Zelenskyy, Luiz da Silva, Recep Erdogan, Cyril Ramaphosa, "
        "Narendra Modi, officials said.",
    ],
)
def test_foreign_language_lets_english_and_short_texts_pass(text: str) -> None:
    assert foreign_language(text) is None


def test_foreign_language_judges_scripts_without_spaces() -> None:
    text = "外交部长周二表示，会谈将很快恢复，岛上政府已同意派遣三名特使前往首都。" * 5
    assert "Chinese" in str(foreign_language(text))
