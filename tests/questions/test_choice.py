"""Which question comes next."""

import pytest
from hypothesis import given, settings

from brasstacks.chain import Asked, hear
from brasstacks.language import Facet, Kind, Level, Reading
from brasstacks.questions import AsksFor, Bank, choice, read_back, suggest, terms
from brasstacks.questions.bank import Opener, Probe
from brasstacks.questions.weighing import NOTHING, Weighed
from chains import LANGUAGES, any_text, any_turns, core, made, reading, said

pytestmark = pytest.mark.usefixtures("only_what_was_read")


@pytest.fixture
def only_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is weighed beside the readings that a test makes by hand."""

    def nothing(_text: str, _question: str, _lang: str) -> Weighed:
        return NOTHING

    monkeypatch.setattr(choice, "weigh", nothing)
    monkeypatch.setattr(terms, "weigh", nothing)
    terms._best.cache_clear()


EVERYTHING: dict[Facet, list[str]] = {
    Facet.WHO: ["the porter"],
    Facet.OBSERVABLE: ["turns off"],
    Facet.THRESHOLD: ["every light"],
    Facet.WHEN: ["by ten"],
}
CONCRETE = reading("the porter turns off every light by ten", facets=EVERYTHING, level=Level.CONCRETE, score=0.9)
VAGUE = reading("a higher culture of doing things", vague=["higher culture"])


def a_bank(*probes: tuple[str, str, AsksFor], openers: tuple[str, ...] = ()) -> Bank:
    made_probes = [Probe(id=name, text=text, asks_for=asks_for) for name, text, asks_for in probes]
    made_openers = [Opener(id=f"o-{at}", text=text) for at, text in enumerate(openers)]
    return Bank(id="small.en", language="en", title="Small", probes=made_probes, openers=made_openers)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_chain_gives_the_openers_of_the_bank(lang: str) -> None:
    found = suggest(made(lang=lang), core(lang))
    assert {one.probe for one in found} <= {opener.id for opener in core(lang).openers}
    assert len(found) == 3


def test_a_client_who_comes_back_is_asked_what_has_changed() -> None:
    (first, *_) = suggest(made(), core("en"), returning=True)
    assert first.probe == next(opener.id for opener in core("en").openers if opener.client == "returning")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_vague_goal_is_asked_about_in_its_own_words(lang: str) -> None:
    goal = {"en": "A culture of control", "ru": "Культура контроля", "it": "Una cultura del controllo"}[lang]
    word = goal.split()[-1]
    (first, *others) = suggest(made(goal=reading(goal, vague=[word], lang=lang), lang=lang), core(lang))
    assert (first.about, word in first.text) == (word, True)
    assert any(one.probe in {opener.id for opener in core(lang).openers} for one in others)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_vague_word_is_challenged_first_in_the_clients_own_words(lang: str) -> None:
    text = {"en": "with more order, you know", "ru": "чтобы больше порядка было", "it": "con più ordine, ecco"}[lang]
    word = {"en": "more order", "ru": "больше порядка", "it": "più ordine"}[lang]
    (first, *_) = suggest(made(said(reading(text, vague=[word], lang=lang)), lang=lang), core(lang))
    assert first.about == word
    assert word in first.text
    assert word in first.because


def test_what_was_said_last_is_challenged_before_what_was_said_long_ago() -> None:
    old = reading("full transparency", vague=["transparency"], strength=0.8)
    new = reading("proper ownership", vague=["ownership"], strength=0.7)
    (first, *_) = suggest(made(said(old), said(new)), core("en"))
    assert first.about == "ownership"


def test_the_stronger_of_two_vague_words_is_challenged_first() -> None:
    read = reading("ownership and flow", vague=["ownership"], strength=0.6)
    other = reading("ownership and flow", vague=["flow"], strength=0.9)
    both = made(said(reading(read.text, vague=["ownership", "flow"])))
    assert suggest(both, core("en"))[0].about == "ownership"
    assert suggest(made(said(other)), core("en"))[0].about == "flow"


def test_a_yes_to_what_was_read_back_is_not_asked_about() -> None:
    yes = reading("yes, real ownership", vague=["ownership"])
    readback = next(probe.text for probe in core("en").probes if probe.asks_for is AsksFor.READ_BACK)
    assert "ownership" in abouts(said(yes, "And then?"))
    assert "ownership" not in abouts(said(yes, readback))


def test_no_reason_has_an_empty_place_where_a_word_should_stand() -> None:
    found = suggest(made(*RIPE), core("en"), count=60)
    assert not [one for one in found if "“”" in one.because or (one.asks_for is AsksFor.TERM and not one.about)]


def test_with_nothing_vague_the_emptiest_rung_is_asked_for() -> None:
    read = reading("Anna", facets={Facet.WHO: ["Anna"]})
    (first, *_) = suggest(made(said(read, "Who?")), core("en"))
    assert first.asks_for is AsksFor.OBSERVABLE


def test_what_turn_one_said_is_not_asked_in_turn_five() -> None:
    first = reading("Anna by Friday", facets={Facet.WHO: ["Anna"], Facet.WHEN: ["by Friday"]})
    chatter = [said(reading("hm")) for _ in range(3)]
    found = suggest(made(said(first), *chatter), core("en"), count=40)
    assert not {AsksFor.WHO, AsksFor.WHEN} & {one.asks_for for one in found}


CHECKED = reading("Rob has the list", facets={Facet.CHECK: ["the list"]}, level=Level.PARTIAL)
RIPE = (said(CONCRETE), said(CHECKED, "And who looks?"))
TRIALS = {AsksFor.COUNTER_TEST, AsksFor.READ_BACK}


def tried(*turns: tuple[Asked, Reading]) -> set[AsksFor]:
    """Which trials of a criterion stand among many suggestions."""
    return {one.asks_for for one in suggest(made(*turns), core("en"), count=40)} & TRIALS


def test_a_ripe_chain_is_tried_and_read_back() -> None:
    found = suggest(made(*RIPE), core("en"))
    assert [one.asks_for for one in found[:2]] == [AsksFor.COUNTER_TEST, AsksFor.READ_BACK]


def test_one_answer_is_tried_only_when_it_gave_all_that_is_essential() -> None:
    everything = {**EVERYTHING, Facet.CHECK: ["turns"]}
    assert tried(said(reading(CONCRETE.text, facets=everything, level=Level.CONCRETE)))
    assert not tried(said(reading(CONCRETE.text, facets=everything, level=Level.PARTIAL)))
    assert not tried(said(reading(CONCRETE.text, facets=EVERYTHING, level=Level.CONCRETE)))


def test_a_criterion_is_not_tried_while_something_essential_was_never_asked_for() -> None:
    more = reading("the guard", facets={Facet.WHO: ["guard"]}, level=Level.PARTIAL)
    assert not tried(said(CONCRETE), said(more, "And then?"))
    assert tried(said(CONCRETE), said(more, "How is it checked?")) == TRIALS


def test_a_criterion_is_not_tried_after_a_vague_answer() -> None:
    assert not tried(*RIPE, said(reading("well, somehow")))


@pytest.mark.parametrize("missing", [Facet.OBSERVABLE, Facet.CHECK])
def test_a_criterion_needs_what_is_seen_and_how_much_or_how_checked(missing: Facet) -> None:
    left_out = (missing, Facet.THRESHOLD)
    facets = {facet: words for facet, words in EVERYTHING.items() if facet not in left_out}
    one = reading(CONCRETE.text, facets=facets, level=Level.PARTIAL)
    other = reading("Ann", facets={Facet.WHO: ["Ann"]}, level=Level.PARTIAL)
    assert not tried(said(one, "How much is enough, and how is it checked?"), said(other, "What would I see?"))


def test_the_counter_test_stands_first_once_and_is_not_urged() -> None:
    before, after = suggest(made(*RIPE), core("en")), suggest(made(*RIPE, said(CONCRETE)), core("en"))
    assert before[0].asks_for is AsksFor.COUNTER_TEST
    assert after[0].asks_for not in TRIALS


def test_no_counter_test_follows_a_counter_test() -> None:
    put = said(CONCRETE, "If all that happened and nobody noticed, is it a success?", probe="nobody-noticed")
    assert AsksFor.COUNTER_TEST not in tried(*RIPE, put)


def test_a_word_of_the_goal_that_was_asked_about_does_not_come_before_the_counter_test() -> None:
    goal = reading("Projects under control", vague=["under control"])
    asked = made(said(CONCRETE, '"under control": what would I see?'), RIPE[1], goal=goal)
    assert suggest(asked, core("en"))[0].asks_for is AsksFor.COUNTER_TEST


def abouts(*turns: tuple[Asked, Reading]) -> set[str]:
    """The words that any of many suggestions quotes."""
    return {one.about for one in suggest(made(*turns), core("en"), count=40)} - {""}


def test_a_word_whose_question_brought_something_is_not_asked_about_again() -> None:
    came_to = reading("a higher culture: no phones", vague=["higher culture"], facets={Facet.OBSERVABLE: ["no phones"]})
    assert "higher culture" in abouts(said(VAGUE), said(VAGUE, '"higher culture": what is it?'))
    assert "higher culture" not in abouts(said(VAGUE), said(came_to, "What do you call a higher culture?"))


def test_no_word_is_asked_about_a_third_time() -> None:
    again = [said(VAGUE, f'"higher culture": {more}?') for more in ("what is it", "and where")]
    assert "higher culture" not in abouts(said(VAGUE), *again)


def test_a_word_is_left_when_a_later_answer_says_what_can_be_seen() -> None:
    seen = reading("Ann locks the phone away", facets={Facet.OBSERVABLE: ["locks the phone away"]})
    assert not suggest(made(said(VAGUE), said(seen)), core("en"))[0].about


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_word_of_no_known_kind_is_asked_about_by_what_suits_any_words(lang: str) -> None:
    word = {"en": "tray", "ru": "лоток", "it": "vassoio"}[lang]
    read = reading(word, vague=[word], kind=Kind.VAGUE_QUALITY, lang=lang)
    suiting = {probe.id for probe in core(lang).probes if probe.quotes and not (probe.for_kinds or probe.for_words)}
    found = [one for one in suggest(made(said(read), lang=lang), core(lang), count=40) if one.about]
    assert found
    assert {one.probe for one in found} <= suiting


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_word_that_may_be_a_plain_thing_what_is_missing_leads(lang: str) -> None:
    word = {"en": "tray", "ru": "лоток", "it": "vassoio"}[lang]
    read = reading(word, vague=[word], kind=Kind.VAGUE_QUALITY, strength=0.1, lang=lang)
    first, *others = suggest(made(said(read), lang=lang), core(lang))
    assert not first.about
    assert word in {one.about for one in others}


def test_a_solution_is_asked_back_to_its_problem() -> None:
    read = reading("we need a dashboard", vague=["a dashboard"], kind=Kind.SOLUTION)
    (first, *_) = suggest(made(said(read)), core("en"))
    assert (first.asks_for, first.about) == (AsksFor.PROBLEM, "a dashboard")


def test_three_suggestions_differ_in_what_they_ask_for_or_about() -> None:
    read = reading("ownership, flow and trust", vague=["ownership", "flow", "trust"])
    found = suggest(made(said(read)), core("en"))
    assert len({(one.asks_for, one.about) for one in found}) == 3
    assert len({one.about for one in found if one.about}) == len([one for one in found if one.about])


def test_a_question_that_was_asked_is_not_asked_again() -> None:
    bank = a_bank(("who", "Who would notice first?", AsksFor.WHO), ("how", "How is it checked?", AsksFor.CHECK))
    found = suggest(made(said(reading("well"), "Who would notice first?", probe="who")), bank)
    assert [one.probe for one in found] == ["how"]


def test_a_question_that_was_asked_in_other_words_is_not_asked_again() -> None:
    bank = a_bank(("who", "Who would notice the difference first?", AsksFor.WHO))
    assert not suggest(made(said(reading("well"), "So who'd first notice a difference here?")), bank)


def test_a_question_that_was_only_shown_may_still_be_asked() -> None:
    bank = a_bank(("who", "Who would notice first?", AsksFor.WHO))
    chain = made(said(reading("well"), "Who would notice first?", probe="who", asked=False))
    assert [one.probe for one in suggest(chain, bank)] == ["who"]


def test_one_thing_is_not_asked_for_a_third_time_without_gain() -> None:
    bank = a_bank(
        ("a", "Who would notice first?", AsksFor.WHO),
        ("b", "Whose hands is it in?", AsksFor.WHO),
        ("c", "Which people complain loudest?", AsksFor.WHO),
    )
    turns = [said(reading("hm"), bank.probes[n].text, probe=bank.probes[n].id) for n in (0, 1)]
    assert not suggest(made(*turns), bank)


def test_a_gain_makes_it_worth_asking_again() -> None:
    bank = a_bank(
        ("a", "Who would notice first?", AsksFor.WHO),
        ("b", "Whose hands is it in?", AsksFor.WHO),
        ("c", "Which people complain loudest?", AsksFor.WHO),
    )
    turns = [said(reading("hm"), bank.probes[n].text, probe=bank.probes[n].id) for n in (0, 1)]
    gain = said(reading("twelve", facets={Facet.BASELINE: ["twelve"]}))
    assert [one.probe for one in suggest(made(*turns, gain), bank)] == ["c"]


def test_a_question_too_long_to_say_is_not_suggested() -> None:
    bank = a_bank(("long", "«{term}» " + "and what about it " * 3 + "then?", AsksFor.TERM))
    assert not suggest(made(said(VAGUE)), bank)


def test_braces_of_the_client_are_quoted_and_not_filled_in() -> None:
    read = reading("a dignity {term} {0} thing", vague=["dignity {term} {0}"])
    (first, *_) = suggest(made(said(read)), core("en"))
    assert "dignity {term} {0}" in first.text


def test_reading_back_gives_the_clients_words_in_the_order_of_a_sentence() -> None:
    facets = [quote.facet for quote in read_back(made(said(CONCRETE)))]
    assert facets == [Facet.WHO, Facet.OBSERVABLE, Facet.THRESHOLD, Facet.WHEN]


def test_a_bank_in_a_language_without_reasons_still_gives_its_questions() -> None:
    probe = Probe(id="quien", text="¿Quién?", asks_for=AsksFor.WHO)
    bank = Bank(id="small.es", language="es", title="Pequeño", probes=(probe,))
    assert suggest(made(said(reading("nada"))), bank)[0].because


@pytest.mark.parametrize("lang", LANGUAGES)
@given(goal=any_text, turns=any_turns)
@settings(deadline=None, max_examples=40)
def test_whatever_was_said_the_laws_of_a_suggestion_hold(lang: str, goal: str, turns: list[Asked]) -> None:
    chain = hear(goal, turns, lang=lang)
    found = suggest(chain, core(lang), count=5)
    assert found == suggest(chain, core(lang), count=5)
    words = [goal, *(turn.answer for turn in turns)]
    asked = {turn.probe for turn in turns if turn.probe and turn.asked and turn.question}
    for one in found:
        assert len(one.about.split()) <= 6
        assert one.about in one.text
        assert any(one.about in text for text in words) or not one.about
        assert len(one.text.split()) <= 12
        assert one.because
        assert one.probe not in asked or not turns
