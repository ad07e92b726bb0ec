#pragma once

#include "models/rules/progress.h"
#include "models/wave/cluster.h"

#include <QAbstractListModel>

#include <vector>

namespace groundswell {

class IssueBoard;
class SetupDraft;
class WizardContext;

/// All clusters of the event's run to choose from, suggested ones first, then the likeliest. Chosen clusters
/// that the run no longer has come last, so that they can be left out. Checking writes into the draft.
class ClusterChoiceModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        RefRole = Qt::UserRole, ///< ClusterRef
        BecauseRole, ///< QStringList, titles of explaining events, best first
        LikelihoodRole, ///< double 0–1; invalid where unknown
        LikelihoodTextRole, ///< as written at the bar
        ReachRole, ///< qint64 people; invalid where unknown
        ShareRole, ///< double 0–1 of the budget, also where it is split evenly; invalid while not chosen
        SuggestedRole, ///< bool
        ScaleRole, ///< double, greatest likelihood in the list: the scale on which bars compare
    };

    ClusterChoiceModel(SetupDraft &draft, WizardContext &context, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexOf(const ClusterRef &cluster) const;

private:
    void rebuild();
    [[nodiscard]] bool isSuggested(const ClusterRef &cluster) const;
    [[nodiscard]] QString spoken(const ClusterRef &cluster) const;
    SetupDraft &m_draft;
    WizardContext &m_context;
    std::vector<ClusterRef> m_rows;
    double m_greatest = 0;
};

/// Budget share of a chosen cluster, 0–1: its own, or its part of what the others leave.
[[nodiscard]] std::optional<double> effectiveShare(const SetupDraft &draft, const ClusterRef &cluster);
/// Calibrated probability where the service gives one, else the score as a part of five.
[[nodiscard]] std::optional<double> likelihoodOf(const TasteCluster &cluster);

/// The chosen clusters in their order, each with how far one section of it is: the list beside a form.
class ChosenClusterModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { RefRole = Qt::UserRole, ErrorsRole, WarningsRole };

    ChosenClusterModel(SetupDraft &draft, WizardContext &context, IssueBoard &issues, Section section,
                       QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QModelIndex indexOf(const ClusterRef &cluster) const;

private:
    void rebuild();
    void refreshMarks();
    SetupDraft &m_draft;
    WizardContext &m_context;
    IssueBoard &m_issues;
    Section m_section;
    std::vector<ClusterRef> m_rows;
    std::vector<SectionProgress> m_marks;
};

} // namespace groundswell
