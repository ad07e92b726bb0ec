#include "app/service/http/routes/api.h"
#include "app/service/http/routes/mediaurls.h"
#include "app/service/http/routes/routes.h"
#include "app/service/workspace/barename.h"

namespace groundswell::service {

namespace {

Response upload(const MediaFolder &media, const Call &call)
{
    const auto &parts = call.request.parts;
    const auto file = std::ranges::find(parts, "file", &Part::name);
    if (file == parts.end())
        return errorReply(invalidField(QStringLiteral("missing"), QStringLiteral("file")));
    if (file->content.size() > mediaLimit)
        return errorReply(413, QStringLiteral("error.request.too_large"));
    const QString name = bareName(QString::fromStdString(file->fileName));
    return reply(media.add(file->content), [&](const StoredMedia &stored) {
        return jsonReply(QJsonObject{{QStringLiteral("type"), stored.type},
                                     {QStringLiteral("url"), servedMediaUrl(stored.name, call.request)},
                                     {QStringLiteral("filename"), name.isEmpty() ? stored.name : name}});
    });
}

Response download(const MediaFolder &media, const Call &call)
{
    return reply(media.read(pathText(call, "name")), [](const MediaFolder::File &file) {
        Response response;
        response.contentType = file.mimeType.toStdString();
        response.body = file.content.toStdString();
        return response;
    });
}

} // namespace

void addMediaRoutes(Router &router, const RouteContext &context)
{
    const std::string base(api::mediaBase);
    const MediaFolder &media = context.useCases.workspace->media();
    router.add(
        "POST", base + api::path::media.text, [&media](const Call &call) { return upload(media, call); },
        BodyKind::Multipart);
    router.add("GET", base + api::path::storedMedia.text,
               [&media](const Call &call) { return download(media, call); });
}

} // namespace groundswell::service
