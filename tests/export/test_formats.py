"""Each format read back by a parser of its own field: it is what it says it is, and holds what people said."""

import csv
import io
import itertools
import json
import tomllib
import tracemalloc
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import docx
import html5lib
import jsonschema
import pytest
from gherkin.dialect import Dialect
from gherkin.parser import Parser
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from brasstacks.export import FORMATS, Audience, Options, as_text, chunks, preview
from brasstacks.export.documents import schema
from brasstacks.export.escape import one_line, visible
from brasstacks.export.tables import BOM, cell
from brasstacks.labels import labels
from brasstacks.session import Goal, GoalStatus, Session, Turn
from conversations import HOSTILE, NOON, a_session, concrete, sessions

BOTH = pytest.mark.parametrize("audience", Audience)


def of(name: str, *many: Session, audience: Audience = Audience.CLIENT) -> bytes:
    return b"".join(chunks(FORMATS[name], many, Options(audience)))


def russian() -> Session:
    """A small conversation in Russian."""
    turns = (
        Turn(id="t-1", question="Что изменится?", answer="культура вырастет"),
        Turn(id="t-2", question="Как это увидит посторонний?", answer="любой руководитель назовёт все проекты"),
    )
    criterion = concrete(
        statement="Любой руководитель называет все свои проекты",
        observable="называет проекты, не заглядывая в записи",
        threshold="все до одного",
        who="любой руководитель",
        when="до 1 марта",
        check="директор спрашивает троих по пятницам",
        baseline="сейчас вспоминают и гадают",
        why="о застрявших узнают поздно",
        from_turns=("t-2",),
    )
    draft = concrete("c-2", statement="Люди станут ответственнее", threshold="")
    goal = Goal(id="g-1", statement="Повысить культуру", turns=turns, criteria=(criterion, draft))
    session = a_session(
        "2026-11-22-завод", goal, Goal(id="g-2", statement="Отчёты под рукой", status=GoalStatus.PARKED)
    )
    header = session.session.model_copy(update={"language": "ru", "title": "Проекты на виду"})
    return session.model_copy(update={"session": header})


def hostile(text: str) -> Session:
    """A session in which a client says this everywhere."""
    turn = Turn(id="t-1", question=text, answer=text)
    criterion = concrete(statement=text, baseline=text, check=text, owner=text, from_turns=("t-1",))
    goal = Goal(id="g-1", statement=text, problem=text, turns=(turn,), criteria=(criterion,))
    session = a_session("x", goal, Goal(id="g-2", statement=text))
    header = session.session.model_copy(update={"title": text, "interviewer": text})
    return session.model_copy(update={"session": header})


KEYWORDS = ("Feature: x", "Scenario: x", "@tag", '"""', "| a | b |", "Examples:", "# language: no", "Given x", "* x")
TEXTS = pytest.mark.parametrize("text", [*HOSTILE, *KEYWORDS, "\x00\x0b\x1f\ufffe", "]]>", "<!--", "</style></script>"])


# ---------------------------------------------------------------- Markdown


@BOTH
def test_markdown_has_its_headings_in_the_language_of_the_conversation(audience: Audience) -> None:
    tokens = MarkdownIt("commonmark").parse(of("markdown", russian(), audience=audience).decode())
    heads = [after.content for token, after in itertools.pairwise(tokens) if token.type == "heading_open"]
    assert heads[:3] == ["Проекты на виду", "Критерии успеха", "Повысить культуру"]


@pytest.mark.parametrize("name", ["markdown", "html", "csv", "gherkin", "jsonl"])
def test_levels_in_place_of_a_threshold_are_printed(name: str) -> None:
    levels = {"fail": "nine in ten", "target": "all of them", "stretch": "all, unasked"}
    goal = Goal(id="g-1", statement="Order", criteria=(concrete(threshold="", levels=levels),))
    text = of(name, a_session("x", goal)).decode()
    assert [words in text for words in levels.values()] == [True] * 3


# ---------------------------------------------------------------- HTML


