#pragma once

#include "app/net/waveclient.h"
#include "models/draft/setupdraft.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <set>

namespace groundswell {

class Calendar;
class WizardContext;

/// Brings the wizard what it must read beside the draft: clusters, suggestions, limits, estimate, words for
/// buttons and conversions, accounts, places, media. Asks again when the plan changes, after a short pause,
/// and drops what was under way. Nothing here writes to the service but uploads, and nothing writes to the
/// draft but a finished upload.
class WizardFeed : public QObject {
    Q_OBJECT
public:
    WizardFeed(WaveClient &client, const SetupDraft &draft, WizardContext &context, Calendar &calendar,
               QObject *parent = nullptr);
    ~WizardFeed() override;

    void start(const Event &event);
    /// The accounts once more before publishing; \a done is called in any case.
    void refreshAssets(const std::function<void()> &done);
    /// The data behind the clusters may have moved on: looks whether there is a newer run. The draft stays on
    /// its own.
    void refreshRuns();

public Q_SLOTS:
    void planChanged();
    void searchPlaces(const QString &text);
    void uploadMedia(const groundswell::ClusterRef &cluster, int index, const QString &path);
    void cancelUpload(const groundswell::ClusterRef &cluster, int index);

Q_SIGNALS:
    /// To be written into the creative; the picture is in the context already.
    void mediaUploaded(const groundswell::ClusterRef &cluster, int index,
                       const groundswell::UploadedMedia &media);

private:
    using Place = std::pair<ClusterRef, int>; ///< one creative's place for a picture

    void readPartner();
    void showToday();
    void readLatestRun();
    void readDraftsRun(TcRunId run);
    void showRuns();
    [[nodiscard]] bool isLocal() const;
    void readOverlaps(TcRunId from);
    void readPlan();
    void readChoices();
    void draftChanged(DraftFields fields);
    void showMedia();
    void fetchPicture(const QString &mediaUrl);
    void takeUpload(const Place &place, const QString &path, const Expected<UploadedMedia> &media);

    WaveClient &m_client;
    const SetupDraft &m_draft;
    WizardContext &m_context;
    Calendar &m_calendar;
    EventId m_eid;
    QTimer m_pause;
    std::optional<ClusterRun> m_latest;
    std::map<TcRunId, std::optional<ClusterRun>> m_runs; ///< unset = asked for; see m_lost
    std::set<TcRunId> m_lost; ///< runs that the service doesn't know any more
    RequestHandle m_partner, m_clusters, m_draftsClusters, m_overlaps, m_suggestions, m_limits, m_estimate,
        m_callsToAction, m_eventTypes, m_assets, m_connection, m_places;
    std::map<Place, RequestHandle> m_uploads;
    std::map<QString, RequestHandle> m_pictures; ///< by media URL; also remembers what was tried
};

} // namespace groundswell
