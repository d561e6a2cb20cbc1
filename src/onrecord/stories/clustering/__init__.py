"""Pages to stories, in one pass over the stream.

Invariant: every page is in one story; every join says why and can be undone.
"""
