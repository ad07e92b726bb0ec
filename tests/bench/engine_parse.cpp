#include "tests/bench/engine.h"

#include "app/service/import/csvheader.h"
#include "app/service/import/rowreaders.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cstdio>

#if __has_include(<csv.h>)
#include <csv.h>
#define GROUNDSWELL_BENCH_LIBCSV
#endif

namespace groundswell::bench {

using namespace service;

namespace {

double megabytes(const QString &file)
{
    return static_cast<double>(QFile(file).size()) / 1e6;
}

std::int64_t split(const QString &file)
{
    CsvReader reader(file);
    CsvRecord record;
    std::int64_t fields = 0;
    while (reader.next(record))
        fields += static_cast<std::int64_t>(record.fields.size());
    return fields;
}

/// Every line as the import reads it: bounded texts, a time, a number and two amounts; nothing is kept.
std::int64_t parse(const QString &file)
{
    CsvReader reader(file);
    const ColumnPlan plan = planColumns(FileKind::Sales, readHeaders(reader), {}, file);
    const Field invoice(plan, "invoice_number"), customer(plan, "customer_id"), event(plan, "event_id"),
        at(plan, "purchase_datetime"), category(plan, "ticket_category"), quantity(plan, "quantity"),
        amount(plan, "sales_price"), base(plan, "base_price"), currency(plan, "currency");
    LocalClock clock(QTimeZone::utc());
    CsvRecord record;
    std::int64_t sum = 0;
    while (reader.next(record)) {
        Row row(record);
        for (const Field *text : {&invoice, &customer, &event, &category, &currency})
            sum += static_cast<std::int64_t>(row.name(*text).size());
        sum += clock.toUtc(row.dateTime(at, DateOrder::DayFirst).value())
            + row.integer(quantity, -1000, 1000).value() + row.money(amount, 2).value_or(0)
            + row.money(base, 2).value_or(0);
    }
    return sum;
}

#ifdef GROUNDSWELL_BENCH_LIBCSV
void countField(void *, size_t, void *fields)
{
    ++*static_cast<std::int64_t *>(fields);
}

std::int64_t splitWithLibcsv(const QString &file)
{
    std::int64_t fields = 0;
    csv_parser parser{};
    csv_init(&parser, 0);
    std::FILE *input = std::fopen(QFile::encodeName(file).constData(), "rb");
    static std::array<char, 1 << 20> piece;
    while (input) {
        const size_t size = std::fread(piece.data(), 1, piece.size(), input);
        if (size == 0)
            break;
        csv_parse(&parser, piece.data(), size, countField, nullptr, &fields);
    }
    csv_fini(&parser, countField, nullptr, &fields);
    csv_free(&parser);
    if (input)
        std::fclose(input);
    return fields;
}
#endif

} // namespace

void measureParsing(const Setting &setting)
{
    const QString file = QDir(setting.sample).filePath(QStringLiteral("sales.csv"));
    const double size = megabytes(file);
    for (int pass = 0; pass < setting.passes; ++pass) {
        report("split", us, size / secondsOf([&] { (void)split(file); }));
        report("parse", us, size / secondsOf([&] { (void)parse(file); }));
#ifdef GROUNDSWELL_BENCH_LIBCSV
        report("split", "libcsv", size / secondsOf([&] { (void)splitWithLibcsv(file); }));
#endif
    }
}

} // namespace groundswell::bench
