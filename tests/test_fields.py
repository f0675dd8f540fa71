"""What of an answer fills a field: whole words that say something."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brasstacks.chain import Asked, hear, quotes
from brasstacks.clauses import clause, sentences, whole_words
from brasstacks.criteria import draft
from brasstacks.fields import fitting, is_complaint, is_past, says_something
from brasstacks.language import Facet, Level, Span
from chains import LANGUAGES, any_text, any_turns, made, reading, said, span


def filled(text: str, lang: str, **heard: str) -> dict[str, str]:
    """The fields of a draft from an answer in which these words were heard."""
    facets = {Facet(name): words.split("|") for name, words in heard.items()}
    found = draft(made(said(reading(text, facets=facets, level=Level.CONCRETE, lang=lang)), lang=lang))
    return {facet.value: piece.text for facet, piece in found.fields.items()}


def fits(facet: Facet, text: str, heard: str, lang: str) -> str | None:
    found = fitting(facet, text, span(text, heard), lang)
    return None if found is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("lang", "facet", "text", "heard"),
    [
        ("en", Facet.WHO, "tell the lot of it", "the"),
        ("en", Facet.WHO, "We'd put them there", "d"),
        ("en", Facet.WHEN, "the sheets lie side by side", "by"),
        ("it", Facet.WHO, "Ieri ha chiamato", "Ieri"),
        ("it", Facet.THRESHOLD, "le volte che chiama", "volte"),
        ("it", Facet.OBSERVABLE, "il programma", "programma"),
        ("it", Facet.WHO, "lo dice la Sig.ra", "ra"),
        ("ru", Facet.WHO, "я сам проверяю", "я"),
        ("ru", Facet.WHEN, "до самого утра сидим", "утра"),
        ("ru", Facet.OBSERVABLE, "и мне опять", "опять"),
    ],
)
def test_a_scrap_fills_no_field(lang: str, facet: Facet, text: str, heard: str) -> None:
    assert fits(facet, text, heard, lang) is None


@pytest.mark.parametrize(
    ("lang", "facet", "text", "heard", "phrase"),
    [
        ("en", Facet.WHO, "ask the receptionist first", "the", "receptionist"),
        ("en", Facet.WHO, "ask Mrs. Green about it", "Mrs", "Mrs. Green"),
        ("en", Facet.THRESHOLD, "they wait two minutes there", "minutes", "two minutes"),
        ("en", Facet.THRESHOLD, "the porter checks every light", "every", "every light"),
        ("en", Facet.WHEN, "the lights go off by ten", "ten", "by ten"),
        ("it", Facet.WHO, "lo dice la Sig.ra Bianchi", "ra", "Sig.ra Bianchi"),
        ("it", Facet.THRESHOLD, "risponde entro due minuti", "minuti", "entro due minuti"),
        ("it", Facet.WHEN, "guarda il foglio ogni lunedì", "lunedì", "ogni lunedì"),
        ("ru", Facet.WHO, "приходят три человека", "человека", "три человека"),
        ("ru", Facet.WHEN, "встречаемся в 8 утра", "утра", "в 8 утра"),
        ("ru", Facet.THRESHOLD, "и звонят мне 12 раз", "12", "12 раз"),
    ],
)
def test_a_scrap_grows_to_its_phrase(lang: str, facet: Facet, text: str, heard: str, phrase: str) -> None:
    assert fits(facet, text, heard, lang) == phrase


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "two of the ten clients on Friday did not come", "Friday"),
        ("it", "venerdì hanno mancato due clienti su dieci", "venerdì"),
        ("ru", "два клиента из десяти в пятницу не пришли", "пятницу"),
    ],
)
def test_the_day_of_what_happened_is_how_it_is_today_and_no_deadline(lang: str, text: str, day: str) -> None:
    assert filled(text, lang, when=day) == {"baseline": text}


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "we want the list finished by Friday", "Friday"),
        ("it", "vorrei la lista entro venerdì", "venerdì"),
        ("ru", "надо, чтобы список был готов к пятнице", "пятнице"),
    ],
)
def test_a_day_for_what_is_wanted_is_a_deadline(lang: str, text: str, day: str) -> None:
    assert day in filled(text, lang, when=day)["when"]


@pytest.mark.parametrize(
    ("lang", "text", "rate", "measure"),
    [
        ("en", "at most five customers a day ring us", "day", "at most five customers a day"),
        ("it", "ci sono al massimo cinque clienti al giorno", "giorno", "al massimo cinque clienti al giorno"),
        ("ru", "звонят не больше пяти клиентов в день", "день", "не больше пяти клиентов в день"),
    ],
)
def test_a_rate_says_how_much_and_is_no_deadline(lang: str, text: str, rate: str, measure: str) -> None:
    number = {"en": "five", "it": "cinque", "ru": "пяти"}[lang]
    assert filled(text, lang, threshold=number, when=rate) == {"threshold": measure}


def test_the_figures_of_what_happened_are_how_it_is_today_and_no_limit() -> None:
    text = "Twenty calls before noon, and Piet had to leave the stand."
    found = filled(text, "en", threshold="Twenty", when="before", baseline="calls")
    assert found == {"baseline": "Twenty calls before noon"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Two clients called me yesterday"),
        ("it", "Ieri hanno chiamato due clienti"),
        ("ru", "Вчера звонили два клиента"),
    ],
)
def test_one_sentence_fills_one_field(lang: str, text: str) -> None:
    found = filled(text, lang, observable=text, threshold=text, baseline=text)
    assert found == {"baseline": text}


def test_a_clause_that_is_another_fields_gives_only_the_words_that_were_heard() -> None:
    text = "The clerk finds the answer in the binder"
    found = filled(text, "en", observable="answer in the binder", check="finds the answer")
    assert found == {"observable": text, "check": "finds the answer"}


def test_a_word_that_is_no_number_is_not_how_much() -> None:
    assert filled("Una giornata senza questo programma.", "it", threshold="Una", observable="programma") == {
        "observable": "Una giornata senza questo programma"
    }


def test_an_earlier_answer_that_says_something_comes_before_a_later_scrap() -> None:
    good = reading("Anna does", facets={Facet.WHO: ["Anna"]})
    scrap = reading("the very same", facets={Facet.WHO: ["the"]})
    assert [quote.text for quote in quotes(made(said(good), said(scrap)))] == ["Anna"]


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("en", "Mrs. Green rings. We stop.", "Mrs. Green rings."),
        ("it", "Il dott. Rossi guarda. Basta.", "Il dott. Rossi guarda."),
        ("ru", "Смотрит проф. Иванов. Всё.", "Смотрит проф. Иванов."),
    ],
)
def test_a_title_ends_no_sentence(lang: str, text: str, first: str) -> None:
    begun = sentences(text, lang)[0]
    assert text[begun.start : begun.end] == first
    around = clause(text, span(text, first.split()[2][:-1]), lang)
    assert text[around.start : around.end] == first[:-1]


def test_a_breathless_sentence_is_parted_where_its_parts_are_joined() -> None:
    text = "we put the two long sheets of paper on the table side by side and the numbers agree"
    around = clause(text, span(text, "numbers"), "en")
    assert text[around.start : around.end] == "the numbers agree"


@pytest.mark.parametrize(
    ("lang", "complaint", "wanted"),
    [
        ("en", "If it was answered in two handwritings, we failed.", "The clerk finds the answer in two minutes."),
        ("it", "Ieri hanno chiamato due volte.", "L'addetta trova la risposta in due minuti."),
        ("ru", "Опять два раза звонили.", "Дежурный находит ответ за две минуты."),
    ],
)
def test_what_is_to_be_seen_is_the_statement_before_what_went_wrong(lang: str, complaint: str, wanted: str) -> None:
    assert is_complaint(complaint, lang)
    assert not is_complaint(wanted, lang)
    text = f"{complaint} {wanted}"
    both = {Facet.OBSERVABLE: [complaint[:-1], wanted[:-1]], Facet.THRESHOLD: [complaint[:-1]]}
    one = reading(text, facets=both, level=Level.CONCRETE, lang=lang)
    assert draft(made(said(one), lang=lang)).statement.text == wanted


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_two_answers_what_is_to_be_seen_is_the_statement(lang: str) -> None:
    complaint, wanted = {
        "en": ("They called twice yesterday", "The clerk finds the answer"),
        "it": ("Ieri hanno chiamato due volte", "L'addetta trova la risposta"),
        "ru": ("Вчера звонили два раза", "Дежурный находит ответ"),
    }[lang]
    seen = reading(wanted, facets={Facet.OBSERVABLE: [wanted]}, level=Level.PARTIAL, score=0.4, lang=lang)
    failed = reading(complaint, facets={Facet.OBSERVABLE: [complaint]}, level=Level.CONCRETE, score=0.9, lang=lang)
    assert draft(made(said(seen), said(failed), lang=lang)).statement.text == wanted
    assert draft(made(said(failed), lang=lang)).statement.text == complaint


@pytest.mark.parametrize(("lang", "text"), [("ru", "чтобы никто не звонил"), ("en", "it should be closed")])
def test_a_wish_is_nothing_that_happened(lang: str, text: str) -> None:
    assert not is_past(text, lang)


@given(any_text, st.sampled_from(LANGUAGES), st.sampled_from(Facet), st.integers(0, 80), st.integers(0, 20))
def test_whatever_was_heard_a_field_is_whole_words_that_say_something(
    text: str, lang: str, facet: Facet, at: int, length: int
) -> None:
    start = min(at, len(text))
    heard = Span(start, min(start + length, len(text)))
    found = fitting(facet, text, heard, lang)
    if found is not None:
        words = text[found.start : found.end]
        assert says_something(words, lang)
        assert words == words.strip()
        assert found == whole_words(text, found) or facet is Facet.WHO


@given(any_turns, st.sampled_from(LANGUAGES))
def test_no_field_is_only_little_words_and_no_two_fields_are_the_same(turns: list[Asked], lang: str) -> None:
    chain = hear("", turns, lang=lang)
    found = quotes(chain)
    for quote in found:
        assert says_something(quote.text, quote.turn.reading.lang)
        assert quote.text == quote.turn.answer[quote.span.start : quote.span.end]
    for one, other in combinations(found, 2):
        assert one.turn is not other.turn or one.span != other.span or one.facet is other.facet
