# What we use from outside, each as one imported or built target:
#   re2::re2, utf8proc::utf8proc   in the core, both builds
#   nlohmann_json::nlohmann_json   in the core, header only
#   CLI11::CLI11                   command line only
#   GTest::gtest, benchmark::benchmark   found in tests/ only
# Order, for the first two: a source folder given as CROSSREAD_<NAME>_SOURCE (tools/dev gives one for
# WASM: Debian's own sources), else the system's library, else upstream's release by its hash.
# RE2 stays at 20220601, the last release line that needs no Abseil.
include(FetchContent)
set(CROSSREAD_RE2_SOURCE "" CACHE PATH "Folder with RE2's source (re2/re2.h in it)")
set(CROSSREAD_UTF8PROC_SOURCE "" CACHE PATH "Folder with utf8proc's source (utf8proc.c in it)")

# Sets OUT to the folder with NAME's source: the given one, or upstream's.
function(crossread_source out name url sha256)
  string(TOUPPER ${name} upper)
  set(dir ${CROSSREAD_${upper}_SOURCE})
  if(NOT dir)
    # SOURCE_SUBDIR names no folder, so upstream's own CMake build (install rules, tests) stays out.
    FetchContent_Declare(${name} URL ${url} URL_HASH SHA256=${sha256}
                         DOWNLOAD_EXTRACT_TIMESTAMP FALSE SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${name})
    set(dir ${${name}_SOURCE_DIR})
  endif()
  set(${out} ${dir} PARENT_SCOPE)
endfunction()

# Looks for the system's library; TARGET exists afterwards if it was found. Not under Emscripten, where
# the libraries of the machine at hand are the wrong ones.
function(crossread_system_library target header library source)
  if(EMSCRIPTEN OR source)
    return()
  endif()
  find_path(${library}_INCLUDE ${header})
  find_library(${library}_LIBRARY ${library})
  if(${library}_INCLUDE AND ${library}_LIBRARY)
    add_library(${target} UNKNOWN IMPORTED)
    set_target_properties(${target} PROPERTIES IMPORTED_LOCATION ${${library}_LIBRARY}
                          INTERFACE_INCLUDE_DIRECTORIES ${${library}_INCLUDE})
  endif()
endfunction()

# --- RE2
crossread_system_library(re2::re2 re2/re2.h re2 "${CROSSREAD_RE2_SOURCE}")
if(NOT TARGET re2::re2)
  crossread_source(dir re2 https://github.com/google/re2/archive/refs/tags/2022-06-01.tar.gz
                   f89c61410a072e5cbcf8c27e3a778da7d6fd2f2b5b1445cd4f4508bee946ab0f)
  file(GLOB sources ${dir}/re2/*.cc ${dir}/util/rune.cc ${dir}/util/strutil.cc)
  list(FILTER sources EXCLUDE REGEX "/re2/(testing|fuzzing)/")
  add_library(re2 STATIC ${sources})
  target_include_directories(re2 SYSTEM PUBLIC ${dir})
  if(EMSCRIPTEN)
    target_include_directories(re2 BEFORE PRIVATE ${PROJECT_SOURCE_DIR}/tools/cmake/quiet_re2)
  endif()
  set_target_properties(re2 PROPERTIES CXX_STANDARD 11 COMPILE_WARNING_AS_ERROR OFF)
  target_compile_options(re2 PRIVATE -O2)  # for size it runs about five times slower and saves 6 KB
  add_library(re2::re2 ALIAS re2)
endif()

# --- utf8proc (utf8proc.c includes its table, utf8proc_data.c)
crossread_system_library(utf8proc::utf8proc utf8proc.h utf8proc "${CROSSREAD_UTF8PROC_SOURCE}")
if(NOT TARGET utf8proc::utf8proc)
  crossread_source(dir utf8proc https://github.com/JuliaStrings/utf8proc/archive/refs/tags/v2.8.0.tar.gz
                   a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc)
  add_library(utf8proc STATIC ${dir}/utf8proc.c)
  target_include_directories(utf8proc SYSTEM PUBLIC ${dir})
  target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)
  set_target_properties(utf8proc PROPERTIES COMPILE_WARNING_AS_ERROR OFF)
  add_library(utf8proc::utf8proc ALIAS utf8proc)
endif()

# --- nlohmann/json: header only, so the machine's copy serves both builds
find_path(nlohmann_INCLUDE nlohmann/json.hpp PATHS /usr/include /usr/local/include
          NO_CMAKE_FIND_ROOT_PATH)
if(nlohmann_INCLUDE)
  # Only this folder of /usr/include: em++ must not see the machine's own C headers.
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/include)
  file(CREATE_LINK ${nlohmann_INCLUDE}/nlohmann ${PROJECT_BINARY_DIR}/include/nlohmann SYMBOLIC)
  set(json_include ${PROJECT_BINARY_DIR}/include)
else()
  crossread_source(dir json https://github.com/nlohmann/json/releases/download/v3.11.2/json.tar.xz
                   8c4b26bf4b422252e13f332bc5e388ec0ab5c3443d24399acb675e68278d341f)
  set(json_include ${dir}/include)
endif()
add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED)
target_include_directories(nlohmann_json::nlohmann_json INTERFACE ${json_include})

if(NOT EMSCRIPTEN)
  find_package(CLI11 REQUIRED)
endif()
