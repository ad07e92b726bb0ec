#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

/// A folder of its own for a test's files, with a short way to write them.
class CsvFiles {
public:
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &content) const; ///< returns the path
    QString writeGz(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

private:
    QTemporaryDir m_dir;
};
