#pragma once

#include "models/wave/problem.h"

#include <QNetworkReply>

namespace groundswell {

/// The problem for a reply that ended without a usable answer. For Kind::Proxy, Tls and Offline `detail` is
/// the network layer's own text, for the log and the details view.
[[nodiscard]] Problem transportProblem(QNetworkReply::NetworkError error, const QString &errorText);

} // namespace groundswell
