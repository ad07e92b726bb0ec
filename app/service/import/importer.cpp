#include "app/service/import/importer.h"

#include "app/service/import/csvheader.h"
#include "app/service/import/rejectsfile.h"
#include "app/service/import/rowreaders.h"
#include "app/service/store/eventstore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/store.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <future>
#include <stop_token>
#include <thread>

namespace groundswell::service {

namespace {

constexpr int sampledRows = 1000; // from which currency and date order are told
constexpr size_t maxExamples = 5;
constexpr std::int64_t reportInterval = 10'000;
constexpr std::int64_t rowsToJudgeBy = 100'000; ///< how many a file will have
constexpr std::chrono::milliseconds pollInterval(50);
constexpr double readingShare = 0.6; // of the time an import takes; the rest is storing

/// What the first rows of a file say of how its values are written.
struct ValueSample {
    DateOrder order = DateOrder::DayFirst;
    QString currency; ///< the first one named; empty = none
};

ValueSample sampleValues(const ImportFile &file, const ImportMapping &mapping)
{
    CsvReader reader(file.path);
    const ColumnPlan plan = planColumns(file.kind, readHeaders(reader), mapping, file.path);
    std::vector<Field> dates, currencies;
    for (const ImportField &field : importFields(file.kind)) {
        if (field.value == ImportValue::Date)
            dates.emplace_back(plan, field.name);
        else if (field.value == ImportValue::Currency)
            currencies.emplace_back(plan, field.name);
    }
    ValueSample sample;
    DateOrderSniffer sniffer;
    CsvRecord record;
    size_t columns = 0;
    for (const auto &[name, entry] : plan.entries)
        columns = std::max(columns, static_cast<size_t>(entry.column + 1));
    for (int row = 0; row < sampledRows && reader.next(record); ++row) {
        if (record.fields.size() < columns)
            continue;
        for (const Field &currency : currencies) {
            if (sample.currency.isEmpty())
                sample.currency = toText(currency.of(record)).toUpper();
        }
        for (const Field &date : dates)
            sniffer.look(date.of(record));
    }
    sample.order = mapping.dateOrder.value_or(sniffer.order());
    return sample;
}

/// One file on its way into the batch.
struct FileReading {
    size_t index = 0; ///< in the request
    FileReport report = {};
    bool keepsRejected = false;
    std::string rejected = {}; ///< rows on their way into the file
    /// Where they go; null: another file's are still going there, and these wait.
    std::atomic<RejectsFile *> rejects = nullptr;
    std::atomic<double> bytesRead = 0;
};

class Import {
public:
    Import(Store &store, const ImportRequest &request, const ImportControl &control)
        : m_store(store)
        , m_request(request)
        , m_control(control)
        , m_context(QTimeZone::utc())
    {
    }

    ImportReport run()
    {
        QElapsedTimer timer;
        timer.start();
        checkRejectsPath();
        sampleFiles();
        settleSettings();
        RejectsFile rejects(m_request.rejectsPath);
        planReadings(rejects);
        readAndStore(rejects);
        m_report.rejectsPath = m_request.rejectsPath;
        m_report.seconds = static_cast<double>(timer.elapsed()) / 1000.0;
        return std::move(m_report);
    }

private:
    void checkRejectsPath() const;
    void sampleFiles();
    void settleSettings();
    void planReadings(RejectsFile &rejects);
    void readAndStore(RejectsFile &rejects);
    void readFilesOf(FileKind kind);
    void letReject(FileKind kind, RejectsFile &rejects);
    void finishFilesOf(FileKind kind, RejectsFile &rejects);
    SaleBatch awaitSales(std::future<void> &reading, RejectsFile &rejects);
    void readFile(FileReading &reading);
    void readRows(FileReading &reading, CsvReader &csv, const QStringList &headers);
    std::unique_ptr<RowReader> readerFor(const FileReading &reading, const ColumnPlan &plan);
    void reject(FileReading &reading, const CsvRecord &record, const RowFault &fault) const;
    [[noreturn]] void refuseAsNothingIsLeft(const FileReport &file) const;
    void tick(FileReading &reading, const CsvReader &csv);
    void report(const char *phase) const;
    void store(std::function<SaleBatch()> sales);
    void noteConsent();
    [[nodiscard]] bool brings(FileKind kind) const
    {
        return std::any_of(m_request.files.begin(), m_request.files.end(),
                           [&](const ImportFile &file) { return file.kind == kind; });
    }
    /// Takes the value out of a store's answer.
    template <class T> T need(Expected<T> answer) const
    {
        if (!answer)
            failImport({},
                       answer.error().messageKey == QLatin1StringView("error.import.cancelled")
                           ? QStringLiteral("import.cancelled")
                           : answer.error().messageKey,
                       {answer.error().detail});
        return std::move(*answer);
    }

