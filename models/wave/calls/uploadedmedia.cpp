#include "models/wave/calls/uploadedmedia.h"

#include "models/wave/json.h"

namespace groundswell {

Expected<UploadedMedia> UploadedMedia::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    UploadedMedia media;
    media.type = reader.word<MediaType>("type");
    media.url = reader.text("url");
    media.fileName = reader.text("filename");
    if (media.url.isEmpty())
        reader.fail(Problem::protocol(reader.pointerTo("url"), QStringLiteral("the stored file's address")));
    return reader.finish(std::move(media));
}

QJsonObject UploadedMedia::toJson() const
{
    return {{QLatin1StringView("type"), textJson(type.wire())},
            {QLatin1StringView("url"), textJson(url)},
            {QLatin1StringView("filename"), textJson(fileName)}};
}

} // namespace groundswell
