// Up, Down and the searches.
//
// Up and Down are ours rather than libedit's: its walk saves only the first 1024 characters of
// what was being typed, and Down without a walk under way replaces the text with an old one. Ours
// moves between the rows of the buffer first, then through history, and brings back the text it
// left. Only the incremental search is libedit's own.
#define _GNU_SOURCE

#include <stdlib.h>
#include <string.h>

#include "Editor.h"

// libedit's EL_BUFSIZ: a search keeps no more than this of the text it leaves.
enum { search_keeps = 1024 };

// The entry `depth` steps back, 1 being the newest; NULL when there is none.
static const wchar_t *entry(ceditline *editor, int depth) {
  HistEventW event;
  int found = history_w(editor->history, &event, H_FIRST);
  for (int i = 1; i < depth && found >= 0; i++) {
    found = history_w(editor->history, &event, H_NEXT);
  }
  return found < 0 || depth < 1 ? NULL : event.str;
}

void walk_reset(ceditline *editor) {
  editor->depth = 0;
  editor->searched = false;
  free(editor->draft);
  editor->draft = NULL;
}

static unsigned char show(ceditline *editor, int depth, const wchar_t *text) {
  editor_empty(editor);
  if (*text != L'\0') el_wreplacestr(editor->el, text);
  el_cursor(editor->el, (int)wcslen(text));
  editor->depth = depth;
  return CC_REFRESH;
}

static void keep_draft(ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  size_t count = (size_t)(line->lastchar - line->buffer);
  free(editor->draft);
  editor->draft = malloc((count + 1) * sizeof *editor->draft);
  if (editor->draft == NULL) return;
  wmemcpy(editor->draft, line->buffer, count);
  editor->draft[count] = L'\0';
}

// After a search the walk goes on from the entry that was found.
static void take_up_search(ceditline *editor) {
  if (!editor->searched) return;
  editor->searched = false;
  const LineInfoW *line = el_wline(editor->el);
  size_t count = (size_t)(line->lastchar - line->buffer);
  const wchar_t *text;
  for (int depth = 1; (text = entry(editor, depth)) != NULL; depth++) {
    if (wcslen(text) != count || wmemcmp(text, line->buffer, count) != 0) continue;
    if (editor->depth == 0) {
      free(editor->draft);
      editor->draft = NULL;
    }
    editor->depth = depth;
    return;
  }
}

// Goes to the next older entry that begins with the first `count` characters of the buffer.
static unsigned char go_back(ceditline *editor, size_t count) {
  take_up_search(editor);
  const LineInfoW *line = el_wline(editor->el);
  const wchar_t *text;
  for (int depth = editor->depth + 1; (text = entry(editor, depth)) != NULL; depth++) {
    if (wcslen(text) < count || wmemcmp(text, line->buffer, count) != 0) continue;
    if (editor->depth == 0) keep_draft(editor);
    return show(editor, depth, text);
  }
  return CC_ERROR;
}

unsigned char walk_up(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  const wchar_t *start = line->cursor;
  while (start > line->buffer && start[-1] != L'\n') start--;
  if (start == line->buffer) return go_back(editor_of(el), 0);
  const wchar_t *end_above = start - 1, *start_above = end_above;
  while (start_above > line->buffer && start_above[-1] != L'\n') start_above--;
  const wchar_t *target = start_above + (line->cursor - start);
  el_cursor(el, (int)((target < end_above ? target : end_above) - line->cursor));
  return CC_CURSOR;
}

unsigned char walk_down(EditLine *el, wint_t key) {
  (void)key;
  ceditline *editor = editor_of(el);
  const LineInfoW *line = el_wline(el);
  const wchar_t *start = line->cursor, *end = line->cursor;
  while (start > line->buffer && start[-1] != L'\n') start--;
  while (end < line->lastchar && *end != L'\n') end++;
  if (end == line->lastchar) {
    take_up_search(editor);
    if (editor->depth == 0) return CC_ERROR;
    if (editor->depth > 1) {
      return show(editor, editor->depth - 1, entry(editor, editor->depth - 1));
    }
    return show(editor, 0, editor->draft == NULL ? L"" : editor->draft);
  }
  const wchar_t *start_below = end + 1, *end_below = start_below;
  while (end_below < line->lastchar && *end_below != L'\n') end_below++;
  const wchar_t *target = start_below + (line->cursor - start);
  el_cursor(el, (int)((target < end_below ? target : end_below) - line->cursor));
  return CC_CURSOR;
}

unsigned char walk_to_match(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  ptrdiff_t prefix = line->cursor - line->buffer;
  unsigned char result = go_back(editor_of(el), (size_t)prefix);
  // The cursor stays behind the prefix, so that the next press looks for the same.
  if (result == CC_REFRESH) el_cursor(el, (int)(prefix - el_cursor(el, 0)));
  return result;
}

unsigned char walk_search(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->lastchar - line->buffer >= search_keeps) return CC_ERROR;
  editor_of(el)->searched = true;
  el_wpush(el, KEY_SEARCH);
  return CC_NORM;
}
