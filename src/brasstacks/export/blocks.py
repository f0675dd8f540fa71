"""The parts of which everything that is printed of a session is made; each format gives them its own shape."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; rank 1 is the title."""

    rank: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, or several parted by empty lines."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list, with the lines under it."""

    text: str
    label: str = ""
    inner: tuple["Item", ...] = ()

    @property
    def line(self) -> str:
        """The label and the text."""
        return f"{self.label}: {self.text}".rstrip() if self.label else self.text


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A criterion."""

    statement: str
    standing: str
    """In words: a draft or not, and concrete or ready for a contract."""
    step: int
    items: tuple[Item, ...]
    words: Item | None
    """The client's words that it rests on."""


Block = Heading | Text | Bullets | Card


def joined(*texts: str) -> str:
    """Texts on one line, without those that are empty."""
    return " · ".join(text for text in texts if text.strip())
