#include "CMemory.h"

#ifdef __GLIBC__
#include <limits.h>
#include <malloc.h>

void cmemory_keep(size_t bytes) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, bytes > INT_MAX ? INT_MAX : (int)bytes);
}

void cmemory_give_back(void) { malloc_trim(0); }
#else
void cmemory_keep(size_t bytes) { (void)bytes; }
void cmemory_give_back(void) {}
#endif
