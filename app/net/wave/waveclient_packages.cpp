#include "app/net/wave/waveclient.h"

#include "app/net/rest/oncebody.h"
#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/wave/api/paths.h"
#include "models/wave/calls/shortanswers.h"
#include "models/wave/calls/uploadedmedia.h"

#include <QFile>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QMimeDatabase>

// Audience packages, their evaluation (wave-api 2.8, 9.8) and media (2.11).

namespace groundswell {

namespace {

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
    return m_rest.call(Request::get(api::path::packages), context,
                       parsed<std::vector<AudiencePackage>>(std::move(callback), packagesFromJson));
}

RequestHandle WaveClient::package(const PackageId &id, QObject *context, Callback<AudiencePackage> callback)
{
    return m_rest.call(Request::get({api::path::package, {id.value()}}), context,
                       parsedObject<AudiencePackage>(std::move(callback), [](const QJsonObject &o) {
                           return AudiencePackage::fromJson(o);
                       }));
}

RequestHandle WaveClient::createPackage(const PackageRequest &request, QObject *context,
                                        Callback<PackageId> callback)
{
    return m_rest.call(Request::post(api::path::createPackage).withJson(compactJson(request.toJson())),
                       context, parsedObject<PackageId>(std::move(callback), packageIdFrom));
}

RequestHandle WaveClient::mergePackages(const std::vector<PackageId> &ids, QObject *context,
                                        Callback<PackageId> callback)
{
    ApiQuery query;
    for (const PackageId &id : ids)
        query.add(api::query::packageIds, id.value());
    return m_rest.call(Request::post(api::path::mergePackages, query), context,
                       parsedObject<PackageId>(std::move(callback), packageIdFrom));
}

RequestHandle WaveClient::regeneratePackage(const PackageId &id, QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::post({api::path::regeneratePackage, {id.value()}}), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::attributionSettings(const PackageId &id, QObject *context,
                                              Callback<AttributionSettings> callback)
{
    return m_rest.call(Request::get({api::path::attributionSettings, {id.value()}}), context,
                       parsedObject<AttributionSettings>(std::move(callback), AttributionSettings::fromJson));
}

RequestHandle WaveClient::setAttributionSettings(const PackageId &id, const AttributionSettings &details,
                                                 QObject *context, Callback<void> callback)
{
    return m_rest.call(
        Request::put({api::path::attributionSettings, {id.value()}}).withJson(compactJson(details.toJson())),
        context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::packageEvaluation(const PackageId &id, QObject *context,
                                            Callback<PackageEvaluation> callback)
{
    return m_rest.call(
        Request::get({api::path::packageEvaluation, {id.value()}}), context,
        parsed<PackageEvaluation>(std::move(callback), [c = m_currency](const QJsonValue &json) {
            return PackageEvaluation::fromJson(json, c);
        }));
}

RequestHandle WaveClient::customerList(const PackageId &id, const ClusterName &tc, QIODevice *sink,
                                       QObject *context, Callback<void> callback)
{
    Request request = Request::get({api::path::customerList, {id.value(), tc.value()}});
    request.sink = sink;
    request.deadlineFromLastByte = true;
    request.maxAnswerBytes = std::numeric_limits<qint64>::max();
    return m_rest.call(request, context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::uploadMedia(const QString &filePath, QObject *context,
                                      std::function<void(qint64 sent, qint64 total)> progress,
                                      Callback<UploadedMedia> callback)
{
    Request request = Request::post(api::path::media);
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
