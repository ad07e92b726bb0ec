#include "wizard/clusters/newerclustersdialog.h"

#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "models/draft/setupdraft.h"
#include "models/items/format.h"
#include "wizard/shell/wizardcontext.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace groundswell {
namespace {

constexpr int kDialogCharacters = 96;
constexpr double kListUnits = 20; // high: three clusters and a bit, so that one sees that it scrolls
constexpr int kNoCounterpart = -1;

} // namespace

NewerClustersDialog::NewerClustersDialog(SetupDraft &draft, WizardContext &context, QWidget *parent)
    : QDialog(parent)
    , m_draft(draft)
    , m_context(context)
    , m_page(new QWidget)
    , m_grid(new QGridLayout)
    , m_summary(new TextLabel(TextRole::Body))
    , m_new(new TextLabel(TextRole::Caption))
    , m_move(new QPushButton(tr("Move the setup")))
{
    nameWidget(this, u"newerClustersDialog"_s, tr("Move to the newer clusters"));
    setWindowTitle(tr("Move to the newer clusters"));
    setModal(true);
    setMinimumWidth(characters(this, kDialogCharacters));

    auto *title = new TextLabel(TextRole::Title, tr("Which newer cluster takes over?"));
    title->setObjectName(u"newerClustersTitle"_s);
    auto *lead =
        new TextLabel(TextRole::Body,
                      tr("Texts, targeting, accounts and budget shares go along. You can undo it, and "
                         "nothing you typed is thrown away."));
    lead->setObjectName(u"newerClustersLead"_s);
    lead->setWordWrap(true);
    lead->setToken(Token::Muted);

    m_summary->setObjectName(u"newerClustersSummary"_s);
    m_summary->setWordWrap(true);
    m_new->setObjectName(u"newerClustersNew"_s);
    m_new->setWordWrap(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 1.5));
    rows->addWidget(title);
    rows->addWidget(lead);
    rows->addWidget(makeList(), 1);
    rows->addWidget(m_summary);
    rows->addWidget(m_new);
    rows->addLayout(makeButtons());
    connect(&m_context, &WizardContext::newerRunChanged, this, &NewerClustersDialog::rebuild);
    // Somebody else's edit may come in meanwhile.
    connect(&m_draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (fields
            & (DraftField::Clusters | DraftField::Creatives | DraftField::Targeting
               | DraftField::Integrations))
            rebuild();
    });
    rebuild();
}

QWidget *NewerClustersDialog::makeList()
{
    auto *column = new QVBoxLayout(m_page);
    column->setContentsMargins(0, 0, units(this, 1), 0);
    column->addLayout(m_grid);
    column->addStretch(1);
    m_grid->setHorizontalSpacing(units(this, 1.5));
    m_grid->setVerticalSpacing(units(this, 0.5));
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(2, 1);
    auto *area = new QScrollArea;
    nameWidget(area, u"newerClustersScroll"_s, tr("Clusters"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(m_page);
    area->setMinimumHeight(units(this, kListUnits));
    return area;
}

QLayout *NewerClustersDialog::makeButtons()
{
    nameWidget(m_move, u"newerClustersApply"_s, m_move->text());
    m_move->setProperty(kPrimaryProperty, true);
    m_move->setDefault(true);
    auto *cancel = new QPushButton(tr("Stay on the older clusters"));
    nameWidget(cancel, u"newerClustersCancel"_s, cancel->text());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(units(this, 1));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_move);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_move, &QPushButton::clicked, this, &NewerClustersDialog::move);
    return buttons;
}

