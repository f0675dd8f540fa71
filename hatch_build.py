"""What a build does besides packing: the catalogues of the program's words are compiled."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledWords(BuildHookInterface[Any]):
    """Compiles them beside their sources, where an installation that can be edited finds them too."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the interface's
        """Before the files are gathered."""
        sys.path.insert(0, self.root)
        from translating.catalogues import compile_all  # noqa: PLC0415 - it stands where the build is

        compile_all()
