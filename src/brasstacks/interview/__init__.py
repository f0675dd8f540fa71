"""The conversation in hand, without a screen: events in, state out. The interview screen shows it and feeds it."""

from brasstacks.interview.commands import COMMANDS, Command, complete, find, parse
from brasstacks.interview.doing import changes, run
from brasstacks.interview.outcome import Outcome
from brasstacks.interview.state import Interview

__all__ = ["COMMANDS", "Command", "Interview", "Outcome", "changes", "complete", "find", "parse", "run"]
