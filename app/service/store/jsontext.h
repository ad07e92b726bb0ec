#pragma once

#include <QByteArray>

namespace groundswell::service {

/// Qt takes a U+FEFF at the start of a text for the mark of its encoding and drops it, even within a JSON
/// document. Written as an escape, which is the same text in JSON, it stays. To be used on documents before
/// they are read, and on anything that somebody may read with Qt.
[[nodiscard]] inline QByteArray keepingMarks(QByteArray utf8)
{
    return utf8.replace("\xEF\xBB\xBF", "\\ufeff");
}

} // namespace groundswell::service
