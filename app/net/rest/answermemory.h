#pragma once

#include "app/net/rest/request.h"

#include <QString>
#include <QUrl>

#include <optional>

namespace groundswell {

class Session;

/// The last answers of the service on disk, so that events, clusters and choices can be seen and a draft be
/// edited while there is no connection. It keeps only what Request::getOrRecall() asked for: no rows that are
/// being edited, no lists of people. Each answer is one file, kept apart by server and partner, readable by
/// the user alone; the oldest are dropped beyond a thousand files or 64 MB, at the start and while the
/// program runs. An answer that can't be written is not remembered, and nothing else happens.
class AnswerMemory {
public:
    static constexpr int mostAnswers = 1'000;
    static constexpr qsizetype mostBytes = 4 * 1024 * 1024; ///< of one answer
    static constexpr qint64 mostBytesInAll = 64LL * 1024 * 1024;
    static constexpr int trimmedAfter = 50; ///< answers kept

    /// \a folder is made when it is first needed.
    explicit AnswerMemory(QString folder);

    void keep(const Session &session, const QUrl &url, const QByteArray &body);
    [[nodiscard]] std::optional<Response> recall(const Session &session, const QUrl &url) const;

private:
    [[nodiscard]] QString fileOf(const Session &session, const QUrl &url) const;
    void dropOldest();

    QString m_folder;
    bool m_prepared = false;
    int m_keptSinceTrimmed = 0;
};

} // namespace groundswell
