"""Outlets and their pages: what an outlet is called, whom a page credits, when it came out.

Invariant: two outlets of one name and different hosts stay two.
"""
