"""The conversation in hand, without a screen."""

import pytest

from brasstacks import editing
from brasstacks.drift import State
from brasstacks.interview import COMMANDS, Command, Interview, Outcome, changes, parse, run
from brasstacks.interview.commands import Line
from brasstacks.session import AskedAs, GoalStatus, Provenance
from made import NOON, after, core_bank, empty_session, ids

CONCRETE = (
    "asked which projects he runs, every manager names the list and the state of each without having to recall it"
)


def begun(*texts: str, language: str = "en") -> Interview:
    """An interview into which these texts were entered."""
    interview = Interview(empty_session(language), core_bank(language), new_id=ids(), now=NOON)
    for number, text in enumerate(texts, 1):
        interview.enter(text, after(number))
    return interview


def do(interview: Interview, line: str, selected: str = "") -> Outcome:
    """Carry out a command line."""
    return run(interview, parse(line), after(50), selected=selected)


def test_the_first_text_is_the_goal_and_its_first_question_follows() -> None:
    interview = begun("Projects under control")
    assert interview.goal is not None
    assert interview.goal.statement == "Projects under control"
    assert interview.question


def test_an_empty_enter_does_nothing() -> None:
    interview = begun("Projects under control")
    before = interview.session
    assert not interview.enter("  \n", after(2)).done
    assert interview.session is before


def test_a_question_that_merely_stood_there_does_not_count_as_asked() -> None:
    turn = begun("Order", "it will be better").turn()
    assert turn is not None
    assert turn.asked_as is AskedAs.SHOWN
    assert not turn.counts_as_asked


def test_a_question_chosen_with_tab_counts_as_asked() -> None:
    interview = begun("Order")
    interview.choose(1)
    question = interview.question
    interview.enter("it will be better", after(2))
    turn = interview.turn()
    assert turn is not None
    assert (turn.asked_as, turn.question) == (AskedAs.CHOSEN, question)


def test_tab_again_goes_to_the_next_question_and_back() -> None:
    interview = begun("Order")
    interview.choose(1)
    first = interview.question
    interview.choose(1)
    assert interview.question != first
    interview.choose(-1)
    assert interview.question == first


def test_a_question_of_ones_own_stands_over_the_box_and_counts_as_asked() -> None:
    interview = begun("Order", "? Who told you so?")
    assert interview.question == "Who told you so?"
    interview.enter("Rob", after(3))
    turn = interview.turn()
    assert turn is not None
    assert (turn.asked_as, turn.question) == (AskedAs.OWN, "Who told you so?")


def test_a_leading_space_makes_anything_the_clients_words() -> None:
    turn = begun("Order", " ? no idea").turn()
    assert turn is not None
    assert turn.answer == "? no idea"


def test_what_was_pasted_is_always_the_clients_words() -> None:
    interview = begun("Order")
    interview.enter("? what is that", after(2), verbatim=True)
    turn = interview.turn()
    assert turn is not None
    assert turn.answer == "? what is that"


def test_a_correction_replaces_the_answer() -> None:
    interview = begun("Order", "wrong")
    do(interview, "edit")
    interview.enter("right", after(3))
    assert interview.goal is not None
    assert [turn.answer for turn in interview.goal.turns] == ["right"]


def test_an_earlier_answer_is_corrected_by_its_number() -> None:
    interview = begun("Order", "one", "two")
    do(interview, "edit 1")
    interview.enter("uno", after(3))
    assert interview.goal is not None
    assert [turn.answer for turn in interview.goal.turns] == ["uno", "two"]


def test_the_wording_of_a_question_can_be_corrected() -> None:
    interview = begun("Order", "one")
    do(interview, "question 1 What did he say?")
    turn = interview.turn()
    assert turn is not None
    assert (turn.question, turn.asked_as) == ("What did he say?", AskedAs.OWN)


