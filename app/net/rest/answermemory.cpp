#include "app/net/rest/answermemory.h"

#include "app/files/privatefile.h"
#include "app/net/rest/session.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace groundswell {

AnswerMemory::AnswerMemory(QString folder)
    : m_folder(std::move(folder))
{
}

QString AnswerMemory::fileOf(const Session &session, const QUrl &url) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    // The address below the server's: an embedded service has another port each time.
    for (const QString &part : {session.place(), session.partner().value(),
                                url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority)}) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()));
        hash.addData(":");
        hash.addData(bytes);
    }
    return m_folder + u'/' + QString::fromLatin1(hash.result().toHex().first(32)) + QStringLiteral(".json");
}

void AnswerMemory::keep(const Session &session, const QUrl &url, const QByteArray &body)
{
    if (!m_prepared) {
        m_prepared = true;
        if (!ensurePrivateFolder(m_folder))
            return;
        dropOldest();
    }
    if (body.size() > mostBytes)
        return;
    // Not synced to the disk, which would hold up the window: losing it in a power cut does no harm.
    const QString path = fileOf(session, url);
    QFile file(path + QStringLiteral(".part"));
    if (!openPrivately(file, QIODevice::WriteOnly) || file.write(body) != body.size())
        return;
    file.close();
    std::error_code ignored;
    std::filesystem::rename(file.filesystemFileName(), QFileInfo(path).filesystemFilePath(), ignored);
    if (++m_keptSinceTrimmed >= trimmedAfter)
        dropOldest();
}

std::optional<Response> AnswerMemory::recall(const Session &session, const QUrl &url) const
{
    QFile file(fileOf(session, url));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Response response;
    response.status = 200;
    response.body = file.readAll();
    response.recalledFrom = QFileInfo(file).lastModified();
    return response;
}

void AnswerMemory::dropOldest()
{
    m_keptSinceTrimmed = 0;
    const QFileInfoList files =
        QDir(m_folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time); // newest first
    qint64 bytes = 0;
    for (qsizetype i = 0; i < files.size(); ++i) {
        bytes += files.at(i).size();
        if (i >= mostAnswers || bytes > mostBytesInAll)
            QFile::remove(files.at(i).filePath());
    }
}

} // namespace groundswell
