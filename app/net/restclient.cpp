#include "app/net/restclient.h"

#include "app/net/restcall.h"

namespace groundswell {

RestClient::RestClient(QNetworkAccessManager &manager, Session &session, Scheduler &scheduler,
                       RandomSource random, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_session(session)
    , m_scheduler(scheduler)
    , m_random(std::move(random))
{
}

RestClient::~RestClient()
{
    // Before the references above go: calls detach from manager and timers while they are alive.
    qDeleteAll(findChildren<RestCall *>(Qt::FindDirectChildrenOnly));
}

RequestHandle RestClient::call(Request request, QObject *context, ResponseCallback callback)
{
    auto *call = new RestCall(*this, std::move(request), context, std::move(callback));
    call->start();
    return RequestHandle([call = QPointer<RestCall>(call)] {
        if (call)
            call->cancel();
    });
}

} // namespace groundswell