def test_a_goal_is_added_and_gone_to_by_its_number() -> None:
    interview = begun("One")
    do(interview, "goal Two")
    assert interview.goal is not None
    assert interview.goal.statement == "Two"
    do(interview, "/1")
    assert interview.goal.statement == "One"


def test_going_to_a_goal_is_no_edit() -> None:
    interview = begun("One")
    do(interview, "goal Two")
    steps = len(interview.history.past)
    do(interview, "/1")
    assert len(interview.history.past) == steps


def test_there_is_no_goal_nine() -> None:
    assert not do(begun("One"), "/9").done


def test_the_last_answer_moves_to_a_goal() -> None:
    interview = begun("One", "a", "b")
    do(interview, "goal Two")
    do(interview, "/1")
    do(interview, "move 2")
    assert [[turn.answer for turn in goal.turns] for goal in interview.session.goals] == [["a"], ["b"]]


def test_a_goal_is_parked_and_the_next_open_one_is_in_hand() -> None:
    interview = begun("One")
    do(interview, "goal Two")
    do(interview, "park")
    assert interview.session.goals[1].status is GoalStatus.PARKED
    assert interview.goal is interview.session.goals[0]


def test_a_parked_goal_is_resumed() -> None:
    interview = begun("One")
    do(interview, "park")
    do(interview, "resume 1")
    assert interview.session.goals[0].status is GoalStatus.OPEN


def test_park_and_note_take_the_selected_words() -> None:
    interview = begun("One")
    do(interview, "park", selected="the warehouse")
    do(interview, "note", selected="he smiled")
    assert interview.session.parked[0].text == "the warehouse"
    assert interview.session.notes[0].text == "he smiled"


def test_a_note_leaves_the_chosen_question_where_it_is() -> None:
    interview = begun("One")
    interview.choose(1)
    interview.choose(1)
    question = interview.question
    do(interview, "note he smiled")
    assert interview.question == question
    assert interview.asked_as is AskedAs.CHOSEN


def test_a_question_for_later_is_filled_in_later() -> None:
    interview = begun("One")
    do(interview, "later")
    turn = interview.turn()
    assert turn is not None
    assert turn.later
    do(interview, "edit")
    interview.enter("forty", after(9))
    filled = interview.turn()
    assert filled is not None
    assert (filled.later, filled.answer) == (False, "forty")


def test_undo_and_redo_go_through_every_edit() -> None:
    interview = begun("One", "a", "b")
    for _ in range(3):
        assert do(interview, "undo").done
    assert interview.session.goals == ()
    for _ in range(3):
        do(interview, "redo")
    assert interview.goal is not None
    assert [turn.answer for turn in interview.goal.turns] == ["a", "b"]


def test_undo_says_what_it_took_back() -> None:
    assert "answer 1" in do(begun("One", "a"), "undo").message


def test_a_criterion_is_filed_from_the_clients_words_with_one_command() -> None:
    interview = begun("Order in the projects", CONCRETE)
    assert do(interview, "criterion").done
    assert interview.goal is not None
    criterion = interview.goal.criteria[0]
    assert criterion.statement in CONCRETE
    assert criterion.from_turns == (interview.goal.turns[0].id,)
    assert criterion.provenance is Provenance.CLIENT


def test_a_criterion_in_the_interviewers_words_is_proposed() -> None:
    interview = begun("Order", CONCRETE)
    do(interview, "criterion Every manager names his projects")
    assert interview.goal is not None
    assert interview.goal.criteria[0].provenance is Provenance.PROPOSED


