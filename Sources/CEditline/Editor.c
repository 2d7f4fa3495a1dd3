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

static wchar_t *prompt_of(EditLine *el) {
  static wchar_t nothing[] = L"";
  ceditline *editor = editor_of(el);
  return editor->prompt_hidden || editor->prompt == NULL ? nothing : editor->prompt;
}

void editor_empty(ceditline *editor) {
  // LineInfoW is the head of libedit's own line, which is how its readline emulation moves the
  // ends too; el_deletestr would put the text in the kill buffer.
  LineInfoW *line = (LineInfoW *)el_wline(editor->el);
  line->cursor = line->lastchar = line->buffer;
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
// `bind` to a name libedit does not know can corrupt its heap, and bound after, since what the
// editor relies on must hold whatever the file says.
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
  el_source(el, NULL);
  commands_bind(editor);
  int editing = 0;
  el_wget(el, EL_EDITMODE, &editing);
  return editing != 0 && can_draw(el);
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

static void close_stream(FILE *stream) {
  if (stream != NULL && stream != stdin && stream != stdout) fclose(stream);
}

void ceditline_end(ceditline *editor) {
  if (editor->el != NULL) el_end(editor->el);
  if (editor->history != NULL) history_wend(editor->history);
  close_stream(editor->input);
  close_stream(editor->output);
  walk_reset(editor);
  free(editor->prompt);
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
  // A search that was interrupted ended its line itself, and then the count is 0; so did
  // nothing else.
  if (editor->ending != ENDING_INTERRUPTED || count < 0) fputc('\n', editor->output);
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
  editor->had_text = false;
  walk_reset(editor);
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

void ceditline_remember(ceditline *editor, const char *statement) {
  HistEventW event;
  wchar_t *wide = wide_from_utf8(statement);
  if (wide != NULL) history_w(editor->history, &event, H_ENTER, wide);
  free(wide);
}

void ceditline_replace(ceditline *editor, size_t count, const char *text) {
  wchar_t *wide = wide_from_utf8(text);
  if (wide == NULL) return;
  el_deletestr(editor->el, (int)count);
  el_winsertstr(editor->el, wide);
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
