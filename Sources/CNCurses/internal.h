#ifndef CNCURSES_INTERNAL_H
#define CNCURSES_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <termios.h>

// terminal.c: the terminal's modes and bytes, and how both are put right again on every way out.

typedef enum { TERMINAL_OPENED, TERMINAL_NO_OUTPUT, TERMINAL_NO_INPUT, TERMINAL_NO_RESOURCES } terminal_opening;

terminal_opening terminal_open(void);
void terminal_close(void);
/// A stream that ncurses writes to and terminal_collect reads.
FILE *terminal_frames(void);
/// Moves what ncurses wrote to the bytes to be sent.
void terminal_collect(void);
/// The bytes that put the screen right without ncurses' help. From now on a guard knows them too.
void terminal_set_restore(const char *bytes, size_t count);
/// Raw mode on; standard output and error kept back.
void terminal_take(void);
/// Sends what is left for a second at most, then undoes terminal_take.
void terminal_give(void);
/// Puts everything right at once, from a signal handler or from exit.
void terminal_rescue(void);
/// Forgets the oldest of what is kept back, so that it stays small.
void terminal_trim_notes(void);

// guard.c: a process that puts the terminal right when we cannot.

void guard_open(int terminal, const char *restore, size_t count, const struct termios *usual, const struct termios *raw);
/// Safe in a signal handler.
void guard_tell(bool taken);
void guard_close(void);

// signals.c

bool signals_open(void);
void signals_close(void);

#endif
