"""``onrecord mcp``: the protocol over standard input and output, and what stands in its way."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import anyio
import pytest
from mcp import Client, StdioServerParameters

from onrecord.cli import main
from onrecord.cli.arguments import parse_arguments
from onrecord.cli.mcp_arguments import MCP_HELP, McpArguments
from tests.cli.kept import keep_pages
from tests.readings import make_reading


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return keep_pages(tmp_path)


def test_a_record_can_be_named_and_need_not_be() -> None:
    assert parse_arguments(["mcp"]) == McpArguments(Path("onrecord.db"))
    assert parse_arguments(["mcp", "--record", "x.db"]) == McpArguments(Path("x.db"))


def test_the_configuration_in_the_help_is_one_that_is_understood() -> None:
    found = re.search(r'"args": \["mcp", "--record", "([^"]+)"\]', MCP_HELP)
    assert found is not None
    assert parse_arguments(["mcp", "--record", found[1]]) == McpArguments(Path(found[1]))


@pytest.mark.parametrize("typed", [["x"], ["--port", "1"], ["--record"]])
def test_wrong_usage_is_refused(typed: list[str]) -> None:
    assert main(["mcp", *typed]) == 2


def test_a_client_that_starts_the_command_gets_answers_with_their_evidence(record: Path) -> None:
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "onrecord", "mcp", "--record", str(record)]
    )

    async def ask() -> tuple[set[str], dict[str, object] | None, str]:
        with anyio.fail_after(120):
            async with Client(server) as client:
                tools = {one.name for one in (await client.list_tools()).tools}
                found = await client.call_tool("article", {"id": make_reading().article.id})
                wrong = await client.call_tool("article", {"id": "a0"})
                return tools, found.structured_content, str(wrong.content)

    tools, found, wrong = anyio.run(ask)
    assert tools == {"search", "article", "trace", "who", "timeline"}
    assert found is not None
    assert found["url"] == make_reading().article.url
    assert "there is no article" in wrong


def test_it_ends_when_its_client_closes_and_prints_nothing_of_its_own(record: Path) -> None:
    command = [sys.executable, "-m", "onrecord", "mcp", "--record", str(record)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_record_that_is_not_there_is_said_to_be_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["mcp", "--record", str(tmp_path / "none.db")]) == 1
    assert "no such record" in capsys.readouterr().err
    assert not (tmp_path / "none.db").exists()


def test_a_record_of_a_newer_version_is_said_to_be_that(
    record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    connection = sqlite3.connect(record)
    connection.execute("PRAGMA user_version = 9999")
    connection.close()
    assert main(["mcp", "--record", str(record)]) == 1
    assert "newer onrecord" in capsys.readouterr().err


def test_a_file_that_is_no_record_is_said_to_be_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("Remember the milk.")
    assert main(["mcp", "--record", str(other)]) == 1
    assert "no record" in capsys.readouterr().err


def test_without_the_protocol_it_says_what_to_install(
    record: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "onrecord.assistant.server", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    assert main(["mcp", "--record", str(record)]) == 1
    assert "onrecord[mcp]" in capsys.readouterr().err


def test_help_loads_nothing_of_the_protocol() -> None:
    code = (
        "import sys\nfrom onrecord.cli import main\nassert main(['mcp', '--help']) == 0\n"
        "print('loaded:', *[one for one in ('mcp', 'pydantic', 'numpy', 'sqlite3') "
        "if one in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rpartition("loaded:")[2].split() == []
