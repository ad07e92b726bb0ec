#include "allcalls.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/contract.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace groundswell;
using namespace groundswell::test;

namespace {

struct Net {
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient wave{rest};
};

struct Fixture : Net, Asker {
    Fixture()
        : Asker(wave)
    {
        session.connectTo(Session::Kind::Embedded, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("t"), PartnerId(QStringLiteral("fd1")));
        wave.setCurrency(QStringLiteral("EUR"));
    }
};

/// Offered by the contract and not used by this client: signing in (no page for it yet), figures of the
/// sister product, older paths and calls that the newer edition has replaced, and what a browser fetches by
/// itself.
const QSet<QString> &unused()
{
    static const QSet<QString> ids = [] {
        QSet<QString> result;
        for (const auto id :
             {"status", "task", "signIn", "answerMfaChallenge", "answerNewPasswordChallenge", "refreshToken",
              "forgotPassword", "resetPassword", "features", "tickets", "benchmark", "salesGraph",
              "putCampaignCreative", "putCampaignTargeting", "ignoreCampaign", "adConnectionOlderPath",
              "customersFromDescription", "storedMedia", "dailyRevenue"})
            result.insert(QLatin1StringView(id));
        return result;
    }();
    return ids;
}

} // namespace

/// Holds every request of the client, and what it makes of every documented answer, against the contract.
class TestWaveClientContract : public QObject {
    Q_OBJECT

    const Contract m_contract = Contract::load();
    const Calls m_calls = allCalls();

private Q_SLOTS:
    void everyOperationIsUsedOrLeftOutOnPurpose()
    {
        QStringList missing;
        for (const Contract::Operation &operation : m_contract.operations()) {
            if (!m_calls.contains(operation.id) && !unused().contains(operation.id))
                missing.append(operation.id);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QStringLiteral(", "))));
    }

    void requestsAreAsDocumented_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto &[id, call] : m_calls)
            QTest::newRow(qPrintable(id)) << id;
    }
    void requestsAreAsDocumented()
    {
        QFETCH(QString, id);
        Fixture f;
        f.handle = m_calls.at(id)(f);
        const auto &seen = f.manager.last();
        const QString method = QString::fromLatin1(seen.verb);
        QString path = seen.request.url().path(QUrl::FullyEncoded);
        if (path == QStringLiteral("/api/media"))
            path = QStringLiteral("/media");
        const auto operation = m_contract.match(method, path);
        QVERIFY2(operation, qPrintable(method + QLatin1Char(' ') + path));
        QCOMPARE(operation->id, id);

        const auto items = QUrlQuery(seen.request.url()).queryItems(QUrl::FullyDecoded);
        const std::vector<std::pair<QString, QString>> query(items.begin(), items.end());
        QCOMPARE(m_contract.checkQuery(method, operation->path, query), QStringList());

        if (id == QStringLiteral("uploadMedia"))
            return; // a file, not JSON
        const QByteArray body = seen.reply->sentBody();
        const QJsonValue json = body.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                               : QJsonValue(QJsonDocument::fromJson(body).object());
        QCOMPARE(m_contract.checkRequest(method, operation->path, json), QStringList());
    }

    void documentedAnswersAreUnderstood_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        for (const Contract::Example &example : m_contract.examples()) {
            if (example.status == 0 || !m_calls.contains(example.operation.id))
                continue;
            const QByteArray body = example.value.isArray()
                ? QJsonDocument(example.value.toArray()).toJson()
                : QJsonDocument(example.value.toObject()).toJson();
            QTest::addRow("%s %d %s", qPrintable(example.operation.id), example.status,
                          qPrintable(example.name))
                << example.operation.id << example.status << body;
        }
    }
    void documentedAnswersAreUnderstood()
    {
        QFETCH(QString, id);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        Fixture f;
        f.handle = m_calls.at(id)(f);
        f.manager.last().reply->answer(status, body);
        QVERIFY(f.answers == 1 || status >= 500);
        if (status < 300) {
            QVERIFY2(!f.problem, f.problem ? qPrintable(f.problem->detail) : "");
        } else if (f.answers == 1) {
            QVERIFY(f.problem);
            QVERIFY(!f.problem->messageKey.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestWaveClientContract)
#include "tst_waveclient_contract.moc"
