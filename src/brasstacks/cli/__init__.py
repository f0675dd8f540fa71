"""The command line: arguments in, one command run. What a command needs is imported when it runs."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from brasstacks import __version__
from brasstacks.cli import speaking
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.words import _

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction["Parser"]  # noqa: SLF001 - argparse has no public name for it

FAILURE, WRONG_USAGE, INTERRUPTED = 1, 2, 130


class Parser(argparse.ArgumentParser):
    """Says a wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage with the line."""
        command = self.prog.removeprefix("brasstacks").strip()
        said = f"{command}: {message}" if command else message
        raise WrongUsage(_("{fault}; see: {program} --help").format(fault=said, program=self.prog))


def parser() -> Parser:
    """The commands and their arguments."""
    top = Parser(prog="brasstacks", description=_("From a vague goal to a criterion that a stranger could check."))
    top.add_argument(
        "--version",
        action="version",
        version=f"brasstacks {__version__}",
        help=_("show program's version number and exit"),
    )
    top.add_argument("--workspace", type=Path, metavar="DIR", help=_("the folder with sessions/ and question_banks/"))
    top.set_defaults(run="screen:home")
    commands = top.add_subparsers(metavar=_("COMMAND"))
    _add_records(commands)
    _add_exchange(commands)
    _add_hearing(commands)
    _add_banks(commands)
    _command(commands, "keys", "keys:show", _("list the keys, and the ids by which to bind others"))
    _command(commands, "doctor", "doctor:examine", _("say how the program stands; nothing of clients"))
    return top


def _command(commands: "Commands", name: str, run: str, text: str) -> Parser:
    one = commands.add_parser(name, help=text, description=text)
    # After the command too; what stands before it holds when nothing stands here.
    one.add_argument("--workspace", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    one.set_defaults(run=run)
    return one


def _add_records(commands: "Commands") -> None:
    session_help = _("a path or an id")

    one = _command(commands, "init", "records:init", _("make a workspace"))
    one.add_argument("dir", type=Path, metavar="DIR")

    one = _command(commands, "new", "records:new", _("begin a session"))
    one.add_argument("--client", default="", metavar="NAME", help=_("needed without --after"))
    one.add_argument(
        "--after", default="", metavar="SESSION", help=_("its client again; what is open there goes along")
    )
    one.add_argument("--organisation", default="", metavar="NAME")
    one.add_argument("--title", default="", metavar="TEXT")
    one.add_argument("--lang", metavar="L", help=_("the language of the conversation"))
    one.add_argument("--bank", default="", metavar="B", help=_("the question bank; see: brasstacks bank list"))

    one = _command(commands, "open", "screen:open_session", _("open a session on the screen"))
    one.add_argument("session", metavar="SESSION", help=session_help)

    one = _command(commands, "show", "records:show", _("print a session"))
    one.add_argument("session", metavar="SESSION", help=session_help)

    one = _command(commands, "list", "listing:list_all", _("list the sessions, the newest first"))
    one.add_argument("--json", action="store_true", help=_("as JSON"))

    one = _command(commands, "search", "finding:find", _("find words in any session"))
    one.add_argument(
        "words", nargs="+", metavar="WORD", help=_("in any form; filters: client: lang: state: after: before: due:")
    )
    one.add_argument("--limit", type=int, default=20, metavar="N", help=_("sessions at most; 20"))
    one.add_argument("--json", action="store_true", help=_("as JSON"))

    one = _command(commands, "delete", "parting:delete", _("put sessions in the trash"))
    one.add_argument("sessions", metavar="SESSION", nargs="+", help=session_help)

    trash = commands.add_parser("trash", help=_("list, restore or empty the trash"))
    actions = trash.add_subparsers(metavar="list|restore|empty", required=True)
    _command(actions, "list", "parting:list_trash", _("list what was deleted"))
    one = _command(actions, "restore", "parting:restore", _("put sessions back"))
    one.add_argument("sessions", metavar="ID", nargs="+")
    one = _command(actions, "empty", "parting:empty", _("remove for good what was deleted; shows it first"))
    one.add_argument("--yes", action="store_true", help=_("without asking"))

    one = _command(
        commands, "forget", "parting:forget_client", _("remove all that there is of a client; shows it first")
    )
    one.add_argument("client", metavar="CLIENT", help=_("the name as in the sessions"))
    one.add_argument("--organisation", metavar="NAME", help=_("where several clients have that name"))
    one.add_argument("--yes", action="store_true", help=_("without asking"))

    one = _command(commands, "replay", "replay:replay", _("play a session turn by turn"))
    one.add_argument("session", metavar="SESSION", help=session_help)
    one.add_argument("--plain", action="store_true", help=_("as text, without a terminal"))
    one.add_argument("--speed", default="1", metavar="N", help=_("N times as fast as it was held"))

    one = _command(commands, "practice", "playing:practice", _("rehearse with a client played from a session"))
    one.add_argument(
        "session", nargs="?", metavar="FILE", help=_("a path or an id; without: choose among the examples")
    )
    one.add_argument("--lang", metavar="L", help=_("the language whose examples come first"))
    one.add_argument(
        "--speed",
        default="1",
        metavar="N",
        help=_("how many times as fast as one reads along the client speaks, or instant"),
    )


def _add_exchange(commands: "Commands") -> None:
    one = _command(commands, "export", "exporting:export", _("write sessions down for people and programs"))
    one.add_argument("sessions", metavar="SESSION", nargs="*", help=_("paths or ids"))
    one.add_argument("--all", action="store_true", help=_("every session of the workspace"))
    one.add_argument(
        "--format",
        default="markdown",
        metavar="F",
        help=_("markdown (the default), html, docx, csv, csv-bom, json, toml, gherkin, jsonl or jsonl-turns"),
    )
    one.add_argument("--audience", default="client", metavar="A", help=_("client (the default) or internal"))
    one.add_argument(
        "--page",
        default="record",
        metavar="P",
        help=_("record (the default), or expectations: what the client can expect of us, alone"),
    )
    one.add_argument("--to", default="-", metavar="PATH", help=_("a file, a folder, or - for standard output"))
    one.add_argument("--goal", type=int, metavar="N", help=_("only the goal of that number, from 1"))
    one.add_argument(
        "--from-step",
        type=int,
        choices=range(5),
        default=3,
        metavar="N",
        help=_("from which step of the ladder, 0 to 4, a criterion counts as one: 3 (the default) is concrete"),
    )
    one.add_argument("--redact", action="store_true", help=_("placeholders for the names of people and organisations"))
    one.add_argument(
        "--redact-name", action="append", default=[], metavar="NAME", help=_("a further name to be taken out")
    )
    _command(commands, "schema", "exporting:schema", _("print the JSON Schema of the JSON export"))

    one = _command(commands, "import", "importing:import_file", _("make a session of a recorded conversation"))
    one.add_argument("file", type=Path, metavar="FILE", help=_("vtt, srt, txt, json, or an export of brasstacks"))
    one.add_argument("--interviewer", metavar="NAME", help=_("who of the speakers asks; else the likeliest"))
    one.add_argument("--client", default="", metavar="NAME", help=_("whose conversation it is"))
    one.add_argument("--title", default="", metavar="TEXT")
    one.add_argument("--lang", metavar="L", help=_("the language of the conversation; else it is recognised"))
    one.add_argument("--bank", default="", metavar="B", help=_("the question bank; see: brasstacks bank list"))
    one.add_argument("--speakers", action="store_true", help=_("only list who speaks; import nothing"))


def _add_hearing(commands: "Commands") -> None:
    jsonl_help = _("one JSON object a line in, one out")

    one = _command(commands, "read", "hearing:read_texts", _("say what is heard in a text"))
    one.add_argument("text", nargs="*", metavar="TEXT", help=_("else it is read from standard input"))
    one.add_argument("--lang", metavar="L")
    one.add_argument("--question", default="", metavar="Q", help=_("the question that the text answers"))
    one.add_argument("--why", action="store_true", help=_("word by word, why this level"))
    one.add_argument("--jsonl", action="store_true", help=jsonl_help)

    one = _command(
        commands, "follow", "hearing:follow_chains", _("judge chains turn by turn, and say what to ask next")
    )
    one.add_argument("file", nargs="?", metavar="SESSION|FILE.jsonl", help=_("else JSON lines from standard input"))
    one.add_argument("--lang", metavar="L")
    one.add_argument("--bank", default="", metavar="B")
    one.add_argument("--jsonl", action="store_true", help=jsonl_help)


def _add_banks(commands: "Commands") -> None:
    bank = commands.add_parser("bank", help=_("list, check or begin a question bank"))
    actions = bank.add_subparsers(metavar="list|check|new", required=True)
    _command(actions, "list", "banks:list_all", _("list the banks"))
    one = _command(actions, "check", "banks:check", _("say what is to be mended in a bank"))
    one.add_argument("files", nargs="*", metavar="FILE", help=_("files or ids; without: every bank"))
    one = _command(actions, "new", "banks:new", _("begin a bank of your own"))
    one.add_argument("name", metavar="NAME")
    one.add_argument("--lang", required=True, metavar="L")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0, or 1 for a failure, 2 for wrong usage.
    """
    try:
        speaking.settle(argv)
        arguments = parser().parse_args(argv)
        module, function = arguments.run.split(":")
        code: int = getattr(import_module(f"brasstacks.cli.{module}"), function)(arguments) or 0
        sys.stdout.flush()
    except WrongUsage as error:
        return _say(error, WRONG_USAGE)
    except Failed as error:
        return _say(error, FAILURE)
    except BrokenPipeError:
        # Whoever read has read enough; and Python would complain once more when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILURE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _say(error: Exception, code: int) -> int:
    line = " ".join("".join(char if char.isprintable() else " " for char in str(error)).split())
    sys.stderr.write(f"brasstacks: {line.encode('utf-8', 'replace').decode()}\n")
    return code
