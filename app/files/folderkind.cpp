#include "app/files/folderkind.h"

#include "app/files/locktrial.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QList>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace groundswell {

namespace {

struct Named {
    const char *pattern;
    const char *name;
};

/// Beginnings of the types that the systems report, in lower case.
constexpr std::array networkSystems{
    Named{"nfs", "NFS"},
    Named{"cifs", "SMB"},
    Named{"smb", "SMB"},
    Named{"afpfs", "AFP"},
    Named{"afs", "AFS"},
    Named{"ncp", "NCP"},
    Named{"9p", "9P"},
    Named{"ceph", "Ceph"},
    Named{"lustre", "Lustre"},
    Named{"gluster", "GlusterFS"},
    Named{"webdav", "WebDAV"},
    Named{"davfs", "WebDAV"},
    Named{"fuse.sshfs", "SSHFS"},
    Named{"fuse.davfs", "WebDAV"},
    Named{"fuse.gvfsd", "GVfs"},
    Named{"fuse.rclone", "rclone"},
    Named{"fuse.s3fs", "S3"},
    Named{"fuse.glusterfs", "GlusterFS"},
    Named{"fuse.ceph", "Ceph"},
    Named{"fuse.smb", "SMB"},
    Named{"fuse.curlftpfs", "FTP"},
};

/// Files that the programs leave in the folders that they copy.
constexpr std::array syncTraces{
    Named{".dropbox", "Dropbox"},
    Named{".dropbox.cache", "Dropbox"},
    Named{".tmp.drivedownload", "Google Drive"},
    Named{".tmp.driveupload", "Google Drive"},
    Named{".sync_*.db", "Nextcloud"},
    Named{"._sync_*.db", "Nextcloud"},
    Named{".nextcloudsync.log", "Nextcloud"},
    Named{".owncloudsync.log", "ownCloud"},
    Named{".stfolder", "Syncthing"},
};

/// Names that a folder has only when it is one of theirs, or nearly so.
constexpr std::array syncNames{
    Named{"dropbox", "Dropbox"},          Named{"onedrive", "OneDrive"},
    Named{"onedrive - ", "OneDrive"},     Named{"google drive", "Google Drive"},
    Named{"googledrive", "Google Drive"}, Named{"googledrive-", "Google Drive"},
    Named{"icloud drive", "iCloud"},      Named{"iclouddrive", "iCloud"},
    Named{"mobile documents", "iCloud"},  Named{"nextcloud", "Nextcloud"},
};

bool isSyncName(const QString &folder, const Named &known)
{
    const QLatin1StringView pattern(known.pattern);
    const bool isBeginning = pattern.endsWith(u'-') || pattern.endsWith(u' ');
    return isBeginning ? folder.startsWith(pattern, Qt::CaseInsensitive)
                       : folder.compare(pattern, Qt::CaseInsensitive) == 0;
}

/// How Windows names a folder of another computer.
bool isOfAnotherComputer(const QString &folder)
{
    return QDir::fromNativeSeparators(folder).startsWith(QLatin1StringView("//"));
}

QString networkSystemOf(const QString &folder, const FolderProbe &probe)
{
    const QByteArray type = probe.fileSystem(folder).toLower();
    const auto *found = std::find_if(networkSystems.begin(), networkSystems.end(),
                                     [&](const Named &known) { return type.startsWith(known.pattern); });
    return found == networkSystems.end() ? QString() : QString::fromLatin1(found->name);
}

QString syncProgramOf(const QString &folder, const FolderProbe &probe)
{
    for (QDir each(folder);;) {
        for (const Named &known : syncNames) {
            if (isSyncName(each.dirName(), known))
                return QString::fromLatin1(known.name);
        }
        for (const Named &known : syncTraces) {
            // Dropbox keeps a folder of that name in the home folder even if it copies nothing there.
            if (probe.holds(each.path(), QString::fromLatin1(known.pattern)) && each != QDir::home())
                return QString::fromLatin1(known.name);
        }
        const QString above = QFileInfo(each.path()).path();
        if (above == each.path())
            return {};
        each.setPath(above);
    }
}

bool locksStayHere(const QByteArray &mountOptions)
{
    const QList<QByteArray> options = mountOptions.split(',');
    return std::any_of(options.begin(), options.end(), [](const QByteArray &option) {
        return option == "nolock" || option == "nobrl"
            || (option.startsWith("local_lock=") && option != "local_lock=none");
    });
}

#ifdef Q_OS_LINUX
/// Fields: device, place, type, options. Blanks in a place are written as octal numbers.
QByteArray optionsOfMount(const QByteArray &place)
{
    QFile mounts(QStringLiteral("/proc/self/mounts"));
    if (!mounts.open(QIODevice::ReadOnly))
        return {};
    QByteArray options;
    for (const QByteArray &line : mounts.readAll().split('\n')) {
        const QList<QByteArray> fields = line.split(' ');
        if (fields.size() > 3 && QByteArray(fields.at(1)).replace("\\040", " ") == place)
            options = fields.at(3); // if there are several, the last one lies on top
    }
    return options;
}
#endif

} // namespace

FolderProbe FolderProbe::system()
{
    return {[](const QString &folder) {
                const QStorageInfo storage(folder);
                // Windows names the file system at the other end; in that case, the device is the other
                // computer's name.
                const QByteArray device = storage.device();
                const bool isElsewhere = device.startsWith("\\\\") && !device.startsWith("\\\\?\\");
                return isElsewhere ? QByteArray("smb") : storage.fileSystemType();
            },
            []([[maybe_unused]] const QString &folder) {
#ifdef Q_OS_LINUX
                return optionsOfMount(QFile::encodeName(QStorageInfo(folder).rootPath()));
#else
                return QByteArray();
#endif
            },
            [](const QString &folder, const QString &wildcard) {
                return !QDir(folder)
                            .entryList({wildcard}, QDir::AllEntries | QDir::Hidden | QDir::System)
                            .isEmpty();
            },
            [](const QString &folder) { return groundswell::locksHold(folder); }};
}

FolderKind folderKind(const QString &folder, const FolderProbe &probe)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString path =
        canonical.isEmpty() ? QDir::cleanPath(QFileInfo(folder).absoluteFilePath()) : canonical;
    const QString system = isOfAnotherComputer(folder) ? QStringLiteral("SMB") : networkSystemOf(path, probe);
    if (!system.isEmpty()) {
        const bool proved = !locksStayHere(probe.mountOptions(path)) && probe.locksHold(path);
        // This is a virtual machine's way to its host's disk: as good as a local disk if locks hold.
        if (system == QLatin1StringView("9P") && proved)
            return {};
        return {FolderKind::Place::Network, system, proved};
    }
    if (const QString program = syncProgramOf(path, probe); !program.isEmpty())
        return {FolderKind::Place::Synchronised, program, true};
    return {};
}

} // namespace groundswell
