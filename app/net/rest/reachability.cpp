#include "app/net/rest/reachability.h"

#include <QNetworkInformation>

namespace groundswell {

Reachability::Reachability(QObject *parent)
    : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability now) {
                if (now == QNetworkInformation::Reachability::Online)
                    Q_EMIT returned();
            });
}

} // namespace groundswell
