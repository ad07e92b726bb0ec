#include "models/wave/cluster.h"
#include "models/wave/isodate.h"
#include "models/wave/json.h"

namespace groundswell {

namespace {

Expected<AdAsset> assetFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    AdAsset asset;
    asset.id = reader.text("id");
    asset.name = reader.text("name");
    asset.parentId = reader.text("ad_account_id");
    if (asset.parentId.isEmpty())
        asset.parentId = reader.text("page_id");
    asset.currency = reader.text("currency");
    asset.timeZone = reader.text("timezone");
    asset.defaultDsaPayor = reader.text("default_dsa_payor");
    asset.defaultDsaBeneficiary = reader.text("default_dsa_beneficiary");
    asset.size = reader.integer("size");
    return reader.finish(std::move(asset));
}

QJsonObject named(const AdAsset &asset)
{
    return {{QStringLiteral("id"), textJson(asset.id)}, {QStringLiteral("name"), textJson(asset.name)}};
}

QJsonObject accountJson(const AdAsset &account)
{
    QJsonObject json = named(account);
    json.insert(QLatin1StringView("currency"), textJson(account.currency));
    json.insert(QLatin1StringView("timezone"), textJson(account.timeZone));
    json.insert(QLatin1StringView("default_dsa_payor"), textJson(account.defaultDsaPayor));
    json.insert(QLatin1StringView("default_dsa_beneficiary"), textJson(account.defaultDsaBeneficiary));
    return json;
}

QJsonObject pixelJson(const AdAsset &pixel)
{
    QJsonObject json = named(pixel);
    json.insert(QLatin1StringView("ad_account_id"), textJson(pixel.parentId));
    return json;
}

QJsonObject leadFormJson(const AdAsset &form)
{
    QJsonObject json = named(form);
    json.insert(QLatin1StringView("page_id"), textJson(form.parentId));
    return json;
}

QJsonObject audienceJson(const AdAsset &audience)
{
    QJsonObject json = named(audience);
    json.insert(QLatin1StringView("size"), integerJson(audience.size));
    return json;
}

template <class Write> QJsonArray assetsJson(const std::vector<AdAsset> &assets, Write write)
{
    QJsonArray array;
    for (const AdAsset &asset : assets)
        array.append(write(asset));
    return array;
}

} // namespace

Expected<AdAssets> AdAssets::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    AdAssets assets;
    assets.adAccounts = reader.list<AdAsset>("ad_accounts", assetFromJson);
    assets.pages = reader.list<AdAsset>("pages", assetFromJson);
    assets.pixels = reader.list<AdAsset>("pixels", assetFromJson);
    assets.leadForms = reader.list<AdAsset>("lead_forms", assetFromJson);
    assets.customAudiences = reader.list<AdAsset>("custom_audiences", assetFromJson);
    assets.savedAudiences = reader.list<AdAsset>("saved_audiences", assetFromJson);
    return reader.finish(std::move(assets));
}

QJsonObject AdAssets::toJson() const
{
    return {{QStringLiteral("ad_accounts"), assetsJson(adAccounts, accountJson)},
            {QStringLiteral("pages"), assetsJson(pages, named)},
            {QStringLiteral("pixels"), assetsJson(pixels, pixelJson)},
            {QStringLiteral("lead_forms"), assetsJson(leadForms, leadFormJson)},
            {QStringLiteral("custom_audiences"), assetsJson(customAudiences, audienceJson)},
            {QStringLiteral("saved_audiences"), assetsJson(savedAudiences, audienceJson)}};
}

Expected<ConnectionStatus> ConnectionStatus::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    ConnectionStatus status;
    status.connected = reader.boolean("connected");
    // Nothing hangs on it: another way to write a moment is no reason to refuse the answer.
    status.expiresAt = isoDateTime(json.value(QLatin1StringView("expires_at")).toString());
    status.missingPermissions = reader.texts("missing_permissions");
    status.handover = reader.text("handover");
    return reader.finish(std::move(status));
}

QJsonObject ConnectionStatus::toJson() const
{
    QJsonObject json{{QStringLiteral("connected"), connected},
                     {QStringLiteral("expires_at"), dateTimeJson(expiresAt)},
                     {QStringLiteral("missing_permissions"), textsJson(missingPermissions)}};
    if (!handover.isEmpty())
        json.insert(QLatin1StringView("handover"), handover);
    return json;
}

Expected<std::vector<GeoPlace>> geoPlacesFromJson(const QJsonValue &json)
{
    QString at;
    const auto array = unwrapList(json, "places", at);
    if (!array)
        return tl::unexpected(array.error());
    return readList<GeoPlace>(*array, at, geoPlaceFromJson);
}

} // namespace groundswell
