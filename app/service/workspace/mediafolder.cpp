#include "app/service/workspace/mediafolder.h"

#include "app/files/privatefile.h"
#include "app/service/store/refusal.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <array>
#include <string_view>

namespace groundswell::service {

namespace {

struct Format {
    const char *ending;
    const char *type;
    const char *mimeType;
};
constexpr std::array formats{Format{"jpg", "image", "image/jpeg"}, Format{"png", "image", "image/png"},
                             Format{"gif", "image", "image/gif"},  Format{"webp", "image", "image/webp"},
                             Format{"mp4", "video", "video/mp4"},  Format{"mov", "video", "video/quicktime"}};

/// By signature: a name or a declared type may lie, and nothing that a browser would run is kept.
const Format *formatOf(std::string_view content)
{
    using namespace std::string_view_literals;
    if (content.starts_with("\xff\xd8\xff"sv))
        return &formats[0];
    if (content.starts_with("\x89PNG\r\n\x1a\n"sv))
        return &formats[1];
    if (content.starts_with("GIF87a"sv) || content.starts_with("GIF89a"sv))
        return &formats[2];
    if (content.starts_with("RIFF"sv) && content.substr(8).starts_with("WEBP"sv))
        return &formats[3];
    if (content.size() > 12 && content.substr(4, 4) == "ftyp"sv)
        return content.substr(8, 4) == "qt  "sv ? &formats[5] : &formats[4];
    return nullptr;
}

} // namespace

MediaFolder::MediaFolder(const QString &workspaceFile)
{
    const QFileInfo file(workspaceFile);
    m_path = file.absoluteDir().filePath(file.completeBaseName() + QStringLiteral(".media"));
    tightenFolder(m_path);
}

Expected<StoredMedia> MediaFolder::add(const std::string &content) const
{
    if (content.empty())
        return tl::make_unexpected(refusal(400, QStringLiteral("error.media.empty"),
                                           {{QStringLiteral("empty"), QStringLiteral("file")}}));
    const Format *format = formatOf(content);
    if (!format)
        return tl::make_unexpected(refusal(400, QStringLiteral("error.media.unsupported"),
                                           {{QStringLiteral("unsupported"), QStringLiteral("file")}}));
    const auto bytes = QByteArray::fromRawData(content.data(), static_cast<qsizetype>(content.size()));
    const QString name =
        QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex())
        + QLatin1Char('.') + QLatin1StringView(format->ending);
    const StoredMedia stored{name, QString::fromLatin1(format->type)};
    const QDir folder(m_path);
    if (QFile::exists(folder.filePath(name)))
        return stored;
    PrivateSaveFile file(folder.filePath(name));
    if (!ensurePrivateFolder(m_path) || !file.begin() || file.write(bytes) != bytes.size()
        || !file.commit()) {
        Problem problem = refusal(500, QStringLiteral("error.media.not_stored"));
        problem.detail = file.errorString();
        return tl::make_unexpected(problem);
    }
    return stored;
}

Expected<MediaFolder::File> MediaFolder::read(const QString &name) const
{
    static const QRegularExpression ours(QStringLiteral("\\A[0-9a-f]{64}\\.(jpg|png|gif|webp|mp4|mov)\\z"));
    QFile file(QDir(m_path).filePath(name));
    if (!ours.match(name).hasMatch() || !file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(refusal(404, QStringLiteral("error.media.not_found")));
    File result{file.readAll(), {}};
    for (const Format &format : formats) {
        if (name.endsWith(QLatin1Char('.') + QLatin1StringView(format.ending)))
            result.mimeType = format.mimeType;
    }
    return result;
}

} // namespace groundswell::service
