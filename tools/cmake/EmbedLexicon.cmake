# crossread_embed_lexicon(OUT DIR): writes one .cpp into the build tree that holds every *.txt and *.tsv
# of DIR as raw string literals (declared in core/lexicon/embedded.h) and returns its path in OUT.
#
# The text reaches the compiler byte by byte: configure_file does not look into a value that it puts in,
# so ';', '[', '@x@' and '${x}' in a word list survive. (string(CONFIGURE) of the whole would not do.)
function(crossread_embed_lexicon out dir)
  file(GLOB files CONFIGURE_DEPENDS ${dir}/*.txt ${dir}/*.tsv)  # sorted by name
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  list(LENGTH files count)
  set(texts "")
  set(entries "")
  set(index 0)
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME)
    file(READ ${file} text)
    # A comment is for whoever edits the list. Its line stays, so that an error names the line of the file.
    string(REGEX REPLACE "(\n)#[^\n]*" "\\1" text "\n${text}")
    string(SUBSTRING "${text}" 1 -1 text)
    # An array each, so that its length needs no counting by the compiler (clang gives up on long ones).
    string(APPEND texts "constexpr char kText${index}[] = R\"lexicon(${text})lexicon\";\n")
    string(APPEND entries "    {\"${name}\", {kText${index}, sizeof(kText${index}) - 1}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded_lexicon.cpp)
  configure_file(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/embedded_lexicon.cpp.in ${generated} @ONLY)
  set(${out} ${generated} PARENT_SCOPE)
endfunction()