void NewerClustersDialog::rebuild()
{
    if (!m_context.newerRun()) {
        reject();
        return;
    }
    const ClusterRun &newer = *m_context.newerRun();
    const ClusterRun *older = m_context.clusters() ? &*m_context.clusters() : nullptr;
    const std::vector<ClusterRef> from = clustersToMove(m_draft.data(), newer.tcRunId);
    const std::vector<Row> before = std::exchange(m_rows, {});
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (ClusterPair pair : matchClusters(from, older, newer, m_context.overlaps())) {
        const auto shown = std::find_if(before.begin(), before.end(), [&](const Row &row) {
            return row.byHand && row.pair.from == pair.from
                && (!row.pair.to || row.pair.to->tcRunId == newer.tcRunId);
        });
        if (shown != before.end())
            pair.to = shown->pair.to;
        addRow(pair, shown != before.end());
    }
    refresh();
}

QComboBox *NewerClustersDialog::makeChoice(const ClusterPair &pair, const QString &suffix)
{
    auto *choice = new QComboBox;
    nameWidget(choice, u"newerClustersTo"_s + suffix,
               tr("What takes over from %1").arg(m_context.clusterLabel(pair.from)));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(24);
    const ClusterRun &newer = *m_context.newerRun();
    for (size_t i = 0; i < newer.clusters.size(); ++i)
        choice->addItem(newer.clusters[i].label.isEmpty() ? newer.clusters[i].cluster.tc.value()
                                                          : newer.clusters[i].label,
                        static_cast<int>(i));
    choice->addItem(tr("No counterpart"), kNoCounterpart);
    const auto chosen = std::find_if(newer.clusters.begin(), newer.clusters.end(),
                                     [&](const TasteCluster &cluster) { return cluster.cluster == pair.to; });
    choice->setCurrentIndex(static_cast<int>(chosen - newer.clusters.begin()));
    return choice;
}

void NewerClustersDialog::addRow(const ClusterPair &pair, bool byHand)
{
    const QString suffix = QString::number(m_rows.size() + 1);
    const QString name = m_context.clusterLabel(pair.from);
    auto *label = new TextLabel(TextRole::Strong, name);
    label->setObjectName(u"newerClustersFrom"_s + suffix);
    label->setWordWrap(true);
    auto *content = new TextLabel(TextRole::Caption, contentText(pair.from));
    content->setObjectName(u"newerClustersContent"_s + suffix);
    content->setWordWrap(true);
    auto *arrow = new QLabel;
    const int side = units(this, 2);
    arrow->setPixmap(
        icon(layoutDirection() == Qt::RightToLeft ? u"chevron-left"_s : u"chevron-right"_s, Token::Muted)
            .pixmap(QSize(side, side)));
    auto *choice = makeChoice(pair, suffix);
    auto *likeness = new TextLabel(TextRole::Caption);
    likeness->setObjectName(u"newerClustersLikeness"_s + suffix);
    likeness->setWordWrap(true);

    const int at = static_cast<int>(m_rows.size()) * 3;
    m_grid->addWidget(label, at, 0, Qt::AlignVCenter);
    m_grid->addWidget(arrow, at, 1, Qt::AlignVCenter);
    m_grid->addWidget(choice, at, 2);
    m_grid->addWidget(content, at + 1, 0, Qt::AlignTop);
    m_grid->addWidget(likeness, at + 1, 2, Qt::AlignTop);
    m_grid->setRowMinimumHeight(at + 2, units(this, 1));
    m_rows.push_back({pair, byHand, likeness});
    connect(choice, &QComboBox::activated, this,
            [this, row = m_rows.size() - 1, choice] { choose(row, choice->currentData().toInt()); });
}

void NewerClustersDialog::choose(size_t row, int picked)
{
    m_rows[row].byHand = true;
    m_rows[row].pair.to = picked == kNoCounterpart
        ? std::nullopt
        : std::optional(m_context.newerRun()->clusters[static_cast<size_t>(picked)].cluster);
    refresh();
}

QString NewerClustersDialog::contentText(const ClusterRef &cluster) const
{
    const CarriedContent content = contentOf(m_draft.data(), cluster);
    QStringList parts;
    parts << (content.chosen ? tr("chosen") : tr("not chosen"));
    if (content.budgetShare)
        parts << tr("%1 of the budget").arg(format::percent(content.budgetShare, locale()));
    if (content.creatives > 0)
        parts << tr("%n ad text(s)", nullptr, content.creatives);
    if (content.targeting)
        parts << tr("targeting");
    if (content.integration)
        parts << tr("accounts");
    return parts.join(u" · "_s);
}

