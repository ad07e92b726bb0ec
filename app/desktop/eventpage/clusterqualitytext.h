#pragma once

#include "app/look/pieces/barlist.h"
#include "app/look/style/tone.h"
#include "models/wave/local/clusterquality.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace groundswell {

/// The report on the clusters' quality in plain words.
class ClusterQualityText {
    Q_DECLARE_TR_FUNCTIONS(ClusterQualityText)
public:
    /// The result in a sentence or two.
    [[nodiscard]] static QString headline(const ClusterQualityReport &report);
    /// What the figures rest on.
    [[nodiscard]] static QString basis(const ClusterQualityReport &report);

    struct Ranking {
        QString name;
        BarList::Bar bar; ///< the lift
        QString lift, auc; ///< with their intervals
    };
    /// The best first; empty where nothing was replayed.
    [[nodiscard]] static std::vector<Ranking> rankings(const ClusterQualityReport &report);

    struct Check {
        QString question, value, target, verdict;
        Tone tone = Tone::Neutral;
    };
    [[nodiscard]] static std::vector<Check> checks(const ClusterQualityReport &report);

    /// What is being done, for a phase of the evaluation.
    [[nodiscard]] static QString phase(const QString &phase);
};

} // namespace groundswell
