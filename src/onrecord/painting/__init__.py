"""How findings look: worded, put in order, and drawn as text, markup and graphs for every face.

Invariant: nothing here finds anything; it only words and paints what a reading or a trace holds.
"""
