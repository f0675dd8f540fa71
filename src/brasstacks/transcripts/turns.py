"""JSON of turns, as the services of transcription give it: a list of objects with a speaker and a text, under some name."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from brasstacks.transcripts.decode import Unreadable
from brasstacks.transcripts.talk import Fragment, Unread
from brasstacks.words import _

_LISTS = (
    "turns",
    "segments",
    "utterances",
    "sentences",
    "transcript",
    "transcription",
    "monologues",
    "messages",
    "results",
    "data",
)
_SPEAKERS = (
    "speaker",
    "speaker_name",
    "speakerName",
    "name",
    "role",
    "participant",
    "author",
    "speaker_label",
    "speaker_id",
)
_TEXTS = ("text", "content", "sentence", "utterance", "raw_text", "transcript", "message", "words")
_STARTS = ("start", "start_time", "startTime", "begin", "offset", "time")
_ENDS = ("end", "end_time", "endTime")
_MILLISECONDS = 36_000
"""A time above ten hours of seconds is one of milliseconds."""


def parse(text: str, tell: Callable[[int], None]) -> tuple[list[Fragment], list[Unread]]:
    """The pieces of talk, numbered from 1, and those that are none.

    Raises:
        Unreadable: not JSON, or there is no list of turns in it.
    """
    try:
        rows = _rows(json.loads(text))
    except (json.JSONDecodeError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            words = _("line {number}: not JSON: export it anew")
            raise Unreadable(words.format(number=error.lineno)) from error
        raise Unreadable(_("not JSON: export it anew")) from error
    fragments: list[Fragment] = []
    unread: list[Unread] = []
    for number, row in enumerate(rows, 1):
        tell(number)
        found = list(_fragments(number, row)) if isinstance(row, Mapping) else []
        if found:
            fragments += found
        elif row:
            unread.append(Unread(number, json.dumps(row, ensure_ascii=False)))
    return fragments, unread


def _rows(data: Any) -> list[Any]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(data, list):
        return data
    if isinstance(data, Mapping):
        for name in _LISTS:
            if name in data:
                return _rows(data[name])
    raise Unreadable(_("no list of turns in it: write {form}").format(form='[{"speaker": "…", "text": "…"}, …]'))


def _fragments(number: int, row: Mapping[str, Any]) -> list[Fragment]:
    if isinstance(row.get("question"), str) or isinstance(row.get("answer"), str):
        pair = (("interviewer", row.get("question")), ("client", row.get("answer")))
        return [Fragment(number, who, text.strip()) for who, text in pair if isinstance(text, str) and text.strip()]
    text = next((row[name] for name in _TEXTS if isinstance(row.get(name), str)), "")
    speaker = next((row[name] for name in _SPEAKERS if isinstance(row.get(name), (str, int))), "")
    if not text.strip():
        return []
    named = " ".join(str(speaker).split())
    # Some services number their speakers.
    shown = _("Speaker {number}").format(number=named) if named.isdigit() else named
    return [Fragment(number, shown, text.strip(), _time(row, _STARTS), _time(row, _ENDS))]


def _time(row: Mapping[str, Any], names: tuple[str, ...]) -> float | None:
    value = next((row[name] for name in names if name in row), None)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value / 1000 if value > _MILLISECONDS else float(value)
