"""Conversations as they are held, in three languages, and what is said of them."""

import pytest
from hypothesis import given, settings

from brasstacks.chain import Asked, hear
from brasstacks.drift import State, judge
from brasstacks.drift.machine import ALARMS
from brasstacks.drift.signals import words
from brasstacks.lookup import look
from chains import LANGUAGES, any_text, any_turns, heard

HANDED_BACK = {
    "en": [
        ("What should be different?", "Oh, you're the expert, you tell me. We trust you completely."),
        ("What went wrong the last time?", "Nothing particular. You'll see better than we do, with your experience."),
        ("How would you know that it worked?", "Whatever you think is right will be fine with us, honestly."),
        ("Who would notice?", "We leave that to you. You know best what others do."),
    ],
    "ru": [
        ("Что должно измениться?", "Ну, вам виднее, вы же специалисты. Мы вам полностью доверяем."),
        ("Что было не так в последний раз?", "Да ничего особенного. Вы свежим взглядом лучше увидите."),
        ("Как вы узнаете, что получилось?", "Как скажете, так и будет. Мы полагаемся на ваш опыт."),
        ("Кто это заметит?", "Тут уж решайте сами, вам лучше знать, как у других."),
    ],
    "it": [
        ("Che cosa deve cambiare?", "Mah, l'esperto è lei, mi dica lei. Noi ci fidiamo completamente."),
        ("Che cosa non è andato l'ultima volta?", "Niente di particolare. Lei con la sua esperienza lo vede meglio."),
        ("Come saprà che ha funzionato?", "Quello che decide lei per noi va benissimo, davvero."),
        ("Chi se ne accorgerebbe?", "Lasciamo fare a voi, sapete meglio di noi come si fa."),
    ],
}
ABOUT_ONESELF = {
    "en": [
        ("What should be different?", "I feel that I'm not good enough for this role, to be honest."),
        ("How does that make you feel?", "Lost. I'm afraid I'll never be the leader that I wanted to be."),
        ("Where does that come from?", "I've just realised it's about me. I have always doubted myself."),
        ("What matters most to you?", "I want to find out who I am and get my confidence back."),
    ],
    "ru": [
        ("Что должно измениться?", "Честно говоря, мне кажется, я сам не справляюсь. Дело во мне."),
        ("Что вы при этом чувствуете?", "Тревогу. Боюсь, что никогда не стану тем руководителем, каким хотел быть."),
        ("Откуда это?", "Я только сейчас понял, что всю жизнь сомневаюсь в себе."),
        ("Что для вас важнее всего?", "Хочу понять, кто я, и снова поверить в себя. Сил внутри больше нет."),
    ],
    "it": [
        ("Che cosa deve cambiare?", "Sinceramente non mi sento all'altezza. Il problema sono io."),
        ("Che cosa prova?", "Ansia. Ho paura di non diventare mai la persona che volevo essere."),
        ("Da dove viene?", "Adesso capisco che dubito di me stesso da sempre."),
        (
            "Che cosa conta di più per lei?",
            "Vorrei capire chi sono e ritrovare la fiducia in me stesso, le mie energie.",
        ),
    ],
}
GAINING = {
    "en": [
        ("What happens now?", "I could cry. Twelve orders went out wrong last week, Rob has the list."),
        ("How many would be all right?", "Two a week, no more."),
        ("Who checks?", "The night lead counts the returns in the log every Monday."),
        ("By when?", "Before the Christmas rush, so the first of December."),
    ],
    "ru": [
        ("Что происходит сейчас?", "Хоть плачь. На прошлой неделе двенадцать заказов ушли не туда, список у Лены."),
        ("Сколько было бы терпимо?", "Два в неделю, не больше."),
        ("Кто проверит?", "Старший смены по понедельникам считает возвраты в журнале."),
        ("К какому сроку?", "До новогоднего завала, к первому декабря."),
    ],
    "it": [
        (
            "Che cosa succede adesso?",
            "Mi viene da piangere. La settimana scorsa dodici ordini sbagliati, la lista ce l'ha Marta.",
        ),
        ("Quanti andrebbero bene?", "Due alla settimana, non di più."),
        ("Chi controlla?", "Il capoturno conta i resi sul registro ogni lunedì."),
        ("Entro quando?", "Prima di Natale, quindi per il primo dicembre."),
    ],
}

