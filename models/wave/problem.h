#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

#include <tl/expected.hpp>

namespace groundswell {

/// One refused field of a request. `field` is a path as in models/draft/fieldpath.h, empty for the whole
/// form.
struct FieldProblem {
    QString code;
    QString field;
    friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

/// Why a call failed: typed, so that the interface can decide and word it. Never carries a text for the
/// user's eyes; `messageKey` is the service's dotted key (`error.event.not_found`), `detail`
/// is for the log and the details view (for Protocol: a JSON pointer and what was expected there).
struct Problem {
    enum class Kind {
        Offline, ///< no route, name not resolved, connection refused
        Proxy,
        Tls,
        Timeout,
        Unauthorized, ///< 401
        Forbidden, ///< 403
        NotFound, ///< 404
        Conflict, ///< 409 and 412
        Gone, ///< 410
        Rejected, ///< 400, 413, 415, 422 and other 4xx
        RateLimited, ///< 429
        ServerFault, ///< 5xx
        Protocol, ///< the answer isn't what the contract says
    };

    Kind kind = Kind::Protocol;
    int httpStatus = 0; ///< 0 where there was no answer
    QString messageKey;
    QString detail;
    std::vector<FieldProblem> fields;
    QString requestId; ///< X-Request-ID of the failed call
    std::optional<std::chrono::seconds> retryAfter;
    QJsonObject body; ///< the answer as it was, for instance the current row of a 412

    friend bool operator==(const Problem &, const Problem &) = default;

    /// True where the same call may succeed later without any change: Offline, Proxy, Timeout, RateLimited,
    /// ServerFault but 501.
    [[nodiscard]] bool isTransient() const;
    [[nodiscard]] static Problem protocol(QString jsonPointer, QString expected);
};

template <class T> using Expected = tl::expected<T, Problem>;

/// `Kind` for an HTTP status outside 2xx.
[[nodiscard]] Problem::Kind problemKindForStatus(int httpStatus);
/// Reads the error envelope (wave-api 1.6); a body that is none still gives a usable Problem.
[[nodiscard]] Problem problemFromEnvelope(int httpStatus, const QByteArray &body,
                                          const QString &requestId = {});

} // namespace groundswell
