#pragma once

#include <Qt>

namespace groundswell::items {

/// What every list of the program offers beside the text: views, delegates and proxies ask for meaning and
/// choose colours and icons themselves.
enum Role {
    RawRole = Qt::UserRole + 1, ///< the cell's value for sorting: number, date, text; invalid where unknown
    IdRole, ///< the row's id as text
    LoadingRole, ///< bool: the row isn't there yet
    StateRole, ///< the row's state as its word on the wire (`RUNNING`, `DONE`), empty where it has none
    FirstOwnRole = Qt::UserRole + 100, ///< roles of one list only start here
};

} // namespace groundswell::items
