#include "models/wave/campaign.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"
#include "models/wave/package.h"
#include "models/wave/setupprocess.h"
#include "support/contract.h"

#include <QJsonArray>
#include <QTest>

#include <map>

using namespace groundswell;

namespace {

const QString euro = QStringLiteral("EUR");

/// What a codec made of an example: nothing to compare where the program only reads the type.
struct Outcome {
    std::optional<Problem> problem;
    QJsonValue written = QJsonValue::Undefined;
};
using Codec = std::function<Outcome(const QJsonValue &)>;

template <class T> Outcome readOnly(const Expected<T> &value)
{
    return value ? Outcome{} : Outcome{value.error()};
}

template <class T> Outcome roundTrip(const Expected<T> &value)
{
    return value ? Outcome{std::nullopt, value->toJson()} : Outcome{value.error()};
}

template <class T> Outcome listRoundTrip(const Expected<std::vector<T>> &values)
{
    if (!values)
        return {values.error()};
    QJsonArray array;
    for (const T &value : *values)
        array.append(value.toJson());
    return {std::nullopt, array};
}

/// The list that an envelope carries, so that it can be compared with the list that was written.
QJsonValue listIn(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    for (const auto &key : {"items", "campaigns"}) {
        if (object[QLatin1StringView(key)].isArray())
            return object[QLatin1StringView(key)];
    }
    return value;
}

/// Where \a written lacks or changes something that \a read had. `tc_run_id` may come as text and is written
/// as a number; instants may be spelled in several ways.
QStringList losses(const QJsonValue &read, const QJsonValue &written, const QString &pointer)
{
    QStringList result;
    if (read.isObject()) {
        const QJsonObject object = read.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            result += losses(it.value(), written.toObject()[it.key()], pointer % u'/' % it.key());
        return result;
    }
    if (read.isArray()) {
        const QJsonArray array = read.toArray();
        if (array.isEmpty() && written.isObject()) // "demographics": [] of the older edition
            return {};
        if (written.toArray().size() != array.size())
            return {pointer % u": another number of entries"};
        for (qsizetype i = 0; i < array.size(); ++i)
            result += losses(array[i], written.toArray()[i], pointer % u'/' % QString::number(i));
        return result;
    }
    if (read == written)
        return {};
    const QString text = read.toString();
    if (written.isDouble() && text == QString::number(written.toInteger()))
        return {};
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (instant.isValid() && instant == QDateTime::fromString(written.toString(), Qt::ISODateWithMs))
        return {};
    return {pointer % u": lost or changed"};
}

const std::map<QString, Codec> &codecs()
{
    static const auto campaigns = [](const QJsonValue &json) {
        return listRoundTrip(campaignsFromJson(json, euro));
    };
    static const auto setup = [](const QJsonValue &json) {
        return roundTrip(SetupProcess::fromJson(json.toObject(), euro));
    };
    static const auto campaign = [](const QJsonValue &json) {
        return roundTrip(Campaign::fromJson(json.toObject(), euro));
    };
    static const auto details = [](const QJsonValue &json) {
        return roundTrip(AttributionSettings::fromJson(json.toObject()));
    };
    static const auto choices = [](const QJsonValue &json) {
        return readOnly(choicesFromJson(json.toArray()));
    };
    static const auto statistics = [](const QJsonValue &json) {
        return readOnly(EventStatistics::fromJson(json.toObject(), euro));
    };
    static const auto connection = [](const QJsonValue &json) {
        return roundTrip(ConnectionStatus::fromJson(json.toObject()));
    };
    static const auto events = [](const QJsonValue &json) -> Outcome {
        const auto page = eventPageFromJson(json.toObject());
        return page ? listRoundTrip(Expected<std::vector<Event>>(page->items)) : Outcome{page.error()};
    };
    static const std::map<QString, Codec> result{
        {QStringLiteral("partner"),
         [](const QJsonValue &json) { return roundTrip(Partner::fromJson(json.toObject())); }},
        {QStringLiteral("events"), events},
        {QStringLiteral("event"),
         [](const QJsonValue &json) { return roundTrip(Event::fromJson(json.toObject())); }},
        {QStringLiteral("statistics"), statistics},
        {QStringLiteral("eventStatistics"), statistics},
        {QStringLiteral("clusters"),
         [](const QJsonValue &json) { return roundTrip(ClusterRun::fromJson(json.toObject())); }},
        {QStringLiteral("suggestedClusters"),
         [](const QJsonValue &json) {
             return listRoundTrip(suggestedClustersFromJson(json.toArray(), euro));
         }},
        {QStringLiteral("expectedValue"),
         [](const QJsonValue &json) { return roundTrip(ExpectedValue::fromJson(json.toObject())); }},
        {QStringLiteral("budgetLimits"),
         [](const QJsonValue &json) { return roundTrip(BudgetLimits::fromJson(json.toObject(), euro)); }},
        {QStringLiteral("campaignDefaults"),
         [](const QJsonValue &json) { return roundTrip(CampaignDefaults::fromJson(json.toObject(), euro)); }},
        {QStringLiteral("callToActions"), choices},
        {QStringLiteral("conversionEventTypes"), choices},
        {QStringLiteral("setup"), setup},
        {QStringLiteral("createSetup"), setup},
        {QStringLiteral("putSetup"), setup},
        {QStringLiteral("campaigns"), campaigns},
        {QStringLiteral("boost"), campaigns},
        {QStringLiteral("editCampaign"), campaign},
        {QStringLiteral("addCampaign"), campaign},
        {QStringLiteral("putCampaignCreative"), campaign},
        {QStringLiteral("putCampaignTargeting"), campaign},
        {QStringLiteral("ignoreCampaign"), campaign},
        {QStringLiteral("campaignResults"),
         [](const QJsonValue &json) { return roundTrip(CampaignResults::fromJson(json.toObject(), euro)); }},
        {QStringLiteral("adConnection"), connection},
        {QStringLiteral("adConnectionOlderPath"), connection},
        {QStringLiteral("adAssets"),
         [](const QJsonValue &json) { return roundTrip(AdAssets::fromJson(json.toObject())); }},
        {QStringLiteral("searchPlaces"),
         [](const QJsonValue &json) { return readOnly(geoPlacesFromJson(json.toArray())); }},
        {QStringLiteral("packages"),
         [](const QJsonValue &json) { return listRoundTrip(packagesFromJson(json.toArray())); }},
        {QStringLiteral("package"),
         [](const QJsonValue &json) { return roundTrip(AudiencePackage::fromJson(json.toObject())); }},
        {QStringLiteral("backhaulDefaults"), details},
        {QStringLiteral("setBackhaulDefaults"), details},
        {QStringLiteral("backhaulDetails"), details},
        {QStringLiteral("setBackhaulDetails"), details},
        {QStringLiteral("backhaulEvaluation"),
         [](const QJsonValue &json) { return roundTrip(PackageEvaluation::fromJson(json, euro)); }},
    };
    return result;
}

} // namespace

