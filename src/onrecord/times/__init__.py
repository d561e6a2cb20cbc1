"""Time expressions of an article, put on the calendar, and the day on which it was published.

Invariant: nothing depends on today's date.
"""

from onrecord.times.dating import date_article
from onrecord.times.find import FoundTime, FoundTimes, find_times
from onrecord.times.resolve import resolve_times

__all__ = ["FoundTime", "FoundTimes", "date_article", "find_times", "resolve_times"]