class Page(HTMLParser):
    """What a page consists of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str | None] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.links += [value for name, value in attrs if name in ("href", "src", "srcset", "data", "action")]

    def handle_data(self, data: str) -> None:
        self.text += data


def page(*many: Session, audience: Audience = Audience.CLIENT) -> Page:
    raw = of("html", *many, audience=audience).decode()
    # The parser of the standard, which forgives nothing here.
    html5lib.HTMLParser(strict=True).parse(raw)
    seen = Page()
    seen.feed(raw)
    return seen


@BOTH
def test_a_page_is_whole_and_carries_everything_with_it(audience: Audience) -> None:
    seen = page(russian(), audience=audience)
    assert {"svg", "article", "dl"} <= seen.tags
    assert not seen.tags & {"script", "link", "img", "iframe", "object", "form"}
    assert seen.links == []
    assert "Любой руководитель называет все свои проекты" in seen.text


@TEXTS
def test_what_people_say_is_no_part_of_a_page(text: str) -> None:
    plain, seen = page(hostile("word"), audience=Audience.INTERNAL), page(hostile(text), audience=Audience.INTERNAL)
    assert seen.tags <= plain.tags | {"br"}
    assert seen.attributes == plain.attributes
    assert visible(text).split("\n")[0].strip() in seen.text


def test_a_style_of_a_page_fetches_nothing() -> None:
    css = (files("brasstacks.export") / "report.css").read_text("utf-8")
    assert "url(" not in css
    assert "@import" not in css
    assert "prefers-color-scheme: dark" in css
    assert "@media print" in css


def test_the_level_of_each_answer_is_drawn() -> None:
    assert of("html", russian()).count(b"<circle") == 2


def test_a_goal_that_led_nowhere_is_not_drawn_for_its_client() -> None:
    goal = Goal(id="g-1", statement="Order", turns=(Turn(id="t-1", answer="well"),))
    assert b"<circle" not in of("html", a_session("x", goal))
    assert b"<circle" in of("html", a_session("x", goal), audience=Audience.INTERNAL)


@pytest.mark.parametrize(("problem", "times"), [("They ring", 1), ("They ring for their bay", 2)])
def test_a_goal_that_is_its_problem_is_told_once(problem: str, times: int) -> None:
    goal = Goal(id="g-1", statement="They ring", problem=problem, criteria=(concrete(),))
    assert of("markdown", a_session("x", goal)).decode().count("They ring") == times


# ---------------------------------------------------------------- CSV


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_a_table_has_a_row_a_criterion_and_says_which_are_open() -> None:
    table = rows(of("csv", russian()))
    assert [row["state"] for row in table] == ["criterion", "open"]
    assert table[0]["Summary"] == "Любой руководитель называет все свои проекты"
    assert "к какому сроку: до 1 марта" in table[0]["Description"]


def test_the_mark_of_utf8_stands_there_when_it_was_asked_for() -> None:
    assert of("csv-bom", russian()).startswith(BOM.encode())
    assert not of("csv", russian()).startswith(BOM.encode())
    assert rows(of("csv-bom", russian())) == rows(of("csv", russian()))


@pytest.mark.parametrize("text", ["=SUM(A1)", "+1", "-1+2", "@x", " =1", "\t=1", "＝1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text).startswith("'")
    for row in rows(of("csv", hostile(text))):
        assert not [value for value in row.values() if value.lstrip().startswith(("=", "+", "-", "@", "＝"))]


@given(st.text(max_size=40))
def test_a_table_holds_its_rows_whatever_is_said(text: str) -> None:
    table = rows(of("csv", hostile(text)))
    assert len(table) == 1
    assert table[0]["state"] == "criterion" or not text.strip()


@pytest.mark.parametrize("statement", ["every order, by name, " * 40, "first this\nthen that", "=" * 400])
def test_a_tracker_takes_every_row(statement: str) -> None:
    # Jira wants a summary in every row, on one line of less than 255 characters; and as many cells as there are heads.
    heads, *lines = csv.reader(io.StringIO(of("csv", hostile(statement), russian()).decode(), newline=""))
    assert heads[:2] == ["Summary", "Description"]
    assert {len(line) for line in lines} == {len(heads)}
    for line in lines:
        summary, description = line[:2]
        assert summary.isprintable()
        assert 0 < len(summary) < 255
        assert "…" not in summary or " ".join(statement.split()) in description
    assert " ".join(statement.split())[:200] in lines[0][0]


# ---------------------------------------------------------------- JSON and TOML


@given(sessions, st.sampled_from(Audience))
@settings(max_examples=40)
def test_any_session_is_json_by_the_schema_that_is_published(session: Session, audience: Audience) -> None:
    data = json.loads(of("json", session, audience=audience))
    jsonschema.Draft202012Validator(schema()).validate(data)
    assert data["audience"] == audience


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_a_schema_that_fits_everything_would_be_none() -> None:
    data = json.loads(of("json", russian()))
    data["sessions"][0]["session"]["goals"][0]["status"] = "lost"
    assert not jsonschema.Draft202012Validator(schema()).is_valid(data)


def test_json_says_which_criteria_count() -> None:
    one = json.loads(of("json", russian()))["sessions"][0]
    assert [row["id"] for row in one["criteria"]] == ["c-1"]
    assert [(row["id"], row["missing"]) for row in one["open"]] == [("c-2", ["threshold"])]


def test_no_session_at_all_is_json_too() -> None:
    assert json.loads(of("json"))["sessions"] == []


@given(sessions)
@settings(max_examples=40)
def test_toml_holds_the_criteria_alone(session: Session) -> None:
    data = tomllib.loads(of("toml", session, session).decode())
    assert len(data["sessions"]) == 2
    assert not [goal for one in data["sessions"] for goal in one.get("goals", []) if "turns" in goal]


# ---------------------------------------------------------------- Gherkin


def feature(*many: Session) -> dict[str, Any]:
    document = Parser().parse(of("gherkin", *many).decode())
    return dict(document["feature"] or {})


def scenarios(found: dict[str, Any]) -> list[dict[str, Any]]:
    rules = [child["rule"] for child in found["children"]]
    return [child["scenario"] for rule in rules for child in rule["children"]]


def test_a_feature_speaks_the_language_of_the_conversation() -> None:
    found = feature(russian())
    assert found["language"] == "ru"
    assert found["name"] == "Проекты на виду"
    steps = [step["text"] for step in scenarios(found)[0]["steps"]]
    assert steps[0] == "сейчас вспоминают и гадают"
    assert "сколько достаточно: все до одного" in steps


@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_the_keywords_are_those_of_gherkin(lang: str) -> None:
    words = tomllib.loads((files("brasstacks.export") / "gherkin.toml").read_text("utf-8"))[lang]
    dialect = Dialect.for_name(lang)
    assert dialect is not None
    assert words["feature"] in dialect.feature_keywords
    assert words["rule"] in dialect.rule_keywords
    assert words["scenario"] in dialect.scenario_keywords
    for name in ("given", "when", "then", "and"):
        assert f"{words[name]} " in getattr(dialect, f"{name}_keywords")


@TEXTS
def test_what_people_say_is_no_keyword(text: str) -> None:
    found = feature(hostile(text))
    assert found["name"] == one_line(text)
    only = scenarios(found)
    assert [one["name"] for one in only] == [one_line(text)]
    assert not [one for one in only if one["tags"] or one["examples"]]


@given(st.text(max_size=40))
def test_any_words_make_one_scenario(text: str) -> None:
    assert len(scenarios(feature(hostile(text)))) == 1


# ---------------------------------------------------------------- DOCX


@BOTH
def test_a_document_has_headings_tables_and_styles_of_words_own(audience: Audience) -> None:
    document = docx.Document(io.BytesIO(of("docx", russian(), audience=audience)))
    styles = {paragraph.style.name: paragraph.text for paragraph in document.paragraphs if paragraph.style}
    assert styles["Title"] == "Проекты на виду"
    assert {"Heading 1", "Heading 2", "Heading 3", "List Bullet"} <= styles.keys()
    cells = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
    assert cells["к какому сроку"] == "до 1 марта"


@TEXTS
def test_a_document_holds_any_words(text: str) -> None:
    document = docx.Document(io.BytesIO(of("docx", hostile(text))))
    assert visible(text).strip() in "\n".join(one.text for one in document.paragraphs)


# ---------------------------------------------------------------- rows of JSON


def test_each_line_is_a_row_of_the_same_columns() -> None:
    for name in ("jsonl", "jsonl-turns"):
        table = [json.loads(line) for line in of(name, russian(), russian()).decode().splitlines()]
        assert len({tuple(row) for row in table}) == 1
        assert len(table) in (2, 4)


def test_a_turn_of_ours_says_its_level() -> None:
    table = [
        json.loads(line) for line in of("jsonl-turns", russian(), audience=Audience.INTERNAL).decode().splitlines()
    ]
    assert [row["turn"] for row in table] == [1, 2]
    assert {row["level"] for row in table} <= {"vague", "partial", "concrete"}


@given(st.text(max_size=40))
def test_a_row_stays_on_its_line(text: str) -> None:
    raw = of("jsonl", hostile(text)).decode()
    assert raw.count("\n") == 1
    assert json.loads(raw)["summary"] == hostile(text).goals[0].criteria[0].statement


# ---------------------------------------------------------------- any session, many sessions


@given(sessions, st.sampled_from(sorted(FORMATS)), st.sampled_from(Audience))
@settings(max_examples=150)
def test_any_session_can_be_written_in_any_format(session: Session, name: str, audience: Audience) -> None:
    assert preview(FORMATS[name], (session,), Options(audience)) or name in ("jsonl", "jsonl-turns")


@pytest.mark.parametrize("name", ["csv", "json", "jsonl", "toml", "markdown"])
def test_a_thousand_sessions_need_no_more_memory_than_a_few(name: str) -> None:
    one = a_session("x", Goal(id="g-1", statement="word " * 2000, criteria=(concrete(),)))

    def many(count: int) -> Iterator[Session]:
        return (one.model_copy(update={"dismissed": (str(n),)}) for n in range(count))

    def peak(count: int) -> int:
        tracemalloc.start()
        for _piece in chunks(FORMATS[name], many(count), Options()):
            pass
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(20)
    # All of them at once would be ten megabytes.
    assert peak(1000) < peak(20) + 1_000_000


@pytest.mark.parametrize("name", [name for name, form in FORMATS.items() if form.joins])
def test_several_sessions_stand_in_one_file(name: str) -> None:
    second = russian().model_copy(update={"session": russian().session.model_copy(update={"title": "Второе"})})
    if name not in ("jsonl", "jsonl-turns", "csv", "csv-bom"):
        assert "Второе" in FORMATS[name].preview(of(name, russian(), second))
    else:
        assert len(of(name, russian(), second)) > len(of(name, russian()))


def test_labels_of_the_report_are_there_in_every_language() -> None:
    assert {labels(lang)["curve"] for lang in ("en", "ru", "it")}.__len__() == 3
    assert NOON.tzinfo is not None


READY = {"when": "from May", "check": "the log", "baseline": "nobody counts today", "why": "the bill"}
MARKED = ("markdown", "html", "docx", "csv", "csv-bom", "gherkin", "jsonl")


@BOTH
@pytest.mark.parametrize("name", MARKED)
@pytest.mark.parametrize("lang", ["en", "ru", "it"])
def test_a_draft_goes_out_as_a_draft_until_the_client_has_agreed(name: str, lang: str, audience: Audience) -> None:
    words = labels(lang)["to_confirm"]

    def page(**values: object) -> str:
        session = a_session("x", Goal(id="g-1", statement="Order", criteria=(concrete("c-1", **READY, **values),)))
        spoken = session.model_copy(update={"session": session.session.model_copy(update={"language": lang})})
        return preview(FORMATS[name], (spoken,), Options(audience))

    assert words in page()
    assert f"✓ {labels(lang)['contract_ready']}" not in page()
    assert words not in page(status="agreed")


@pytest.mark.parametrize("name", ["json", "toml"])
def test_data_tells_a_draft_by_its_status(name: str) -> None:
    goal = Goal(id="g-1", statement="Order", criteria=(concrete(**READY),))
    assert "draft" in of(name, a_session("x", goal)).decode()


def test_only_what_was_agreed_has_its_mark() -> None:
    def page(**values: object) -> str:
        goal = Goal(id="g-1", statement="Order", criteria=(concrete("c-1", **READY, **values),))
        return of("markdown", a_session("x", goal)).decode()

    assert "✓" not in page()
    assert "✓ ready for a contract" in page(status="agreed")


def test_the_heads_of_the_csv_are_words_without_signs() -> None:
    session = a_session("2026-11-22-acme", Goal(id="g-1", statement="Order", criteria=(concrete(),)))
    heads = next(csv.reader(as_text(FORMATS["csv"], session).removeprefix("\ufeff").splitlines()))
    assert "goal id" in heads
    assert all(head.replace(" ", "").isalpha() for head in heads)
