"""Asking the local page as a browser would."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from starlette.testclient import TestClient

from packbuilder.local.application import application
from packbuilder.local.guard import Address

PAGE = "a" * 22
HOST = "http://127.0.0.1:8765"

NOTES = """---
id: rates
title: {title}
subject: Chemistry
language: {language}
---
Topic Synopsis
Particles react when they collide with enough energy. A catalyst lowers that energy.
Key Concepts & Core Principles
- Catalyst: A substance that speeds up a reaction and is not used up.
- Activation energy: The least energy with which particles react.
- Collision theory: The idea that particles must meet with enough energy to react.
- Concentration: The amount of a substance dissolved in a volume of solution.
- Surface area: The part of a solid that other particles can reach.
- Rate: How fast a product forms or a reactant is used up.
Common Misconceptions & Mistakes to Avoid
- A catalyst is used up. It is not used up, and can be used again.
Examiner Marking Points
- Explain why a higher temperature increases the rate of a reaction.
- Describe how to measure the volume of a gas that a reaction gives off.
- State what is meant by activation energy.
"""


def write_notes(
    folder: Path, *, title: str = "Rates of reaction", language: str = "en-GB", name: str = "rates.txt", more: str = ""
) -> Path:
    """Write a topic's notes and return the file."""
    path = folder / name
    path.write_text(NOTES.format(title=title, language=language) + more, encoding="utf-8")
    return path


@contextmanager
def open_page(folder: Path) -> Iterator[TestClient]:
    """Give a client of the local page over a folder."""
    with TestClient(application(folder, Address(port=8765)), base_url=HOST, follow_redirects=False) as client:
        yield client


def token_of(client: TestClient) -> str:
    """Return the token that stands in the page's form, which is asked for once."""
    if "token" not in client.app_state:
        found = re.search(r'name="token" value="([^"]+)"', client.get("/").text)
        assert found
        client.app_state["token"] = found[1]
    return str(client.app_state["token"])


def post(client: TestClient, path: str, fields: dict[str, object], *, token: str | None = None, **headers: str) -> object:
    """Send a form with its token, as our own page does."""
    sent = {"token": token_of(client) if token is None else token, "page": PAGE, **fields}
    usual = {"content-type": "application/x-www-form-urlencoded", "origin": HOST, "sec-fetch-site": "same-origin"}
    return client.post(path, content=urlencode(sent, doseq=True), headers={**usual, **headers})
