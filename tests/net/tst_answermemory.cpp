#include "app/net/rest/answermemory.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    QTemporaryDir folder;
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    AnswerMemory memory{folder.filePath(QStringLiteral("answers"))};
    RestClient client{manager, session, scheduler, [] { return 0.0; }};
    QObject context;
    std::vector<Expected<Response>> answers;

    Fixture()
    {
        client.setMemory(&memory);
        connectAs("fd1");
    }
    void connectAs(const char *partner)
    {
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("token-1"), PartnerId(QString::fromLatin1(partner)));
    }
    void ask(const Request &request)
    {
        handle = client.call(request, &context,
                             [this](Expected<Response> answer) { answers.push_back(std::move(answer)); });
    }
    void answer(const char *body) { manager.last().reply->answer(200, body); }
    void goOffline() { manager.last().reply->fail(QNetworkReply::HostNotFoundError); }
    RequestHandle handle;
};

Request events(const QString &search = {})
{
    return Request::getOrRecall({QStringLiteral("events")}, ApiQuery().add(QStringLiteral("q"), search));
}

} // namespace

class TestAnswerMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatWasSeenIsSeenAgainWithoutAConnection()
    {
        Fixture f;
        QSignalSpy recalled(&f.client, &RestClient::answeredFromMemory);
        QSignalSpy reached(&f.client, &RestClient::serviceReached);
        f.ask(events());
        f.answer("[1]");
        QCOMPARE(reached.size(), 1);
        f.ask(events());
        f.goOffline();
        QCOMPARE(f.answers.size(), 2U); // at once, without pauses for further attempts
        QVERIFY(f.answers[1].has_value());
        QCOMPARE(f.answers[1]->body, QByteArray("[1]"));
        QVERIFY(f.answers[1]->recalledFrom);
        QCOMPARE(recalled.size(), 1);
    }

    void otherQuestionsPartnersAndRequestsHaveNoShareInIt()
    {
        Fixture f;
        f.ask(events());
        f.answer("[1]");
        f.ask(events(QStringLiteral("jazz")));
        f.goOffline();
        QCOMPARE(f.answers.size(), 1U); // tries again first
        f.connectAs("fd2");
        f.ask(events());
        f.goOffline();
        QCOMPARE(f.answers.size(), 1U);
        f.connectAs("fd1");
        f.ask(Request::get({QStringLiteral("events")})); // a row that is edited must not be an old one
        f.goOffline();
        QCOMPARE(f.answers.size(), 1U);
    }

    void aRefusalIsNoAnswerToRemember()
    {
        Fixture f;
        f.ask(events());
        f.answer("[1]");
        f.ask(events());
        f.manager.last().reply->answer(403, "{}");
        QCOMPARE(f.answers.size(), 2U);
        QVERIFY(!f.answers[1].has_value());
        QCOMPARE(f.answers[1].error().kind, Problem::Kind::Forbidden);
        f.ask(events());
        f.goOffline();
        QCOMPARE(f.answers.back()->body, QByteArray("[1]"));
    }

    void onlyTheUserCanReadIt()
    {
        Fixture f;
        f.ask(events());
        f.answer("[1]");
        const QDir folder(f.folder.filePath(QStringLiteral("answers")));
        const QFileInfoList files = folder.entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.first().permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }

    void theOldestGoWhileTheProgramRuns()
    {
        Fixture f;
        const QDir folder(f.folder.filePath(QStringLiteral("answers")));
        const auto keep = [&](int number, const QByteArray &body) {
            f.memory.keep(f.session, QUrl(QStringLiteral("http://wave.example/%1").arg(number)), body);
        };
        const int many = AnswerMemory::mostAnswers + 3 * AnswerMemory::trimmedAfter;
        for (int number = 0; number < many; ++number)
            keep(number, "[]");
        QVERIFY(folder.entryList(QDir::Files).size()
                < AnswerMemory::mostAnswers + AnswerMemory::trimmedAfter);
        // Few, but large.
        for (int number = 0; number < AnswerMemory::trimmedAfter; ++number)
            keep(number, QByteArray(AnswerMemory::mostBytes, 'x'));
        qint64 bytes = 0;
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files))
            bytes += file.size();
        QVERIFY(bytes <= AnswerMemory::mostBytesInAll);
    }

    void aFolderThatCantBeMadeIsNoProblem()
    {
        Fixture f;
        QFile file(f.folder.filePath(QStringLiteral("answers")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        f.ask(events());
        f.answer("[1]");
        QVERIFY(f.answers[0].has_value());
    }
};

QTEST_GUILESS_MAIN(TestAnswerMemory)
#include "tst_answermemory.moc"
