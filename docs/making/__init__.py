"""What of the documentation a machine makes: the reference, outputs of commands, pictures.

Invariant: ``docs/reference.md`` says nothing that the code and the tables in ``words/`` do not.
"""
