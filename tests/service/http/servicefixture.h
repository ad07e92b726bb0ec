#pragma once

#include "app/service/service.h"
#include "tests/service/http/rawclient.h"
#include "tests/support/contract.h"

#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace groundswell::service {

/// A client that holds every answer to the contract while it asks: what isn't described there is a failure of
/// the test that asked.
class ContractClient : public RawClient {
public:
    ContractClient(int port, const QByteArray &token);

    RawReply get(const QByteArray &path) { return call("GET", path); }
    RawReply put(const QByteArray &path, const QJsonObject &body = {});
    RawReply post(const QByteArray &path, const QJsonObject &body);
    RawReply post(const QByteArray &path) { return call("POST", path); }
    RawReply remove(const QByteArray &path) { return call("DELETE", path); }
    /// \a path without the base, with its query. Fails the running test where the answer breaks the contract.
    RawReply call(const QByteArray &method, const QByteArray &path, const QByteArray &body = {});

    /// Operations that were answered with success at least once, by operationId.
    QStringList covered;
};

/// A running service on a small organiser with planted tastes, whose clock a test may turn.
class ServiceFixture {
public:
    struct Options {
        bool plain = false;
        bool empty = false; ///< a new workspace without data
    };
    explicit ServiceFixture(const Options &options);
    ServiceFixture()
        : ServiceFixture(Options())
    {
    }

    [[nodiscard]] ContractClient client() const { return {m_service->port(), m_service->token().toLatin1()}; }
    [[nodiscard]] RawClient rawClient() const
    {
        return RawClient(m_service->port(), m_service->token().toLatin1());
    }
    [[nodiscard]] Service &service() { return *m_service; }
    [[nodiscard]] QString workspaceFile() const { return m_folder.filePath(QStringLiteral("workspace.gsw")); }
    void restart(); ///< stops the service and starts another on the same file
    void advanceDays(int days) { *m_now += qint64(days) * 86'400; }
    [[nodiscard]] QDate today() const;

    /// Ids of upcoming events with clusters to plan with, earliest first.
    [[nodiscard]] QStringList upcoming();
    /// A row that passes every pre-flight rule, on the event's own suggested clusters.
    [[nodiscard]] QJsonObject completeRow(const QString &event);
    /// Publishes an event; its campaigns.
    QJsonArray publish(const QString &event);

private:
    void start();
    QTemporaryDir m_folder;
    Options m_options;
    std::shared_ptr<std::atomic<qint64>> m_now;
    std::unique_ptr<Service> m_service;
};

} // namespace groundswell::service
