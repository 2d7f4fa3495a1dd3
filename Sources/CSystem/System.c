#define _GNU_SOURCE
#include "CSystem.h"

#ifdef __GLIBC__
#include <fcntl.h>
#include <limits.h>
#include <malloc.h>

void csystem_keep(size_t bytes) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, bytes > INT_MAX ? INT_MAX : (int)bytes);
}

void csystem_give_back(void) { malloc_trim(0); }

void csystem_begin_writing(int descriptor) {
  sync_file_range(descriptor, 0, 0, SYNC_FILE_RANGE_WRITE);
}
#else
void csystem_keep(size_t bytes) { (void)bytes; }
void csystem_give_back(void) {}
void csystem_begin_writing(int descriptor) { (void)descriptor; }
#endif
