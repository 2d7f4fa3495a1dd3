// What the files of this target share: the editor's state, and who does what to it.
#pragma once

#include <histedit.h>
#include <stdio.h>
#include <wchar.h>

#include "CEditline.h"

// Private keys. The reader drops C1 control characters, so no keyboard and no paste can produce
// these; libedit looks them up in its key map like any typed key. A command of ours returns
// through them into built-in commands it must not imitate (ed-newline knows libedit's picture of
// the screen, and we do not).
#define KEY_RUN L"\x81"
#define KEY_SEARCH L"\x82"
#define KEY_PASTE L"\x83"

// How the read that is under way will end, when that is not Enter.
typedef enum { ENDING_NONE, ENDING_INTERRUPTED, ENDING_CLOSED } ending;

struct ceditline {
  EditLine *el;
  HistoryW *history;
  FILE *input, *output;
  bool owns_files;
  ceditline_callbacks callbacks;
  // libedit keeps no copy of the prompt: it must live until the next read.
  wchar_t *prompt;
  bool prompt_hidden;
  ceditline_bytes bytes;
  // The cleaned text of a bracketed paste that KEY_PASTE is about to insert.
  wchar_t *paste;
  // The walk through history: 0 is the person's own text, kept in `draft` while walking.
  int depth;
  wchar_t *draft;
  bool searched;
  // What the completion callback did.
  bool replaced, printed;
  ending ending;
  bool had_text;
  char *text;
};

// Commands.c: what the keys do, and how they are bound.
void commands_add(ceditline *editor);
void commands_bind(ceditline *editor);

// Walk.c: Up, Down and the searches.
unsigned char walk_up(EditLine *el, wint_t key);
unsigned char walk_down(EditLine *el, wint_t key);
unsigned char walk_to_match(EditLine *el, wint_t key);
unsigned char walk_search(EditLine *el, wint_t key);
void walk_reset(ceditline *editor);

// Keys.c: the character reader behind EL_GETCFN.
int keys_read(EditLine *el, wchar_t *key);

// Screen.c: where things stand on the screen.
void screen_go_below_text(ceditline *editor);
void screen_redraw(ceditline *editor);

// Text.c: UTF-8 to wide characters and back; the results are the caller's to free.
wchar_t *wide_from_utf8(const char *text);
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
// Drops the text without touching the kill buffer, which Ctrl-Y should still find intact.
void editor_empty(ceditline *editor);
// Lets terminals mark what is pasted (mode 2004), or no longer.
void editor_mark_pastes(ceditline *editor, bool on);
