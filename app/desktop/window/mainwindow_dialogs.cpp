#include "app/desktop/eventpage/eventpage.h"
#include "app/desktop/import/importdialog.h"
#include "app/desktop/preferences/connectdialog.h"
#include "app/desktop/preferences/preferencesdialog.h"
#include "app/desktop/setup/wizardhost.h"
#include "app/desktop/shell/jobspanel.h"
#include "app/desktop/shell/messages.h"
#include "app/desktop/shell/settings.h"
#include "app/desktop/versions/comparedialog.h"
#include "app/desktop/window/mainwindow.h"
#include "app/desktop/window/shellactions.h"
#include "app/desktop/window/shortcutsdialog.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace groundswell {

// Dialogs that the window opens, and what it tells of publishing.

void MainWindow::openImport()
{
    auto *dialog = new ImportDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::imported, this, &MainWindow::dataChanged);
    connect(dialog, &ImportDialog::jobStarted, m_jobs, &JobsPanel::add);
    dialog->open();
}

void MainWindow::openPreferences()
{
    auto *dialog = new PreferencesDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::saved, this, &MainWindow::dataChanged);
    dialog->open();
}

void MainWindow::openAssumptions()
{
    auto *dialog = new PreferencesDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PreferencesDialog::saved, this, &MainWindow::dataChanged);
    connect(dialog, &PreferencesDialog::saved, m_wizard, &WizardHost::refreshPlan);
    dialog->showMarket();
    dialog->open();
}

void MainWindow::openConnect()
{
    auto *dialog = new ConnectDialog(m_context.session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &MainWindow::start);
    dialog->open();
}

void MainWindow::openShortcuts()
{
    auto *dialog = new ShortcutsDialog(m_context.settings.shortcuts(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ShortcutsDialog::changed, this, [this](const Shortcuts &shortcuts) {
        m_context.settings.setShortcuts(shortcuts);
        m_actions->setKeys(shortcuts);
        m_wizard->setShortcuts(shortcuts);
    });
    dialog->open();
}

void MainWindow::tellPublished(const EventId &eid, const QString &title, int campaigns, bool seen)
{
    if (seen) {
        showEventPage(eid);
        m_event->scrollToCampaigns();
        m_messages->say(u"published"_s,
                        m_context.isLocal ? tr("%n campaign(s) are ready for hand-over.", nullptr, campaigns)
                                          : tr("%n campaign(s) are published.", nullptr, campaigns));
        return;
    }
    // Whoever is at something else by now isn't led away from it.
    m_event->refresh();
    m_messages->post({.key = u"published/"_s + eid.value(),
                      .tone = Tone::Good,
                      .text = (m_context.isLocal
                                   ? tr("%n campaign(s) of “%1” are ready for hand-over.", nullptr, campaigns)
                                   : tr("%n campaign(s) of “%1” are published.", nullptr, campaigns))
                                  .arg(title),
                      .action = {tr("Show them"), [this, eid] {
                                     if (m_stack->currentWidget() == m_wizard)
                                         m_wizard->leave();
                                     showEventPage(eid);
                                     m_event->scrollToCampaigns();
                                 }}});
}

void MainWindow::tellCampaignsDiffer(const EventId &eid, const QString &title,
                                     const std::vector<FieldDifference> &differences,
                                     const FieldWording &wording)
{
    const auto compare = [this, differences, wording] {
        auto *dialog =
            new CompareDialog({.title = tr("Published otherwise"),
                               .lead = tr("The service made campaigns that differ from your setup in "
                                          "these fields. Correct them with Edit on each campaign."),
                               .before = tr("In your setup"),
                               .after = tr("In the campaign")},
                              differences, wording, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
    m_messages->post({.key = u"campaignsDiffer/"_s + eid.value(),
                      .tone = Tone::Warn,
                      .text = tr("The campaigns of “%1” differ from your setup in %n field(s).", nullptr,
                                 int(differences.size()))
                                  .arg(title),
                      .action = {tr("Compare…"), compare, false}});
}

} // namespace groundswell
