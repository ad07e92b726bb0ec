#pragma once

#include <QFile>
#include <QString>

namespace groundswell {

// Whatever holds customers' data or drafts is its owner's alone: files have the mode 0600 and their folders
// 0700, from the moment at which they come into being, whatever the process's umask. On Windows the user's
// own folders are the user's alone already.

inline constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
inline constexpr QFileDevice::Permissions ownerOnlyFolder = ownerOnly | QFileDevice::ExeOwner;

/// Opens for writing; a file that isn't there is made for the owner alone, one that is there is tightened
/// before anything is written. False: see the file's errorString().
[[nodiscard]] bool openPrivately(QFile &file, QIODevice::OpenMode mode);

/// Makes an empty file for the owner alone. False where something of that name is there, or it can't be made.
[[nodiscard]] bool createPrivately(const QString &path);

/// Takes other people's rights from a file that is there; one that isn't is left so. What isn't ours to
/// change (another owner's file, a file system without modes) is left as it is.
void tightenFile(const QString &path);

/// Makes a folder and those above it that are missing, all for the owner alone. False where it can't be made.
[[nodiscard]] bool makePrivateFolder(const QString &path);

/// As above, and tightens it where it is there: for folders that are the program's own, never for one that
/// the user chose.
[[nodiscard]] bool ensurePrivateFolder(const QString &path);

/// Takes other people's rights from a folder that is there, and from the files in it if it had any. For
/// folders that are the program's own.
void tightenFolder(const QString &path);

/// Waits until what was written is on the disk itself: flush() hands it to the system only, and a power cut
/// would still take it.
[[nodiscard]] bool syncToDisk(QFile &file);

/// A file that appears under its name when it is complete, as QSaveFile, but for the owner alone from the
/// beginning. (QSaveFile makes a new file with the rights that the umask leaves, and gives a replaced one the
/// rights of the one before.) What isn't committed is gone with the object.
class PrivateSaveFile : public QFile {
    Q_OBJECT
public:
    explicit PrivateSaveFile(const QString &path);
    ~PrivateSaveFile() override;

    /// Begins a new file beside \a path. False: see errorString().
    [[nodiscard]] bool begin();
    /// Syncs, closes and puts it in the place of whatever is there. False: see errorString(); nothing of it
    /// is left then, and what was there before still is.
    [[nodiscard]] bool commit();
    /// Takes away what was written.
    void cancel();
    /// Where it will be; fileName() is where it is until then.
    [[nodiscard]] const QString &path() const { return m_path; }

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    QString m_path; ///< the final one
    bool m_isWhole = true; ///< nothing was refused so far
};

} // namespace groundswell
