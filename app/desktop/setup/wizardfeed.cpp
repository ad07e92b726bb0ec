#include "app/desktop/setup/wizardfeed.h"

#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "models/draft/newerclusters.h"
#include "models/time/calendar.h"
#include "wizard/shell/wizardcontext.h"

#include <QFileInfo>
#include <QPixmap>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {

using Part = WizardContext::Part;
constexpr auto PlanPause = 400ms;
constexpr qint64 LargestPicture =
    30LL * 1024 * 1024; // what the ad platform takes (product limits for images)

bool hasPixel(const SetupProcess &setup)
{
    return std::any_of(setup.integrationDetails.begin(), setup.integrationDetails.end(),
                       [](const IntegrationDetails &details) { return !details.pixelId.isEmpty(); });
}

} // namespace

WizardFeed::WizardFeed(WaveClient &client, const SetupDraft &draft, WizardContext &context,
                       Calendar &calendar, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_draft(draft)
    , m_context(context)
    , m_calendar(calendar)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(PlanPause);
    connect(&m_pause, &QTimer::timeout, this, &WizardFeed::readPlan);
    connect(&m_calendar, &Calendar::changed, this, &WizardFeed::showToday);
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) { draftChanged(fields); });
}

WizardFeed::~WizardFeed() = default;

void WizardFeed::start(const EventId &eid)
{
    m_eid = eid;
    readEvent();
    m_context.setCurrency(m_client.currency());
    showToday();
    readPartner();
    m_context.setAssumptionsEditable(isLocal());
    refreshRuns();
    refreshAssets({});
    readPlan();
    readChoices();
    showMedia();
}

void WizardFeed::retry(Part part)
{
    switch (part) {
    case Part::Event:
        readEvent();
        return;
    case Part::Proposal:
        readProposal();
        return;
    case Part::Clusters:
        readLatestRun();
        return;
    case Part::BudgetLimits:
    case Part::ExpectedValue:
    case Part::Suggestions:
        readPlan();
        return;
    case Part::CallsToAction:
    case Part::EventTypes:
        readChoices();
        return;
    case Part::Assets:
        refreshAssets({});
        return;
    case Part::GeoSearch:
        return; // with the next letter
    }
}

void WizardFeed::readEvent()
{
    m_context.setLoading(Part::Event, true);
    m_event = m_client.event(m_eid, this, [this](const Expected<Event> &event) {
        m_context.setLoading(Part::Event, false);
        m_context.setProblem(Part::Event, event ? std::nullopt : std::optional(event.error()));
        if (event)
            m_context.setEvent(*event);
    });
}

void WizardFeed::readProposal()
{
    m_context.setLoading(Part::Proposal, true);
    m_proposal = m_client.campaignDefaults(m_eid, this, [this](const Expected<CampaignDefaults> &defaults) {
        m_context.setLoading(Part::Proposal, false);
        m_context.setProblem(Part::Proposal, defaults ? std::nullopt : std::optional(defaults.error()));
        if (defaults)
            Q_EMIT proposed(defaults->values);
    });
}

void WizardFeed::readPartner()
{
    m_partner = m_client.partner(this, [this](const Expected<Partner> &partner) {
        if (!partner)
            return;
        m_client.setCurrency(partner->currency);
        m_context.setCurrency(partner->currency);
        m_calendar.setZone(partner->timeZone);
    });
}

void WizardFeed::showToday()
{
    m_context.setToday(m_calendar.today(), QString::fromUtf8(m_calendar.zone().id()));
}

bool WizardFeed::isLocal() const
{
    return m_client.rest().session().kind() == Session::Kind::Embedded;
}

void WizardFeed::refreshRuns()
{
    // What the draft was planned with is there at once; the latest run may have to be computed first.
    showRuns();
    readLatestRun();
}

void WizardFeed::readLatestRun()
{
    if (!m_context.clusters())
        m_context.setLoading(Part::Clusters, true);
    m_clusters = m_client.clusters(m_eid, this, [this](const Expected<ClusterRun> &run) {
        m_context.setLoading(Part::Clusters, false);
        m_context.setProblem(Part::Clusters, run ? std::nullopt : std::optional(run.error()));
        if (!run)
            return;
        m_latest = *run;
        m_runs.insert_or_assign(run->tcRunId, *run);
        showRuns();
    });
}

void WizardFeed::readDraftsRun(TcRunId run)
{
    m_runs.emplace(run, std::nullopt);
    m_draftsClusters = m_client.clusters(m_eid, run, this, [this, run](const Expected<ClusterRun> &found) {
        // A service that doesn't keep runs answers with its latest, or not at all.
        const bool isLost = !found
            && (found.error().kind == Problem::Kind::NotFound || found.error().kind == Problem::Kind::Gone);
        if (!found && !isLost) {
            m_runs.erase(run); // asked for again with the next try
            m_context.setLoading(Part::Clusters, false);
            m_context.setProblem(Part::Clusters, found.error());
            return;
        }
        if (found && found->tcRunId == run)
            m_runs.insert_or_assign(run, *found);
        else
            m_lost.insert(run);
        showRuns();
    });
}

