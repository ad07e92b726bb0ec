#pragma once

#include "models/wave/setupprocess.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace groundswell {

class AdPreview;
class WizardContext;

/// The ad beside its fields, as a post or as a story.
class PreviewPane : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPane(WizardContext &context, QWidget *parent = nullptr);

    /// \a pageId: in whose name the ad appears; empty where it isn't chosen.
    void showCreative(const Creative &creative, const QString &pageId);

private:
    void refresh();
    WizardContext &m_context;
    Creative m_creative;
    QString m_pageId;
    AdPreview *m_preview;
    QPushButton *m_feed;
    QPushButton *m_story;
    QCheckBox *m_zones;
};

} // namespace groundswell
