#include "app/service/ingest/importer.h"

#include "app/service/ingest/csvheader.h"
#include "app/service/ingest/rejectsfile.h"
#include "app/service/ingest/rowreaders.h"
#include "app/service/store/eventstore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/store.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QScopeGuard>

#include <algorithm>
#include <atomic>
#include <deque>
#include <future>
#include <stop_token>
#include <type_traits>

namespace groundswell::service {

namespace {

constexpr int sampledRows = 1000; // from which currency and date order are told
constexpr size_t maxExamples = 5;
constexpr std::int64_t reportInterval = 10'000;
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
    const Field currency(plan, "currency");
    const std::array dates{Field(plan, "date"), Field(plan, "on_sale_at"), Field(plan, "purchase_datetime")};
    ValueSample sample;
    DateOrderSniffer sniffer;
    CsvRecord record;
    size_t columns = 0;
    for (const auto &[name, entry] : plan.entries)
        columns = std::max(columns, static_cast<size_t>(entry.column + 1));
    for (int row = 0; row < sampledRows && reader.next(record); ++row) {
        if (record.fields.size() < columns)
            continue;
        if (sample.currency.isEmpty())
            sample.currency = toText(currency.of(record)).toUpper();
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
    RejectsFile *rejects = nullptr; ///< where its rejected rows go at once; null: they wait in the text
    bool keepsRejected = false;
    std::string rejected = {};
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
        readFiles(rejects);
        rejects.commit();
        for (const FileReport &file : m_report.files)
            refuseWhereNothingIsLeft(file);
        store();
        m_report.rejectsPath = m_request.rejectsPath;
        m_report.seconds = static_cast<double>(timer.elapsed()) / 1000.0;
        return std::move(m_report);
    }

private:
    void checkRejectsPath() const;
    void sampleFiles();
    void settleSettings();
    void readFiles(RejectsFile &rejects);
    void readFilesOf(FileKind kind);
    void readFile(FileReading &reading);
    template <class Reader> void readRows(FileReading &reading, CsvReader &csv, const QStringList &headers);
    void reject(FileReading &reading, const CsvRecord &record, const RowFault &fault) const;
    void refuseWhereNothingIsLeft(const FileReport &file) const;
    void tick(FileReading &reading, const CsvReader &csv);
    void store();
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
    ImportBatch m_batch;
    ImportReport m_report;
    std::deque<FileReading> m_readings; ///< events, customers, sales
    std::atomic<std::int64_t> m_rows = 0; ///< of all files; two may be read at a time
    std::stop_source m_givenUp; ///< the helping thread is no longer needed
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
    const bool hasData = need(m_store.events().totals(QDateTime::currentDateTimeUtc())).events > 0;
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

    Organiser organiser = stored;
    organiser.currency = currency;
    if (!hasData)
        organiser.timeZone = zoneName;
    if (mapping.consentWhenUnknown)
        organiser.consentWhenUnknown = *mapping.consentWhenUnknown;
    if (organiser != stored)
        m_batch.organiser = organiser;

