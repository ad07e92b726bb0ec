#include "models/draft/merge.h"

#include "models/draft/rowfields.h"

#include <QSet>

#include <algorithm>

namespace groundswell {

namespace {

QJsonValue absent()
{
    return QJsonValue(QJsonValue::Undefined);
}

const RowEntry *find(const std::vector<RowEntry> &entries, const FieldPath &path)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const RowEntry &entry) { return entry.path == path; });
    return found == entries.end() ? nullptr : &*found;
}

FieldPath memberPath(FieldPath entry, const QString &member)
{
    entry.member = member;
    return entry;
}

QJsonValue wholeEntry(const RowEntry *entry)
{
    return entry ? QJsonValue(entryJson(entry->path, entry->members)) : absent();
}

QSet<QString> namesOf(const Members &a, const Members &b)
{
    const QList<QString> first = a.keys();
    const QList<QString> second = b.keys();
    return QSet<QString>(first.begin(), first.end()) + QSet<QString>(second.begin(), second.end());
}

template <class PathOf>
void compareMembers(const Members &before, const Members &after, PathOf pathOf,
                    std::vector<FieldDifference> &result)
{
    const QSet<QString> set = namesOf(before, after);
    QList<QString> names(set.begin(), set.end());
    std::sort(names.begin(), names.end());
    for (const QString &name : names) {
        const QJsonValue old = before.value(name, absent());
        const QJsonValue now = after.value(name, absent());
        if (old != now)
            result.push_back({pathOf(name), old, now});
    }
}

void compareEntries(const std::vector<RowEntry> &before, const std::vector<RowEntry> &after,
                    std::vector<FieldDifference> &result)
{
    for (const RowEntry &old : before) {
        const RowEntry *now = find(after, old.path);
        if (now) {
            compareMembers(
                old.members, now->members, [&](const QString &name) { return memberPath(old.path, name); },
                result);
        } else {
            result.push_back({old.path, wholeEntry(&old), absent()});
        }
    }
    for (const RowEntry &now : after) {
        if (!find(before, now.path))
            result.push_back({now.path, absent(), wholeEntry(&now)});
    }
}

/// Merges one row; collects what it decided in the result it was given.
class Merger {
public:
    explicit Merger(MergeResult &result)
        : m_result(result)
    {
    }

    template <class PathOf>
    Members members(const Members &base, const Members &mine, const Members &theirs, PathOf pathOf)
    {
        Members merged;
        const QSet<QString> set = namesOf(mine, theirs) + namesOf(base, {});
        QList<QString> names(set.begin(), set.end());
        std::sort(names.begin(), names.end());
        for (const QString &name : names) {
            const QJsonValue value = field(pathOf(name), base.value(name, absent()),
                                           mine.value(name, absent()), theirs.value(name, absent()));
            if (!value.isUndefined())
                merged.insert(name, value);
        }
        return merged;
    }

    std::vector<RowEntry> list(const std::vector<RowEntry> &base, const std::vector<RowEntry> &mine,
                               const std::vector<RowEntry> &theirs)
    {
        std::vector<RowEntry> merged;
        for (const FieldPath &path : order(base, mine, theirs)) {
            auto members = entry(path, find(base, path), find(mine, path), find(theirs, path), theirs);
            if (members)
                merged.push_back({path, std::move(*members)});
        }
        return merged;
    }

private:
    QJsonValue field(const FieldPath &path, const QJsonValue &base, const QJsonValue &mine,
                     const QJsonValue &theirs)
    {
        if (theirs == base || theirs == mine)
            return mine;
        if (mine == base) {
            m_result.takenFromTheirs.push_back(path);
            return theirs;
        }
        m_result.conflicts.push_back({path, base, mine, theirs});
        return mine;
    }

    /// The members of one entry, or nothing where it is gone.
    std::optional<Members> entry(const FieldPath &path, const RowEntry *base, const RowEntry *mine,
                                 const RowEntry *theirs, const std::vector<RowEntry> &theirList)
    {
        if (mine && theirs) {
            const Members common = base ? base->members : emptyMembers(path);
            return members(common, mine->members, theirs->members,
                           [&](const QString &name) { return memberPath(path, name); });
        }
        const RowEntry *kept = mine ? mine : theirs;
        if (!base) {
            if (theirs)
                m_result.takenFromTheirs.push_back(path);
            return kept ? std::optional(kept->members) : std::nullopt;
        }
        if (!kept) // removed by both
            return std::nullopt;
        const bool editedByKeeper = kept->members != base->members;
        if (theirs) { // removed by me
            if (editedByKeeper)
                m_result.conflicts.push_back({path, wholeEntry(base), absent(), wholeEntry(theirs)});
            return std::nullopt;
        }
        if (editedByKeeper || laterVariantIsKept(path, theirList)) {
            m_result.conflicts.push_back({path, wholeEntry(base), wholeEntry(mine), absent()});
            return mine->members;
        }
        m_result.takenFromTheirs.push_back(path);
        return std::nullopt;
    }

    /// Variants are told apart by position: where they removed several and I edited a later one of them, the
    /// earlier ones stay in question together with it, else the edited one would change its position.
    [[nodiscard]] bool laterVariantIsKept(const FieldPath &path, const std::vector<RowEntry> &theirList) const
    {
        FieldPath later = path;
        for (++later.index; const RowEntry *mine = find(*m_mine, later); ++later.index) {
            const RowEntry *base = find(*m_base, later);
            if (base && base->members != mine->members && !find(theirList, later))
                return true;
        }
        return false;
    }

