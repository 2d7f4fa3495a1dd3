// The statements of before, and Up and Down among them.
//
// Up and Down are ours rather than libedit's: its walk saves only the first 1024 characters of
// what was being typed, and Down without a walk under way replaces the text with an old one. Ours
// moves between the rows of the buffer first, then through the statements that begin with what
// stands before the cursor, and brings back the text it left.
#define _GNU_SOURCE

#include <stdlib.h>
#include <string.h>

#include "Editor.h"

const wchar_t *walk_entry(const ceditline *editor, size_t depth) {
  bool exists = depth > 0 && depth <= editor->entry_count;
  return exists ? editor->entries[editor->entry_count - depth] : NULL;
}

static void drop_equal(ceditline *editor, const wchar_t *statement) {
  size_t kept = 0;
  for (size_t i = 0; i < editor->entry_count; i++) {
    if (wcscmp(editor->entries[i], statement) == 0) {
      free(editor->entries[i]);
    } else {
      editor->entries[kept++] = editor->entries[i];
    }
  }
  editor->entry_count = kept;
}

void ceditline_remember(ceditline *editor, const char *statement, bool folds) {
  HistEventW event;
  wchar_t *wide = wide_from_utf8(statement);
  if (wide == NULL) return;
  if (folds) drop_equal(editor, wide);
  if (editor->entry_count == editor->entry_room) {
    size_t room = editor->entry_room * 2 + 64;
    wchar_t **larger = realloc(editor->entries, room * sizeof *larger);
    if (larger == NULL) {
      free(wide);
      return;
    }
    editor->entries = larger;
    editor->entry_room = room;
  }
  editor->entries[editor->entry_count++] = wide;
  // What vi's own searches look through.
  history_w(editor->history, &event, H_ENTER, wide);
}

void ceditline_forget(ceditline *editor) {
  HistEventW event;
  for (size_t i = 0; i < editor->entry_count; i++) free(editor->entries[i]);
  editor->entry_count = 0;
  history_w(editor->history, &event, H_CLEAR);
}

void walk_reset(ceditline *editor) {
  editor->depth = editor->prefix = 0;
  free(editor->draft);
  editor->draft = NULL;
}

void walk_keep_draft(ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  free(editor->draft);
  editor->draft = wide_copy(line->buffer, (size_t)(line->lastchar - line->buffer));
}

void walk_show(ceditline *editor, size_t depth, const wchar_t *text) {
  editor_replace(editor, text, wcslen(text));
  editor->depth = depth;
}

// Goes to the next older entry that begins as the draft does.
static unsigned char go_back(ceditline *editor, size_t prefix) {
  const LineInfoW *line = el_wline(editor->el);
  if (editor->depth == 0) {
    walk_keep_draft(editor);
    editor->prefix = prefix;
  }
  const wchar_t *wanted = editor->draft == NULL ? L"" : editor->draft;
  size_t count = (size_t)(line->lastchar - line->buffer);
  const wchar_t *text;
  for (size_t depth = editor->depth + 1; (text = walk_entry(editor, depth)) != NULL; depth++) {
    if (wcsncmp(text, wanted, editor->prefix) != 0) continue;
    // A step that changes nothing on the screen is no step.
    if (wcslen(text) == count && wmemcmp(text, line->buffer, count) == 0) continue;
    walk_show(editor, depth, text);
    return CC_REFRESH;
  }
  return CC_ERROR;
}

static unsigned char go_on(ceditline *editor) {
  if (editor->depth == 0) return CC_ERROR;
  const wchar_t *wanted = editor->draft == NULL ? L"" : editor->draft;
  for (size_t depth = editor->depth - 1; depth > 0; depth--) {
    const wchar_t *text = walk_entry(editor, depth);
    if (text == NULL || wcsncmp(text, wanted, editor->prefix) != 0) continue;
    walk_show(editor, depth, text);
    return CC_REFRESH;
  }
  walk_show(editor, 0, wanted);
  return CC_REFRESH;
}

static unsigned char older(EditLine *el, wint_t key) {
  (void)key;
  return go_back(editor_of(el), 0);
}

static unsigned char newer(EditLine *el, wint_t key) {
  (void)key;
  return go_on(editor_of(el));
}

static unsigned char older_like(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  return go_back(editor_of(el), (size_t)(line->cursor - line->buffer));
}

static unsigned char up(EditLine *el, wint_t key) {
  const LineInfoW *line = el_wline(el);
  const wchar_t *start = line->cursor;
  while (start > line->buffer && start[-1] != L'\n') start--;
  if (start == line->buffer) return older_like(el, key);
  const wchar_t *end_above = start - 1, *start_above = end_above;
  while (start_above > line->buffer && start_above[-1] != L'\n') start_above--;
  const wchar_t *target = start_above + (line->cursor - start);
  el_cursor(el, (int)((target < end_above ? target : end_above) - line->cursor));
  return CC_CURSOR;
}

static unsigned char down(EditLine *el, wint_t key) {
  (void)key;
  const LineInfoW *line = el_wline(el);
  const wchar_t *start = line->cursor, *end = line->cursor;
  while (start > line->buffer && start[-1] != L'\n') start--;
  while (end < line->lastchar && *end != L'\n') end++;
  if (end == line->lastchar) return go_on(editor_of(el));
  const wchar_t *start_below = end + 1, *end_below = start_below;
  while (end_below < line->lastchar && *end_below != L'\n') end_below++;
  const wchar_t *target = start_below + (line->cursor - start);
  el_cursor(el, (int)((target < end_below ? target : end_below) - line->cursor));
  return CC_CURSOR;
}

void walk_add(ceditline *editor) {
  EditLine *el = editor->el;
  el_wset(el, EL_ADDFN, L"kith-up", L"A line up, or an older statement", up);
  el_wset(el, EL_ADDFN, L"kith-down", L"A line down, or a newer statement", down);
  el_wset(el, EL_ADDFN, L"kith-older", L"An older statement", older);
  el_wset(el, EL_ADDFN, L"kith-newer", L"A newer statement", newer);
  el_wset(el, EL_ADDFN, L"kith-older-like", L"An older statement beginning so", older_like);
}
