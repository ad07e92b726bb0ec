#include "app/process/secretfile.h"

#include <QFile>

#include <algorithm>

namespace groundswell {

namespace {

constexpr qint64 longestSecret = 64 * 1024; ///< bytes; a token has a few hundred

bool isOpenToOthers([[maybe_unused]] const QFile &file)
{
#ifdef Q_OS_WIN
    return false;
#else
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    return (file.permissions() & others) != QFileDevice::Permissions();
#endif
}

} // namespace

tl::expected<QString, SecretProblem> readSecret(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(SecretProblem{SecretFault::Unreadable, file.errorString()});
    if (isOpenToOthers(file))
        return tl::unexpected(SecretProblem{SecretFault::OpenToOthers});
    const QString secret = QString::fromUtf8(file.read(longestSecret)).trimmed();
    const bool isOneWord = !secret.isEmpty() && file.atEnd()
        && std::none_of(secret.begin(), secret.end(), [](QChar c) { return c.isSpace() || !c.isPrint(); });
    if (!isOneWord)
        return tl::unexpected(SecretProblem{SecretFault::Empty});
    return secret;
}

} // namespace groundswell
