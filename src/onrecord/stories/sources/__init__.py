"""Who stands at the start of the chains, which of them are one, and how many are independent.

Invariant: an outlet that passed a claim on is never its source.
"""
