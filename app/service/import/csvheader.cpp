#include "app/service/import/csvheader.h"

#include "app/service/import/importproblem.h"
#include "app/service/import/valueparser.h"

namespace groundswell::service {

QString toText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QStringList toTexts(const std::vector<std::string_view> &fields)
{
    QStringList result;
    for (const std::string_view field : fields)
        result << toText(trimmed(field));
    return result;
}

FileFormat formatOf(const CsvReader &reader)
{
    return {QString::fromLatin1(encodingName(reader.source().encoding())),
            QString(QLatin1Char(reader.delimiter()))};
}

QStringList readHeaders(CsvReader &reader)
{
    CsvRecord record;
    if (!reader.next(record))
        failImport(reader.source().path(), QStringLiteral("import.empty"));
    return toTexts(record.fields);
}

} // namespace groundswell::service
