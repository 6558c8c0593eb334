"""The house's rules: short files, knowledge in sorted tables, no traces of a machine, others' files as they came."""

from __future__ import annotations

import ast
import hashlib
import re
import subprocess
from pathlib import Path

import pytest

from mahdar.lexicon import read_table
from mahdar.lexicon.table import write_sorted

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "mahdar"
MODULES = sorted(SOURCE.rglob("*.py"))
TABLES = sorted(SOURCE.rglob("*.tsv"))
LETTERS = "\u0621-\u064a"
AFFIX_LETTERS = set("وفبكلسايتنمه")      # words of these alone are affixes, not knowledge


def tracked() -> list[Path]:
    """The files of the repository, or of the folder where there's no git."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True)
    names = done.stdout.decode().split("\0") if done.returncode == 0 else []
    return [ROOT / n for n in names if n and (ROOT / n).is_file()]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_over_500_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 500


def literals(path: Path) -> list[tuple[int, str]]:
    """The string literals of a module that aren't docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef))
        and node.body and isinstance(node.body[0], ast.Expr)
    }
    strings = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    return [(n.lineno, n.value) for n in strings if id(n) not in docstrings]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_arabic_word_list_in_code(path: Path) -> None:
    if SOURCE / "arabic" in path.parents:
        return
    found = [
        (line, word)
        for line, value in literals(path)
        for word in re.findall(f"[{LETTERS}]{{3,}}", value)
        if not set(word) <= AFFIX_LETTERS
    ]
    assert len(found) <= 2, f"put these words in a table beside the rules: {found}"


@pytest.mark.parametrize("path", TABLES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_tables_are_sorted(path: Path) -> None:
    table = read_table(path)
    kept = [x for x in path.read_text(encoding="utf-8").split("\n") if x and not x.startswith("#")]
    assert kept == write_sorted(table).rstrip("\n").split("\n"), f"sort {path.name} by its first column (make tables)"


def test_no_traces_of_one_machine() -> None:
    hosts = "|".join(("py" + "pi", "python" + "hosted", "npm" + "js", "debian" + r"\.org"))
    folders = "|".join(("wo" + "rk", "fa" + "rm", "ro" + "ot", "o" + "pt", "ho" + "me", r"tmp/bash" + "_jobs"))
    trace = re.compile(rf"https?://[^ \"]*(?:{hosts})|(?:^|[^A-Za-z0-9_.~-])/(?:{folders})/|fi" + r"le://", re.M)
    found = []
    for path in tracked():
        data = path.read_bytes()
        if b"\0" not in data[:4096]:
            words = data.decode("utf-8", "replace")
            found += [f"{path.relative_to(ROOT)}: {m[0].strip()}" for m in trace.finditer(words)]
    assert not found


def test_requirements_are_pinned_and_hashed() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
        lines = [x for x in text.splitlines() if x.strip() and not x.startswith("#")]
        assert lines
        bad = [x[:60] for x in lines if not re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", x)]
        assert not bad


def test_others_files_are_as_they_came() -> None:
    vendor = SOURCE / "web" / "static" / "vendor"
    listed = {}
    for line in (vendor / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split(maxsplit=1)
        listed[name] = digest
    there = {p.name for p in vendor.iterdir()} - {"SHA256SUMS", "README.md"}
    assert there == set(listed)
    for name, digest in listed.items():
        assert hashlib.sha256((vendor / name).read_bytes()).hexdigest() == digest, name


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text and "END OF TERMS AND CONDITIONS" in text
