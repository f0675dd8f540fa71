"""The program's own words in the language of the person who runs it (gettext); what clients said is never translated."""

import gettext
from importlib.resources import files

CATALOGUE = gettext.translation("brasstacks", str(files("brasstacks") / "locale"), fallback=True)
"""Chosen by LANGUAGE, LC_ALL, LC_MESSAGES and LANG; English where there is none."""

_ = CATALOGUE.gettext
ngettext = CATALOGUE.ngettext
