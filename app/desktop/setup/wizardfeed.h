#pragma once

#include "app/net/wave/waveclient.h"
#include "models/draft/setupdraft.h"
#include "models/wave/calls/planquestion.h"
#include "models/wave/calls/uploadedmedia.h"
#include "wizard/shell/wizardcontext.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <set>

namespace groundswell {

class Calendar;

/// Brings the wizard what it must read beside the draft: the event, clusters, suggestions, limits, estimate,
/// words for buttons and conversions, accounts, places, media. Everything arrives when it arrives, and what
/// doesn't is said in the context, by part. Asks again when the plan changes, after a short pause. Nothing
/// here writes to the service but uploads, and nothing writes to the draft; what would is told by a signal.
///
/// A service that computes a run holds every question about the plan until it is there. They are asked one
/// after another, and never anew before the one under way is answered: the network layer has six connections
/// for one service, and the save of what is typed must find one.
class WizardFeed : public QObject {
    Q_OBJECT
public:
    WizardFeed(WaveClient &client, const SetupDraft &draft, WizardContext &context, Calendar &calendar,
               QObject *parent = nullptr);
    ~WizardFeed() override;

    void start(const EventId &eid);
    /// For a new draft: ends with proposed(), or with the problem in the context.
    void readProposal();
    /// The accounts once more before publishing; \a done is called in any case.
    void refreshAssets(const std::function<void()> &done);
    /// The data behind the clusters may have moved on: looks whether there is a newer run. The draft stays on
    /// its own.
    void refreshRuns();

public Q_SLOTS:
    /// Asks once more for what failed.
    void retry(groundswell::WizardContext::Part part);
    void planChanged();
    void searchPlaces(const QString &text);
    void uploadMedia(const groundswell::ClusterRef &cluster, int index, const QString &path);
    void cancelUpload(const groundswell::ClusterRef &cluster, int index);

Q_SIGNALS:
    /// What the service proposes for a new draft.
    void proposed(const groundswell::SetupProcess &proposal);
    /// To be written into the creative; the picture is in the context already.
    void mediaUploaded(const groundswell::ClusterRef &cluster, int index,
                       const groundswell::UploadedMedia &media);

private:
    using Place = std::pair<ClusterRef, int>; ///< one creative's place for a picture

    void readEvent();
    void readPartner();
    void showToday();
    void readLatestRun();
    void readDraftsRun(TcRunId run);
    void showRuns();
    [[nodiscard]] bool isLocal() const;
    void readOverlaps(TcRunId from);
    void readPlan();
    void askPlan();
    void askLimits();
    void askEstimate();
    void askSuggestions();
    template <class T> void planAnswered(WizardContext::Part part, const Expected<T> &answer);
    void goOn(void (WizardFeed::*next)());
    void endPlan();
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
    PlanQuestion m_plan; ///< being asked
    bool m_isPlanning = false;
    bool m_isPlanOld = false; ///< the draft's has changed since it was asked
    std::optional<ClusterRun> m_latest;
    std::map<TcRunId, std::optional<ClusterRun>> m_runs; ///< unset = asked for; see m_lost
    std::set<TcRunId> m_lost; ///< runs that the service doesn't know any more
    RequestHandle m_event, m_proposal, m_partner, m_clusters, m_draftsClusters, m_overlaps, m_suggestions,
        m_limits, m_estimate, m_callsToAction, m_eventTypes, m_assets, m_connection, m_places;
    std::map<Place, RequestHandle> m_uploads;
    std::map<QString, RequestHandle> m_pictures; ///< by media URL; also remembers what was tried
};

} // namespace groundswell
