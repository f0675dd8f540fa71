"""What is said back to a client in a question: whole words of theirs, and never what they are."""

import pytest

from brasstacks.chain import Asked
from brasstacks.language import Kind
from brasstacks.lookup import look
from brasstacks.questions import AsksFor, suggest
from brasstacks.questions.bank import Bank, Probe
from brasstacks.questions.quoting import LONGEST, quotable
from brasstacks.questions.stretches import stretches
from brasstacks.questions.weighing import Weighed
from chains import LANGUAGES, core, heard, made, reading, said


def quoted(text: str, lang: str) -> str:
    """What of a whole text is quoted."""
    looked = look(text, lang)
    found = quotable(looked, 0, len(looked.tokens), lang)
    if found is None:
        return ""
    place = looked.place(*found)
    return text[place.start : place.end]


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "takes"), ("en", "knew"), ("en", "put it like"), ("ru", "имею"), ("ru", "молодец"), ("it", "giornata")],
)
def test_a_bare_verb_or_a_word_of_talk_is_not_quoted(lang: str, text: str) -> None:
    assert quoted(text, lang) == ""


@pytest.mark.parametrize(
    ("lang", "text", "part"),
    [
        ("en", "of the dignity that", "dignity"),
        ("ru", "Вытяжку можно", "Вытяжку"),
        ("it", "della dignità che", "dignità"),
        ("en", "dignity, respect", "dignity"),
        ("ru", "достоинство, уважение", "достоинство"),
        ("it", "dignità, rispetto", "dignità"),
    ],
)
def test_a_quotation_is_one_stretch_without_little_words_at_its_edges(lang: str, text: str, part: str) -> None:
    assert quoted(text, lang) == part


@pytest.mark.parametrize(
    ("lang", "text", "part"),
    [("en", "wants five dignity week", "dignity"), ("ru", "говорит три достоинство", "достоинство")],
)
def test_words_that_no_interviewer_begins_or_ends_with_are_left_off(lang: str, text: str, part: str) -> None:
    assert quoted(text, lang) == part


@pytest.mark.parametrize(
    ("lang", "text", "part"),
    [
        ("en", "of firms", "firms"),
        ("ru", "для фирм", "фирм"),
        ("it", "delle imprese", "imprese"),
        ("en", "good day maybe", "good day"),
        ("ru", "хороший порядок наверное", "хороший порядок"),
        ("it", "forse dignità", "dignità"),
        ("en", "You've seen", ""),
        ("en", "hm", ""),
        ("ru", "хм", ""),
        ("it", "uhm", ""),
        ("en", "41", ""),
        ("it", "centoventi", ""),
    ],
)
def test_what_is_quoted_can_stand_in_quotation_marks_however_likely_it_was_heard(
    lang: str, text: str, part: str
) -> None:
    looked = look(text, lang)
    found = quotable(looked, 0, len(looked.tokens), lang, [0.9] * len(looked.tokens))
    place = looked.place(*found) if found else None
    assert (text[place.start : place.end] if place else "") == part


@pytest.mark.parametrize(("lang", "text"), [("en", "maybe"), ("ru", "наверное"), ("it", "forse")])
def test_a_maybe_that_stands_alone_may_be_asked_about(lang: str, text: str) -> None:
    found = stretches(text, lang, reading(text, vague=[text], lang=lang).findings, {}, Weighed())
    assert text in {one.about for one in found}


@pytest.mark.parametrize(("lang", "text", "part"), [("en", "in general", "general"), ("ru", "в целом", "целом")])
def test_a_phrase_of_the_lexicon_is_quoted_whole(lang: str, text: str, part: str) -> None:
    found = stretches(text, lang, [], {}, Weighed([0.9 if word == part else 0.0 for word in text.split()]))
    assert {one.about for one in found} == {text}


def test_a_word_that_the_bank_calls_vague_is_quoted_whatever_it_is() -> None:
    text = "The board has it"
    finding = reading(text, vague=["board"], strength=1.0).findings
    assert "board" in {one.about for one in stretches(text, "en", finding, {}, Weighed())}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "dignity respect warmth calm comfort peace quiet rest"),
        ("ru", "палец потерял и всё равно смену доработал"),
        ("it", "dignità rispetto calore calma pace quiete riposo conforto"),
    ],
)
def test_a_quotation_is_said_in_one_breath(lang: str, text: str) -> None:
    assert 0 < len(quoted(text, lang).split()) <= LONGEST
    assert " и " not in quoted(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("en", "we're a hospice charity and we want more", "hospice charity"),
        ("ru", "мы — хоспис, и хотим большего", "хоспис"),
        ("it", "siamo un hospice e vogliamo di più", "hospice"),
    ],
)
def test_what_the_client_is_is_not_asked_back(lang: str, text: str, who: str) -> None:
    found = suggest(made(said(reading(text, vague=[who], lang=lang)), lang=lang), core(lang), count=8)
    assert found
    assert not any(who in one.about for one in found)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [Kind.SWEEPING, Kind.VAGUE_QUANTITY, Kind.VAGUE_TIME, Kind.VAGUE_QUALITY])
