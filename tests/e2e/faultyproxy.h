#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace groundswell::test {

/// A bad network between a real client and a real server, on real sockets: requests are held, dropped before
/// or after they reach the server, cut in the middle, delivered late and out of order, answered slowly, with
/// errors, pages and halves. Seeded, but the threads of the server and the sockets keep two runs from being
/// the same to the byte.
class FaultyProxy final : public QObject {
    Q_OBJECT
public:
    FaultyProxy(quint16 upstreamPort, quint32 seed, QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setFaults(bool on) { m_faults = on; }
    /// Writes that are held and will still reach the server.
    [[nodiscard]] int held() const { return m_held; }
    /// Nobody is connected, nothing is held, and nothing has happened for a while: no write is on its way
    /// that this proxy hasn't seen yet.
    [[nodiscard]] bool isQuiet() const;
    [[nodiscard]] int faultsPlayed() const { return m_faultsPlayed; }

Q_SIGNALS:
    /// The diary of a failed run.
    void happened(const QString &what);

private:
    enum class Fate {
        Deliver,
        AnswerSlowly, ///< applied at once; the answer may come after the caller has given up
        DropBefore,
        DropAnswer, ///< applied
        DeliverLate, ///< the caller waits in vain
        DropAndDeliverLate, ///< the caller is told that the request failed
        CutRequest, ///< half of it reaches the server
        ServerError,
        TooMany,
        Page, ///< of a captive portal
        HalfAnswer, ///< applied
    };
    static constexpr int fates = 11;
    struct Exchange {
        QPointer<QTcpSocket> client;
        QByteArray request;
        bool isWrite = false;
    };

    void serve(QTcpSocket *client);
    void play(const Exchange &exchange, Fate fate);
    void deliver(const QByteArray &request, std::function<void(const QByteArray &)> done);
    void deliverHalf(const QByteArray &request);
    void refuse(const Exchange &exchange, Fate fate);
    void deliverAfter(int milliseconds, const Exchange &exchange,
                      std::function<void(const QByteArray &)> done);
    [[nodiscard]] Fate drawFate();
    [[nodiscard]] QByteArray readdressed(const QByteArray &request) const;
    static void reply(const Exchange &exchange, const QByteArray &bytes);

    quint16 m_upstreamPort;
    QRandomGenerator m_random;
    bool m_faults = false;
    int m_held = 0;
    int m_connected = 0;
    QElapsedTimer m_sinceLast; ///< something happened
    int m_faultsPlayed = 0;
    // Last: its sockets say goodbye when it dies, and what they then touch must still be there.
    QTcpServer m_server;
};

} // namespace groundswell::test
