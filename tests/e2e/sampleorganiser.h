#pragma once

#include "tests/e2e/csvtable.h"
#include "tests/e2e/httpuser.h"

#include <QDate>
#include <QString>

namespace groundswell::test {

/// The sample organiser, generated and imported by the real program once for each test program, and its files
/// as the tests read them for themselves.
class SampleOrganiser {
public:
    /// Fatal if the program can't make it: no test can go on.
    [[nodiscard]] static const SampleOrganiser &shared();

    [[nodiscard]] const QString &workspace() const { return m_workspace; }
    [[nodiscard]] QString file(const char *name) const;
    [[nodiscard]] const CsvTable &events() const { return m_events; }
    [[nodiscard]] const CsvTable &sales() const { return m_sales; }
    [[nodiscard]] const CsvTable &customers() const { return m_customers; }
    [[nodiscard]] const QJsonObject &importReport() const { return m_importReport; }

private:
    SampleOrganiser();
    QString m_folder;
    QString m_workspace;
    CsvTable m_events;
    CsvTable m_sales;
    CsvTable m_customers;
    QJsonObject m_importReport;
};

/// Ids of events that begin in more than two weeks and have a fifth of their seats free, the earliest first:
/// a date alone doesn't make an event that can be planned for.
[[nodiscard]] QStringList upcomingEvents(HttpUser &user);

/// One of them with at least three clusters, and a budget between the limits for them.
[[nodiscard]] QString eventForSeveralClusters(HttpUser &user);

/// A draft of \a event that can be published, for two clusters, from the service's own proposals; needs
/// typeInAccounts().
[[nodiscard]] QJsonObject completeSetup(HttpUser &user, const QString &event);
/// What an organiser types into Preferences, because a workspace has no ad platform to ask.
[[nodiscard]] Answer typeInAccounts(HttpUser &user);
/// Makes the draft and publishes it.
[[nodiscard]] Answer boost(HttpUser &user, const QString &event);

/// Minor units of a decimal with two places.
[[nodiscard]] qint64 cents(const QString &decimal);
[[nodiscard]] qint64 cents(const QJsonValue &decimal);

} // namespace groundswell::test
