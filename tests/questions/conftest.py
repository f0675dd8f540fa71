"""The choice of questions, by readings made by hand."""

import pytest

from brasstacks.questions import choice, terms
from brasstacks.questions.weighing import NOTHING, Weighed


@pytest.fixture
def only_what_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is weighed beside the readings that a test makes by hand."""

    def nothing(_text: str, _question: str, _lang: str) -> Weighed:
        return NOTHING

    monkeypatch.setattr(choice, "weigh", nothing)
    monkeypatch.setattr(terms, "weigh", nothing)
