#include <curses.h>
#include <term.h>
// term.h makes a macro of it.
#undef columns

#include "CNCurses.h"
#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

// Keys that we define have codes from here on, above all of ncurses' own.
enum { OWN_KEYS = 0x4000 };

// Bracketed paste and reports of focus: wanted when the screen is taken, unwanted when it is given back.
static const char modes_on[] = "\033[?2004h\033[?1004h";
static const char modes_off[] = "\033[?1006l\033[?1002l\033[?1000l\033[?2004l\033[?1004l";
// Presses, moves while a button is held, and the form of report that has no greatest column. Not by ncurses' mousemask: the descriptions of tmux
// and screen have the old form.
static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1002l\033[?1000l";

static SCREEN *screen;
/// Keys are read on a pad of one cell: reading on the screen's own window would repaint it.
static WINDOW *keys;
static bool takes_escapes;
static bool wants_mouse, is_entered;
static int color_count, pair_count, pair_limit;
static struct { int foreground, background; } *pairs;

bool hk_use_utf8(void) {
  static const char *const names[] = {"", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return false;
}

int hk_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

// MARK: - Opening

static bool is_usable(const char *name) {
  int error;
  if (!name || !*name || setupterm(name, fileno(terminal_frames()), &error) != OK) return false;
  const char *place = tigetstr("cup");
  bool usable = place && place != (char *)-1 && !tigetflag("hc");
  takes_escapes = usable && strncmp(place, "\033[", 2) == 0;
  del_curterm(cur_term);
  return usable;
}

static const char *usable_name(void) {
  const char *own = getenv("TERM");
  if (is_usable(own)) return own;
  // A terminal that says that it can do nothing is believed; one that is merely too new for the system's list is not.
  int error;
  if (own && *own && setupterm(own, fileno(terminal_frames()), &error) == OK) {
    del_curterm(cur_term);
    return NULL;
  }
  static const char *const fallbacks[] = {"xterm-256color", "xterm", "linux", "vt100", "ansi"};
  for (size_t i = 0; i < sizeof fallbacks / sizeof *fallbacks; i++)
    if (is_usable(fallbacks[i])) return fallbacks[i];
  return NULL;
}

static char restoring[512];
static size_t restoring_count;

static int keep_restoring(int byte) {
  if (restoring_count < sizeof restoring) restoring[restoring_count++] = (char)byte;
  return byte;
}

static void precompute_restore(void) {
  static const char *const names[] = {"rmkx", "op", "sgr0", "cnorm"};
  restoring_count = 0;
  if (takes_escapes)
    for (const char *byte = modes_off; *byte; byte++) keep_restoring(*byte);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    char *string = tigetstr(names[i]);
    if (string && string != (char *)-1) tputs(string, 1, keep_restoring);
  }
  char *leave = tigetstr("rmcup");
  if (leave && leave != (char *)-1) {
    tputs(leave, 1, keep_restoring);
  } else {
    // Without a second screen what was drawn stays: the shell goes on below it.
    char *place = tigetstr("cup");
    tputs(tparm(place, LINES - 1, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L), 1, keep_restoring);
    keep_restoring('\r');
    keep_restoring('\n');
  }
  terminal_set_restore(restoring, restoring_count);
}

static void find_colors(bool wanted) {
  color_count = pair_count = pair_limit = 0;
  if (!wanted || !has_colors() || start_color() != OK) return;
  use_default_colors();
  color_count = COLORS;
  pair_limit = COLOR_PAIRS < 0x7FFF ? COLOR_PAIRS : 0x7FFF;
  free(pairs);
  pairs = calloc((size_t)pair_limit, sizeof *pairs);
  if (!pairs) pair_limit = 0;
  pair_count = 1;
  if (pair_limit) pairs[0].foreground = pairs[0].background = -1;
}

hk_opening hk_open(bool wants_color) {
  switch (terminal_open()) {
    case TERMINAL_OPENED: break;
    case TERMINAL_NO_OUTPUT: return HK_OUTPUT_IS_NO_TERMINAL;
    case TERMINAL_NO_INPUT: return HK_INPUT_IS_NO_TERMINAL;
    case TERMINAL_NO_RESOURCES: return HK_NO_RESOURCES;
  }
  hk_use_utf8();
  const char *name = usable_name();
  if (!name) {
    terminal_close();
    return HK_TERMINAL_UNKNOWN;
  }
  // Before newterm, which otherwise installs handlers of its own.
  if (!signals_open()) {
    terminal_close();
    return HK_NO_RESOURCES;
  }
  // LINES and COLUMNS in the environment are the shell's, of when we were started.
  use_env(FALSE);
  use_tioctl(TRUE);
  screen = newterm(name, terminal_frames(), stdin);
  if (!screen || !(keys = newpad(1, 1))) {
    signals_close();
    terminal_close();
    return HK_TERMINAL_UNKNOWN;
  }
  set_escdelay(25);
  // Never breaks off a frame because a key came.
  typeahead(-1);
  raw();
  noecho();
  nonl();
  // Without this bytes above 127 lose their highest bit, since ncurses cannot ask its output, a file, for the character size.
  meta(keys, TRUE);
  keypad(keys, TRUE);
  nodelay(keys, TRUE);
  scrollok(stdscr, FALSE);
  leaveok(stdscr, FALSE);
  idlok(stdscr, TRUE);
  find_colors(wants_color);
  precompute_restore();
  hk_enter();
  return HK_OPENED;
}

void hk_enter(void) {
  terminal_take();
  if (takes_escapes) {
    hk_send(modes_on, sizeof modes_on - 1);
    if (wants_mouse) hk_send(mouse_on, sizeof mouse_on - 1);
  }
  is_entered = true;
  hk_invalidate();
}

void hk_use_mouse(bool wanted) {
  if (wants_mouse == wanted) return;
  wants_mouse = wanted;
  if (!takes_escapes || !is_entered) return;
  if (wanted) hk_send(mouse_on, sizeof mouse_on - 1);
  else hk_send(mouse_off, sizeof mouse_off - 1);
}

void hk_leave(void) {
  is_entered = false;
  if (takes_escapes) hk_send(modes_off, sizeof modes_off - 1);
  endwin();
  terminal_give();
}

void hk_close(void) {
  hk_leave();
  wants_mouse = false;
  delwin(keys);
  keys = NULL;
  delscreen(screen);
  screen = NULL;
  signals_close();
  terminal_close();
}

// MARK: - Drawing

int hk_colors(void) { return color_count; }

int hk_color_pair(int foreground, int background) {
  if (!pair_limit) return 0;
  int same_foreground = 0;
  for (int i = 0; i < pair_count; i++) {
    if (pairs[i].foreground != foreground) continue;
    if (pairs[i].background == background) return i;
    if (pairs[i].background == -1) same_foreground = i;
  }
  if (pair_count == pair_limit) return same_foreground;
  if (init_extended_pair(pair_count, foreground, background) != OK) return same_foreground;
  pairs[pair_count].foreground = foreground;
  pairs[pair_count].background = background;
  return pair_count++;
}

void hk_resize(int columns, int rows) {
  resizeterm(rows, columns);
  hk_invalidate();
}

void hk_erase(void) { werase(stdscr); }

static attr_t attributes_of(uint32_t attributes) {
  attr_t result = A_NORMAL;
  if (attributes & HK_BOLD) result |= A_BOLD;
  if (attributes & HK_DIM) result |= A_DIM;
  if (attributes & HK_UNDERLINE) result |= A_UNDERLINE;
  if (attributes & HK_REVERSE) result |= A_REVERSE;
#ifdef A_ITALIC
  if (attributes & HK_ITALIC) result |= A_ITALIC;
#endif
  return result;
}

static void put(wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
  if (setcchar(&cell, text, attributes, (short)pair, NULL) == OK) wadd_wch(stdscr, &cell);
}

void hk_draw(
    int row, int column, const uint32_t *scalars, const uint8_t *lengths, const uint8_t *columns, int count, uint32_t attributes, int pair) {
  attr_t attr = attributes_of(attributes);
  wchar_t space[] = L" ", replacement[] = L"\uFFFD";
  for (int i = 0; i < count && wmove(stdscr, row, column) == OK; scalars += lengths[i], column += columns[i], i++) {
    wchar_t text[CCHARW_MAX + 1] = {0};
    int length = 0;
    for (int j = 0; j < lengths[i] && length < CCHARW_MAX; j++) {
      // The marks that this C library does not take for marks would move everything after them.
      if (j == 0 || wcwidth((wchar_t)scalars[j]) == 0) text[length++] = (wchar_t)scalars[j];
    }
    if (column + columns[i] > COLS) {
      put(space, attr, pair);
    } else if (wcwidth(text[0]) == columns[i]) {
      put(text, attr, pair);
    } else {
      put(replacement, attr, pair);
      if (columns[i] == 2) put(space, attr, pair);
    }
  }
}

void hk_cursor(int row, int column) {
  curs_set(row >= 0);
  if (row >= 0) wmove(stdscr, row, column);
}

void hk_invalidate(void) { clearok(curscr, TRUE); }

void hk_show(void) {
  wnoutrefresh(stdscr);
  doupdate();
}

// MARK: - Input

void hk_define_key(const char *sequence, hk_key key) {
  int known = key_defined(sequence);
  // The description's own mouse key is one for all forms of report, and they are read in different ways.
  if (known == 0 || known == KEY_MOUSE) define_key(sequence, OWN_KEYS + (int)key);
}

void hk_read_keys(bool enabled) { keypad(keys, enabled); }

static hk_key key_of(int code) {
  if (code > OWN_KEYS && code < OWN_KEYS + HK_KEY_COUNT) return (hk_key)(code - OWN_KEYS);
  if (code >= KEY_F(1) && code <= KEY_F(12)) return (hk_key)(HK_KEY_F1 + (code - KEY_F(1)));
  switch (code) {
    case KEY_UP: return HK_KEY_UP;
    case KEY_DOWN: return HK_KEY_DOWN;
    case KEY_LEFT: return HK_KEY_LEFT;
    case KEY_RIGHT: return HK_KEY_RIGHT;
    case KEY_HOME: case KEY_FIND: case KEY_A1: return HK_KEY_HOME;
    case KEY_END: case KEY_SELECT: case KEY_C1: case KEY_LL: return HK_KEY_END;
    case KEY_PPAGE: case KEY_A3: return HK_KEY_PAGE_UP;
    case KEY_NPAGE: case KEY_C3: return HK_KEY_PAGE_DOWN;
    case KEY_IC: return HK_KEY_INSERT;
    case KEY_DC: return HK_KEY_DELETE;
    case KEY_BACKSPACE: return HK_KEY_BACKSPACE;
    case KEY_ENTER: return HK_KEY_ENTER;
    case KEY_BTAB: return HK_KEY_BACK_TAB;
    case KEY_MOUSE: return HK_KEY_MOUSE;
    default: return HK_KEY_UNKNOWN;
  }
}

// Bytes and not wget_wch's characters: that one forgets what follows a byte which is no UTF-8.
hk_input hk_read(uint32_t *value) {
  int code;
  // Our own resizeterm comes back as a key.
  do code = wgetch(keys);
  while (code == KEY_RESIZE);
  if (code == ERR) return HK_INPUT_NONE;
  *value = code < 0x100 ? (uint32_t)code : key_of(code);
  return code < 0x100 ? HK_INPUT_BYTE : HK_INPUT_KEY;
}
