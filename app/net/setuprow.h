#pragma once

#include "models/wave/setupprocess.h"

#include <QByteArray>

namespace groundswell {

/// The setup row as the server holds it. `etag` is empty where the server offers none (the real service).
struct SetupRow {
    SetupProcess row;
    QByteArray etag;
};

/// One write of the whole row (wave-api 9.3). The extension headers do nothing at a server that doesn't know
/// them.
struct SetupWrite {
    SetupProcess row;
    QByteArray ifMatch; ///< `If-Match`; empty = not sent
    QString clientId; ///< `X-Client-Id`: names one editing session
    quint64 draftRevision = 0; ///< `X-Draft-Revision`: grows with every write of one client; 0 = not sent
};

} // namespace groundswell
