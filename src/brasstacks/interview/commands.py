"""The commands of the interview's command line: their names in three languages, and what a typed line means.

A name counts however the keyboard stands: `.зфкл` is `/park` typed with the Russian layout.
"""

from dataclasses import dataclass
from difflib import get_close_matches

from brasstacks.keyboard import spellings


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its id, its names and what it takes."""

    id: str
    names: tuple[str, str, str]
    """English, Russian, Italian."""
    takes: str = ""
    """What may follow the name, for the person; empty when nothing may."""
    does: str = ""
    """One line of help, in English: the key of its translation."""
    quiet: bool = False
    """Found by its whole name only and offered by no list, because the client may read along."""

    def name_in(self, language: str) -> str:
        """Its name in a language; in English where it has none in that one."""
        return dict(zip(("en", "ru", "it"), self.names, strict=True)).get(language, self.names[0])


COMMANDS: tuple[Command, ...] = (
    Command("goal", ("goal", "цель", "obiettivo"), "text", "add a goal in the client's words"),
    Command(
        "criterion", ("criterion", "критерий", "criterio"), "text", "file a draft criterion from this goal's turns"
    ),
    Command("grow", ("grow", "дополнить", "completa"), "", "add what was said since to the last criterion"),
    Command("park", ("park", "отложить", "parcheggia"), "text", "set aside a topic, or this goal"),
    Command(
        "resume", ("resume", "вернуть", "riprendi"), "N", "take a parked goal up again, or a parked topic by its words"
    ),
    Command("note", ("note", "заметка", "nota"), "text", "keep a remark of your own"),
    Command("fuzzy", ("fuzzy", "размыто", "sfumato"), "term", "a term known to be vague, to be resolved"),
    Command("accept", ("accept", "принять", "accetta"), "term", "a term that is clear to you both: not asked again"),
    Command("fine", ("fine", "нормально", "vabene"), "why", "overrule the warning, with a word of why"),
    Command("back", ("back", "назад", "indietro"), "", "ask for the last time it happened"),
    Command(
        "ask",
        ("ask", "спросить", "chiedi"),
        "name",
        "somebody else knows the answer to the question over the box: a follow-up with the name",
    ),
    Command("later", ("later", "позже", "dopo"), "", "asked; the answer is to be filled in later"),
    Command("edit", ("edit", "править", "modifica"), "N", "correct answer N, or the last one"),
    Command("question", ("question", "вопрос", "domanda"), "N text", "correct the wording of question N"),
    Command("move", ("move", "перенести", "sposta"), "[N] GOAL", "move the last answer, or answer N, to a goal"),
    Command("delete", ("delete", "удалить", "elimina"), "N", "take answer N out of the chain"),
    Command("undo", ("undo", "отменить", "annulla"), "", "take the last edit back"),
    Command("redo", ("redo", "повторить", "ripeti"), "", "do again what was taken back"),
    Command("price", ("price", "цена", "prezzo"), "", "note that the price was asked now"),
    Command("follow-up", ("follow-up", "обещано", "impegno"), "text", "keep something that was promised"),
    Command(
        "problem",
        ("problem", "проблема", "problema"),
        "text",
        "what hurts behind this goal; alone: as the last answer says",
    ),
    Command("option", ("option", "вариант", "opzione"), "text", "keep a wish as an option; alone: this goal is one"),
    Command("budget", ("budget", "бюджет", "budget"), "text", "the most they would spend, as they said it"),
    Command("risk", ("risk", "риск", "rischio"), "text", "a risk that the bank has not"),
    Command("complaint", ("complaint", "жалоба", "reclamo"), "text", "what they are dissatisfied with"),
    Command("decided", ("decided", "решено", "deciso"), "", "note that they decided now", quiet=True),
    Command("card", ("card", "ответ", "scheda"), "letters", "a calm answer, by two or three letters"),
    Command("refer", ("refer", "рекомендовать", "rimanda"), "", "too early: end this goal with what serves now"),
    Command("why", ("why", "почему", "perché"), "", "the verdict, its turns, and how the last answer was heard"),
    Command("kept", ("kept", "список", "elenco"), "", "what was parked and noted, and which terms are fuzzy"),
    Command("agenda", ("agenda", "повестка", "agenda"), "", "the rooms, what is covered, the time"),
    Command("options", ("options", "варианты", "opzioni"), "", "options side by side, and the client's choice"),
    Command("risks", ("risks", "риски", "rischi"), "", "risks and expectations, spoken aloud"),
    Command("expectations", ("expectations", "ожидания", "aspettative"), "", "what they expect of us"),
    Command("perceived", ("perceived", "сделано", "percepito"), "", "what was done and how it was taken; complaints"),
    Command("fit", ("fit", "совместимость", "sintonia"), "", "for your eyes only", quiet=True),
    Command("criteria", ("criteria", "критерии", "criteri"), "", "open the criteria"),
    Command(
        "timeline", ("timeline", "лента", "cronologia"), "", "the whole conversation, to be reviewed and put right"
    ),
    Command("language", ("language", "язык", "lingua"), "", "on the Timeline: the session's language, and its bank"),
    Command("recap", ("recap", "итог", "riepilogo"), "", "what came of it; close the session"),
    Command("follow-ups", ("follow-ups", "обещания", "impegni"), "", "what was promised, by when"),
    Command("changes", ("changes", "изменения", "cambiamenti"), "", "what changed since the client's last session"),
    Command("review", ("review", "самопроверка", "autovalutazione"), "", "your own part in it, for your eyes only"),
    Command("export", ("export", "экспорт", "esporta"), "", "export with a preview"),
    Command(
        "copy",
        ("copy", "копировать", "copia"),
        "",
        "copy what is selected, else what stands in the box or was said last",
    ),
    Command("record", ("record", "запись", "registro"), "", "how the record stands: try again, copy, two versions"),
    Command("hide", ("hide", "скрыть", "nascondi"), "", "blank the screen until ctrl+l"),
    Command("settings", ("settings", "настройки", "impostazioni"), "", "theme, density, language, names: how it looks"),
    Command("help", ("help", "помощь", "aiuto"), "", "keys and commands"),
    Command("library", ("library", "библиотека", "archivio"), "", "save and go to the library"),
)

_BY_NAME = {name: command for command in COMMANDS for name in command.names} | {
    "followup": next(command for command in COMMANDS if command.id == "follow-up"),
    "perche": next(command for command in COMMANDS if command.id == "why"),
}


def find(word: str) -> Command | None:
    """The command of that name, in any of the three languages, typed with any of the two layouts."""
    return next((_BY_NAME[name] for name in spellings(word) if name in _BY_NAME), None)


_MEANT = {
    "coach": "refer", "send": "refer", "коуч": "refer", "направить": "refer", "передать": "refer", "mandare": "refer",
    "perception": "perceived", "восприятие": "perceived", "percezione": "perceived",
    "promises": "follow-ups", "promesse": "follow-ups",
    "выгрузка": "export", "отчёт": "export", "finish": "recap", "закрыть": "recap", "chiudi": "recap",
}  # fmt: skip
"""What people type who do not know a command's name: it is offered them, never obeyed."""


