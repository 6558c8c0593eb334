"""Compiled modules: where `make fast` has compiled the rules, they are taken instead of the .py files they were made from.

They lie in the virtual environment, in a folder named by a hash of those files: once one of them is changed, all of them are read
as they are written, until they are compiled anew. MAHDAR_COMPILED=0 turns the compiled ones off.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

T = TypeVar("T")
HERE = Path(__file__).parent
HOME = Path(sys.prefix) / "mahdar-compiled"
#: the library that holds them all
GROUP = "mahdar_rules__mypyc"
#: what they are made from, and what they rely on
_SOURCES = ("arabic", "lexicon", "pages", "rules", "model.py", "compiled.py")
#: what begins the names of modules that may be compiled
_TAKEN = ("mahdar.arabic.", "mahdar.lexicon.", "mahdar.pages.", "mahdar.rules.")


def key() -> str:
    """A hash of the sources and of the Python they are compiled for."""
    from hashlib import blake2b

    digest = blake2b(EXTENSION_SUFFIXES[0].encode(), digest_size=8)
    for name in _SOURCES:
        for path in sorted((HERE / name).rglob("*.py")) or [HERE / name]:
            digest.update(path.relative_to(HERE).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Loader(ExtensionFileLoader):
    """Loads a compiled module, and lets it say that it lies where its source does: tables lie beside it."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        super().exec_module(module)
        if self.name != GROUP:
            module.__file__ = f"{HERE.joinpath(*self.name.split('.')[1:])}.py"


class Compiled:
    """Finds the compiled modules; finds nothing where they are made from other sources."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """Where the module is compiled, if it is."""
        if name != GROUP and not name.startswith(_TAKEN):
            return None
        if self.folder is None:
            self.folder = HOME / key()
        file = f"{self.folder.joinpath(*name.split('.'))}{EXTENSION_SUFFIXES[0]}"
        return spec_from_file_location(name, file, loader=Loader(name, file)) if os.path.exists(file) else None


def install() -> None:
    """Take compiled modules from now on, where there are any."""
    if os.environ.get("MAHDAR_COMPILED") != "0" and HOME.is_dir():
        sys.meta_path.insert(0, Compiled())


def replace(x: T, **changes: Any) -> T:
    """A copy of a struct with some fields changed: msgspec's, or the class compiled in its place."""
    from msgspec import Struct, structs

    if isinstance(x, Struct):
        return structs.replace(x, **changes)
    made: Any = type(x)
    return made(**{name: getattr(x, name) for name in made.__mypyc_attrs__} | changes)
