"""The forms a row's words take: nationality adjectives in every gender and number, titles with and without ال.

A tag says gender (m, f), number (s, d, p) and definiteness (+ with ال, -): "fs+" is feminine, singular, definite.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..arabic.letters import fold

_ENDINGS = (
    ("", "ms"),
    ("ه", "fs"),
    ("ان", "md"),
    ("ين", "mp"),
    ("ون", "mp"),
    ("ات", "fp"),
    ("تان", "fd"),
    ("تين", "fd"),
    ("ا", "ms"),  # accusative
)


def definite(words: list[str]) -> list[str]:
    """The words, each with ال.

    >>> definite(["كوري", "شمالي"])
    ['الكوري', 'الشمالي']
    """
    return [w if w.startswith("ال") else "ال" + w for w in words]


def nationality(adjective: str) -> Iterator[tuple[str, str]]:
    """Every folded form of a masculine singular adjective, with its tag; all words of it agree.

    >>> dict(nationality("روسي"))["الروسيه"], dict(nationality("كوري شمالي"))["الكوريين الشماليين"]
    ('fs+', 'mp+')
    """
    words = fold(adjective).split()
    for ending, tag in _ENDINGS:
        form = [w + ending for w in words]
        yield " ".join(form), tag + "-"
        yield " ".join("ال" + w for w in form), tag + "+"  # ألماني too begins with the letters ال


def title(form: str, tag: str) -> Iterator[tuple[str, str]]:
    """A title's folded forms: as written, and with ال on the first word, on all, or on the last alone.

    >>> [f for f, _ in title("أمين عام", "ms")]
    ['امين عام', 'الامين عام', 'الامين العام', 'امين العام']
    """
    words = fold(form).split()
    if words[0].startswith("ال") and len(words[0]) > 4:
        yield " ".join(words), tag + "+"
        return
    yield " ".join(words), tag + ("+" if len(words) > 1 and words[-1].startswith("ال") else "-")
    yield " ".join([*definite(words[:1]), *words[1:]]), tag + "+"
    if len(words) > 1:
        yield " ".join(definite(words)), tag + "+"
        if not words[-1].startswith("ال"):
            yield " ".join([*words[:-1], *definite(words[-1:])]), tag + "+"


def organ(form: str, tag: str) -> Iterator[tuple[str, str]]:
    """A body's noun as a title is, and with the alef of an indefinite accusative (وفدا, جيشا).

    >>> [f for f, _ in organ("وفد", "ms")]
    ['وفد', 'الوفد', 'وفدا']
    """
    yield from title(form, tag)
    word = fold(form)
    if tag == "ms" and " " not in word and not word.endswith(("ا", "ه", "ء", "ي")):
        yield word + "ا", tag + "-"


def declined(plural: str) -> Iterator[tuple[str, str]]:
    """A sound plural before its owner (متمردو, متمردي; the tag's last letter is c), a broken one as an accusative (جنودا).

    >>> [f for f, _ in declined("متمردون")], list(declined("جنود"))
    (['متمردو', 'متمردي'], [('جنودا', 'mp-')])
    """
    word = fold(plural)
    if " " in word:
        return
    if word.endswith("ون"):
        yield word[:-1], "mpc"
        yield word[:-2] + "ي", "mpc"
    elif not word.endswith(("ا", "ه", "ء", "ي", "ين")):
        yield word + "ا", "mp-"


def plural_number(form: str) -> str:
    """The number a written dual or plural title has: d where it ends as a nominative dual, else p.

    >>> plural_number("وزيرا"), plural_number("وزراء")
    ('d', 'p')
    """
    first = fold(form).split()[0]
    return "d" if first.endswith(("ا", "ان")) or (first.endswith("ي") and not first.endswith("يي")) else "p"
