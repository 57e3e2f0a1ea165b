"""Reading requests: a form's fields, bounded in size and time, and only with the token that our own pages hold."""

from __future__ import annotations

import asyncio
import re
from hmac import compare_digest
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from packbuilder.patterns import regex

LARGEST_BODY = 512 * 1024
"""Bytes of a form: five thousand topics with long names."""

_MOST_FIELDS = 6000
_PATIENCE = 10.0
"""Seconds for a form to arrive; it comes from this machine."""

_PAGE = regex(r"[A-Za-z0-9_-]{16,64}", re.ASCII)

Fields = list[tuple[str, str]]


async def posted(request: Request, token: str) -> Fields:
    """Return the fields of a form. Raises an `HTTPException` for what is too large, too slow, no form, or without our token."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise HTTPException(415, "This is not a form of this page.")
    try:
        fields = parse_qsl((await _body(request)).decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS, errors="strict")
    except ValueError as failure:
        raise HTTPException(400, "This form cannot be read.") from failure
    if not compare_digest(dict(fields).get("token", "").encode(), token.encode()):
        raise HTTPException(403, "This page is from before packbuilder was started anew. Load it again, and go on.")
    return fields


async def _body(request: Request) -> bytes:
    data = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE):
            async for chunk in request.stream():
                data += chunk
                if len(data) > LARGEST_BODY:
                    raise HTTPException(413, "This form is too large.")
    except TimeoutError as failure:
        raise HTTPException(408, "This form did not arrive in time.") from failure
    return bytes(data)


def page_id(text: str) -> str:
    """Return a page's id. Raises an `HTTPException` for what cannot be one."""
    if not _PAGE.fullmatch(text):
        raise HTTPException(400, "This form cannot be read.")
    return text
