#include "app/desktop/setup/campaigneditdialog.h"

#include "app/desktop/setup/wizardfeed.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/units.h"
#include "app/look/texts/problemtext.h"
#include "app/net/once/aftermath.h"
#include "wizard/clustereditor.h"
#include "wizard/shell/wizardcontext.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 130;
constexpr int DialogUnits = 74;

/// The campaign as a setup of one cluster: what limits, words and rules depend on.
SetupProcess rowOf(const Campaign &campaign)
{
    SetupProcess row;
    row.eid = campaign.eid;
    row.totalBudget = campaign.budget;
    row.startDate = campaign.startDate;
    row.endDate = campaign.endDate;
    row.clusters = {{campaign.cluster, std::nullopt, {}}};
    row.creatives = campaign.creatives;
    row.targeting = {campaign.targeting};
    row.integrationDetails = {campaign.integrationDetails};
    return row;
}

} // namespace

CampaignEditDialog::CampaignEditDialog(WaveClient &client, Calendar &calendar, const Event &event,
                                       const Campaign &campaign, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_event(event)
    , m_campaign(campaign)
    , m_context(std::make_unique<WizardContext>())
    , m_feed(std::make_unique<WizardFeed>(client, m_setup, *m_context, calendar))
    , m_editor(new ClusterEditor(*m_context))
{
    nameWidget(this, u"campaignEditDialog"_s, tr("Edit a published campaign"));
    setWindowTitle(tr("Edit campaign"));
    setModal(true);
    resize(characters(this, DialogCharacters), units(this, DialogUnits));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_editor);

    m_setup.replace(rowOf(campaign), Origin::Loaded);
    connectEditor();
    m_editor->edit(m_campaign);
    m_context->setEvent(m_event);
    m_feed->start(m_event.id);
    readSetup();
}

// The editor looks at the context: it goes first.
CampaignEditDialog::~CampaignEditDialog()
{
    delete m_editor;
}

void CampaignEditDialog::setShortcuts(const Shortcuts &shortcuts)
{
    m_context->setShortcuts(shortcuts);
}

void CampaignEditDialog::readSetup()
{
    // Goal and currency are the whole setup's; without them the editor still works.
    m_setupRequest = m_client.setup(m_campaign.eid, this, [this](const Expected<SetupRow> &row) {
        if (row && !m_editor->hasChanges())
            m_editor->edit(m_campaign, row->row);
    });
}

void CampaignEditDialog::connectEditor()
{
    WizardFeed *feed = m_feed.get();
    connect(m_editor, &ClusterEditor::mediaChosen, feed, &WizardFeed::uploadMedia);
    connect(m_editor, &ClusterEditor::mediaCancelled, feed, &WizardFeed::cancelUpload);
    connect(m_editor, &ClusterEditor::geoSearchRequested, feed, &WizardFeed::searchPlaces);
    connect(feed, &WizardFeed::mediaUploaded, m_editor,
            [this](const ClusterRef &, int index, const UploadedMedia &media) {
                m_editor->setMedia(index, media.url, media.type.known().value_or(MediaType::Image));
            });
    connect(m_editor, &ClusterEditor::closeRequested, this, &QDialog::reject);
    connect(m_editor, &ClusterEditor::saveRequested, this, &CampaignEditDialog::save);
}

void CampaignEditDialog::save(const CampaignEdit &edit)
{
    m_editor->setProblem({});
    m_editor->setSaving(true);
    m_saveRequest = m_client.editCampaign(edit, this, [this](const Expected<Campaign> &campaign) {
        m_editor->setSaving(false);
        if (!campaign) {
            const Problem &problem = campaign.error();
            m_editor->setProblem(
                isUnanswered(problem)
                    ? tr("It isn't known whether the campaign was changed: %1 Saving once more "
                         "does no harm.")
                          .arg(problemReason(problem))
                    : problemText(tr("The campaign couldn't be changed."), problem));
            return;
        }
        Q_EMIT saved();
        accept();
    });
}

} // namespace groundswell
