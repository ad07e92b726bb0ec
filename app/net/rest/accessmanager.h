#pragma once

class QNetworkAccessManager;

namespace groundswell {

/// Prepares a manager for the client: the system's proxy from the first request on, but never for loopback.
void configureAccessManager(QNetworkAccessManager &manager);

} // namespace groundswell
