#include "app/net/rest/transportproblem.h"

namespace groundswell {

namespace {

Problem::Kind kindOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Problem::Kind::Proxy;
    case QNetworkReply::SslHandshakeFailedError:
        return Problem::Kind::Tls;
    case QNetworkReply::TimeoutError:
        return Problem::Kind::Timeout;
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return Problem::Kind::Protocol;
    default:
        // Refused, host not found, closed, temporary or unknown failures of the network: nothing came back.
        return Problem::Kind::Offline;
    }
}

} // namespace

Problem transportProblem(QNetworkReply::NetworkError error, const QString &errorText)
{
    Problem problem;
    problem.kind = kindOf(error);
    // The network layer has no text for this one.
    problem.detail = error == QNetworkReply::ContentReSendError
        ? QStringLiteral("The connection was closed before the answer; the request is not sent twice.")
        : errorText;
    return problem;
}

} // namespace groundswell
