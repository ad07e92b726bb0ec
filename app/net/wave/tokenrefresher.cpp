#include "app/net/wave/tokenrefresher.h"

#include "app/net/rest/restclient.h"
#include "app/net/wave/answers.h"
#include "models/wave/api/paths.h"
#include "models/wave/calls/shortanswers.h"

namespace groundswell {

namespace {

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
    Request request = Request::post(api::path::refreshToken).withJson(compactJson(refreshTokenJson(m_token)));
    request.signedIn = false;
    m_request = m_rest.call(
        request, this,
        parsedObject<QString>(
            [this, done = std::move(done)](const Expected<QString> &accessToken) { done(take(accessToken)); },
            accessTokenFromJson));
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
