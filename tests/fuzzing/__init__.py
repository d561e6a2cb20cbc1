"""Inputs drawn at random, and what must hold of every one."""
