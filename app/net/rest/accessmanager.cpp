#include "app/net/rest/accessmanager.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace groundswell {

namespace {

bool isLoopback(const QString &host)
{
    return host.compare(QLatin1StringView("localhost"), Qt::CaseInsensitive) == 0
        || QHostAddress(host).isLoopback();
}

// A proxy between the program and its own service would see every draft, and most would refuse it.
class ProxyExceptForLoopback final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

} // namespace

void configureAccessManager(QNetworkAccessManager &manager)
{
    manager.setProxyFactory(new ProxyExceptForLoopback); // owned by the manager
    manager.setStrictTransportSecurityEnabled(true);
}

} // namespace groundswell
