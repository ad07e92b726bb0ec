#pragma once

#include "models/wave/ids.h"
#include "models/wave/problem.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <vector>

class QNetworkRequest;

namespace groundswell {

/// Which service the program talks to, and as which partner. The token lives in memory only and is never
/// logged; a caller that keeps it longer (in a keychain) hands it in.
class Session : public QObject {
    Q_OBJECT
public:
    enum class Kind {
        Embedded, ///< the service of the local workspace, in this process
        Remote,
    };
    /// The problem is Unauthorized if only signing in again helps; any other problem may pass.
    using RefreshDone = std::function<void(const Expected<void> &renewed)>;
    /// Renews the token (calling setToken) and reports; must report exactly once.
    using Refresher = std::function<void(RefreshDone)>;

    explicit Session(QObject *parent = nullptr);
    ~Session() override;

    /// Base URL with `/api/v3`, for instance `http://127.0.0.1:5000/api/v3`; a trailing slash is dropped.
    void connectTo(Kind kind, const QUrl &baseUrl, const QString &token, const PartnerId &partner);
    /// Names the place where the drafts belong, for what is kept of them on this computer. For a remote
    /// service that is the address; the embedded one has another port at every start, so for it that is the
    /// workspace.
    void setPlace(const QString &place) { m_place = place; }
    [[nodiscard]] QString place() const { return m_place.isEmpty() ? m_baseUrl.toString() : m_place; }
    void setToken(const QString &token);
    void setPartner(const PartnerId &partner);
    void signOut();

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isSignedIn() const { return !m_token.isEmpty(); }
    [[nodiscard]] const QUrl &baseUrl() const { return m_baseUrl; }
    /// The same host without `/v3`: only POST /media is found there (wave-api 1.1).
    [[nodiscard]] QUrl mediaBaseUrl() const;
    [[nodiscard]] const PartnerId &partner() const { return m_partner; }

    /// Adds the token and the partner to a request (wave-api 1.2).
    void authorize(QNetworkRequest &request) const;

    void setRefresher(Refresher refresher);
    [[nodiscard]] bool canRefresh() const { return static_cast<bool>(m_refresher); }
    /// Single-flight: callers that come while a refresh is under way share its result. \a done is not called
    /// once \a context is gone.
    void refresh(QObject *context, RefreshDone done);

Q_SIGNALS:
    void changed(); ///< server, token or partner
    void signedIn(); ///< a token came, and there was none before or the old one had been refused
    void signedOut();

private:
    void finishRefresh(const Expected<void> &renewed);

    struct Waiter {
        QPointer<QObject> context;
        RefreshDone done;
    };
    Kind m_kind = Kind::Embedded;
    QUrl m_baseUrl;
    QString m_token;
    QString m_place;
    PartnerId m_partner;
    Refresher m_refresher;
    std::vector<Waiter> m_waiters;
    bool m_refreshing = false;
};

} // namespace groundswell
