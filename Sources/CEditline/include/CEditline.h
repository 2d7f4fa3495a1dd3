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
  /// How the text looks, asked when no key is waiting. Answers by calling ceditline_color and
  /// ceditline_hint. `cursor` is in bytes.
  void (*_Nonnull decorate)(
      void *_Nullable context, ceditline *_Nonnull editor, const char *_Nonnull text,
      size_t cursor);
  /// The text is to be edited by another program, which has the terminal meanwhile. Answers by
  /// calling ceditline_set_text, or not, which beeps.
  void (*_Nonnull edit)(
      void *_Nullable context, ceditline *_Nonnull editor, const char *_Nonnull text);
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

/// Keys that terminals send as sequences behind an escape, as one character each: C1 controls,
/// which the reader drops wherever else they come from.
typedef enum : uint32_t {
  CEDITLINE_KEY_UP = 0x84,
  CEDITLINE_KEY_DOWN,
  CEDITLINE_KEY_RIGHT,
  CEDITLINE_KEY_LEFT,
  CEDITLINE_KEY_HOME,
  CEDITLINE_KEY_END,
  CEDITLINE_KEY_DELETE,
  CEDITLINE_KEY_WORD_RIGHT,
  CEDITLINE_KEY_WORD_LEFT,
  CEDITLINE_KEY_ALT_ENTER,
} ceditline_key;

/// Where a key is bound: while text is typed, or among the commands of vi.
typedef enum : int { CEDITLINE_TYPING, CEDITLINE_COMMANDING } ceditline_keymap;

/// Opens an editor on two descriptors of a terminal. `terminal` names its kind, NULL takes $TERM.
/// NULL when the terminal cannot be edited on. `program` is the name `~/.editrc` lines may be
/// limited to.
ceditline *_Nullable ceditline_begin(
    const char *_Nonnull program, const char *_Nullable terminal, int input, int output,
    ceditline_callbacks callbacks);

/// Gives the terminal back and frees the editor.
void ceditline_end(ceditline *_Nonnull editor);

/// Takes up `~/.editrc`. False when it says `edit off`; then read lines plainly.
bool ceditline_take_up_preferences(ceditline *_Nonnull editor);

/// Whether the keys are those of vi.
bool ceditline_is_vi(const ceditline *_Nonnull editor);

/// Takes the keys of vi, or those of emacs; what was bound before is gone.
void ceditline_set_vi(ceditline *_Nonnull editor, bool is_vi);

/// Binds a key in libedit's notation to a command of libedit or of ours. False where there is no
/// such command.
bool ceditline_bind(
    ceditline *_Nonnull editor, ceditline_keymap map, const char *_Nonnull key,
    const char *_Nonnull command);

/// Reads one statement, over several lines if need be. An escape sequence in `prompt` must stand
/// between two \001 and be followed by a printing character.
ceditline_outcome ceditline_read(ceditline *_Nonnull editor, const char *_Nonnull prompt);

/// The statement of the last read, without its final newline; valid until the next one.
const char *_Nonnull ceditline_text(const ceditline *_Nonnull editor);

/// Makes a statement reachable with Up and Ctrl-R; with `folds`, an older one that says the same
/// no longer is.
void ceditline_remember(
    ceditline *_Nonnull editor, const char *_Nonnull statement, bool folds);

/// Makes no statement reachable.
void ceditline_forget(ceditline *_Nonnull editor);

/// Replaces the `count` code points before the cursor; only from within `complete`.
void ceditline_replace(ceditline *_Nonnull editor, size_t count, const char *_Nonnull text);

/// Shows lines below the buffer, then draws the buffer anew under them; only from within
/// `complete`. Each line of `text` ends with a newline.
void ceditline_print_below(ceditline *_Nonnull editor, const char *_Nonnull text);

/// Colours the bytes from `from` up to `to` by the parameters of an SGR sequence, such as "1;34";
/// only from within `decorate`, in the order of the text, without overlaps.
void ceditline_color(
    ceditline *_Nonnull editor, size_t from, size_t to, const char *_Nonnull style);

/// Shows a text behind the end of the buffer while the cursor stands there, in a style; only from
/// within `decorate`.
void ceditline_hint(
    ceditline *_Nonnull editor, const char *_Nonnull hint, const char *_Nonnull style);

/// Shows how the newest remembered statement that begins as the buffer does goes on, in a style,
/// to be taken with a key; only from within `decorate`.
void ceditline_suggest(ceditline *_Nonnull editor, const char *_Nonnull style);

/// Puts a text in place of the whole buffer; only from within `edit`.
void ceditline_set_text(ceditline *_Nonnull editor, const char *_Nonnull text);

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

/// Whether a terminal shows what is typed while nobody reads it. Off, it is shown again to whoever
/// comes next where the process stops or ends.
void ceditline_set_echo(int descriptor, bool on);

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
