"""The JSON Schema of a reading, made from the kinds, so that the two cannot drift apart.

`python docs/make_schema.py` writes docs/reference/reading.schema.json; with `--check` it compares, and ends with status
1 where that file is not what the kinds say.
"""

import json
import sys
from pathlib import Path
from typing import Any, get_args

from readout.model import ActorKind, Kind, SlotDefinition, kinds

PUBLISHED = Path(__file__).parent / "reference" / "reading.schema.json"
DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
PRECISIONS = ["day", "month", "quarter", "year"]

Schema = dict[str, Any]


def schema() -> Schema:
    """The schema of one line of `readout read --format json`."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Reading",
        "description": "What one reader saw in one report.",
        **_object({
            "id": _text("The id of the input line, or one made from the text."),
            "report": {"$ref": "#/$defs/report"},
            "reader": _text("The fingerprint of code, language pack and model."),
            "actors": _list({"$ref": "#/$defs/actor"}),
            "findings": _list({"oneOf": [{"$ref": f"#/$defs/{name}"} for name in kinds()]}),
        }),
        "$defs": {
            "span": _span(),
            "report": _report(),
            "actor": _actor(),
            **{name: _finding(kind) for name, kind in kinds().items()},
        },
    }  # fmt: skip


def text() -> str:
    """The schema as its file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _report() -> Schema:
    where = {name: {"$ref": "#/$defs/span"} for name in ("outlet", "credited", "published")}
    return _object({
        "title": _nullable("The title given with the report."),
        "outlet": _nullable("Who published it."),
        "credited": _nullable("Whom the outlet credits."),
        "published": {**_nullable("ISO date of publication."), "pattern": DATE},
        "url": _nullable("Its address."),
        "language": _text("ISO 639-1 code of the language."),
        "sha256": {**_text("SHA-256 of the text in UTF-8."), "pattern": "^[0-9a-f]{64}$"},
        "where": _object(where, required=(), description="The words of those values that the text itself states."),
    })  # fmt: skip


def _actor() -> Schema:
    office = _object({
        "title": _text("The post."),
        "of": _nullable("The country or body."),
        "span": {"anyOf": [{"$ref": "#/$defs/span"}, {"type": "null"}]},
        "source": _text("`text`, or the name of the table that says so."),
    })  # fmt: skip
    return _object({
        "id": _text("The same for the same kind and name in every report."),
        "name": _text("Canonical name."),
        "kind": {"enum": list(get_args(ActorKind))},
        "offices": _list(office),
        "stands_for": _list(_text("A country or body for which the actor acts.")),
        "mentions": _list({"$ref": "#/$defs/span"}),
    })  # fmt: skip


def _finding(kind: Kind) -> Schema:
    fields = {
        "id": _text("Says what was seen: the same finding keeps it under a newer reader."),
        "kind": {"const": kind.kind},
        "span": {"$ref": "#/$defs/span", "description": kind.span},
        "spans": {**_list({"$ref": "#/$defs/span"}), "minItems": 2, "description": "All parts, where interrupted."},
        "rule": _text("The id of the rule that found it."),
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "slots": _object({slot.role: _slots(slot) for slot in kind.slots}),
    }
    return {
        "title": kind.label,
        **_object(fields, required=tuple(name for name in fields if name != "spans"), description=kind.question),
    }


def _slots(slot: SlotDefinition) -> Schema:
    fields: Schema = {"value": _value(slot), "span": {"$ref": "#/$defs/span"}, "how": _text("How it was worked out.")}
    if slot.type in ("actor", "place"):
        fields["actor"] = _text("The id of an entry of `actors`.")
    if slot.type == "date":
        fields["precision"] = {"enum": PRECISIONS}
    return {
        **_list(_object(fields, required=("value",))),
        **({} if slot.many else {"maxItems": 1}),
        "description": slot.label,
    }


def _value(slot: SlotDefinition) -> Schema:
    if slot.type == "word":
        return {"enum": list(slot.values)}
    if slot.type == "flag":
        return {"type": "boolean"}
    return {"type": "string", "pattern": DATE} if slot.type == "date" else {"type": "string", "minLength": 1}


def _span() -> Schema:
    return {
        "type": "array",
        "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 1}],
        "items": False,
        "minItems": 2,
        "description": "[start, end) in code points of the report's text",
    }


def _object(fields: Schema, required: tuple[str, ...] | None = None, description: str | None = None) -> Schema:
    return {
        "type": "object",
        **({"description": description} if description else {}),
        "properties": fields,
        "required": list(fields if required is None else required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _text(description: str) -> Schema:
    return {"type": "string", "description": description}


def _nullable(description: str) -> Schema:
    return {"type": ["string", "null"], "description": description}


def main(arguments: list[str]) -> int:
    """Writes the schema, or with `--check` compares; returns the exit status."""
    if "--check" not in arguments:
        PUBLISHED.write_text(text(), encoding="utf-8")
        return 0
    same = PUBLISHED.exists() and PUBLISHED.read_text(encoding="utf-8") == text()
    if not same:
        print(f"{PUBLISHED.name} is not what the kinds say. Run python docs/make_schema.py.", file=sys.stderr)
    return 0 if same else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
