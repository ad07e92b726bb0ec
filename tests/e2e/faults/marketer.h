#pragma once

#include "app/autosave/draftsession.h"
#include "app/autosave/wavedraftstore.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "people.h"
#include "tests/e2e/fastscheduler.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>

#include <memory>

namespace groundswell::test {

/// A marketer who uses the program's own client, saver and journal for one event: sits down, types in bursts,
/// undoes steps, and may be torn away at any moment. Reports what was typed and what the program promised,
/// and judges nothing.
class Marketer : public QObject {
    Q_OBJECT
public:
    struct Place {
        quint16 port = 0; ///< of the service, or of the faulty network before it
        QString token;
        QString journals; ///< folder
        EventId eid;
        quint32 seed = 1;
        int timesFaster = 40; ///< one second of the saver's time in 25 ms
    };
    explicit Marketer(const Place &place);
    ~Marketer() override;

    /// Opens the setup as the program does on start, again and again until it opens.
    void sitDown();
    /// Types one burst; ends with burstEnded().
    void typeBurst();
    /// What `kill -9` leaves behind: the connections are cut, and the disk holds what is there at this
    /// moment.
    void die();

    [[nodiscard]] bool isSeated() const { return m_isSeated; }
    [[nodiscard]] const SetupProcess &row() { return m_session->draft().data(); }
    [[nodiscard]] DraftSaver &saver() { return m_session->saver(); }
    /// Sends at once what waits for the network.
    void networkReturned();
    /// Nothing waits, and no request of the marketer's is on its way.
    [[nodiscard]] bool isAtRest() const;
    /// For reading when a session has failed.
    [[nodiscard]] QString standing() const;
    /// The sum over all lives.
    [[nodiscard]] SaveCounters counters() const;

Q_SIGNALS:
    void seated(const QByteArray &part); ///< with the marketer's part of what was recovered
    void typed(const QByteArray &part); ///< after each change of the draft
    void promised(); ///< the program says that everything typed so far is safe
    void burstEnded();
    void conflicted();

private:
    void pressKey();
    void stepBack();
    void stateChanged(const SaveState &state);

    const Place m_place;
    QRandomGenerator m_random;
    FastScheduler m_scheduler;
    QNetworkAccessManager m_manager;
    Session m_login;
    RestClient m_rest{m_manager, m_login, m_scheduler, [this] { return m_random.generateDouble(); }};
    WaveClient m_client{m_rest};
    WaveDraftStore m_store{m_client};
    std::unique_ptr<DraftSession> m_session;
    std::unique_ptr<Typing> m_typing;
    QTimer m_key;
    int m_keysLeft = 0;
    int m_number = 0;
    bool m_isSeated = false;
    SaveCounters m_counters; ///< of the lives before this one
};

} // namespace groundswell::test
