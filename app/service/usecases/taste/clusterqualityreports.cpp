#include "app/service/usecases/taste/clusterqualityreports.h"

#include "app/service/usecases/taste/clusterqualityjson.h"

namespace groundswell::service {

QJsonObject ClusterQualityReports::json(TcRunId run, const std::optional<QJsonObject> &report) const
{
    QJsonObject result{{QStringLiteral("tc_run_id"), run},
                       {QStringLiteral("state"), QStringLiteral("ABSENT")},
                       {QStringLiteral("phase"), QString()},
                       {QStringLiteral("progress"), 0.0},
                       {QStringLiteral("report"), report ? QJsonValue(*report) : QJsonValue()}};
    if (report) {
        result[u"state"] = QStringLiteral("SUCCESS");
        result[u"progress"] = 1.0;
        return result;
    }
    const std::lock_guard lock(m_mutex);
    if (m_work && m_work->run == run && (!m_work->over || m_work->failed)) {
        result[u"state"] = m_work->failed ? QStringLiteral("FAILURE") : QStringLiteral("STARTED");
        result[u"phase"] = m_work->phase;
        result[u"progress"] = m_work->progress;
    }
    return result;
}

Expected<QJsonObject> ClusterQualityReports::state()
{
    const auto run = m_runs.latest();
    if (!run)
        return tl::make_unexpected(run.error());
    const TcRunId number = (*run)->record.number;
    return m_workspace.store()
        .runs()
        .clusterQuality(number, clusterQualityVersion)
        .map([&](const std::optional<QJsonObject> &report) { return json(number, report); });
}

Expected<QJsonObject> ClusterQualityReports::start()
{
    const auto run = m_runs.latest();
    if (!run)
        return tl::make_unexpected(run.error());
    const TcRunId number = (*run)->record.number;
    const auto kept = m_workspace.store().runs().clusterQuality(number, clusterQualityVersion);
    if (!kept)
        return tl::make_unexpected(kept.error());
    if (!*kept) {
        const std::lock_guard lock(m_mutex);
        if (!m_work || m_work->over || m_work->run != number || m_work->stop.stop_requested()) {
            if (m_work)
                m_work->stop.request_stop(); // of an older run: nobody will look at it
            m_work = std::make_shared<Work>();
            m_work->run = number;
            m_workspace.jobs().post([this, work = m_work, loaded = *run](const std::stop_token &stop) {
                compute(work, *loaded, stop);
            });
        }
    }
    return json(number, *kept);
}

void ClusterQualityReports::compute(const std::shared_ptr<Work> &work, const LoadedTasteRun &run,
                                    const std::stop_token &stop)
{
    // The end of the service stops it as the user's own wish does.
    const std::stop_callback onEnd(stop, [&] { work->stop.request_stop(); });
    const auto evaluation = measureClusterQuality(
        *run.data, {},
        [&](double part, std::string_view step) {
            const std::lock_guard lock(m_mutex);
            work->progress = part;
            work->phase = QString::fromUtf8(step.data(), qsizetype(step.size()));
        },
        work->stop.get_token(), run.run);
    bool failed = !evaluation && !work->stop.stop_requested();
    if (evaluation)
        failed = !m_workspace.store().runs().keepClusterQuality(work->run, clusterQualityVersion,
                                                                toJson(*evaluation));
    const std::lock_guard lock(m_mutex);
    work->over = true;
    work->failed = failed;
}

void ClusterQualityReports::cancel()
{
    const std::lock_guard lock(m_mutex);
    if (m_work) {
        m_work->stop.request_stop();
        m_work->over = true; // seen at once, although the computing thread may need a moment to notice
    }
}

} // namespace groundswell::service
