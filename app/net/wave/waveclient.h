#pragma once

#include "app/net/rest/requesthandle.h"
#include "app/net/wave/setuprow.h"
#include "models/wave/attributionmodel.h"
#include "models/wave/campaign.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"
#include "models/wave/local/localsettings.h"
#include "models/wave/package.h"
#include "models/wave/setupprocess.h"

#include <QJsonObject>

#include <functional>
#include <optional>

class QIODevice;
class QObject;

namespace groundswell {

class RestClient;

template <class T> using Callback = std::function<void(Expected<T>)>;

// Values of single calls; whoever makes the call includes its value's header (models/wave/calls,
// models/wave/local).
enum class AttributionModel;
enum class TaskState;
struct AdInsights;
struct AdSpend;
struct CampaignAddition;
struct CampaignCounts;
struct CityVenues;
struct ClusterQualityState;
struct ImportPreview;
struct ImportProgress;
struct ImportRequest;
struct PlanQuestion;
struct SalesAdjustment;
struct TasteRunState;
struct TransactionSummary;
struct UploadedMedia;

/// One method per endpoint of the Wave API. Each takes a context and a callback with the typed answer, and
/// returns the handle that keeps the call alive: drop it and the callback never comes. Answers are parsed
/// defensively; what the contract doesn't allow is Problem::Protocol with a JSON pointer. Paths, trailing
/// slashes and query names as documented (wave-api 2); shapes that the documentation leaves open are listed
/// in assumed.h. Belongs to one thread; \a rest must outlive it.
class WaveClient {
public:
    explicit WaveClient(RestClient &rest);

    /// Currency of amounts that come without one: the partner's (GET /partners/). Set once it is known.
    void setCurrency(const QString &currency) { m_currency = currency; }
    [[nodiscard]] const QString &currency() const { return m_currency; }
    [[nodiscard]] RestClient &rest() const { return m_rest; }

    // Partner and permissions (2.2)
    RequestHandle partner(QObject *context, Callback<Partner> callback);
    RequestHandle permissions(QObject *context, Callback<QStringList> callback);
    RequestHandle setPartnerAttributionModel(AttributionModel model, QObject *context,
                                             Callback<void> callback);
    RequestHandle attributionDefaults(const PartnerId &partner, QObject *context,
                                      Callback<AttributionSettings> callback);
    RequestHandle setAttributionDefaults(const PartnerId &partner, const AttributionSettings &details,
                                         QObject *context, Callback<void> callback);

    // Events (2.3)
    RequestHandle events(const EventQuery &query, QObject *context, Callback<Page<Event>> callback);
    RequestHandle event(const EventId &eid, QObject *context, Callback<Event> callback);
    RequestHandle statistics(QObject *context, Callback<EventStatistics> callback);
    RequestHandle eventStatistics(const EventId &eid, QObject *context, Callback<EventStatistics> callback);
    RequestHandle flaggedCount(QObject *context, Callback<int> callback);
    RequestHandle venues(const QStringList &cities, QObject *context,
                         Callback<std::vector<CityVenues>> callback);
    RequestHandle clusters(const EventId &eid, QObject *context, Callback<ClusterRun> callback);
    /// As they were shown at an earlier run (extension; elsewhere the latest run comes).
    RequestHandle clusters(const EventId &eid, TcRunId run, QObject *context, Callback<ClusterRun> callback);
    RequestHandle series(const EventId &eid, QObject *context, Callback<std::vector<Event>> callback);
    RequestHandle setSeries(const EventId &eid, const std::vector<EventId> &siblings, QObject *context,
                            Callback<void> callback);
    RequestHandle setFrontendStatus(const EventId &eid, const OpenEnum<FrontendStatus> &status,
                                    QObject *context, Callback<void> callback);
    RequestHandle attributionModel(const EventId &eid, QObject *context,
                                   Callback<OpenEnum<AttributionModel>> callback);
    RequestHandle setAttributionModel(const EventId &eid, AttributionModel model, QObject *context,
                                      Callback<void> callback);