void WizardFeed::showRuns()
{
    const TcRunId wanted = runOf(m_draft.data());
    if (wanted > 0 && !m_runs.contains(wanted))
        readDraftsRun(wanted);
    const auto own = m_runs.find(wanted);
    const bool known = own != m_runs.end() && own->second;
    const ClusterRun *shown = known                            ? &*own->second
        : m_latest && (wanted == 0 || m_lost.contains(wanted)) ? &*m_latest
                                                               : nullptr;
    if (!shown)
        return;
    m_context.setLoading(Part::Clusters, false);
    if (!m_context.clusters() || m_context.clusters()->tcRunId != shown->tcRunId)
        m_context.setClusters(*shown);
    const bool newer = wanted > 0 && m_latest && m_latest->tcRunId > wanted;
    const TcRunId offered = m_context.newerRun() ? m_context.newerRun()->tcRunId : 0;
    if (offered == (newer ? m_latest->tcRunId : 0))
        return;
    m_context.setNewerRun(newer ? m_latest : std::nullopt);
    if (newer && isLocal())
        readOverlaps(wanted);
}

void WizardFeed::readOverlaps(TcRunId from)
{
    m_overlaps = m_client.clusterMatches(m_eid, from, this, [this](const Expected<ClusterMatches> &matches) {
        const auto &newer = m_context.newerRun();
        if (matches && newer && matches->to == newer->tcRunId && matches->from == runOf(m_draft.data()))
            m_context.setOverlaps(matches->overlaps);
    });
}

void WizardFeed::planChanged()
{
    m_pause.start();
}

void WizardFeed::readPlan()
{
    m_pause.stop();
    m_isPlanOld = m_isPlanning;
    if (!m_isPlanning)
        askPlan();
}

void WizardFeed::askPlan()
{
    m_isPlanning = true;
    m_isPlanOld = false;
    m_plan = PlanQuestion::of(m_draft.data());
    m_context.setLoading(Part::BudgetLimits, true);
    m_context.setLoading(Part::ExpectedValue, m_plan.budget.has_value());
    m_context.setLoading(Part::Suggestions, true);
    askLimits();
}

template <class T> void WizardFeed::planAnswered(Part part, const Expected<T> &answer)
{
    m_context.setLoading(part, m_isPlanOld);
    m_context.setProblem(part, answer ? std::nullopt : std::optional(answer.error()));
}

void WizardFeed::goOn(void (WizardFeed::*next)())
{
    if (m_isPlanOld)
        askPlan();
    else
        (this->*next)();
}

void WizardFeed::askLimits()
{
    m_limits = m_client.budgetLimits(m_eid, m_plan, this, [this](const Expected<BudgetLimits> &limits) {
        planAnswered(Part::BudgetLimits, limits);
        if (limits)
            m_context.setBudgetLimits(*limits);
        goOn(&WizardFeed::askEstimate);
    });
}

void WizardFeed::askEstimate()
{
    if (!m_plan.budget) {
        m_context.setProblem(Part::ExpectedValue, std::nullopt);
        m_context.setExpectedValue(std::nullopt);
        askSuggestions();
        return;
    }
    m_estimate = m_client.expectedValue(m_eid, m_plan, this, [this](const Expected<ExpectedValue> &value) {
        planAnswered(Part::ExpectedValue, value);
        m_context.setExpectedValue(value ? std::optional(*value) : std::nullopt);
        goOn(&WizardFeed::askSuggestions);
    });
}

void WizardFeed::askSuggestions()
{
    m_suggestions = m_client.suggestedClusters(
        m_eid, m_plan, this, [this](const Expected<std::vector<SuggestedCluster>> &suggested) {
            planAnswered(Part::Suggestions, suggested);
            if (suggested)
                m_context.setSuggestions(*suggested);
            goOn(&WizardFeed::endPlan);
        });
}

void WizardFeed::endPlan()
{
    m_isPlanning = false;
}