def test_a_word_of_uncertain_kind_is_asked_about_by_what_fits_any(lang: str, kind: Kind) -> None:
    word = {"en": "dignity", "ru": "достоинство", "it": "dignità"}[lang]
    (first, *_) = suggest(made(said(reading(word, vague=[word], kind=kind, lang=lang)), lang=lang), core(lang))
    assert first.about == word
    assert first.asks_for in {AsksFor.OBSERVABLE, AsksFor.CHECK, AsksFor.TERM, AsksFor.LAST_INSTANCE}
    assert first.probe not in {"what-is-the-opposite", "how-many-in-ten", "what-hangs-on-the-date"}


CONFESSIONS = {
    "en": "I feel so lost, I'm afraid I can't cope any more.",
    "ru": "Мне страшно, я чувствую, что не справляюсь.",
    "it": "Ho paura, mi sento perso, non ce la faccio.",
}
CHECKABLE = {
    "en": "The porter turns off every light by ten each night, the guard checks the list.",
    "ru": "Дежурный выключает весь свет к десяти вечера каждый день, охранник проверяет по списку.",
    "it": "Il portiere spegne tutte le luci entro le dieci ogni sera, il guardiano controlla la lista.",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_after_a_confession_comes_a_way_back_and_no_counter_test(lang: str) -> None:
    chain = heard(("?", CHECKABLE[lang]), ("?", CONFESSIONS[lang]), lang=lang)
    (first, *_) = suggest(chain, core(lang))
    assert first.asks_for is AsksFor.LAST_INSTANCE


@pytest.mark.parametrize(
    ("lang", "answers", "words", "text"),
    [
        (
            "en",
            ("It is about the appointments.", "The no-shows, mostly.", "Just so."),
            "no-shows",
            "How many did not come?",
        ),
        ("ru", ("Всё дело в записи.", "В основном неявки.", "Вот так."), "неявки", "Сколько не пришло на той неделе?"),
        (
            "it",
            ("Si tratta delle visite.", "Le assenze, più che altro.", "Ecco."),
            "assenze",
            "Quanti non sono venuti?",
        ),
    ],
)
def test_a_trades_own_question_for_the_clients_words_comes_soon(
    lang: str, answers: tuple[str, ...], words: str, text: str
) -> None:
    own = Probe(id="own", text=text, asks_for=AsksFor.BASELINE, for_words=(words,))
    trade = Bank(id=f"trade.{lang}", language=lang, title="A trade", probes=(own,))
    bank = trade.over(core(lang), **{**dict(core(lang)), "probes": (own, *core(lang).probes)})
    chain = heard(*(Asked("?", answer) for answer in answers), lang=lang)
    assert "own" in [one.probe for one in suggest(chain, bank, count=2)]


@pytest.mark.parametrize(
    ("lang", "text", "first", "about"),
    [
        ("en", "Fewer complaints", "Fewer", "Fewer complaints"),
        ("it", "Meno reclami", "Meno", "Meno reclami"),
        ("ru", "Меньше жалоб", "Меньше", "Меньше жалоб"),
        ("en", "We want fewer", "fewer", "fewer"),
        ("en", "It is more of a habit", "more", ""),
    ],
)
def test_an_amount_is_quoted_with_what_it_is_of(lang: str, text: str, first: str, about: str) -> None:
    found = stretches(text, lang, [], {}, Weighed([0.9 if word == first else 0.0 for word in text.split()]))
    assert {one.about for one in found} == ({about} if about else set())


def test_a_word_heard_of_a_phrase_of_the_lexicon_is_quoted_with_the_rest_of_it() -> None:
    text = "Meno reclami sulle consegne"
    finding = reading(text, vague=["Meno"], lang="it").findings
    assert {one.about for one in stretches(text, "it", finding, {}, Weighed())} == {"Meno reclami"}
