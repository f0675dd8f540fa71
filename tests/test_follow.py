"""A chain followed as it grows: each answer costs its own work only, and no answer depends on the way that led to it."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brasstacks.chain import Asked, Chain, hear
from brasstacks.drift import Drift, State, signals
from brasstacks.follow import follow
from brasstacks.questions import AsksFor, Suggestion
from chains import LANGUAGES, any_text, any_turns, core, heard

TEXTS = 1000
"""A cache of at least so many entries keeps what is known of texts; the smaller ones keep loaded data."""


def followed(chain: Chain) -> tuple[Drift, tuple[Suggestion, ...]]:
    found = follow(chain, core("en"))
    return found.drift, found.suggestions


def forget() -> None:
    """Forget every text."""
    for name, module in list(sys.modules.items()):
        for kept in vars(module).values() if name.startswith("brasstacks.") else ():
            if hasattr(kept, "cache_parameters") and (kept.cache_parameters()["maxsize"] or 0) >= TEXTS:
                kept.cache_clear()


@given(any_text, any_turns)
@settings(deadline=None, max_examples=50)
def test_a_chain_that_grew_turn_by_turn_is_judged_as_one_heard_at_once(goal: str, turns: list[Asked]) -> None:
    forget()
    for end in range(len(turns) + 1):
        grown = followed(hear(goal, turns[:end], lang="en"))
    forget()
    assert followed(hear(goal, turns, lang="en")) == grown


@given(any_text, any_turns.filter(bool), any_text, st.data())
@settings(deadline=None, max_examples=50)
def test_an_answer_that_is_corrected_is_judged_anew_and_so_is_what_follows(
    goal: str, turns: list[Asked], answer: str, data: st.DataObject
) -> None:
    followed(hear(goal, turns, lang="en"))
    at = data.draw(st.integers(0, len(turns) - 1))
    turns[at] = replace(turns[at], answer=answer)
    corrected = followed(hear(goal, turns, lang="en"))
    forget()
    assert followed(hear(goal, turns, lang="en")) == corrected


def test_what_an_earlier_answer_said_is_no_gain_of_a_later_one() -> None:
    later = ("And?", "Rob counts twelve orders.")
    fresh = follow(heard(("Who?", "Nobody knows."), later), core("en")).drift
    again = follow(heard(("Who?", "Rob counts twelve orders."), later), core("en")).drift
    assert fresh.gains[1] > again.gains[1]


def test_only_the_new_turn_of_a_long_chain_is_weighed() -> None:
    talk = [(f"Question {number}?", f"Rob counts {number} orders") for number in range(12)]
    forget()
    followed(heard(*talk[:-1]))
    weighed = signals._signal.cache_info().misses
    followed(heard(*talk))
    assert signals._signal.cache_info().misses == weighed + 1


OF_ONESELF = {
    "en": [
        ("What would be different?", "I feel that I'm not good enough for this role, to be honest."),
        ("How does that make you feel?", "Lost. I'm afraid I'll never be the leader that I wanted to be."),
        ("What matters most to you?", "I want to find out who I am and get my confidence back."),
    ],
    "ru": [
        ("Что изменится?", "Честно говоря, я не справляюсь, дело во мне."),
        ("Что вы при этом чувствуете?", "Тревогу. Боюсь, что никогда не стану тем руководителем, каким хотел быть."),
        ("Что для вас важнее всего?", "Хочу понять, кто я, и снова поверить в себя."),
    ],
    "it": [
        ("Che cosa sarebbe diverso?", "Sinceramente non mi sento all'altezza. Il problema sono io."),
        ("Che cosa prova?", "Ansia. Ho paura di non diventare mai la persona che volevo essere."),
        ("Che cosa conta di più per lei?", "Vorrei capire chi sono e ritrovare la fiducia in me stesso."),
    ],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_when_a_chain_has_turned_to_the_self_no_question_asks_on_about_it(lang: str) -> None:
    found = follow(
        heard(
            *OF_ONESELF[lang],
            goal={"en": "Better meetings", "ru": "Лучше совещания", "it": "Riunioni migliori"}[lang],
            lang=lang,
        ),
        core(lang),
        count=6,
    )
    assert found.drift.state is State.COACHING
    told = " ".join(answer for number, (_, answer) in enumerate(OF_ONESELF[lang], 1) if number in found.drift.evidence)
    assert found.suggestions[0].asks_for is AsksFor.LAST_INSTANCE
    assert not any(one.about and one.about in told for one in found.suggestions)
