#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// A process that does nothing but outlive us: after SIGKILL, or when a thread without an alternate stack overflows its own, no handler of ours
// can put the terminal right. It hears on a pipe whether the terminal is taken, and learns from the pipe's end that we are gone.

enum { TAKEN = 't', GIVEN = 'g' };

static int to_guard = -1;
static pid_t guard = -1;

static void keep_watch(const char *restore, size_t count, const struct termios *usual, const struct termios *raw) {
  // Only calls that are safe after a fork among threads.
  char byte, last = GIVEN;
  for (ssize_t got; (got = read(3, &byte, 1)) != 0;) {
    if (got > 0) last = byte;
    else if (errno != EINTR) break;
  }
  if (last != TAKEN) return;
  if (write(STDOUT_FILENO, "\030", 1) < 0 || write(STDOUT_FILENO, restore, count) < 0) return;
  // By now the shell may have set modes of its own: they stay.
  struct termios now;
  if (tcgetattr(STDIN_FILENO, &now) < 0) return;
  if (now.c_lflag == raw->c_lflag && now.c_iflag == raw->c_iflag && now.c_oflag == raw->c_oflag) tcsetattr(STDIN_FILENO, TCSANOW, usual);
}

static void close_from(int first) {
#ifdef __linux__
  if (close_range((unsigned)first, ~0U, 0) == 0) return;
#endif
  for (int fd = first; fd < 4096; fd++) close(fd);
}

void guard_open(int terminal, const char *restore, size_t count, const struct termios *usual, const struct termios *raw) {
  int ends[2];
  if (pipe(ends) < 0) return;
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFL, O_NONBLOCK);
  // No signal may reach our handlers in the child.
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  guard = fork();
  if (guard == 0) {
    // What is sent to the whole process group is not meant for it.
    static const int ignored[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGWINCH};
    for (int i = 1; i < NSIG; i++) signal(i, SIG_DFL);
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, NULL);
    int input = fcntl(ends[0], F_DUPFD, 10), output = fcntl(terminal, F_DUPFD, 10);
    dup2(output, STDOUT_FILENO);
    dup2(output, STDERR_FILENO);
    dup2(input, 3);
    close_from(4);
    keep_watch(restore, count, usual, raw);
    _exit(0);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close(ends[0]);
  to_guard = ends[1];
  if (guard < 0) guard_close();
}

void guard_tell(bool taken) {
  char byte = taken ? TAKEN : GIVEN;
  if (to_guard >= 0 && write(to_guard, &byte, 1) < 0) {}
}

void guard_close(void) {
  if (to_guard >= 0) close(to_guard);
  to_guard = -1;
  while (guard > 0 && waitpid(guard, NULL, 0) < 0 && errno == EINTR) {}
  guard = -1;
}
