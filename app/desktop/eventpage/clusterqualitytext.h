#pragma once

#include "app/look/pieces/barlist.h"
#include "app/look/style/tone.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace groundswell {

/// The report of a taste evaluation (`TasteEvaluation` of the API's description) in plain words.
class ClusterQualityText {
    Q_DECLARE_TR_FUNCTIONS(ClusterQualityText)
public:
    /// The result in a sentence or two.
    [[nodiscard]] static QString headline(const QJsonObject &report);
    /// What the figures rest on.
    [[nodiscard]] static QString basis(const QJsonObject &report);

    struct Ranking {
        QString name;
        BarList::Bar bar; ///< the lift
        QString lift, auc; ///< with their intervals
    };
    /// The best first; empty where nothing was replayed.
    [[nodiscard]] static std::vector<Ranking> rankings(const QJsonObject &report);

    struct Check {
        QString question, value, target, verdict;
        Tone tone = Tone::Neutral;
    };
    [[nodiscard]] static std::vector<Check> checks(const QJsonObject &report);

    /// What is being done, for a phase of the evaluation.
    [[nodiscard]] static QString phase(const QString &phase);
};

} // namespace groundswell
