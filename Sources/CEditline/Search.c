// The search through the statements of before, a letter at a time.
//
// Ours rather than libedit's, which draws the search as a line of the text, keeps no more than
// 1024 characters of the text it leaves, and minds the case. The prompt shows what is looked for;
// the text, what was found.
#define _GNU_SOURCE

#include <stdlib.h>
#include <wctype.h>

#include "Editor.h"

enum { pattern_limit = 200, escape_key = 0x1B, search_key = 0x12, search_on_key = 0x13 };

typedef struct {
  wchar_t pattern[pattern_limit + 1];
  size_t count;
  // The entry that was found, and where in it; 0 where none was.
  size_t depth;
  bool fails;
} search;

// Where a pattern stands in a text, whatever the case; NULL where it does not.
static const wchar_t *find(const wchar_t *text, const wchar_t *pattern) {
  for (; *text != L'\0'; text++) {
    size_t same = 0;
    while (pattern[same] != L'\0' &&
           towlower((wint_t)text[same]) == towlower((wint_t)pattern[same])) {
      same++;
    }
    if (pattern[same] == L'\0') return text;
  }
  return NULL;
}

static void show_prompt(ceditline *editor, const search *asked) {
  static const wchar_t *const heads[] = {L"search \"", L"nothing has \""};
  size_t room = pattern_limit + 32;
  wchar_t *prompt = malloc(room * sizeof *prompt);
  if (prompt == NULL) return;
  swprintf(prompt, room, L"%ls%ls\": ", heads[asked->fails], asked->pattern);
  free(editor->search_prompt);
  editor->search_prompt = prompt;
}

// Looks from an entry on, towards older ones or newer ones, and shows what it finds.
static void look(ceditline *editor, search *asked, size_t from, bool towards_newer) {
  const wchar_t *text, *found = NULL;
  size_t depth = from;
  screen_erase(editor);
  asked->fails = false;
  if (asked->count > 0) {
    while ((text = walk_entry(editor, depth)) != NULL) {
      if ((found = find(text, asked->pattern)) != NULL) break;
      depth += towards_newer ? -1 : 1;
    }
    asked->fails = found == NULL;
  }
  if (found != NULL) {
    asked->depth = depth;
    editor_replace(editor, text, (size_t)(found - text));
    editor->match_from = (size_t)(found - text);
    editor->match_count = asked->count;
  } else if (asked->count > 0) {
    // What was found before stays on the screen, for as far as it goes.
    editor->match_count = 0;
  }
  show_prompt(editor, asked);
  el_wset(editor->el, EL_REFRESH);
}

static void leave(ceditline *editor, const search *asked, bool keeps_what_was_found) {
  screen_erase(editor);
  free(editor->search_prompt);
  editor->search_prompt = NULL;
  editor->match_count = 0;
  const wchar_t *text = walk_entry(editor, asked->depth);
  if (keeps_what_was_found && text != NULL) {
    editor->depth = asked->depth;
    editor->prefix = 0;
  } else {
    walk_show(editor, 0, editor->draft == NULL ? L"" : editor->draft);
  }
  el_wset(editor->el, EL_REFRESH);
}

// One key of a search; false when it was the last.
static bool take(ceditline *editor, search *asked, wchar_t key) {
  if (key == search_key || key == search_on_key) {
    bool towards_newer = key == search_on_key;
    look(editor, asked, towards_newer ? asked->depth - 1 : asked->depth + 1, towards_newer);
  } else if (key == L'\b' || key == 0x7F) {
    if (asked->count > 0) asked->pattern[--asked->count] = L'\0';
    asked->depth = 0;
    look(editor, asked, 1, false);
  } else if (iswprint((wint_t)key)) {
    if (asked->count < pattern_limit) asked->pattern[asked->count++] = key;
    look(editor, asked, asked->depth > 0 ? asked->depth : 1, false);
  } else {
    bool gives_up = key == 0x07 || key == escape_key;
    leave(editor, asked, !gives_up);
    wchar_t again[] = {key, L'\0'};
    if (!gives_up) el_wpush(editor->el, again);
    return false;
  }
  return true;
}

unsigned char search_back(EditLine *el, wint_t first) {
  (void)first;
  ceditline *editor = editor_of(el);
  search asked = {.count = 0};
  wchar_t key;
  if (editor->depth == 0) walk_keep_draft(editor);
  look(editor, &asked, 1, false);
  do {
    if (el_wgetc(el, &key) != 1) {
      free(editor->search_prompt);
      editor->search_prompt = NULL;
      editor->match_count = 0;
      return CC_EOF;
    }
  } while (take(editor, &asked, key));
  // What is there was drawn already.
  return CC_NORM;
}