@pytest.mark.parametrize(
    ("language", "answer", "wording", "who", "threshold"),
    [
        (
            "en",
            "The porter locks two doors",
            "The receptionist answers within two minutes",
            "receptionist",
            "two minutes",
        ),
        (
            "it",
            "Il portiere chiude due porte",
            "Il responsabile fa al massimo due errori",
            "responsabile",
            "due errori",
        ),
        ("ru", "Сторож закрывает две двери", "Директор отвечает за две минуты, не дольше", "Директор", "две минуты"),
    ],
)
def test_the_fields_of_the_interviewers_own_wording_are_read_out_of_it_first(
    language: str, answer: str, wording: str, who: str, threshold: str
) -> None:
    interview = begun("Order", answer, language=language)
    do(interview, f"/criterion {wording}")
    assert interview.goal is not None
    criterion = interview.goal.criteria[0]
    assert criterion.statement == wording
    ours = {name: getattr(criterion, name) for name in criterion.proposed}
    assert all(words in wording for text in ours.values() for words in text.split("; "))
    assert who in ours.get("who", who)
    assert threshold in ours["threshold"]
    assert set(criterion.proposed).isdisjoint(criterion.sources)
    assert criterion.from_turns == (interview.goal.turns[0].id,)


def test_there_is_nothing_to_file_before_anything_was_said() -> None:
    assert not do(begun("Order"), "criterion").done


def test_a_fuzzy_term_is_not_found_again() -> None:
    interview = begun("A higher culture of project management")
    words = [finding.text for finding in interview.hear("a higher culture").findings]
    assert words
    for word in words:
        do(interview, f"accept {word}")
    assert not interview.hear("a higher culture").findings


def test_asking_somebody_else_makes_a_follow_up_with_the_name() -> None:
    interview = begun("Order", "no idea, Rob would know")
    question = interview.question
    do(interview, "ask Rob")
    (kept,) = interview.session.follow_ups
    turn = interview.turn()
    assert turn is not None
    assert (kept.text, kept.to, kept.from_turn) == (question, "Rob", turn.id)
    assert (turn.question, turn.later) == (question, True)


def test_a_parked_topic_is_taken_up_as_a_goal_by_its_words() -> None:
    interview = begun("Order")
    do(interview, "park the new warehouse")
    assert "the new warehouse" in do(interview, "resume").message
    do(interview, "resume warehouse")
    assert interview.session.parked == ()
    assert interview.goal is not None
    assert interview.goal.statement == "the new warehouse"


def test_resume_says_what_is_parked_when_it_is_not_plain_which_is_meant() -> None:
    interview = begun("Order")
    do(interview, "goal Reports")
    do(interview, "park")
    do(interview, "1")
    do(interview, "park")
    do(interview, "goal Peace")
    told = do(interview, "resume")
    assert not told.done
    assert "1 Order" in told.message
    assert "2 Reports" in told.message
    do(interview, "resume 2")
    assert interview.session.goals[1].status is GoalStatus.OPEN


def test_a_goal_that_is_not_parked_is_not_resumed() -> None:
    interview = begun("Order")
    before = interview.session
    assert not do(interview, "resume 1").done
    assert interview.session is before


def test_a_question_that_was_put_waits_in_the_chain_for_whoever_is_asked() -> None:
    interview = begun("Order", "everything is fine")
    interview.choose(1)
    question = interview.question
    do(interview, "ask Rob")
    turn = interview.turn()
    assert turn is not None
    assert (turn.later, turn.question) == (True, question)
    assert interview.session.follow_ups[0].from_turn == turn.id
    assert question not in [one.text for one in interview.suggestions]


STALLING = (
    "well, people will be more responsible",
    "just, you know, a more mature attitude to projects",
    "you are the experts, you tell us how it should be",
)


def _state(interview: Interview) -> State:
    assert interview.followed is not None
    return interview.followed.drift.state


def test_a_stalled_chain_is_led_back_to_one_real_case() -> None:
    interview = begun("A higher culture of project management", *STALLING)
    assert _state(interview) is State.STALLED
    assert interview.question in {way.text for way in interview.bank.returns}


