#include "models/draft/rowpatch.h"

#include "models/wave/json.h"

#include <algorithm>
#include <iterator>

namespace groundswell {

namespace {

constexpr auto beforeKey = QLatin1StringView("before");
constexpr auto afterKey = QLatin1StringView("after");
constexpr auto atKey = QLatin1StringView("at");
constexpr auto removedKey = QLatin1StringView("removed");
constexpr auto insertedKey = QLatin1StringView("inserted");
/// Of the amount where the row itself names no currency: it tells the minor units.
constexpr auto budgetCurrencyKey = QLatin1StringView("budget_currency");

SetupProcess withoutLists(SetupProcess row)
{
    row.clusters.clear();
    row.creatives.clear();
    row.targeting.clear();
    row.integrationDetails.clear();
    row.updatedAt = {};
    return row;
}

/// The row's own members from \a own, its lists and the service's time from \a row.
SetupProcess withOwn(SetupProcess row, SetupProcess own)
{
    own.clusters = std::move(row.clusters);
    own.creatives = std::move(row.creatives);
    own.targeting = std::move(row.targeting);
    own.integrationDetails = std::move(row.integrationDetails);
    own.updatedAt = row.updatedAt;
    return own;
}

QJsonObject ownJson(const SetupProcess &own)
{
    QJsonObject json = own.contentJson();
    for (const char *list : {"creatives", "targeting", "integration_details"})
        json.remove(QLatin1StringView(list));
    return {{QStringLiteral("row"), json},
            {budgetCurrencyKey, own.totalBudget ? own.totalBudget->currency : QString()}};
}

Expected<SetupProcess> ownFromJson(const QJsonObject &json)
{
    return SetupProcess::fromJson(json.value(QLatin1StringView("row")).toObject(),
                                  json.value(budgetCurrencyKey).toString());
}

template <class T> QJsonArray arrayOf(const std::vector<T> &list)
{
    QJsonArray array;
    for (const T &element : list)
        array.append(toJson(element));
    return array;
}

} // namespace

template <class T>
RowPatch::Splice<T> RowPatch::spliceOf(const std::vector<T> &before, const std::vector<T> &after)
{
    const auto [oldFirst, newFirst] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto [oldLast, newLast] = std::mismatch(before.rbegin(), std::make_reverse_iterator(oldFirst),
                                                  after.rbegin(), std::make_reverse_iterator(newFirst));
    return {static_cast<size_t>(oldFirst - before.begin()),
            {oldFirst, oldLast.base()},
            {newFirst, newLast.base()}};
}

template <class T> bool RowPatch::splice(std::vector<T> &list, const Splice<T> &change, Direction direction)
{
    const bool forwards = direction == Direction::Forwards;
    const std::vector<T> &out = forwards ? change.removed : change.inserted;
    const std::vector<T> &in = forwards ? change.inserted : change.removed;
    if (change.at > list.size() || out.size() > list.size() - change.at)
        return false;
    const auto from = list.begin() + static_cast<std::ptrdiff_t>(change.at);
    if (out.size() == in.size()) {
        std::copy(in.begin(), in.end(), from); // the usual edit of one entry: nothing moves
        return true;
    }
    const auto gap = list.erase(from, from + static_cast<std::ptrdiff_t>(out.size()));
    list.insert(gap, in.begin(), in.end());
    return true;
}

template <class T> QJsonObject RowPatch::spliceJson(const Splice<T> &change)
{
    return {{atKey, static_cast<qint64>(change.at)},
            {removedKey, arrayOf(change.removed)},
            {insertedKey, arrayOf(change.inserted)}};
}

RowPatch RowPatch::between(const SetupProcess &before, const SetupProcess &after)
{
    RowPatch patch;
    SetupProcess ownBefore = withoutLists(before);
    SetupProcess ownAfter = withoutLists(after);
    if (ownBefore != ownAfter)
        patch.m_own = {std::move(ownBefore), std::move(ownAfter)};
    patch.m_clusters = spliceOf(before.clusters, after.clusters);
    patch.m_creatives = spliceOf(before.creatives, after.creatives);
    patch.m_targeting = spliceOf(before.targeting, after.targeting);
    patch.m_integrations = spliceOf(before.integrationDetails, after.integrationDetails);
    return patch;
}

bool RowPatch::isEmpty() const
{
    const auto none = [](const auto &change) { return change.removed.empty() && change.inserted.empty(); };
    return !m_own && none(m_clusters) && none(m_creatives) && none(m_targeting) && none(m_integrations);
}

std::optional<SetupProcess> RowPatch::patched(SetupProcess row, Direction direction) const
{
    const bool fits = splice(row.clusters, m_clusters, direction)
        && splice(row.creatives, m_creatives, direction) && splice(row.targeting, m_targeting, direction)
        && splice(row.integrationDetails, m_integrations, direction);
    if (!fits)
        return std::nullopt;
    if (m_own)
        row = withOwn(std::move(row), direction == Direction::Forwards ? m_own->second : m_own->first);
    return row;
}

std::optional<SetupProcess> RowPatch::applied(SetupProcess before) const
{
    return patched(std::move(before), Direction::Forwards);
}

std::optional<SetupProcess> RowPatch::reverted(SetupProcess after) const
{
    return patched(std::move(after), Direction::Backwards);
}

QJsonObject RowPatch::toJson() const
{
    QJsonObject json;
    if (m_own) {
        json.insert(beforeKey, ownJson(m_own->first));
        json.insert(afterKey, ownJson(m_own->second));
    }
    const auto put = [&](const char *list, const auto &change) {
        if (!change.removed.empty() || !change.inserted.empty())
            json.insert(QLatin1StringView(list), spliceJson(change));
    };
    put("tcs", m_clusters);
    put("creatives", m_creatives);
    put("targeting", m_targeting);
    put("integration_details", m_integrations);
    return json;
}

Expected<RowPatch> RowPatch::fromJson(const QJsonObject &json)
{
    RowPatch patch;
    JsonReader reader(json, {});
    if (json.contains(beforeKey)) {
        auto before = ownFromJson(reader.object("before"));
        auto after = ownFromJson(reader.object("after"));
        if (!before || !after)
            return tl::unexpected(before ? after.error() : before.error());
        patch.m_own = {std::move(*before), std::move(*after)};
    }
    const auto take = [&](const char *list, auto &change, auto parse) {
        using T = typename std::decay_t<decltype(change.removed)>::value_type;
        JsonReader inner(reader.object(list), reader.pointerTo(list));
        change.at = static_cast<size_t>(std::max<qint64>(0, inner.integer("at").value_or(0)));
        change.removed = inner.list<T>("removed", parse);
        change.inserted = inner.list<T>("inserted", parse);
        if (inner.problem())
            reader.fail(*inner.problem());
    };
    take("tcs", patch.m_clusters, chosenClusterFromJson);
    take("creatives", patch.m_creatives, creativeFromJson);
    take("targeting", patch.m_targeting, targetingFromJson);
    take("integration_details", patch.m_integrations, integrationDetailsFromJson);
    return reader.finish(std::move(patch));
}

} // namespace groundswell
