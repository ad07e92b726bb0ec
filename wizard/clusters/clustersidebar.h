#pragma once

#include "models/rules/progress.h"
#include "models/wave/ids.h"
#include "wizard/shell/wizardpage.h"

#include <optional>

class QListView;

namespace groundswell {

class ChosenClusterModel;

/// The chosen clusters beside a form, each with a mark of how it stands in this section. Keeps a cluster
/// selected while there is one.
class ClusterSidebar : public QWidget {
    Q_OBJECT
public:
    ClusterSidebar(const WizardParts &parts, Section section, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<ClusterRef> current() const;
    void select(const ClusterRef &cluster);

Q_SIGNALS:
    void currentChanged();

private:
    void keepOneSelected();
    ChosenClusterModel *m_model;
    QListView *m_list;
};

} // namespace groundswell
