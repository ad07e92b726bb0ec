#include "tests/e2e/csvtable.h"

#include <QFile>

namespace groundswell::test {

namespace {

QStringList fieldsOf(const QString &line)
{
    QStringList fields(QString{});
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"')
            fields.last() += line[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            fields.append(QString());
        else
            fields.last() += c;
    }
    return fields;
}

} // namespace

CsvTable CsvTable::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? parse(file.readAll()) : CsvTable();
}

CsvTable CsvTable::parse(const QByteArray &text)
{
    CsvTable table;
    for (QString line : QString::fromUtf8(text).split(u'\n')) {
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (line.isEmpty())
            continue;
        if (table.m_header.isEmpty())
            table.m_header = fieldsOf(line);
        else
            table.m_rows.push_back(fieldsOf(line));
    }
    return table;
}

QString CsvTable::value(qsizetype row, const char *column) const
{
    return m_rows[static_cast<size_t>(row)].value(m_header.indexOf(QLatin1StringView(column)));
}

QHash<QString, qsizetype> CsvTable::indexBy(const char *column) const
{
    QHash<QString, qsizetype> index;
    for (qsizetype row = 0; row < size(); ++row)
        index.insert(value(row, column), row);
    return index;
}

} // namespace groundswell::test
