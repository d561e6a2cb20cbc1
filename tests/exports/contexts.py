"""JSON-LD contexts for tests: what the exports use of the two published ones, by the same names.

Written from the vocabularies themselves, so that no test needs the network.
"""

from __future__ import annotations

import json

from pyld import jsonld

OA, AS, SCHEMA = (
    "http://www.w3.org/ns/oa#",
    "http://www.w3.org/ns/activitystreams#",
    "http://schema.org/",
)
_LINK = "@id"
_ANNOTATIONS = {
    "id": "@id",
    "type": "@type",
    **{
        name: f"{OA}{name}"
        for name in (
            "Annotation", "SpecificResource", "TextualBody", "TextPositionSelector",
            "TextQuoteSelector", "TimeState", "exact", "prefix", "suffix",
        )
    },
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application",
    "describing": f"{OA}describing",
    "identifying": f"{OA}identifying",
    "classifying": f"{OA}classifying",
    "tagging": f"{OA}tagging",
    "linking": f"{OA}linking",
    "body": {"@id": f"{OA}hasBody", "@type": _LINK},
    "target": {"@id": f"{OA}hasTarget", "@type": _LINK},
    "source": {"@id": f"{OA}hasSource", "@type": _LINK},
    "selector": {"@id": f"{OA}hasSelector", "@type": _LINK},
    "state": {"@id": f"{OA}hasState", "@type": _LINK},
    "cached": {"@id": f"{OA}cachedSource", "@type": _LINK},
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
    "start": {"@id": f"{OA}start", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "end": {"@id": f"{OA}end", "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "generator": {"@id": f"{AS}generator", "@type": _LINK},
    "name": "http://xmlns.com/foaf/0.1/name",
    "first": {"@id": f"{AS}first", "@type": _LINK},
    "partOf": {"@id": f"{AS}partOf", "@type": _LINK},
    "items": {"@id": f"{AS}items", "@type": _LINK, "@container": "@list"},
    "total": {
        "@id": f"{AS}totalItems",
        "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger",
    },
    "startIndex": {
        "@id": f"{AS}startIndex",
        "@type": "http://www.w3.org/2001/XMLSchema#nonNegativeInteger",
    },
}  # fmt: skip
_CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": _ANNOTATIONS,
    "https://schema.org": {"@vocab": SCHEMA},
}


def expand(text):
    """The document expanded by pyld: every name an address, every term known."""
    return jsonld.expand(json.loads(text), {"documentLoader": _load})


def _load(url, _options):
    return {
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": _CONTEXTS[url]},
        "contentType": "application/ld+json",
    }
