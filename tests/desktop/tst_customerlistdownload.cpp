// A package's lists on their way from the service into a file for people.
#include "app/desktop/packages/customerlistdownload.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

class TestCustomerListDownload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void listsAreJoinedAndDefused();
    void aListThatBrokeOffIsNoFile();
    void listsWithOtherColumnsAreNoFile();

private:
    struct Program {
        FakeAccessManager manager;
        Session session;
        ManualScheduler scheduler;
        RestClient rest{manager, session, scheduler, [] { return 0.0; }};
        WaveClient client{rest};
        QTemporaryDir folder;
        [[nodiscard]] QString file() const { return folder.filePath(u"lists.csv"_s); }
    };
    void answer(const QByteArray &list)
    {
        QTRY_VERIFY(m_program->manager.last().reply && !m_program->manager.last().reply->isFinished());
        m_program->manager.last().reply->answer(200, list, {{"Content-Type", "text/csv; charset=utf-8"}});
    }
    std::unique_ptr<Program> m_program;
};

void TestCustomerListDownload::init()
{
    m_program = std::make_unique<Program>();
    m_program->session.connectTo(Session::Kind::Embedded, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                                 PartnerId(u"fd1"_s));
}

/// The service hands out plain values, for programs; who opens the file in a spreadsheet must not run them.
void TestCustomerListDownload::listsAreJoinedAndDefused()
{
    CustomerListDownload download(m_program->client, PackageId(u"pkg_1"_s),
                                  {ClusterName(u"a"_s), ClusterName(u"b"_s)}, m_program->file());
    QSignalSpy saved(&download, &CustomerListDownload::saved);
    download.start();
    answer("customer_id,phone,first_name\r\n1,+49-170/123,=HYPERLINK(\"x\")\r\n2,,\"a\nb\"\r\n");
    answer("customer_id,phone,first_name\r\n3,-5,@SUM(A1)\r\n");
    QTRY_COMPARE(saved.size(), 1);
    QFile file(m_program->file());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray(
                 "customer_id,phone,first_name\r\n1,+49-170/123,\"'=HYPERLINK(\"\"x\"\")\"\r\n2,,\"a\nb\"\r\n"
                 "3,-5,'@SUM(A1)\r\n"));
#ifndef Q_OS_WIN
    QCOMPARE(file.permissions()
                 & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
             QFile::Permissions());
#endif
}

void TestCustomerListDownload::aListThatBrokeOffIsNoFile()
{
    CustomerListDownload download(m_program->client, PackageId(u"pkg_1"_s), {ClusterName(u"a"_s)},
                                  m_program->file());
    QSignalSpy failed(&download, &CustomerListDownload::failed);
    download.start();
    answer("customer_id,phone\r\n1,\"+49");
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Problem>().kind,
             Problem::Kind::Protocol); // and not the file's fault
    QVERIFY(!QFile::exists(m_program->file()));
}

/// Below the first list's columns, a row of the second would say something else.
void TestCustomerListDownload::listsWithOtherColumnsAreNoFile()
{
    CustomerListDownload download(m_program->client, PackageId(u"pkg_1"_s),
                                  {ClusterName(u"a"_s), ClusterName(u"b"_s)}, m_program->file());
    QSignalSpy failed(&download, &CustomerListDownload::failed);
    download.start();
    answer("customer_id,phone\r\n1,+49\r\n");
    answer("phone,customer_id\r\n+49,2\r\n");
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(failed.front().front().value<Problem>().detail.contains(u"the columns of the first list"_s));
    QVERIFY(!QFile::exists(m_program->file()));
}

QTEST_GUILESS_MAIN(TestCustomerListDownload)
#include "tst_customerlistdownload.moc"
