"""The state of a chain: on track, watch, stalled or coaching, with its evidence."""

from brasstacks.drift.judgement import Drift, judge
from brasstacks.drift.machine import State

__all__ = ["Drift", "State", "judge"]
