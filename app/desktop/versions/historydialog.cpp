#include "app/desktop/versions/historydialog.h"

#include "app/autosave/draftsession.h"
#include "app/desktop/versions/comparisontable.h"
#include "app/desktop/versions/versionlistmodel.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DialogCharacters = 110;
constexpr int DialogUnits = 56;
constexpr int WhenCharacters = 26;
constexpr int WhoCharacters = 20;

/// Item data of the combo box: which version the selected one is compared with.
enum Other { TheOneBefore = -2, TheDraft = -1 }; // else a row of the list

} // namespace

HistoryDialog::HistoryDialog(DraftSession &session, const FieldWording &wording, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_versions(new VersionListModel(this))
    , m_list(new QTableView)
    , m_other(new QComboBox)
    , m_same(new TextLabel(TextRole::Body))
    , m_comparison(new ComparisonTable(wording))
    , m_restore(new QPushButton(tr("Restore this version")))
{
    nameWidget(this, u"historyDialog"_s, tr("Version history"));
    setWindowTitle(tr("Version history"));
    setModal(true);
    auto *title = new TextLabel(TextRole::Title, tr("Version history"));
    title->setObjectName(u"historyTitle"_s);
    auto *lead =
        new TextLabel(TextRole::Body,
                      tr("What was typed here, minute by minute, and what came from elsewhere. Restoring "
                         "a version is an edit like any other: it can be undone."));
    lead->setObjectName(u"historyLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);
    m_same->setObjectName(u"historySame"_s);
    m_same->setToken(Token::Muted);
    makeVersions();

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(lead);
    rows->addWidget(m_list, 1);
    rows->addLayout(makeComparison());
    rows->addWidget(m_same);
    rows->addWidget(m_comparison, 1);
    rows->addLayout(makeButtons());
    setMinimumWidth(characters(this, DialogCharacters));
    resize(characters(this, DialogCharacters), units(this, DialogUnits));

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::compare);
    connect(m_other, &QComboBox::currentIndexChanged, this, &HistoryDialog::compare);
    connect(&m_session, &DraftSession::versionAdded, this, [this](const DraftVersion &version) {
        const bool atNewest = m_list->currentIndex().row() <= 0;
        m_versions->add(version);
        if (atNewest)
            m_list->selectRow(0);
        offerOthers();
        compare();
    });
    m_session.keepVersion();
    m_versions->setVersions(m_session.versions());
    offerOthers();
    m_list->selectRow(0);
    compare();
    m_list->setFocus();
}

void HistoryDialog::makeVersions()
{
    nameWidget(m_list, u"historyVersions"_s, tr("Versions, the newest first"));
    m_list->setModel(m_versions);
    m_list->verticalHeader()->hide();
    QHeaderView *head = m_list->horizontalHeader();
    head->setHighlightSections(false);
    head->setSectionResizeMode(VersionListModel::ChangedColumn, QHeaderView::Stretch);
    m_list->setColumnWidth(VersionListModel::WhenColumn, characters(this, WhenCharacters));
    m_list->setColumnWidth(VersionListModel::WhoColumn, characters(this, WhoCharacters));
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setShowGrid(false);
    m_list->setTabKeyNavigation(false);
    m_list->setWordWrap(false);
    m_list->setMinimumHeight(units(this, 14));
}

QLayout *HistoryDialog::makeComparison()
{
    auto *label = new QLabel(tr("&Compare with"));
    label->setObjectName(u"historyOtherLabel"_s);
    label->setBuddy(m_other);
    nameWidget(m_other, u"historyOther"_s, tr("Compare with"));
    m_other->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto *line = new QHBoxLayout;
    line->setSpacing(units(this, 1));
    line->addWidget(label);
    line->addWidget(m_other);
    line->addStretch(1);
    return line;
}

QLayout *HistoryDialog::makeButtons()
{
    auto *close = new QPushButton(tr("Close"));
    nameWidget(close, u"historyClose"_s, close->text());
    close->setAutoDefault(false);
    nameWidget(m_restore, u"historyRestore"_s, m_restore->text());
    m_restore->setProperty(kPrimaryProperty, true);
    m_restore->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    auto *line = new QHBoxLayout;
    line->setSpacing(units(this, 1));
    line->addStretch(1);
    line->addWidget(close);
    line->addWidget(m_restore);
    return line;
}

void HistoryDialog::offerOthers()
{
    const QSignalBlocker quiet(m_other);
    const QVariant chosen = m_other->currentData();
    m_other->clear();
    m_other->addItem(tr("the version before it"), TheOneBefore);
    m_other->addItem(tr("the draft as it is now"), TheDraft);
    for (int row = 0; row < m_versions->rowCount(); ++row)
        m_other->addItem(VersionListModel::nameOf(m_versions->versionAt(row)), row);
    m_other->setCurrentIndex(chosen.isValid() && chosen.toInt() < 0 ? m_other->findData(chosen) : 0);
}

const DraftVersion *HistoryDialog::selected() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_versions->rowCount() ? &m_versions->versionAt(row) : nullptr;
}

Expected<SetupProcess> HistoryDialog::otherRow() const
{
    const int other = m_other->currentData().toInt();
    if (other == TheDraft)
        return m_session.draft().data();
    const int row = other == TheOneBefore ? m_list->currentIndex().row() + 1 : other;
    if (row < m_versions->rowCount())
        return m_versions->versionAt(row).row();
    return m_versions->versionAt(m_list->currentIndex().row()).row(); // nothing came before the first
}

void HistoryDialog::compare()
{
    const DraftVersion *version = selected();
    const Expected<SetupProcess> row = version ? version->row() : SetupProcess();
    const Expected<SetupProcess> other = version ? otherRow() : SetupProcess();
    std::vector<FieldDifference> found;
    if (row && other)
        found = differences(*other, *row);
    const bool same = found.empty();
    const bool first = version && m_list->currentIndex().row() + 1 == m_versions->rowCount()
        && m_other->currentData().toInt() == TheOneBefore;
    m_same->setText(first ? tr("Nothing is known of what came before this version.")
                          : tr("These two versions are the same."));
    m_same->setVisible(same);
    m_comparison->setVisible(!same);
    m_comparison->show(tr("In the other version"), tr("In the selected version"), std::move(found));
    const bool isReadOnly = m_session.draft().isReadOnly();
    const bool differs = version && row && !differences(m_session.draft().data(), *row).empty();
    setUsable(m_restore, differs && !isReadOnly,
              isReadOnly              ? tr("The campaigns are published; their setup stays as it is.")
                  : !(version && row) ? tr("Select a version that can be read.")
                                      : tr("The setup is just as in this version."));
}

void HistoryDialog::restore()
{
    const DraftVersion *version = selected();
    if (!version)
        return;
    const QString name = VersionListModel::nameOf(*version);
    if (m_session.restore(*version)) {
        Q_EMIT restored(name);
        accept();
    }
}

} // namespace groundswell
