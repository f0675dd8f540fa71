"""Each export opened by a program of its own field: `make check-exports`. What is not installed is skipped, and said.

Writes what was made, pages as pictures among them, into the folder named, so that a person can look at it.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from brasstacks.export import FORMATS, Audience, Options, chunks
from brasstacks.export.documents import schema
from brasstacks.storage import files

ROOT = Path(__file__).parents[1]
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
WIDE = "1000,2400"


def found(*names: str) -> str | None:
    """The first of some programs that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def run(*command: str | Path, **kwargs: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, timeout=180, check=True, **kwargs)  # type: ignore[call-overload,no-any-return]


def write(folder: Path) -> Path:
    """Every format for both audiences, from the sample sessions in Russian."""
    source = next(
        path for path in sorted((ROOT / "sessions").glob("*.toml")) if files.load(path).session.session.language == "ru"
    )
    session = files.load(source).session
    for form in FORMATS.values():
        for audience in Audience:
            raw = b"".join(chunks(form, (session,), Options(audience)))
            (folder / f"{form.name}-{audience}{form.suffix}").write_bytes(raw)
    (folder / "schema.json").write_text(json.dumps(schema()))
    return source


def pages(folder: Path) -> Iterator[str]:
    """The HTML page in Chromium: light, dark, and as it is printed."""
    chromium = found(*CHROMIUM)
    if chromium is None:
        yield "- html: no Chromium here"
        return
    base = (chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--enable-logging=stderr")
    for page in sorted(folder.glob("html-*.html")):
        for name, dark in (("light", ()), ("dark", ("--blink-settings=preferredColorScheme=0",))):
            picture = folder / f"{page.stem}-{name}.png"
            said = run(*base, *dark, f"--window-size={WIDE}", f"--screenshot={picture}", page.as_uri()).stderr
            assert "CONSOLE" not in said, said
            assert picture.stat().st_size > 20_000
        printed = folder / f"{page.stem}.pdf"
        run(*base, "--no-pdf-header-footer", f"--print-to-pdf={printed}", page.as_uri())
        assert printed.read_bytes().startswith(b"%PDF")
        yield f"✓ {page.name}: light, dark and print in {Path(chromium).name}"


def office(folder: Path) -> Iterator[str]:
    """The Word document and the table in LibreOffice."""
    soffice = found("soffice", "libreoffice")
    if soffice is None:
        yield "- docx, csv: no LibreOffice here"
        return
    with tempfile.TemporaryDirectory() as profile:
        base = (soffice, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to")
        for path in sorted(folder.glob("docx-*.docx")):
            run(*base, "txt:Text", "--outdir", folder, path)
            text = path.with_suffix(".txt").read_text("utf-8-sig")
            assert "Критерии успеха" in text
            run(*base, "pdf", "--outdir", folder, path)
            yield f"✓ {path.name}: {len(text)} characters read, printed by LibreOffice"


def others(folder: Path) -> Iterator[str]:
    """What other programs make of the data."""
    if jq := found("jq"):
        run(jq, "-e", ".sessions[0].criteria | length > 0", folder / "json-client.json")
        run(jq, "-e", 'has("summary")', folder / "jsonl-client.jsonl")
        yield "✓ json, jsonl: read by jq"
    else:
        yield "- json: no jq here"
    if sqlite := found("sqlite3"):
        count = run(
            sqlite,
            ":memory:",
            "-cmd",
            ".mode csv",
            f".import {folder / 'csv-client.csv'} t",
            "select count(*) from t where state='criterion'",
        ).stdout
        assert int(count) > 0
        yield f"✓ csv: {count.strip()} criteria read by sqlite3"
    else:
        yield "- csv: no sqlite3 here"


def main(arguments: Sequence[str]) -> None:
    folder = Path(arguments[0]).absolute() if arguments else Path(tempfile.mkdtemp(prefix="brasstacks-exports-"))
    folder.mkdir(parents=True, exist_ok=True)
    source = write(folder)
    print(f"{source.name} -> {folder}")  # noqa: T201 - for the person who runs it
    for check in (pages, office, others):
        for line in check(folder):
            print(line)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
