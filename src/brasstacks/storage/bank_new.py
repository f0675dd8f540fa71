"""A new bank: a skeleton with a comment at each place, and nothing in it that `check` would complain of."""

from pathlib import Path

from brasstacks.identity import core_bank
from brasstacks.storage import atomic
from brasstacks.storage.banks import Banks
from brasstacks.storage.naming import slug
from brasstacks.storage.workspace import Workspace
from brasstacks.words import _

_SKELETON = """\
# A question bank of your own. It adds to the bank that it extends; an entry with the id of one there stands in for it.
# Check it after each change with: brasstacks bank check {id}
id = "{id}"                # also the file's name
language = "{lang}"
title = "{title}"
extends = [{extends}]

# The first question under a goal. client: "first", "returning" or "any".
# [[openers]]
# id = "what-will-differ"
# text = "…?"
# client = "any"

# A question: what it asks for, and when it serves. {{term}} stands for the client's own word; at most 12 words with it.
# asks_for: who, observable, threshold, when, check, baseline, why,
#           term, problem, outcome, unit, last_instance, cost, counter_test, read_back
# [[probes]]
# id = "where-it-shows"
# text = '{quoted}: …?'
# asks_for = "observable"
# for_kinds = ["buzzword"]   # kinds of finding that it answers; without: any
# for_words = ["…"]          # the client's words that call for it: the more particular, the sooner it is chosen

# What else a bank can hold, each with an id of its own:
# [[returns]]       text                                         a way back to the last instance
# [[referrals]]     title, say, text                             an ending "too early"; {{client}} and {{goal}} in the text
# [[risks]]         title, raise, offers                         a fear of the client's, how to say it, what you offer
# [[expectations]]  title, ask, promise                          what a client expects of any service
# [[cards]]         title, words, say, read, not_true_when, source   a calm answer to a hard question

# Words of your trade, as people say them.
[lexicon]
vague = []                 # to be challenged
roles = []                 # who somebody is
artefacts = []             # what can be looked at
observable_verbs = []      # what people can be seen to do
"""


def new(name: str, lang: str, workspace: Workspace) -> Path:
    """Write the skeleton of a bank into the workspace.

    Args:
        name: what the bank is called, such as `logistics`.
        lang: the language of its questions, two or three small letters.
        workspace: with its folder for banks.

    Raises:
        ValueError: no bank can have that name or language.
        FileExistsError: there is one of that name; it stays as it is.
        OSError: the disk refused.
    """
    if not (lang.isascii() and lang.isalpha() and lang.islower() and len(lang) in (2, 3)):
        raise ValueError(_("{lang}: no such language: two or three small letters, such as en").format(lang=lang))
    bank_id = f"{slug(name)}.{lang}"
    path = workspace.banks_dir / f"{bank_id}.toml"
    if path.exists():
        raise FileExistsError(_("{path}: there is a bank of this name already: choose another").format(path=path))
    core = core_bank(lang)
    extends = f'"{core}"' if core in Banks(workspace).paths() else ""
    title = "".join(char for char in name if char.isprintable()).replace("\\", "\\\\").replace('"', '\\"')
    quoted = '"{term}"' if lang == "en" else "«{term}»"
    text = _SKELETON.format(id=bank_id, quoted=quoted, lang=lang, title=title or bank_id, extends=extends)
    atomic.write(path, text.encode("utf-8", "replace"))
    return path
