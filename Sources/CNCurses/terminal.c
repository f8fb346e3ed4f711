#include "CNCurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// How much of what others print while the screen is up is kept, and when it is cut down to that.
enum { NOTES_KEPT = 64 << 10, NOTES_LIMIT = 1 << 20 };
// The most that is sent at once, which bounds what can still arrive after a rescue began.
enum { CHUNK = 4096 };

/// ncurses waits for a slow terminal and then hears no key and no signal. So it writes to a file in memory, and the bytes go from there to a
/// descriptor that never waits.
static FILE *frames;
static int frames_fd = -1;
static int terminal = -1;
static struct termios usual, raw;

static char *unsent;
static size_t unsent_start, unsent_end, unsent_room;

/// What others write to standard output and error, and the two as they were.
static int notes = -1;
static int kept[3] = {-1, -1, -1};

static char restore[512];
static size_t restore_count;

/// Whether the terminal is ours, and whether bytes are just being sent to it: a rescue on another thread asks for both.
static atomic_bool taken, sending;

static int memory_file(const char *name) {
#ifdef __linux__
  return memfd_create(name, MFD_CLOEXEC);
#else
  char path[] = "/tmp/hooktop-XXXXXX";
  int fd = mkstemp(path);
  if (fd >= 0) {
    unlink(path);
    fcntl(fd, F_SETFD, FD_CLOEXEC);
  }
  (void)name;
  return fd;
#endif
}

terminal_opening terminal_open(void) {
  if (!isatty(STDOUT_FILENO)) return TERMINAL_NO_OUTPUT;
  if (!isatty(STDIN_FILENO) || tcgetattr(STDIN_FILENO, &usual) < 0) return TERMINAL_NO_INPUT;
  raw = usual;
  raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON | PARMRK);
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG | IEXTEN);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;

  // An open of our own: O_NONBLOCK on standard output would hold for the shell as well.
  char name[256];
  if (ttyname_r(STDOUT_FILENO, name, sizeof name) == 0) terminal = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0) terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
  notes = memory_file("notes");
  frames_fd = memory_file("frames");
  frames = frames_fd < 0 ? NULL : fdopen(frames_fd, "w");
  for (int fd = 1; fd <= 2; fd++) kept[fd] = fcntl(fd, F_DUPFD_CLOEXEC, 3);
  if (terminal < 0 || notes < 0 || !frames || kept[1] < 0) {
    terminal_close();
    return TERMINAL_NO_RESOURCES;
  }
  static bool registered;
  if (!registered) registered = atexit(terminal_rescue) == 0;
  return TERMINAL_OPENED;
}

static void shut(int *fd) {
  if (*fd >= 0) close(*fd);
  *fd = -1;
}

void terminal_close(void) {
  guard_close();
  if (frames) fclose(frames);
  else shut(&frames_fd);
  frames = NULL;
  frames_fd = -1;
  shut(&terminal);
  shut(&notes);
  shut(&kept[1]);
  shut(&kept[2]);
  free(unsent);
  unsent = NULL;
  unsent_start = unsent_end = unsent_room = 0;
}

FILE *terminal_frames(void) { return frames; }

// MARK: - Bytes

static char *room_for(size_t count) {
  if (unsent_start == unsent_end) unsent_start = unsent_end = 0;
  if (unsent_room - unsent_end < count) {
    size_t room = (unsent_end + count) * 2;
    char *larger = realloc(unsent, room);
    if (!larger) return NULL;
    unsent = larger;
    unsent_room = room;
  }
  return unsent + unsent_end;
}

void hk_send(const char *bytes, size_t count) {
  char *to = room_for(count);
  if (!to) return;
  memcpy(to, bytes, count);
  unsent_end += count;
}

void terminal_collect(void) {
  off_t count = lseek(frames_fd, 0, SEEK_CUR);
  if (count <= 0) return;
  char *to = room_for((size_t)count);
  ssize_t got = to ? pread(frames_fd, to, (size_t)count, 0) : 0;
  if (got > 0) unsent_end += (size_t)got;
  lseek(frames_fd, 0, SEEK_SET);
}

int hk_output(void) { return terminal; }

static bool is_writable(int timeout) {
  struct pollfd out = {.fd = terminal, .events = POLLOUT};
  return poll(&out, 1, timeout) > 0 && out.revents & POLLOUT;
}

