#include "people.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace groundswell::test {

namespace {

constexpr int clusters = 4; // the last one is the marketer's to choose and to leave out
constexpr int sharedClusters = clusters - 1;
constexpr int mostVariants = 4;

ClusterRef cluster(int index)
{
    return {ClusterName(QStringLiteral("taste_%1").arg(index)), 42};
}

Creative creativeOf(const SetupProcess &row, const ClusterRef &of, size_t variant)
{
    const auto positions = row.creativesOf(of);
    return variant < positions.size() ? row.creatives[positions[variant]] : Creative();
}

Targeting targetingOf(const SetupProcess &row, const ClusterRef &of)
{
    const Targeting *found = row.targetingOf(of);
    return found ? *found : Targeting();
}

QJsonValue number(const std::optional<int> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

} // namespace

SetupProcess firstRow(const EventId &eid)
{
    SetupProcess row;
    row.eid = eid;
    row.goal = Goal::LinkClicks;
    row.currency = QStringLiteral("EUR");
    row.totalBudget = Money{10'000, row.currency};
    row.dsaPayor = QStringLiteral("0");
    row.dsaBeneficiary = QStringLiteral("0");
    row.extra.insert(QStringLiteral("x_later_version"), QJsonArray{1, QStringLiteral("kept")});
    for (int i = 0; i < clusters; ++i) {
        row.clusters.push_back({cluster(i), {}, {}});
        for (int variant = 0; variant < 2; ++variant) {
            Creative creative;
            creative.cluster = cluster(i);
            creative.headline = QStringLiteral("headline %1.%2").arg(i).arg(variant);
            creative.body = QStringLiteral("body");
            creative.description = QStringLiteral("description");
            row.creatives.push_back(creative);
        }
        Targeting targeting;
        targeting.cluster = cluster(i);
        targeting.demographics.ageMin = 18;
        targeting.demographics.ageMax = 65;
        row.targeting.push_back(targeting);
        IntegrationDetails details;
        details.cluster = cluster(i);
        details.adAccountId = QStringLiteral("act_1");
        details.pageId = QStringLiteral("0");
        row.integrationDetails.push_back(details);
    }
    return row;
}

QByteArray partOf(Person person, const SetupProcess &row)
{
    QJsonArray part;
    switch (person) {
    case Person::Marketer:
        part.append(row.dsaPayor);
        part.append(row.totalBudget ? QJsonValue(row.totalBudget->minor) : QJsonValue());
        part.append(row.hasCluster(cluster(sharedClusters)));
        part.append(row.extra);
        break;
    case Person::Anna:
        part.append(row.dsaBeneficiary);
        break;
    case Person::Ben:
        break;
    }
    for (int i = 0; i < clusters; ++i) {
        const size_t variants = row.creativesOf(cluster(i)).size();
        switch (person) {
        case Person::Marketer:
            part.append(static_cast<int>(variants));
            for (size_t variant = 0; variant < variants; ++variant) {
                const Creative creative = creativeOf(row, cluster(i), variant);
                part.append(creative.headline);
                part.append(creative.body);
            }
            part.append(number(targetingOf(row, cluster(i)).demographics.ageMin));
            break;
        case Person::Anna:
            part.append(creativeOf(row, cluster(i), 0).description);
            break;
        case Person::Ben:
            part.append(number(targetingOf(row, cluster(i)).demographics.ageMax));
            const IntegrationDetails *details = row.integrationOf(cluster(i));
            part.append(details ? details->pageId : QString());
            break;
        }
    }
    return QJsonDocument(part).toJson(QJsonDocument::Compact);
}

void editAs(Person colleague, SetupProcess &row, QRandomGenerator &random, int number)
{
    const ClusterRef chosen = cluster(random.bounded(sharedClusters));
    const bool first = random.bounded(2) == 0;
    if (colleague == Person::Anna && first) {
        row.dsaBeneficiary = QStringLiteral("Anna %1").arg(number);
    } else if (colleague == Person::Anna) {
        row.creatives[row.creativesOf(chosen).at(0)].description = QStringLiteral("Anna %1").arg(number);
    } else if (first) {
        for (IntegrationDetails &details : row.integrationDetails) {
            if (details.cluster == chosen)
                details.pageId = QStringLiteral("Ben %1").arg(number);
        }
    } else {
        for (Targeting &targeting : row.targeting) {
            if (targeting.cluster == chosen)
                targeting.demographics.ageMax = 40 + number % 25;
        }
    }
}

Typing::Typing(QRandomGenerator &random)
    : m_field(static_cast<Field>(random.bounded(7)))
    , m_cluster(random.bounded(clusters))
    , m_variant(random.bounded(2))
{
}

void Typing::key(SetupDraft &draft, int number) const
{
    const SetupProcess &row = draft.data();
    const ClusterRef own = cluster(m_cluster);
    Creative creative = creativeOf(row, own, static_cast<size_t>(m_variant));
    switch (m_field) {
    case Field::Payor:
        draft.setDsa(QString::number(number), row.dsaBeneficiary);
        return;
    case Field::Budget:
        draft.setTotalBudget(Money{10'000 + number, QStringLiteral("EUR")});
        return;
    case Field::Headline:
        creative.headline = QStringLiteral("headline ") + QString::number(number);
        draft.setCreative(own, m_variant, creative, QStringLiteral("headline"));
        return;
    case Field::Body:
        creative.body = QStringLiteral("body ") + QString::number(number);
        draft.setCreative(own, m_variant, creative, QStringLiteral("body"));
        return;
    case Field::LeastAge: {
        Targeting targeting = targetingOf(row, own);
        targeting.cluster = own;
        targeting.demographics.ageMin = 13 + number % 25;
        draft.setTargeting(targeting);
        return;
    }
    case Field::Variant: {
        const auto variants = static_cast<int>(row.creativesOf(own).size());
        if (variants >= mostVariants) {
            draft.removeCreative(own, variants - 1);
        } else {
            creative.headline = QStringLiteral("variant ") + QString::number(number);
            draft.setCreative(own, variants, creative);
        }
        return;
    }
    case Field::Cluster:
        draft.setClusterChosen(cluster(sharedClusters), !row.hasCluster(cluster(sharedClusters)));
        return;
    }
}

} // namespace groundswell::test