    m_context.clock = LocalClock(zone);
    m_context.currency = currency.toStdString();
    m_context.minorDigits = Money::minorDigits(currency);
    m_context.events = need(m_store.sales().eventIds());
    m_report.currency = currency;
    m_report.timeZone = zoneName;
}

void Import::readFiles(RejectsFile &rejects)
{
    for (const FileKind kind : {FileKind::Events, FileKind::Customers, FileKind::Sales}) {
        for (size_t i = 0; i < m_request.files.size(); ++i) {
            if (m_request.files[i].kind != kind)
                continue;
            FileReading &reading = m_readings.emplace_back();
            reading.index = i;
            reading.keepsRejected = rejects.isWanted();
            reading.rejects = &rejects;
        }
    }
    // Events first: a sale has to name one of them. Customers and sales know nothing of each other.
    readFilesOf(FileKind::Events);
    if (brings(FileKind::Customers) && brings(FileKind::Sales)) {
        for (FileReading &reading : m_readings) {
            if (m_request.files[reading.index].kind == FileKind::Customers)
                reading.rejects = nullptr; // the other thread's
        }
        std::future<void> customers =
            std::async(std::launch::async, [this] { readFilesOf(FileKind::Customers); });
        const auto stopHelper = qScopeGuard([this] { m_givenUp.request_stop(); });
        readFilesOf(FileKind::Sales);
        customers.get();
    } else {
        readFilesOf(FileKind::Customers);
        readFilesOf(FileKind::Sales);
    }
    for (FileReading &reading : m_readings) {
        rejects.add(reading.rejected);
        m_report.files.push_back(std::move(reading.report));
    }
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
    switch (file.kind) {
    case FileKind::Events:
        readRows<EventReader>(reading, csv, headers);
        break;
    case FileKind::Sales:
        readRows<SaleReader>(reading, csv, headers);
        break;
    case FileKind::Customers:
        readRows<CustomerReader>(reading, csv, headers);
        break;
    }
    if (report.rows == 0)
        failImport(file.path, QStringLiteral("import.no_rows"));
    reading.bytesRead = static_cast<double>(QFileInfo(file.path).size());
}

template <class Reader>
void Import::readRows(FileReading &reading, CsvReader &csv, const QStringList &headers)
{
    const ImportFile &file = m_request.files[reading.index];
    const ColumnPlan plan = planColumns(file.kind, headers, m_request.mapping, file.path);
    Reader reader(plan, m_samples[reading.index].order, m_context, m_batch);
    const auto columns = static_cast<size_t>(headers.size());
    const auto isBlank = [](std::string_view field) { return field.empty(); };
    CsvRecord record;
    while (csv.next(record)) {
        if (++reading.report.rows % reportInterval == 0)
            tick(reading, csv);
        if (std::is_same_v<Reader, SaleReader> && m_batch.sales.isFull())
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
        reader.read(row);
        if (row.fault())
            reject(reading, record, *row.fault());
    }
    m_rows += reading.report.rows % reportInterval;
    if constexpr (requires { reader.finish(); })
        reader.finish();
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
    if (reading.rejects && reading.rejected.size() > flushSize) {
        reading.rejects->add(reading.rejected);
        reading.rejected.clear();
    }
}

void Import::refuseWhereNothingIsLeft(const FileReport &file) const
{
    if (file.rejected < file.rows)
        return;
    const auto commonest = std::max_element(file.rejectedByReason.begin(), file.rejectedByReason.end(),
                                            [](const auto &a, const auto &b) { return a.second < b.second; });
    const QString reason = QString::fromStdString(commonest->first);
    const auto example = std::find_if(file.examples.begin(), file.examples.end(),
                                      [&](const RejectedRow &row) { return row.reason == reason; });
    const RejectedRow &shown = example != file.examples.end() ? *example : file.examples.front();
    failImport(file.path, QStringLiteral("import.all_rejected"),
               {QString::number(file.rows), reason, QString::number(shown.line), shown.column, shown.value});
}

/// Called every reportInterval rows. Only this thread reports: the helper has no one to report to.
void Import::tick(FileReading &reading, const CsvReader &csv)
{
    if (m_control.stop.stop_requested() || m_givenUp.stop_requested())
        failImport({}, QStringLiteral("import.cancelled"));
    const ImportFile &file = m_request.files[reading.index];
    m_rows += reportInterval;
    reading.bytesRead = csv.source().progress() * static_cast<double>(QFileInfo(file.path).size());
    if (!m_control.progress || !reading.rejects)
        return;
    double read = 0;
    for (const FileReading &each : m_readings)
        read += each.bytesRead;
    m_control.progress({fileKindName(file.kind), readingShare * read / std::max(1.0, m_bytes), m_rows});
}

void Import::noteConsent()
{
    const bool emailKnown = m_batch.customerFields.contains(CustomerField::ConsentEmail);
    const bool adsKnown = m_batch.customerFields.contains(CustomerField::ConsentAds);
    if (!brings(FileKind::Customers) || !emailKnown || !adsKnown)
        m_report.notices << QStringLiteral("consent_unknown");
}

void Import::store()
{
    noteConsent();
    m_report.anonymousSales =
        std::count_if(m_batch.sales.rows.begin(), m_batch.sales.rows.end(),
                      [](const SaleRow &row) { return row.customer == SaleRow::anonymous; });
    JobControl job;
    job.stop = m_control.stop;
    job.progress = [&](double share) {
        if (m_control.progress)
            m_control.progress({"storing", readingShare + (1 - readingShare) * share, m_rows});
    };
    job.report(0);
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