def test_what_was_called_fine_does_not_alarm_again_but_new_evidence_does() -> None:
    interview = begun("A higher culture of project management", *STALLING)
    do(interview, "fine she is thinking aloud")
    assert _state(interview) is State.ON_TRACK
    assert all(turn.overruled == "she is thinking aloud" for turn in interview.session.goals[0].turns)
    for number, text in enumerate(STALLING, 60):
        interview.enter(text, after(number))
    assert _state(interview) is State.STALLED


def test_the_way_back_puts_the_question_for_the_last_instance() -> None:
    interview = begun("Order", "everything is fine")
    do(interview, "back")
    assert interview.question in {way.text for way in interview.bank.returns}
    assert interview.asked_as in (AskedAs.OWN, AskedAs.CHOSEN)


def test_an_unknown_command_is_not_taken() -> None:
    outcome = do(begun("Order"), "dance")
    assert not outcome.done
    assert "dance" in outcome.message


def test_an_id_that_the_session_has_is_drawn_again() -> None:
    draws = iter(["g-1", "g-1", "g-2"])
    interview = Interview(empty_session(), core_bank(), new_id=lambda _: next(draws), now=NOON)
    interview.enter("One", NOON)
    interview.add_goal("Two", NOON)
    assert [goal.id for goal in interview.session.goals] == ["g-1", "g-2"]


@pytest.mark.parametrize(
    ("language", "wish", "question"),
    [
        ("en", "We need a CRM", "which trouble does it take away?"),
        ("ru", "Сделайте нам отчёты", "от какой беды это избавит?"),
        ("ru", "Сделайте нам CRM", "«Сделайте нам CRM» — от какой беды это избавит?"),
        ("it", "Ci serve un CRM", "quale problema vi toglie di mezzo?"),
    ],
)
def test_a_wish_is_kept_as_an_option_and_the_problem_is_asked_for(language: str, wish: str, question: str) -> None:
    interview = begun(wish, language=language)
    assert do(interview, "/option").done
    assert interview.goal is not None
    assert [one.title for one in interview.goal.options] == [wish]
    assert interview.question.endswith(question)
    interview.enter("two of us ring the same client", after(60))
    assert do(interview, "/problem").done
    assert interview.goal.statement == "two of us ring the same client"


def test_a_wish_before_any_goal_is_an_option_under_the_goal_that_is_looked_for() -> None:
    interview = begun()
    assert do(interview, "/option we need a CRM").done
    assert interview.goal is not None
    assert interview.goal.is_wish
    assert interview.question


def test_an_option_with_words_leaves_the_question_over_the_box() -> None:
    interview = begun("Order")
    interview.choose(1)
    question = interview.question
    assert do(interview, "/option a board on the wall").done
    assert interview.question == question
    assert interview.goal is not None
    assert interview.goal.statement == "Order"


def test_that_they_decided_is_stamped_before_or_after_the_price() -> None:
    interview = begun("Order")
    assert do(interview, "/decided").done
    assert [one.sign for one in interview.session.signs] == ["decided_before_price"]


def test_the_budget_a_risk_and_a_complaint_are_noted_in_passing() -> None:
    interview = begun("Order")
    for line in ("/budget ten thousand", "/risk the move in May", "/complaint the list came late"):
        assert do(interview, line).done
    session = interview.session
    assert session.client.budget == "ten thousand"
    assert [one.title for one in session.risks] == ["the move in May"]
    assert [one.words for one in session.complaints] == ["the list came late"]


def test_a_card_comes_with_its_letters() -> None:
    assert do(begun("Order"), "/card exp") == Outcome(done=True, effect="cards", argument="exp")


def test_a_card_is_offered_for_the_last_answer_until_it_was_given() -> None:
    interview = begun("Order", "that is too expensive for us")
    card = interview.offered_card("")
    assert card is not None
    interview.aside("x", editing.use_card(interview.session, card.id, "", now=after(3), new_id=ids()), "")
    assert interview.offered_card("") != card


def test_the_fit_is_shut_once_the_screen_was_hidden() -> None:
    interview = begun("Order")
    assert do(interview, "/fit").effect == "fit"
    interview.private = True
    assert not do(interview, "/fit").done


