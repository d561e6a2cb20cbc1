"""The local web pages of a record: days, stories, articles, sources, claims, search, corrections.

Invariant: it shows what the record holds and reads nothing; no character of a page is ever code.
"""
