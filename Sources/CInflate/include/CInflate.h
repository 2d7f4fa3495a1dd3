// Files packed by gzip, read as if they were not.
//
// zlib's inflateInit2 is a macro and its stream a struct that points into itself, so both stay
// behind one handle, which reads the file and unpacks what it read. One thread owns a handle.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// A packed file that is being read.
typedef struct cinflate cinflate;

/// How a read ended that gave nothing.
typedef enum : int {
  /// The file ended where packed bytes may end.
  CINFLATE_END,
  /// The file ended in the middle of what is packed.
  CINFLATE_CUT,
  /// The packed bytes are none, or their checksum does not fit what they unpack to.
  CINFLATE_DAMAGED,
  /// The system refused to read; errno says why.
  CINFLATE_UNREADABLE,
} cinflate_end;

/// Begins to unpack an open file from where it stands; the descriptor stays the caller's. Null
/// where there is no memory.
cinflate *_Nullable cinflate_open(int descriptor);

/// Unpacks at most `size` bytes; how many there were, 0 where there are no more.
size_t cinflate_read(cinflate *_Nonnull file, void *_Nonnull bytes, size_t size);

/// Why the last read gave nothing.
cinflate_end cinflate_ended(const cinflate *_Nonnull file);

/// How many packed bytes were unpacked so far.
uint64_t cinflate_place(const cinflate *_Nonnull file);

/// Gives the memory back.
void cinflate_close(cinflate *_Nonnull file);
