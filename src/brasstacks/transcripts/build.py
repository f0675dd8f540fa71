"""A talk becomes a session: questions, answers, goals proposed. Every word that was said stands in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from brasstacks import language as hearing
from brasstacks.session import AskedAs, Client, Goal, Header, Note, Person, Session, Sitting, Turn
from brasstacks.transcripts import phrases
from brasstacks.transcripts.talk import Fragment, Talk, joined
from brasstacks.words import _

MOST_GOALS = 9
"""As many as have a key of their own."""
_NOD = 3
"""Words of an interviewer that are no question and interrupt nobody: "I see, right"."""
_SHARED = 2
"""Longer words that a turn shares with a goal set aside for another, to belong to it again."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person says of a recorded conversation."""

    interviewers: tuple[str, ...]
    """Who asks, by the names of the file."""
    client: str = ""
    """Whose conversation it is; else who of the others says most."""
    title: str = ""
    language: str = ""
    """Else the one that the client speaks."""
    bank: str = ""


@dataclass(slots=True)
class _Exchange:
    """What an interviewer says, and what is answered to it."""

    asked: Fragment | None = None
    answers: list[Fragment] = field(default_factory=list)
    nods: list[Fragment] = field(default_factory=list)


def language_of(talk: Talk, interviewers: Sequence[str]) -> str:
    """The language in which the others speak."""
    return hearing.detect(" ".join(one.text for one in talk.fragments if one.speaker not in interviewers)[:4000])


def build(
    talk: Talk, choice: Choice, *, session_id: str, began: datetime, now: datetime, new_id: Callable[[str], str]
) -> Session:
    """The session of a talk, with goals proposed and every turn under one of them.

    Args:
        talk: a file taken apart.
        choice: what a person says of it.
        session_id: also the file's name.
        began: when the conversation began; the times of the file count from here.
        now: the moment.
        new_id: gives an id; it is asked again when the id is taken.
    """
    fresh = _unique(new_id)
    others = list(dict.fromkeys(one.speaker for one in talk.fragments if one.speaker not in choice.interviewers))
    lang = choice.language or language_of(talk, choice.interviewers)
    exchanges = _exchanges(talk, choice.interviewers)
    turns = [_turn(one, began, fresh, named=len(others) > 1) for one in exchanges]
    goals = _goals(turns, exchanges, lang, fresh)
    header = Header(
        id=session_id,
        title=choice.title,
        language=lang,
        bank=choice.bank,
        created=began,
        updated=now,
        interviewer=", ".join(choice.interviewers),
        current_goal=goals[0].id,
        sittings=_sittings(talk, began),
    )
    client = Client(name=choice.client or _main_voice(talk, others), people=tuple(Person(name=one) for one in others))
    return Session(session=header, client=client, goals=tuple(goals), notes=_notes(talk, began, fresh))


def _unique(new_id: Callable[[str], str]) -> Callable[[str], str]:
    taken: set[str] = set()

    def fresh(prefix: str) -> str:
        one = new_id(prefix)
        while one in taken:
            one = new_id(prefix)
        taken.add(one)
        return one

    return fresh


def _main_voice(talk: Talk, others: Sequence[str]) -> str:
    if not others:
        return _("Client")
    return max(others, key=lambda name: sum(len(one.text) for one in talk.fragments if one.speaker == name))


def _sittings(talk: Talk, began: datetime) -> tuple[Sitting, ...]:
    last = max((one.end or one.start or 0.0 for one in talk.fragments), default=0.0)
    return (Sitting(started=began, ended=began + timedelta(seconds=last)),) if last else ()


def _exchanges(talk: Talk, interviewers: Sequence[str]) -> list[_Exchange]:
    exchanges = [_Exchange()]
    pieces = joined(talk.fragments)
    for number, piece in enumerate(pieces):
        last = exchanges[-1]
        if piece.speaker not in interviewers:
            last.answers.append(piece)
        elif last.answers and number + 1 < len(pieces) and _is_a_nod(piece):
            last.nods.append(piece)
        elif last.asked is None and not last.answers:
            last.asked = piece
        else:
            exchanges.append(_Exchange(piece))
    return exchanges


