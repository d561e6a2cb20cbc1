"""Who said what, and on whose authority: statements and their source chains.

Invariant: every statement has words of the text; what nobody is named for has an unknown source.
"""

from onrecord.statements.chains import trace_sources
from onrecord.statements.quotation_rules import GOES_ON
from onrecord.statements.statements import find_statements

__all__ = ["GOES_ON", "find_statements", "trace_sources"]
