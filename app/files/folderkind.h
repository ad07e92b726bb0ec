#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace groundswell {

/// What a folder is, for the question of keeping a workspace in it.
struct FolderKind {
    enum class Place {
        Local,
        Network, ///< another computer's disk: locks may not hold, and two computers may write at once
        Synchronised, ///< another program copies the files away while they are being written, and back
    };
    Place place = Place::Local;
    QString name; ///< of the file system or the program, for instance "NFS" or "Dropbox"; empty = local
    bool mayWrite = true; ///< false in a network folder in which locking wasn't seen to work
};

/// The questions that are put to the system. A test puts in its own answers.
struct FolderProbe {
    std::function<QByteArray(const QString &folder)> fileSystem; ///< its type, for instance "ext4", "nfs4"
    std::function<QByteArray(const QString &folder)> mountOptions; ///< divided by commas; empty = not known
    /// Whether the folder holds something whose name matches a wildcard.
    std::function<bool(const QString &folder, const QString &wildcard)> holds;
    std::function<bool(const QString &folder)> locksHold; ///< see locktrial.h

    [[nodiscard]] static FolderProbe system();
};

/// Recognises network folders by their file system, and those of Dropbox, OneDrive, Google Drive, iCloud,
/// Nextcloud, ownCloud and Syncthing by the traces that these leave in the folder or above it, or by its
/// name. Locking is tried out in network folders only. A mount whose locks stay on this computer (NFS with
/// "nolock" or "local_lock") never counts as proved.
[[nodiscard]] FolderKind folderKind(const QString &folder, const FolderProbe &probe = FolderProbe::system());

} // namespace groundswell
