#pragma once

#include "app/look/actions/shortcuts.h"
#include "models/rules/preflight.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"
#include "models/wave/problem.h"
#include "models/wave/setupprocess.h"

#include <QHash>
#include <QObject>
#include <QPixmap>

#include <optional>
#include <vector>

namespace groundswell {

/// What the pages read beside the draft: values only, put in from outside as they arrive. Everything may be
/// missing (not loaded yet, or not offered by the service); a page then says so and goes on. No page writes
/// here.
class WizardContext : public QObject {
    Q_OBJECT
public:
    /// What can be loading or have failed on its own.
    enum class Part {
        Event,
        Proposal, ///< what a new draft may start from; what came of it is in the draft
        Clusters,
        Suggestions,
        ExpectedValue,
        BudgetLimits,
        CallsToAction,
        EventTypes,
        Assets,
        GeoSearch
    };
    Q_ENUM(Part)

    explicit WizardContext(QObject *parent = nullptr);

    [[nodiscard]] const std::optional<Event> &event() const { return m_event; }
    void setEvent(const std::optional<Event> &event);
    /// Today and the zone in which days are counted are the organiser's; \a timeZone is IANA, empty = UTC.
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] const QString &timeZone() const { return m_timeZone; }
    void setToday(const QDate &today, const QString &timeZone);
    /// The partner's currency (ISO 4217), for a draft that names none.
    [[nodiscard]] const QString &currency() const { return m_currency; }
    void setCurrency(const QString &currency);

    [[nodiscard]] const std::optional<ClusterRun> &clusters() const { return m_clusters; }
    void setClusters(const std::optional<ClusterRun> &clusters);
    /// The latest run, where the draft was planned with an earlier one and clusters() are those.
    [[nodiscard]] const std::optional<ClusterRun> &newerRun() const { return m_newerRun; }
    void setNewerRun(const std::optional<ClusterRun> &run);
    /// How many people clusters() and newerRun() have in common; empty where nobody knows.
    [[nodiscard]] const std::vector<ClusterOverlap> &overlaps() const { return m_overlaps; }
    void setOverlaps(const std::vector<ClusterOverlap> &overlaps);
    [[nodiscard]] const std::vector<SuggestedCluster> &suggestions() const { return m_suggestions; }
    void setSuggestions(const std::vector<SuggestedCluster> &suggestions);
    [[nodiscard]] const std::optional<ExpectedValue> &expectedValue() const { return m_expectedValue; }
    void setExpectedValue(const std::optional<ExpectedValue> &value);
    /// Whether the assumptions of the estimate are the user's to change here.
    [[nodiscard]] bool areAssumptionsEditable() const { return m_assumptionsEditable; }
    void setAssumptionsEditable(bool editable);
    [[nodiscard]] const std::optional<BudgetLimits> &budgetLimits() const { return m_budgetLimits; }
    void setBudgetLimits(const std::optional<BudgetLimits> &limits);
    [[nodiscard]] const std::optional<std::vector<Choice>> &callsToAction() const { return m_callsToAction; }
    void setCallsToAction(const std::optional<std::vector<Choice>> &choices);
    [[nodiscard]] const std::optional<std::vector<Choice>> &eventTypes() const { return m_eventTypes; }
    void setEventTypes(const std::optional<std::vector<Choice>> &choices);
    [[nodiscard]] const std::optional<AdAssets> &assets() const { return m_assets; }
    void setAssets(const std::optional<AdAssets> &assets);
    [[nodiscard]] const std::optional<ConnectionStatus> &connection() const { return m_connection; }
    void setConnection(const std::optional<ConnectionStatus> &connection);

    /// The keys that the user chose for what the wizard can do.
    [[nodiscard]] const Shortcuts &shortcuts() const { return m_shortcuts; }
    void setShortcuts(const Shortcuts &shortcuts);

    /// The answer to the last geoSearchRequested(); one for an older query is ignored by the pages.
    void setGeoResults(const QString &query, const std::vector<GeoPlace> &places);

    /// A picture to show for what the draft holds under \a mediaUrl; null where it can't be shown.
    [[nodiscard]] QPixmap mediaPicture(const QString &mediaUrl) const { return m_pictures.value(mediaUrl); }
    void setMediaPicture(const QString &mediaUrl, const QPixmap &picture);

    /// The upload that mediaChosen() started. When it is done the receiver writes the URL into the draft.
    struct Upload {
        QString fileName;
        qint64 sent = 0;
        qint64 total = 0; ///< 0 = unknown
        std::optional<Problem> problem; ///< set: it failed
    };
    [[nodiscard]] std::optional<Upload> upload(const ClusterRef &cluster, int index) const;
    void setUpload(const ClusterRef &cluster, int index, const std::optional<Upload> &upload);
    /// Whether one is on its way; one that failed isn't.
    [[nodiscard]] bool isUploading() const;

    /// True from asking until the answer: old values stay in view, muted.
    [[nodiscard]] bool isLoading(Part part) const { return m_loading.value(part); }
    void setLoading(Part part, bool loading);
    [[nodiscard]] std::optional<Problem> problem(Part part) const;
    void setProblem(Part part, const std::optional<Problem> &problem);

    /// The draft can only be read because another window of the program edits it. Set before any page is
    /// made.
    [[nodiscard]] bool isInUse() const { return m_isInUse; }
    void setInUse(bool inUse) { m_isInUse = inUse; }
    /// Where there is no ad platform behind the workspace, publishing prepares a hand-over.
    [[nodiscard]] bool isHandover() const;
    [[nodiscard]] PreflightContext preflightContext() const;
    [[nodiscard]] const TasteCluster *cluster(const ClusterRef &ref) const; ///< null where the list lacks it
    /// The cluster's label; its API name made readable where the list lacks it.
    [[nodiscard]] QString clusterLabel(const ClusterRef &ref) const;

Q_SIGNALS:
    void eventChanged();
    void clustersChanged(); ///< clusters or suggestions
    void newerRunChanged(); ///< the newer run or the overlaps with it
    void expectedValueChanged();
    void budgetLimitsChanged();
    void callsToActionChanged();
    void eventTypesChanged();
    void shortcutsChanged();
    void assetsChanged(); ///< assets or connection
    void geoResultsArrived(const QString &query, const std::vector<groundswell::GeoPlace> &places);
    void mediaChanged(); ///< pictures or uploads
    void statusChanged(groundswell::WizardContext::Part part); ///< loading or problem
    void rulesInputChanged(); ///< anything of preflightContext()

private:
    std::optional<Event> m_event;
    QDate m_today;
    QString m_timeZone;
    QString m_currency;
    std::optional<ClusterRun> m_clusters;
    QHash<ClusterRef, size_t> m_clusterRows;
    std::optional<ClusterRun> m_newerRun;
    std::vector<ClusterOverlap> m_overlaps;
    bool m_assumptionsEditable = false;
    bool m_isInUse = false;
    Shortcuts m_shortcuts;
    std::vector<SuggestedCluster> m_suggestions;
    std::optional<ExpectedValue> m_expectedValue;
    std::optional<BudgetLimits> m_budgetLimits;
    std::optional<std::vector<Choice>> m_callsToAction;
    std::optional<std::vector<Choice>> m_eventTypes;
    std::optional<AdAssets> m_assets;
    std::optional<ConnectionStatus> m_connection;
    QHash<QString, QPixmap> m_pictures;
    QHash<std::pair<ClusterRef, int>, Upload> m_uploads;
    QHash<Part, bool> m_loading;
    QHash<Part, Problem> m_problems;
};

} // namespace groundswell
