// Colours over what libedit drew, and what stands behind the end of the text.
//
// libedit knows no colours. While no key is waiting, the very same characters are written once
// more where they stand, with colours; their widths do not change, so libedit's picture of the
// screen stays right. That also shows the accents it drops, which take no room of their own.
// Nothing is written in the last column, since terminals disagree on where the cursor is then.
#define _GNU_SOURCE

#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "Editor.h"

void ceditline_color(ceditline *editor, size_t from, size_t to, const char *style) {
  if (editor->span_count == editor->span_room) {
    size_t room = editor->span_room * 2 + 16;
    span *larger = realloc(editor->spans, room * sizeof *larger);
    if (larger == NULL) return;
    editor->spans = larger;
    editor->span_room = room;
  }
  span *added = &editor->spans[editor->span_count++];
  added->from = from;
  added->to = to;
  snprintf(added->style, style_room, "%s", style);
}

static void set_hint(
    ceditline *editor, wchar_t *hint, wchar_t *suggestion, const char *style) {
  free(editor->hint);
  free(editor->suggestion);
  editor->hint = hint;
  editor->suggestion = suggestion;
  snprintf(editor->hint_style, style_room, "%s", style);
}

void ceditline_hint(ceditline *editor, const char *hint, const char *style) {
  if (editor->hint == NULL) set_hint(editor, wide_from_utf8(hint), NULL, style);
}

void ceditline_suggest(ceditline *editor, const char *style) {
  const LineInfoW *line = el_wline(editor->el);
  size_t count = (size_t)(line->lastchar - line->buffer);
  if (count == 0) return;
  const wchar_t *text;
  for (size_t depth = 1; (text = walk_entry(editor, depth)) != NULL; depth++) {
    if (wcsncmp(text, line->buffer, count) != 0 || text[count] == L'\0') continue;
    size_t length = wcslen(text);
    set_hint(editor, wide_copy(text + count, length - count), wide_copy(text, length), style);
    return;
  }
}

const wchar_t *paint_suggestion(const ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  size_t count = (size_t)(line->lastchar - line->buffer);
  // The text may have changed since it was asked, if keys came fast.
  bool fits = editor->suggestion != NULL && count > 0 &&
              wcsncmp(editor->suggestion, line->buffer, count) == 0;
  return fits && editor->suggestion[count] != L'\0' ? editor->suggestion + count : NULL;
}

void paint_take_hint_away(ceditline *editor) {
  if (editor->hint_shown) fputs("\033[K", editor->output);
  editor->hint_shown = false;
}

static void ask(ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  editor->span_count = 0;
  set_hint(editor, NULL, NULL, "");
  char *text = utf8_from_wide(line->buffer, (size_t)(line->lastchar - line->buffer));
  if (text == NULL) return;
  size_t cursor = utf8_length(line->buffer, (size_t)(line->cursor - line->buffer));
  editor->callbacks.decorate(editor->callbacks.context, editor, text, cursor);
  free(text);
}

// Whether there is anything that libedit did not draw, or that was painted and must go.
static bool is_needed(const ceditline *editor) {
  const LineInfoW *line = el_wline(editor->el);
  if (editor->span_count > 0 || editor->is_painted || editor->hint != NULL) return true;
  if (editor->match_count > 0) return true;
  for (const wchar_t *next = line->buffer; next < line->lastchar; next++) {
    if (*next != L'\n' && screen_width(*next) == 0) return true;
  }
  return false;
}

static void move_to(FILE *output, place from, place to) {
  fputc('\r', output);
  if (to.row > from.row) fprintf(output, "\033[%dB", to.row - from.row);
  if (to.row < from.row) fprintf(output, "\033[%dA", from.row - to.row);
  if (to.column > 0) fprintf(output, "\033[%dC", to.column);
}

static void put(FILE *output, wchar_t character) {
  char *bytes = utf8_from_wide(&character, 1);
  if (bytes != NULL) fputs(bytes, output);
  free(bytes);
}

// Where the pen stands, and in which style it writes.
typedef struct {
  place at;
  const char *style;
  bool is_reversed;
} pen;

static void dip(FILE *output, pen *held, const char *style, bool is_reversed) {
  if (strcmp(held->style, style) == 0 && held->is_reversed == is_reversed) return;
  fprintf(output, "\033[0%s%s%sm", *style == '\0' ? "" : ";", style, is_reversed ? ";7" : "");
  held->style = style;
  held->is_reversed = is_reversed;
}

static void paint_text(ceditline *editor, pen *held, int columns) {
  const LineInfoW *line = el_wline(editor->el);
  place at = screen_after_prompt(editor, columns);
  size_t byte = 0, next_span = 0;
  for (const wchar_t *next = line->buffer; next < line->lastchar; next++) {
    place behind = screen_after(at, *next, columns);
    int width = *next == L'\n' ? 0 : screen_width(*next);
    // A wide character that does not fit stands in the next row.
    if (width > 1 && at.column + width > columns) at = (place){at.row + 1, 0};
    while (next_span < editor->span_count && editor->spans[next_span].to <= byte) next_span++;
    const span *over = next_span < editor->span_count ? &editor->spans[next_span] : NULL;
    bool is_drawn = iswprint((wint_t)*next) && at.column + width < columns;
    if (is_drawn) {
      size_t index = (size_t)(next - line->buffer);
      if (held->at.row != at.row || held->at.column != at.column) {
        move_to(editor->output, held->at, at);
      }
      dip(editor->output, held, over != NULL && over->from <= byte ? over->style : "",
          index - editor->match_from < editor->match_count);
      put(editor->output, *next);
      held->at = (place){at.row, at.column + width};
    }
    byte += utf8_length(next, 1);
    at = behind;
  }
}

// The first line of the hint, as far as there is room for it.
static void paint_hint(ceditline *editor, pen *held, place end, int columns) {
  int room = columns - 1 - end.column;
  if (held->at.row != end.row || held->at.column != end.column) {
    move_to(editor->output, held->at, end);
  }
  dip(editor->output, held, editor->hint_style, false);
  held->at = end;
  for (const wchar_t *next = editor->hint; *next != L'\0'; next++) {
    wchar_t shown = *next == L'\n' ? L'\u2026' : *next;
    int width = screen_width(shown);
    if (!iswprint((wint_t)shown) || width > room) break;
    put(editor->output, shown);
    room -= width;
    held->at.column += width;
    editor->hint_shown = true;
    if (*next == L'\n') break;
  }
}

void paint(ceditline *editor) {
  place cursor, end;
  int columns, rows;
  ask(editor);
  if (!is_needed(editor)) return;
  if (!ceditline_window_size(fileno(editor->input), &columns, &rows)) return;
  screen_find(editor, &cursor, &end);
  // Of a text that is taller than the screen libedit shows a part, and does not say which.
  if (end.row >= rows) return;
  pen held = {cursor, "", false};
  paint_text(editor, &held, columns);
  bool is_at_end = cursor.row == end.row && cursor.column == end.column;
  if (editor->hint != NULL && is_at_end && editor->search_prompt == NULL) {
    paint_hint(editor, &held, end, columns);
  }
  dip(editor->output, &held, "", false);
  if (held.at.row != cursor.row || held.at.column != cursor.column) {
    move_to(editor->output, held.at, cursor);
  }
  fflush(editor->output);
  editor->is_painted = editor->span_count > 0 || editor->match_count > 0;
}