def _is_a_nod(piece: Fragment) -> bool:
    return len(piece.text.split()) <= _NOD and not phrases.asks(piece.text)


def _turn(exchange: _Exchange, began: datetime, fresh: Callable[[str], str], *, named: bool) -> Turn:
    asked, answers = exchange.asked, exchange.answers
    question = asked.text if asked else ""
    # Whoever answers is named only where several do.
    lines = [f"{one.speaker}: {one.text}" if named else one.text for one in answers]
    return Turn(
        id=fresh("t"),
        asked=_moment(began, asked),
        answered=_moment(began, answers[0]) if answers else None,
        question=question,
        asked_as=AskedAs.OWN if phrases.asks(question) else AskedAs.NONE,
        answer="\n".join(lines),
        note="\n".join(f"{one.speaker}: {one.text}" for one in exchange.nods),
    )


def _moment(began: datetime, piece: Fragment | None) -> datetime | None:
    return None if piece is None or piece.start is None else began + timedelta(seconds=piece.start)


@dataclass(slots=True)
class _Proposed:
    """A goal in the making."""

    statement: str
    topic: frozenset[str]
    turns: list[Turn]


def _goals(turns: Sequence[Turn], exchanges: Sequence[_Exchange], lang: str, fresh: Callable[[str], str]) -> list[Goal]:
    """Goals where the client says what they want; each turn under the goal in hand, or one it returns to."""
    proposed: list[_Proposed] = []
    before: list[Turn] = []
    current: _Proposed | None = None
    for turn, exchange in zip(turns, exchanges, strict=True):
        said = " ".join(one.text for one in exchange.answers)
        opened = [one for wish in phrases.wishes(said, lang) if (one := _opened(wish, turn.question, proposed, lang))]
        if opened:
            current = opened[0]
        elif current is not None:
            current = _returned(turn, current, proposed)
        (before if current is None else current.turns).append(turn)
    if not proposed:
        statement = _first_words(exchanges)
        return [Goal(id=fresh("g"), statement=statement, turns=tuple(before))]
    proposed[0].turns[:0] = before
    return [Goal(id=fresh("g"), statement=one.statement, turns=tuple(one.turns)) for one in proposed]


def _opened(wish: str, question: str, proposed: list[_Proposed], lang: str) -> _Proposed | None:
    """The first wish opens a goal; a later one when it was asked for or is added, and is about something else."""
    topic = phrases.topic(wish)
    if proposed:
        new = all(len(topic & one.topic) * 2 < max(len(topic), 1) for one in proposed)
        wanted = phrases.invites(question, lang) or phrases.adds(wish, lang)
        if not new or not wanted or len(proposed) == MOST_GOALS:
            return None
    proposed.append(_Proposed(wish, topic, []))
    return proposed[-1]


def _returned(turn: Turn, current: _Proposed, proposed: Sequence[_Proposed]) -> _Proposed:
    about = phrases.topic(f"{turn.question} {turn.answer}")
    best = max(proposed, key=lambda one: (len(about & one.topic), one is current))
    return best if len(about & best.topic) >= _SHARED else current


def _first_words(exchanges: Sequence[_Exchange]) -> str:
    """Where nobody says what they want, the client's first whole sentence stands for it, to be corrected."""
    said = [one for exchange in exchanges for piece in exchange.answers for one in phrases.sentences(piece.text)]
    return next((one for one in said if len(one.split()) > _NOD), said[0] if said else _("What does the client want?"))


def _notes(talk: Talk, began: datetime, fresh: Callable[[str], str]) -> tuple[Note, ...]:
    if not talk.unread:
        return ()
    lines = "\n".join(f"{one.line}: {one.text}" for one in talk.unread)
    return (Note(id=fresh("n"), at=began, text=_("Lines of the file that were not understood:") + f"\n{lines}"),)
