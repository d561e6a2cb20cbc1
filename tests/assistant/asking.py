"""Tools asked as a client asks them, in one process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import anyio
from mcp import Client
from mcp.types import CallToolResult, ListToolsResult

from onrecord.assistant.server import make_server
from onrecord.store import Record


def ask(record: Record, tool: str, **arguments: Any) -> dict[str, Any]:
    """The typed answer, which the client has held against the tool's schema."""
    result = _call(record, tool, arguments)
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


def refusal(record: Record, tool: str, **arguments: Any) -> str:
    """The words in which a question is refused."""
    result = _call(record, tool, arguments)
    assert result.is_error
    (content,) = result.content
    assert content.type == "text"
    return content.text


def list_tools(record: Record) -> ListToolsResult:
    """All tools with their schemas."""

    async def listed() -> ListToolsResult:
        async with Client(make_server(record)) as client:
            return await client.list_tools()

    return anyio.run(listed)


def quotations(answer: object) -> Iterator[dict[str, Any]]:
    """Every quotation in an answer, at whatever depth."""
    if isinstance(answer, dict):
        if {"article", "words", "spans"} <= set(answer):
            yield answer
        for value in answer.values():
            yield from quotations(value)
    elif isinstance(answer, list):
        for value in answer:
            yield from quotations(value)


def _call(record: Record, tool: str, arguments: dict[str, Any]) -> CallToolResult:
    async def called() -> CallToolResult:
        async with Client(make_server(record)) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(called)