    Store &m_store;
    const ImportRequest &m_request;
    const ImportControl &m_control;
    std::vector<ValueSample> m_samples; ///< parallel to the request's files
    RowContext m_context;
    ImportRows m_batch; ///< without the sales
    SaleBatch m_sales;
    ImportReport m_report;
    std::deque<FileReading> m_readings; ///< events, customers, sales
    std::atomic<std::int64_t> m_rows = 0; ///< of all files; two may be read at a time
    std::stop_source m_givenUp; ///< the helping thread is no longer needed
    const std::thread::id m_thread = std::this_thread::get_id(); ///< the one that reports
    double m_storedShare = 0;
    double m_bytes = 0; ///< of all files
};

void Import::checkRejectsPath() const
{
    if (m_request.rejectsPath.isEmpty())
        return;
    const QString rejects = QFileInfo(m_request.rejectsPath).absoluteFilePath();
    for (const ImportFile &file : m_request.files) {
        if (QFileInfo(file.path).absoluteFilePath() == rejects)
            failImport(m_request.rejectsPath, QStringLiteral("import.rejects_is_input"));
    }
}

void Import::sampleFiles()
{
    for (const ImportFile &file : m_request.files) {
        m_samples.push_back(sampleValues(file, m_request.mapping));
        m_bytes += static_cast<double>(QFileInfo(file.path).size());
    }
}

void Import::settleSettings()
{
    const Organiser stored = need(m_store.settings().organiser());
    const bool hasData = !need(m_store.events().isEmpty());
    const ImportMapping &mapping = m_request.mapping;

    const QString zoneName = mapping.timeZone.isEmpty() ? stored.timeZone : mapping.timeZone;
    const QTimeZone zone(zoneName.toUtf8());
    if (!zone.isValid())
        failImport({}, QStringLiteral("import.time_zone"), {zoneName});

    QString currency = mapping.currency;
    for (const ValueSample &sample : m_samples) {
        if (currency.isEmpty())
            currency = sample.currency;
    }
    if (currency.isEmpty())
        currency = stored.currency;
    static const QRegularExpression code(QStringLiteral("^[A-Z]{3}$"));
    if (!code.match(currency).hasMatch())
        failImport({}, QStringLiteral("import.currency"), {currency});
    if (hasData && currency != stored.currency)
        failImport({}, QStringLiteral("import.currency_conflict"), {currency, stored.currency});

    m_batch.settle = [currency, zone = hasData ? QString() : zoneName,
                      consent = mapping.consentWhenUnknown](Organiser &organiser) {
        organiser.currency = currency;
        if (!zone.isEmpty())
            organiser.timeZone = zone;
        organiser.consentWhenUnknown = consent.value_or(organiser.consentWhenUnknown);
    };

    m_context.clock = LocalClock(zone);
    m_context.currency = currency.toStdString();
    m_context.minorDigits = Money::minorDigits(currency);
    m_context.events = need(m_store.sales().eventIds());
    m_report.currency = currency;
    m_report.timeZone = zoneName;
}

void Import::planReadings(RejectsFile &rejects)
{
    for (const FileKind kind : {FileKind::Events, FileKind::Customers, FileKind::Sales}) {
        for (size_t i = 0; i < m_request.files.size(); ++i) {
            if (m_request.files[i].kind != kind)
                continue;
            FileReading &reading = m_readings.emplace_back();
            reading.index = i;
            reading.keepsRejected = rejects.isWanted();
        }
    }
}

/// Events first: a sale has to name one of them. Customers and sales know nothing of each other: where both
/// come, a helping thread reads the sales while this one reads and stores the customers.
void Import::readAndStore(RejectsFile &rejects)
{
    letReject(FileKind::Events, rejects);
    readFilesOf(FileKind::Events);
    finishFilesOf(FileKind::Events, rejects);
    std::future<void> sales;
    const auto stopHelper = qScopeGuard([this] { m_givenUp.request_stop(); });
    if (brings(FileKind::Customers) && brings(FileKind::Sales))
        sales = std::async(std::launch::async, [this] { readFilesOf(FileKind::Sales); });
    letReject(FileKind::Customers, rejects);
    readFilesOf(FileKind::Customers);
    finishFilesOf(FileKind::Customers, rejects);
    letReject(FileKind::Sales, rejects);
    if (!sales.valid())
        readFilesOf(FileKind::Sales);
    store([&] { return awaitSales(sales, rejects); });
}

/// One kind after the other, so that the same delivery gives the same file of rejected rows.
void Import::letReject(FileKind kind, RejectsFile &rejects)
{
    for (FileReading &reading : m_readings) {
        if (m_request.files[reading.index].kind == kind)
            reading.rejects = &rejects;
    }
}

void Import::finishFilesOf(FileKind kind, RejectsFile &rejects)
{
    for (FileReading &reading : m_readings) {
        if (m_request.files[reading.index].kind != kind)
            continue;
        rejects.add(reading.rejected);
        m_report.files.push_back(std::move(reading.report));
        if (m_report.files.back().rejected < m_report.files.back().rows)
            continue;
        rejects.commit(); // it helps to find out why
        refuseAsNothingIsLeft(m_report.files.back());
    }
}

SaleBatch Import::awaitSales(std::future<void> &reading, RejectsFile &rejects)
{
    if (reading.valid()) {
        while (reading.wait_for(pollInterval) != std::future_status::ready)
            report("sales");
        reading.get();
    }
    finishFilesOf(FileKind::Sales, rejects);
    rejects.commit();
    m_report.anonymousSales = std::count_if(m_sales.rows.begin(), m_sales.rows.end(), [](const SaleRow &row) {
        return row.customer == SaleRow::anonymous;
    });
    return std::move(m_sales);
}

void Import::readFilesOf(FileKind kind)
{
    for (FileReading &reading : m_readings) {
        if (m_request.files[reading.index].kind == kind)
            readFile(reading);
    }
}

void Import::readFile(FileReading &reading)
{
    const ImportFile &file = m_request.files[reading.index];
    CsvReader csv(file.path);
    FileReport &report = reading.report;
    report.kind = file.kind;
    report.path = file.path;
    report.format = formatOf(csv);
    const QStringList headers = readHeaders(csv);
    readRows(reading, csv, headers);
    if (report.rows == 0)
        failImport(file.path, QStringLiteral("import.no_rows"));
    reading.bytesRead = static_cast<double>(QFileInfo(file.path).size());
}

std::unique_ptr<RowReader> Import::readerFor(const FileReading &reading, const ColumnPlan &plan)
{
    const DateOrder order = m_samples[reading.index].order;
    switch (m_request.files[reading.index].kind) {
    case FileKind::Events:
        return makeEventReader(plan, order, m_context, m_batch);
    case FileKind::Sales:
        return makeSaleReader(plan, order, m_context, m_sales);
    case FileKind::Customers:
        return makeCustomerReader(plan, m_batch);
    }
    return nullptr;
}

void Import::readRows(FileReading &reading, CsvReader &csv, const QStringList &headers)
{
    const ImportFile &file = m_request.files[reading.index];
    const ColumnPlan plan = planColumns(file.kind, headers, m_request.mapping, file.path);
    const std::unique_ptr<RowReader> reader = readerFor(reading, plan);
    const auto columns = static_cast<size_t>(headers.size());
    const auto isBlank = [](std::string_view field) { return field.empty(); };
    CsvRecord record;
    while (csv.next(record)) {
        if (++reading.report.rows % reportInterval == 0)
            tick(reading, csv);
        if (reading.report.rows == rowsToJudgeBy)
            reader->expect(rowsToJudgeBy * (1 / std::max(1e-6, csv.source().progress()) - 1));
        if (file.kind == FileKind::Sales && m_sales.isFull())
            failImport(file.path, QStringLiteral("import.too_large"));
        if (record.fault != CsvFault::None) {
            reject(reading, record, {"row.quote", {}, {}});
            continue;
        }
        // Spreadsheets like to end every line with empty columns.
        const bool onlyBlanksMore = record.fields.size() > columns
            && std::all_of(record.fields.begin() + static_cast<std::ptrdiff_t>(columns), record.fields.end(),
                           isBlank);
        if (record.fields.size() != columns && !onlyBlanksMore) {
            reject(reading, record, {"row.column_count", {}, std::to_string(record.fields.size())});
            continue;
        }
        Row row(record);
        reader->read(row);
        if (row.fault())
            reject(reading, record, *row.fault());
    }
    m_rows += reading.report.rows % reportInterval;
    reader->finish();
}

void Import::reject(FileReading &reading, const CsvRecord &record, const RowFault &fault) const
{
    constexpr size_t flushSize = 262'144;
    FileReport &report = reading.report;
    ++report.rejected;
    ++report.rejectedByReason[fault.reason];
    if (report.examples.size() < maxExamples)
        report.examples.push_back({record.line, QString::fromLatin1(fault.reason),
                                   QString::fromStdString(fault.column),
                                   QString::fromStdString(fault.value)});
    if (!reading.keepsRejected)
        return;
    appendRejected(reading.rejected, report.path, record, fault);
    if (RejectsFile *rejects = reading.rejects; rejects && reading.rejected.size() > flushSize) {
        rejects->add(reading.rejected);
        reading.rejected.clear();
    }
}

void Import::refuseAsNothingIsLeft(const FileReport &file) const
{
    const auto commonest = std::max_element(file.rejectedByReason.begin(), file.rejectedByReason.end(),
                                            [](const auto &a, const auto &b) { return a.second < b.second; });
    const QString reason = QString::fromStdString(commonest->first);
    const auto example = std::find_if(file.examples.begin(), file.examples.end(),
                                      [&](const RejectedRow &row) { return row.reason == reason; });
    const RejectedRow &shown = example != file.examples.end() ? *example : file.examples.front();
    failImport(file.path, QStringLiteral("import.all_rejected"),
               {QString::number(file.rows), reason, QString::number(shown.line), shown.column, shown.value});
}

/// Called every reportInterval rows.
void Import::tick(FileReading &reading, const CsvReader &csv)
{
    if (m_control.stop.stop_requested() || m_givenUp.stop_requested())
        failImport({}, QStringLiteral("import.cancelled"));
    const ImportFile &file = m_request.files[reading.index];
    m_rows += reportInterval;
    reading.bytesRead = csv.source().progress() * static_cast<double>(QFileInfo(file.path).size());
    if (std::this_thread::get_id() == m_thread) // the helper has no one to report to
        report(fileKindName(file.kind));
}

void Import::report(const char *phase) const
{
    if (!m_control.progress)
        return;
    double read = 0;
    for (const FileReading &each : m_readings)
        read += each.bytesRead;
    m_control.progress(
        {phase,
         readingShare * std::min(1.0, read / std::max(1.0, m_bytes)) + (1 - readingShare) * m_storedShare,
         m_rows});
}

void Import::noteConsent()
{
    const bool emailKnown = m_batch.customerFields.contains(CustomerField::ConsentEmail);
    const bool adsKnown = m_batch.customerFields.contains(CustomerField::ConsentAds);
    if (!brings(FileKind::Customers) || !emailKnown || !adsKnown)
        m_report.notices << QStringLiteral("consent_unknown");
}

/// \a sales is asked once the rest is stored.
void Import::store(std::function<SaleBatch()> sales)
{
    noteConsent();
    bool allIsRead = false;
    m_batch.salesToCome = [&] {
        SaleBatch batch = sales();
        allIsRead = true;
        return batch;
    };
    JobControl job;
    job.stop = m_control.stop;
    job.progress = [&](double share) {
        m_storedShare = share;
        report(allIsRead ? "storing" : brings(FileKind::Sales) ? "sales" : "customers");
    };
    const ImportOutcome outcome = need(m_store.sales().apply(std::move(m_batch), job));
    m_report.events = outcome.events;
    m_report.customers = outcome.customers;
    m_report.sales = outcome.sales;
    m_report.derivedCustomers = outcome.derivedCustomers;
    m_report.snapshotId = outcome.snapshotId;
    job.report(1);
}

} // namespace

ImportExpected<ImportReport> importFiles(Store &store, const ImportRequest &request,
                                         const ImportControl &control)
{
    try {
        return Import(store, request, control).run();
    } catch (const ImportFailure &failure) {
        return tl::make_unexpected(failure.problem);
    }
}

} // namespace groundswell::service
