/// What CursesTerminal needs of ncurses, without ncurses' header: its macros, variadics and global variables do not reach Swift.
///
/// All of it belongs to one thread, the one that called hk_open; exceptions say so.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  HK_OPENED,
  HK_OUTPUT_IS_NO_TERMINAL,
  HK_INPUT_IS_NO_TERMINAL,
  /// Neither TERM nor one of the fallbacks is described, or it cannot place text.
  HK_TERMINAL_UNKNOWN,
  /// The system gave no memory or no file descriptor.
  HK_NO_RESOURCES,
} hk_opening;

/// Keys that are no characters.
typedef enum {
  HK_KEY_UNKNOWN,
  HK_KEY_UP,
  HK_KEY_DOWN,
  HK_KEY_LEFT,
  HK_KEY_RIGHT,
  HK_KEY_HOME,
  HK_KEY_END,
  HK_KEY_PAGE_UP,
  HK_KEY_PAGE_DOWN,
  HK_KEY_INSERT,
  HK_KEY_DELETE,
  HK_KEY_BACKSPACE,
  HK_KEY_ENTER,
  HK_KEY_BACK_TAB,
  HK_KEY_PASTE_BEGIN,
  HK_KEY_FOCUS_IN,
  HK_KEY_FOCUS_OUT,
  /// The beginning of a mouse report; the rest of the sequence follows as bytes.
  HK_KEY_MOUSE,
  /// The same of a report in the old form, of which three bytes follow.
  HK_KEY_OLD_MOUSE,
  /// F1; the others follow, up to F12.
  HK_KEY_F1,
  HK_KEY_COUNT = HK_KEY_F1 + 12,
} hk_key;

typedef enum {
  HK_INPUT_NONE,
  HK_INPUT_BYTE,
  HK_INPUT_KEY,
} hk_input;

typedef enum {
  HK_BOLD = 1,
  HK_DIM = 2,
  HK_UNDERLINE = 4,
  HK_REVERSE = 8,
  HK_ITALIC = 16,
} hk_attribute;

// The screen

/// Takes the terminal over: signals, modes, alternate screen. Standard output and error are kept back until it is given back.
hk_opening hk_open(bool wants_color);
/// Gives the terminal back for good and then prints what was kept back.
void hk_close(void);
/// Gives the terminal back for a while: for a stop, or for another program.
void hk_leave(void);
/// Takes it over again after hk_leave, or after something else may have changed its modes; the next hk_show draws everything.
void hk_enter(void);

/// How many colours there are; 0 for none, more than 256 where a colour is its RGB value.
int hk_colors(void);
/// The number of the pair of two colours, -1 being the terminal's default; the best there is left when pairs run out.
int hk_color_pair(int foreground, int background);
/// The terminal's size now, as the kernel has it; 0 for what it does not know.
void hk_size(int *columns, int *rows);
void hk_resize(int columns, int rows);

/// Blanks the whole picture.
void hk_erase(void);
/// Puts glyphs side by side. `scalars` has those of all glyphs one after another; glyph i has `lengths[i]` of them and takes `columns[i]` columns.
void hk_draw(
    int row, int column, const uint32_t *scalars, const uint8_t *lengths, const uint8_t *columns, int count, uint32_t attributes, int pair);
/// Where the cursor is shown; a row below 0 hides it.
void hk_cursor(int row, int column);
/// Makes the next hk_show send everything.
void hk_invalidate(void);
/// Turns what changed into bytes for the terminal, which hk_pump sends.
void hk_show(void);

// Bytes

/// Appends bytes of our own to those for the terminal.
void hk_send(const char *bytes, size_t count);
/// Sends what the terminal takes without waiting; true when nothing is left, or when nobody is there to take it.
bool hk_pump(void);
/// Where to wait until hk_pump can go on.
int hk_output(void);

// Input

/// Gives a byte sequence the meaning of a key, unless the terminal's description has one for it.
void hk_define_key(const char *sequence, hk_key key);
/// Whether the terminal reports the mouse, instead of selecting text with it. It never does while the screen is given back.
void hk_use_mouse(bool wanted);
/// Whether sequences are read as keys; not so within a paste.
void hk_read_keys(bool enabled);
/// The next byte or key without waiting (25 ms after an escape character, which may begin a key).
hk_input hk_read(uint32_t *value);
/// The columns that the C library gives a scalar. From any thread, after hk_use_utf8.
int hk_width(uint32_t scalar);
/// Sets the process's character type to a UTF-8 locale; false when there is none.
bool hk_use_utf8(void);

// Signals

/// The file descriptor on which signals arrive, one byte each, and a 0 for each hk_wake; -1 before hk_open.
int hk_signals(void);
/// From any thread.
void hk_wake(void);
/// Gives the calling thread room to put the terminal right on when its stack overflows.
void hk_guard_stack(void);
/// Stops the process group as Ctrl-Z would, and returns when it is continued, or at once when nobody could continue it.
void hk_stop_process(void);
/// While another program has the terminal, its Ctrl-C is not for us.
void hk_lend_signals(bool lent);
/// Runs a program on the terminal that hk_leave gave back, and waits for it; its wait status, or -1 when it cannot be started. From any thread.
int hk_run(char *const arguments[]);

#endif