    // Planning helpers (2.4, 9.4)
    RequestHandle campaignDefaults(const EventId &eid, QObject *context, Callback<CampaignDefaults> callback);
    RequestHandle suggestedClusters(const EventId &eid, const PlanQuestion &plan, QObject *context,
                                    Callback<std::vector<SuggestedCluster>> callback);
    RequestHandle expectedValue(const EventId &eid, const PlanQuestion &plan, QObject *context,
                                Callback<ExpectedValue> callback);
    RequestHandle budgetLimits(const EventId &eid, const PlanQuestion &plan, QObject *context,
                               Callback<BudgetLimits> callback);
    RequestHandle callToActions(const OpenEnum<Goal> &goal, bool hasPixel, const QString &leadFormId,
                                QObject *context, Callback<std::vector<Choice>> callback);
    RequestHandle conversionEventTypes(const QString &adAccountId, const QString &pixelId, QObject *context,
                                       Callback<std::vector<Choice>> callback);

    // The draft (2.5, 9.3)
    RequestHandle setup(const EventId &eid, QObject *context, Callback<SetupRow> callback);
    RequestHandle createSetup(const SetupWrite &write, QObject *context, Callback<SetupRow> callback);
    /// Replaces the whole row. Never repeated by the client: the saver decides.
    RequestHandle putSetup(const SetupWrite &write, QObject *context, Callback<SetupRow> callback);
    RequestHandle cancelSetup(const EventId &eid, QObject *context, Callback<void> callback);
    /// Publishes the row of \a setup's event. None where the service only says that it did. What the service
    /// leaves out of its campaigns is as \a setup has it.
    RequestHandle boost(const SetupProcess &setup, QObject *context,
                        Callback<std::vector<Campaign>> callback);
    /// What the service itself says is published, in the manner of boost(): never an answer from memory.
    RequestHandle publishedCampaigns(const SetupProcess &setup, QObject *context,
                                     Callback<std::vector<Campaign>> callback);
    /// Throws the published campaigns away and goes back to a draft.
    RequestHandle resetSetup(const EventId &eid, QObject *context, Callback<void> callback);

    // Published campaigns (2.6, 9.5, 9.7)
    RequestHandle campaigns(const EventId &eid, QObject *context, Callback<std::vector<Campaign>> callback);
    RequestHandle editCampaign(const CampaignEdit &edit, QObject *context, Callback<Campaign> callback);
    RequestHandle addCampaign(const CampaignAddition &addition, QObject *context,
                              Callback<Campaign> callback);
    RequestHandle changeRuntimeBudget(const EventId &eid, const Money &totalBudget, const QDate &endDate,
                                      QObject *context, Callback<void> callback);
    RequestHandle campaignCounts(QObject *context, Callback<CampaignCounts> callback);
    RequestHandle setCampaignRunState(const EventId &eid, CampaignRunState state, QObject *context,
                                      Callback<void> callback);
    RequestHandle runStateTask(const EventId &eid, QObject *context, Callback<OpenEnum<TaskState>> callback);
    RequestHandle setCampaignOptimisation(const EventId &eid, Switch value, QObject *context,
                                          Callback<void> callback);
    RequestHandle setAdOptimisation(const EventId &eid, Switch value, QObject *context,
                                    Callback<void> callback);
    RequestHandle campaignResults(const EventId &eid, QObject *context, Callback<CampaignResults> callback);
    RequestHandle adInsights(const EventId &eid, QObject *context, Callback<AdInsights> callback);
    RequestHandle salesAdjustments(const EventId &eid, QObject *context,
                                   Callback<std::vector<SalesAdjustment>> callback);
    RequestHandle addSalesAdjustment(const EventId &eid, qint64 purchases, const Money &revenue,
                                     QObject *context, Callback<void> callback);
    RequestHandle removeSalesAdjustment(const QString &id, QObject *context, Callback<void> callback);

    // Ad platform (2.7, 9.6)
    RequestHandle adConnection(QObject *context, Callback<ConnectionStatus> callback);
    RequestHandle adAssets(QObject *context, Callback<AdAssets> callback);
    RequestHandle searchPlaces(const QString &text, const QString &type, QObject *context,
                               Callback<std::vector<GeoPlace>> callback);

