// UTF-8 to code points and back, from a descriptor and from memory, and the width of a text.
//
// mbrtowc would obey the locale; everything else in the program is UTF-8 whatever LANG says, so
// the border is too. wchar_t holds a code point on every system we build on.
#define _GNU_SOURCE

#include <errno.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Editor.h"

_Static_assert(sizeof(wchar_t) == 4, "wchar_t must hold any code point");

enum { replacement = 0xFFFD };

// How many bytes a code point takes, by its first; 0 for a byte that begins none.
static size_t length_by_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

// Whether `next` may come second: rules out overlong forms, surrogates and what lies past U+10FFFF.
static bool may_follow(unsigned char lead, unsigned char next) {
  if (lead == 0xE0 && next < 0xA0) return false;
  if (lead == 0xED && next > 0x9F) return false;
  if (lead == 0xF0 && next < 0x90) return false;
  if (lead == 0xF4 && next > 0x8F) return false;
  return next >= 0x80 && next <= 0xBF;
}

// The code point at the front of `bytes` and how many bytes it took; 0 when it is cut short.
// A sequence that goes wrong costs the bytes up to where it did and counts as one U+FFFD.
static size_t decode(const unsigned char *bytes, size_t count, int32_t *scalar) {
  *scalar = replacement;
  size_t length = length_by_lead(bytes[0]);
  if (length == 0) return 1;
  int32_t value = length == 1 ? bytes[0] : bytes[0] & (0x7F >> length);
  for (size_t i = 1; i < length; i++) {
    if (i == count) return 0;
    bool fits = i == 1 ? may_follow(bytes[0], bytes[1]) : (bytes[i] & 0xC0) == 0x80;
    if (!fits) return i;
    value = value << 6 | (bytes[i] & 0x3F);
  }
  *scalar = value;
  return length;
}

bool bytes_read_more(ceditline_bytes *bytes) {
  memmove(bytes->held, bytes->held + bytes->first, bytes->last - bytes->first);
  bytes->last -= bytes->first;
  bytes->first = 0;
  ssize_t got =
      read(bytes->descriptor, bytes->held + bytes->last, sizeof bytes->held - bytes->last);
  if (got > 0) bytes->last += (size_t)got;
  return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

int32_t ceditline_next_scalar(ceditline_bytes *bytes, int *signal_number) {
  for (;;) {
    size_t count = bytes->last - bytes->first;
    int32_t scalar;
    size_t taken = count == 0 ? 0 : decode(bytes->held + bytes->first, count, &scalar);
    bytes->first += taken;
    if (taken > 0) return scalar;
    int woken = ceditline_wait(bytes->descriptor, -1);
    if (woken > 0) {
      *signal_number = woken;
      return CEDITLINE_SIGNALLED;
    }
    if (woken == 0 && bytes_read_more(bytes)) continue;
    // What is left began a code point that will never be finished.
    bytes->first = bytes->last = 0;
    return count == 0 ? CEDITLINE_NO_MORE : replacement;
  }
}

wchar_t *wide_from_utf8(const char *text) {
  size_t count = strlen(text), used = 0;
  const unsigned char *bytes = (const unsigned char *)text;
  wchar_t *wide = malloc((count + 1) * sizeof *wide);
  if (wide == NULL) return NULL;
  for (size_t i = 0; i < count;) {
    int32_t scalar;
    size_t taken = decode(bytes + i, count - i, &scalar);
    i += taken == 0 ? count - i : taken;
    wide[used++] = scalar;
  }
  wide[used] = L'\0';
  return wide;
}

wchar_t *wide_copy(const wchar_t *text, size_t count) {
  wchar_t *copy = malloc((count + 1) * sizeof *copy);
  if (copy == NULL) return NULL;
  wmemcpy(copy, text, count);
  copy[count] = L'\0';
  return copy;
}

static size_t encode(uint32_t scalar, char *out) {
  if (scalar > 0x10FFFF) scalar = replacement;
  if (scalar < 0x80) {
    out[0] = (char)scalar;
    return 1;
  }
  size_t length = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
  for (size_t i = length - 1; i > 0; i--, scalar >>= 6) out[i] = (char)(0x80 | (scalar & 0x3F));
  out[0] = (char)((0xF00 >> length & 0xFF) | scalar);
  return length;
}

size_t utf8_length(const wchar_t *text, size_t count) {
  char scratch[4];
  size_t length = 0;
  for (size_t i = 0; i < count; i++) length += encode((uint32_t)text[i], scratch);
  return length;
}

char *utf8_from_wide(const wchar_t *text, size_t count) {
  char *bytes = malloc(count * 4 + 1);
  if (bytes == NULL) return NULL;
  size_t used = 0;
  for (size_t i = 0; i < count; i++) used += encode((uint32_t)text[i], bytes + used);
  bytes[used] = '\0';
  return bytes;
}

// libedit draws what the locale calls printable, and wcwidth answers by it too. The C locale calls
// only ASCII so, and is mostly what nobody chose (a bare container, a service), on terminals that
// have long been UTF-8. As Python does, we take C.UTF-8 instead, unless LC_ALL insists.
static void choose_locale(void) {
  const char *name = setlocale(LC_CTYPE, "");
  bool is_plain = name == NULL || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
  if (is_plain && getenv("LC_ALL") == NULL) setlocale(LC_CTYPE, "C.UTF-8");
}

void take_up_locale(void) {
  static pthread_once_t chosen = PTHREAD_ONCE_INIT;
  pthread_once(&chosen, choose_locale);
}

int ceditline_width(const char *text) {
  wchar_t *wide = wide_from_utf8(text);
  if (wide == NULL) return 0;
  int width = 0;
  take_up_locale();
  for (wchar_t *next = wide; *next != L'\0'; next++) {
    int columns = wcwidth(*next);
    width += columns < 0 ? 0 : columns;
  }
  free(wide);
  return width;
}
