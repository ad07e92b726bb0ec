#include "models/wave/calls/adfigures.h"
#include "models/wave/calls/attribution.h"
#include "models/wave/calls/sales.h"
#include "models/wave/calls/shortanswers.h"
#include "models/wave/calls/taskstate.h"
#include "models/wave/calls/uploadedmedia.h"
#include "models/wave/calls/venues.h"
#include "models/wave/campaign.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"
#include "models/wave/local/adspend.h"
#include "models/wave/local/clusterquality.h"
#include "models/wave/local/importprogress.h"
#include "models/wave/local/importrequest.h"
#include "models/wave/local/tasterunstate.h"
#include "models/wave/package.h"
#include "models/wave/setupprocess.h"
#include "support/contract.h"

#include <QJsonArray>
#include <QJsonDocument>
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

/// Values of single calls, and of the embedded service's own.
std::map<QString, Codec> callCodecs()
{
    static const auto model = [](const QJsonValue &json) -> Outcome {
        const auto found = attributionModelFromJson(json.toObject());
        return found ? Outcome{{}, attributionModelJson(*found)} : Outcome{found.error()};
    };
    static const auto media = [](const QJsonValue &json) {
        return roundTrip(UploadedMedia::fromJson(json.toObject()));
    };
    static const auto quality = [](const QJsonValue &json) {
        return roundTrip(ClusterQualityState::fromJson(json.toObject()));
    };
    static const auto id = [](const QJsonValue &json) { return readOnly(idFromJson(json.toObject())); };
    return {
        {QStringLiteral("permissions"),
         [](const QJsonValue &json) { return readOnly(permissionsFromJson(json)); }},
        {QStringLiteral("refreshToken"),
         [](const QJsonValue &json) { return readOnly(accessTokenFromJson(json.toObject())); }},
        {QStringLiteral("flaggedEvents"),
         [](const QJsonValue &json) { return readOnly(countFromJson(json)); }},
        {QStringLiteral("venues"),
         [](const QJsonValue &json) { return listRoundTrip(venuesFromJson(json)); }},
        {QStringLiteral("attributionModel"), model},
        {QStringLiteral("setAttributionModel"), model},
        {QStringLiteral("campaignCounts"),
         [](const QJsonValue &json) { return roundTrip(CampaignCounts::fromJson(json.toObject())); }},
        {QStringLiteral("runStateTask"),
         [](const QJsonValue &json) -> Outcome {
             const auto state = taskStateFromJson(json.toObject());
             return state ? Outcome{{}, taskStateJson(*state)} : Outcome{state.error()};
         }},
        {QStringLiteral("adInsights"),
         [](const QJsonValue &json) { return roundTrip(AdInsights::fromJson(json.toObject(), euro)); }},
        {QStringLiteral("salesAdjustments"),
         [](const QJsonValue &json) { return listRoundTrip(salesAdjustmentsFromJson(json, euro)); }},
        {QStringLiteral("createPackage"), id},
        {QStringLiteral("mergePackages"), id},
        {QStringLiteral("startImport"), id},
        {QStringLiteral("uploadMedia"), media},
        {QStringLiteral("adSpend"),
         [](const QJsonValue &json) { return listRoundTrip(adSpendFromJson(json, euro)); }},
        {QStringLiteral("addAdSpend"),
         [](const QJsonValue &json) { return roundTrip(AdSpend::fromJson(json.toObject(), {}, euro)); }},
        {QStringLiteral("tasteEvaluation"), quality},
        {QStringLiteral("startTasteEvaluation"), quality},
        {QStringLiteral("tasteRun"),
         [](const QJsonValue &json) { return roundTrip(TasteRunState::fromJson(json.toObject())); }},
        {QStringLiteral("previewImport"),
         [](const QJsonValue &json) { return roundTrip(ImportPreview::fromJson(json.toObject())); }},
        {QStringLiteral("importProgress"),
         [](const QJsonValue &json) { return roundTrip(ImportProgress::fromJson(json.toObject())); }},
    };
}

