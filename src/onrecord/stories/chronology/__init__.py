"""The events of a story on one timeline, each once under all its tellings.

Invariant: a day is told in a text, never taken from the day of publication.
"""
