// What the keys do.
#define _GNU_SOURCE

#include <stdlib.h>
#include <wctype.h>

#include "Editor.h"

static bool is_blank(const wchar_t *from, const wchar_t *to) {
  while (from < to && iswspace((wint_t)*from)) from++;
  return from == to;
}

static char *whole_text(ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  return utf8_from_wide(line->buffer, (size_t)(line->lastchar - line->buffer));
}

static unsigned char new_line(EditLine *el, wint_t key) {
  (void)key;
  return el_winsertstr(el, L"\n") == 0 ? CC_REFRESH : CC_ERROR;
}

// Enter. A finished statement runs from wherever the cursor is. An unfinished one goes on in a
// new line, unless its last line is blank: a second Enter always gets an answer, be it an error.
static unsigned char enter(EditLine *el, wint_t key) {
  ceditline *editor = editor_of(el);
  const LineInfoW *line = el_wline(el);
  const wchar_t *last_line = line->lastchar;
  while (last_line > line->buffer && last_line[-1] != L'\n') last_line--;
  if (!is_blank(last_line, line->lastchar)) {
    char *text = whole_text(editor);
    bool complete =
        text == NULL || editor->callbacks.is_complete(editor->callbacks.context, text);
    free(text);
    if (!complete) return new_line(el, key);
  }
  // Only ed-newline knows on which row the text ends; returning CC_NEWLINE from here would leave
  // the cursor where it is and let the answer overwrite the last line.
  el_wpush(el, KEY_RUN);
  return CC_NORM;
}

static unsigned char ask_completion(ceditline *editor, bool only_list) {
  const LineInfoW *line = el_wline(editor->el);
  size_t cursor = utf8_length(line->buffer, (size_t)(line->cursor - line->buffer));
  char *text = whole_text(editor);
  if (text == NULL) return CC_ERROR;
  editor->replaced = editor->printed = false;
  editor->callbacks.complete(editor->callbacks.context, editor, text, cursor, only_list);
  free(text);
  if (editor->replaced) return CC_REFRESH;
  // What was printed was followed by a redraw already.
  return editor->printed ? CC_NORM : CC_REFRESH_BEEP;
}

static unsigned char complete(EditLine *el, wint_t key) {
  (void)key;
  return ask_completion(editor_of(el), false);
}

// Ctrl-D: leaves when there is nothing, deletes when there is something under the cursor, and
// lists what could follow at the end.
static unsigned char delete_or_leave(EditLine *el, wint_t key) {
  (void)key;
  ceditline *editor = editor_of(el);
  const LineInfoW *line = el_wline(el);
  if (line->buffer == line->lastchar) {
    editor->ending = ENDING_CLOSED;
    return CC_EOF;
  }
  if (line->cursor == line->lastchar) return ask_completion(editor, true);
  return motion_delete(el) ? CC_REFRESH : CC_ERROR;
}

static unsigned char insert_paste(EditLine *el, wint_t key) {
  (void)key;
  ceditline *editor = editor_of(el);
  const LineInfoW *line = el_wline(el);
  wchar_t *paste = editor->paste;
  if (paste == NULL) return CC_ERROR;
  size_t count = wcslen(paste);
  // A line copied whole brings its line end along; nobody wants an empty line after it.
  if (line->cursor == line->lastchar) {
    while (count > 0 && paste[count - 1] == L'\n') paste[--count] = L'\0';
  }
  int failed = el_winsertstr(el, paste);
  free(paste);
  editor->paste = NULL;
  return failed != 0 && count > 0 ? CC_ERROR : CC_REFRESH;
}

// Hands the text to another program, and the terminal with it.
static unsigned char edit_elsewhere(EditLine *el, wint_t key) {
  (void)key;
  ceditline *editor = editor_of(el);
  char *text = whole_text(editor);
  if (text == NULL) return CC_ERROR;
  screen_go_below_text(editor);
  fputc('\n', editor->output);
  editor_mark_pastes(editor, false);
  el_wset(el, EL_PREP_TERM, 0);
  signals_leave_read();
  editor->replaced = false;
  editor->callbacks.edit(editor->callbacks.context, editor, text);
  free(text);
  ceditline_forget_signals();
  signals_enter_read(fileno(editor->input), fileno(editor->output));
  keys_take_terminal_back(editor);
  el_resize(el);
  el_wset(el, EL_REFRESH);
  if (!editor->replaced) el_beep(el);
  return CC_NORM;
}

void commands_bind_private(ceditline *editor) {
  static const wchar_t *const private[][2] = {
      {KEY_RUN, L"ed-newline"}, {KEY_PASTE, L"kith-paste"}};
  for (size_t i = 0; i < sizeof private / sizeof *private; i++) {
    el_wset(editor->el, EL_BIND, private[i][0], private[i][1], NULL);
    if (!ceditline_is_vi(editor)) continue;
    el_wset(editor->el, EL_BIND, L"-a", private[i][0], private[i][1], NULL);
  }
}

void commands_add(ceditline *editor) {
  EditLine *el = editor->el;
  el_wset(el, EL_ADDFN, L"kith-enter", L"Run the statement, or go on in a new line", enter);
  el_wset(el, EL_ADDFN, L"kith-new-line", L"Go on in a new line", new_line);
  el_wset(el, EL_ADDFN, L"kith-complete", L"Complete the word before the cursor", complete);
  el_wset(el, EL_ADDFN, L"kith-delete", L"Delete, list completions or leave", delete_or_leave);
  el_wset(el, EL_ADDFN, L"kith-paste", L"Insert a bracketed paste", insert_paste);
  el_wset(el, EL_ADDFN, L"kith-edit", L"Edit the statement in another program", edit_elsewhere);
  el_wset(el, EL_ADDFN, L"kith-search", L"Search older statements", search_back);
  el_wset(el, EL_ADDFN, L"kith-undo", L"Take back the last change", undo);
  motion_add(editor);
  walk_add(editor);
}