QString NewerClustersDialog::likenessText(const Row &row) const
{
    if (!row.pair.to)
        return tr("It is no longer chosen; what you typed for it stays in the setup until you publish.");
    const auto &clusters = m_context.newerRun()->clusters;
    const auto to = std::find_if(clusters.begin(), clusters.end(),
                                 [&](const TasteCluster &cluster) { return cluster.cluster == row.pair.to; });
    const ClusterRun *older = m_context.clusters() ? &*m_context.clusters() : nullptr;
    const Likeness likeness = likenessOf(row.pair.from, older, *to, m_context.overlaps());
    QStringList sentences;
    sentences
        << (likeness.byPeople
                ? tr("%1 of the people in both are the same.").arg(format::percent(likeness.value, locale()))
                : likeness.value > 0 ? tr("Judged by the events that explain them.")
                                     : tr("Nothing says that these are the same people."));
    const auto sharers = std::count_if(m_rows.begin(), m_rows.end(),
                                       [&](const Row &other) { return other.pair.to == row.pair.to; });
    if (sharers > 1)
        sentences << tr("More than one goes here: their texts become variants.");
    return sentences.join(u' ');
}

QString NewerClustersDialog::summaryText() const
{
    const auto moving = static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.pair.to.has_value(); }));
    const int left = static_cast<int>(m_rows.size()) - moving;
    QStringList sentences;
    sentences << tr("%n cluster(s) will move.", nullptr, moving);
    if (left > 0)
        sentences << tr("%n will have no counterpart.", nullptr, left);
    return sentences.join(u' ');
}

QString NewerClustersDialog::newText() const
{
    if (!m_context.clusters())
        return {};
    std::vector<ClusterRef> before;
    for (const TasteCluster &cluster : m_context.clusters()->clusters)
        before.push_back(cluster.cluster);
    const ClusterRun &newer = *m_context.newerRun();
    const auto continued = matchClusters(before, &*m_context.clusters(), newer, m_context.overlaps());
    QStringList labels;
    for (const TasteCluster &cluster : newer.clusters) {
        const bool known = std::any_of(continued.begin(), continued.end(),
                                       [&](const ClusterPair &pair) { return pair.to == cluster.cluster; })
            || std::any_of(m_rows.begin(), m_rows.end(),
                           [&](const Row &row) { return row.pair.to == cluster.cluster; });
        if (!known)
            labels << tr("“%1”").arg(cluster.label.isEmpty() ? cluster.cluster.tc.value() : cluster.label);
    }
    return labels.isEmpty()
        ? QString()
        : tr("New, to be chosen afterwards: %1.").arg(locale().createSeparatedList(labels));
}

void NewerClustersDialog::refresh()
{
    for (const Row &row : m_rows)
        row.likeness->setText(likenessText(row));
    m_summary->setText(summaryText());
    m_new->setText(newText());
    m_new->setVisible(!m_new->text().isEmpty());
    setUsable(m_move, !m_rows.empty() && !m_draft.isReadOnly(),
              tr("There is no cluster that could be moved."));
}

void NewerClustersDialog::move()
{
    std::vector<ClusterPair> pairs;
    for (const Row &row : m_rows)
        pairs.push_back(row.pair);
    m_rows.clear(); // the edit below is not one to show any more
    m_draft.disconnect(this);
    m_context.disconnect(this);
    m_draft.edit(tr("Move to the newer clusters"),
                 DraftField::Clusters | DraftField::Creatives | DraftField::Targeting
                     | DraftField::Integrations,
                 [&pairs](SetupProcess &row) { row = movedToRun(row, pairs); });
    accept();
}

} // namespace groundswell
