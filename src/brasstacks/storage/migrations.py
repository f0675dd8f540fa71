"""Files of older versions, brought up to the present one in memory; the file itself changes with the first save."""

from collections.abc import Callable, Mapping
from typing import Any

from brasstacks.session import SCHEMA_VERSION
from brasstacks.words import _

Tables = Mapping[str, Any]

STEPS: dict[int, Callable[[Tables], Tables]] = {}
"""From each version that was released to the one after it. Version 1 is the first: there is nothing before it."""


def version_of(tables: Tables) -> int:
    """The version that a file says it has; a file that says nothing, or no number, is of the present one."""
    version = tables.get("schema_version", SCHEMA_VERSION)
    return version if isinstance(version, int) and not isinstance(version, bool) else SCHEMA_VERSION


def bring_up(tables: Tables) -> Tables:
    """The same record as the present version has it; a newer file stays as it is.

    Raises:
        ValueError: no program ever wrote that version.
    """
    while (version := version_of(tables)) < SCHEMA_VERSION:
        if version not in STEPS:
            raise ValueError(
                _("schema_version: is {version}, which was never in use: write {schema_version}").format(
                    version=version, schema_version=SCHEMA_VERSION
                )
            )
        tables = {**STEPS[version](tables), "schema_version": version + 1}
    return tables