def test_a_wish_that_is_not_heard_as_one_is_asked_back_with_the_banks_own_question() -> None:
    interview = begun("Another person on the floor")
    assert do(interview, "/option").done
    assert interview.question == "Which of today's troubles should this end?"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_a_command_that_is_said_to_change_nothing_changes_nothing(command: Command) -> None:
    interview = begun("Reporting at hand", "they know it at once", "every Friday")
    before = interview.session
    line = Line(command, command.names[0], "1 2 words")
    run(interview, line, after(50))
    assert changes(line) or interview.session is before


def test_who_only_reads_may_open_the_rooms_but_not_note_anything() -> None:
    assert [changes(parse(line)) for line in ("criteria", "card pr", "why", "2", "dance")] == [False] * 5
    assert [changes(parse(line)) for line in ("note x", "refer", "undo", "park")] == [True] * 4


@pytest.mark.parametrize(
    ("lang", "goal", "named"),
    [
        ("en", "Хотим, чтобы заказы больше не застревали на складе", "Russian"),
        ("en", "Vogliamo che gli ordini non restino fermi in magazzino", "Italian"),
        ("ru", "We want the orders not to get stuck in the warehouse", "English"),
    ],
)
def test_a_first_goal_in_another_language_is_noticed_once(lang: str, goal: str, named: str) -> None:
    interview = Interview(empty_session(lang), core_bank(lang), new_id=ids(), now=NOON)
    assert named in interview.enter(goal, after(1)).message
    assert not interview.add_goal(goal, after(2)).message


@pytest.mark.parametrize("goal", ["We want the orders not to get stuck", "ISO 9001", "Marketing", "Ciao"])
def test_a_goal_that_may_well_be_in_the_sessions_language_is_left_alone(goal: str) -> None:
    interview = Interview(empty_session("en"), core_bank("en"), new_id=ids(), now=NOON)
    assert not interview.enter(goal, after(1)).message


@pytest.mark.parametrize("status", [GoalStatus.REFERRED, GoalStatus.DROPPED, GoalStatus.PARKED])
def test_of_a_goal_that_ended_nothing_is_asked_or_warned(status: GoalStatus) -> None:
    interview = begun("Order", *(["I feel lost, it is all my fault", "I do not know who I am any more"] * 3))
    assert interview.goal is not None
    assert interview.followed is not None
    assert interview.followed.drift.evidence
    interview.did("", editing.decide_goal(interview.session, interview.goal.id, status, now=NOON), after(20))
    assert interview.suggestions == ()
    assert interview.question == ""
    assert interview.followed.drift.state is State.ON_TRACK
    assert interview.followed.drift.evidence == ()
    assert interview.hint == ""


def test_a_goal_that_is_ended_gives_way_to_the_next_open_one_and_the_last_to_none() -> None:
    interview = begun("Order")
    do(interview, "goal Speed")
    do(interview, "goal Calm")
    do(interview, "2")
    for left, statement in (("Speed", "Calm"), ("Calm", "Order"), ("Order", None)):
        goal = interview.goal
        assert goal is not None
        assert goal.statement == left
        interview.ended("referral", editing.refer(interview.session, goal.id, "", "", now=NOON), after(60))
        assert (interview.goal.statement if interview.goal else None) == statement
        assert interview.hint == ""


def test_the_problem_alone_is_the_last_answer_and_is_said() -> None:
    interview = begun("Order", "they wait for hours")
    do(interview, "later")
    outcome = do(interview, "problem")
    assert interview.goal is not None
    assert interview.goal.problem == "they wait for hours"
    assert "they wait for hours" in outcome.message


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    interview = begun("Order", "they wait")
    turn = interview.turn()
    assert turn is not None
    before = interview.history
    interview.correct(turn)
    interview.enter("they wait", after(30))
    assert interview.history == before
    assert interview.correcting is None
