#include "app/look/texts/problemtext.h"

#include "app/look/texts/workspacetext.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

namespace groundswell {
namespace {

class Texts {
    Q_DECLARE_TR_FUNCTIONS(groundswell::ProblemText)
public:
    /// Sentences for keys of the service that say more than the status does.
    static QString forKey(const QString &key)
    {
        if (key == QLatin1StringView("error.auth.invalid_credentials"))
            return tr("The user name or the password is wrong.");
        if (key == QLatin1StringView("error.auth.account_disabled"))
            return tr("This account is suspended.");
        if (key == QLatin1StringView("error.auth.mfa_required"))
            return tr("The account asks for a second factor.");
        if (key == QLatin1StringView("error.auth.mfa_code_invalid"))
            return tr("The code is wrong or no longer valid.");
        if (key == QLatin1StringView("error.auth.not_authorized"))
            return tr("Your account is not allowed to do this.");
        if (key == QLatin1StringView("error.event.not_found"))
            return tr("The event no longer exists.");
        if (key == QLatin1StringView("error.run.not_found"))
            return tr("These clusters are no longer kept.");
        if (key == QLatin1StringView("error.taste.cancelled"))
            return tr("The computation was stopped. Refresh to start it again.");
        if (key == QLatin1StringView("error.package.not_found"))
            return tr("The package no longer exists.");
        if (key == QLatin1StringView("error.package.expired"))
            return tr("The package has expired and its customer lists were deleted.");
        if (key == QLatin1StringView("error.campaign.setup_invalid"))
            return tr("The service does not accept the setup as it is.");
        if (key == QLatin1StringView("error.setup.exists"))
            return tr("There is already a setup for this event.");
        if (key == QLatin1StringView("error.setup.frozen"))
            return tr("The setup is published and can only be edited per cluster.");
        if (key == QLatin1StringView("error.setup.changed"))
            return tr("Someone else has changed the setup in the meantime.");
        if (key == QLatin1StringView("error.setup.stale"))
            return tr("A newer version of the setup is already stored.");
        if (key == QLatin1StringView("error.client.answer_too_large"))
            return tr("The service’s answer is larger than this program takes, and was not read.");
        if (key == QLatin1StringView("error.client.never_settles"))
            return tr("The service keeps changing what it was just sent.");
        return {};
    }

    static QString forKind(const Problem &problem)
    {
        switch (problem.kind) {
        case Problem::Kind::Offline:
            return tr("The service can’t be reached.");
        case Problem::Kind::Proxy:
            return tr("The proxy server refused the connection.");
        case Problem::Kind::Tls:
            return tr("The connection to the service is not secure, so nothing was sent.");
        case Problem::Kind::Timeout:
            return tr("The service did not answer in time.");
        case Problem::Kind::Unauthorized:
            return tr("You are no longer signed in.");
        case Problem::Kind::Forbidden:
            return tr("Your account has no access to this.");
        case Problem::Kind::NotFound:
            return tr("What was asked for does not exist.");
        case Problem::Kind::Conflict:
            return tr("It was changed by someone else in the meantime.");
        case Problem::Kind::Gone:
            return tr("It has expired and is no longer available.");
        case Problem::Kind::Rejected:
            return tr("The service did not accept the data.");
        case Problem::Kind::RateLimited:
            return tr("Too many requests were sent in a short time.");
        case Problem::Kind::ServerFault:
            return tr("The service has a fault of its own.");
        case Problem::Kind::Protocol:
            return tr("The service gave an answer that this version can’t read.");
        }
        return {};
    }

    static QString advice(const Problem &problem)
    {
        switch (problem.kind) {
        case Problem::Kind::Offline:
            return tr("Check the network connection and try again.");
        case Problem::Kind::Proxy:
            return tr("Check the proxy settings of this computer.");
        case Problem::Kind::Tls:
            return tr(
                "Check the date of this computer, and ask your administrator whether the network inspects "
                "encrypted connections.");
        case Problem::Kind::Timeout:
        case Problem::Kind::ServerFault:
            return tr("Try again in a moment.");
        case Problem::Kind::RateLimited:
            if (problem.retryAfter)
                return tr("Try again in %n second(s).", nullptr,
                          static_cast<int>(problem.retryAfter->count()));
            return tr("Wait a few seconds and try again.");
        case Problem::Kind::Unauthorized:
            if (problem.messageKey == QLatin1StringView("error.auth.invalid_credentials"))
                return tr("Check both and try again.");
            return tr("Sign in again.");
        case Problem::Kind::Forbidden:
            return tr("Check which partner is selected, or ask your administrator for access.");
        case Problem::Kind::Conflict:
            return tr("Load it again and repeat the change.");
        case Problem::Kind::Gone:
            return tr("Build it anew.");
        case Problem::Kind::Rejected:
            return tr("Check the entries that are marked.");
        case Problem::Kind::Protocol:
            return tr("Check for an update of this program.");
        case Problem::Kind::NotFound:
            return tr("Go back to the list and load it again.");
        }
        return {};
    }
};

QString joined(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString problemReason(const Problem &problem)
{
    if (const auto text = WorkspaceText::of(problem))
        return text->reason;
    const QString own = Texts::forKey(problem.messageKey);
    return own.isEmpty() ? Texts::forKind(problem) : own;
}

QString problemAdvice(const Problem &problem)
{
    const auto text = WorkspaceText::of(problem);
    return text ? text->advice : Texts::advice(problem);
}

QString problemText(const QString &whatHappened, const Problem &problem)
{
    return joined({whatHappened, problemReason(problem), problemAdvice(problem)});
}

} // namespace groundswell
