"""What the hearing must tell apart, in three languages; and what holds for any text."""

import os
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brasstacks.language import ExtraWords, Facet, Kind, Level, detect, explain, languages, read, weigh
from brasstacks.language.explain import any_words

CLEVER = [
    ("en", "consolidated reporting will always be available"),
    ("en", "the project management system will start working"),
    ("en", "there will be a higher level of project management culture"),
    ("ru", "консолидированная отчётность всегда будет под рукой"),
    ("ru", "система управления проектами заработает"),
    ("ru", "будет более высокий уровень культуры управления проектами"),
    ("it", "la reportistica consolidata sarà sempre a disposizione"),
    ("it", "il sistema di gestione dei progetti comincerà a funzionare"),
    ("it", "ci sarà un livello più alto di cultura del project management"),
]

GROUNDED = [
    (
        "en",
        "asked which projects he runs, every manager names the list and the state of each without having to recall it",
    ),
    ("ru", "любой руководитель на вопрос, какие проекты он ведёт, называет список и состояние каждого, не вспоминая"),
    (
        "it",
        "alla domanda su quali progetti segue, ogni responsabile dice l'elenco e lo stato di ciascuno senza pensarci",
    ),
]


@pytest.mark.parametrize(("lang", "text"), CLEVER)
def test_a_clever_answer_is_vague_and_its_own_word_is_asked_about(lang: str, text: str) -> None:
    reading = read(text, lang=lang)
    assert reading.level is Level.VAGUE
    assert reading.challenges


@pytest.mark.parametrize(("lang", "text"), GROUNDED)
def test_a_grounded_answer_is_concrete_without_any_number(lang: str, text: str) -> None:
    assert not any(char.isdigit() for char in text)
    assert read(text, lang=lang).level is Level.CONCRETE


@pytest.mark.parametrize(("lang", "text"), [*CLEVER, *GROUNDED])
def test_the_language_is_recognised(lang: str, text: str) -> None:
    assert detect(text) == lang


def test_an_answer_in_another_language_is_heard_in_its_own() -> None:
    assert read("заказы стоят в очереди по три дня, и никто не звонит клиенту", lang="en").lang == "ru"


def test_an_accepted_term_is_silent() -> None:
    text = "there will be a higher level of project management culture"
    terms = tuple(finding.text for finding in read(text, lang="en").challenges)
    assert not read(text, lang="en", silent=terms).challenges


def test_a_vague_term_of_the_trade_is_found() -> None:
    text = "we count the pallets and then we floobricate them"
    plain = {finding.text for finding in read(text, lang="en").challenges}
    trade = {finding.text for finding in read(text, lang="en", extra=ExtraWords(vague=("floobricate",))).challenges}
    assert "floobricate" in trade - plain


def test_little_words_alone_are_no_finding() -> None:
    for finding in read("a higher culture, at hand, to it all", lang="en").findings:
        assert finding.text not in ("a", "at", "to", "it")


FILLERS = [
    ("en", "You know, the whole thing should be more transparent, so to speak.", ("you know", "so to speak")),
    ("it", "Insomma, ci vuole più trasparenza, come dire, ecco.", ("insomma", "come dire", "ecco")),
    (
        "ru",
        "Понимаете, нужно больше прозрачности, так сказать. Как считаете?",
        ("понимаете", "так сказать", "считаете"),
    ),
]


@pytest.mark.parametrize(("lang", "text", "fillers"), FILLERS)
def test_what_only_fills_a_pause_is_neither_marked_nor_quoted(lang: str, text: str, fillers: tuple[str, ...]) -> None:
    reading = read(text, lang=lang)
    assert reading.challenges
    assert not any(filler in finding.text.lower() for finding in reading.findings for filler in fillers)


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_a_reading_is_explained_in_its_own_language(lang: str) -> None:
    said = {explain(read(text, lang=one)) for one, text in CLEVER if one == lang}
    assert all(said)


@pytest.mark.parametrize(("lang", "text"), CLEVER)
def test_why_names_the_words_and_the_strongest_comes_first(lang: str, text: str) -> None:
    told = weigh(text, lang=lang)
    assert any(one.what.startswith("“") for one in told)
    weights = [abs(one.weight) for one in told]
    assert weights == sorted(weights, reverse=True)


