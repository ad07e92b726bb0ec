#include "app/service/usecases/import/importjobs.h"

#include "app/service/store/refusal.h"
#include "app/service/store/salesstore.h"
#include "app/service/usecases/forms/bodyform.h"

#include <QJsonDocument>

namespace groundswell::service {

namespace {

constexpr std::size_t remembered = 20;

Problem refused(const ImportProblem &problem)
{
    Problem result =
        refusal(400, QStringLiteral("error.import.refused"), {{problem.messageId, problem.file}});
    result.body.insert(QStringLiteral("problem"), problem.toJson());
    return result;
}

/// The files that a request names, in the order in which they are read.
Expected<std::vector<ImportFile>> filesOf(const QJsonObject &request)
{
    BodyForm form;
    form.texts(request, {}, {"events", "sales", "customers", "rejects"});
    const QJsonValue mapping = request.value(u"mapping");
    if (!mapping.isUndefined() && !mapping.isNull() && !mapping.isObject())
        form.fault("wrong_type", QStringLiteral("/mapping"));
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return tl::make_unexpected(found.error());
    std::vector<ImportFile> files;
    for (const FileKind kind : allFileKinds()) {
        const QString path = request.value(QLatin1StringView(fileKindName(kind))).toString();
        if (!path.isEmpty())
            files.push_back({kind, path});
    }
    if (files.empty())
        return tl::make_unexpected(invalidField(QStringLiteral("missing"), QStringLiteral("/sales")));
    return files;
}

Expected<ImportRequest> requestOf(const QJsonObject &json)
{
    ImportRequest request;
    auto files = filesOf(json);
    if (!files)
        return tl::make_unexpected(files.error());
    request.files = std::move(*files);
    request.rejectsPath = json.value(u"rejects").toString();
    if (json.value(u"mapping").isObject()) {
        auto mapping = ImportMapping::fromJson(QJsonDocument(json.value(u"mapping").toObject()).toJson());
        if (!mapping)
            return tl::make_unexpected(refused(mapping.error()));
        request.mapping = std::move(*mapping);
    }
    return request;
}

bool isOver(const QString &state)
{
    return state == u"SUCCESS" || state == u"FAILURE";
}

} // namespace

Expected<QJsonObject> ImportJobs::preview(const QJsonObject &request) const
{
    const auto files = filesOf(request);
    if (!files)
        return tl::make_unexpected(files.error());
    QJsonObject result;
    for (const ImportFile &file : *files) {
        const auto preview = previewFile(file.path, file.kind);
        if (!preview)
            return tl::make_unexpected(refused(preview.error()));
        result.insert(QLatin1StringView(fileKindName(file.kind)), preview->toJson());
    }
    return result;
}

Expected<QString> ImportJobs::start(const QJsonObject &json)
{
    const auto request = requestOf(json);
    if (!request)
        return tl::make_unexpected(request.error());
    auto entry = std::make_shared<Entry>();
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &other : m_entries) {
            if (!isOver(other->state))
                return tl::make_unexpected(refusal(409, QStringLiteral("error.import.running")));
        }
        entry->id = QStringLiteral("imp_%1").arg(++m_started);
        m_entries.push_back(entry);
        if (m_entries.size() > remembered)
            m_entries.pop_front();
    }
    m_workspace.jobs().post(
        [this, entry, wanted = *request](const std::stop_token &stop) { run(entry, wanted, stop); });
    return entry->id;
}

void ImportJobs::run(const std::shared_ptr<Entry> &entry, const ImportRequest &request,
                     const std::stop_token &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        entry->state = QStringLiteral("STARTED");
    }
    // The end of the service stops it as the user's own wish does.
    const std::stop_callback onEnd(stop, [&] { entry->stop.request_stop(); });
    const auto report = importFiles(m_workspace.store(), request,
                                    {entry->stop.get_token(), [&](const ImportProgress &progress) {
                                         const std::lock_guard lock(m_mutex);
                                         entry->progress = progress;
                                     }});
    if (!report) // what it has written counts for nobody, and needs no room; not at the end of the service
        (void)m_workspace.store().sales().tidyUp(stop);
    if (report)
        m_runs.warmUp(); // first, so that who hears of the success finds the new run under way
    {
        const std::lock_guard lock(m_mutex);
        entry->state = report ? QStringLiteral("SUCCESS") : QStringLiteral("FAILURE");
        if (report) {
            entry->report = report->toJson();
            entry->progress.share = 1.0;
        } else {
            entry->problem = report.error().toJson();
        }
    }
}

std::shared_ptr<ImportJobs::Entry> ImportJobs::find(const QString &id) const
{
    for (const auto &entry : m_entries) {
        if (entry->id == id)
            return entry;
    }
    return nullptr;
}

Expected<QJsonObject> ImportJobs::progress(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    const auto entry = find(id);
    if (!entry)
        return tl::make_unexpected(refusal(404, QStringLiteral("error.import.not_found")));
    return QJsonObject{
        {QStringLiteral("id"), entry->id},
        {QStringLiteral("state"), entry->state},
        {QStringLiteral("phase"), QString::fromLatin1(entry->progress.phase)},
        {QStringLiteral("progress"), entry->progress.share},
        {QStringLiteral("rows"), qint64(entry->progress.rows)},
        {QStringLiteral("report"), entry->report ? QJsonValue(*entry->report) : QJsonValue()},
        {QStringLiteral("problem"), entry->problem ? QJsonValue(*entry->problem) : QJsonValue()}};
}

Expected<void> ImportJobs::cancel(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = find(id);
    if (!entry)
        return tl::make_unexpected(refusal(404, QStringLiteral("error.import.not_found")));
    entry->stop.request_stop();
    return {};
}

} // namespace groundswell::service
