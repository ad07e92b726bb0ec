#pragma once

#include "models/draft/newerclusters.h"

#include <QDialog>

#include <vector>

class QComboBox;
class QGridLayout;
class QPushButton;

namespace groundswell {

class SetupDraft;
class TextLabel;
class WizardContext;

/// Moves the draft to the newer run: each cluster it was planned with beside the one that takes over, which
/// can be changed, with what goes along and what has no counterpart. One undoable edit; the context's
/// newerRun() must be set while it is open, else it closes.
class NewerClustersDialog : public QDialog {
    Q_OBJECT
public:
    NewerClustersDialog(SetupDraft &draft, WizardContext &context, QWidget *parent = nullptr);

private:
    struct Row {
        ClusterPair pair;
        bool byHand = false; ///< the user has chosen it: new figures don't change it
        TextLabel *likeness = nullptr;
    };

    [[nodiscard]] QWidget *makeList();
    [[nodiscard]] QLayout *makeButtons();
    [[nodiscard]] QComboBox *makeChoice(const ClusterPair &pair, const QString &suffix);
    void choose(size_t row, int picked);
    void rebuild();
    void addRow(const ClusterPair &pair, bool byHand);
    void refresh();
    void move();
    [[nodiscard]] QString contentText(const ClusterRef &cluster) const;
    [[nodiscard]] QString likenessText(const Row &row) const;
    [[nodiscard]] QString summaryText() const;
    [[nodiscard]] QString newText() const;

    SetupDraft &m_draft;
    WizardContext &m_context;
    QWidget *m_page;
    QGridLayout *m_grid;
    TextLabel *m_summary;
    TextLabel *m_new;
    QPushButton *m_move;
    std::vector<Row> m_rows;
};

} // namespace groundswell
