#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace groundswell::test {

/// Bad weather between a real client and a real server, on real sockets: requests are held, dropped before or
/// after they reach the server, delivered late and out of order, answered with errors, pages and halves.
/// Seeded, though the threads of the server and the sockets keep two runs from being the same to the byte.
class FaultyProxy final : public QObject {
    Q_OBJECT
public:
    FaultyProxy(quint16 upstreamPort, quint32 seed, QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    void setFaults(bool on) { m_faults = on; }
    /// Writes that are held and will still reach the server.
    [[nodiscard]] int held() const { return m_held; }
    [[nodiscard]] int faultsPlayed() const { return m_faultsPlayed; }

private:
    enum class Fate {
        Deliver,
        DropBefore,
        DropAnswer,
        DeliverLate,
        Busy,
        TooMany,
        Page,
        HalfAnswer,
    };
    struct Exchange {
        QPointer<QTcpSocket> client;
        QByteArray request;
        bool isWrite = false;
    };

    void serve(QTcpSocket *client);
    void play(const Exchange &exchange, Fate fate);
    void deliver(const QByteArray &request, std::function<void(const QByteArray &)> done);
    void deliverAfter(int milliseconds, const Exchange &exchange,
                      std::function<void(const QByteArray &)> done);
    [[nodiscard]] Fate drawFate();
    [[nodiscard]] QByteArray readdressed(const QByteArray &request) const;
    static void reply(const Exchange &exchange, const QByteArray &bytes);

    quint16 m_upstreamPort;
    QRandomGenerator m_random;
    bool m_faults = false;
    int m_held = 0;
    int m_faultsPlayed = 0;
    // Last: its sockets say goodbye when it dies, and what they then touch must still be there.
    QTcpServer m_server;
};

} // namespace groundswell::test
