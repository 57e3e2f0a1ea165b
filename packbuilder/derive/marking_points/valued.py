"""Values in brackets behind each of several things that are to be stated: "the range of temperature (36–38 °C) and pulse (51–90 bpm)"."""

from __future__ import annotations

import re

from packbuilder.patterns import regex

_RECALLS = regex(r"(?:\w+ly )?(?:stat(?:e|ing)|giv(?:e|ing)|nam(?:e|ing)|identify(?:ing)?|list(?:ing)?|recall(?:ing)?)\b", re.IGNORECASE)
_VALUE = regex(r"\s*\((?P<value>[^()]*\d[^()]*)\)")
_BEFORE = regex(r"(?:,| and| or| for| of|:|^\w+(?=\s+the\b))\s+(?:the |an? )?(?P<name>(?:(?!(?:for|of|and|or)\b)[\w’'-]+ ?){1,4})$")
_RATIO = regex(rf"(?P<asked>{_RECALLS.pattern}[^()]*\bratio\b[^()]*?)\s*\((?P<value>\d+\s?:\s?\d+)\)$", re.IGNORECASE)
_SEVERAL = 2


_KNOWN = regex(r"(?:\w+ )?(?:knowledge|recall) of (?=the\b)", re.IGNORECASE)


def values_apart(body: str) -> tuple[str, tuple[str, ...]]:
    """Return what is to be stated without the values in its brackets, and each value with its name, or a ratio; a text with fewer than two as it is."""
    if ratio := _RATIO.match(body):
        return ratio["asked"], (ratio["value"],)
    body = _KNOWN.sub("State ", body) if _KNOWN.match(body) and len(_VALUE.findall(body)) >= _SEVERAL else body
    found = list(_VALUE.finditer(body)) if _RECALLS.match(body) and ": " not in body else []
    names = [_BEFORE.search(body[: each.start()]) for each in found]
    if len(found) < _SEVERAL or not all(names):
        return body, ()
    return _VALUE.sub("", body), tuple(f"{name['name']}: {each['value']}" for name, each in zip(names, found, strict=True) if name)
