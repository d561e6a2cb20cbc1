"""Which article took text or information from which other.

Invariant: only direct takings, each with its evidence, and none from the future.
"""
