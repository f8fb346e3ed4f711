#!/usr/bin/env python3
"""Writes Sources/TerminalSurface/ScalarKindTable.swift, the table of how each scalar of Unicode is shown.

    make_tables.py > Sources/TerminalSurface/ScalarKindTable.swift

The data is this Python's unicodedata; Python 3.11 (Unicode 14) is what the committed table was made with. The widths follow the C library's
rules, because ncurses lays text out by wcwidth: a test of CursesTerminal compares the two over the whole of Unicode.
"""
import sys
import unicodedata

NARROW, WIDE, MARK, REFUSED = range(4)

# Default_Ignorable_Code_Point outside the categories that are refused as a whole: letters and marks that draw nothing.
INVISIBLE = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0}
INVISIBLE |= set(range(0xFE00, 0xFE10)) | set(range(0xE0100, 0xE01F0))

# Signs for numbers that enclose the digits after them: format characters by category, yet visible and one column wide.
NUMBER_SIGNS = {0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2, 0x110BD, 0x110CD}


def kind(code):
    character = chr(code)
    category = unicodedata.category(character)
    if code in INVISIBLE or category in ("Cc", "Cn", "Co", "Cs", "Zl", "Zp"):
        return REFUSED
    if category == "Cf":
        return NARROW if code in NUMBER_SIGNS else REFUSED
    if category in ("Mn", "Me") or 0x1161 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FF:
        return MARK
    # Ambiguous circled numbers and the hexagrams: glibc follows CJK fonts here and not East_Asian_Width.
    if 0x3248 <= code <= 0x324F or 0x4DC0 <= code <= 0x4DFF:
        return WIDE
    return WIDE if unicodedata.east_asian_width(character) in ("W", "F") else NARROW


def runs():
    last = None
    for code in range(0x80, 0x110000):
        this = kind(code)
        if this != last:
            yield code, this
            last = this


def main():
    entries = [f"0x{code << 2 | kind:x}" for code, kind in runs()]
    print(f"// Written by Tests/TerminalSurfaceTests/Tables/make_tables.py from Unicode {unicodedata.unidata_version}; do not edit.")
    print()
    print("/// Where each run of equal kinds begins, from U+0080 on, ascending: the run's first scalar times four, plus its `ScalarKind.rawValue`.")
    print("let scalarKindRuns: [UInt32] = [")
    line = " "
    for entry in entries:
        if len(line) + len(entry) + 2 > 140:
            print(line)
            line = " "
        line += f" {entry},"
    print(line)
    print("]")


if __name__ == "__main__":
    sys.exit(main())
