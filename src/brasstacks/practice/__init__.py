"""A rehearsal with a client who is played from a saved session, and what it looks like in hindsight."""

from brasstacks.practice.client import Said, answer, begun, untold, wish
from brasstacks.practice.hindsight import Hindsight, hindsight
from brasstacks.practice.rehearsal import Rehearsal

__all__ = ["Hindsight", "Rehearsal", "Said", "answer", "begun", "hindsight", "untold", "wish"]
