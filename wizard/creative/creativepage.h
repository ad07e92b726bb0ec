#pragma once

#include "models/wave/setupprocess.h"
#include "wizard/shell/wizardpage.h"

class QPushButton;
class QStackedWidget;
class QTabBar;

namespace groundswell {

class ClusterSidebar;
class CreativeForm;
class CreativeMatrix;
class PreviewPane;

/// What each cluster gets to see: its ad with variants beside a preview, or all ads as a sheet.
class CreativePage : public WizardPage {
    Q_OBJECT
public:
    explicit CreativePage(const WizardParts &parts, QWidget *parent = nullptr);

    bool focusField(const FieldPath &path) override;
    void refresh() override;
    void refreshIssues() override;

Q_SIGNALS:
    void mediaChosen(const groundswell::ClusterRef &cluster, int index, const QString &path);
    void mediaCancelled(const groundswell::ClusterRef &cluster, int index);

private:
    [[nodiscard]] QWidget *makeOneByOne();
    [[nodiscard]] QWidget *makeVariantBar();
    void connectForm();
    void showCurrent();
    void refreshVariants();
    void addVariant();
    void removeVariant();
    void useForAll(const QString &member);
    [[nodiscard]] int variantCount() const;
    /// The creative in view; where the cluster has none yet, an empty one with the language of the event's
    /// country.
    [[nodiscard]] Creative currentCreative() const;

    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    ClusterSidebar *m_clusters;
    QTabBar *m_variants;
    QPushButton *m_addVariant;
    QPushButton *m_removeVariant;
    QPushButton *m_allForAll;
    CreativeForm *m_form;
    PreviewPane *m_preview;
    CreativeMatrix *m_matrix;
    int m_index = 0;
};

} // namespace groundswell
