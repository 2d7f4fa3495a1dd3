// Where things stand on the screen.
//
// libedit redraws from where it believes the cursor is and tells nobody. To print below a buffer
// of several rows, or to redraw after the width changed, we must know the row of the cursor and
// of the end, so this file walks the text as libedit's re_refresh_cursor does: the same widths,
// the same wrapping, code point by code point.
#define _GNU_SOURCE

#include <sys/ioctl.h>
#include <wctype.h>

#include "Editor.h"

bool ceditline_window_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

int ceditline_columns(const ceditline *editor) {
  int columns, rows;
  return ceditline_window_size(fileno(editor->input), &columns, &rows) ? columns : 80;
}

// What libedit draws for a character it will not send as it is: ^X, or \U+ and digits.
int screen_width(wchar_t character) {
  if (character < 0x100 && iswcntrl((wint_t)character)) return 2;
  if (!iswprint((wint_t)character)) return character > 0xFFFF ? 8 : 7;
  return wcwidth(character);
}

place screen_after(place at, wchar_t character, int columns) {
  if (character == L'\n') return (place){at.row + 1, 0};
  if (character == L'\t') {
    while ((++at.column & 7) != 0) continue;
  } else {
    int width = screen_width(character);
    if (width > 1 && at.column + width > columns) at = (place){at.row + 1, 0};
    at.column += width;
  }
  return at.column < columns ? at : (place){at.row + 1, at.column - columns};
}

place screen_after_prompt(const ceditline *editor, int columns) {
  place at = {0, 0};
  bool drawn = true;
  for (const wchar_t *next = editor_prompt(editor); *next != L'\0'; next++) {
    if (*next == L'\001') {
      drawn = !drawn;
    } else if (drawn) {
      at = screen_after(at, *next, columns);
    }
  }
  return at;
}

void screen_find(const ceditline *editor, place *cursor, place *end) {
  const LineInfoW *line = el_wline(editor->el);
  int columns = ceditline_columns(editor);
  place at = screen_after_prompt(editor, columns);
  *cursor = at;
  for (const wchar_t *next = line->buffer; next < line->lastchar; next++) {
    if (next == line->cursor) *cursor = at;
    at = screen_after(at, *next, columns);
  }
  *end = at;
  if (line->cursor >= line->lastchar) *cursor = at;
}

void screen_go_below_text(ceditline *editor) {
  place cursor, end;
  screen_find(editor, &cursor, &end);
  fputc('\r', editor->output);
  if (end.row > cursor.row) fprintf(editor->output, "\033[%dB", end.row - cursor.row);
  if (end.column > 0) fprintf(editor->output, "\033[%dC", end.column);
  fputs("\033[J", editor->output);
}

void screen_erase(ceditline *editor) {
  place cursor, end;
  screen_find(editor, &cursor, &end);
  fputc('\r', editor->output);
  if (cursor.row > 0) fprintf(editor->output, "\033[%dA", cursor.row);
  fputs("\033[J", editor->output);
}

void screen_redraw(ceditline *editor) {
  screen_erase(editor);
  el_resize(editor->el);
  el_wset(editor->el, EL_REFRESH);
}
