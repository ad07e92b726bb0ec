#include "csvfiles.h"

#include <QFile>

#include <zlib.h>

QString CsvFiles::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write the test's own file");
    return file.fileName();
}

QString CsvFiles::writeGz(const QString &name, const QByteArray &content) const
{
    gzFile file = gzopen(QFile::encodeName(path(name)).constData(), "wb");
    gzwrite(file, content.constData(), static_cast<unsigned>(content.size()));
    gzclose(file);
    return path(name);
}

QByteArray CsvFiles::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
