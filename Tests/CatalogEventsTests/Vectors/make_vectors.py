"""Writes vectors.json: what the catalog's own client sends, for the tests to compare with.

    pip install --no-deps opteryx-catalog requests
    python make_vectors.py

The client runs as it is, its `WebhookManager` and its payload builders; only the network and the clock are replaced, at the
last step in `requests`, where the body is already bytes.
"""

import importlib.metadata
import json
import pathlib
import random

import requests
from opteryx_catalog import webhooks
from opteryx_catalog.webhooks import events

HERE = pathlib.Path(__file__).parent
MILLISECONDS = 1_795_447_159_665

TEXTS = [
    "",
    "orders",
    "Zoë Müller",
    "注文 заказ طلب",
    "😀🧑‍🚀🏳️‍🌈",
    "e\u0301 against \u00e9",
    'quotes "double" and \'single\'',
    "C:\\temp\\new/old",
    "line\nfeed\r\nand\ttab\b\f",
    "nul\x00 esc\x1b[31m\x1b]52;c;aGk=\x07 del\x7f c1\x9b",
    "\u2028\u2029\ufeff\u202ebidi\u2066",
    "\ufffd\uffff\U0010ffff",
    "</script><!-- & -->",
    "SELECT \"a\", 'b'\n  FROM sales.orders -- naïve\n WHERE x LIKE '%\\_%' ESCAPE '\\'",
    "".join(chr(code) for code in range(0x100)),
]

# Python holds them, and so can the properties that a user gives; UTF-8 cannot.
LONE_SURROGATES = ["\ud800", "\udfff", "a\udc00b", "\udc00\ud800", "\ud83d\ud83d\ude00"]

VALUES = [
    None,
    True,
    False,
    0,
    -1,
    7198264530192837465,
    -(2**63),
    2**64,
    10**40,
    0.1,
    -0.0,
    1.0,
    1e16,
    1e-7,
    1.7976931348623157e308,
    [],
    {},
    [[]],
    [{}],
    {"": ""},
    [1, [2, [3, [4, {"five": [6]}]]]],
    {"b": 1, "a": {"d": [], "c": {}}, "é": "ê", "\n": "\x00"},
    {"\ud800": 1, "\udc00": [None]},
    TEXTS,
    LONE_SURROGATES,
]

PROPERTIES = [
    {},
    {"owner": "ana@acme.test", "retention_days": 30, "public": False, "note": None},
    {'we "quote"': ["\\", {"deep": [1, 2.5, {"er": "😀"}]}], "": ""},
    {"half": "\ud83d", "\ude00": "half", "id": 7198264530192837465},
]


class Field:
    def __init__(self, type):
        self.type = type


class Schema:
    """As much of an Arrow schema as the client looks at."""

    def __init__(self, fields):
        self.names = [field["name"] for field in fields]
        self.types = {field["name"]: Field(field["type"]) for field in fields}

    def field(self, name):
        return self.types[name]


class Capture(requests.adapters.HTTPAdapter):
    """Takes the request where it would go to the network."""

    last = None

    def send(self, request, **_):
        Capture.last = request
        response = requests.Response()
        response.status_code = 200
        response.request = request
        response.url = request.url
        return response


def send(builder, arguments, action, resource_type, resource_name, workspace="acme", collection="sales", milliseconds=MILLISECONDS):
    """One call of the client, and the body that it sent."""
    given = dict(arguments)
    if builder == "dataset_created_payload":
        fields = given.pop("fields")
        given["schema"] = None if fields is None else Schema(fields)
    payload = getattr(events, builder)(**given)
    webhooks.time.time = lambda: (milliseconds + 0.5) / 1000
    manager = webhooks.WebhookManager(domain="catalog.test")
    assert manager.send(
        action=action,
        workspace=workspace,
        collection=collection,
        resource_type=resource_type,
        resource_name=resource_name,
        payload=payload,
    )
    body = Capture.last.body
    assert json.loads(body)["event"]["timestamp"] == milliseconds
    return {
        "builder": builder,
        "arguments": spelled(arguments),
        "action": action,
        "workspace": workspace,
        "collection": collection,
        "resource_type": resource_type,
        "resource_name": resource_name,
        "timestamp": milliseconds,
        "headers": dict(Capture.last.headers),
        "body": body.decode("ascii"),
    }


