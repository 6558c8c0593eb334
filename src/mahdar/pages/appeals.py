"""Lines in which a site calls on its reader to follow, subscribe, share or load: told by what they're made of, not by whole phrases."""

from __future__ import annotations

from .knowledge import words_of
from .media import named

_LONGEST = 20
_CALL, _MAYBE = words_of("call"), words_of("call-maybe")
_OWN, _KIND, _NETWORK = words_of("offer"), words_of("offer-kind"), words_of("network")
_ASKS, _OF, _THIS = words_of("asks"), words_of("of-page"), words_of("this")
_ON, _DONT = words_of("on"), words_of("dont")


def appeals(words: list[str], text: str, *, prose: bool) -> bool:
    """Does a line ask its reader to follow, subscribe or load: a call first, then what the site has to offer or a network; or name
    a site "on Facebook"? Running text must hold more of it, and where the first word may be a verb in the past nothing less than a network.

    >>> appeals(["تابع", "المدار", "علي", "تويتر"], "تابع «المدار» على تويتر", prose=False)
    True
    >>> appeals(["تابع", "الوزير", "اخبار", "بلاده"], "تابع الوزير أخبار بلاده", prose=False)
    False
    """
    n = len(words)
    if n > 1 and words[0] == "لا" and words[1] in _DONT:  # "لا تنس الاشتراك في قناتنا"
        return any(w in _OWN or w in _NETWORK for w in words)
    if not 2 <= n <= _LONGEST:
        return False
    if n <= 9 and words[0] in _ASKS and text.rstrip()[-1:] in "؟?" and (of := _OF & set(words)):  # "هل كان هذا المقال مفيدا؟"
        return len(of) > 1 or bool(_THIS & set(words)) or n < 4
    sure = words[0] in _CALL
    if not sure and words[0] not in _MAYBE:
        return not prose and n <= 8 and _on_network(words, text)
    if text.rstrip()[-1:] in "؟?" and words[0] not in ("هل",):
        return False
    own = sum(w in _OWN or w[:1] in "وبل" and w[1:] in _OWN for w in words[1:])
    networks = sum(w in _NETWORK for w in words[1:])
    kind = sum(w in _KIND or w[:1] in "بل" and w[1:] in _KIND for w in words[1:])
    if words[0] == "هل":
        return own > 0 and own + networks + kind > 1
    if not sure:
        return not prose and (networks > 0 and any(w in _ON for w in words[1:]) and n <= 10 or own > 0)
    if prose:
        return own + networks + kind > 2 and own + networks > 0
    return own + networks > 0 or kind > (0 if n <= 6 else 1)


def _on_network(words: list[str], text: str) -> bool:
    """Is a line a site's name "on" a network and nothing else: "المدار على فيسبوك"?"""
    at = next((k for k, w in enumerate(words) if w in _ON and k), None)
    if at is None or at + 1 >= len(words) or not all(w in _NETWORK or len(w) < 4 for w in words[at + 1 :]):
        return False
    raw = text.split()
    return at <= 4 and named(" ".join(raw[:at])) is not None
