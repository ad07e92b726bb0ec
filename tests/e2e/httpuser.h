#pragma once

#include "tests/support/contract.h"

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>

#include <utility>
#include <vector>

namespace groundswell::test {

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

struct Answer {
    int status = 0; ///< 0: no answer at all
    QByteArray body;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QStringList breaches; ///< of the contract; every test expects none

    [[nodiscard]] QByteArray header(const QByteArray &name) const { return headers.value(name.toLower()); }
    [[nodiscard]] QJsonObject object() const;
    [[nodiscard]] QJsonArray array() const;
    [[nodiscard]] QString message() const { return object()[u"message"].toString(); }
    /// For an error: the fields that its `validation_errors` name.
    [[nodiscard]] QStringList fields() const;
    [[nodiscard]] QStringList codes() const;
};

/// Somebody who knows only the service's contract: raw HTTP, nothing of the product's own client. Every
/// answer is checked against the contract; a breach fails the running test.
class HttpUser {
public:
    HttpUser(int port, QByteArray token);

    /// \a path starts after `/api/v3` (after `/api` for `/media`) and is percent-encoded.
    Answer get(const QByteArray &path, const Headers &headers = {});
    Answer put(const QByteArray &path, const QJsonObject &body, const Headers &headers = {});
    Answer put(const QByteArray &path) { return send("PUT", path, {}, {}); }
    Answer post(const QByteArray &path, const QJsonObject &body);
    Answer post(const QByteArray &path) { return send("POST", path, {}, {}); }
    Answer remove(const QByteArray &path) { return send("DELETE", path, {}, {}); }
    Answer upload(const QByteArray &fileName, const QByteArray &mimeType, const QByteArray &content);
    Answer send(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                const Headers &headers);

    [[nodiscard]] QByteArray url(const QByteArray &path) const;
    /// Starts without waiting, for tests that end the service in between.
    QNetworkReply *start(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                         const Headers &headers);
    [[nodiscard]] static Answer answerOf(QNetworkReply *reply);

private:
    int m_port;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

[[nodiscard]] QByteArray encoded(const QString &pathSegment);
[[nodiscard]] QJsonObject json(const char *text);

} // namespace groundswell::test
