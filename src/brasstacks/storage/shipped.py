"""What comes with the program: the banks and the example sessions."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import brasstacks


def folder(name: str) -> Path:
    """A folder of data that ships: inside the installed package, or beside `src/` in a checkout."""
    installed = Path(str(files("brasstacks") / name))
    return installed if installed.is_dir() else Path(brasstacks.__file__).resolve().parents[2] / name


@cache
def examples() -> frozenset[str]:
    """The ids of the example sessions, which tell nothing of the person in whose workspace they stand."""
    return frozenset(path.stem for path in folder("sessions").glob("*.toml"))
