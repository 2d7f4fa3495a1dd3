// Signals and the self-pipe.
//
// A handler may do next to nothing, so ours set a flag and write the signal's number into a pipe
// that every wait of ours polls beside the terminal: no signal is lost between a check and a
// read, and no read needs EINTR, so SA_RESTART spares everybody else that surprise.
//
// libedit's own EL_SIGNAL is off: its handler re-raises with kill(0, signal), which hits the
// whole process group, our pager and the `make` above us included.
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "Editor.h"

static atomic_bool interrupt_requested;
static atomic_int wake_end = -1;
static int wait_end = -1;
static pthread_once_t pipe_made = PTHREAD_ONCE_INIT;
static pthread_once_t interrupt_installed = PTHREAD_ONCE_INIT;

// The terminal as it was before the read under way, for whoever must restore it in a hurry.
static struct termios calm;
static int calm_input = -1, calm_output = -1;
static atomic_bool terminal_is_raw, terminal_is_quiet;

// Handled only while a read is open; outside, stopping and resizing are none of our business.
static const int borrowed[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT,
                               SIGSEGV,  SIGBUS,  SIGILL,  SIGTRAP, SIGFPE, SIGABRT};
enum { borrowed_count = sizeof borrowed / sizeof *borrowed };
static struct sigaction lent[borrowed_count];

static void note(int number) {
  int before = errno;
  if (number == SIGINT) atomic_store(&interrupt_requested, true);
  unsigned char byte = (unsigned char)number;
  // A full pipe already says what this byte would.
  if (write(atomic_load(&wake_end), &byte, 1) < 0) errno = before;
  errno = before;
}

static void calm_terminal(void) {
  if (atomic_exchange(&terminal_is_quiet, false)) tcsetattr(calm_input, TCSANOW, &calm);
  if (!atomic_exchange(&terminal_is_raw, false)) return;
  static const char no_marks[] = "\033[?2004l\r\n";
  if (write(calm_output, no_marks, sizeof no_marks - 1) < 0) return;
  tcsetattr(calm_input, TCSANOW, &calm);
}

// The terminal is given back, and then happens what would have happened without us: the signal
// comes again, to whoever minded it before.
static void leave_in_order(int number) {
  calm_terminal();
  for (int i = 0; i < borrowed_count; i++) {
    if (borrowed[i] != number) continue;
    // Never this handler again: what it raises would come back to it without end.
    if (lent[i].sa_handler == leave_in_order) lent[i].sa_handler = SIG_DFL;
    sigaction(number, &lent[i], NULL);
  }
  raise(number);
}

static bool ends_us(int number) {
  return number != SIGWINCH && number != SIGTSTP && number != SIGCONT;
}

static void make_pipe(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return;
  wait_end = ends[0];
  atomic_store(&wake_end, ends[1]);
  atexit(calm_terminal);
}

static void install_interrupt(void) {
  pthread_once(&pipe_made, make_pipe);
  struct sigaction old, ours = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigemptyset(&ours.sa_mask);
  if (sigaction(SIGINT, NULL, &old) == 0 && old.sa_handler == SIG_IGN) return;
  sigaction(SIGINT, &ours, NULL);
}

void ceditline_install_interrupt(void) { pthread_once(&interrupt_installed, install_interrupt); }

bool ceditline_interrupt_requested(void) { return atomic_load(&interrupt_requested); }

void ceditline_clear_interrupt(void) { atomic_store(&interrupt_requested, false); }

void ceditline_forget_signals(void) {
  unsigned char bytes[64];
  while (wait_end >= 0 && read(wait_end, bytes, sizeof bytes) > 0) continue;
  ceditline_clear_interrupt();
}

