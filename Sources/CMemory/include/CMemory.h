// What Swift cannot ask of memory.
//
// The allocator's settings are macros and not in Swift's picture of the C library. Where the
// library is not GNU's they do nothing.
#pragma once

#include <stddef.h>

/// From now on keeps up to `bytes` of freed memory at hand instead of giving it back at once. Blocks
/// above 32 MiB still go back when they are freed. Call it before other threads start.
void cmemory_keep(size_t bytes);

/// Gives freed memory back to the system, all that can be.
void cmemory_give_back(void);

/// Asks for the memory at `address` to be brought near; returns at once.
static inline void cmemory_fetch(const void *address) { __builtin_prefetch(address); }
