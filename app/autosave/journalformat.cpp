#include "app/autosave/journalformat.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtEndian>

#include <optional>

namespace groundswell {

namespace {

constexpr qsizetype digestBytes = 8;
constexpr qsizetype headBytes = 4 + 4 + digestBytes;
constexpr quint32 maximumPayload = 256U * 1024 * 1024;

QByteArray magic()
{
    return QByteArrayLiteral("GSJ1");
}

QByteArray digestOf(QByteArrayView payload)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(payload);
    return hash.result().first(digestBytes);
}

struct Record {
    QJsonObject payload;
    qsizetype size = 0;
};

std::optional<Record> recordAt(const QByteArray &file, qsizetype at)
{
    if (file.size() - at < headBytes || !QByteArrayView(file).sliced(at).startsWith(magic()))
        return std::nullopt;
    const auto length = qFromBigEndian<quint32>(file.constData() + at + 4);
    if (length > maximumPayload || file.size() - at - headBytes < static_cast<qsizetype>(length))
        return std::nullopt;
    const auto payload = QByteArrayView(file).sliced(at + headBytes, static_cast<qsizetype>(length));
    if (digestOf(payload) != QByteArrayView(file).sliced(at + 8, digestBytes))
        return std::nullopt;
    const auto document = QJsonDocument::fromJson(payload.toByteArray());
    if (!document.isObject())
        return std::nullopt;
    return Record{document.object(), headBytes + static_cast<qsizetype>(length)};
}

} // namespace

QByteArray journalRecord(const QJsonObject &payload)
{
    const QByteArray json = QJsonDocument(payload).toJson(QJsonDocument::Compact);
    QByteArray length(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(json.size()), length.data());
    return magic() + length + digestOf(json) + json;
}

JournalContents readJournal(const QByteArray &file)
{
    JournalContents contents;
    qsizetype at = 0;
    while (at < file.size()) {
        if (auto record = recordAt(file, at)) {
            contents.records.push_back(std::move(record->payload));
            at += record->size;
            contents.usedBytes = at;
            continue;
        }
        contents.damaged = true;
        at = file.indexOf(magic(), at + 1);
        if (at < 0)
            break;
    }
    return contents;
}

} // namespace groundswell
