"""Runs a command in a terminal of its own and writes every byte that reaches the terminal to a file.

    record_terminal.py COLUMNS ROWS OUTPUT COMMAND [ARGUMENT ...]

What comes on standard input is typed. Ends when the command does, with its status.
"""

import fcntl
import os
import pty
import select
import struct
import sys
import termios

columns, rows, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    os.environ["TERM"] = "xterm-256color"
    os.execvp(sys.argv[4], sys.argv[4:])

with open(path, "wb", buffering=0) as record:
    sources = [terminal, 0]
    while True:
        ready, _, _ = select.select(sources, [], [])
        if 0 in ready:
            typed = os.read(0, 1024)
            if typed:
                os.write(terminal, typed)
            else:
                sources.remove(0)
        if terminal in ready:
            try:
                data = os.read(terminal, 65536)
            except OSError:
                break
            if not data:
                break
            record.write(data)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) % 256)
