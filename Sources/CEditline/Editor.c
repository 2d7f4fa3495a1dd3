// An editor's life: it begins on a terminal, reads statements, and gives the terminal back.
#define _GNU_SOURCE

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Editor.h"

ceditline *editor_of(EditLine *el) {
  ceditline *editor = NULL;
  el_wget(el, EL_CLIENTDATA, &editor);
  return editor;
}

const wchar_t *editor_prompt(const ceditline *editor) {
  static const wchar_t nothing[] = L"";
  const wchar_t *shown = editor->search_prompt == NULL ? editor->prompt : editor->search_prompt;
  return editor->prompt_hidden || shown == NULL ? nothing : shown;
}

static wchar_t *prompt_of(EditLine *el) { return (wchar_t *)editor_prompt(editor_of(el)); }

void editor_empty(ceditline *editor) {
  // LineInfoW is the head of libedit's own line, which is how its readline emulation moves the
  // ends too; el_deletestr would put the text in the kill buffer.
  LineInfoW *line = (LineInfoW *)el_wline(editor->el);
  line->cursor = line->lastchar = line->buffer;
}

void editor_replace(ceditline *editor, const wchar_t *text, size_t cursor) {
  editor_empty(editor);
  if (*text != L'\0') el_winsertstr(editor->el, text);
  const LineInfoW *line = el_wline(editor->el);
  el_cursor(editor->el, (int)((line->buffer + cursor) - line->cursor));
}

void editor_mark_pastes(ceditline *editor, bool on) {
  fputs(on ? "\033[?2004h" : "\033[?2004l", editor->output);
  fflush(editor->output);
}

// Whether the terminal can clear to the end of a line: libedit takes one it has never heard of
// for a teletype, on which multi-line editing is unreadable.
static bool can_draw(EditLine *el) {
  char *clear_to_end = NULL;
  el_wget(el, EL_GETTC, "ce", &clear_to_end);
  return clear_to_end != NULL && *clear_to_end != '\0';
}

// el_init complains on the error stream about a terminal it does not know. There are plain reads
// for that case, so it complains to nobody.
static EditLine *init_quietly(
    const char *program, const char *terminal, FILE *input, FILE *output) {
  const char *environment = getenv("TERM");
  FILE *nowhere = fopen("/dev/null", "w");
  if (nowhere == NULL) return NULL;
  EditLine *el = el_init(program, input, output, nowhere);
  if (el != NULL && terminal != NULL &&
      (environment == NULL || strcmp(terminal, environment) != 0)) {
    el_wset(el, EL_TERMINAL, terminal);
  }
  if (el != NULL) el_wset(el, EL_SETFP, 2, stderr);
  fclose(nowhere);
  return el;
}

static FILE *stream(int descriptor, int standard, FILE *standard_stream, const char *mode) {
  if (descriptor == standard) return standard_stream;
  int own = dup(descriptor);
  FILE *opened = own < 0 ? NULL : fdopen(own, mode);
  if (opened == NULL && own >= 0) close(own);
  return opened;
}

// Everything libedit is told once. Our commands are added before ~/.editrc is read, since a
// `bind` to a name libedit does not know can corrupt its heap.
static bool set_up(ceditline *editor) {
  EditLine *el = editor->el;
  HistEventW event;
  el_wset(el, EL_CLIENTDATA, editor);
  el_wset(el, EL_SIGNAL, 0);
  // Else a pasted "\r\n" arrives as two line ends. Enter is bound as ^M and as ^J.
  el_wset(el, EL_SETTY, L"-d", L"-icrnl", L"-inlcr", NULL);
  el_wset(el, EL_EDITOR, L"emacs");
  el_wset(el, EL_PROMPT_ESC, prompt_of, L'\001');
  el_wset(el, EL_GETCFN, keys_read);
  history_w(editor->history, &event, H_SETSIZE, INT32_MAX);
  el_wset(el, EL_HIST, history_w, editor->history);
  commands_add(editor);
  commands_bind_private(editor);
  return can_draw(el);
}

ceditline *ceditline_begin(
    const char *program, const char *terminal, int input, int output,
    ceditline_callbacks callbacks) {
  if (!isatty(input) || !isatty(output)) return NULL;
  take_up_locale();
  ceditline_install_interrupt();
  ceditline *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->callbacks = callbacks;
  editor->bytes.descriptor = input;
  editor->owns_files = input != STDIN_FILENO || output != STDOUT_FILENO;
  editor->input = stream(input, STDIN_FILENO, stdin, "r");
  editor->output = stream(output, STDOUT_FILENO, stdout, "w");
  editor->history = history_winit();
  if (editor->input != NULL && editor->output != NULL && editor->history != NULL) {
    editor->el = init_quietly(program, terminal, editor->input, editor->output);
  }
  if (editor->el == NULL || !set_up(editor)) {
    ceditline_end(editor);
    return NULL;
  }
  return editor;
}

