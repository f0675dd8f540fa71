"""A language is a folder of data: one with words alone is heard, without a line of code."""

from pathlib import Path

import pytest

from brasstacks.language import Facet, Level
from brasstacks.language.ear import Ear

MINIATURE = """
language = "eo"
name = "Esperanto"
stemmer = "porter"
[kinds.vague_quality]
challenge = true
why = "juĝo: du homoj vidus du aferojn"
entries = ["bona", "pli bona"]
except = ["bona tago"]
[kinds.hedge]
challenge = false
why = "duona promeso"
entries = ["eble"]
[classes.roles]
entries = ["direktoro"]
[classes.observable_verbs]
entries = ["subskribas"]
[classes.deadlines]
entries = ["ĝis vendredo"]
[classes.function_words]
entries = ["la", "kaj", "estas"]
"""


@pytest.fixture
def ear(tmp_path: Path) -> Ear:
    (tmp_path / "lexicon.toml").write_text(MINIATURE, "utf-8")
    return Ear(tmp_path)


def test_its_words_give_facets_and_a_level(ear: Ear) -> None:
    reading = ear.hear("la direktoro subskribas ĝis vendredo")
    assert set(reading.facets) == {Facet.WHO, Facet.OBSERVABLE, Facet.WHEN}
    assert reading.level is Level.CONCRETE


def test_its_vague_words_are_found_with_their_reason(ear: Ear) -> None:
    (finding,) = ear.hear("la servo estas pli bona").challenges
    assert (finding.text, finding.why) == ("pli bona", "juĝo: du homoj vidus du aferojn")
    assert ear.hear("la servo estas pli bona").level is Level.VAGUE


def test_its_exceptions_are_kept(ear: Ear) -> None:
    assert not ear.hear("bona tago").challenges


def test_its_hedges_are_marked_without_a_question(ear: Ear) -> None:
    reading = ear.hear("eble la direktoro subskribas")
    assert [finding.text for finding in reading.findings] == ["eble"]
    assert not reading.challenges


def test_it_says_where_a_faulty_lexicon_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "lexicon.toml").write_text(MINIATURE.replace("kinds.hedge", "kinds.hedgehog"), "utf-8")
    with pytest.raises(ValueError, match="there is no such kind"):
        Ear(tmp_path)
