// The texts there were, to go back to.
//
// Letters typed one after the other are taken back together, a word at a time.
#define _GNU_SOURCE

#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "Editor.h"

static void drop_oldest(ceditline *editor) {
  free(editor->undone[0].text);
  editor->undo_count--;
  memmove(editor->undone, editor->undone + 1, editor->undo_count * sizeof *editor->undone);
}

void undo_reset(ceditline *editor) {
  while (editor->undo_count > 0) drop_oldest(editor);
  free(editor->shown.text);
  editor->shown = (snapshot){0};
  editor->undo_joins = false;
}

// Whether a line is what is kept with one letter more, at the cursor.
static bool is_typed_onto(const LineInfoW *line, const snapshot *before) {
  size_t count = (size_t)(line->lastchar - line->buffer);
  size_t cursor = (size_t)(line->cursor - line->buffer);
  return count == before->count + 1 && cursor == before->cursor + 1;
}

void undo_note(ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  snapshot *shown = &editor->shown;
  size_t count = (size_t)(line->lastchar - line->buffer);
  size_t cursor = (size_t)(line->cursor - line->buffer);
  if (shown->text != NULL && shown->count == count &&
      wmemcmp(shown->text, line->buffer, count) == 0) {
    if (shown->cursor != cursor) editor->undo_joins = false;
    shown->cursor = cursor;
    return;
  }
  wchar_t *text = wide_copy(line->buffer, count);
  if (text == NULL) return;
  bool is_typed = shown->text != NULL && is_typed_onto(line, shown);
  // A word goes with the space before it.
  if (is_typed && editor->undo_joins && !iswspace((wint_t)line->cursor[-1])) {
    free(shown->text);
  } else if (shown->text != NULL) {
    if (editor->undo_count == snapshots_kept) drop_oldest(editor);
    editor->undone[editor->undo_count++] = *shown;
  }
  editor->undo_joins = is_typed;
  *shown = (snapshot){text, count, cursor};
}

unsigned char undo(EditLine *el, wint_t key) {
  (void)key;
  ceditline *editor = editor_of(el);
  if (editor->undo_count == 0) return CC_ERROR;
  free(editor->shown.text);
  editor->shown = editor->undone[--editor->undo_count];
  editor->undo_joins = false;
  editor_replace(editor, editor->shown.text, editor->shown.cursor);
  return CC_REFRESH;
}
