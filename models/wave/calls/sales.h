#pragma once

#include "models/wave/ids.h"
#include "models/wave/money.h"
#include "models/wave/problem.h"

#include <QDate>
#include <QDateTime>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace groundswell {

/// A row of GET /campaign_results/ (wave-api 2.6).
struct SalesAdjustment {
    QString id;
    EventId eid;
    std::optional<qint64> purchases;
    std::optional<Money> revenue;
    QDateTime createdAt;
    QString source; ///< automated | manual
    QJsonObject extra;
    friend bool operator==(const SalesAdjustment &, const SalesAdjustment &) = default;
    [[nodiscard]] static Expected<SalesAdjustment> fromJson(const QJsonObject &json, const QString &at,
                                                            const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};
[[nodiscard]] Expected<std::vector<SalesAdjustment>> salesAdjustmentsFromJson(const QJsonValue &json,
                                                                              const QString &currency);

/// One line of POST /ingest/transaction_summary.
struct TicketSales {
    QString type;
    qint64 sold = 0;
    Money revenue;
    friend bool operator==(const TicketSales &, const TicketSales &) = default;
    [[nodiscard]] static Expected<TicketSales> fromJson(const QJsonObject &json, const QString &at,
                                                        const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};
struct TransactionSummary {
    EventId eid;
    QDate from;
    QDate to;
    std::vector<TicketSales> tickets;
    friend bool operator==(const TransactionSummary &, const TransactionSummary &) = default;
    [[nodiscard]] static Expected<TransactionSummary> fromJson(const QJsonObject &json,
                                                               const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
