"""Runs hooktop in a terminal emulator, has a catalog's events sent to it, and writes its screen as an SVG picture.

    picture.py HOOKTOP OUTPUT.svg [COLUMNS ROWS [KEY ...]]
"""

import fcntl
import html
import http.client
import json
import os
import pty
import re
import select
import struct
import sys
import tempfile
import termios
import time

import pyte

COLORS = {"black": "#1e1e1e", "red": "#e06c75", "green": "#98c379", "brown": "#d7ba7d", "blue": "#61afef", "magenta": "#c678dd",
          "cyan": "#56b6c2", "white": "#d4d4d4", "brightblack": "#7f848e", "brightred": "#f07c85", "brightgreen": "#a8d389",
          "brightbrown": "#e7ca8d", "brightyellow": "#e7ca8d", "brightblue": "#71bfff", "brightmagenta": "#d688ed",
          "brightcyan": "#66c6d2", "brightwhite": "#ffffff"}
FOREGROUND, BACKGROUND = "#d4d4d4", "#1e1e1e"
CELL_WIDTH, CELL_HEIGHT, FONT_SIZE = 8.4, 18, 14


class Program:
    """A program in a terminal of its own, and the screen that the terminal shows."""

    def __init__(self, command, columns, rows, environment):
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(command[0], command, environment)

    def settle(self, quiet=0.4, limit=10):
        """Reads until the program has written nothing for `quiet` seconds."""
        end = time.monotonic() + limit
        while time.monotonic() < end and select.select([self.terminal], [], [], quiet)[0]:
            data = os.read(self.terminal, 65536)

            self.stream.feed(data)

    def wait(self, pattern, limit=15):
        end = time.monotonic() + limit
        while time.monotonic() < end:
            self.settle(0.1, 1)
            found = re.search(pattern, "\n".join(self.screen.display))
            if found:
                return found
        sys.exit(f"picture: the screen never showed {pattern}:\n" + "\n".join(self.screen.display))

    def press(self, keys):
        os.write(self.terminal, keys.encode())
        self.settle()


def color(name, default):
    if name == "default":
        return default
    return COLORS.get(name) or "#" + name


def svg(screen):
    width, height = screen.columns * CELL_WIDTH + 24, screen.lines * CELL_HEIGHT + 24
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">',
             f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>',
             f'<g font-family="ui-monospace, Menlo, DejaVu Sans Mono, monospace" font-size="{FONT_SIZE}" xml:space="preserve">']
    for row in range(screen.lines):
        column = 0
        while column < screen.columns:
            cell = screen.buffer[row][column]
            look = (cell.fg, cell.bg, cell.bold, cell.reverse, cell.underscore)
            start, text = column, ""
            while column < screen.columns:
                cell = screen.buffer[row][column]
                if (cell.fg, cell.bg, cell.bold, cell.reverse, cell.underscore) != look:
                    break
                text += cell.data
                column += 1
            front, back = color(look[0], FOREGROUND), color(look[1], BACKGROUND)
            if look[3]:
                front, back = back, front
            x, y, span = 12 + start * CELL_WIDTH, 12 + row * CELL_HEIGHT, (column - start) * CELL_WIDTH
            if back != BACKGROUND:
                parts.append(f'<rect x="{x:.1f}" y="{y}" width="{span:.1f}" height="{CELL_HEIGHT}" fill="{back}"/>')
            if text.strip():
                weight = ' font-weight="bold"' if look[2] else ""
                line = ' text-decoration="underline"' if look[4] else ""
                parts.append(f'<text x="{x:.1f}" y="{y + 13.5}" textLength="{span:.1f}" lengthAdjust="spacingAndGlyphs" '
                             f'fill="{front}"{weight}{line}>{html.escape(text)}</text>')
    return "\n".join(parts + ["</g>", "</svg>", ""])


def post(port, body):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/event", body, {"Content-Type": "application/json", "User-Agent": "opteryx-catalog-webhook/1.0"})
    connection.getresponse().read()
    connection.close()


def event(action, kind, collection, name, data, age):
    now = int(time.time() * 1000)
    return json.dumps({"event": {"action": action, "workspace": "acme", "collection": collection, "resource_type": kind,
                                 "resource_name": name, "timestamp": now - age}, "data": data})


def dataset(location, *fields):
    return {"location": location, "properties": {"owner": "ana"},
            "schema": {"fields": [{"name": name, "type": kind} for name, kind in fields]}}


def send_a_morning(port):
    view = {"definition": "SELECT day, SUM(amount) FROM orders GROUP BY day", "properties": {}}
    for name in ("orders_2023", "orders_2024", "orders_2025", "returns", "refunds", "vouchers"):
        post(port, event("create", "dataset", "sales", name, dataset(f"gs://acme/sales/{name}", ("id", "int64")), 128))
    for name in ("v_daily", "v_weekly", "v_monthly"):
        post(port, event("create", "view", "sales", name, view, 96))
    post(port, event("update", "view", "sales", "v_daily", view, 140))
    post(port, event("commit", "dataset", "sales", "orders_2025",
                     {"snapshot_id": 6502113458871219, "sequence_number": 7, "record_count": 18211, "file_count": 4}, 210))
    post(port, event("rename", "dataset", "ops", "hosts", {"old_identifier": "infra.hosts", "new_identifier": "ops.hosts",
                     "old_location": "gs://acme/infra/hosts", "new_location": "gs://acme/ops/hosts", "renamed_by": "ana"}, 41_000))
    post(port, event("lock", "workspace", None, "acme", {"locked_by": "ana@acme.test"}, 88))
    post(port, event("unlock", "workspace", None, "acme", {"unlocked_by": "ana@acme.test"}, 90))
    post(port, '{"event": {"action": "create"')
    post(port, event("create", "dataset", "sales", "orders_2026", dataset(
        "gs://acme/sales/orders_2026", ("id", "int64"), ("amount", "decimal128(18, 2)"), ("created", "timestamp[us]")), 112))
    post(port, event("create", "dataset", "ops", "alerts", dataset(None, ("id", "int64"), ("severity", "int64")), 128))


def main(arguments):
    binary, output = os.path.abspath(arguments[0]), arguments[1]
    columns, rows = (int(arguments[2]), int(arguments[3])) if len(arguments) > 3 else (140, 32)
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "TZ": "UTC"}
        program = Program([binary, "--http", "127.0.0.1:8080", "--https", "127.0.0.1:8443", "--ephemeral"], columns, rows, environment)
        program.wait("127.0.0.1:8080")
        send_a_morning(8080)
        program.wait("ops.alerts")
        program.settle(1.2)
        for key in arguments[4:]:
            program.press(key.encode().decode("unicode_escape"))
        with open(output, "w", encoding="utf-8") as file:
            file.write(svg(program.screen))
        program.press("Q")
        os.waitpid(program.pid, 0)


if __name__ == "__main__":
    main(sys.argv[1:])
