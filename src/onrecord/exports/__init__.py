"""Other people's formats: what was read, written down as their tools read it.

Invariant: pure functions from readings, corpora and traces to text (in pieces, for large inputs);
nothing is made up to fill a field, and no character of a page can break the format that it is in.
"""

from onrecord.exports.csv_tables import Cells, to_csv
from onrecord.exports.gdelt import to_gdelt
from onrecord.exports.graphml import to_graphml
from onrecord.exports.jsonl import to_jsonl
from onrecord.exports.left_out import Lack, left_out_of_gdelt, left_out_of_plover
from onrecord.exports.plover import to_plover
from onrecord.exports.rows import TABLES, Table
from onrecord.exports.schema_org import to_schema_org
from onrecord.exports.timelinejs import StoryTimeline, to_timelinejs, undated
from onrecord.exports.web_annotations import to_web_annotations

__all__ = [
    "TABLES",
    "Cells",
    "Lack",
    "StoryTimeline",
    "Table",
    "left_out_of_gdelt",
    "left_out_of_plover",
    "to_csv",
    "to_gdelt",
    "to_graphml",
    "to_jsonl",
    "to_plover",
    "to_schema_org",
    "to_timelinejs",
    "to_web_annotations",
    "undated",
]