/// Values of several calls, and rows of lists.
std::map<QString, Codec> rowCodecs()
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
    return {
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
         [](const QJsonValue &json) {
             Outcome outcome = roundTrip(PackageEvaluation::fromJson(json, euro));
             if (json.isArray()) // the older form: its rows alone
                 outcome.written = outcome.written.toObject().value(QLatin1StringView("clusters"));
             return outcome;
         }},
    };
}

const std::map<QString, Codec> &codecs()
{
    static const std::map<QString, Codec> all = [] {
        std::map<QString, Codec> both = rowCodecs();
        both.merge(callCodecs());
        return both;
    }();
    return all;
}

/// What the program would send if it meant what an example of a request says; nullopt where it sends none.
std::optional<QJsonObject> rewritten(const QString &id, const QJsonObject &example)
{
    if (id == u"createPackage")
        return PackageRequest::fromJson(example, euro)->toJson();
    if (id == u"setBackhaulDetails")
        return AttributionSettings::fromJson(example)->toJson();
    if (id == u"setBackhaulDefaults")
        return AttributionSettings::fromJson(example)->defaultsJson();
    if (id == u"setAttributionModel")
        return attributionModelJson(*attributionModelFromJson(example));
    if (id == u"setFrontendStatus")
        return frontendStatusJson(FrontendStatus::Flagged);
    if (id == u"refreshToken")
        return refreshTokenJson(QStringLiteral("eyJyZWZyZXNo"));
    if (id == u"sendTransactionSummary")
        return TransactionSummary::fromJson(example, euro)->toJson();
    if (id == u"addAdSpend")
        return AdSpend::fromJson(example, {}, euro)->toJson();
    if (id == u"previewImport" || id == u"startImport")
        return ImportRequest::fromJson(example)->toJson();
    return std::nullopt;
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

    // What the program sends is what the contract says it sends, and says the same as the example.
    void requestsAreWrittenAsDescribed()
    {
        int seen = 0;
        for (const Contract::Example &example : m_contract.examples()) {
            const Contract::Operation &operation = example.operation;
            std::optional<QJsonObject> written;
            if (operation.id == u"putSetup" && example.status == 200)
                written = SetupProcess::fromJson(example.value.toObject(), euro)->toJson();
            else if (example.status == 0)
                written = rewritten(operation.id, example.value.toObject());
            if (!written)
                continue;
            ++seen;
            QCOMPARE(m_contract.checkRequest(operation.method, operation.path, *written), QStringList());
            QCOMPARE(losses(example.value, *written, operation.id), QStringList());
        }
        QVERIFY(seen >= 11);
    }

    // An import that is refused tells why in the body of the refusal.
    void refusedImportsTellWhy()
    {
        int seen = 0;
        for (const Contract::Example &example : m_contract.examples()) {
            if (example.status != 400 || !example.operation.id.contains(u"Import"))
                continue;
            ++seen;
            const QByteArray body = QJsonDocument(example.value.toObject()).toJson();
            const auto reason = ImportProblem::in(problemFromEnvelope(400, body, {}));
            QVERIFY(reason);
            QCOMPARE(reason->toJson(), example.value[u"problem"].toObject());
        }
        QVERIFY(seen > 0);
    }

    void whatIsMissingStaysMissing()
    {
        QCOMPARE(CampaignCounts::fromJson({})->total, std::nullopt);
        QCOMPARE(AdInsights::fromJson({}, euro)->spend, std::nullopt);
        QVERIFY(!ClusterQualityState::fromJson({})->report);
        QVERIFY(!ImportProgress::fromJson({})->report);
        QVERIFY(ImportPreview::fromJson({})->files.isEmpty());
        QVERIFY(!idFromJson({}));
        QVERIFY(!accessTokenFromJson({}));
        QVERIFY(!UploadedMedia::fromJson({}));
    }
};

QTEST_GUILESS_MAIN(TestContractCodecs)
#include "test_contractcodecs.moc"
