"""What every test begins with."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from brasstacks.storage import log, workspace
from brasstacks.storage.workspace import Workspace

# The machine that tests may be slow, and a first example loads the lexicons: time says nothing about a law.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")


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
