"""Pages with largely the same text, and versions of one page.

Invariant: every pair of a group was looked at; none is only implied.
"""
