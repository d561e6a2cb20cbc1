"""Which pages assert a claim, which deny it, in which words, and which claims exclude one another.

Invariant: a telling has its place in the text.
"""
