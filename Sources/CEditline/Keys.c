// The character reader behind EL_GETCFN.
//
// libedit's own reader blocks in read(2), so it can neither wait for a signal nor know a paste
// from typing. This one polls the terminal beside the self-pipe. It also takes bracketed pastes
// out of the stream (ESC [200~ ... ESC [201~, which libedit has never heard of), and the arrows
// and their like: done here and not in the key map, they arrive whole in emacs mode, in vi mode,
// where ESC would end insertion first, and in the middle of a search.
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

// What follows an ESC, and the key that it is.
static const struct {
  const char *bytes;
  wchar_t key;
} sequences[] = {
    {"[200~", KEY_PASTE[0]},
    {"[A", CEDITLINE_KEY_UP},           {"OA", CEDITLINE_KEY_UP},
    {"[B", CEDITLINE_KEY_DOWN},         {"OB", CEDITLINE_KEY_DOWN},
    {"[C", CEDITLINE_KEY_RIGHT},        {"OC", CEDITLINE_KEY_RIGHT},
    {"[D", CEDITLINE_KEY_LEFT},         {"OD", CEDITLINE_KEY_LEFT},
    {"[H", CEDITLINE_KEY_HOME},         {"OH", CEDITLINE_KEY_HOME},
    {"[1~", CEDITLINE_KEY_HOME},        {"[7~", CEDITLINE_KEY_HOME},
    {"[F", CEDITLINE_KEY_END},          {"OF", CEDITLINE_KEY_END},
    {"[4~", CEDITLINE_KEY_END},         {"[8~", CEDITLINE_KEY_END},
    {"[3~", CEDITLINE_KEY_DELETE},      {"\r", CEDITLINE_KEY_ALT_ENTER},
    {"[1;5C", CEDITLINE_KEY_WORD_RIGHT}, {"[1;3C", CEDITLINE_KEY_WORD_RIGHT},
    {"[1;5D", CEDITLINE_KEY_WORD_LEFT}, {"[1;3D", CEDITLINE_KEY_WORD_LEFT},
    {"\n", CEDITLINE_KEY_ALT_ENTER},
};
enum { sequence_count = sizeof sequences / sizeof *sequences };

// The key that an ESC and what follows it are, which is taken out; the ESC itself when they are
// none. The bytes of one key arrive together, save on the slowest of lines, so a short wait tells
// a lone ESC apart.
static wchar_t key_behind_escape(ceditline_bytes *bytes) {
  enum { patience_milliseconds = 30 };
  for (;;) {
    size_t count = bytes->last - bytes->first;
    bool may_become_one = false;
    for (int i = 0; i < sequence_count; i++) {
      size_t length = strlen(sequences[i].bytes);
      size_t compared = count < length ? count : length;
      if (memcmp(bytes->held + bytes->first, sequences[i].bytes, compared) != 0) continue;
      if (compared < length) {
        may_become_one = true;
        continue;
      }
      bytes->first += length;
      return sequences[i].key;
    }
    struct pollfd terminal = {.fd = bytes->descriptor, .events = POLLIN};
    if (!may_become_one || poll(&terminal, 1, patience_milliseconds) <= 0) return L'\033';
    if (!bytes_read_more(bytes)) return L'\033';
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
void keys_take_terminal_back(ceditline *editor) {
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
    keys_take_terminal_back(editor);
    el_resize(editor->el);
    el_wset(editor->el, EL_REFRESH);
  }
  if (signal_number == SIGCONT) keys_take_terminal_back(editor);
  if (signal_number == SIGCONT || signal_number == SIGWINCH) screen_redraw(editor);
}

static bool is_key_waiting(const ceditline_bytes *bytes) {
  struct pollfd terminal = {.fd = bytes->descriptor, .events = POLLIN};
  return bytes->first < bytes->last || poll(&terminal, 1, 0) > 0;
}

int keys_read(EditLine *el, wchar_t *key) {
  ceditline *editor = editor_of(el);
  if (editor->search_prompt == NULL) undo_note(editor);
  for (;;) {
    int signal_number = 0;
    if (!is_key_waiting(&editor->bytes)) paint(editor);
    int32_t scalar = ceditline_next_scalar(&editor->bytes, &signal_number);
    paint_take_hint_away(editor);
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
    *key = scalar == L'\033' ? key_behind_escape(&editor->bytes) : scalar;
    if (*key != KEY_PASTE[0] || read_paste(editor, &signal_number)) return 1;
    if (signal_number == SIGINT) return interrupted(editor);
    editor->ending = ENDING_CLOSED;
    return 0;
  }
}
