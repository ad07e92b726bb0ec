#include "app/net/wave/waveclient.h"

#include "app/net/rest/oncebody.h"
#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/wave/calls/shortanswers.h"
#include "models/wave/calls/uploadedmedia.h"

#include <QFile>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QMimeDatabase>

// Audience packages, their evaluation (wave-api 2.8, 9.8) and media (2.11).

namespace groundswell {

namespace {

template <class... Rest> ApiPath packagePath(const PackageId &id, Rest &&...rest)
{
    return {QStringLiteral("package_builder"), QStringLiteral("packages"), id.value(),
            std::forward<Rest>(rest)...};
}

Expected<PackageId> packageIdFrom(const QJsonObject &json)
{
    return idFromJson(json).map([](const QString &id) { return PackageId(id); });
}

// Quotes and line breaks would end the parameter early.
QString dispositionFor(QString fileName)
{
    fileName.replace(QLatin1Char('"'), QLatin1Char('_'));
    fileName.remove(QLatin1Char('\r')).remove(QLatin1Char('\n'));
    return QStringLiteral("form-data; name=\"file\"; filename=\"%1\"").arg(fileName);
}

QHttpMultiPart *filePart(const QString &filePath)
{
    auto *parts = new QHttpMultiPart(QHttpMultiPart::FormDataType);
    auto *file = new OnceFile(filePath, parts);
    // Known to be readable a moment ago; should it be gone, the body is empty and the server refuses it.
    if (!file->open(QIODevice::ReadOnly))
        file->close();
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentDispositionHeader, dispositionFor(QFileInfo(filePath).fileName()));
    part.setHeader(QNetworkRequest::ContentTypeHeader, QMimeDatabase().mimeTypeForFile(filePath).name());
    part.setBodyDevice(file);
    parts->append(part);
    return parts;
}

} // namespace

RequestHandle WaveClient::packages(QObject *context, Callback<std::vector<AudiencePackage>> callback)
{
    const auto path = ApiPath{QStringLiteral("package_builder"), QStringLiteral("packages")}.withSlash();
    return m_rest.call(Request::get(path), context,
                       parsed<std::vector<AudiencePackage>>(std::move(callback), packagesFromJson));
}

RequestHandle WaveClient::package(const PackageId &id, QObject *context, Callback<AudiencePackage> callback)
{
    return m_rest.call(Request::get(packagePath(id)), context,
                       parsedObject<AudiencePackage>(std::move(callback), [](const QJsonObject &o) {
                           return AudiencePackage::fromJson(o);
                       }));
}

RequestHandle WaveClient::createPackage(const PackageRequest &request, QObject *context,
                                        Callback<PackageId> callback)
{
    return m_rest.call(Request::post({QStringLiteral("package_builder"), QStringLiteral("packages")})
                           .withJson(compactJson(request.toJson())),
                       context, parsedObject<PackageId>(std::move(callback), packageIdFrom));
}

RequestHandle WaveClient::mergePackages(const std::vector<PackageId> &ids, QObject *context,
                                        Callback<PackageId> callback)
{
    ApiQuery query;
    for (const PackageId &id : ids)
        query.add(QStringLiteral("packages_ids"), id.value());
    return m_rest.call(
        Request::post(
            {QStringLiteral("package_builder"), QStringLiteral("packages"), QStringLiteral("merge")}, query),
        context, parsedObject<PackageId>(std::move(callback), packageIdFrom));
}

RequestHandle WaveClient::regeneratePackage(const PackageId &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::post(assumed::regenerate(id)), context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::attributionSettings(const PackageId &id, QObject *context,
                                              Callback<AttributionSettings> callback)
{
    return m_rest.call(Request::get(packagePath(id, QStringLiteral("backhaul_evaluation_details"))), context,
                       parsedObject<AttributionSettings>(std::move(callback), AttributionSettings::fromJson));
}

RequestHandle WaveClient::setAttributionSettings(const PackageId &id, const AttributionSettings &details,
                                                 QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::put(packagePath(id, QStringLiteral("backhaul_evaluation_details")))
                           .withJson(compactJson(details.toJson())),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::packageEvaluation(const PackageId &id, QObject *context,
                                            Callback<PackageEvaluation> callback)
{
    return m_rest.call(
        Request::get(packagePath(id, QStringLiteral("backhaul_evaluation"))), context,
        parsed<PackageEvaluation>(std::move(callback), [c = m_currency](const QJsonValue &json) {
            return PackageEvaluation::fromJson(json, c);
        }));
}

RequestHandle WaveClient::customerList(const PackageId &id, const ClusterName &tc, QIODevice *sink,
                                       QObject *context, Callback<void> callback)
{
    Request request = Request::get(packagePath(id, tc.value(), QStringLiteral("customer_list")));
    request.sink = sink;
    request.deadlineFromLastByte = true;
    request.maxAnswerBytes = std::numeric_limits<qint64>::max();
    return m_rest.call(request, context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::uploadMedia(const QString &filePath, QObject *context,
                                      std::function<void(qint64 sent, qint64 total)> progress,
                                      Callback<UploadedMedia> callback)
{
    Request request = Request::post({QStringLiteral("media")});
    request.root = Request::Root::Media;
    request.deadlineFromLastByte = true;
    request.deadline = std::chrono::seconds(60);
    request.uploadProgress = std::move(progress);
    if (QFile(filePath).open(QIODevice::ReadOnly)) {
        request.multipart = [filePath] { return filePart(filePath); };
    } else {
        request.refusal = Problem();
        request.refusal->kind = Problem::Kind::Rejected;
        request.refusal->messageKey = QStringLiteral("error.client.file_unreadable");
        request.refusal->detail = filePath;
    }
    return m_rest.call(request, context,
                       parsedObject<UploadedMedia>(std::move(callback), UploadedMedia::fromJson));
}

} // namespace groundswell
