#include "app/service/workspace/workspace.h"

#include "app/service/store/refusal.h"
#include "app/service/store/salesstore.h"

namespace groundswell::service {

namespace {

/// Consent decides who is an audience; the store's id names the content alone.
std::string snapshotWithConsent(const QString &contentId, const Organiser &organiser)
{
    return contentId.toStdString() + (organiser.consentWhenUnknown ? "" : "+explicit-consent");
}

} // namespace

Workspace::Workspace(std::unique_ptr<Store> store, TimeSource clock)
    : m_store(std::move(store))
    , m_media(m_store->workspaceFile())
    , m_clock(std::move(clock))
{
}

Expected<std::unique_ptr<Workspace>> Workspace::open(const QString &file, TimeSource clock)
{
    auto store = openStore(file);
    if (!store)
        return tl::make_unexpected(store.error());
    return std::unique_ptr<Workspace>(new Workspace(std::move(*store), std::move(clock)));
}

Expected<std::shared_ptr<const Dataset>> Workspace::dataset(const std::stop_token &stop)
{
    const auto organiserNow = organiser();
    if (!organiserNow)
        return tl::make_unexpected(organiserNow.error());
    const auto content = m_store->sales().snapshotId();
    if (!content)
        return tl::make_unexpected(content.error());
    const std::string snapshot = snapshotWithConsent(*content, *organiserNow);

    const std::stop_token ends = stopTokenOr(stop);
    const TurnHolder turn(m_loading, ends);
    if (!turn)
        return tl::make_unexpected(stopped());
    if (m_dataset && m_dataset->snapshotId == snapshot)
        return m_dataset;
    auto loaded = m_store->sales().loadDataset(ends);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    // An import may have come in between: the id must be the loaded data's own.
    loaded->snapshotId = snapshotWithConsent(QString::fromStdString(loaded->snapshotId), *organiserNow);
    m_dataset = std::make_shared<const Dataset>(std::move(*loaded));
    return m_dataset;
}

} // namespace groundswell::service
