// Large allocations of the command line on huge pages. An archive's text and its sentences take
// tens of megabytes that are written once, and on virtual machines a page fault for each 4 KB of
// them costs more than the work on the text: `crossread sentences` on 4 MB of one-letter lines
// spent two thirds of its time there (docs/benchmarks.md). Only a hint: without huge pages nothing
// changes.
#include <cstdlib>
#include <new>

#ifdef __linux__
#include <sys/mman.h>

namespace {

constexpr size_t kHugePage = size_t{2} << 20;  // bytes, on x86-64 and most of ARM
constexpr size_t kLeastHuge = kHugePage / 2;   // smaller ones are reused by malloc itself

void* Allocate(size_t size) {
  if (size < kLeastHuge) return std::malloc(size == 0 ? 1 : size);
  void* const memory =
      std::aligned_alloc(kHugePage, (size + kHugePage - 1) / kHugePage * kHugePage);
  if (memory != nullptr) madvise(memory, size, MADV_HUGEPAGE);
  return memory;
}

}  // namespace

void* operator new(size_t size) {
  for (;;) {
    if (void* const memory = Allocate(size)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) std::abort();  // the core is built without exceptions in mind
    handler();
  }
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }

#endif
