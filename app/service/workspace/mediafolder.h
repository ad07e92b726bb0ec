#pragma once

#include "models/wave/problem.h"

#include <QByteArray>
#include <QString>

namespace groundswell::service {

struct StoredMedia {
    QString name; ///< `<sha-256>.<ending>`; the same content has the same name
    QString type; ///< `image` or `video`
};

/// The pictures and videos of a workspace, in a folder of the same name beside its file. Content-addressed:
/// written once, never changed, so that it may be read while others write.
class MediaFolder {
public:
    explicit MediaFolder(const QString &workspaceFile);

    /// Keeps a file. What it is follows from its first bytes, not from its name. 400
    /// `error.media.unsupported` for anything but JPEG, PNG, GIF, WebP, MP4 and QuickTime,
    /// `error.media.empty`.
    [[nodiscard]] Expected<StoredMedia> add(const std::string &content) const;
    struct File {
        QByteArray content;
        QByteArray mimeType;
    };
    /// NotFound for a name that isn't one of ours, whatever else may lie there.
    [[nodiscard]] Expected<File> read(const QString &name) const;
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QString m_path;
};

} // namespace groundswell::service
