// What Swift cannot ask of the system: macros, extensions of GNU's C library, and single
// instructions. Where there is no such thing they do nothing.
#pragma once

#include <stddef.h>

/// From now on keeps up to `bytes` of freed memory at hand instead of giving it back at once. Blocks
/// above 32 MiB still go back when they are freed. Call it before other threads start.
void csystem_keep(size_t bytes);

/// Gives freed memory back to the system, all that can be.
void csystem_give_back(void);

/// Has the disk begin to write what a file was given; does not wait for it.
void csystem_begin_writing(int descriptor);

/// Asks for the memory at `address` to be brought near; returns at once.
static inline void csystem_fetch(const void *address) { __builtin_prefetch(address); }
