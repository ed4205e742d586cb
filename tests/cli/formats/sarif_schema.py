"""The part of SARIF 2.1.0 that is used, as a JSON Schema: stricter than the whole, nothing else may appear.

Source:  https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def record(required: Schema, **optional: Schema) -> Schema:
    """Describe an object that has all of the first keys, and none but these."""
    return {
        "type": "object",
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


def items(schema: Schema, at_least: int = 0) -> Schema:
    """Describe a list."""
    return {"type": "array", "items": schema, "minItems": at_least}


TEXT = {"type": "string"}
WORDS = {"type": "string", "minLength": 1}
POSITION = {"type": "integer", "minimum": 1}
INDEX = {"type": "integer", "minimum": 0}
LEVEL = {"enum": ["error", "warning", "note"]}
ADDRESS = {
    "type": "string",
    "pattern": r"^(\.\./)*([\w.~!$&'()*+;=@-]|%[0-9A-F]{2})([\w.~/-]|%[0-9A-F]{2})*$",
}
MESSAGE = record({"text": WORDS})
REGION = record({"startLine": POSITION, "startColumn": POSITION, "endLine": POSITION, "endColumn": POSITION})
ARTIFACT = record({"uri": ADDRESS}, uriBaseId={"const": "%SRCROOT%"})
REPLACEMENT = record({"deletedRegion": REGION, "insertedContent": record({"text": TEXT})})
CHANGE = record({"artifactLocation": ARTIFACT, "replacements": items(REPLACEMENT, at_least=1)})
RULE = record(
    {
        "id": {"type": "string", "pattern": r"^CX\d{3}$"},
        "name": WORDS,
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": record({"level": LEVEL}),
    }
)
RESULT = record(
    {
        "ruleId": {"type": "string", "pattern": r"^CX\d{3}$"},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {
            **items(
                record({"physicalLocation": record({"artifactLocation": ARTIFACT, "region": REGION})}), 1
            ),
            "maxItems": 1,
        },
        "partialFingerprints": record({"cxStories/v1": {"type": "string", "pattern": "^[0-9a-f]{32}$"}}),
    },
    ruleIndex=INDEX,
    fixes=items(record({"description": MESSAGE, "artifactChanges": items(CHANGE, at_least=1)}), at_least=1),
)
RUN = record(
    {
        "tool": record({"driver": record({"name": WORDS, "version": WORDS, "rules": items(RULE)})}),
        "originalUriBaseIds": record({"%SRCROOT%": record({"description": MESSAGE})}),
        "columnKind": {"const": "unicodeCodePoints"},
        "results": items(RESULT),
    }
)
SARIF = record({"$schema": WORDS, "version": {"const": "2.1.0"}, "runs": items(RUN, at_least=1)})
