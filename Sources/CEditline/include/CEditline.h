// The terminal, behind one handle.
//
// libedit's setters (el_wset, history_w) are variadic, which Swift cannot call, and its key
// commands are C functions that must be capture-free; so the whole conversation with libedit
// lives here, in terms Swift can call. Only the *native wide* API is used: the readline
// emulation has no bindable search, and the narrow one edits bytes instead of characters.
//
// Text crosses this border as UTF-8, whatever the locale says. libedit is not thread-safe:
// one thread owns an editor from ceditline_begin to ceditline_end. The interrupt functions at
// the end are the exception, any thread may call them.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A line editor that owns a terminal for reading.
typedef struct ceditline ceditline;

/// What the editor asks its owner. Called on the reading thread only, inside ceditline_read.
typedef struct {
  /// Handed back as the first argument of each call.
  void *_Nullable context;
  /// Whether Enter runs this text (true) or starts another line of it (false).
  bool (*_Nonnull is_complete)(void *_Nullable context, const char *_Nonnull text);
  /// Tab, or Ctrl-D at the end of the text (then `only_list`: insert nothing). Answers by calling
  /// ceditline_replace or ceditline_print_below, or neither, which beeps. `cursor` is in bytes.
  void (*_Nonnull complete)(
      void *_Nullable context, ceditline *_Nonnull editor, const char *_Nonnull text,
      size_t cursor, bool only_list);
} ceditline_callbacks;

/// How a read ended.
typedef enum : int {
  /// Enter on a finished statement; ceditline_text has it.
  CEDITLINE_STATEMENT,
  /// Ctrl-C on an empty buffer.
  CEDITLINE_INTERRUPTED_EMPTY,
  /// Ctrl-C with text in the buffer, which is gone.
  CEDITLINE_INTERRUPTED_TEXT,
  /// Ctrl-D on an empty buffer, or the terminal went away.
  CEDITLINE_CLOSED,
} ceditline_outcome;

/// Opens an editor on two descriptors of a terminal. `terminal` names its kind, NULL takes $TERM.
/// NULL when the terminal cannot be edited on, or the person's ~/.editrc says `edit off`; then
/// read lines plainly. `program` is the name `~/.editrc` lines may be limited to.
ceditline *_Nullable ceditline_begin(
    const char *_Nonnull program, const char *_Nullable terminal, int input, int output,
    ceditline_callbacks callbacks);

/// Gives the terminal back and frees the editor.
void ceditline_end(ceditline *_Nonnull editor);

/// Reads one statement, over several lines if need be. An escape sequence in `prompt` must stand
/// between two \001 and be followed by a printing character.
ceditline_outcome ceditline_read(ceditline *_Nonnull editor, const char *_Nonnull prompt);

/// The statement of the last read, without its final newline; valid until the next one.
const char *_Nonnull ceditline_text(const ceditline *_Nonnull editor);

/// Makes a statement reachable with Up and Ctrl-R.
void ceditline_remember(ceditline *_Nonnull editor, const char *_Nonnull statement);

/// Replaces the `count` code points before the cursor; only from within `complete`.
void ceditline_replace(ceditline *_Nonnull editor, size_t count, const char *_Nonnull text);

/// Shows lines below the buffer, then draws the buffer anew under them; only from within
/// `complete`. Each line of `text` ends with a newline.
void ceditline_print_below(ceditline *_Nonnull editor, const char *_Nonnull text);

/// How many columns the editor's terminal has.
int ceditline_columns(const ceditline *_Nonnull editor);

/// How many columns `text` takes as libedit draws it: wcwidth, code point by code point.
int ceditline_width(const char *_Nonnull text);

/// Bytes that become code points; what the editor reads its keys through.
typedef struct {
  /// The descriptor the bytes come from.
  int descriptor;
  /// The bytes read and not yet used: held[first] up to held[last].
  size_t first, last;
  unsigned char held[1024];
} ceditline_bytes;

/// What ceditline_next_scalar can return besides a code point.
enum : int { CEDITLINE_NO_MORE = -1, CEDITLINE_SIGNALLED = -2 };

/// Reads one code point, waiting for the rest of one that is cut in two. A byte that belongs to
/// none becomes U+FFFD. CEDITLINE_NO_MORE at the end; CEDITLINE_SIGNALLED and the signal's number
/// when a signal came first.
int32_t ceditline_next_scalar(ceditline_bytes *_Nonnull bytes, int *_Nonnull signal_number);

/// The size of the terminal behind a descriptor. False when it is none, or does not say.
bool ceditline_window_size(int descriptor, int *_Nonnull columns, int *_Nonnull rows);

/// From now on SIGINT sets the flag below instead of ending the process. Does nothing when
/// SIGINT was ignored from the start (`nohup`, a background job), or the second time.
void ceditline_install_interrupt(void);

/// Whether SIGINT arrived since the flag was cleared. Long work polls this; any thread may.
bool ceditline_interrupt_requested(void);

/// Forgets an interrupt; any thread may.
void ceditline_clear_interrupt(void);

/// Waits until `descriptor` can be read (0), a signal of ours arrives (its number), or
/// `milliseconds` pass or the wait fails (-1). Negative milliseconds wait for ever.
int ceditline_wait(int descriptor, int milliseconds);

/// Forgets the signals that arrived before now, and the interrupt flag with them.
void ceditline_forget_signals(void);
