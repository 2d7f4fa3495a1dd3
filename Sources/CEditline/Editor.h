// What the files of this target share: the editor's state, and who does what to it.
#pragma once

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

#include "CEditline.h"

// Private keys. The reader drops C1 control characters, so no keyboard and no paste can produce
// these; libedit looks them up in its key map like any typed key. A command of ours returns
// through KEY_RUN into the built-in command it must not imitate (ed-newline knows libedit's
// picture of the screen, and we do not). The keys of CEditline.h lie in the same range.
#define KEY_RUN L"\x81"
#define KEY_PASTE L"\x83"

// How the read that is under way will end, when that is not Enter.
typedef enum { ENDING_NONE, ENDING_INTERRUPTED, ENDING_CLOSED } ending;

enum { style_room = 24 };

// A coloured part of the text, in bytes of its UTF-8.
typedef struct {
  size_t from, to;
  char style[style_room];
} span;

// A text and where the cursor stood in it.
typedef struct {
  wchar_t *text;
  size_t count, cursor;
} snapshot;

enum { snapshots_kept = 200 };

struct ceditline {
  EditLine *el;
  HistoryW *history;
  FILE *input, *output;
  bool owns_files;
  ceditline_callbacks callbacks;
  // libedit keeps no copy of the prompt: it must live until the next read. A search shows its
  // own instead.
  wchar_t *prompt, *search_prompt;
  bool prompt_hidden;
  ceditline_bytes bytes;
  // The cleaned text of a bracketed paste that KEY_PASTE is about to insert.
  wchar_t *paste;
  // The statements of before, oldest first.
  wchar_t **entries;
  size_t entry_count, entry_room;
  // The walk through them: 0 is the person's own text, kept in `draft` while walking, of which the
  // first `prefix` characters are what the walk looks for.
  size_t depth, prefix;
  wchar_t *draft;
  // The texts that undo goes back to, and the one on the screen.
  snapshot undone[snapshots_kept], shown;
  size_t undo_count;
  bool undo_joins;
  // How the text looks: its colours, what a search found in it, and what stands behind its end.
  span *spans;
  size_t span_count, span_room;
  size_t match_from, match_count;
  wchar_t *hint, *suggestion;
  char hint_style[style_room];
  bool hint_shown, is_painted;
  // What a callback did.
  bool replaced, printed;
  ending ending;
  bool had_text;
  char *text;
};

// Commands.c: what the keys do.
void commands_add(ceditline *editor);
// Binds the private keys, which must mean what they do whatever ~/.editrc says.
void commands_bind_private(ceditline *editor);

// Motion.c: the cursor, and taking what is suggested.
// Deletes the character under the cursor; false where there is none.
bool motion_delete(EditLine *el);

void motion_add(ceditline *editor);

// Walk.c: the statements of before, Up and Down.
void walk_add(ceditline *editor);
void walk_reset(ceditline *editor);
void walk_keep_draft(ceditline *editor);
// The entry `depth` steps back, 1 being the newest; NULL when there is none.
const wchar_t *walk_entry(const ceditline *editor, size_t depth);
// Puts an entry or the draft in place of the text.
void walk_show(ceditline *editor, size_t depth, const wchar_t *text);

// Search.c: the search through them.
unsigned char search_back(EditLine *el, wint_t key);

// Undo.c: the texts there were.
void undo_note(ceditline *editor);
void undo_reset(ceditline *editor);
unsigned char undo(EditLine *el, wint_t key);

// Keys.c: the character reader behind EL_GETCFN.
int keys_read(EditLine *el, wchar_t *key);
void keys_take_terminal_back(ceditline *editor);

// Screen.c: where things stand on the screen.
typedef struct {
  int row, column;
} place;
int screen_width(wchar_t character);
place screen_after(place at, wchar_t character, int columns);
place screen_after_prompt(const ceditline *editor, int columns);
void screen_find(const ceditline *editor, place *cursor, place *end);
void screen_go_below_text(ceditline *editor);
// Takes prompt and text off the screen; EL_REFRESH draws them anew from there.
void screen_erase(ceditline *editor);
void screen_redraw(ceditline *editor);

// Paint.c: colours over what libedit drew, and what stands behind the end of the text.
void paint(ceditline *editor);
void paint_take_hint_away(ceditline *editor);
// How what is suggested goes on behind the text as it is; NULL where nothing is.
const wchar_t *paint_suggestion(const ceditline *editor);

// Text.c: UTF-8 to wide characters and back; the results are the caller's to free.
wchar_t *wide_from_utf8(const char *text);
wchar_t *wide_copy(const wchar_t *text, size_t count);
char *utf8_from_wide(const wchar_t *text, size_t count);
size_t utf8_length(const wchar_t *text, size_t count);
// Reads more behind what is held; false when there will be no more.
bool bytes_read_more(ceditline_bytes *bytes);

// Settles, once, which characters count as printable and how wide they are.
void take_up_locale(void);

// Signals.c: the time between these two is when a signal may leave the terminal raw.
void signals_enter_read(int input, int output);
void signals_leave_read(void);
void signals_stop_self(void);

// Editor.c
ceditline *editor_of(EditLine *el);
// The prompt that stands on the screen.
const wchar_t *editor_prompt(const ceditline *editor);
// Drops the text without touching the kill buffer, which Ctrl-Y should still find intact.
void editor_empty(ceditline *editor);
// Puts a text in place of what is there, the cursor behind so many characters of it.
void editor_replace(ceditline *editor, const wchar_t *text, size_t cursor);
// Lets terminals mark what is pasted (mode 2004), or no longer.
void editor_mark_pastes(ceditline *editor, bool on);