def test_nothing_said_weighs_nothing() -> None:
    assert weigh("", lang="en") == ()


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "I'm at a five out of ten"), ("ru", "я где-то на 5"), ("it", "mi do un 6")]
)
def test_a_number_about_oneself_is_no_threshold(lang: str, text: str) -> None:
    assert Facet.THRESHOLD not in read(text, lang=lang).facets


def test_a_quality_that_is_defined_in_the_same_breath_is_not_asked_about() -> None:
    text = "it should go quickly, I mean before the driver leaves the bay at 7"
    assert "quickly" not in {finding.text for finding in read(text, lang="en").challenges}


def test_a_short_number_is_heard_in_the_light_of_its_question() -> None:
    bare = read("forty", lang="en").score
    assert read("forty", lang="en", question="How many open orders are there on Monday?").score > bare


def test_the_same_text_gives_the_same_reading_in_any_process() -> None:
    say = "from brasstacks.language import read; print(read('better quality, a bit more order by Friday', lang='en'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", say],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


@given(
    st.text(max_size=200) | st.sampled_from([text for _, text in (*CLEVER, *GROUNDED)]),
    st.sampled_from(["en", "ru", "it", None]),
)
@settings(max_examples=150)
def test_any_text_has_a_reading_with_exact_spans(text: str, lang: str | None) -> None:
    reading = read(text, lang=lang)
    assert 0 <= reading.score <= 1
    for finding in reading.findings:
        assert text[finding.span.start : finding.span.end] == finding.text
        assert finding.text
    for spans in reading.facets.values():
        assert spans
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@given(st.text(alphabet="àèìòùéйё eaио.,'-9", max_size=80))
@settings(max_examples=80)
def test_spans_are_exact_in_a_text_that_is_not_composed(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    for finding in read(apart, lang="it").findings:
        assert apart[finding.span.start : finding.span.end] == finding.text


@given(st.sampled_from([text for _, text in CLEVER]), st.text(max_size=30))
def test_findings_of_one_kind_never_overlap(text: str, more: str) -> None:
    findings = read(f"{text} {more}").findings
    for at, one in enumerate(findings):
        assert not any(one.kind is other.kind and one.span.overlaps(other.span) for other in findings[at + 1 :])


@pytest.mark.parametrize(
    "text", ["", "   ", "\x00\x1b[31m", "😀" * 50, "x" * 100_000, "[/] =SUM(A1)", "مرحبا", "9" * 5000]
)
def test_nothing_makes_it_stumble(text: str) -> None:
    assert read(text).text == text


def test_the_three_languages_are_there() -> None:
    assert {"en", "ru", "it"} <= set(languages())


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("consolidated reporting will always be at hand", "a direction without a from and a to"),
        ("It's more an inner thing", "how many is not said"),
        ("become the kind of leader", "a half-promise"),
        ("hard to say", "a half-promise"),
    ],
)
def test_a_reason_is_not_that_of_a_small_part_of_the_words(text: str, reason: str) -> None:
    assert reason not in [finding.why for finding in read(text, lang="en").challenges]


@pytest.mark.parametrize("lang", ["en", "it", "ru"])
def test_a_reason_is_that_of_the_words_that_carry_the_finding(lang: str) -> None:
    word = {"en": "culture", "it": "cultura", "ru": "культура"}[lang]
    (found,) = read(word, lang=lang, extra=ExtraWords(vague=(word,))).challenges
    assert (found.kind, found.why == any_words(lang)) == (Kind.BUZZWORD, False)


@pytest.mark.parametrize(
    ("lang", "text"), [("en", "hm, we want better quality"), ("it", "hm, più qualità"), ("ru", "хм, нужно качество")]
)
def test_a_sound_that_fills_a_pause_is_never_marked(lang: str, text: str) -> None:
    findings = read(text, lang=lang).findings
    assert findings
    assert not any(finding.text.lower().startswith(("hm", "хм")) for finding in findings)
