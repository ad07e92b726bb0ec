#include "app/desktop/tour/meteredstore.h"

#include <algorithm>
#include <memory>

namespace groundswell::tour {

RequestHandle MeteredStore::read(const EventId &eid, QObject *context, RowCallback callback)
{
    return m_store.read(eid, context, std::move(callback));
}

RequestHandle MeteredStore::create(const SetupWrite &write, QObject *context, RowCallback callback)
{
    return counted(&DraftStore::create, write, context, std::move(callback));
}

RequestHandle MeteredStore::replace(const SetupWrite &write, QObject *context, RowCallback callback)
{
    return counted(&DraftStore::replace, write, context, std::move(callback));
}

RequestHandle MeteredStore::counted(Method method, const SetupWrite &write, QObject *context,
                                    RowCallback callback)
{
    const QString event = write.row.eid.value();
    ++m_writes;
    m_mostAwaited = std::max(m_mostAwaited, ++m_awaited[event]);
    const auto end = [this, event, awaited = std::make_shared<bool>(true)] {
        if (std::exchange(*awaited, false))
            --m_awaited[event];
    };
    const auto answered = [end, callback = std::move(callback)](const Expected<SetupRow> &answer) {
        end();
        callback(answer);
    };
    const auto inner = std::make_shared<RequestHandle>((m_store.*method)(write, context, answered));
    return RequestHandle([inner, end] {
        end();
        inner->abort();
    });
}

} // namespace groundswell::tour