bool ceditline_take_up_preferences(ceditline *editor) {
  int editing = 0;
  el_source(editor->el, NULL);
  commands_bind_private(editor);
  el_wget(editor->el, EL_EDITMODE, &editing);
  return editing != 0;
}

bool ceditline_is_vi(const ceditline *editor) {
  const wchar_t *mode = L"emacs";
  el_wget(editor->el, EL_EDITOR, &mode);
  return wcscmp(mode, L"vi") == 0;
}

void ceditline_set_vi(ceditline *editor, bool is_vi) {
  el_wset(editor->el, EL_EDITOR, is_vi ? L"vi" : L"emacs");
  commands_bind_private(editor);
}

bool ceditline_bind(
    ceditline *editor, ceditline_keymap map, const char *key, const char *command) {
  wchar_t *wide_key = wide_from_utf8(key), *wide_command = wide_from_utf8(command);
  int failed = -1;
  if (wide_key != NULL && wide_command != NULL) {
    failed = map == CEDITLINE_COMMANDING
                 ? el_wset(editor->el, EL_BIND, L"-a", wide_key, wide_command, NULL)
                 : el_wset(editor->el, EL_BIND, wide_key, wide_command, NULL);
  }
  free(wide_key);
  free(wide_command);
  return failed == 0;
}

static void close_stream(FILE *stream) {
  if (stream != NULL && stream != stdin && stream != stdout) fclose(stream);
}

void ceditline_end(ceditline *editor) {
  walk_reset(editor);
  undo_reset(editor);
  if (editor->history != NULL) ceditline_forget(editor);
  if (editor->el != NULL) el_end(editor->el);
  if (editor->history != NULL) history_wend(editor->history);
  close_stream(editor->input);
  close_stream(editor->output);
  free(editor->entries);
  free(editor->spans);
  free(editor->hint);
  free(editor->suggestion);
  free(editor->prompt);
  free(editor->search_prompt);
  free(editor->paste);
  free(editor->text);
  free(editor);
}

static ceditline_outcome conclude(ceditline *editor, const wchar_t *line, int count) {
  if (editor->ending == ENDING_NONE && line != NULL && count > 0) {
    size_t kept = (size_t)count - (line[count - 1] == L'\n');
    free(editor->text);
    editor->text = utf8_from_wide(line, kept);
    return CEDITLINE_STATEMENT;
  }
  fputc('\n', editor->output);
  fflush(editor->output);
  el_reset(editor->el);
  if (editor->ending != ENDING_INTERRUPTED) return CEDITLINE_CLOSED;
  ceditline_clear_interrupt();
  return editor->had_text ? CEDITLINE_INTERRUPTED_TEXT : CEDITLINE_INTERRUPTED_EMPTY;
}

ceditline_outcome ceditline_read(ceditline *editor, const char *prompt) {
  int count = 0;
  free(editor->prompt);
  editor->prompt = wide_from_utf8(prompt);
  editor->prompt_hidden = false;
  editor->ending = ENDING_NONE;
  editor->had_text = editor->is_painted = editor->hint_shown = false;
  walk_reset(editor);
  undo_reset(editor);
  ceditline_forget_signals();
  signals_enter_read(fileno(editor->input), fileno(editor->output));
  // libedit would show the prompt first and take the keys raw after; a Ctrl-D typed in between
  // would be lost to the terminal's own line editing.
  el_wset(editor->el, EL_PREP_TERM, 1);
  editor_mark_pastes(editor, true);
  const wchar_t *line = el_wgets(editor->el, &count);
  editor_mark_pastes(editor, false);
  signals_leave_read();
  return conclude(editor, line, count);
}

const char *ceditline_text(const ceditline *editor) {
  return editor->text == NULL ? "" : editor->text;
}

void ceditline_replace(ceditline *editor, size_t count, const char *text) {
  wchar_t *wide = wide_from_utf8(text);
  if (wide == NULL) return;
  el_deletestr(editor->el, (int)count);
  el_winsertstr(editor->el, wide);
  free(wide);
  editor->replaced = true;
}

void ceditline_set_text(ceditline *editor, const char *text) {
  wchar_t *wide = wide_from_utf8(text);
  if (wide == NULL) return;
  editor_replace(editor, wide, wcslen(wide));
  free(wide);
  editor->replaced = true;
}

void ceditline_print_below(ceditline *editor, const char *text) {
  screen_go_below_text(editor);
  fputc('\n', editor->output);
  fputs(text, editor->output);
  el_wset(editor->el, EL_REFRESH);
  editor->printed = true;
}