// What the contract shows as an answer, the program reads; and what it writes back lacks nothing.
class TestContractCodecs : public QObject {
    Q_OBJECT

    const Contract m_contract = Contract::load();

private Q_SLOTS:
    void examplesSurvive_data()
    {
        QTest::addColumn<qsizetype>("index");
        const auto examples = m_contract.examples();
        for (size_t i = 0; i < examples.size(); ++i) {
            const Contract::Example &example = examples[i];
            if (example.status >= 200 && example.status < 300 && codecs().contains(example.operation.id)) {
                QTest::addRow("%s %d %s", qPrintable(example.operation.id), example.status,
                              qPrintable(example.name))
                    << static_cast<qsizetype>(i);
            }
        }
    }
    void examplesSurvive()
    {
        QFETCH(qsizetype, index);
        const Contract::Example example = m_contract.examples()[static_cast<size_t>(index)];
        const Outcome outcome = codecs().at(example.operation.id)(example.value);
        QVERIFY2(!outcome.problem, qPrintable(outcome.problem ? outcome.problem->detail : QString()));
        if (outcome.written.isUndefined())
            return;
        const QJsonValue read = outcome.written.isArray() ? listIn(example.value) : example.value;
        QCOMPARE(losses(read, outcome.written, QStringLiteral("#")), QStringList());
    }

    void everyCodecMeetsAnExample()
    {
        QStringList shown;
        for (const Contract::Example &example : m_contract.examples())
            shown.append(example.operation.id);
        for (const auto &[id, codec] : codecs())
            QVERIFY2(shown.contains(id), qPrintable(id));
    }

    void theOlderEditionsRowIsRead()
    {
        for (const Contract::Example &example : m_contract.examples()) {
            if (example.name != u"keyedByCluster")
                continue;
            const auto row = SetupProcess::fromJson(example.value.toObject(), euro);
            QVERIFY(row);
            QCOMPARE(row->creatives.size(), size_t{1});
            QCOMPARE(row->creatives.front().cluster.tc.value(), QStringLiteral("family_outings_munich"));
            QVERIFY(row->goal.is(Goal::Utilization));
            return;
        }
        QFAIL("the example is gone");
    }

    // What the program sends is what the contract says it sends.
    void requestsAreWrittenAsDescribed()
    {
        for (const Contract::Example &example : m_contract.examples()) {
            const QString id = example.operation.id;
            QJsonValue written;
            if (id == u"putSetup" && example.status == 200)
                written = SetupProcess::fromJson(example.value.toObject(), euro)->toJson();
            else if (id == u"createPackage" && example.status == 0)
                written = PackageRequest::fromJson(example.value.toObject(), euro)->toJson();
            else if (id == u"setBackhaulDetails" && example.status == 0)
                written = AttributionSettings::fromJson(example.value.toObject())->toJson();
            else
                continue;
            QCOMPARE(m_contract.checkRequest(example.operation.method, example.operation.path, written),
                     QStringList());
        }
    }
};

QTEST_GUILESS_MAIN(TestContractCodecs)
#include "test_contractcodecs.moc"
