#pragma once

#include "models/wave/problem.h"

#include <QByteArray>
#include <QLoggingCategory>

#include <chrono>

class QNetworkRequest;

namespace groundswell {

/// Off by default; on with QT_LOGGING_RULES="groundswell.http.debug=true".
Q_DECLARE_LOGGING_CATEGORY(lcHttp)

/// One line of JSON for each request and each answer. Carries no secrets and no content: neither header
/// values, nor bodies, nor the values of query parameters.
void logRequest(const QByteArray &verb, const QNetworkRequest &request, qsizetype bodyBytes);
/// \a outcome: "ok", or the kind of the problem, or "superseded".
void logAnswer(const QByteArray &requestId, int status, const char *outcome, qint64 bodyBytes,
               std::chrono::milliseconds duration);

/// The word that the log uses for a kind of problem.
[[nodiscard]] const char *outcomeWord(Problem::Kind kind);

} // namespace groundswell