def nearest(word: str) -> Command | None:
    """The command that was probably meant by a name that there is not; never a quiet one."""
    for spelling in spellings(word):
        if spelling in _MEANT:
            return _BY_NAME[_MEANT[spelling]]
        names = [name for name, command in _BY_NAME.items() if not command.quiet]
        if close := get_close_matches(spelling, names, n=1, cutoff=0.7):
            return _BY_NAME[close[0]]
    return None


def complete(start: str) -> tuple[Command, ...]:
    """The commands of which a name begins so, in the order of the table; all for an empty start, but the quiet ones."""
    begins = tuple(spelling for spelling in spellings(start) if spelling)
    offered = tuple(command for command in COMMANDS if not command.quiet)
    if not begins:
        return offered
    return tuple(command for command in offered if any(name.startswith(begins) for name in command.names))


@dataclass(frozen=True, slots=True)
class Line:
    """What was typed into the command line."""

    command: Command | None
    """None when no command is of that name."""
    word: str
    argument: str
    goal: int | None = None
    """`/3`: the number of a goal, from 1."""


def parse(line: str) -> Line:
    """Read a command line, with or without its leading slash.

    A number alone goes to that goal. A name that only one command begins with is enough.
    """
    word, _, argument = bare(line).partition(" ")
    if word.isdecimal():
        return Line(None, word, argument.strip(), goal=int(word))
    command = find(word)
    if command is None and word:
        close = complete(word)
        command = close[0] if len(close) == 1 else None
    return Line(command, word, argument.strip())


def bare(line: str) -> str:
    """A command line without its leading slash, or the dot that the slash's key gives on a Russian keyboard, or both."""
    line = line.strip()
    return line.removeprefix("/").removeprefix(".") if line[:1] in ("/", ".") else line


def is_command(text: str) -> bool:
    """Whether a text that was typed into the box is a command: a slash and a word, or a dot and a command's name.

    A dot alone proves nothing: it counts before a name in letters that the slash's key goes with.
    """
    word = text[1:].partition(" ")[0].rstrip()
    if text[:1] == "/":
        return bool(word)
    return text[:1] == "." and not word.isascii() and find(word) is not None


def is_name(text: str) -> bool:
    """Whether a text is the bare name of a command, which a client may have said as well."""
    return find(text.strip()) is not None
