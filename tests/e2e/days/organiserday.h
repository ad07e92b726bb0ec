#pragma once

#include "app/service/service.h"
#include "tests/service/http/servicefixture.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTimeZone>

#include <atomic>
#include <memory>

namespace groundswell::test {

/// When and where an organiser works.
struct Moment {
    QDate day; ///< in the zone
    QTime time;
    QByteArray zone; ///< IANA
    int number = 0; ///< gives the sample's seed and the variants of the path

    [[nodiscard]] QDateTime utc() const { return QDateTime(day, time, QTimeZone(zone)).toUTC(); }
    [[nodiscard]] QString text() const;
};

/// Plays an organiser's whole path at one moment, without windows: an invented organiser's files are imported
/// into a new workspace, an event is planned, set up and published, a package is built and evaluated, and
/// time passes until the campaigns are over and the package has expired. The service is the real one behind
/// HTTP, with its clock under the test's control; the steps of the wizard are done with the models that it is
/// made of.
class OrganiserDay {
public:
    explicit OrganiserDay(const Moment &moment);

    /// What didn't hold; empty = everything.
    [[nodiscard]] QString play();

private:
    using Client = service::ContractClient;

    void startService();
    [[nodiscard]] QDate today() const; ///< by the clock, in the organiser's zone
    [[nodiscard]] QDate dayOf(const QJsonValue &time) const; ///< of a time in the contract's form
    void turnClockTo(const QDateTime &time) { *m_now = time.toMSecsSinceEpoch(); }

    void typeInSettings();
    void importSample();
    void lookAtTheList();
    void chooseEvent();
    /// The part of what a campaign needs that is missing; empty = nothing.
    [[nodiscard]] QString whatLacks(const QJsonObject &event);
    void plan();
    void setUp();
    void judgeAsTheWizard() const;
    void publish();
    void buildPackage();
    void evaluatePackage();
    void letTheCampaignsEnd();
    void letThePackageExpire();

    Moment m_moment;
    QTimeZone m_zone;
    QTemporaryDir m_folder;
    std::shared_ptr<std::atomic<qint64>> m_now; ///< ms since 1970
    std::unique_ptr<service::Service> m_service;
    std::unique_ptr<Client> m_client;
    QJsonObject m_event;
    QByteArray m_path; ///< of the event, in URLs
    QJsonObject m_limits; ///< of the budget
    QJsonObject m_row; ///< the setup
    QByteArray m_package; ///< its path
    QDateTime m_built;
};

} // namespace groundswell::test
