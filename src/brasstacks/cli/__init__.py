"""The command line: arguments in, one command run. What a command needs is imported when it runs."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import NoReturn

from brasstacks import __version__
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.words import _

FAILURE, WRONG_USAGE, INTERRUPTED = 1, 2, 130


class Parser(argparse.ArgumentParser):
    """Says a wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        """Raise WrongUsage with the line."""
        raise WrongUsage(f"{self.prog.removeprefix('brasstacks ')}: {message}; see: {self.prog} --help")


def parser() -> Parser:
    """The commands and their arguments."""
    top = Parser(prog="brasstacks", description=_("From a vague goal to a criterion that a stranger could check."))
    top.add_argument("--version", action="version", version=f"brasstacks {__version__}")
    top.add_argument("--workspace", type=Path, metavar="DIR", help=_("the folder with sessions/ and question_banks/"))
    top.set_defaults(run="screen:home")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--workspace", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    commands = top.add_subparsers(metavar=_("COMMAND"))

    def command(name: str, run: str, text: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text, parents=[shared])
        one.set_defaults(run=run)
        return one

    one = command("init", "records:init", _("make a workspace"))
    one.add_argument("dir", type=Path, metavar="DIR")

    one = command("new", "records:new", _("begin a session"))
    one.add_argument("--client", required=True, metavar="NAME")
    one.add_argument("--organisation", default="", metavar="NAME")
    one.add_argument("--title", default="", metavar="TEXT")
    one.add_argument("--lang", metavar="L", help=_("the language of the conversation"))
    one.add_argument("--bank", default="", metavar="B", help=_("the question bank; see: brasstacks bank list"))

    one = command("open", "screen:open_session", _("open a session on the screen"))
    one.add_argument("session", metavar="SESSION", help=_("a path or an id"))

    one = command("show", "records:show", _("print a session"))
    one.add_argument("session", metavar="SESSION", help=_("a path or an id"))

    one = command("list", "records:list_all", _("list the sessions, the newest first"))
    one.add_argument("--json", action="store_true", help=_("as JSON"))

    one = command("export", "records:export", _("write the criteria of sessions"))
    one.add_argument("sessions", metavar="SESSION", nargs="+", help=_("a path or an id"))
    one.add_argument("--format", default="markdown", metavar="F")
    one.add_argument("--audience", default="client", metavar="A", help=_("client (the default) or internal"))
    one.add_argument("--to", default="-", metavar="PATH", help=_("a file, a folder, or - for standard output"))

    one = command("read", "hearing:read_texts", _("say what is heard in a text"))
    one.add_argument("text", nargs="*", metavar="TEXT", help=_("else it is read from standard input"))
    one.add_argument("--lang", metavar="L")
    one.add_argument("--question", default="", metavar="Q", help=_("the question that the text answers"))
    one.add_argument("--why", action="store_true", help=_("word by word, why this level"))
    one.add_argument("--jsonl", action="store_true", help=_("one JSON object a line in, one out"))

    one = command("follow", "hearing:follow_chains", _("judge chains turn by turn, and say what to ask next"))
    one.add_argument("file", nargs="?", metavar="SESSION|FILE.jsonl", help=_("else JSON lines from standard input"))
    one.add_argument("--lang", metavar="L")
    one.add_argument("--bank", default="", metavar="B")
    one.add_argument("--jsonl", action="store_true", help=_("one JSON object a line in, one out"))

    one = command("replay", "replay:replay", _("play a session turn by turn"))
    one.add_argument("session", metavar="SESSION", help=_("a path or an id"))
    one.add_argument("--plain", action="store_true", help=_("as text"))

    one = command("bank", "banks:list_all", _("list, check or begin a question bank"))
    banks = one.add_subparsers(metavar="list|check|new", required=True)
    banks.add_parser("list", parents=[shared]).set_defaults(run="banks:list_all")
    checking = banks.add_parser("check", parents=[shared])
    checking.set_defaults(run="banks:check")
    checking.add_argument("files", nargs="*", metavar="FILE", help=_("files or ids; without: every bank"))
    making = banks.add_parser("new", parents=[shared])
    making.set_defaults(run="banks:new")
    making.add_argument("name", metavar="NAME")
    making.add_argument("--lang", required=True, metavar="L")

    command("doctor", "doctor:examine", _("say how the program stands; nothing of clients"))
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Returns:
        0, or 1 for a failure, 2 for wrong usage.
    """
    try:
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
