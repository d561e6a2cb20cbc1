"""Time expressions of an article, put on the calendar, and the day on which it was published.

Invariant: nothing depends on today's date.
"""
