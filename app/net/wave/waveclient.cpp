#include "app/net/wave/waveclient.h"

#include "app/net/wave/answers.h"
#include "app/net/wave/assumed.h"
#include "models/wave/api/paths.h"
#include "models/wave/calls/attribution.h"
#include "models/wave/calls/shortanswers.h"

// Partner, permissions and ad platform. The other subjects have a file each.

namespace groundswell {

WaveClient::WaveClient(RestClient &rest)
    : m_rest(rest)
{
}

RequestHandle WaveClient::partner(QObject *context, Callback<Partner> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::partners), context,
                       parsedObject<Partner>(std::move(callback), Partner::fromJson));
}

RequestHandle WaveClient::permissions(QObject *context, Callback<QStringList> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::permissions), context,
                       parsed<QStringList>(std::move(callback), permissionsFromJson));
}

RequestHandle WaveClient::setPartnerAttributionModel(AttributionModel model, QObject *context,
                                                     Callback<void> callback)
{
    const auto query = ApiQuery().add(api::query::model, OpenEnum<AttributionModel>(model).wire());
    return m_rest.call(Request::put(api::path::partnerAttributionModel, query), context,
                       acknowledged(std::move(callback)));
}

RequestHandle WaveClient::attributionDefaults(const PartnerId &partner, QObject *context,
                                              Callback<AttributionSettings> callback)
{
    return m_rest.call(Request::get({api::path::attributionDefaults, {partner.value()}}), context,
                       parsedObject<AttributionSettings>(std::move(callback), AttributionSettings::fromJson));
}

RequestHandle WaveClient::setAttributionDefaults(const PartnerId &partner, const AttributionSettings &details,
                                                 QObject *context, Callback<void> callback)
{
    return m_rest.call(Request::post({api::path::attributionDefaults, {partner.value()}})
                           .withJson(compactJson(details.defaultsJson())),
                       context, acknowledged(std::move(callback)));
}

RequestHandle WaveClient::adConnection(QObject *context, Callback<ConnectionStatus> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::adConnection), context,
                       parsedObject<ConnectionStatus>(std::move(callback), ConnectionStatus::fromJson));
}

RequestHandle WaveClient::adAssets(QObject *context, Callback<AdAssets> callback)
{
    return m_rest.call(Request::getOrRecall(api::path::adAssets), context,
                       parsedObject<AdAssets>(std::move(callback), AdAssets::fromJson));
}

RequestHandle WaveClient::searchPlaces(const QString &text, const QString &type, QObject *context,
                                       Callback<std::vector<GeoPlace>> callback)
{
    const auto query = ApiQuery().add(api::query::q, text).add(api::query::type, type);
    return m_rest.call(Request::get(api::path::placeSearch, query), context,
                       parsed<std::vector<GeoPlace>>(std::move(callback), geoPlacesFromJson));
}

} // namespace groundswell
