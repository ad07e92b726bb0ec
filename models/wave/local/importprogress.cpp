#include "models/wave/local/importprogress.h"

#include "models/wave/jsonparts.h"
#include "models/wave/local/importrequest.h"

#include <numeric>

namespace groundswell {

namespace {

qint64 sumOf(const std::vector<ImportedFile> &files, qint64 ImportedFile::*count)
{
    return std::accumulate(files.begin(), files.end(), qint64{0},
                           [count](qint64 sum, const ImportedFile &file) { return sum + file.*count; });
}

} // namespace

Expected<ImportProblem> ImportProblem::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    ImportProblem problem;
    problem.messageId = reader.text("message_id");
    problem.arguments = reader.texts("arguments");
    problem.file = reader.text("file");
    return reader.finish(std::move(problem));
}

QJsonObject ImportProblem::toJson() const
{
    return {{QLatin1StringView("message_id"), messageId},
            {QLatin1StringView("arguments"), textsJson(arguments)},
            {QLatin1StringView("file"), file}};
}

std::optional<ImportProblem> ImportProblem::in(const Problem &refusal)
{
    const QJsonObject inside = refusal.body.value(QLatin1StringView("problem")).toObject();
    for (const QJsonObject &carrier : {refusal.body, inside}) {
        const auto problem = ImportProblem::fromJson(carrier);
        if (problem && !problem->messageId.isEmpty())
            return *problem;
    }
    return std::nullopt;
}

Expected<RowCounts> RowCounts::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    RowCounts counts;
    counts.added = reader.integer("added").value_or(0);
    counts.replaced = reader.integer("replaced").value_or(0);
    counts.unchanged = reader.integer("unchanged").value_or(0);
    return reader.finish(counts);
}

QJsonObject RowCounts::toJson() const
{
    return {{QLatin1StringView("added"), added},
            {QLatin1StringView("replaced"), replaced},
            {QLatin1StringView("unchanged"), unchanged}};
}

Expected<ImportedFile> ImportedFile::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    ImportedFile file;
    file.kind = reader.text("kind");
    file.rows = reader.integer("rows").value_or(0);
    file.stored = reader.integer("stored").value_or(0);
    file.rejected = reader.integer("rejected").value_or(0);
    const QJsonObject reasons = reader.object("rejected_by_reason");
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
        file.rejectedByReason.insert(reason.key(), reason.value().toInteger());
    file.extra = reader.rest();
    return reader.finish(std::move(file));
}

QJsonObject ImportedFile::toJson() const
{
    QJsonObject reasons;
    for (auto reason = rejectedByReason.begin(); reason != rejectedByReason.end(); ++reason)
        reasons.insert(reason.key(), reason.value());
    QJsonObject json = extra;
    json.insert(QLatin1StringView("kind"), kind);
    json.insert(QLatin1StringView("rows"), rows);
    json.insert(QLatin1StringView("stored"), stored);
    json.insert(QLatin1StringView("rejected"), rejected);
    json.insert(QLatin1StringView("rejected_by_reason"), reasons);
    return json;
}

Expected<ImportReport> ImportReport::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    ImportReport report;
    report.files = reader.list<ImportedFile>("files", ImportedFile::fromJson);
    for (const QString &kind : importKinds()) {
        if (const auto counts = takePart<RowCounts>(reader, qPrintable(kind), RowCounts::fromJson))
            report.counts.insert(kind, *counts);
    }
    report.derivedCustomers = reader.integer("derived_customers").value_or(0);
    report.anonymousSales = reader.integer("anonymous_sales").value_or(0);
    report.notices = reader.texts("notices");
    report.extra = reader.rest();
    return reader.finish(std::move(report));
}

QJsonObject ImportReport::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("files"), listJson(files));
    for (auto kind = counts.begin(); kind != counts.end(); ++kind)
        json.insert(kind.key(), kind.value().toJson());
    json.insert(QLatin1StringView("derived_customers"), derivedCustomers);
    json.insert(QLatin1StringView("anonymous_sales"), anonymousSales);
    json.insert(QLatin1StringView("notices"), textsJson(notices));
    return json;
}

qint64 ImportReport::stored() const
{
    return sumOf(files, &ImportedFile::stored);
}

qint64 ImportReport::rejected() const
{
    return sumOf(files, &ImportedFile::rejected);
}

Expected<ImportProgress> ImportProgress::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ImportProgress progress;
    progress.id = reader.text("id");
    progress.state = reader.word<TaskState>("state");
    progress.phase = reader.text("phase");
    progress.share = reader.number("progress").value_or(0);
    progress.rows = reader.integer("rows").value_or(0);
    progress.report = takePart<ImportReport>(reader, "report", ImportReport::fromJson);
    progress.problem = takePart<ImportProblem>(reader, "problem", ImportProblem::fromJson);
    return reader.finish(std::move(progress));
}

QJsonObject ImportProgress::toJson() const
{
    return {{QLatin1StringView("id"), id},
            {QLatin1StringView("state"), textJson(state.wire())},
            {QLatin1StringView("phase"), phase},
            {QLatin1StringView("progress"), share},
            {QLatin1StringView("rows"), rows},
            {QLatin1StringView("report"), report ? QJsonValue(report->toJson()) : QJsonValue()},
            {QLatin1StringView("problem"), problem ? QJsonValue(problem->toJson()) : QJsonValue()}};
}

} // namespace groundswell
