#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace groundswell::test {

/// A small CSV file read independently of the product: commas, quotation marks doubled, no line breaks in
/// values.
class CsvTable {
public:
    [[nodiscard]] static CsvTable read(const QString &path);
    [[nodiscard]] static CsvTable parse(const QByteArray &text);

    [[nodiscard]] const QStringList &header() const { return m_header; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] QString value(qsizetype row, const char *column) const;
    /// Rows by the value of a column that identifies them.
    [[nodiscard]] QHash<QString, qsizetype> indexBy(const char *column) const;

private:
    QStringList m_header;
    std::vector<QStringList> m_rows;
};

} // namespace groundswell::test
