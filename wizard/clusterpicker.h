#pragma once

#include "models/rules/progress.h"
#include "models/wave/ids.h"

#include <QListWidget>

namespace groundswell {

struct WizardParts;
class IssueBoard;
class SetupDraft;
class WizardContext;

/// The chosen clusters, one to be picked for the form beside: each with a mark that says how far the section
/// is for it. One item view, so that two hundred clusters stay light.
class ClusterPicker : public QListWidget {
    Q_OBJECT
public:
    ClusterPicker(const WizardParts &parts, Section section, QWidget *parent = nullptr);

    /// The picked cluster; an empty name where none is chosen.
    [[nodiscard]] ClusterRef current() const;
    /// Does nothing where the cluster isn't chosen.
    void setCurrent(const ClusterRef &cluster);
    /// Shows the draft's clusters as they are. The pick stays where it still can.
    void refresh();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void picked(const groundswell::ClusterRef &cluster);

private:
    void refreshMarks();
    SetupDraft &m_draft;
    WizardContext &m_context;
    IssueBoard &m_issues;
    Section m_section;
};

} // namespace groundswell
