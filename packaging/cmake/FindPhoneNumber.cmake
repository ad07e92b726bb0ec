# Google's libphonenumber as the target PhoneNumber::PhoneNumber. Where it was built by vcpkg or Homebrew it brings a
# CMake package; Debian's packages don't, so there its library and header are looked up.
find_package(libphonenumber CONFIG QUIET)
if(TARGET libphonenumber::phonenumber)
    add_library(PhoneNumber::PhoneNumber ALIAS libphonenumber::phonenumber)
    set(PhoneNumber_FOUND TRUE)
    return()
endif()

find_package(Protobuf QUIET)
find_library(PhoneNumber_LIBRARY phonenumber)
find_path(PhoneNumber_INCLUDE_DIR phonenumbers/phonenumberutil.h)
mark_as_advanced(PhoneNumber_LIBRARY PhoneNumber_INCLUDE_DIR)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(PhoneNumber
    REQUIRED_VARS PhoneNumber_LIBRARY PhoneNumber_INCLUDE_DIR Protobuf_FOUND)

if(PhoneNumber_FOUND AND NOT TARGET PhoneNumber::PhoneNumber)
    add_library(PhoneNumber::PhoneNumber UNKNOWN IMPORTED)
    set_target_properties(PhoneNumber::PhoneNumber PROPERTIES
        IMPORTED_LOCATION "${PhoneNumber_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${PhoneNumber_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES protobuf::libprotobuf)
endif()
