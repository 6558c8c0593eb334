"""Compiled modules give the same bytes as the sources, and never stand for sources that have changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from mahdar import compiled

ROOT = Path(__file__).resolve().parent.parent
TAKEN = "import sys; from mahdar.arabic.letters import fold; print('plain' if hasattr(fold, '__code__') else 'compiled', file=sys.stderr); "
READ = TAKEN + ("from mahdar.cli.main import main; sys.argv[1:] = ['read', 'examples/pages', '--format', 'jsonl', '--quiet']; main()")


def run(code: str, on: str) -> tuple[bytes, bytes]:
    """What the code prints with compiled modules on (1) or off (0): on standard output, on standard error."""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, env={**os.environ, "MAHDAR_COMPILED": on})
    return done.stdout, done.stderr.strip()


def test_compiled_rules_give_the_same_bytes() -> None:
    if not (compiled.HOME / compiled.key()).is_dir():
        pytest.skip("these sources aren't compiled: make fast")
    (compiled_out, how), (plain_out, other) = run(READ, "1"), run(READ, "0")
    assert (how, other) == (b"compiled", b"plain")
    assert compiled_out == plain_out != b""


def test_a_changed_source_is_read_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, home, name = tmp_path / "mahdar", tmp_path / "home", "mahdar.arabic.letters"
    shutil.copytree(compiled.HERE, here, ignore=lambda _, names: [n for n in names if "." in n and not n.endswith(".py")])
    monkeypatch.setattr(compiled, "HERE", here)
    monkeypatch.setattr(compiled, "HOME", home)
    library = home / compiled.key() / f"mahdar/arabic/letters{EXTENSION_SUFFIXES[0]}"
    library.parent.mkdir(parents=True)
    library.touch()
    found = compiled.Compiled().find_spec(name, None)
    assert found is not None and found.origin == str(library)
    assert compiled.Compiled().find_spec("mahdar.reading", None) is None
    for changed in ("rules/engine.py", "lexicon/lexicon.py", "model.py"):
        kept = (here / changed).read_bytes()
        (here / changed).write_bytes(kept + b"\n")
        assert compiled.Compiled().find_spec(name, None) is None
        (here / changed).write_bytes(kept)
    (here / "rules/fresh.py").touch()
    assert compiled.Compiled().find_spec(name, None) is None


def test_an_environment_variable_turns_compiled_modules_off() -> None:
    assert run(TAKEN, "0")[1] == b"plain"
