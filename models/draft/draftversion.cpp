#include "models/draft/draftversion.h"

#include "models/wave/json.h"

#include <QJsonDocument>

#include <array>

namespace groundswell {

namespace {

using Author = DraftVersion::Author;

constexpr std::array<std::pair<Author, QLatin1StringView>, 4> authors{
    {{Author::Me, QLatin1StringView("me")},
     {Author::Recovered, QLatin1StringView("recovered")},
     {Author::Merged, QLatin1StringView("merged")},
     {Author::Server, QLatin1StringView("server")}}};

constexpr QLatin1StringView rowKey("row");
/// Of an amount in a row that names no currency: it tells the minor units.
constexpr QLatin1StringView budgetCurrencyKey("budget_currency");

} // namespace

QByteArray DraftVersion::pack(const SetupProcess &row)
{
    const QJsonObject json{{rowKey, row.toJson()},
                           {budgetCurrencyKey, row.totalBudget ? row.totalBudget->currency : QString()}};
    return qCompress(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Expected<SetupProcess> DraftVersion::row() const
{
    const QJsonObject json = QJsonDocument::fromJson(qUncompress(packedRow)).object();
    if (!json.value(rowKey).isObject())
        return tl::unexpected(Problem::protocol(QStringLiteral("/row"), QStringLiteral("object")));
    return SetupProcess::fromJson(json.value(rowKey).toObject(), json.value(budgetCurrencyKey).toString());
}

QJsonObject DraftVersion::toJson() const
{
    QJsonArray fields;
    for (const FieldPath &path : changed)
        fields.append(path.toString());
    QJsonObject json{{QStringLiteral("id"), QString::number(id)},
                     {QStringLiteral("at"), at.toUTC().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("changed"), fields},
                     {QStringLiteral("changes"), changedCount},
                     {rowKey, QString::fromLatin1(packedRow.toBase64())}};
    for (const auto &[candidate, name] : authors) {
        if (candidate == author)
            json.insert(QStringLiteral("author"), QString(name));
    }
    return json;
}

Expected<DraftVersion> DraftVersion::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    DraftVersion version;
    version.id = reader.text("id").toULongLong();
    version.at = reader.dateTime("at");
    version.changedCount = reader.smallInteger("changes").value_or(0);
    for (const QString &path : reader.texts("changed")) {
        if (const auto field = FieldPath::fromString(path))
            version.changed.push_back(*field);
    }
    const QString name = reader.text("author");
    for (const auto &[candidate, word] : authors) {
        if (word == name)
            version.author = candidate;
    }
    version.packedRow = QByteArray::fromBase64(reader.text("row").toLatin1());
    return reader.finish(std::move(version));
}

} // namespace groundswell
