#include "app/service/import/filepreview.h"

#include "app/service/import/csvheader.h"
#include "app/service/import/valueparser.h"

#include <QJsonArray>

#include <algorithm>

namespace groundswell::service {

namespace {

/// Names aren't numbers, dates or blank, and one that is recognised settles it.
bool looksLikeHeader(const QStringList &headers, const QMap<QString, FieldSource> &guess)
{
    const auto isData = [](const QString &header) {
        const std::string text = header.toStdString();
        return parseDateTime(text, DateOrder::DayFirst).has_value() || parseMoney(text, 2).has_value();
    };
    return !guess.isEmpty() || std::none_of(headers.begin(), headers.end(), isData);
}

} // namespace

ImportExpected<FilePreview> previewFile(const QString &path, FileKind kind, int maxRows)
{
    try {
        CsvReader reader(path);
        FilePreview preview;
        preview.format = formatOf(reader);
        preview.headers = readHeaders(reader);
        preview.guess = guessMapping(kind, preview.headers);
        preview.hasHeader = looksLikeHeader(preview.headers, preview.guess);
        for (const ImportField &field : importFields(kind)) {
            if (field.isRequired && !preview.guess.contains(QString::fromLatin1(field.name)))
                preview.missing << QString::fromLatin1(field.name);
        }
        CsvRecord record;
        while (static_cast<int>(preview.rows.size()) < maxRows && reader.next(record))
            preview.rows.push_back(record.fault == CsvFault::None ? toTexts(record.fields)
                                                                  : QStringList{toText(record.raw)});
        return preview;
    } catch (const ImportFailure &failure) {
        return tl::make_unexpected(failure.problem);
    }
}

QJsonObject FilePreview::toJson() const
{
    QJsonArray rowArray;
    for (const QStringList &row : rows)
        rowArray << QJsonArray::fromStringList(row);
    QJsonObject fields;
    for (auto it = guess.begin(); it != guess.end(); ++it)
        fields[it.key()] = it.value().column;
    return {{u"format"_qs, format.toJson()},
            {u"has_header"_qs, hasHeader},
            {u"headers"_qs, QJsonArray::fromStringList(headers)},
            {u"rows"_qs, rowArray},
            {u"guess"_qs, fields},
            {u"missing"_qs, QJsonArray::fromStringList(missing)}};
}

} // namespace groundswell::service
