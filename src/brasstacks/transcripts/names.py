"""What before a colon is a name, and what only a beginning: `Anna: yes` and `So here is the thing: yes`."""

import re
from collections import Counter
from collections.abc import Iterable

_TURNS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_LABEL = re.compile(
    rf"[\s{_TURNS}]*(?:>>\s*|-\s+)?\[?([^\W\d][^:：!?…\[\]<>\"«»\n]{{0,48}}?)\]?[ {_TURNS}]*[:：](?!//)[ {_TURNS}]*(.*)",
    re.DOTALL,
)
_MOST_WORDS = 5
_FEW_WORDS = 3


def bare(name: str) -> str:
    """A name without the marks that turn the direction of writing, and single spaces inside."""
    return " ".join(re.sub(f"[{_TURNS}]", "", name).split()).strip("*_")


def candidate(line: str) -> tuple[str, str]:
    """What may be a name, and what stands behind it; two empty texts when there is nothing of the kind."""
    match = _LABEL.fullmatch(line)
    if not match or len(match[1].split()) > _MOST_WORDS:
        return "", ""
    return bare(match[1]), match[2].strip()


class Labels:
    """The names of a file: what stands before a colon more than once, or looks like a name where nearly all lines have one."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Look at all lines of talk."""
        spoken = [line for line in lines if line.strip()]
        counts = Counter(name for line in spoken if (name := candidate(line)[0]))
        often = {name for name, times in counts.items() if times > 1}
        # In a file of a few lines nobody speaks twice.
        if counts.total() * 2 >= len(spoken):
            often |= {name for name in counts if _looks_like_a_name(name)}
        self._names = often

    def split(self, line: str) -> tuple[str, str]:
        """Who speaks in a line and what they say; nobody, and the line, when no name stands there."""
        name, text = candidate(line)
        return (name, text) if name in self._names else ("", line.strip())


def _looks_like_a_name(name: str) -> bool:
    words = name.split()
    return len(words) <= _FEW_WORDS and all(not word[0].islower() for word in words)
