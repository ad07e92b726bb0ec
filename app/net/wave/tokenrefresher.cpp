#include "app/net/wave/tokenrefresher.h"

#include "app/net/rest/restclient.h"
#include "app/net/wave/answers.h"
#include "models/wave/api/paths.h"
#include "models/wave/json.h"

namespace groundswell {

namespace {

Expected<QString> accessTokenOf(const QJsonObject &json)
{
    const QString token = json.value(QLatin1StringView("AccessToken")).toString();
    if (token.isEmpty())
        return tl::unexpected(Problem::protocol(QStringLiteral("/AccessToken"), QStringLiteral("a token")));
    return token;
}

Problem signedOut()
{
    Problem problem;
    problem.kind = Problem::Kind::Unauthorized;
    return problem;
}

/// Whether the service's word is that this refresh token is worth nothing any more; anything else (no
/// connection, a fault) may pass.
bool isFinal(const Problem &problem)
{
    return problem.kind == Problem::Kind::Rejected || problem.kind == Problem::Kind::Unauthorized
        || problem.kind == Problem::Kind::Forbidden;
}

} // namespace

TokenRefresher::TokenRefresher(RestClient &rest, Session &session, QObject *parent)
    : QObject(parent)
    , m_rest(rest)
    , m_session(session)
{
    connect(&session, &Session::signedOut, this, [this] { setToken({}); });
}

TokenRefresher::~TokenRefresher()
{
    m_session.setRefresher({});
}

void TokenRefresher::setToken(const QString &refreshToken)
{
    m_token = refreshToken;
    m_server = m_session.baseUrl();
    if (m_token.isEmpty())
        m_session.setRefresher({});
    else
        m_session.setRefresher([this](Session::RefreshDone done) { renew(std::move(done)); });
}

void TokenRefresher::renew(Session::RefreshDone done)
{
    if (m_session.baseUrl() != m_server) {
        setToken({}); // connected elsewhere since: another server has no business with it
        done(tl::unexpected(signedOut()));
        return;
    }
    const QJsonObject body{{QLatin1StringView("token"), m_token},
                           {QLatin1StringView("device_key"), QJsonValue()},
                           {QLatin1StringView("device_group_key"), QJsonValue()}};
    Request request = Request::post(api::path::refreshToken).withJson(compactJson(body));
    request.signedIn = false;
    m_request = m_rest.call(
        request, this,
        parsedObject<QString>(
            [this, done = std::move(done)](const Expected<QString> &accessToken) { done(take(accessToken)); },
            accessTokenOf));
}

Expected<void> TokenRefresher::take(const Expected<QString> &accessToken)
{
    if (accessToken) {
        m_session.setToken(*accessToken);
        return {};
    }
    if (!isFinal(accessToken.error()))
        return tl::unexpected(accessToken.error());
    m_session.signOut();
    return tl::unexpected(signedOut());
}

} // namespace groundswell
