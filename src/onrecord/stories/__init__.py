"""Across articles: who took it from whom, and how many independent sources stand behind a claim.

Invariant: nothing is dropped; whatever is joined says why, and can be taken apart again.
"""
