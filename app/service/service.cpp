#include "app/service/service.h"

#include "app/service/http/routes/api.h"
#include "app/service/http/routes/routes.h"
#include "models/wave/api/paths.h"

namespace groundswell::service {

/// In the order in which the parts use each other; they go in the reverse one.
class Service::Private {
public:
    Private(std::unique_ptr<Workspace> workspace, const ServiceOptions &options)
        : useCases(std::move(workspace))
        , context{useCases, options.plain}
        , router(makeRouter(context))
        , guard({options.token.toStdString(), localPartnerId, options.rateLimits, {}})
        , api(guard, *router)
        , token(options.token)
    {
    }

    UseCases useCases;
    const RouteContext context;
    std::unique_ptr<Router> router;
    Guard guard;
    Api api;
    QString token;
    std::unique_ptr<HttpServer> server;
    int port = 0;
};

Expected<std::unique_ptr<Service>> Service::start(const ServiceOptions &options)
{
    ServiceOptions complete = options;
    if (complete.token.isEmpty())
        complete.token = QString::fromStdString(randomToken());
    auto workspace = Workspace::open(complete.workspaceFile, complete.clock);
    if (!workspace)
        return tl::make_unexpected(workspace.error());
    auto d = std::make_unique<Private>(std::move(*workspace), complete);
    auto server = HttpServer::start(d->api, {.port = complete.port});
    if (!server)
        return tl::make_unexpected(server.error());
    d->server = std::move(*server);
    d->port = d->server->port();
    d->guard.setPort(d->port);
    d->useCases.start();
    return std::unique_ptr<Service>(new Service(std::move(d)));
}

Service::Service(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

Service::~Service()
{
    stop();
}

QString Service::baseUrl() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(d->port) + QLatin1StringView(api::base);
}

int Service::port() const
{
    return d->port;
}

QString Service::token() const
{
    return d->token;
}

QString Service::partnerId()
{
    return QString::fromLatin1(localPartnerId);
}

void Service::stop()
{
    // First, so that requests which wait for a run are answered instead of waited for.
    d->useCases.requestStop();
    if (d->server)
        d->server->stop();
    d->server.reset();
    d->useCases.stop();
}

} // namespace groundswell::service
