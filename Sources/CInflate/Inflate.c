#include "CInflate.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum { BLOCK = 256 << 10 };

struct cinflate {
  z_stream stream;
  int descriptor;
  cinflate_end ended;
  // Whether a packed part was begun and has not come to its end.
  bool is_inside;
  uint64_t read;
  unsigned char block[BLOCK];
};

cinflate *cinflate_open(int descriptor) {
  cinflate *file = calloc(1, sizeof *file);
  if (file == NULL) return NULL;
  file->descriptor = descriptor;
  file->ended = CINFLATE_END;
  // 16 is for gzip's frame, 15 for its window.
  if (inflateInit2(&file->stream, 16 + 15) != Z_OK) {
    free(file);
    return NULL;
  }
  return file;
}

void cinflate_close(cinflate *file) {
  inflateEnd(&file->stream);
  free(file);
}

cinflate_end cinflate_ended(const cinflate *file) { return file->ended; }

uint64_t cinflate_place(const cinflate *file) { return file->read - file->stream.avail_in; }

// Reads packed bytes where none are left; false at the end of the file, or where reading failed.
static bool fill(cinflate *file) {
  if (file->stream.avail_in > 0) return true;
  ssize_t got;
  do {
    got = read(file->descriptor, file->block, BLOCK);
  } while (got < 0 && errno == EINTR);
  if (got <= 0) {
    file->ended = got < 0 ? CINFLATE_UNREADABLE : file->is_inside ? CINFLATE_CUT : CINFLATE_END;
    return false;
  }
  file->read += (uint64_t)got;
  file->stream.next_in = file->block;
  file->stream.avail_in = (uInt)got;
  return true;
}

// Passes zeros that fill a tape or a disk block behind a packed part; false at the end of the file.
static bool pass_zeros(cinflate *file) {
  while (fill(file)) {
    if (*file->stream.next_in != 0) return true;
    file->stream.next_in += 1;
    file->stream.avail_in -= 1;
  }
  return false;
}

size_t cinflate_read(cinflate *file, void *bytes, size_t size) {
  z_stream *stream = &file->stream;
  stream->next_out = bytes;
  stream->avail_out = (uInt)size;
  while (stream->avail_out > 0 && file->ended != CINFLATE_DAMAGED) {
    if (!(file->is_inside || file->read == 0 ? fill(file) : pass_zeros(file))) break;
    file->is_inside = true;
    int answer = inflate(stream, Z_NO_FLUSH);
    if (answer == Z_STREAM_END) {
      // Another packed part may follow: files joined by `cat` are one.
      file->is_inside = false;
      inflateReset(stream);
    } else if (answer != Z_OK && answer != Z_BUF_ERROR) {
      file->ended = CINFLATE_DAMAGED;
      break;
    }
  }
  return size - stream->avail_out;
}
