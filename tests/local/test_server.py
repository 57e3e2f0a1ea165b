"""Where the local page listens, and how it says that it cannot."""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import httpx2
import pytest
from click.testing import CliRunner

from packbuilder.cli.main import group
from packbuilder.local import choices
from packbuilder.local.server import OpenToNetworkError, PortTakenError, is_loopback, opened
from tests.browser.serving import serving
from tests.cli.test_whole_way import run
from tests.local.asking import PAGE, write_notes


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("127.0.0.1", True),
        ("127.8.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("school.example", False),
        ("", False),
    ],
)
def test_which_hosts_are_this_machine_alone(host: str, own: bool) -> None:
    assert is_loopback(host) is own


def test_this_machine_is_where_it_listens() -> None:
    listening, address = opened("localhost", 0, network=False)
    with listening:
        assert listening.getsockname() == ("127.0.0.1", address.port)
        assert address.url == f"http://127.0.0.1:{address.port}/"
        assert not address.network


@pytest.mark.parametrize("host", ["0.0.0.0", "10.1.2.3", "::", ""])
def test_other_hosts_are_refused_without_a_word_that_they_are_meant(host: str) -> None:
    with pytest.raises(OpenToNetworkError, match="everybody in the network"):
        opened(host, 0, network=False)


def test_with_that_word_the_network_is_let_in() -> None:
    listening, address = opened("0.0.0.0", 0, network=True)
    with listening:
        assert address.network and address.url.startswith("http://127.0.0.1:")


def test_allowing_the_network_alone_changes_nothing() -> None:
    listening, address = opened("127.0.0.1", 0, network=True)
    with listening:
        assert not address.network


def test_a_taken_port_is_one_clear_message(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match="another program uses it"):
            opened("127.0.0.1", port, network=False)
        done = run("serve", "--no-open", "--port", str(port), cwd=tmp_path)
    assert done.returncode == 1
    assert f"http://127.0.0.1:{port}/" in done.stderr and "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_host_that_is_none_is_one_clear_message(tmp_path: Path) -> None:
    done = run("serve", "--no-open", "--host", "no such host", "--allow-network", "--port", "0", cwd=tmp_path)
    assert done.returncode == 1 and "cannot listen" in done.stderr and "Traceback" not in done.stderr


def test_a_folder_that_is_not_there_is_a_slip_of_the_command_line() -> None:
    assert CliRunner().invoke(group, ["serve", "no-such-folder"]).exit_code == 2


def test_ctrl_c_stops_at_once_in_the_middle_of_work_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    write_notes(tmp_path)
    with serving(tmp_path) as served, httpx2.Client(base_url=served.url, timeout=60) as client:
        found = re.search(r'name="token" value="([^"]+)"', client.get("/").text)
        assert found
        much = {
            "token": found[1],
            "page": PAGE,
            "topic": "rates",
            "product": "worksheet",
            "kind": list(choices.KIND_NAMES),
            "versions": "26",
        }
        asking = Thread(target=lambda: suppressed(client, much), daemon=True)
        asking.start()
        time.sleep(1)
        start = time.monotonic()
        assert served.stop() == 0
        assert time.monotonic() - start < 8
        assert served.process.stdout is not None
        assert served.process.stdout.read() == "Stopped.\n"
    assert not list(tmp_path.rglob("manifest.json")) or len(list(tmp_path.rglob("*.pdf"))) > 26


def suppressed(client: httpx2.Client, fields: dict[str, object]) -> None:
    with contextlib.suppress(httpx2.HTTPError):
        client.post("/pieces/make", data=fields)


def test_other_commands_do_not_load_the_server(tmp_path: Path) -> None:
    code = "import sys, packbuilder.cli.main, packbuilder.cli.serve, packbuilder.cli.topics; print([n for n in ('starlette', 'uvicorn', 'watchfiles', 'jinja2') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