bool hk_pump(void) {
  terminal_collect();
  while (unsent_start < unsent_end) {
    size_t count = unsent_end - unsent_start;
    sending = true;
    // Asked first in case the descriptor is one that waits.
    ssize_t sent = 0;
    if (!taken) errno = EIO, sent = -1;
    else if (is_writable(0)) sent = write(terminal, unsent + unsent_start, count < CHUNK ? count : CHUNK);
    else errno = EAGAIN, sent = -1;
    int error = errno;
    sending = false;
    if (sent >= 0) unsent_start += (size_t)sent;
    else if (error == EAGAIN) return false;
    else if (error != EINTR) unsent_start = unsent_end;
  }
  unsent_start = unsent_end = 0;
  terminal_trim_notes();
  return true;
}

// MARK: - Taking and giving

static void set_modes(const struct termios *modes, bool even_in_background) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  if (even_in_background) sigaction(SIGTTOU, &ignore, &before);
  // At once and not when all is sent: a stopped terminal never has sent all.
  while (tcsetattr(STDIN_FILENO, TCSANOW, modes) < 0 && errno == EINTR) {}
  if (even_in_background) sigaction(SIGTTOU, &before, NULL);
}

void terminal_take(void) {
  set_modes(&raw, false);
  if (taken) return;
  guard_tell(true);
  fflush(stdout);
  dup2(notes, STDOUT_FILENO);
  if (kept[2] >= 0) dup2(notes, STDERR_FILENO);
  taken = true;
}

/// Prints what was kept back; safe in a signal handler.
static void print_notes(void) {
  for (int fd = 1; fd <= 2; fd++) if (kept[fd] >= 0) dup2(kept[fd], fd);
  char buffer[4096];
  off_t end = lseek(notes, 0, SEEK_CUR), at = 0;
  while (at < end) {
    size_t wanted = (size_t)(end - at) < sizeof buffer ? (size_t)(end - at) : sizeof buffer;
    ssize_t got = pread(notes, buffer, wanted, at);
    if (got <= 0) break;
    for (ssize_t sent = 0, now; sent < got; sent += now) {
      now = write(STDERR_FILENO, buffer + sent, (size_t)(got - sent));
      if (now <= 0) return;
    }
    at += got;
  }
  lseek(notes, 0, SEEK_SET);
  if (ftruncate(notes, 0) < 0) {}
}

void terminal_trim_notes(void) {
  off_t end = lseek(notes, 0, SEEK_CUR);
  if (end <= NOTES_LIMIT) return;
  static char last[NOTES_KEPT];
  ssize_t got = pread(notes, last, sizeof last, end - (off_t)sizeof last);
  lseek(notes, 0, SEEK_SET);
  if (ftruncate(notes, 0) < 0) {}
  if (got > 0 && write(notes, last, (size_t)got) < 0) {}
}

void terminal_give(void) {
  struct timespec now, end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += 1;
  while (!hk_pump()) {
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (now.tv_sec > end.tv_sec || (now.tv_sec == end.tv_sec && now.tv_nsec >= end.tv_nsec)) {
      terminal_rescue();
      break;
    }
    is_writable(50);
  }
  unsent_start = unsent_end = 0;
  if (!atomic_exchange(&taken, false)) return;
  fflush(stdout);
  set_modes(&usual, true);
  guard_tell(false);
  print_notes();
}

void terminal_set_restore(const char *bytes, size_t count) {
  restore_count = count < sizeof restore ? count : sizeof restore;
  memcpy(restore, bytes, restore_count);
  guard_open(terminal, restore, restore_count, &usual, &raw);
}

void terminal_rescue(void) {
  if (!atomic_exchange(&taken, false)) return;
  // Whoever is sending sends at most one more piece; it is waited for, but not for long, since it may be this thread.
  struct timespec pause = {.tv_nsec = 1000000};
  for (int i = 0; i < 50 && sending; i++) nanosleep(&pause, NULL);
  // CAN ends an escape sequence that was sent in part.
  if (unsent_start < unsent_end && write(terminal, "\030", 1) < 0) {}
  for (size_t sent = 0; sent < restore_count;) {
    if (!is_writable(500)) break;
    ssize_t now = write(terminal, restore + sent, restore_count - sent);
    if (now < 0 && errno != EINTR && errno != EAGAIN) break;
    if (now > 0) sent += (size_t)now;
  }
  set_modes(&usual, true);
  guard_tell(false);
  print_notes();
}

void hk_size(int *columns, int *rows) {
  struct winsize size = {0};
  if (ioctl(terminal, TIOCGWINSZ, &size) < 0) memset(&size, 0, sizeof size);
  *columns = size.ws_col;
  *rows = size.ws_row;
}
