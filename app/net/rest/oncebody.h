#pragma once

#include <QByteArray>
#include <QFile>
#include <QIODevice>

namespace groundswell {

/// The body of a request that must not happen twice. When a connection ends before the answer has begun, the
/// network layer sends the request again by itself, up to three times and even on a fresh connection; it only
/// refrains if the body can't be read a second time (QNetworkReply::ContentReSendError). So this one can't.
/// For a request without a body it is empty.
class OnceBody final : public QIODevice {
    Q_OBJECT
public:
    explicit OnceBody(QByteArray bytes, QObject *parent = nullptr);

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

/// The same for a file that is uploaded.
class OnceFile final : public QFile {
    Q_OBJECT
public:
    using QFile::QFile;
    bool reset() override { return false; }
};

} // namespace groundswell
