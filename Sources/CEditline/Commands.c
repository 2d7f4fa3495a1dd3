// What the keys do, and how they are bound.
#define _GNU_SOURCE

#include <stdlib.h>
#include <wctype.h>

#include "Editor.h"

static bool is_blank(const wchar_t *from, const wchar_t *to) {
  while (from < to && iswspace((wint_t)*from)) from++;
  return from == to;
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
    char *text = utf8_from_wide(line->buffer, (size_t)(line->lastchar - line->buffer));
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
  char *text = utf8_from_wide(line->buffer, (size_t)(line->lastchar - line->buffer));
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
  el_cursor(el, 1);
  el_deletestr(el, 1);
  return CC_REFRESH;
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

void commands_add(ceditline *editor) {
  EditLine *el = editor->el;
  el_wset(el, EL_ADDFN, L"kith-enter", L"Run the statement, or go on in a new line", enter);
  el_wset(el, EL_ADDFN, L"kith-new-line", L"Go on in a new line", new_line);
  el_wset(el, EL_ADDFN, L"kith-complete", L"Complete the word before the cursor", complete);
  el_wset(el, EL_ADDFN, L"kith-delete", L"Delete, list completions or leave", delete_or_leave);
  el_wset(el, EL_ADDFN, L"kith-paste", L"Insert a bracketed paste", insert_paste);
  el_wset(el, EL_ADDFN, L"kith-up", L"A line up, or an older statement", walk_up);
  el_wset(el, EL_ADDFN, L"kith-down", L"A line down, or a newer statement", walk_down);
  el_wset(el, EL_ADDFN, L"kith-match", L"An older statement beginning so", walk_to_match);
  el_wset(el, EL_ADDFN, L"kith-search", L"Search older statements", walk_search);
}

typedef struct {
  const wchar_t *key, *command;
} binding;

// In emacs mode, and while inserting in vi mode.
static const binding everywhere[] = {
    {KEY_RUN, L"ed-newline"},
    {KEY_SEARCH, L"em-inc-search-prev"},
    {KEY_PASTE, L"kith-paste"},
    {L"^M", L"kith-enter"},
    {L"^J", L"kith-enter"},
    {L"^I", L"kith-complete"},
    {L"^D", L"kith-delete"},
    {L"^P", L"kith-up"},
    {L"^N", L"kith-down"},
    // libedit's default is ed-redisplay in some builds.
    {L"^R", L"kith-search"},
    // em-kill-region by default, which is nobody's habit.
    {L"^W", L"ed-delete-prev-word"},
};

// ESC leads a sequence in emacs mode only; in vi mode it ends insertion.
static const binding emacs_only[] = {
    {L"\\e^M", L"kith-new-line"}, {L"\\e^J", L"kith-new-line"}, {L"\\ep", L"kith-match"},
    {L"\\e[A", L"kith-up"},       {L"\\e[B", L"kith-down"},     {L"\\eOA", L"kith-up"},
    {L"\\eOB", L"kith-down"},
};

// vi's command mode; libedit takes the ESC of an arrow as the way in and reads on with these.
static const binding vi_commands[] = {
    {L"[A", L"kith-up"}, {L"[B", L"kith-down"}, {L"k", L"kith-up"}, {L"j", L"kith-down"},
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

void commands_bind(ceditline *editor) {
  EditLine *el = editor->el;
  const wchar_t *mode = L"emacs";
  el_wget(el, EL_EDITOR, &mode);
  bool is_vi = wcscmp(mode, L"vi") == 0;
  for (size_t i = 0; i < COUNT(everywhere); i++) {
    el_wset(el, EL_BIND, everywhere[i].key, everywhere[i].command, NULL);
    if (is_vi) el_wset(el, EL_BIND, L"-a", everywhere[i].key, everywhere[i].command, NULL);
  }
  for (size_t i = 0; !is_vi && i < COUNT(emacs_only); i++) {
    el_wset(el, EL_BIND, emacs_only[i].key, emacs_only[i].command, NULL);
  }
  for (size_t i = 0; is_vi && i < COUNT(vi_commands); i++) {
    el_wset(el, EL_BIND, L"-a", vi_commands[i].key, vi_commands[i].command, NULL);
  }
}
