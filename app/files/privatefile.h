#pragma once

#include <QFile>
#include <QString>

namespace groundswell {

// Anything that holds customers' data or drafts belongs to its owner alone: files have the mode 0600 and
// their folders 0700, from the moment at which they are created, whatever the process's umask. On Windows the
// user's own folders belong to the user alone already.

inline constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
inline constexpr QFileDevice::Permissions ownerOnlyFolder = ownerOnly | QFileDevice::ExeOwner;

/// Opens for writing; a missing file is made for the owner alone, an existing one is tightened before
/// anything is written. False: see the file's errorString().
[[nodiscard]] bool openPrivately(QFile &file, QIODevice::OpenMode mode);

/// Makes an empty file for the owner alone. False if something of that name exists, or it can't be made.
[[nodiscard]] bool createPrivately(const QString &path);

/// Takes other people's rights from an existing file; a missing one is not made. What isn't ours to change
/// (another owner's file, a file system without modes) stays as it is.
void tightenFile(const QString &path);

/// Makes a folder and the missing ones above it, all for the owner alone. False if it can't be made.
[[nodiscard]] bool makePrivateFolder(const QString &path);

/// As above, and tightens an existing folder: for folders that are the program's own, never for one that the
/// user chose.
[[nodiscard]] bool ensurePrivateFolder(const QString &path);

/// Takes other people's rights from an existing folder, and from the files in it if the folder had any. For
/// folders that are the program's own.
void tightenFolder(const QString &path);

/// Waits until the written bytes are on the disk itself: flush() only hands them to the system, and a power
/// cut would still lose them.
[[nodiscard]] bool syncToDisk(QFile &file);

/// A file that appears under its name when it is complete, as QSaveFile, but for the owner alone from the
/// beginning. (QSaveFile makes a new file with the rights that the umask leaves, and gives a replaced one the
/// rights of the one before.) The object takes along what wasn't committed.
class PrivateSaveFile : public QFile {
    Q_OBJECT
public:
    explicit PrivateSaveFile(const QString &path);
    ~PrivateSaveFile() override;

    /// Begins a new file beside \a path. False: see errorString().
    [[nodiscard]] bool begin();
    /// Syncs, closes and puts it in the place of whatever is there. False: see errorString(); nothing of it
    /// is left then, and whatever was there before still is.
    [[nodiscard]] bool commit();
    /// Removes what was written.
    void cancel();
    /// The final path; until then fileName() says where the file is.
    [[nodiscard]] const QString &path() const { return m_path; }

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    QString m_path; ///< the final one
    bool m_isWhole = true; ///< nothing was refused so far
};

} // namespace groundswell
