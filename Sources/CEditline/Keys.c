// The character reader behind EL_GETCFN.
//
// libedit's own reader blocks in read(2), so it can neither wait for a signal nor know a paste
// from typing. This one polls the terminal beside the self-pipe. It also takes bracketed pastes
// out of the stream (ESC [200~ ... ESC [201~, which libedit has never heard of): done here and
// not in the key map, a paste arrives whole in emacs mode, in vi mode, where ESC would end
// insertion first, and in the middle of a search.
#define _GNU_SOURCE

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "Editor.h"

// The longest paste taken, in code points; the rest of a longer one is read and dropped.
enum { paste_limit = 1 << 20, first_paste_room = 4096 };

static bool is_control(int32_t scalar) {
  return scalar < 0x20 || (scalar >= 0x7F && scalar < 0xA0);
}

// Whether what follows an ESC announces a paste; takes the announcement out if so. The bytes of
// one key arrive together, save on the slowest of lines, so a short wait tells a lone ESC apart.
static bool paste_begins(ceditline_bytes *bytes) {
  static const char announcement[] = "[200~";
  enum { length = sizeof announcement - 1, patience_milliseconds = 30 };
  for (;;) {
    size_t count = bytes->last - bytes->first;
    size_t compared = count < length ? count : length;
    if (memcmp(bytes->held + bytes->first, announcement, compared) != 0) return false;
    if (compared == length) {
      bytes->first += length;
      return true;
    }
    struct pollfd terminal = {.fd = bytes->descriptor, .events = POLLIN};
    if (poll(&terminal, 1, patience_milliseconds) <= 0) return false;
    if (!bytes_read_more(bytes)) return false;
  }
}

// Line ends become \n; a tab becomes two spaces, for libedit would draw it as eight and a Tab
// typed by hand completes; other control characters are never part of a question.
static void clean_up(wchar_t *text) {
  wchar_t *kept = text;
  wchar_t before = L'\0';
  for (wchar_t *next = text; *next != L'\0'; next++) {
    wchar_t given = *next;
    if (given == L'\r' || (given == L'\n' && before != L'\r')) *kept++ = L'\n';
    // read_paste stores each tab twice, which makes two spaces.
    if (given == L'\t') *kept++ = L' ';
    if (!is_control(given)) *kept++ = given;
    before = given;
  }
  *kept = L'\0';
}

// Reads up to ESC [201~. False when the terminal went away or Ctrl-C gave the paste up.
static bool read_paste(ceditline *editor, int *signal_number) {
  static const wchar_t end[] = L"\033[201~";
  enum { end_length = sizeof end / sizeof *end - 1 };
  size_t count = 0, room = first_paste_room;
  free(editor->paste);
  wchar_t *paste = editor->paste = malloc(room * sizeof *paste);
  while (paste != NULL) {
    int32_t scalar = ceditline_next_scalar(&editor->bytes, signal_number);
    if (scalar == CEDITLINE_SIGNALLED && *signal_number != SIGINT) continue;
    if (scalar < 0) return false;
    if (scalar == 0) continue;
    if (count + 3 > room) {
      wchar_t *larger = realloc(paste, (room *= 2) * sizeof *paste);
      if (larger == NULL) return false;
      paste = editor->paste = larger;
    }
    // Past the limit only enough is kept to see the end.
    if (count >= paste_limit + end_length) {
      wmemmove(paste + paste_limit, paste + count - end_length + 1, end_length - 1);
      count = paste_limit + end_length - 1;
    }
    paste[count++] = scalar;
    if (scalar == L'\t') paste[count++] = L'\t';
    if (count < end_length) continue;
    size_t text = count - end_length;
    if (wmemcmp(paste + text, end, end_length) != 0) continue;
    paste[text < paste_limit ? text : paste_limit] = L'\0';
    clean_up(paste);
    return true;
  }
  return false;
}

// What Ctrl-C leaves behind: the text on the screen, closed with ^C, and an empty buffer.
static int interrupted(ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  editor->ending = ENDING_INTERRUPTED;
  editor->had_text = line->lastchar > line->buffer;
  editor->bytes.first = editor->bytes.last = 0;
  screen_go_below_text(editor);
  fputs("^C", editor->output);
  // If a command is under way (a search, say) it will now close its line on the screen; nothing
  // being left to draw, that costs no stray rows.
  editor_empty(editor);
  editor->prompt_hidden = true;
  el_wset(editor->el, EL_REFRESH);
  return -1;
}

// Whoever ran meanwhile left the terminal as they liked it, and libedit believes it is still raw
// until told otherwise.
static void take_terminal_back(ceditline *editor) {
  el_wset(editor->el, EL_PREP_TERM, 0);
  el_wset(editor->el, EL_PREP_TERM, 1);
  editor_mark_pastes(editor, true);
}

static void answer(ceditline *editor, int signal_number) {
  if (signal_number == SIGTSTP) {
    screen_go_below_text(editor);
    fputc('\n', editor->output);
    editor_mark_pastes(editor, false);
    el_wset(editor->el, EL_PREP_TERM, 0);
    signals_stop_self();
    take_terminal_back(editor);
    el_resize(editor->el);
    el_wset(editor->el, EL_REFRESH);
  }
  if (signal_number == SIGCONT) take_terminal_back(editor);
  if (signal_number == SIGCONT || signal_number == SIGWINCH) screen_redraw(editor);
}

int keys_read(EditLine *el, wchar_t *key) {
  ceditline *editor = editor_of(el);
  for (;;) {
    int signal_number = 0;
    int32_t scalar = ceditline_next_scalar(&editor->bytes, &signal_number);
    if (scalar == L'\033' && paste_begins(&editor->bytes)) {
      *key = KEY_PASTE[0];
      if (read_paste(editor, &signal_number)) return 1;
      scalar = signal_number == SIGINT ? CEDITLINE_SIGNALLED : CEDITLINE_NO_MORE;
    }
    if (scalar == CEDITLINE_SIGNALLED) {
      if (signal_number == SIGINT) return interrupted(editor);
      answer(editor, signal_number);
      continue;
    }
    if (scalar == CEDITLINE_NO_MORE) {
      editor->ending = ENDING_CLOSED;
      return 0;
    }
    // C1 controls are our private keys (Editor.h).
    if (scalar >= 0x80 && scalar < 0xA0) continue;
    *key = scalar;
    return 1;
  }
}
