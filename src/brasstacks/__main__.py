"""`python -m brasstacks`: the same as the command `brasstacks`."""

import sys

from brasstacks.cli import main

sys.exit(main())
