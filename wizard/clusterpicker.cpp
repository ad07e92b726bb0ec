#include "wizard/clusterpicker.h"

#include "app/look/accessibility.h"
#include "app/look/icons.h"
#include "app/look/units.h"
#include "models/draft/setupdraft.h"
#include "wizard/issueboard.h"
#include "wizard/wizardcontext.h"
#include "wizard/wizardpage.h"

#include <QSignalBlocker>

namespace groundswell {
namespace {

constexpr int kNameRole = Qt::UserRole;
constexpr int kRunRole = Qt::UserRole + 1;
constexpr int kWidthCharacters = 26;

ClusterRef refOf(const QListWidgetItem *item)
{
    if (!item)
        return {};
    return {ClusterName(item->data(kNameRole).toString()), item->data(kRunRole).toLongLong()};
}

} // namespace

ClusterPicker::ClusterPicker(const WizardParts &parts, Section section, QWidget *parent)
    : QListWidget(parent)
    , m_draft(parts.draft)
    , m_context(parts.context)
    , m_issues(parts.issues)
    , m_section(section)
{
    nameWidget(this, QStringLiteral("clusterPicker"), tr("Chosen taste clusters"));
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(this, &QListWidget::currentItemChanged, this,
            [this](QListWidgetItem *item) { Q_EMIT picked(refOf(item)); });
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (fields & DraftField::Clusters)
            refresh();
    });
    connect(&m_context, &WizardContext::clustersChanged, this, &ClusterPicker::refresh);
    connect(&m_issues, &IssueBoard::changed, this, &ClusterPicker::refreshMarks);
    refresh();
}

QSize ClusterPicker::sizeHint() const
{
    return {characters(this, kWidthCharacters), QListWidget::sizeHint().height()};
}

ClusterRef ClusterPicker::current() const
{
    return refOf(currentItem());
}

void ClusterPicker::setCurrent(const ClusterRef &cluster)
{
    for (int row = 0; row < count(); ++row) {
        if (refOf(item(row)) == cluster) {
            setCurrentRow(row);
            return;
        }
    }
}

void ClusterPicker::refresh()
{
    const ClusterRef before = current();
    {
        const QSignalBlocker silent(this);
        clear();
        for (const ChosenCluster &chosen : m_draft.data().clusters) {
            auto *entry = new QListWidgetItem(m_context.clusterLabel(chosen.cluster), this);
            entry->setData(kNameRole, chosen.cluster.tc.value());
            entry->setData(kRunRole, chosen.cluster.tcRunId);
        }
        setCurrent(before);
        if (!currentItem() && count() > 0)
            setCurrentRow(0);
    }
    refreshMarks();
    if (current() != before)
        Q_EMIT picked(current());
}

void ClusterPicker::refreshMarks()
{
    for (int row = 0; row < count(); ++row) {
        QListWidgetItem *entry = item(row);
        const SectionProgress progress = m_issues.progress(m_section, refOf(entry));
        const QString label = entry->text();
        QString state = tr("complete");
        if (progress.errors > 0)
            state = tr("%n thing(s) to fix", nullptr, progress.errors);
        else if (progress.warnings > 0)
            state = tr("%n warning(s)", nullptr, progress.warnings);
        // Before the review nothing is called wrong that nobody has looked at: an open circle is enough.
        if (progress.errors > 0)
            entry->setIcon(m_issues.isRevealed() ? icon(QStringLiteral("error"), Token::Bad)
                                                 : icon(QStringLiteral("circle"), Token::Muted));
        else if (progress.warnings > 0)
            entry->setIcon(icon(QStringLiteral("warning"), Token::Warn));
        else
            entry->setIcon(icon(QStringLiteral("check-circle"), Token::Good));
        entry->setToolTip(tr("%1: %2").arg(label, state));
        entry->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(label, state));
    }
}

} // namespace groundswell