int ceditline_wait(int descriptor, int milliseconds) {
  struct pollfd both[2] = {
      {.fd = descriptor, .events = POLLIN}, {.fd = wait_end, .events = POLLIN}};
  for (;;) {
    int ready = poll(both, 2, milliseconds);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return -1;
    unsigned char number;
    // The signal goes first: a Ctrl-C typed after a paste should not wait for its end. It is looked
    // for whatever poll says, as the handler may have run after poll had made up its mind.
    if (wait_end >= 0 && read(wait_end, &number, 1) == 1) {
      // An interrupt that someone took note of and cleared is over.
      if (number == SIGINT && !ceditline_interrupt_requested()) continue;
      return number;
    }
    if (both[0].revents != 0) return 0;
  }
}

void signals_enter_read(int input, int output) {
  // What was lent while nothing was to be seen goes back first.
  ceditline_set_echo(input, true);
  pthread_once(&pipe_made, make_pipe);
  if (tcgetattr(input, &calm) != 0) return;
  calm_input = input;
  calm_output = output;
  atomic_store(&terminal_is_raw, true);
  for (int i = 0; i < borrowed_count; i++) {
    bool is_last = ends_us(borrowed[i]);
    struct sigaction ours = {
        .sa_handler = is_last ? leave_in_order : note,
        .sa_flags = is_last ? (int)SA_RESETHAND : SA_RESTART};
    sigemptyset(&ours.sa_mask);
    sigaction(borrowed[i], NULL, &lent[i]);
    if (lent[i].sa_handler != SIG_IGN) sigaction(borrowed[i], &ours, NULL);
  }
}

void signals_leave_read(void) {
  if (!atomic_exchange(&terminal_is_raw, false)) return;
  for (int i = 0; i < borrowed_count; i++) sigaction(borrowed[i], &lent[i], NULL);
}

// Ctrl-Z: stop as if we had never handled it, and come back handling it again. Not raise(), which
// asks this thread only: one that belongs to a pool has its signals blocked.
void signals_stop_self(void) {
  struct sigaction ours, plain = {.sa_handler = SIG_DFL};
  sigemptyset(&plain.sa_mask);
  sigaction(SIGTSTP, &plain, &ours);
  kill(getpid(), SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}

// Between reads what is typed is not shown. Who is in the background must leave the terminal alone.
static void hush(void) {
  struct termios modes;
  if (tcgetpgrp(calm_input) != getpgrp() || tcgetattr(calm_input, &modes) != 0) return;
  modes.c_lflag &= ~(tcflag_t)ECHO;
  tcsetattr(calm_input, TCSANOW, &modes);
}

// Ctrl-Z between reads: whoever comes next sees what they type.
static void stop_calmly(int number) {
  (void)number;
  int before = errno;
  tcsetattr(calm_input, TCSANOW, &calm);
  signals_stop_self();
  hush();
  errno = before;
}

void ceditline_set_echo(int descriptor, bool on) {
  if (!on) {
    if (atomic_load(&terminal_is_quiet) || tcgetattr(descriptor, &calm) != 0) return;
    pthread_once(&pipe_made, make_pipe);
    calm_input = descriptor;
    atomic_store(&terminal_is_quiet, true);
    for (int i = 0; i < borrowed_count; i++) {
      bool stops = borrowed[i] == SIGTSTP;
      struct sigaction ours = {
          .sa_handler = stops ? stop_calmly : leave_in_order,
          .sa_flags = stops ? SA_RESTART | SA_NODEFER : (int)SA_RESETHAND};
      sigemptyset(&ours.sa_mask);
      sigaction(borrowed[i], NULL, &lent[i]);
      bool is_ours = stops || ends_us(borrowed[i]);
      if (is_ours && lent[i].sa_handler != SIG_IGN) sigaction(borrowed[i], &ours, NULL);
    }
    hush();
  } else if (atomic_exchange(&terminal_is_quiet, false)) {
    for (int i = 0; i < borrowed_count; i++) sigaction(borrowed[i], &lent[i], NULL);
    if (tcgetpgrp(calm_input) == getpgrp()) tcsetattr(calm_input, TCSANOW, &calm);
  }
}
