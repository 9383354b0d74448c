"""`rashomon serve`: what it refuses with a sentence, and that it answers."""

import socket
import urllib.request
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.serving import serving


def test_no_workspace_is_said(call: Call, tmp_path: Path) -> None:
    done = call("serve", "-w", str(tmp_path / "none.db"))
    assert (done.code, done.out) == (2, "")
    assert "There is no workspace at" in done.err
    assert list(tmp_path.iterdir()) == []


def test_an_empty_workspace_can_be_begun(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with serving(path, "--new") as address, urllib.request.urlopen(address, timeout=60) as answer:
        assert b"0 incidents" in answer.read()
    with serving(path, "--new"):
        assert path.exists()


def test_a_port_in_use_is_said(call: Call) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = call("serve", "--port", str(port))
    assert done.code == 2
    assert f"Port {port} is in use on 127.0.0.1. Name another one with --port." in done.err


@pytest.mark.parametrize("given", [[], ["--open-to-others"], ["--password-file", "secret.txt"]])
def test_another_address_needs_the_flag_and_the_password(call: Call, given: list[str]) -> None:
    done = call("serve", "--host", "0.0.0.0", *given)
    assert done.code == 2
    assert "0.0.0.0 can be reached from other machines. Add --open-to-others and --password-file FILE" in done.err


@pytest.mark.parametrize(("content", "said"), [(None, "can't be read"), ("short\n", "has 5 characters"), ("", "has 0")])
def test_a_password_must_be_one(call: Call, tmp_path: Path, content: str | None, said: str) -> None:
    file = tmp_path / "secret.txt"
    if content is not None:
        file.write_text(content)
    done = call("serve", "--host", "0.0.0.0", "--open-to-others", "--password-file", str(file))
    assert done.code == 2
    assert said in done.err


def test_an_address_of_another_machine_is_said(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("a password of some length\n")
    done = call("serve", "--host", "192.0.2.1", "--open-to-others", "--password-file", str(file))
    assert done.code == 2
    assert "192.0.2.1 is no address of this machine." in done.err


def test_it_tells_its_address_answers_and_ends_when_interrupted(workspace: Path) -> None:
    with serving(workspace) as address, urllib.request.urlopen(address, timeout=60) as answer:
        assert b"2 incidents" in answer.read()
