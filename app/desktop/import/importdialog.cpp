#include "app/desktop/import/importdialog.h"

#include "app/desktop/import/importfilespage.h"
#include "app/desktop/import/importrun.h"
#include "app/desktop/import/importsummary.h"
#include "app/desktop/import/mappingpage.h"
#include "app/files/privatefile.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/importtext.h"
#include "app/net/wave/waveclient.h"
#include "models/time/calendar.h"

#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 104;
constexpr int DialogUnits = 74;

/// Rows that were left out are kept for the user to correct; personal data, so in her own folder.
QString newRejectsFile(const Clock &clock)
{
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/left-out-rows"_s;
    (void)ensurePrivateFolder(folder); // what can't be written there is told by the import
    return folder + u'/' + clock.local(clock.now()).toString(u"yyyy-MM-dd-hhmmss"_s) + u".csv"_s;
}

} // namespace

ImportDialog::ImportDialog(const DesktopContext &context, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_title(new TextLabel(TextRole::Title))
    , m_lead(new TextLabel(TextRole::Body))
    , m_stack(new QStackedWidget)
    , m_files(new ImportFilesPage(context.settings))
    , m_mapping(new MappingPage(context.settings))
    , m_back(new QPushButton(tr("Back")))
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_next(new QPushButton)
    , m_run(new ImportRun(context.client, this))
    , m_rejectsFile(newRejectsFile(context.calendar.clock()))
{
    nameWidget(this, u"importDialog"_s, tr("Import ticketing data"));
    setWindowTitle(tr("Import ticketing data"));
    setModal(true);
    setMinimumSize(characters(this, DialogCharacters), units(this, DialogUnits));
    m_title->setObjectName(u"importTitle"_s);
    m_lead->setObjectName(u"importLead"_s);
    m_lead->setWordWrap(true);
    m_lead->setToken(Token::Muted);
    m_stack->setObjectName(u"importPages"_s);
    m_result = makeResult();
    for (QWidget *page : {static_cast<QWidget *>(m_files), static_cast<QWidget *>(m_mapping), m_result})
        m_stack->addWidget(page);
    nameWidget(m_back, u"importBack"_s, tr("Back"));
    nameWidget(m_cancel, u"importCancel"_s, tr("Cancel"));
    nameWidget(m_next, u"importNext"_s, tr("Next"));
    m_next->setProperty(kPrimaryProperty, true);
    m_next->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1));
    rows->addWidget(m_title);
    rows->addWidget(m_lead);
    rows->addSpacing(units(this, 1));
    rows->addWidget(m_stack, 1);
    rows->addLayout(buttons);

    connect(m_files, &ImportFilesPage::changed, this, &ImportDialog::updateButtons);
    connect(m_mapping, &MappingPage::changed, this, &ImportDialog::updateButtons);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    connect(m_cancel, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_run, &ImportRun::progressed, this, &ImportDialog::showProgress);
    connect(m_run, &ImportRun::finished, this, &ImportDialog::showResult);
    connect(m_run, &ImportRun::failed, this, &ImportDialog::showFailure);
    connect(m_run, &ImportRun::cancelled, this, [this] { goTo(m_mapping); });
    goTo(m_files);
}

ImportDialog::~ImportDialog() = default;

QWidget *ImportDialog::makeResult()
{
    m_progress = new QProgressBar;
    nameWidget(m_progress, u"importProgress"_s, tr("Progress of the import"));
    m_progress->setRange(0, 100);
    m_summary = new TextLabel(TextRole::Section);
    m_summary->setObjectName(u"importSummary"_s);
    m_summary->setWordWrap(true);
    m_details = new TextLabel(TextRole::Body);
    m_details->setObjectName(u"importDetails"_s);
    m_details->setWordWrap(true);
    m_rejects = new QPushButton(icon(u"external"_s), tr("Open the rows left out"));
    nameWidget(m_rejects, u"importRejects"_s, tr("Open the file with the rows that were left out"));
    connect(m_rejects, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_rejectsFile)); });
    auto *page = new QWidget;
    page->setObjectName(u"importResult"_s);
    auto *rows = new QVBoxLayout(page);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(m_progress);
    rows->addWidget(m_summary);
    rows->addWidget(m_details);
    rows->addWidget(m_rejects, 0, Qt::AlignLeading);
    rows->addStretch(1);
    return page;
}