    // Packages and their evaluation (2.8, 9.8)
    RequestHandle packages(QObject *context, Callback<std::vector<AudiencePackage>> callback);
    RequestHandle package(const PackageId &id, QObject *context, Callback<AudiencePackage> callback);
    RequestHandle createPackage(const PackageRequest &request, QObject *context,
                                Callback<PackageId> callback);
    RequestHandle mergePackages(const std::vector<PackageId> &ids, QObject *context,
                                Callback<PackageId> callback);
    RequestHandle regeneratePackage(const PackageId &id, QObject *context, Callback<void> callback);
    RequestHandle attributionSettings(const PackageId &id, QObject *context,
                                      Callback<AttributionSettings> callback);
    /// Starts a new evaluation on the server.
    RequestHandle setAttributionSettings(const PackageId &id, const AttributionSettings &details,
                                         QObject *context, Callback<void> callback);
    RequestHandle packageEvaluation(const PackageId &id, QObject *context,
                                    Callback<PackageEvaluation> callback);
    /// Streams the CSV into \a sink, which must stay open until the callback; after a failure what was
    /// written is not a list.
    RequestHandle customerList(const PackageId &id, const ClusterName &tc, QIODevice *sink, QObject *context,
                               Callback<void> callback);

    // Sales and media (2.10, 2.11)
    RequestHandle sendTransactionSummary(const TransactionSummary &summary, QObject *context,
                                         Callback<void> callback);
    /// Uploads a file of up to 50 MB. A file that can't be read is Problem::Rejected with
    /// `error.client.file_unreadable`.
    RequestHandle uploadMedia(const QString &filePath, QObject *context,
                              std::function<void(qint64 sent, qint64 total)> progress,
                              Callback<UploadedMedia> callback);

    // The embedded service's own: the workspace's settings and imports (never offered by the real service)
    RequestHandle localSettings(QObject *context, Callback<LocalSettings> callback);
    /// Sends what differs (changesJson()); answers with what is stored now.
    RequestHandle setLocalSettings(const LocalSettings &before, const LocalSettings &after, QObject *context,
                                   Callback<LocalSettings> callback);
    RequestHandle adSpend(const EventId &eid, QObject *context, Callback<std::vector<AdSpend>> callback);
    RequestHandle addAdSpend(const AdSpend &spend, QObject *context, Callback<AdSpend> callback);
    RequestHandle removeAdSpend(const QString &id, QObject *context, Callback<void> callback);
    /// First rows and a guessed mapping of the files named in \a request.
    RequestHandle previewImport(const ImportRequest &request, QObject *context,
                                Callback<ImportPreview> callback);
    /// Starts an import job and answers its id.
    RequestHandle startImport(const ImportRequest &request, QObject *context, Callback<QString> callback);
    RequestHandle importProgress(const QString &id, QObject *context, Callback<ImportProgress> callback);
    RequestHandle cancelImport(const QString &id, QObject *context, Callback<void> callback);
    /// The package is FAILED then, with `error.package.cancelled` as its reason.
    RequestHandle cancelPackageBuild(const PackageId &id, QObject *context, Callback<void> callback);
    RequestHandle tasteRun(QObject *context, Callback<TasteRunState> callback);
    RequestHandle cancelTasteRun(QObject *context, Callback<void> callback);
    /// \a from: the earlier run.
    RequestHandle clusterMatches(const EventId &eid, TcRunId from, QObject *context,
                                 Callback<ClusterMatches> callback);
    /// How good the latest run's clusters are, or how far the report of it is.
    RequestHandle clusterQuality(QObject *context, Callback<ClusterQualityState> callback);
    /// Starts to compute it, where it isn't there yet.
    RequestHandle startClusterQuality(QObject *context, Callback<ClusterQualityState> callback);
    RequestHandle cancelClusterQuality(QObject *context, Callback<void> callback);

private:
    RestClient &m_rest;
    QString m_currency;
};

} // namespace groundswell
