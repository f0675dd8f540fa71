"""A lexicon keeps words apart that are not one word, and is the same folded as written."""

import shutil
from pathlib import Path

import pytest

import brasstacks.language
from brasstacks.language import languages, lexicon
from brasstacks.language.features import see

DATA = Path(brasstacks.language.__file__).with_name("data")


def tags(lang: str, text: str) -> dict[str, tuple[str, ...]]:
    """By word, what a language's lexicon takes it for."""
    signatures = see(text, "", lexicon.written(DATA / lang)).signatures
    return {norm: tuple(tag for tag in seen if tag[:2] in ("k:", "c:")) for norm, _, seen in signatures}


@pytest.mark.parametrize(
    ("lang", "text", "little", "tag"),
    [
        ("ru", "и отчёт и склад", "и", "k:buzzword"),
        ("ru", "до склада дошли", "до", "c:observable_verbs"),
        ("ru", "но склад закрыт", "но", "c:months_days"),
        ("ru", "при входе", "при", "c:units"),
        ("ru", "у меня", "меня", "c:limits"),
        ("ru", "по складу", "по", "k:solution"),
        ("it", "per il cliente", "per", "c:roles"),
        ("it", "noi lo sappiamo", "noi", "c:emotions"),
    ],
)
def test_a_little_word_is_not_taken_for_a_word_with_its_stem(lang: str, text: str, little: str, tag: str) -> None:
    assert tag not in tags(lang, text)[little]


@pytest.mark.parametrize(
    ("lang", "text", "word", "tag", "one"),
    [
        ("en", "a saga of its own. It stays", "own", "k:buzzword", False),
        ("en", "whoever finds it must own it", "own", "k:buzzword", True),
        ("ru", "усил. контроль", "контроль", "k:vague_change", True),
    ],
)
def test_words_of_two_sentences_are_no_phrase(lang: str, text: str, word: str, tag: str, one: bool) -> None:  # noqa: FBT001
    assert (tag in tags(lang, text)[word]) == one


@pytest.mark.parametrize(
    ("lang", "text", "word", "tag"),
    [
        ("ru", "внедрим ИИ", "ии", "k:buzzword"),
        ("ru", "к концу мая", "мая", "c:months_days"),
        ("ru", "он доит коров", "доит", "c:observable_verbs"),
        ("it", "viene il perito", "perito", "c:roles"),
    ],
)
def test_the_word_itself_is_still_known(lang: str, text: str, word: str, tag: str) -> None:
    assert tag in tags(lang, text)[word]


@pytest.mark.parametrize(
    ("lang", "text", "tag"),
    [
        ("ru", "вам со стороны виднее", "k:hand_back"),
        ("ru", "требует управляющая компания", "k:authority"),
        ("it", "pensateci voi", "k:hand_back"),
        ("en", "across the board", "k:sweeping"),
    ],
)
def test_a_turn_of_phrase_is_known_as_a_whole(lang: str, text: str, tag: str) -> None:
    assert all(tag in seen for seen in tags(lang, text).values())


def test_a_moment_that_is_named_is_no_vague_time() -> None:
    assert "k:vague_time" not in tags("en", "he rings as soon as they land")["soon"]
    assert "k:vague_time" in tags("en", "he rings as soon as possible")["soon"]


@pytest.mark.parametrize("lang", languages())
def test_a_shipped_lexicon_is_folded_as_it_is_written(lang: str) -> None:
    written, folded = lexicon.written(DATA / lang), lexicon.load(DATA / lang)
    assert not written.folded
    assert folded.folded
    assert folded.phrases.folded() == written.phrases.folded()
    assert folded.fine.folded() == written.fine.folded()
    assert (folded.kinds, folded.texts, folded.rules) == (written.kinds, written.texts, written.rules)


def test_a_lexicon_that_was_written_anew_is_heard_before_it_is_folded_again(tmp_path: Path) -> None:
    for name in (lexicon.WRITTEN, lexicon.RULES, lexicon.FOLDED):
        shutil.copy(DATA / "en" / name, tmp_path)
    file = tmp_path / lexicon.WRITTEN
    file.write_text(file.read_text(encoding="utf-8").replace('"synergy"', '"synergy", "flumadiddle"'), encoding="utf-8")
    anew = lexicon.load(tmp_path)
    assert not anew.folded
    assert anew.match([anew.stems("flumadiddle")])
