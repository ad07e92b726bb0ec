#pragma once

#include "app/net/rest/requesthandle.h"
#include "app/net/rest/session.h"

#include <QObject>
#include <QUrl>

namespace groundswell {

class RestClient;

/// Renews the session's access token where the service refuses it (wave-api 1.5). The refresh token doesn't
/// rotate; it lives in memory only, is sent to the server that it came from and to no other, and is forgotten
/// when that server refuses it: then the session is over, and the user is asked to sign in.
class TokenRefresher : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    TokenRefresher(RestClient &rest, Session &session, QObject *parent = nullptr);
    ~TokenRefresher() override;

    /// Of the server that the session is connected to now. Empty = there is none, and a refused access token
    /// ends the session.
    void setToken(const QString &refreshToken);

private:
    void renew(Session::RefreshDone done);
    [[nodiscard]] Expected<void> take(const Expected<QString> &accessToken);

    RestClient &m_rest;
    Session &m_session;
    QString m_token;
    QUrl m_server;
    RequestHandle m_request;
};

} // namespace groundswell
