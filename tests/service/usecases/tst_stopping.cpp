// Whatever works or waits for long ends when the service does. Told by what happens, not by the clock: each
// work is stopped when it has said that it is at it, and must not come to its end.
#include "app/service/store/salesstore.h"
#include "app/service/store/tasterunstore.h"
#include "app/service/usecases/usecases.h"
#include "tests/service/http/rawclient.h"
#include "tests/service/http/servicefixture.h"
#include "tests/support/datasetbatch.h"
#include "tests/support/syntheticsales.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>

using namespace groundswell;
using namespace groundswell::service;

namespace {

const test::SyntheticSales &largeSales()
{
    static const test::SyntheticSales sales =
        test::makeSyntheticSales({.customers = 60'000, .events = 900, .purchases = 300'000, .tastes = 10});
    return sales;
}

} // namespace

class TestStopping : public QObject {
    Q_OBJECT

    QString largeWorkspace()
    {
        const QString file = m_folder.filePath(QStringLiteral("large"));
        if (!QFile::exists(file))
            (void)std::move(*openStore(file))->sales().apply(test::batchOf(largeSales().dataset), {});
        return file;
    }
    std::unique_ptr<UseCases> largeUseCases()
    {
        return std::make_unique<UseCases>(std::move(*Workspace::open(largeWorkspace(), systemTime())));
    }
    static bool isStopped(const Problem &problem) { return problem.messageKey == u"error.service.stopping"; }
    static bool isAtWork(const UseCases &useCases)
    {
        return useCases.runs.progress().state == TasteRunProgress::State::Started;
    }

private Q_SLOTS:
    void loadingHearsIt();
    void aRunAndThoseWhoWaitForIt();
    void anEvaluationOfTheWorkspace();
    void aPackageStaysUnfinished();
    void anImportInTheBackground();
    void aRequestThatWaitsIsAnswered();

private:
    QTemporaryDir m_folder;
};

void TestStopping::loadingHearsIt()
{
    const auto useCases = largeUseCases();
    std::stop_source source;
    source.request_stop();
    QVERIFY(isStopped(useCases->workspace->store().sales().loadDataset(source.get_token()).error()));
    QVERIFY(isStopped(useCases->workspace->dataset(source.get_token()).error()));
    int seen = 0;
    const auto listed = useCases->workspace->store().sales().visitContacts(
        largeSales().dataset.customerIds, [&](const CustomerContact &) { ++seen; }, source.get_token());
    QVERIFY(isStopped(listed.error()));
    QCOMPARE(seen, 0);
    QVERIFY(useCases->workspace->dataset()); // nobody else is hindered
    useCases->requestStop();
    QVERIFY(isStopped(useCases->workspace->dataset().error()));
}

void TestStopping::aRunAndThoseWhoWaitForIt()
{
    const auto useCases = largeUseCases();
    std::vector<std::future<Expected<std::shared_ptr<const LoadedTasteRun>>>> asking;
    for (int i = 0; i < 3; ++i)
        asking.push_back(std::async(std::launch::async, [&] { return useCases->runs.latest(); }));
    // Somebody who doesn't want to wait any longer leaves, and the others go on.
    std::stop_source own;
    auto impatient = std::async(std::launch::async, [&] { return useCases->runs.latest(own.get_token()); });
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(*useCases), 30'000);
    own.request_stop();
    QVERIFY(isStopped(impatient.get().error()));
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(*useCases), 30'000); // where it was the impatient one who computed
    useCases->stop();
    for (auto &each : asking)
        QVERIFY(isStopped(each.get().error()));
    QCOMPARE(useCases->runs.progress().run, 0); // none was finished
    QVERIFY(!useCases->workspace->store().runs().find(1).value()); // nor worked at to its end
}

