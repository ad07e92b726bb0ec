#include "app/desktop/eventpage/clusterspanel.h"

#include "app/desktop/eventpage/sharebar.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/card.h"
#include "app/look/pieces/messagebar.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "models/items/format.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

const QString NewerKey = u"newerRun"_s;
constexpr int ExplainingEvents = 3;
constexpr int BarCharacters = 22;
constexpr double BestScore = 5.0; // metric_pred runs from 0 to 5

/// The service's caveats, by message key; an unknown one isn't shown raw.
QString noticeText(const QString &key)
{
    if (key == "no_clear_taste_groups"_L1)
        return ClustersPanel::tr(
            "Your sales show no clear groups of taste for this event: the clusters below overlap.");
    if (key == "few_sales"_L1)
        return ClustersPanel::tr("Few tickets were sold so far: the clusters rest on little and may change.");
    return key.isEmpty() ? QString()
                         : ClustersPanel::tr("Take these clusters with care: they rest on little data.");
}

QString becauseText(const TasteCluster &cluster)
{
    QStringList titles;
    for (const ExplainingEvent &event : cluster.because) {
        if (titles.size() < ExplainingEvents)
            titles.append(event.title);
    }
    return titles.isEmpty()
        ? QString()
        : ClustersPanel::tr("Because they bought %1").arg(QLocale().createSeparatedList(titles));
}

} // namespace

ClustersPanel::ClustersPanel(QWidget *parent)
    : QWidget(parent)
    , m_newer(new MessageBar)
    , m_rows(new QVBoxLayout)
    , m_notice(new TextLabel(TextRole::Body))
    , m_quality(new QPushButton(icon(u"chart"_s), tr("How good are they?")))
{
    setObjectName(u"clustersPanel"_s);
    setAccessibleName(tr("Taste clusters"));
    auto *heading = new TextLabel(TextRole::Section, tr("Taste clusters"));
    heading->setObjectName(u"clustersHeading"_s);
    m_notice->setObjectName(u"clustersNotice"_s);
    m_notice->setWordWrap(true);
    m_notice->setToken(Token::Muted);
    m_notice->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(units(this, 1));
    nameWidget(m_quality, u"clustersQuality"_s, tr("How good are these clusters?"));
    m_quality->hide();
    connect(m_quality, &QPushButton::clicked, this, &ClustersPanel::qualityRequested);
    auto *top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(m_quality);
    layout->addLayout(top);
    m_newer->setObjectName(u"newerClusters"_s);
    layout->addWidget(m_newer);
    connect(m_newer, &MessageBar::actionTriggered, this, &ClustersPanel::moveRequested);
    layout->addWidget(m_notice);
    m_rows->setSpacing(units(this, 1));
    layout->addLayout(m_rows);
}

void ClustersPanel::clearRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void ClustersPanel::setRun(const ClusterRun &run)
{
    clearRows();
    m_notice->setText(noticeText(run.notice));
    m_notice->setVisible(!run.notice.isEmpty());
    m_best = 0;
    for (const TasteCluster &cluster : run.clusters)
        m_best = std::max(m_best, cluster.probability.value_or(0));
    int number = 0;
    for (const TasteCluster &cluster : run.clusters)
        m_rows->addWidget(makeRow(cluster, ++number));
    if (run.clusters.empty())
        showReason(tr("There are no taste clusters for this event yet: too little was sold to tell."));
}

void ClustersPanel::showReason(const QString &reason)
{
    clearRows();
    m_notice->setText(reason);
    m_notice->show();
}

void ClustersPanel::setQualityKnown(bool known)
{
    m_quality->setVisible(known);
}

void ClustersPanel::setStale(bool stale)
{
    setUsable(this, !stale, tr("The taste clusters are being computed anew."));
}

void ClustersPanel::setNewerThanDraft(bool newer)
{
    if (newer)
        m_newer->post({NewerKey,
                       Tone::Accent,
                       tr("These are newer than the clusters of your draft, which stays on its own."),
                       tr("Compare and move…"),
                       false,
                       {}});
    else
        m_newer->clear(NewerKey);
}

QWidget *ClustersPanel::makeRow(const TasteCluster &cluster, int number)
{
    const QString suffix = QString::number(number);
    auto *card = new Card;
    card->setObjectName(u"cluster"_s + suffix);
    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 3));
    card->content()->addLayout(row);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(units(this, 0.5));
    auto *label =
        new TextLabel(TextRole::Strong, cluster.label.isEmpty() ? cluster.cluster.tc.value() : cluster.label);
    label->setObjectName(u"clusterLabel"_s + suffix);
    label->setWordWrap(true);
    label->setToolTip(tr("tc %1, run %2").arg(cluster.cluster.tc.value()).arg(cluster.cluster.tcRunId));
    texts->addWidget(label);
    if (const QString because = becauseText(cluster); !because.isEmpty()) {
        auto *why = new TextLabel(TextRole::Caption, because);
        why->setObjectName(u"clusterBecause"_s + suffix);
        why->setWordWrap(true);
        texts->addWidget(why);
    }
    texts->addStretch(1);
    row->addLayout(texts, 1);

    auto *figures = new QVBoxLayout;
    figures->setSpacing(units(this, 0.5));
    const std::optional<double> fit = cluster.metricPred
        ? std::optional(std::clamp(*cluster.metricPred / BestScore, 0.0, 1.0))
        : std::nullopt;
    // A probability that can be checked says more than a score; only the service's own extension has it.
    auto *fitText =
        new TextLabel(TextRole::Body,
                      cluster.probability ? tr("%1 likely to buy").arg(format::percent(cluster.probability))
                                          : tr("Fit %1").arg(format::percent(fit)));
    fitText->setObjectName(u"clusterFit"_s + suffix);
    auto *bar = new ShareBar;
    nameWidget(bar, u"clusterFitBar"_s + suffix, tr("Compared with the best cluster"));
    bar->setShare(cluster.probability && m_best > 0 ? std::optional(*cluster.probability / m_best) : fit);
    bar->setMinimumWidth(characters(this, BarCharacters));
    bar->setMaximumWidth(characters(this, BarCharacters));
    auto *reach = new TextLabel(TextRole::Caption,
                                cluster.reachEstimate ? tr("%1 people · %2")
                                                            .arg(format::number(cluster.reachEstimate),
                                                                 format::percent(cluster.sizeShare))
                                                      : tr("Reach unknown"));
    reach->setObjectName(u"clusterReach"_s + suffix);
    figures->addWidget(fitText);
    figures->addWidget(bar);
    reach->setToolTip(
        tr("How many of your reachable customers belong to it, and their share of all you can reach."));
    figures->addWidget(reach);
    figures->addStretch(1);
    row->addLayout(figures);
    return card;
}

} // namespace groundswell
