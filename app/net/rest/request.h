#pragma once

#include "app/net/rest/retrypolicy.h"
#include "models/wave/api/paths.h"
#include "models/wave/problem.h"

#include <QAnyStringView>
#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPointer>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

class QHttpMultiPart;
class QIODevice;

namespace groundswell {

/// A path below the base URL, segment by segment, percent-encoded as a whole: an id with a slash or a `?`
/// stays one segment.
class ApiPath {
public:
    ApiPath() = default;
    /// An endpoint's path with the values of its parameters, in their order.
    ApiPath(api::Path path, // NOLINT(google-explicit-constructor): without parameters it is the path
            const QStringList &values = {});
    ApiPath(std::initializer_list<QString> segments);

    /// False for an empty or a dot segment, which can't be told apart from another path on the wire, and for
    /// a parameter without a value.
    [[nodiscard]] bool isValid() const { return m_valid; }
    [[nodiscard]] const QString &encoded() const { return m_encoded; }

private:
    void append(const QString &segment);
    QString m_encoded;
    bool m_valid = true;
};

/// Builds a query as the service wants it (wave-api 1.8): repeat style for lists, empty values left out.
class ApiQuery {
public:
    ApiQuery &add(QAnyStringView name, const QString &value);
    ApiQuery &add(QAnyStringView name, const QStringList &values);
    ApiQuery &addNumber(QAnyStringView name, double value);
    ApiQuery &addFlag(QAnyStringView name, bool value); ///< `name=true`, left out where false
    /// `name=true` or `name=false`, for parameters without a default.
    ApiQuery &addBool(QAnyStringView name, bool value);
    /// Percent-encoded, without the question mark.
    [[nodiscard]] QString encoded() const { return m_encoded; }

private:
    QString m_encoded;
};

/// How much of an answer is accepted, after unpacking; a longer one is refused unread. Far more than anybody
/// has, and still little enough to be harmless.
namespace answersize {
inline constexpr qint64 Row = 2LL * 1024 * 1024; ///< one thing: a setup row, a campaign, settings
inline constexpr qint64 List = 16LL * 1024 * 1024; ///< many: events, campaigns, clusters, packages
inline constexpr qint64 Envelope = 256LL * 1024; ///< of an error; a longer one isn't an envelope
} // namespace answersize

struct Request {
    enum class Method { Get, Post, Put, Delete };
    enum class Root {
        Api, ///< below Session::baseUrl()
        Media, ///< below Session::mediaBaseUrl()
    };

    Method method = Method::Get;
    Root root = Root::Api;
    ApiPath path;
    ApiQuery query;
    QByteArray contentType; ///< set with a body
    QByteArray body;
    /// Instead of body: makes the multipart body, anew for each attempt. Ownership passes to the caller.
    std::function<QHttpMultiPart *()> multipart;
    QList<std::pair<QByteArray, QByteArray>> headers;

    /// A timer of its own, never QNetworkRequest's, whose time-out can't be told from an abort.
    std::chrono::milliseconds deadline{15'000};
    /// The deadline counts from the last byte instead of the start: for uploads and streamed answers.
    bool deadlineFromLastByte = false;
    /// False: the request goes without the token, and a 401 is its answer. For signing in and for renewing
    /// the token itself (wave-api 1.2).
    bool signedIn = true;
    RetryPolicy retry;
    /// Longer answers are refused with Problem::Protocol `error.client.answer_too_large` as soon as that much
    /// has come, whatever their header says.
    qint64 maxAnswerBytes = answersize::Row;
    /// The body of a 2xx is written here as it comes, instead of into Response::body; open for writing.
    /// Whatever came before a failure stays written: the owner discards it.
    QPointer<QIODevice> sink;
    std::function<void(qint64 sent, qint64 total)> uploadProgress; ///< total 0 = unknown
    bool recallable = false; ///< see getOrRecall()
    /// A problem found before sending: the request is answered with it, like an answer from outside.
    std::optional<Problem> refusal;

    /// Takes a list.
    [[nodiscard]] static Request get(ApiPath path, ApiQuery query = {});
    /// A GET whose last answer may stand in for a new one while there is no connection.
    [[nodiscard]] static Request getOrRecall(ApiPath path, ApiQuery query = {});
    /// Goes out once and never again: see OnceBody.
    [[nodiscard]] static Request post(ApiPath path, ApiQuery query = {});
    [[nodiscard]] static Request put(ApiPath path, ApiQuery query = {});
    [[nodiscard]] static Request remove(ApiPath path, ApiQuery query = {});
    [[nodiscard]] Request withJson(const QByteArray &json) const;
};

/// A 2xx answer.
struct Response {
    int status = 0;
    QByteArray body; ///< empty where the request had a sink
    QList<std::pair<QByteArray, QByteArray>> headers;
    QString requestId;
    std::chrono::milliseconds duration{0}; ///< of the last attempt
    /// Set: there is no connection, and this is what the service answered then (local time).
    std::optional<QDateTime> recalledFrom = {};

    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< case-insensitive
};

} // namespace groundswell