void TestStopping::anEvaluationOfTheWorkspace()
{
    const auto useCases = largeUseCases();
    QVERIFY(useCases->runs.latest());
    QVERIFY(useCases->qualityReports.start());
    const auto state = [&] { return useCases->qualityReports.state().value()[u"progress"].toDouble(); };
    QTRY_VERIFY_WITH_TIMEOUT(state() > 0, 30'000);
    useCases->stop();
    const TcRunId run = useCases->runs.progress().run;
    QVERIFY(!useCases->workspace->store().runs().clusterQuality(run, 1).value());
}

void TestStopping::aPackageStaysUnfinished()
{
    const auto useCases = largeUseCases();
    const QJsonObject request{{QStringLiteral("package_title"), QStringLiteral("Autumn")},
                              {QStringLiteral("event_ids"),
                               QJsonArray{QString::fromStdString(largeSales().dataset.events.front().id)}},
                              {QStringLiteral("targeting_mode"), QStringLiteral("inclusive")}};
    const PackageId id = useCases->packages.create(request).value().row.id;
    QTRY_VERIFY_WITH_TIMEOUT(isAtWork(*useCases), 30'000); // it waits for the run that it computes
    useCases->stop();
    const auto package = useCases->workspace->store().packages().find(id).value();
    QVERIFY(!package.row.isTerminal()); // for the next start
}

void TestStopping::anImportInTheBackground()
{
    const QString file = m_folder.filePath(QStringLiteral("import"));
    const QString sales = m_folder.filePath(QStringLiteral("sales.csv"));
    const QString events = m_folder.filePath(QStringLiteral("events.csv"));
    QFile csv(sales);
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("customer_id,event_id,purchase_datetime,sales_price\n");
    for (int i = 0; i < 600'000; ++i)
        csv.write("c" + QByteArray::number(i % 90'000) + ",e1,2026-05-03T10:00:00Z,20\n");
    csv.close();
    QFile list(events);
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("event_id,title,date\ne1,Abend,2026-06-03T19:00:00Z\n");
    list.close();
    {
        UseCases useCases(std::move(*Workspace::open(file, systemTime())));
        const QString id =
            useCases.imports.start({{QStringLiteral("events"), events}, {QStringLiteral("sales"), sales}})
                .value();
        const auto rows = [&] { return useCases.imports.progress(id).value()[u"rows"].toInteger(); };
        QTRY_VERIFY_WITH_TIMEOUT(rows() > 0, 30'000);
        useCases.stop();
        const QJsonObject end = useCases.imports.progress(id).value();
        QCOMPARE(end[u"problem"][u"message_id"].toString(), QStringLiteral("import.cancelled"));
    }
    UseCases useCases(std::move(*Workspace::open(file, systemTime())));
    QVERIFY(useCases.workspace->store().sales().eventIds().value().empty());
}

void TestStopping::aRequestThatWaitsIsAnswered()
{
    ServiceOptions options;
    options.workspaceFile = largeWorkspace();
    options.clock = systemTime();
    const auto service = std::move(*Service::start(options));
    const QByteArray token = service->token().toLatin1();
    const QByteArray event =
        "/api/v3/events/" + QByteArray::fromStdString(largeSales().dataset.events.front().id) + "/clusters";
    std::vector<std::future<RawReply>> asking;
    for (int i = 0; i < 3; ++i) {
        asking.push_back(std::async(std::launch::async, [&] {
            RawClient client(service->port(), token);
            return client.get(event);
        }));
    }
    RawClient client(service->port(), token);
    const auto state = [&] { return client.get("/api/v3/local/taste_run").json()[u"state"].toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(state(), QStringLiteral("STARTED"), 30'000);
    service->stop();
    for (auto &each : asking) {
        const RawReply reply = each.get();
        // One whose head had not been read yet finds the door closed.
        QVERIFY2(reply.status == 503 || reply.status == 0, qPrintable(QString::number(reply.status)));
        if (reply.status == 503)
            QCOMPARE(reply.message(), QStringLiteral("error.service.stopping"));
    }
}

QTEST_GUILESS_MAIN(TestStopping)
#include "tst_stopping.moc"