    /// Mine, unless only they changed the order; what only the other side has follows its predecessor there.
    std::vector<FieldPath> order(const std::vector<RowEntry> &base, const std::vector<RowEntry> &mine,
                                 const std::vector<RowEntry> &theirs)
    {
        m_base = &base;
        m_mine = &mine;
        const auto samePaths = [](const RowEntry &a, const RowEntry &b) { return a.path == b.path; };
        const bool mineAsBase = std::equal(mine.begin(), mine.end(), base.begin(), base.end(), samePaths);
        const auto &leading = mineAsBase ? theirs : mine;
        const auto &other = mineAsBase ? mine : theirs;

        std::vector<FieldPath> paths;
        for (const RowEntry &entry : leading)
            paths.push_back(entry.path);
        for (size_t i = 0; i < other.size(); ++i) {
            if (std::find(paths.begin(), paths.end(), other[i].path) != paths.end())
                continue;
            // Behind its predecessor, and never before an earlier variant of its own cluster.
            FieldPath earlier = other[i].path;
            --earlier.index;
            size_t position = i > 0 ? behind(paths, other[i - 1].path) : 0;
            position = std::max(position, behind(paths, earlier));
            paths.insert(paths.begin() + static_cast<std::ptrdiff_t>(position), other[i].path);
        }
        return paths;
    }

    /// Index of the place after \a path; 0 where it isn't there.
    static size_t behind(const std::vector<FieldPath> &paths, const FieldPath &path)
    {
        const auto found = std::find(paths.begin(), paths.end(), path);
        return found == paths.end() ? 0 : static_cast<size_t>(found - paths.begin()) + 1;
    }

    MergeResult &m_result;
    const std::vector<RowEntry> *m_base = nullptr;
    const std::vector<RowEntry> *m_mine = nullptr;
};

} // namespace

std::vector<FieldDifference> differences(const SetupProcess &before, const SetupProcess &after)
{
    const RowFields old = RowFields::of(before);
    const RowFields now = RowFields::of(after);
    std::vector<FieldDifference> result;
    compareMembers(old.own, now.own, ownPath, result);
    for (size_t i = 0; i < rowSections.size(); ++i)
        compareEntries(old.lists[i], now.lists[i], result);
    return result;
}

MergeResult merge(const SetupProcess &base, const SetupProcess &mine, const SetupProcess &theirs)
{
    const RowFields baseFields = RowFields::of(base);
    const RowFields myFields = RowFields::of(mine);
    const RowFields theirFields = RowFields::of(theirs);

    MergeResult result;
    Merger merger(result);
    RowFields merged;
    merged.own = merger.members(baseFields.own, myFields.own, theirFields.own, ownPath);
    for (size_t i = 0; i < rowSections.size(); ++i)
        merged.lists[i] = merger.list(baseFields.lists[i], myFields.lists[i], theirFields.lists[i]);

    result.merged = merged.toRow();
    // The amount keeps the minor units of the side it came from; the decimal number alone doesn't know them.
    result.merged.totalBudget = mine.totalBudget == base.totalBudget ? theirs.totalBudget : mine.totalBudget;
    result.merged.updatedAt = mine.updatedAt == base.updatedAt ? theirs.updatedAt : mine.updatedAt;
    return result;
}

namespace {

void setMember(Members &members, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined())
        members.remove(name);
    else
        members.insert(name, value);
}

void setInList(std::vector<RowEntry> &list, const FieldPath &path, const QJsonValue &value)
{
    FieldPath whole = path;
    whole.member.clear();
    auto entry = std::find_if(list.begin(), list.end(), [&](const RowEntry &e) { return e.path == whole; });
    if (path.member.isEmpty() && value.isUndefined()) {
        if (entry != list.end())
            list.erase(entry);
        return;
    }
    if (entry == list.end())
        entry = list.insert(list.end(), {whole, emptyMembers(whole)});
    if (path.member.isEmpty())
        entry->members = entryMembers(whole, value.toObject());
    else
        setMember(entry->members, path.member, value);
}

} // namespace

SetupProcess withField(const SetupProcess &row, const FieldPath &path, const QJsonValue &value)
{
    RowFields fields = RowFields::of(row);
    const auto section = std::find_if(rowSections.begin(), rowSections.end(), [&](const char *name) {
        return path.section == QLatin1StringView(name);
    });
    if (section == rowSections.end())
        setMember(fields.own, ownName(path), value);
    else if (path.cluster)
        setInList(fields.lists[static_cast<size_t>(section - rowSections.begin())], path, value);

    SetupProcess changed = fields.toRow();
    // The decimal number of the wire doesn't know its minor units: they stay those of the row.
    const QString currency =
        changed.currency.isEmpty() && row.totalBudget ? row.totalBudget->currency : changed.currency;
    if (path.section == u"totalBudget")
        changed.totalBudget = Money::fromJson(value, currency);
    else
        changed.totalBudget = row.totalBudget;
    changed.updatedAt = row.updatedAt;
    return changed;
}

} // namespace groundswell
