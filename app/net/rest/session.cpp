#include "app/net/rest/session.h"

#include <QNetworkRequest>

#include <utility>

namespace groundswell {

namespace {

QUrl withoutTrailingSlash(QUrl url)
{
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

} // namespace

Session::Session(QObject *parent)
    : QObject(parent)
{
}

Session::~Session() = default;

void Session::connectTo(Kind kind, const QUrl &baseUrl, const QString &token, const PartnerId &partner)
{
    m_kind = kind;
    m_baseUrl = withoutTrailingSlash(baseUrl);
    m_partner = partner;
    setToken(token);
}

void Session::setToken(const QString &token)
{
    m_token = token;
    Q_EMIT changed();
    if (isSignedIn())
        Q_EMIT signedIn();
}

void Session::setPartner(const PartnerId &partner)
{
    if (m_partner == partner)
        return;
    m_partner = partner;
    Q_EMIT changed();
}

void Session::signOut()
{
    if (!isSignedIn())
        return;
    m_token.clear();
    Q_EMIT changed();
    Q_EMIT signedOut();
}

QUrl Session::mediaBaseUrl() const
{
    QUrl url = m_baseUrl;
    QString path = url.path(QUrl::FullyEncoded);
    if (path.endsWith(QLatin1StringView("/v3")))
        path.chop(3);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

void Session::authorize(QNetworkRequest &request) const
{
    if (isSignedIn())
        request.setRawHeader("Authorization", "Bearer " + m_token.toUtf8());
    if (!m_partner.isEmpty())
        request.setRawHeader("X-Preferred-Partner-Id", m_partner.value().toUtf8());
}

void Session::setRefresher(Refresher refresher)
{
    m_refresher = std::move(refresher);
}

void Session::refresh(QObject *context, RefreshDone done)
{
    m_waiters.push_back({context, std::move(done)});
    if (m_refreshing)
        return;
    if (!m_refresher) {
        Problem problem;
        problem.kind = Problem::Kind::Unauthorized;
        finishRefresh(tl::unexpected(std::move(problem)));
        return;
    }
    m_refreshing = true;
    m_refresher([self = QPointer<Session>(this)](const Expected<void> &renewed) {
        if (self)
            self->finishRefresh(renewed);
    });
}

void Session::finishRefresh(const Expected<void> &renewed)
{
    m_refreshing = false;
    // Taken out first: a waiter may ask for another refresh.
    const auto waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.done(renewed);
    }
}

} // namespace groundswell