A_FACT = {
    "en": (
        "When did it last happen?",
        "Yesterday at five Mrs Bianchi returned three books and the program froze twice, a queue of twelve people.",
    ),
    "ru": (
        "Когда это было в последний раз?",
        "Вчера в пять Бианки сдала три книги, программа зависла два раза, в очереди двенадцать человек.",
    ),
    "it": (
        "Mi racconta l'ultima volta che è successo?",
        "Ieri alle cinque la Sig.ra Bianchi ha reso tre libri e il programma si è bloccato due volte, coda di dodici persone.",
    ),
}
UNWANTED = {
    "en": [
        ("What should be different?", "I don't want it as it is, that much I know."),
        ("And what would you like?", "Not like this. We don't want more of the same, honestly."),
        ("What would you see then?", "No more of that, please. Anything but the way it is."),
        ("So what should be there?", "I do not want to go on like this, that's all."),
    ],
    "ru": [
        ("Что должно измениться?", "Не хочу, чтобы было как сейчас, вот это точно."),
        ("А как хотелось бы?", "Только не так. Не хотим больше того же самого."),
        ("Что вы тогда увидите?", "Хватит уже этого всего. Лишь бы не как сейчас."),
        ("Так что же должно быть?", "Не хочется дальше так же, вот и всё."),
    ],
    "it": [
        ("Che cosa deve cambiare?", "Non deve restare così, questo si sa."),
        ("E come lo vorrebbe?", "Non così. Non vogliamo più seccature, davvero."),
        ("Che cosa vedrebbe allora?", "Basta con queste cose. Tutto tranne quello di adesso."),
        ("E allora che cosa ci vuole?", "Non deve più andare avanti in questo modo, ecco."),
    ],
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_question_handed_back_again_and_again_is_a_stall(lang: str) -> None:
    assert judge(heard(*HANDED_BACK[lang], lang=lang)).state is State.STALLED


@pytest.mark.parametrize("lang", LANGUAGES)
def test_talk_about_ones_own_self_is_coaching(lang: str) -> None:
    assert judge(heard(*ABOUT_ONESELF[lang], lang=lang)).state is State.COACHING


@pytest.mark.parametrize("lang", LANGUAGES)
def test_feelings_with_facts_are_on_track(lang: str) -> None:
    assert not set(ALARMS) & set(judge(heard(*GAINING[lang], lang=lang)).after_each_turn)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_fact_after_the_way_back_ends_the_warning_at_once(lang: str) -> None:
    found = judge(heard(*HANDED_BACK[lang], A_FACT[lang], lang=lang))
    assert found.after_each_turn[-2:] == (State.STALLED, State.WATCH)
    assert (found.evidence, found.cause) == ((), "")
    assert (
        found.neutral == {"en": "something new again", "ru": "снова есть новое", "it": "si è aggiunto qualcosa"}[lang]
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_first_answer_that_brought_something_is_not_called_nothing_new(lang: str) -> None:
    assert judge(heard(A_FACT[lang], lang=lang)).neutral == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_says_only_what_they_do_not_want_is_told_so(lang: str) -> None:
    found = judge(heard(*UNWANTED[lang], lang=lang))
    assert found.verdict is State.STALLED
    assert {"en": "what is not wanted", "ru": "чего не хотят", "it": "quello che non si vuole"}[lang] in found.cause


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_turn_is_named_in_the_singular(lang: str) -> None:
    found = judge(heard(HANDED_BACK[lang][0], lang=lang))
    assert found.cause.startswith({"en": "turn 1:", "ru": "ход 1:", "it": "turno 1:"}[lang])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("talk", [HANDED_BACK, ABOUT_ONESELF, UNWANTED])
def test_at_most_three_words_are_shown_and_no_little_ones(talk: dict[str, list[tuple[str, str]]], lang: str) -> None:
    chain = heard(*talk[lang], lang=lang)
    for turn in chain.turns:
        for inside in (False, True):
            shown = words(turn, inside=inside)
            assert len(shown) <= 3
            assert not any(look(word, lang).has("function_words") or len(word) < 4 for word in shown)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("inside", [False, True])
def test_only_words_that_tell_by_themselves_are_shown(lang: str, inside: bool) -> None:  # noqa: FBT001
    plain = {"en": "The leader brings a thing to the table", "it": "Il capo porta la cosa al tavolo"}
    chain = heard(("", plain.get(lang, "Начальник приносит вещь на стол")), lang=lang)
    assert not words(chain.turns[0], inside=inside)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_alarm_names_its_turns_and_the_clients_words(lang: str) -> None:
    found = judge(heard(*HANDED_BACK[lang], lang=lang))
    said = " ".join(answer for _, answer in HANDED_BACK[lang])
    turns, _, words = found.cause.rpartition(": ")
    assert all(str(number) in turns for number in found.evidence)
    assert words.strip()
    assert all(word in said for word in words.split(", "))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_the_client_may_read_names_no_verdict(lang: str) -> None:
    found = judge(heard(*ABOUT_ONESELF[lang], lang=lang))
    assert str(len(found.evidence)) in found.neutral
    assert not any(word in found.neutral.lower() for word in ("coach", "stall", "speaker", "коуч", "говорящ", "parla"))


def test_russian_counts_its_turns_as_russian_does() -> None:
    assert judge(heard(*HANDED_BACK["ru"][:2], lang="ru")).neutral == "2 хода, нового нет"


def test_a_chain_on_track_has_no_cause() -> None:
    found = judge(heard(*GAINING["en"]))
    assert (found.cause, found.neutral, found.evidence, found.noticed_at) == ("", "", (), None)


def test_watch_counts_as_on_track() -> None:
    found = judge(heard(HANDED_BACK["en"][0]))
    assert (found.state, found.verdict) == (State.WATCH, State.ON_TRACK)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_coaching_questions_in_a_row_are_a_hint_to_the_interviewer(lang: str) -> None:
    asked = {
        "en": ("How does that make you feel?", "What's stopping you?"),
        "ru": ("Что вы чувствуете?", "Что вас останавливает?"),
        "it": ("Come si sente?", "Che cosa la blocca?"),
    }[lang]
    answers = [answer for _, answer in GAINING[lang]]
    found = judge(heard(*zip(asked, answers, strict=False), lang=lang))
    assert found.interviewer_coaches
    assert found.verdict is State.ON_TRACK


def test_a_coaching_question_that_was_only_shown_is_no_hint() -> None:
    shown = [Asked("How does that make you feel?", "Twelve orders.", asked=False)] * 2
    assert not judge(heard(*shown)).interviewer_coaches


def test_a_language_without_weights_is_still_judged() -> None:
    assert judge(hear("", [Asked("¿Qué?", "Nada")] * 4)).after_each_turn


@given(any_text, any_turns)
@settings(deadline=None)
def test_any_chain_at_all_is_judged_turn_by_turn(goal: str, turns: list[Asked]) -> None:
    chain = hear(goal, turns, lang="en")
    found = judge(chain)
    assert len(found.after_each_turn) == len(found.gains) == len(turns)
    assert judge(chain) == found
