#include "app/net/rest/restclient.h"

#include "app/net/rest/restcall.h"

namespace groundswell {

RestClient::RestClient(QNetworkAccessManager &manager, Session &session, Scheduler &scheduler,
                       RandomSource random, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_session(session)
    , m_scheduler(scheduler)
    , m_random(std::move(random))
{
    m_readers.setMaxThreadCount(2);
}

RestClient::~RestClient()
{
    m_readers.clear();
    m_readers.waitForDone(); // they report to this object
    // Before the references above go: calls detach from manager and timers while they are alive.
    qDeleteAll(findChildren<RestCall *>(Qt::FindDirectChildrenOnly));
}

RequestHandle RestClient::call(Request request, QObject *context, ResponseCallback callback)
{
    const auto deliver = [callback = std::move(callback)](Expected<std::any> answer) {
        if (answer)
            callback(std::any_cast<Response>(*std::move(answer)));
        else
            callback(tl::unexpected(std::move(answer.error())));
    };
    return call(std::move(request), context, AnswerHandler{{}, deliver});
}

RequestHandle RestClient::call(Request request, QObject *context, AnswerHandler handler)
{
    auto *call = new RestCall(*this, std::move(request), context, std::move(handler));
    call->start();
    return RequestHandle([call = QPointer<RestCall>(call)] {
        if (call)
            call->cancel();
    });
}

void RestClient::readElsewhere(const AnswerHandler &handler, const Response &answer, RestCall *call)
{
    m_readers.start([this, read = handler.read, answer, call = QPointer<RestCall>(call)] {
        std::any value = read(answer);
        const auto take = [call, value = std::move(value)] {
            if (call)
                call->taken(value);
        };
        QMetaObject::invokeMethod(this, take, Qt::QueuedConnection);
    });
}

} // namespace groundswell