void ImportDialog::goTo(QWidget *page)
{
    m_stack->setCurrentWidget(page);
    if (page == m_files) {
        m_title->setText(tr("Which files did your ticketing system export?"));
        m_lead->setText(
            tr("Importing the same files again changes nothing; newer ones add to what is there."));
    } else if (page == m_mapping) {
        m_title->setText(tr("Which column is which?"));
        m_lead->setText(
            tr("Recognised columns are filled in. Correct what is wrong; what isn't there stays empty."));
    } else {
        m_title->setText(tr("Importing"));
        m_lead->setText({});
    }
    updateButtons();
}

void ImportDialog::updateButtons()
{
    const QWidget *page = m_stack->currentWidget();
    m_back->setVisible(page != m_files && !m_done);
    setUsable(m_back, !m_run->isRunning(), tr("The import is running."));
    m_cancel->setVisible(!m_done);
    m_next->setVisible(page != m_result || m_done);
    const QString text = m_done ? tr("Done") : page == m_mapping ? tr("Import") : tr("Next");
    m_next->setText(text);
    m_next->setAccessibleName(text);
    const bool onFiles = page == m_files;
    setUsable(m_next, m_done || (onFiles ? m_files->isComplete() && !m_asking : m_mapping->isComplete()),
              onFiles && m_files->isComplete() ? untilAnswered()
                  : onFiles                    ? tr("Choose the files that are needed first.")
                                               : tr("Say for every required field which column holds it."));
}

void ImportDialog::goBack()
{
    goTo(m_stack->currentWidget() == m_mapping ? static_cast<QWidget *>(m_files) : m_mapping);
}

void ImportDialog::goOn()
{
    if (m_done)
        accept();
    else if (m_stack->currentWidget() == m_files)
        preview();
    else
        run();
}

ImportRequest ImportDialog::request() const
{
    ImportRequest result;
    for (const QString &kind : importKinds()) {
        if (const QString path = m_files->file(kind); !path.isEmpty())
            result.files.insert(kind, QDir::fromNativeSeparators(path));
    }
    return result;
}

void ImportDialog::preview()
{
    m_asking = true;
    updateButtons();
    m_previewRequest =
        m_context.client.previewImport(request(), this, [this](const Expected<ImportPreview> &preview) {
            m_asking = false;
            updateButtons();
            if (!preview) {
                m_files->setProblem(ImportText::problem(tr("The files couldn't be read."), preview.error()));
                return;
            }
            m_mapping->setPreview(*preview);
            goTo(m_mapping);
        });
}

void ImportDialog::run()
{
    ImportRequest wanted = request();
    wanted.mapping = m_mapping->mapping();
    wanted.rejectsFile = m_rejectsFile;
    m_run->start(wanted);
    m_progress->show();
    m_progress->setValue(0);
    m_summary->setText(tr("Reading the files…"));
    m_details->clear();
    m_rejects->hide();
    goTo(m_result);
}

void ImportDialog::showProgress(double share, const QString &phase, qint64 rows)
{
    m_progress->setValue(qRound(share * 100));
    m_summary->setText(phase == "storing"_L1 ? tr("Storing…")
                                             : tr("Reading: %1").arg(ImportText::kind(phase)));
    m_details->setText(tr("%1 rows so far").arg(QLocale().toString(rows)));
}

void ImportDialog::showResult(const ImportReport &report)
{
    m_done = true;
    m_progress->hide();
    m_title->setText(tr("Your data is in"));
    m_summary->setText(importHeadline(report));
    m_details->setText(importDetails(report));
    m_rejects->setVisible(report.rejected() > 0);
    announce(m_summary, m_summary->text());
    updateButtons();
    Q_EMIT imported();
}

void ImportDialog::showFailure(const QString &text)
{
    m_progress->hide();
    m_title->setText(tr("Nothing was imported"));
    m_summary->setText(text);
    m_details->clear();
    announce(m_summary, text, Politeness::Assertive);
    updateButtons();
}

void ImportDialog::reject()
{
    if (m_run->isRunning()) {
        m_run->cancel(); // back to the mapping once the service has stopped
        return;
    }
    QDialog::reject();
}

} // namespace groundswell
