"""The trained encoder, one pass for all heads; the only room that knows onnxruntime.

Invariant: labels speak of words by number, so that every finding is tied to exact characters.
"""

from onrecord.encoder.encoder import SPEECH, SURE, Encoder, load_encoder
from onrecord.encoder.findings import (
    EVENT_TYPES,
    NAME_LABELS,
    EventLabel,
    Labels,
    MentionLabel,
    NameLabel,
)
from onrecord.encoder.labels import CONTENT, CUE, NONE, ROLES, SOURCE, CueLabels

__all__ = [
    "CONTENT",
    "CUE",
    "EVENT_TYPES",
    "NAME_LABELS",
    "NONE",
    "ROLES",
    "SOURCE",
    "SPEECH",
    "SURE",
    "CueLabels",
    "Encoder",
    "EventLabel",
    "Labels",
    "MentionLabel",
    "NameLabel",
    "load_encoder",
]
