# What every target of the project is compiled with. Nothing is set globally: a target gets it by linking groundswell_options.

option(GROUNDSWELL_WERROR "Treat warnings as errors (on in the presets)" OFF)
set(GROUNDSWELL_SANITIZE "" CACHE STRING "Comma list for -fsanitize, for instance address,undefined")
# As 1 or 0: the list has commas, which a generator expression can't take.
string(COMPARE NOTEQUAL "${GROUNDSWELL_SANITIZE}" "" groundswell_sanitized)

add_library(groundswell_options INTERFACE)
target_compile_features(groundswell_options INTERFACE cxx_std_20)
target_include_directories(groundswell_options INTERFACE "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/app")

target_compile_definitions(groundswell_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT
    QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    EIGEN_MPL2_ONLY
    GROUNDSWELL_VERSION="${PROJECT_VERSION}")

if(MSVC)
    target_compile_options(groundswell_options INTERFACE /W4 /permissive- /utf-8 $<$<BOOL:${GROUNDSWELL_WERROR}>:/WX>)
else()
    target_compile_options(groundswell_options INTERFACE
        -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
        -Woverloaded-virtual $<$<BOOL:${GROUNDSWELL_WERROR}>:-Werror>)
    # Once GCC inlines far enough (-O2, sanitizers) it warns of impossible paths inside std::string and friends, GCC bugs
    # 105329 and 105651 among others. The dev preset keeps these warnings, where they still mean our code.
    target_compile_options(groundswell_options INTERFACE
        $<$<AND:$<CXX_COMPILER_ID:GNU>,$<OR:$<CONFIG:Release,RelWithDebInfo>,${groundswell_sanitized}>>:-Wno-array-bounds;-Wno-stringop-overread;-Wno-stringop-overflow;-Wno-restrict;-Wno-maybe-uninitialized>)
endif()

if(GROUNDSWELL_SANITIZE)
    target_compile_options(groundswell_options INTERFACE -fsanitize=${GROUNDSWELL_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(groundswell_options INTERFACE -fsanitize=${GROUNDSWELL_SANITIZE})
endif()

find_program(GROUNDSWELL_MOLD mold)
if(GROUNDSWELL_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang" AND NOT APPLE)
    target_link_options(groundswell_options INTERFACE -fuse-ld=mold)
endif()

find_program(GROUNDSWELL_CCACHE ccache)
if(GROUNDSWELL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${GROUNDSWELL_CCACHE}")
endif()
