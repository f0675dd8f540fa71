"""What every test begins with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from brasstacks import words
from brasstacks.storage import log, workspace
from brasstacks.storage.workspace import Workspace

# The machine that tests may be slow, and a first example loads the lexicons: time says nothing about a law.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is said is read in English, whatever the machine of the tests speaks."""
    for name in (words.ASKED_FIRST, "LANGUAGE"):  # the second is where the commands put what was chosen
        monkeypatch.setenv(name, "en")
    yield
    words.speak("en")


@pytest.fixture(autouse=True)
def log_of_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of faults of this test alone; no test writes into a person's own."""
    path = tmp_path / "log" / "faults.log"
    monkeypatch.setattr(log, "path", lambda: path)
    return path


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return workspace.init(tmp_path / "workspace")
