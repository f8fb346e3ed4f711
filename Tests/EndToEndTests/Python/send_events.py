"""Sends every event of the catalog with the catalog's own client, and prints what went over the wire.

OPTERYX_WEBHOOK_DOMAIN and REQUESTS_CA_BUNDLE say where to and whom to trust, as they do for a catalog. For each event, one line of
JSON goes to standard output: the header lines and the body that the client's HTTP library wrote, and whether the client called it
a success. Nothing of the client is changed; its library is only listened to.
"""

import http.client
import json
import sys

from opteryx_catalog.webhooks import WebhookManager, events

HOSTILE = "a\x00b\x1b[2J\x1b]52;c;aGk=\x07\u202etxt\u2066\x9b31m\r\n\x08\x7f Zo\u00eb \U0001f600 \u0301 \u200b end"


class Field:
    def __init__(self, kind):
        self.type = kind


class Schema:
    """As much of an Arrow schema as the client's builder looks at."""

    def __init__(self, **fields):
        self.fields = fields
        self.names = list(fields)

    def field(self, name):
        return Field(self.fields[name])


def all_events():
    yield ("create", "acme", "sales", "dataset", "orders",
           events.dataset_created_payload(
               Schema(id="int64", amount="decimal128(18, 2)", at="timestamp[us]", tags="list<item: string>"),
               "gs://bucket/acme/sales/orders", {"owner": "ana", "n": 3}))
    yield "create", "acme", "sales", "dataset", "bare", events.dataset_created_payload(None)
    yield "create", "acme", "sales", "view", "v_daily", events.view_created_payload("SELECT *\nFROM orders\tWHERE \"a\" = 'b'", {})
    yield "update", "acme", "sales", "view", "v_daily", events.view_created_payload("SELECT 1", {"x": None})
    yield "delete", "acme", "sales", "dataset", "orders", events.dataset_deleted_payload("gs://b/p", "ana@acme.test")
    yield ("rename", "acme", "ops", "dataset", "alerts",
           events.dataset_renamed_payload("sales.alerts", "ops.alerts", None, "gs://b/ops/alerts", "ana"))
    yield "delete", "acme", "sales", "view", "v_daily", events.view_deleted_payload("ana")
    yield "delete", "acme", None, "workspace", "acme", events.workspace_deleted_payload("ana")
    yield "lock", "acme", None, "workspace", "acme", events.workspace_locked_payload("ana")
    yield "unlock", "acme", None, "workspace", "acme", events.workspace_unlocked_payload("ana")
    yield ("commit", "acme", "sales", "dataset", "orders",
           events.dataset_commit_payload(9007199254740993123, 7, 1_000_000, 12))
    yield "update", "acme", "sales", "dataset", "orders", events.dataset_updated_payload(None, {"a": [1, 2.5, True, None]})
    yield "update", "acme", "sales", "view", "v_daily", events.view_updated_payload("for the \u65e5\u672c team")
    yield "create", "acme", "sales", "collection", "sales", events.collection_created_payload({})
    yield "execute", "acme", "sales", "view", "v_daily", events.view_executed_payload(12, 0, None)
    yield "restore", "acme", None, "workspace", "acme", events.workspace_restored_payload("ana")
    yield "create", HOSTILE, HOSTILE, "dataset", HOSTILE, events.dataset_created_payload(None, HOSTILE, {HOSTILE: HOSTILE})
    yield "teleport", "acme", "sales", "wormhole", "w", {"anything": [[], {}, ""]}
    yield "create", "acme", "sales", "view", "big", events.view_created_payload("x" * 1_500_000)


written = bytearray()
send = http.client.HTTPConnection.send


def listen(self, data):
    written.extend(data)
    return send(self, data)


http.client.HTTPConnection.send = listen

manager = WebhookManager()
for action, workspace, collection, kind, name, payload in all_events():
    written.clear()
    succeeded = manager.send(action, workspace, collection, kind, name, payload)
    head, _, body = bytes(written).partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = [line.split(": ", 1) for line in lines[1:]]
    json.dump({"succeeded": succeeded, "request": lines[0], "headers": headers, "body": body.decode("ascii")}, sys.stdout)
    print()
