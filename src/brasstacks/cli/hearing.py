"""`read` and `follow`: what is heard in a text, and how a chain is going."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from brasstacks import chain as chains
from brasstacks import language
from brasstacks.cli import jsonl
from brasstacks.cli.chains import show_chain
from brasstacks.cli.common import bank_for, language_of, load, speak_utf8, told, workspace_of
from brasstacks.cli.faults import Failed, WrongUsage
from brasstacks.cli.page import Page
from brasstacks.cli.views import show_reading
from brasstacks.follow import Followed, follow
from brasstacks.language import Reading
from brasstacks.questions import Bank
from brasstacks.words import _

TEXT_SHAPE: dict[str, object] = {"id": (str, int), "text": str, "lang?": str, "question?": str}
CHAIN_SHAPE: dict[str, object] = {
    "id": (str, int),
    "lang?": str,
    "goal": str,
    "turns": [{"question": str, "answer": str}],
}


def read_texts(arguments: argparse.Namespace) -> None:
    """`brasstacks read`."""
    lang = language_of(arguments.lang)
    if arguments.jsonl:
        if arguments.text:
            raise WrongUsage(_("read: --jsonl reads standard input: leave the text out"))
        speak_utf8()
        _read_lines(sys.stdin.buffer, lang)
        return
    text = " ".join(arguments.text) if arguments.text else sys.stdin.read()
    reading = language.read(text.strip("\n"), lang=lang, question=arguments.question)
    if arguments.why:
        reading = replace(
            reading, contributions=language.weigh(reading.text, lang=reading.lang, question=arguments.question)
        )
    show_reading(Page(), reading)


def _read_lines(lines: Iterable[bytes], lang: str | None) -> None:
    for number, row in jsonl.objects(lines, TEXT_SHAPE):
        reading = language.read(
            row["text"],
            lang=_known(row.get("lang"), number) or lang,
            question=row.get("question") or "",
        )
        _print(reading_as_json(row["id"], reading))


def reading_as_json(row_id: str | int, reading: Reading) -> dict[str, Any]:
    """A reading as `read --jsonl` gives it."""
    return {
        "id": row_id,
        "lang": reading.lang,
        "level": reading.level,
        "score": round(reading.score, 4),
        "findings": [
            {
                "start": finding.span.start,
                "end": finding.span.end,
                "text": finding.text,
                "kind": finding.kind,
                "challenge": finding.challenge,
                "why": finding.why,
            }
            for finding in reading.findings
        ],
        "facets": {facet: [[span.start, span.end] for span in spans] for facet, spans in reading.facets.items()},
    }


def follow_chains(arguments: argparse.Namespace) -> None:
    """`brasstacks follow`."""
    lang = language_of(arguments.lang)
    named = arguments.file
    if named and not named.endswith(".jsonl"):
        if arguments.jsonl:
            raise WrongUsage(_("follow: --jsonl reads JSON lines: name a .jsonl file, or leave it out"))
        _follow_session(arguments, named)
        return
    if arguments.jsonl:
        speak_utf8()
    if not named:
        _follow_lines(sys.stdin.buffer, lang, arguments)
        return
    with told(), Path(named).open("rb") as lines:
        _follow_lines(lines, lang, arguments)


def _follow_lines(lines: Iterable[bytes], lang: str | None, arguments: argparse.Namespace) -> None:
    there = workspace_of(arguments)

    @cache
    def bank(language: str) -> Bank:
        return bank_for(there, arguments.bank, language)

    page = None if arguments.jsonl else Page()
    for number, row in jsonl.objects(lines, CHAIN_SHAPE):
        asked = [chains.Asked(turn["question"], turn["answer"]) for turn in row["turns"]]
        chosen = _known(row.get("lang"), number) or lang or _language_of_chain(row["goal"], asked)
        heard = chains.hear(row["goal"], asked, lang=chosen, extra=bank(chosen).lexicon.as_extra())
        if page is None:
            _print(followed_as_json(row["id"], follow(heard, bank(chosen))))
        else:
            show_chain(page, row["goal"], heard, bank(chosen))


def _language_of_chain(goal: str, turns: Iterable[chains.Asked]) -> str:
    """Of the whole conversation: one short answer says little of its language."""
    return language.detect("\n".join([goal, *(part for turn in turns for part in (turn.question, turn.answer))]))


def followed_as_json(row_id: str | int, followed: Followed) -> dict[str, Any]:
    """A judged chain as `follow --jsonl` gives it."""
    drift = followed.drift
    return {
        "id": row_id,
        "verdict": drift.verdict,
        "noticed_at": drift.noticed_at,
        "after_each_turn": drift.after_each_turn,
        "evidence": drift.evidence,
        "cause": drift.cause,
        "suggestions": [
            {"text": one.text, "asks_for": one.asks_for, "about": one.about, "because": one.because}
            for one in followed.suggestions
        ],
    }


def _follow_session(arguments: argparse.Namespace, named: str) -> None:
    session = load(arguments, named).session
    bank = bank_for(workspace_of(arguments), arguments.bank or session.session.bank, session.session.language)
    page = Page()
    for goal in session.goals:
        show_chain(page, goal.statement, chains.of_goal(session, goal, extra=bank.lexicon.as_extra()), bank)


def _known(lang: str | None, number: int) -> str | None:
    if lang is not None and lang not in language.languages():
        raise Failed(
            _('line {number}: "lang" is "{lang}"; there are: {known}').format(
                number=number, lang=lang, known=", ".join(language.languages())
            )
        )
    return lang


def _print(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
