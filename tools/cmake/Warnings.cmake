# Compile options of our own code; code from outside is not held to them.
add_library(crossread_flags INTERFACE)
target_compile_options(crossread_flags INTERFACE
  -Wall -Wextra
  # g++'s plain -Wshadow takes the values of an enum class for shadows of globals.
  $<IF:$<CXX_COMPILER_ID:GNU>,-Wshadow=local,-Wshadow>
  -ffp-contract=off)  # the native and the WASM build must compute the same bits

# Sanitizers go to everything, code from outside too, or containers that cross the border look broken.
if(CROSSREAD_SANITIZE)
  add_compile_options(-fsanitize=${CROSSREAD_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${CROSSREAD_SANITIZE})
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(CROSSREAD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

find_program(CROSSREAD_CCACHE ccache)
if(CROSSREAD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${CROSSREAD_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CROSSREAD_CCACHE})
endif()
