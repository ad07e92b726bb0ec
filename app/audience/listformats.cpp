#include "app/audience/listformats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace groundswell {

namespace {

class CsvListWriter : public ListWriter {
public:
    CsvListWriter(CsvWriter::Sink sink, const CsvOptions &options)
        : m_csv(std::move(sink), options)
    {
    }
    bool writeRow(std::span<const std::string_view> cells) override { return m_csv.writeRow(cells); }
    bool finish() override { return m_csv.finish(); }

private:
    bool writeColumns(std::span<const std::string_view> columns) override { return m_csv.writeRow(columns); }

    CsvWriter m_csv;
};

std::unique_ptr<ListWriter> makeCsv(CsvWriter::Sink sink, ListReader reader)
{
    return std::make_unique<CsvListWriter>(std::move(sink),
                                           CsvOptions{.formulaGuard = reader == ListReader::People});
}

constexpr std::array formats{
    ListFormat{"csv", "csv", "text/csv; charset=utf-8",
               QT_TRANSLATE_NOOP("groundswell::ListFormat", "Comma-separated values"), makeCsv},
};

} // namespace

ListWriter::Begun ListWriter::beginList(std::span<const std::string_view> columns)
{
    if (m_columns.empty()) {
        m_columns.assign(columns.begin(), columns.end());
        return writeColumns(columns) ? Begun::Yes : Begun::Refused;
    }
    return std::ranges::equal(m_columns, columns) ? Begun::Yes : Begun::OtherColumns;
}

std::span<const ListFormat> listFormats()
{
    return formats;
}

const ListFormat &usualListFormat()
{
    return formats.front();
}

const ListFormat *listFormat(const QString &id)
{
    const auto format = std::ranges::find_if(
        formats, [&](const ListFormat &each) { return id == QLatin1StringView(each.id); });
    return format == formats.end() ? nullptr : &*format;
}

QString listFormatLabel(const ListFormat &format)
{
    return QCoreApplication::translate("groundswell::ListFormat", format.label);
}

} // namespace groundswell
