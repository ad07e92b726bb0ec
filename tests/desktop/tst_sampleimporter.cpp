// The sample organiser's files while nobody waits for them any more.
#include "app/desktop/import/sampleimporter.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QDir>
#include <QThreadPool>
#include <QtTest>

#include <future>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

class TestSampleImporter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Quitting while the files are made: nothing waits for them, and nothing of them stays.
    void leavingWaitsForNothingAndLeavesNothing()
    {
        FakeAccessManager manager;
        Session session;
        ManualScheduler scheduler;
        RestClient rest(manager, session, scheduler, [] { return 0.0; });
        WaveClient client(rest);
        std::promise<QString> begun;
        std::promise<void> released;
        const auto write = [&](const QString &folder) -> Expected<void> {
            QFile first(folder + u"/events.csv"_s);
            if (first.open(QIODevice::WriteOnly))
                first.write("event_id\n");
            begun.set_value(folder);
            released.get_future().wait();
            // As a generator that makes its folder where there is none.
            QDir().mkpath(folder);
            QFile second(folder + u"/sales.csv"_s);
            if (second.open(QIODevice::WriteOnly))
                second.write("customer_id\n");
            return {};
        };
        QString folder;
        {
            SampleImporter importer(client, write);
            importer.start();
            folder = begun.get_future().get();
            QVERIFY(QDir(folder).exists());
        } // would wait for ever
        QVERIFY(!QDir(folder).exists());
        released.set_value();
        QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
        QVERIFY(!QDir(folder).exists());
    }
};

QTEST_GUILESS_MAIN(TestSampleImporter)
#include "tst_sampleimporter.moc"
