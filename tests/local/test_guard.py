"""Who may use the local page."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from h11 import LocalProtocolError
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from packbuilder.local.guard import POLICY, Address, Guard, objection
from packbuilder.local.requests import LARGEST_BODY
from tests.local.asking import HOST, open_page, post, token_of, write_notes

WISH = {"topic": ["rates"], "product": "worksheet", "kind": ["cloze"]}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("notes")
    write_notes(folder)
    with open_page(folder) as opened:
        yield opened


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8765", "127.0.0.1:80", "127.0.0.1", "", "10.0.0.7:8765", "127.0.0.1.evil.example:8765"]
)
def test_other_hosts_are_refused_so_that_no_name_can_be_rebound(client: TestClient, host: str) -> None:
    for answer in (client.get("/", headers={"host": host}), client.post("/make", headers={"host": host, "origin": f"http://{host}"})):
        assert answer.status_code == 403
        assert "token" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "LOCALHOST:8765", "[::1]:8765"])
def test_the_pages_own_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


def test_the_network_may_come_by_address_but_not_by_a_strange_name() -> None:
    address = Address(port=80, names=("classroom",), network=True)
    assert address.owns("10.0.0.7") and address.owns("classroom:80") and address.owns("[fe80::1]:80")
    assert not address.owns("evil.example") and not address.owns("10.0.0.7:81") and not address.owns("")


@pytest.mark.parametrize("path", ["/make", "/start", "/", "/pieces/make", "/pieces/offer", "/pieces/folder"])
@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "http://127.0.0.1:9999", "sec-fetch-site": "same-site"},
        {"origin": HOST, "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "https://127.0.0.1:8765"},
    ],
)
def test_other_sites_change_nothing_even_with_the_token(client: TestClient, path: str, headers: dict[str, str]) -> None:
    sent = {"content-type": "application/x-www-form-urlencoded", **headers}
    assert client.post(path, content=f"token={token_of(client)}&page={'a' * 22}", headers=sent).status_code == 403


def test_a_sandboxed_frame_without_fetch_metadata_is_refused(client: TestClient) -> None:
    sent = {"content-type": "application/x-www-form-urlencoded", "origin": "null"}
    assert client.post("/make", content=f"token={token_of(client)}", headers=sent).status_code == 403


@pytest.mark.parametrize("path", ["/make", "/start", "/", "/pieces/make", "/pieces/offer", "/pieces/folder"])
@pytest.mark.parametrize("token", ["", "x", "é"])
def test_no_form_does_anything_without_the_token(client: TestClient, path: str, token: str, tmp_path: Path) -> None:
    answer = post(client, path, WISH, token=token)
    assert answer.status_code == 403
    assert "Load it again" in answer.text


def test_a_plain_form_under_no_referrer_is_ours(client: TestClient) -> None:
    answer = post(client, "/make", WISH, origin="null")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/?page={'a' * 22}#result")


def test_other_sites_read_nothing_but_may_link_here(client: TestClient) -> None:
    cross = {"sec-fetch-site": "cross-site"}
    for path in ("/", "/news?page=aaaaaaaaaaaaaaaaaaaaaa", "/static/page.js", "/pieces/result?page=aaaaaaaaaaaaaaaaaaaaaa"):
        assert client.get(path, headers={**cross, "sec-fetch-mode": "no-cors"}).status_code == 403
    assert client.get("/", headers={**cross, "sec-fetch-mode": "navigate"}).status_code == 200


def test_every_answer_has_its_headers_refusals_too(client: TestClient) -> None:
    for answer in (
        client.get("/"),
        client.get("/none"),
        client.get("/", headers={"host": "evil"}),
        client.get("/static/style.css"),
        client.put("/"),
    ):
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert not {name for name in answer.headers if name.startswith("access-control")}


def test_large_strange_and_broken_bodies_are_refused(client: TestClient) -> None:
    token = token_of(client)
    assert post(client, "/make", {**WISH, "title": "x" * LARGEST_BODY}).status_code == 413
    assert post(client, "/make", {f"f{n}": "1" for n in range(7000)}).status_code == 400
    assert client.post("/make", json={"token": token}).status_code == 415
    assert client.post("/make", files={"topic": b"x"}, data={"token": token}).status_code == 415
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/make", content=f"token={token}&title=%ff", headers=headers).status_code == 400
    assert client.post("/make", content=(chunk for chunk in [b"a" * 65536] * 12), headers=headers).status_code == 413
    assert post(client, "/make", {**WISH, "page": "../../etc"}).status_code == 400


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client: TestClient, method: str) -> None:
    assert client.request(method, "/make").status_code in (403, 405)


def test_reading_needs_no_origin() -> None:
    assert objection(Address(port=8765), "GET", Headers({"host": "127.0.0.1:8765"})) == ""


def test_sockets_are_not_spoken(client: TestClient) -> None:
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/news"):
        pass


def test_who_sends_what_is_no_http_gets_no_second_answer() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("x")(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def over(message: Message) -> None:
        raise LocalProtocolError(message["type"])

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"127.0.0.1:80")]}
    asyncio.run(Guard(app, Address(port=80))(scope, receive, over))
