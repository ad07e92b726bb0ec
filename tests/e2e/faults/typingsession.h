#pragma once

#include "marketer.h"
#include "tests/e2e/faultyproxy.h"
#include "tests/service/http/servicefixture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

namespace groundswell::test {

/// The promises that the marketer was given, and whether they are kept.
class Promises {
public:
    void typed(const QByteArray &part);
    void promised() { m_safe = m_parts.size() - 1; }
    /// After a restart: whether the recovered draft is no older than what was promised.
    [[nodiscard]] bool isKeptBy(const QByteArray &part) const;
    /// After a restart: the marketer goes on with the recovered draft.
    void goOnWith(const QByteArray &part);

private:
    std::vector<QByteArray> m_parts;
    size_t m_safe = 0;
};

/// The colleagues' own tool: reads the row, changes one of their fields, and writes it back.
class Colleague {
public:
    Colleague(service::ServiceFixture &service, Person person, EventId eid, QRandomGenerator &random);
    /// False if somebody's write was quicker and the server said so.
    bool edit(int number);
    [[nodiscard]] bool isContentWith(const SetupProcess &row) const;
    [[nodiscard]] Person person() const { return m_person; }

private:
    service::ServiceFixture &m_service;
    const Person m_person;
    const EventId m_eid;
    QRandomGenerator &m_random;
    QByteArray m_part; ///< as it must be found
};

/// One seed: some bursts of typing on a bad network, with two colleagues at the same row, sudden deaths of
/// the program, and now and then a quiet hour, after which everything must be found as it was left. Runs on
/// the event loop, so that many run at once.
class TypingSession : public QObject {
    Q_OBJECT
public:
    static constexpr int bursts = 10;

    /// On an event that nobody else uses meanwhile.
    TypingSession(service::ServiceFixture &service, bool plain, const EventId &eid, quint32 seed);

    void begin();
    [[nodiscard]] quint32 seed() const { return m_seed; }
    [[nodiscard]] const EventId &eid() const { return m_eid; }
    [[nodiscard]] const QStringList &diary() const { return m_diary; }
    [[nodiscard]] SaveCounters counters() const { return m_marketer->counters(); }
    [[nodiscard]] int faultsPlayed() const { return m_proxy.faultsPlayed(); }
    [[nodiscard]] int deaths() const { return m_deaths; }

Q_SIGNALS:
    void finished(const QString &violation); ///< empty = none

private:
    void seated(const QByteArray &part);
    void next();
    void afterBurst();
    void colleaguesEdit();
    void sitDownAgain();
    void calmDown();
    void lookAround();
    void publishGate();
    void end(const QString &violation);
    void note(const QString &what);
    [[nodiscard]] QString violation(const SetupProcess &server) const;
    [[nodiscard]] SetupProcess serverRow() const;

    service::ServiceFixture &m_service;
    const bool m_plain;
    const EventId m_eid;
    const quint32 m_seed;
    QRandomGenerator m_random;
    QTemporaryDir m_journals;
    FaultyProxy m_proxy;
    std::unique_ptr<Marketer> m_marketer;
    std::vector<Colleague> m_colleagues;
    Promises m_promises;
    QTimer m_pause;
    std::function<void()> m_then;
    int m_bursts = 0;
    int m_deaths = 0;
    int m_edits = 0;
    int m_looks = 0;
    bool m_ended = false;
    QStringList m_diary;
    QElapsedTimer m_clock;
};

} // namespace groundswell::test
