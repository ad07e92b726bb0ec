#include "typingsession.h"

#include <QTest>

#include <algorithm>

using namespace groundswell;
using namespace groundswell::test;
using groundswell::service::ServiceFixture;

namespace {

constexpr int atOnce = 16;

struct Range {
    quint32 first = 1;
    quint32 count = 16;
};

/// GROUNDSWELL_TYPING_SESSIONS=first,count chooses the seeds: a long run, or the one that failed.
std::optional<Range> chosenSeeds()
{
    const QStringList range = qEnvironmentVariable("GROUNDSWELL_TYPING_SESSIONS").split(QLatin1Char(','));
    if (range.size() != 2)
        return std::nullopt;
    return Range{range[0].toUInt(), range[1].toUInt()};
}

std::vector<quint32> seeds()
{
    const auto range = chosenSeeds();
    std::vector<quint32> chosen;
    const Range played = range.value_or(Range());
    for (quint32 i = 0; i < played.count; ++i)
        chosen.push_back(played.first + i);
    if (!range)
        chosen.insert(chosen.end(), {106, 195, 411}); // violations found once, kept for good
    return chosen;
}

QStringList allEvents(ServiceFixture &service)
{
    QStringList ids;
    auto asked = service.rawClient();
    for (int page = 1; page <= 4; ++page) {
        const auto reply = asked.get("/api/v3/events/?page=" + QByteArray::number(page));
        for (const QJsonValue event : reply.json()[u"items"].toArray())
            ids.append(event[u"id"].toString());
    }
    ids.removeDuplicates();
    return ids;
}

/// Plays many sessions, some of them at once, each on an event of its own.
class Season : public QObject {
public:
    Season(ServiceFixture &service, bool plain, std::vector<quint32> seeds)
        : m_service(service)
        , m_plain(plain)
        , m_seeds(std::move(seeds))
        , m_free(allEvents(service))
    {
        std::reverse(m_seeds.begin(), m_seeds.end());
    }

    void play()
    {
        while (!m_seeds.empty() && !m_free.isEmpty() && m_running.size() < atOnce) {
            auto *typing = new TypingSession(m_service, m_plain, EventId(m_free.takeFirst()), m_seeds.back());
            m_seeds.pop_back();
            m_running.push_back(typing);
            connect(typing, &TypingSession::finished, this,
                    [this, typing](const QString &violation) { ended(typing, violation); });
            typing->setParent(this);
            typing->begin();
        }
    }
    [[nodiscard]] bool isOver() const { return m_running.empty() && m_seeds.empty(); }

    QStringList violations;
    int sessions = 0;
    int faults = 0;
    int deaths = 0;
    SaveCounters counters;

private:
    void ended(TypingSession *typing, const QString &violation)
    {
        if (++sessions % 50 == 0)
            qInfo("%d sessions, %lld violations", sessions, static_cast<long long>(violations.size()));
        faults += typing->faultsPlayed();
        deaths += typing->deaths();
        counters.sent += typing->counters().sent;
        counters.aborted += typing->counters().aborted;
        counters.verified += typing->counters().verified;
        if (!violation.isEmpty()) {
            violations.append(QStringLiteral("seed %1: %2").arg(typing->seed()).arg(violation));
            qInfo().noquote()
                << violations.back() << "\n"
                << typing->diary().mid(std::max<qsizetype>(0, typing->diary().size() - 80)).join(u'\n');
        }
        m_free.append(typing->eid().value());
        std::erase(m_running, typing);
        typing->deleteLater();
        QMetaObject::invokeMethod(
            this, [this] { play(); }, Qt::QueuedConnection);
    }

    ServiceFixture &m_service;
    const bool m_plain;
    std::vector<quint32> m_seeds;
    QStringList m_free;
    std::vector<TypingSession *> m_running;
};

} // namespace

/// The program's own saver, journal and client against the real service, in both modes, over a bad network,
/// with sudden deaths and two colleagues at the same row.
class TestTypingSessions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsLost_data()
    {
        QTest::addColumn<bool>("plain");
        QTest::newRow("with extensions") << false;
        QTest::newRow("plain") << true;
    }
    void nothingIsLost()
    {
        QFETCH(bool, plain);
        ServiceFixture service(ServiceFixture::Options{.plain = plain});
        const std::vector<quint32> chosen = seeds();
        Season season(service, plain, chosen);
        season.play();
        const int allowed = 1'000 * (60 + 2 * static_cast<int>(chosen.size()));
        QVERIFY(QTest::qWaitFor([&] { return season.isOver(); }, allowed));
        qInfo("%d bursts in %d sessions: %d faults, %d sudden deaths, %d writes, %d aborted, %d read back",
              season.sessions * TypingSession::bursts, season.sessions, season.faults, season.deaths,
              season.counters.sent, season.counters.aborted, season.counters.verified);
        QVERIFY2(season.violations.isEmpty(), qPrintable(season.violations.join(u'\n')));
        QVERIFY(season.faults > 0);
    }
};

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "86400000"); // the whole takes longer than Qt Test allows for
    const QCoreApplication application(argc, argv);
    TestTypingSessions sessions;
    return QTest::qExec(&sessions, argc, argv);
}
#include "tst_typing_sessions.moc"
