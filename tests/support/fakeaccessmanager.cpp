#include "support/fakeaccessmanager.h"

#include <algorithm>
#include <cstring>

namespace groundswell::test {

FakeReply::FakeReply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                     QByteArray body, QObject *parent)
    : QNetworkReply(parent)
    , m_sentBody(std::move(body))
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly);
}

void FakeReply::answer(int status, const QByteArray &body, const Headers &headers)
{
    begin(status, headers);
    if (!body.isEmpty())
        drip(body);
    end();
}

void FakeReply::begin(int status, const Headers &headers)
{
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
    for (const auto &[name, value] : headers)
        setRawHeader(name, value);
    if (status >= 400)
        setError(status >= 500 ? InternalServerError : UnknownContentError, QStringLiteral("refused"));
    Q_EMIT metaDataChanged();
}

void FakeReply::drip(const QByteArray &piece)
{
    m_unread += piece;
    Q_EMIT readyRead();
}

void FakeReply::end()
{
    finishNow();
}

void FakeReply::fail(NetworkError error, const QString &text)
{
    setError(error, text);
    finishNow();
}

void FakeReply::abort()
{
    if (isFinished())
        return;
    m_aborted = true;
    setError(OperationCanceledError, QStringLiteral("Operation canceled"));
    finishNow();
}

void FakeReply::finishNow()
{
    setFinished(true);
    Q_EMIT finished();
}

qint64 FakeReply::bytesAvailable() const
{
    return m_unread.size() + QNetworkReply::bytesAvailable();
}

qint64 FakeReply::readData(char *data, qint64 maxSize)
{
    const qint64 size = std::min<qint64>(maxSize, m_unread.size());
    std::memcpy(data, m_unread.constData(), static_cast<size_t>(size));
    m_unread.remove(0, size);
    return size;
}

QString FakeAccessManager::Seen::pathAndQuery() const
{
    const QUrl url = request.url();
    const QString path = url.path(QUrl::FullyEncoded);
    return url.hasQuery() ? path + QLatin1Char('?') + url.query(QUrl::FullyEncoded) : path;
}

QNetworkReply *FakeAccessManager::createRequest(Operation operation, const QNetworkRequest &request,
                                                QIODevice *outgoing)
{
    static const QByteArray verbs[] = {{}, "HEAD", "GET", "PUT", "POST", "DELETE"};
    auto *reply = new FakeReply(operation, request, outgoing ? outgoing->readAll() : QByteArray(), this);
    m_seen.push_back({verbs[operation], request, reply});
    if (m_responder) {
        const auto answerLater = [this, seen = m_seen.back()] {
            if (seen.reply && !seen.reply->isFinished())
                m_responder(seen);
        };
        QMetaObject::invokeMethod(reply, answerLater, Qt::QueuedConnection);
    }
    return reply;
}

} // namespace groundswell::test