def spelled(value):
    """The value as JSON with as few escapes as UTF-8 allows, unlike what the client writes."""
    text = json.dumps(value, ensure_ascii=False, separators=(" ,", ":"))
    return "".join(f"\\u{ord(letter):04x}" if 0xD800 <= ord(letter) < 0xE000 else letter for letter in text)


def all_events():
    for text in TEXTS:
        yield send("view_created_payload", {"definition": text, "properties": {}}, "create", "view", text, text, text)
    for location in [None, "", "gs://bucket/acme/sales/orders", "gs://b/ë\x7f"]:
        yield send("dataset_deleted_payload", {"location": location, "dropped_by": location}, "delete", "dataset", "orders")
        for properties in PROPERTIES:
            for fields in [None, [], [{"name": "id", "type": "int64"}, {"name": "größe", "type": "list<item: string>"}]]:
                arguments = {"location": location, "properties": properties, "fields": fields}
                yield send("dataset_created_payload", arguments, "create", "dataset", "orders")
    for properties in PROPERTIES:
        view = {"definition": "SELECT 1", "properties": properties}
        yield send("view_created_payload", view, "update", "view", "orders_daily")
        yield send("collection_created_payload", {"properties": properties}, "create", "collection", "sales")
        for description in [None, "", "Zoë's \"orders\""]:
            arguments = {"description": description, "properties": properties}
            yield send("dataset_updated_payload", arguments, "update", "dataset", "orders")
            yield send("view_updated_payload", arguments, "update", "view", "orders_daily")
    renames = {"old_identifier": "sales.orders", "new_identifier": "ops.orders"}
    for name in [None, "gs://b/p", "ë"]:
        locations = {"old_location": name, "new_location": name, "renamed_by": name}
        yield send("dataset_renamed_payload", renames | locations, "rename", "dataset", "orders", collection="ops")
        yield send("view_deleted_payload", {"dropped_by": name}, "delete", "view", "orders_daily")
        for action, person, builder in [
            ("delete", "dropped_by", "workspace_deleted_payload"),
            ("restore", "restored_by", "workspace_restored_payload"),
            ("lock", "locked_by", "workspace_locked_payload"),
            ("unlock", "unlocked_by", "workspace_unlocked_payload"),
        ]:
            yield send(builder, {person: name}, action, "workspace", "acme", collection=None)
    for number in [0, 1, 7198264530192837465, 2**63 - 1, -(2**63)]:
        keys = ["snapshot_id", "sequence_number", "record_count", "file_count"]
        yield send("dataset_commit_payload", dict.fromkeys(keys, number), "commit", "dataset", "orders")
        for error in [None, "no such table: \x1b[1m"]:
            arguments = {"execution_time_ms": number, "row_count": None if error else number, "error": error}
            yield send("view_executed_payload", arguments, "execute", "view", "orders_daily")
    nothing = {"execution_time_ms": None, "row_count": None, "error": None}
    yield send("view_executed_payload", nothing, "execute", "view", "orders_daily")
    for milliseconds in [0, 1, 999, 253_402_300_800_000]:
        yield send("view_deleted_payload", {"dropped_by": None}, "delete", "view", "v", milliseconds=milliseconds)


def all_values():
    generator = random.Random(1)
    ranges = [(0x20, 0x7E), (0x00, 0x1F), (0x7F, 0x9F), (0xA0, 0x7FF), (0x800, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF)]
    drawn = ["".join(chr(generator.randint(*generator.choice(ranges))) for _ in range(20)) for _ in range(40)]
    for value in VALUES + drawn:
        body = requests.Request("POST", "https://catalog.test/event", json={"value": value}).prepare().body
        yield {"spelling": spelled({"value": value}), "bytes": body.decode("ascii")}


if __name__ == "__main__":
    requests.sessions.HTTPAdapter = Capture
    vectors = {"events": list(all_events()), "values": list(all_values())}
    lines = [
        f' "{name}": [\n' + ",\n".join("  " + json.dumps(vector) for vector in rows) + "\n ]" for name, rows in vectors.items()
    ]
    lines.insert(0, f' "client": "opteryx-catalog {importlib.metadata.version("opteryx-catalog")}"')
    (HERE / "vectors.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(len(vectors["events"]), "events,", len(vectors["values"]), "values")
