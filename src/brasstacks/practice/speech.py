"""How fast a played client speaks: as fast as one reads along."""

from dataclasses import dataclass

READ_ALONG = 32.0
"""Characters a second: subtitles are held to about half of it, but here the eye may run ahead of the marks."""

LINGER = 1.0
"""Seconds that what was said stands with its marks before it is entered."""


@dataclass(frozen=True, slots=True)
class Speech:
    """Something that is being said."""

    text: str
    began: float
    """The moment, in seconds of any clock."""
    speed: float = 1.0
    """How many times as fast as one reads along; infinite: it is said already."""

    def said(self, now: float) -> str:
        """As much as has been said."""
        if self._whole <= now - self.began:
            return self.text
        return self.text[: max(int((now - self.began) * READ_ALONG * self.speed), 0)]

    def over(self, now: float) -> bool:
        """Whether all is said, and has stood there for a moment."""
        return now - self.began >= self._whole + LINGER / self.speed

    @property
    def _whole(self) -> float:
        """Seconds that it takes."""
        return len(self.text) / (READ_ALONG * self.speed)
