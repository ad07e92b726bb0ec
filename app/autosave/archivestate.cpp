#include "app/autosave/archivestate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace groundswell {

namespace {

constexpr QLatin1StringView typeKey("type");
constexpr QLatin1StringView undoStart("undoStart");
constexpr QLatin1StringView undoChange("undo");
constexpr QLatin1StringView undoEnd("undoEnd");
constexpr QLatin1StringView versionType("version");
constexpr QLatin1StringView rowKey("row");
constexpr QLatin1StringView stepsKey("steps");
constexpr QLatin1StringView indexKey("index");
constexpr QLatin1StringView droppedKey("dropped");
constexpr QLatin1StringView removedKey("removed");
constexpr QLatin1StringView boundedKey("bounded");

qint64 bytesOf(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact).size();
}

QString packed(const SetupProcess &row)
{
    return QString::fromLatin1(DraftVersion::pack(row).toBase64());
}

Expected<SetupProcess> unpacked(const QJsonValue &value)
{
    DraftVersion version;
    version.packedRow = QByteArray::fromBase64(value.toString().toLatin1());
    return version.row();
}

} // namespace

QJsonObject ArchiveState::undoStartRecord(const KeptUndo &undo)
{
    std::optional<SetupProcess> start = undo.row;
    for (int i = undo.trail.index; start && i > 0; --i)
        start = undo.trail.steps[static_cast<size_t>(i - 1)].patch.reverted(std::move(*start));
    if (!start)
        return undoEndRecord();
    QJsonArray steps;
    for (const DraftStep &step : undo.trail.steps)
        steps.append(step.toJson());
    return {{typeKey, QString(undoStart)},
            {rowKey, packed(*start)},
            {stepsKey, steps},
            {indexKey, undo.trail.index}};
}

QJsonObject ArchiveState::undoChangeRecord(const UndoChange &change)
{
    QJsonArray steps;
    for (const DraftStep &step : change.added)
        steps.append(step.toJson());
    return {{typeKey, QString(undoChange)},
            {droppedKey, change.dropped},
            {removedKey, change.removed},
            {stepsKey, steps},
            {indexKey, change.index}};
}

QJsonObject ArchiveState::undoEndRecord()
{
    return {{typeKey, QString(undoEnd)}};
}

QJsonObject ArchiveState::versionRecord(const DraftVersion &version)
{
    QJsonObject record = version.toJson();
    record.insert(typeKey, QString(versionType));
    return record;
}

void ArchiveState::apply(const QJsonObject &record)
{
    const QString type = record.value(typeKey).toString();
    if (type == versionType) {
        if (auto version = DraftVersion::fromJson(record)) {
            m_versions.push_back(std::move(*version));
            boundVersions();
        }
    } else if (type == undoChange) {
        change(record);
    } else if (type == undoStart || type == undoEnd) {
        forgetUndo();
        if (type == undoEnd)
            return;
        if (auto start = unpacked(record.value(rowKey))) {
            m_start = std::move(*start);
            change(record);
            m_bounded = record.value(boundedKey).toInt();
        }
    }
}

void ArchiveState::change(const QJsonObject &record)
{
    if (!m_start)
        return;
    const int dropped = std::max(0, record.value(droppedKey).toInt());
    dropOldestSteps(static_cast<size_t>(std::max(0, dropped - m_bounded)));
    m_bounded = std::max(0, m_bounded - dropped);
    const auto removed = static_cast<size_t>(std::max(0, record.value(removedKey).toInt()));
    m_steps.resize(m_steps.size() - std::min(removed, m_steps.size()));
    for (const auto &step : record.value(stepsKey).toArray())
        m_steps.push_back(step.toObject());
    m_index = record.value(indexKey).toInt() - m_bounded;
    if (m_index < 0 || m_index > static_cast<int>(m_steps.size()))
        forgetUndo(); // the program took back more steps than the bounds let us follow
}

// The row before the first step moves on with every step that goes.
void ArchiveState::dropOldestSteps(size_t count)
{
    for (size_t i = 0; m_start && i < count && !m_steps.empty(); ++i) {
        const auto step = DraftStep::fromJson(m_steps.front());
        m_start = step ? step->patch.applied(std::move(*m_start)) : std::nullopt;
        m_steps.erase(m_steps.begin());
        --m_index;
    }
    if (!m_start)
        forgetUndo();
}

void ArchiveState::forgetUndo()
{
    m_start.reset();
    m_steps.clear();
    m_index = 0;
    m_bounded = 0;
}

void ArchiveState::boundUndo()
{
    qint64 bytes = 0;
    size_t kept = 0;
    for (auto step = m_steps.rbegin(); step != m_steps.rend(); ++step, ++kept) {
        bytes += bytesOf(*step);
        if (bytes > mostUndoBytes)
            break;
    }
    const size_t excess = m_steps.size() - kept;
    dropOldestSteps(excess);
    m_bounded += static_cast<int>(excess);
    if (m_index < 0)
        forgetUndo();
}

void ArchiveState::boundVersions()
{
    qint64 bytes = 0;
    size_t kept = 0;
    for (auto version = m_versions.rbegin(); version != m_versions.rend() && kept < mostVersions;
         ++version, ++kept) {
        bytes += version->packedRow.size();
        if (bytes > mostVersionBytes && kept > 0)
            break;
    }
    m_versions.erase(m_versions.begin(), m_versions.end() - static_cast<std::ptrdiff_t>(kept));
}

QJsonObject ArchiveState::startRecord() const
{
    QJsonArray steps;
    for (const QJsonObject &step : m_steps)
        steps.append(step);
    return {{typeKey, QString(undoStart)},
            {rowKey, packed(*m_start)},
            {stepsKey, steps},
            {indexKey, m_index},
            {boundedKey, m_bounded}};
}

std::vector<QJsonObject> ArchiveState::compacted()
{
    boundUndo();
    std::vector<QJsonObject> records;
    for (const DraftVersion &version : m_versions)
        records.push_back(versionRecord(version));
    if (m_start)
        records.push_back(startRecord());
    return records;
}

std::optional<KeptUndo> ArchiveState::undo() const
{
    if (!m_start)
        return std::nullopt;
    KeptUndo undo{*m_start, {}};
    std::optional<SetupProcess> row = *m_start;
    for (const QJsonObject &record : m_steps) {
        auto step = DraftStep::fromJson(record);
        row = row && step ? step->patch.applied(std::move(*row)) : std::nullopt;
        if (!row)
            return std::nullopt; // if one step can't be read, the others lose what they stand on
        undo.trail.steps.push_back(std::move(*step));
        if (static_cast<int>(undo.trail.steps.size()) == m_index)
            undo.row = *row;
    }
    undo.trail.index = m_index;
    return undo;
}

} // namespace groundswell
