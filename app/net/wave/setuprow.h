#pragma once

#include "models/wave/setupprocess.h"

#include <QByteArray>
#include <QJsonObject>

namespace groundswell {

/// The setup row as the server holds it. `etag` is empty where the server offers none (the real service).
struct SetupRow {
    SetupProcess row;
    QByteArray etag;
    /// Where the answer lacked members: the answer, see completedBy(). Empty where it had them all.
    QJsonObject partial = {};
    qint64 bytes = 0; ///< of the answer; what is large is compared on another thread
};

/// What a reading says of a row of which \a known was there before: a member that the answer lacked is as it
/// was.
[[nodiscard]] SetupRow completedBy(const SetupProcess &known, const SetupRow &answer);

/// One write of the whole row (wave-api 9.3). The extension headers do nothing at a server that doesn't know
/// them.
struct SetupWrite {
    SetupProcess row;
    QByteArray ifMatch; ///< `If-Match`; empty = not sent
    QString clientId; ///< `X-Client-Id`: names one editing session
    quint64 draftRevision = 0; ///< `X-Draft-Revision`: grows with every write of one client; 0 = not sent
};

} // namespace groundswell
