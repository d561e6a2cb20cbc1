"""The trained encoder, one pass for all heads; the only room that knows onnxruntime.

Invariant: labels speak of words by number, so that every finding is tied to exact characters.
"""

from onrecord.encoder.encoder import Encoder, load_encoder
from onrecord.encoder.labels import CONTENT, CUE, NONE, ROLES, SOURCE, CueLabels

__all__ = ["CONTENT", "CUE", "NONE", "ROLES", "SOURCE", "CueLabels", "Encoder", "load_encoder"]