void WizardFeed::readChoices()
{
    const SetupProcess &setup = m_draft.data();
    m_context.setLoading(Part::CallsToAction, true);
    m_callsToAction = m_client.callToActions(setup.goal, hasPixel(setup), setup.leadFormId, this,
                                             [this](const Expected<std::vector<Choice>> &choices) {
                                                 m_context.setLoading(Part::CallsToAction, false);
                                                 m_context.setProblem(
                                                     Part::CallsToAction,
                                                     choices ? std::nullopt : std::optional(choices.error()));
                                                 if (choices)
                                                     m_context.setCallsToAction(*choices);
                                             });
    const IntegrationDetails first =
        setup.integrationDetails.empty() ? IntegrationDetails() : setup.integrationDetails.front();
    m_context.setLoading(Part::EventTypes, true);
    m_eventTypes = m_client.conversionEventTypes(
        first.adAccountId, first.pixelId, this, [this](const Expected<std::vector<Choice>> &choices) {
            m_context.setLoading(Part::EventTypes, false);
            m_context.setProblem(Part::EventTypes, choices ? std::nullopt : std::optional(choices.error()));
            if (choices)
                m_context.setEventTypes(*choices);
        });
}

void WizardFeed::refreshAssets(const std::function<void()> &done)
{
    m_context.setLoading(Part::Assets, true);
    m_connection = m_client.adConnection(this, [this](const Expected<ConnectionStatus> &status) {
        if (status)
            m_context.setConnection(*status);
    });
    m_assets = m_client.adAssets(this, [this, done](const Expected<AdAssets> &assets) {
        m_context.setLoading(Part::Assets, false);
        m_context.setProblem(Part::Assets, assets ? std::nullopt : std::optional(assets.error()));
        if (assets)
            m_context.setAssets(*assets);
        if (done)
            done();
    });
}

void WizardFeed::draftChanged(DraftFields fields)
{
    if (fields & (DraftField::Integrations | DraftField::Goal))
        readChoices();
    if (fields & DraftField::Clusters)
        showRuns(); // moved to another run, or back by undo
    if (fields & DraftField::Creatives)
        showMedia();
}

void WizardFeed::searchPlaces(const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    m_context.setLoading(Part::GeoSearch, true);
    m_places =
        m_client.searchPlaces(text, {}, this, [this, text](const Expected<std::vector<GeoPlace>> &places) {
            m_context.setLoading(Part::GeoSearch, false);
            m_context.setProblem(Part::GeoSearch, places ? std::nullopt : std::optional(places.error()));
            if (places)
                m_context.setGeoResults(text, *places);
        });
}

void WizardFeed::uploadMedia(const ClusterRef &cluster, int index, const QString &path)
{
    const Place place{cluster, index};
    const QString name = QFileInfo(path).fileName();
    m_context.setUpload(cluster, index, WizardContext::Upload{name, 0, 0, std::nullopt});
    m_uploads[place] = m_client.uploadMedia(
        path, this,
        [this, cluster, index, name](qint64 sent, qint64 total) {
            m_context.setUpload(cluster, index, WizardContext::Upload{name, sent, total, std::nullopt});
        },
        [this, place, path](const Expected<UploadedMedia> &media) { takeUpload(place, path, media); });
}

void WizardFeed::takeUpload(const Place &place, const QString &path, const Expected<UploadedMedia> &media)
{
    const auto &[cluster, index] = place;
    if (!media) {
        m_context.setUpload(cluster, index,
                            WizardContext::Upload{QFileInfo(path).fileName(), 0, 0, media.error()});
        return;
    }
    if (const QPixmap picture(path); !picture.isNull())
        m_context.setMediaPicture(media->url, picture);
    Q_EMIT mediaUploaded(cluster, index, *media);
    m_context.setUpload(cluster, index, std::nullopt);
}

void WizardFeed::cancelUpload(const ClusterRef &cluster, int index)
{
    m_uploads.erase({cluster, index});
    m_context.setUpload(cluster, index, std::nullopt);
}

void WizardFeed::showMedia()
{
    for (const Creative &creative : m_draft.data().creatives) {
        const QString &url = creative.mediaUrl;
        const bool known = url.isEmpty() || m_pictures.contains(url) || !m_context.mediaPicture(url).isNull();
        if (!known && !creative.mediaType.is(MediaType::Video))
            fetchPicture(url);
    }
}

void WizardFeed::fetchPicture(const QString &mediaUrl)
{
    // Only what the service itself keeps: a foreign address must never see the token.
    const QString own =
        m_client.rest().session().mediaBaseUrl().toString() + QLatin1StringView(api::path::media.text) + u'/';
    if (!mediaUrl.startsWith(own))
        return;
    Request request = Request::get({api::path::storedMedia, {mediaUrl.mid(own.size())}});
    request.root = Request::Root::Media;
    request.maxAnswerBytes = LargestPicture;
    m_pictures[mediaUrl] =
        m_client.rest().call(request, this, [this, mediaUrl](const Expected<Response> &answer) {
            QPixmap picture;
            if (answer && picture.loadFromData(answer->body))
                m_context.setMediaPicture(mediaUrl, picture);
        });
}

} // namespace groundswell
