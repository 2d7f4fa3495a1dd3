// The cursor, and taking what is suggested behind the end of the text.
//
// Ours rather than libedit's: a step, and a deletion, takes what is one character to the eye: a
// letter and its accents, an emoji that is joined from several, a flag. The start and the end are
// those of a line first, then of the whole text.
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

enum { zero_width_joiner = 0x200D };

// Whether a code point belongs to the one before it: accents, joiners, the colour of a skin, tags.
static bool joins(wchar_t character) {
  bool is_tone = character >= 0x1F3FB && character <= 0x1F3FF;
  bool is_tag = character >= 0xE0020 && character <= 0xE007F;
  bool is_mark = character != L'\n' && iswprint((wint_t)character) && wcwidth(character) == 0;
  return is_tone || is_tag || is_mark || character == zero_width_joiner;
}

static bool is_half_flag(wchar_t character) {
  return character >= 0x1F1E6 && character <= 0x1F1FF;
}

// Where the character that begins at a place ends, as the eye sees it. Signs from the arrows on
// may be parts of emoji; letters, which a joiner may stand between too, stay apart.
static const wchar_t *character_end(const wchar_t *at, const wchar_t *end) {
  const wchar_t *next = at + 1;
  if (is_half_flag(*at) && next < end && is_half_flag(*next)) next++;
  while (next < end && joins(*next)) {
    bool is_joint = *next++ == zero_width_joiner;
    if (is_joint && next < end && *next >= 0x2190 && !joins(*next)) next++;
  }
  return next;
}

// Where the character before a place begins.
static const wchar_t *character_start(const LineInfoW *line, const wchar_t *at) {
  const wchar_t *start = line->buffer;
  for (const wchar_t *next; start < at; start = next) {
    next = character_end(start, line->lastchar);
    if (next >= at) break;
  }
  return start;
}

static unsigned char move_right(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->cursor == line->lastchar) {
    return take_suggestion(editor_of(el), false) ? CC_REFRESH : CC_ERROR;
  }
  el_cursor(el, (int)(character_end(line->cursor, line->lastchar) - line->cursor));
  return CC_CURSOR;
}

static unsigned char move_left(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->cursor == line->buffer) return CC_ERROR;
  el_cursor(el, (int)(character_start(line, line->cursor) - line->cursor));
  return CC_CURSOR;
}

bool motion_delete(EditLine *el) {
  const LineInfoW *line = el_wline(el);
  if (line->cursor == line->lastchar) return false;
  int count = (int)(character_end(line->cursor, line->lastchar) - line->cursor);
  el_cursor(el, count);
  el_deletestr(el, count);
  return true;
}

static unsigned char delete_on(EditLine *el, wint_t key) {
  (void)key;
  return motion_delete(el) ? CC_REFRESH : CC_ERROR;
}

static unsigned char delete_back(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  if (line->cursor == line->buffer) return CC_ERROR;
  el_deletestr(el, (int)(line->cursor - character_start(line, line->cursor)));
  return CC_REFRESH;
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
  el_wset(el, EL_ADDFN, L"kith-delete-on", L"Delete a character", delete_on);
  el_wset(el, EL_ADDFN, L"kith-delete-back", L"Delete the character before", delete_back);
  el_wset(el, EL_ADDFN, L"kith-word-right", L"A word on", move_word_right);
  el_wset(el, EL_ADDFN, L"kith-word-left", L"A word back", move_word_left);
  el_wset(el, EL_ADDFN, L"kith-start", L"The start of the line, then of the text", move_to_start);
  el_wset(el, EL_ADDFN, L"kith-end", L"The end of the line, then of the text", move_to_end);
}
