// The cursor, and taking what is suggested behind the end of the text.
//
// Ours rather than libedit's: a step takes a letter and its accents together, and the start and
// the end are those of a line first, then of the whole text.
#define _GNU_SOURCE

#include <stdlib.h>
#include <wctype.h>

#include "Editor.h"

// Inserts the first `count` characters of what is suggested; false where nothing is.
static bool take_suggestion(ceditline *editor, bool only_word) {
  const wchar_t *rest = paint_suggestion(editor);
  if (rest == NULL) return false;
  size_t count = wcslen(rest);
  if (only_word) {
    size_t end = 0;
    while (end < count && !iswalnum((wint_t)rest[end])) end++;
    while (end < count && iswalnum((wint_t)rest[end])) end++;
    count = end;
  }
  wchar_t *part = wide_copy(rest, count);
  if (part == NULL) return false;
  el_winsertstr(editor->el, part);
  free(part);
  return true;
}

static bool joins(wchar_t character) {
  return character != L'\n' && iswprint((wint_t)character) && wcwidth(character) == 0;
}

static unsigned char move_right(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->cursor == line->lastchar) {
    return take_suggestion(editor_of(el), false) ? CC_REFRESH : CC_ERROR;
  }
  const wchar_t *next = line->cursor + 1;
  while (next < line->lastchar && joins(*next)) next++;
  el_cursor(el, (int)(next - line->cursor));
  return CC_CURSOR;
}

static unsigned char move_left(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  const wchar_t *next = line->cursor;
  while (next > line->buffer && joins(*--next)) continue;
  if (next == line->cursor) return CC_ERROR;
  el_cursor(el, (int)(next - line->cursor));
  return CC_CURSOR;
}

static unsigned char move_word_right(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->cursor == line->lastchar) {
    return take_suggestion(editor_of(el), true) ? CC_REFRESH : CC_ERROR;
  }
  const wchar_t *next = line->cursor;
  while (next < line->lastchar && !iswalnum((wint_t)*next)) next++;
  while (next < line->lastchar && iswalnum((wint_t)*next)) next++;
  el_cursor(el, (int)(next - line->cursor));
  return CC_CURSOR;
}

static unsigned char move_word_left(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  const wchar_t *next = line->cursor;
  while (next > line->buffer && !iswalnum((wint_t)next[-1])) next--;
  while (next > line->buffer && iswalnum((wint_t)next[-1])) next--;
  el_cursor(el, (int)(next - line->cursor));
  return CC_CURSOR;
}

static unsigned char move_to_start(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  const wchar_t *start = line->cursor;
  while (start > line->buffer && start[-1] != L'\n') start--;
  if (start == line->cursor) start = line->buffer;
  el_cursor(el, (int)(start - line->cursor));
  return CC_CURSOR;
}

static unsigned char move_to_end(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->cursor == line->lastchar) {
    return take_suggestion(editor_of(el), false) ? CC_REFRESH : CC_CURSOR;
  }
  const wchar_t *end = line->cursor;
  while (end < line->lastchar && *end != L'\n') end++;
  if (end == line->cursor) end = line->lastchar;
  el_cursor(el, (int)(end - line->cursor));
  return CC_CURSOR;
}

void motion_add(ceditline *editor) {
  EditLine *el = editor->el;
  el_wset(el, EL_ADDFN, L"kith-right", L"A character on, or take the suggestion", move_right);
  el_wset(el, EL_ADDFN, L"kith-left", L"A character back", move_left);
  el_wset(el, EL_ADDFN, L"kith-word-right", L"A word on", move_word_right);
  el_wset(el, EL_ADDFN, L"kith-word-left", L"A word back", move_word_left);
  el_wset(el, EL_ADDFN, L"kith-start", L"The start of the line, then of the text", move_to_start);
  el_wset(el, EL_ADDFN, L"kith-end", L"The end of the line, then of the text", move_to_end);
}
