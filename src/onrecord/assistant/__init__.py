"""The record for an assistant: tools of the Model Context Protocol (MCP) that answer from it.

Invariant: whatever is answered says which words of which page it rests on; nothing is written.
"""
