#pragma once

#include "app/look/actions/shortcuts.h"
#include "app/net/wave/waveclient.h"
#include "models/draft/setupdraft.h"

#include <QDialog>

#include <memory>

namespace groundswell {

class Calendar;
class ClusterEditor;
class WizardContext;
class WizardFeed;

/// Edits one published cluster with the wizard's own forms (POST /campaigns_setup).
class CampaignEditDialog : public QDialog {
    Q_OBJECT
public:
    CampaignEditDialog(WaveClient &client, Calendar &calendar, const Event &event, const Campaign &campaign,
                       QWidget *parent = nullptr);
    ~CampaignEditDialog() override;

    void setShortcuts(const Shortcuts &shortcuts);

Q_SIGNALS:
    void saved();

private:
    void readSetup();
    void connectEditor();
    void save(const CampaignEdit &edit);

    WaveClient &m_client;
    Event m_event;
    Campaign m_campaign;
    SetupDraft m_setup; ///< what the feed reads of the campaign; the editor keeps a copy of its own
    std::unique_ptr<WizardContext> m_context;
    std::unique_ptr<WizardFeed> m_feed;
    ClusterEditor *m_editor = nullptr;
    RequestHandle m_setupRequest;
    RequestHandle m_saveRequest;
};

} // namespace groundswell
