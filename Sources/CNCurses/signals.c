#include "CNCurses.h"
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

// Signals that the loop answers: the handler only writes their number to a pipe.
static const int asked[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP};
// Signals that end the process: the terminal is put right before they do.
static const int fatal[] = {SIGQUIT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGSYS};
enum { ASKED = sizeof asked / sizeof *asked, FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction before_asked[ASKED], before_fatal[FATAL];
static int ends[2] = {-1, -1};
static bool chains;

static void post(unsigned char byte) {
  int saved = errno;
  // A full pipe already wakes the loop.
  if (write(ends[1], &byte, 1) < 0) {}
  errno = saved;
}

static void on_asked(int number) { post((unsigned char)number); }

static void on_fatal(int number, siginfo_t *info, void *context) {
  (void)context;
  terminal_rescue();
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] != number) continue;
    // Swift's own backtracer keeps the terminal for half a minute unless it is told otherwise, so it is let in only when it was asked for.
    struct sigaction next = {.sa_handler = SIG_DFL};
    sigaction(number, chains ? &before_fatal[i] : &next, NULL);
  }
  // A fault comes again, with its own context, when the instruction is tried again; anything else must be sent again.
  bool faults_again = info->si_code > 0 && (number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE);
  if (!faults_again) raise(number);
}

bool signals_open(void) {
  // One pipe for good: hk_wake may be under way on another thread while a screen ends.
  if (ends[0] < 0 && pipe(ends) < 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  chains = getenv("SWIFT_BACKTRACE") != NULL;
  // A thread that was made by one of a thread pool's comes with every signal blocked, and could then not even stop itself.
  sigset_t none;
  sigemptyset(&none);
  pthread_sigmask(SIG_SETMASK, &none, NULL);

  struct sigaction action = {.sa_handler = on_asked, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < ASKED; i++) sigaction(asked[i], &action, &before_asked[i]);
  action.sa_handler = NULL;
  action.sa_sigaction = on_fatal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &action, &before_fatal[i]);
  return true;
}

void signals_close(void) {
  for (int i = 0; i < ASKED; i++) sigaction(asked[i], &before_asked[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], NULL);
}

void hk_guard_stack(void) {
  stack_t now;
  if (sigaltstack(NULL, &now) < 0 || !(now.ss_flags & SS_DISABLE)) return;
  // Never freed: the thread may be in need of it until it ends.
  stack_t room = {.ss_size = 1 << 16, .ss_sp = malloc(1 << 16)};
  if (room.ss_sp) sigaltstack(&room, NULL);
}

int hk_signals(void) { return ends[0]; }

void hk_wake(void) { post(0); }

void hk_stop_process(void) {
  struct sigaction deaf = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL}, ours;
  // The others of the group first. A signal to the group is any thread's to take, at its leisure; the one that stops us is sent to this thread,
  // which takes it before raise returns. Where no shell controls the job it does nothing.
  sigaction(SIGTSTP, &deaf, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

static void on_lent(int number) { (void)number; }

void hk_lend_signals(bool lent) {
  static const int lendable[] = {SIGINT, SIGQUIT, SIGTSTP};
  static struct sigaction ours[3];
  for (int i = 0; i < 3; i++) {
    // An empty handler and not SIG_IGN, which the other program would inherit.
    struct sigaction theirs = {.sa_handler = lendable[i] == SIGTSTP ? SIG_DFL : on_lent, .sa_flags = SA_RESTART};
    sigaction(lendable[i], lent ? &theirs : &ours[i], lent ? &ours[i] : NULL);
  }
}

int hk_run(char *const arguments[]) {
  posix_spawnattr_t attributes;
  if (posix_spawnattr_init(&attributes) != 0) return -1;
  // The same process group, or it would be in the background and could not read; signals as a shell would hand them down.
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  pid_t child;
  int error = posix_spawnp(&child, arguments[0], NULL, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  if (error != 0) return -1;
  int status;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return status;
}
