#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>

#include <functional>
#include <vector>

namespace groundswell::test {

/// A reply that hangs until the test ends it: at once, in drips, by failing, or never.
class FakeReply final : public QNetworkReply {
    Q_OBJECT
public:
    FakeReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request, QByteArray body,
              QObject *parent);

    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;
    void answer(int status, const QByteArray &body = {}, const Headers &headers = {});
    /// Status and headers, then one piece of the body at a time, then the end.
    void begin(int status, const Headers &headers = {});
    void drip(const QByteArray &piece);
    void end();
    /// Ends with an error of the network, even in the middle of an answer.
    void fail(NetworkError error, const QString &text = {});
    void reportUpload(qint64 sent, qint64 total) { Q_EMIT uploadProgress(sent, total); }

    [[nodiscard]] const QByteArray &sentBody() const { return m_sentBody; }
    [[nodiscard]] bool wasAborted() const { return m_aborted; }

    /// Like the real one: emits finished() synchronously, with the same code as a transfer time-out.
    void abort() override;
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;

private:
    void finishNow();
    QByteArray m_sentBody;
    QByteArray m_unread;
    bool m_aborted = false;
};

/// A network without sockets: keeps every request, and leaves the answering to the test.
class FakeAccessManager final : public QNetworkAccessManager {
    Q_OBJECT
public:
    struct Seen {
        QByteArray verb;
        QNetworkRequest request;
        QPointer<FakeReply> reply;

        [[nodiscard]] QString pathAndQuery() const;
    };

    using QNetworkAccessManager::QNetworkAccessManager;

    [[nodiscard]] const std::vector<Seen> &seen() const { return m_seen; }
    [[nodiscard]] int count() const { return static_cast<int>(m_seen.size()); }
    [[nodiscard]] const Seen &last() const { return m_seen.back(); }
    /// Called from the event loop for each new request that still hangs.
    void answerWith(std::function<void(const Seen &)> responder) { m_responder = std::move(responder); }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *outgoing) override;

private:
    std::vector<Seen> m_seen;
    std::function<void(const Seen &)> m_responder;
};

} // namespace groundswell::test
